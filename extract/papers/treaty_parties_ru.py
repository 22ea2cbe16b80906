"""A Russian name of an instrument among the mentions of its sentence in, the paper that year or parties make it out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.language.tokens import fold, tokenise
from extract.papers.treaty_words import Instrument
from kb.model import Entity, Mention

# A year behind one blank; papers are named by the year of their signing, or of their entry into force soon after.
_NEXT, _YEAR, _APART = 1, 4, 5
# " между " before the first of two, " и " between them.
_BETWEEN, _AND, _BOTH = len(" между "), len(" и "), 2
# Words of a title are compared by their openings, the short ones not at all.
_OPENING, _LONG, _SIDES, _RU = 5, 4, "между", "ru"
_BEFORE = len("полноформатное временное ")
BY_SIDES = "pattern:treaty-sides"


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


def between_parties(
    text: str,
    span: tuple[int, int],
    parties: frozenset[str],
    told: tuple[str, Entity | None],
    known: Sequence[Instrument],
) -> Entity | None:
    """ "Временное торговое соглашение между A и его государствами-членами, с одной стороны, и B": of A and B.

    Of several the one whose name holds every word of the title, and the fewest words besides. `told`: its kind, and
    the paper that kind and bodies make it, which stays where the title tells no two sides.
    """
    head, sides, _ = text[span[0] : span[1]].partition(_SIDES)
    kind, linked = told
    if not sides or len(parties) != _BOTH:
        return linked
    if any(k.entity is linked and parties <= k.about for k in known):
        return linked
    fit = [(k, _openings(k.entity.names[_RU].partition(_SIDES)[0])) for k in known if _of_both(k, kind, parties)]
    # "Временное соглашение": what stands before the title is of the name where one of the papers is called so.
    before = _openings(text[max(0, span[0] - _BEFORE) : span[0]].rpartition(".")[2])
    said = _openings(head) | {word for word in before if any(word in words for _, words in fit)}
    more = sorted((len(words - said), n) for n, (_, words) in enumerate(fit) if said <= words)
    alone = len(more) == 1 or (len(more) > 1 and more[0][0] < more[1][0])
    return fit[more[0][1]][0].entity if alone else None


def method_of(lang: str, title: str, about: Sequence[str]) -> str:
    """How a paper was found that a pattern reads: by its two sides, where a Russian title tells them."""
    return BY_SIDES if lang == _RU and _SIDES in title and len(set(about)) == _BOTH else "pattern:treaty"


def _of_both(known: Instrument, kind: str, parties: frozenset[str]) -> bool:
    return known.kind == kind and known.about == parties and _RU in known.entity.names


def _openings(title: str) -> frozenset[str]:
    return frozenset(fold(t.text)[:_OPENING] for t in tokenise(title) if len(t.text) >= _LONG)
