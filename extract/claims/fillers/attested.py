"""A draft whose body is only meant and the day it was on in, the draft with the body that is known to fit out.

A reader who meets "Bolivia's accession in 2024" behind the names of the EU and Mercosur knows which of them it was.
A history of the OSCE that says who joined "it" in 1991 means the CSCE.
What the sentence itself names is never touched: a text may say what history does not.
"""

from dataclasses import replace

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.known_days import KNOWN_BESIDE
from extract.claims.scene import Draft, Scene


def attested(scene: Scene, draft: Draft, edtf: str | None) -> Draft:
    """The draft; where its body is not known to have had such a member then, but one named before had, with that."""
    body, day = draft.object_id, (edtf or "").removesuffix("/..")
    if draft.type not in MEMBER_TYPES or body is None or not day or _is_named(scene, body):
        return draft
    days = scene.tables.days
    named = (body, *scene.tables.forebears(body), *scene.memory.all_bodies(scene.clauses.items[-1].end))
    fitting = (b for b in named if days.turned(draft.type, draft.subject_id, b, day))
    known = next(fitting, body)
    return draft if known == body else replace(draft, object_id=known, confidence=min(draft.confidence, KNOWN_BESIDE))


def _is_named(scene: Scene, body: str) -> bool:
    """By a name of its own, of a paper of its, or of an organ; "acceded to it" is said of the paper told of before."""
    ids = (id_ for i in scene.clauses.items if i.kind == "name" or i.label == "TREATY" for id_ in i.ids)
    tables = scene.tables
    return any(body in {id_, tables.entered_by(id_), tables.body_of(id_), tables.root(id_)} for id_ in ids)
