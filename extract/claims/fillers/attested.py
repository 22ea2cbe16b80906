"""A draft whose body is only meant and the day it was on in, the draft with the body that is known to fit out.

A reader who meets "Bolivia's accession in 2024" behind the names of the EU and Mercosur knows which of them it was.
What the sentence itself names is never touched: a text may say what history does not.
"""

from dataclasses import replace

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.known_days import KNOWN_BESIDE
from extract.claims.scene import Draft, Scene
from kb.edtf_bounds import bounds


def attested(scene: Scene, draft: Draft, edtf: str | None) -> Draft:
    """The draft; where its body is not known to have had such a member then, but one named before had, with that."""
    body, day = draft.object_id, (edtf or "").removesuffix("/..")
    if draft.type not in MEMBER_TYPES or body is None or not day or _is_named(scene, body):
        return draft
    turns = scene.tables.turns
    named = (body, *scene.memory.all_bodies(scene.clauses.items[-1].end))
    fitting = (b for b in named if _fits(turns.get((draft.subject_id, b), ()), draft.type, day))
    known = next(fitting, body)
    return draft if known == body else replace(draft, object_id=known, confidence=min(draft.confidence, KNOWN_BESIDE))


def _is_named(scene: Scene, body: str) -> bool:
    """By a name of its own, of a paper of its, or of an organ; "acceded to it" is said of the paper told of before."""
    ids = (id_ for i in scene.clauses.items if i.kind == "name" or i.label == "TREATY" for id_ in i.ids)
    tables = scene.tables
    return any(body in {id_, tables.entered_by(id_), tables.body_of(id_), tables.root(id_)} for id_ in ids)


def _fits(turns: tuple[tuple[str, str], ...], type_: str, day: str) -> bool:
    """Whether one of the days on which a country came in, changed its status or went out lies in what the text says."""
    first, last = bounds(day)
    if first is None or last is None:
        return False
    kinds = {"withdrew": ("end",), "suspended": ("suspended", "end"), "observer": ("observer",)}.get(type_, ("start",))
    return any(kind in kinds and _inside(told, (first, last)) for kind, told in turns)


def _inside(told: str, span: tuple[str, str]) -> bool:
    first, last = bounds(told)
    return first is not None and last is not None and first <= span[1] and last >= span[0]
