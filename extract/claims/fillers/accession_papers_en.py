"""An English deed of papers and its sentence in, the paper by which a country joins a body out.

Such a paper is called by what it is for: "a treaty enabling A to join B", "the agreement to become a member of B".
"""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.scene import Scene, Told

_DEEDS = frozenset({"signed", "ratified", "entered_into_force", "adopted"})
_JOINING, _RATIFIED = "acceded", "ratified"
# So far behind the noun for a paper, or behind "ratified", stands the joining; so far behind that the body.
_NEAR, _NEXT, _BODY = 10, 6, 5
_PARTING = frozenset(",;:")


def accession_papers(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "On X a treaty enabling A to join B was signed", "A signed the agreement to become a member of B"."""
    for joining in _joinings(scene, told.trigger):
        begun = _paper_before(scene, told.trigger, joining)
        body = _body_of(scene, joining) if begun is not None else None
        if begun is not None and body is not None:
            countries = _countries(scene, told, begun, joining)
            papers = (scene.tables.accessions.get((c, body)) for c in countries)
            return tuple(dict.fromkeys(p for p in papers if p))
    return ()


def describes_paper(scene: Scene, trigger: Trigger) -> bool:
    """Whether what joins only says which paper was signed or ratified, and has no date of its own."""
    deeds = (t for t in set(scene.clauses.held.values()) if t is not trigger)
    return any(
        joining is trigger and _paper_before(scene, t, trigger) for t in deeds for joining in _joinings(scene, t)
    )


def _joinings(scene: Scene, deed: Trigger) -> list[Trigger]:
    if scene.lang != "en" or deed.frame not in _DEEDS:
        return []
    joining = (t for t in set(scene.clauses.held.values()) if t.frame.startswith(_JOINING) and t is not deed)
    return sorted(joining, key=lambda t: t.first)


def _paper_before(scene: Scene, deed: Trigger, joining: Trigger) -> int | None:
    """Where the noun stands that the joining describes; of "ratified A's entry into B" the verb itself."""
    items, first, last = scene.clauses.items, deed.first, deed.last
    near = range(joining.first - 1, max(-1, joining.first - _NEAR), -1)
    noun = next((k for k in near if _parts(scene, k) or _is_paper(scene, items[k])), None)
    if noun is not None and _is_paper(scene, items[noun]):
        beside = last < noun < last + _NEXT or noun < first
        others = {t for t in scene.clauses.held.values() if t is not deed and t is not joining}
        held = any(noun < t.first < max(joining.first, first) for t in others)
        return noun if beside and not held else None
    direct = joining.form == "noun" and deed.frame == _RATIFIED and 0 < joining.first - last < _NEXT
    return last if direct and not any(_parts(scene, k) for k in range(last + 1, joining.first)) else None


def _parts(scene: Scene, k: int) -> bool:
    """A mark, another body, or a joint that no name follows: "signed an agreement with A and wants to join B"."""
    items = scene.clauses.items
    goes_on = scene.clauses.joins(k) and not (k + 1 < len(items) and items[k + 1].label == "COUNTRY")
    return items[k].text in _PARTING or items[k].label == "ORG" or goes_on


def _is_paper(scene: Scene, item: Item) -> bool:
    singular = f"{item.norm[:-3]}y" if item.norm.endswith("ies") else item.norm.removesuffix("s")
    return item.kind in {"word", "ref"} and not scene.anaphors.instruments.keys().isdisjoint({item.norm, singular})


def _body_of(scene: Scene, joining: Trigger) -> str | None:
    items = scene.clauses.items[joining.first : joining.last + _BODY]
    named = next((i.ids[0] for i in items if i.label == "ORG" and i.ids), None)
    return named or scene.memory.body(items[0].start)


def _countries(scene: Scene, told: Told, begun: int, joining: Trigger) -> tuple[str, ...]:
    """Those between the noun and the body, or else who signs."""
    items = scene.clauses.items
    held = items[begun + 1 : joining.last + _BODY]
    inner = tuple(id_ for i in held if i.label == "COUNTRY" and i.start < _named_at(held) for id_ in i.ids)
    signing = [i.ids for i in items[: told.trigger.first] if i.label == "COUNTRY" and len(i.ids) == 1]
    return inner or (signing[-1] if signing else ())


def _named_at(held: Sequence[Item]) -> int:
    """Where the body is named: the countries of the joining stand before it."""
    return next((i.start for i in held if i.label == "ORG"), held[-1].end)
