"""A Russian name of an instrument among the mentions of its sentence in, the paper that year or parties make it out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.papers.treaty_words import Instrument
from kb.model import Mention

# A year behind one blank; papers are named by the year of their signing, or of their entry into force soon after.
_NEXT, _YEAR, _APART = 1, 4, 5
# " между " before the first of two, " и " between them.
_BETWEEN, _AND, _BOTH = len(" между "), len(" и "), 2


def told_apart(
    inside: Sequence[Mention], by_id: Mapping[str, Instrument], known: Sequence[Instrument]
) -> dict[int, Mention]:
    """Where it starts -> the mention of what another year or other parties behind it make another paper."""
    changed: dict[int, Mention] = {}
    for mention in inside:
        own = by_id.get(str(mention.entity_id))
        if own is None or mention.lang != "ru" or mention.label != "TREATY":
            continue
        if _of_other_year(mention, inside, own):
            changed[mention.start_char] = replace(mention, entity_id=None, method="year:" + mention.method)
        if partners := _partners(mention, inside, own):
            changed[mention.start_char] = _with_partners(mention, partners, known)
    return changed


def _of_other_year(mention: Mention, inside: Sequence[Mention], known: Instrument) -> bool:
    """ "Парижские соглашения 1954 года" are not the agreement of 2015: a year right behind a Russian name."""
    beside = (m for m in inside if m.label == "DATE" and 0 < m.start_char - mention.end_char <= _NEXT)
    year = next((m.edtf or "" for m in beside), "")[:_YEAR]
    own = (known.entity.start_edtf or "")[:_YEAR]
    return year.isdigit() and own.isdigit() and abs(int(year) - int(own)) >= _APART


def _partners(mention: Mention, inside: Sequence[Mention], known: Instrument) -> frozenset[str]:
    """ "Соглашение о зоне свободной торговли между A и B": both, where the paper is of another body than A."""
    behind = [m for m in inside if m.start_char > mention.end_char][:_BOTH]
    if len(behind) < _BOTH:
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
