"""Instruments of one body told apart by the day in the sentence: linked mentions in, the same with better links out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.language.tokens import fold, tokenise
from extract.papers.treaty_words import Instrument
from kb.model import Mention, Sentence

_DAY = 10  # length of an ISO day
_STEM, _TITLE = 4, 3
# A year behind one blank; papers are named by the year of their signing, or of their entry into force soon after.
_NEXT, _YEAR, _APART = 1, 4, 5
# " между " before the first of two, " и " between them.
_BETWEEN, _AND, _BOTH = len(" между "), len(" и "), 2
# What an instrument does that founds a body or governs it: it neither ends it nor lets somebody in.
_PLAIN = frozenset({"", "establish"})


def link_by_day(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], known: Sequence[Instrument]
) -> tuple[Mention, ...]:
    """A sentence that dates an agreement to the day on which its sister was signed speaks of the sister."""
    by_id = {k.entity.id: k for k in known}
    changed: dict[int, Mention] = {}
    rest = sorted(mentions, key=lambda m: m.start_char)
    for sentence in sentences:
        inside = [m for m in rest if sentence.start_char <= m.start_char < sentence.end_char]
        days = {m.edtf for m in inside if m.label == "DATE" and m.edtf and len(m.edtf) == _DAY}
        for mention in inside:
            if _of_other_year(mention, inside, by_id.get(str(mention.entity_id))):
                changed[mention.start_char] = replace(mention, entity_id=None, method="year:" + mention.method)
            if partners := _partners(mention, inside, by_id.get(str(mention.entity_id))):
                changed[mention.start_char] = _with_partners(mention, partners, known)
        for mention in inside if days else ():
            own = by_id.get(str(mention.entity_id))
            if mention.label != "TREATY" or mention.method.startswith(("short:", "tagger")):
                continue
            if own is not None and own.entity.start_edtf in days:
                continue
            of_day = [k for k in known if k.entity.start_edtf in days and k is not own]
            sisters = [k for k in of_day if own and k.kind == own.kind and _sisters(own, k)]
            called = [k for k in of_day if own is None or {own.action, k.action} <= _PLAIN or own.action == k.action]
            sisters = sisters or [k for k in called if _is_called(mention, k)]
            if len(sisters) == 1:
                sister = sisters[0].entity.id
                changed[mention.start_char] = replace(mention, entity_id=sister, method="day:" + mention.method)
    return tuple(changed.get(m.start_char, m) if m.label == "TREATY" else m for m in mentions)


def _of_other_year(mention: Mention, inside: Sequence[Mention], known: Instrument | None) -> bool:
    """ "Парижские соглашения 1954 года" are not the agreement of 2015: a year right behind a Russian name."""
    if known is None or mention.lang != "ru" or mention.label != "TREATY":
        return False
    beside = (m for m in inside if m.label == "DATE" and 0 < m.start_char - mention.end_char <= _NEXT)
    year = next((m.edtf or "" for m in beside), "")[:_YEAR]
    own = (known.entity.start_edtf or "")[:_YEAR]
    return year.isdigit() and own.isdigit() and abs(int(year) - int(own)) >= _APART


def _partners(mention: Mention, inside: Sequence[Mention], known: Instrument | None) -> frozenset[str]:
    """ "Соглашение о зоне свободной торговли между A и B": both, where the paper is of another body than A."""
    behind = [m for m in inside if m.start_char > mention.end_char][:_BOTH]
    if known is None or mention.lang != "ru" or mention.label != "TREATY" or len(behind) < _BOTH:
        return frozenset()
    far = behind[0].start_char - mention.end_char != _BETWEEN or behind[1].start_char - behind[0].end_char != _AND
    own = {m.entity_id for m in behind if m.label == "ORG"} & known.about
    named = {str(m.entity_id) for m in behind if m.label in {"ORG", "COUNTRY"} and m.entity_id}
    several = len(named) == _BOTH and any(m.label == "ORG" for m in behind)
    return frozenset(named) if several and not far and not own else frozenset()


def _with_partners(mention: Mention, partners: frozenset[str], known: Sequence[Instrument]) -> Mention:
    """The one paper that is of both, or none that is known."""
    fit = [k.entity.id for k in known if partners <= k.about]
    return replace(mention, entity_id=fit[0] if len(fit) == 1 else None, method="partners:" + mention.method)


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
