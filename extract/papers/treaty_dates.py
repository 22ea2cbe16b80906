"""Instruments of one body told apart by the day in the sentence: linked mentions in, the same with better links out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.language.tokens import fold, tokenise
from extract.papers.treaty_parties_ru import BY_SIDES, told_apart
from extract.papers.treaty_words import Instrument
from kb.model import Mention, Sentence

_KAZAKH = "kk"
_DAY, _YEAR = 10, 4  # lengths of an ISO day and year
_STEM, _TITLE = 4, 3
# A body and what the instrument makes of it.
_ALIKE = 2
# What an instrument does that founds a body or governs it: it neither ends it nor lets somebody in.
_PLAIN = frozenset({"", "establish"})


def link_by_day(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], known: Sequence[Instrument]
) -> tuple[Mention, ...]:
    """A sentence that dates an agreement to the day on which its sister was signed speaks of the sister.

    So does one that dates it to the sister's year, and only to years before its own.
    """
    by_id = {k.entity.id: k for k in known}
    changed: dict[int, Mention] = {}
    rest = sorted(mentions, key=lambda m: m.start_char)
    for sentence in sentences:
        inside = [m for m in rest if sentence.start_char <= m.start_char < sentence.end_char]
        days = {m.edtf for m in inside if m.label == "DATE" and m.edtf and len(m.edtf) == _DAY}
        changed |= told_apart(inside, by_id, known)
        years = {m.edtf[:_YEAR] for m in inside if m.label == "DATE" and m.edtf and m.edtf[:_YEAR].isdigit()}
        for mention in inside if years else ():
            own = by_id.get(str(mention.entity_id))
            if mention.label != "TREATY" or mention.method.startswith(("short:", "tagger")):
                continue
            ahead = _day_ahead(mention, inside)
            if own is not None and own.entity.start_edtf in (ahead or days):
                continue
            of_day = [k for k in known if k.entity.start_edtf in (ahead or days) and k is not own]
            sisters = [k for k in of_day if own and k.kind == own.kind and _sisters(own, k)]
            sisters = [k for k in sisters if own and _may_be(k, own, mention, inside)]
            called = [k for k in of_day if own is None or {own.action, k.action} <= _PLAIN or own.action == k.action]
            sisters = sisters or [k for k in called if _is_called(mention, k)]
            sisters = sisters or _sisters_before(own, years, known)
            namesakes = [] if sisters else _namesakes(mention, own, inside, known)
            if len(namesakes) > 1:
                changed[mention.start_char] = replace(mention, entity_id=None, method="year:" + mention.method)
            sisters = [k for k in sisters or namesakes if not _of_other_side(k, own, mention)]
            # "A, signed on D, and B, signed a year later": a sister that is named beside it has the day itself.
            if len(sisters) == 1 and not (own and any(m.entity_id == sisters[0].entity.id for m in inside)):
                sister = sisters[0].entity.id
                changed[mention.start_char] = replace(mention, entity_id=sister, method="day:" + mention.method)
    return tuple(changed.get(m.start_char, m) if m.label == "TREATY" else m for m in mentions)


def _may_be(sister: Instrument, own: Instrument, mention: Mention, inside: Sequence[Mention]) -> bool:
    """ "The Treaty on the A Union", in full, is none that the union has with B, unless the sentence names B too."""
    said = _openings(mention.text)
    full = len(said) >= _TITLE and any(said == _openings(a.text) for a in own.entity.aliases if a.lang == mention.lang)
    return not full or sister.about - own.about <= {m.entity_id for m in inside}


def _of_other_side(known: Instrument, own: Instrument | None, mention: Mention) -> bool:
    """ "The agreement between A and B": what A concluded with C on the day that is told is no sister of it."""
    return own is not None and mention.method == BY_SIDES and known.about != own.about


def _day_ahead(mention: Mention, inside: Sequence[Mention]) -> set[str]:
    """The day that a Kazakh clause says before its paper, where the sentence names a paper of that name twice."""
    twins = [m for m in inside if m.label == "TREATY" and m.entity_id == mention.entity_id]
    if mention.lang != _KAZAKH or len(twins) < _ALIKE:
        return set()
    before = [m.edtf or "" for m in inside if m.label == "DATE" and m.start_char < mention.start_char]
    return {day for day in before[-1:] if len(day) == _DAY}


def _sisters_before(own: Instrument | None, years: set[str], known: Sequence[Instrument]) -> list[Instrument]:
    """ "The A free trade agreement was signed in 1994": not that of 2011, but the other one on A and free trade."""
    if own is None or not own.entity.start_edtf or own.entity.start_edtf[:_YEAR] <= max(years):
        return []
    alike = [k for k in known if len(own.about) >= _ALIKE and own.about <= k.about and _sisters(own, k)]
    return [k for k in alike if (k.entity.start_edtf or "")[:_YEAR] in years]


def _namesakes(
    mention: Mention, own: Instrument | None, inside: Sequence[Mention], known: Sequence[Instrument]
) -> list[Instrument]:
    """Where every date is of a year before its own: another of that title, signed in the most exact of the dates."""
    spans = [m for m in inside if m.label == "DATE" and m.edtf and m.latest]
    start = (own.entity.start_edtf if own else None) or ""
    if not spans or start[:_YEAR] <= max(m.latest or "" for m in spans)[:_YEAR]:
        return []
    told = sorted((m.edtf or "" for m in spans), key=len, reverse=True)
    called = [k for k in known if k is not own and _is_called(mention, k)]
    return next((fit for day in told if (fit := [k for k in called if _begins(k, day)])), [])


def _begins(known: Instrument, day: str) -> bool:
    return (known.entity.start_edtf or "").startswith(day)


def _is_called(mention: Mention, known: Instrument) -> bool:
    """Its words, of whatever ending, all stand in one name of the instrument: the title is cut short, not another."""
    said = _openings(mention.text)
    names = [a.text for a in known.entity.aliases if a.lang == mention.lang]
    names.append(known.entity.names.get(mention.lang, ""))
    titles = [title for name in names if len(title := _openings(name)) >= _TITLE]
    return len(said) >= _TITLE and any(said <= title or title <= said for title in titles)


def _openings(text: str) -> set[str]:
    return {fold(t.text)[:_STEM] for t in tokenise(text)}


def _sisters(a: Instrument, b: Instrument) -> bool:
    """Two instruments of one body that do the same to it: neither ends it, lets somebody in, or amends the other."""
    return a is not b and bool(a.about & b.about) and {a.action, b.action} <= _PLAIN
