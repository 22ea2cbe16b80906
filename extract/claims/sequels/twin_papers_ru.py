"""A Russian claim about the paper of one country in, that of the paper of another out: "с Сербией — в 2019-м"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.grammar.items import DASHES
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_case
from kb.model import Mention

_DEEDS = frozenset({"signed", "ratified", "adopted", "entered_into_force"})
_BOUNDS, _JOINTS = frozenset({",", ";"}), frozenset({"а", "и"})
_WITH, _AT, _STATE = frozenset({"с", "со"}), frozenset({"в", "с"}), "COUNTRY"


def by_own_paper(scene: Scene, draft: Draft, date: Mention | None) -> Draft:
    """ "A signed the accession treaty in October, B in December": what B signed is its own."""
    if scene.lang != "ru" or draft.type not in _DEEDS or len(draft.participants) != 1:
        return draft
    who, owner = draft.participants[0].entity_id, scene.tables.parties.get(draft.subject_id)
    if owner is None or who == owner or _bears_owner(scene, draft.subject_id):
        return draft
    twin = scene.memory.paper_like(draft.subject_id, who, (date.edtf or "") if date else "")
    return replace(draft, subject_id=twin) if twin else draft


def twin_papers(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "The agreement with A was signed in 2015, with B – in 2019": the verb and the paper's name are left out."""
    first = next((d for d in made if d.type in _DEEDS and d.subject_id in scene.tables.parties), None)
    if scene.lang != "ru" or first is None:
        return
    items, at = scene.clauses.items, told.trigger.last + 1
    while (at := _next_bound(scene, at)) < len(items):
        at, country = _country_of_row(scene, at + 1, first.subject_id)
        date = _date_of_row(scene, at)
        for id_ in scene.ids(country) if date is not None else ():
            twin = scene.memory.paper_like(first.subject_id, id_, (date.edtf or "") if date else "")
            if twin and twin != first.subject_id:
                yield replace(first, subject_id=twin, date=date, item=-1, participants=())


def _next_bound(scene: Scene, at: int) -> int:
    items = scene.clauses.items
    return next((k for k in range(at, len(items)) if items[k].text in _BOUNDS), len(items))


def _country_of_row(scene: Scene, at: int, paper: str) -> tuple[int, int | None]:
    """Where the row goes on behind its country, and where that stands: "с Сербией", of accessions "Киргизии"."""
    items = scene.clauses.items
    at += at < len(items) and items[at].norm in _JOINTS
    joined = paper in scene.tables.accessions.values()
    if not joined:
        if at >= len(items) or items[at].norm not in _WITH:
            return at, None
        at += 1
    if at >= len(items) or items[at].label != _STATE or items[at].kind != "name":
        return at, None
    owned = not joined or is_case(items[at].members[0].text.split()[0], "gent")
    return at + 1, at if owned else None


def _date_of_row(scene: Scene, at: int) -> Mention | None:
    """The date right behind, over a dash and a preposition."""
    items = scene.clauses.items
    at += at < len(items) and items[at].text in DASHES
    at += at < len(items) and items[at].norm in _AT
    return items[at].mention if at < len(items) and items[at].kind == "date" else None


def _bears_owner(scene: Scene, paper: str) -> bool:
    """ "A ratified the treaty on the accession of B": a name that holds B's is of no other paper."""
    if paper not in scene.tables.accessions.values():
        return False
    named = (m for i in scene.clauses.items if i.kind == "name" for m in i.members if m.entity_id == paper)
    return any(word[:1].isupper() and not word.isupper() for m in named for word in m.text.split()[1:])
