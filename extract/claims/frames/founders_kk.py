"""A Kazakh list of founders behind a sentence about the paper that made their body in, the founding out."""

from collections.abc import Iterator

from extract.claims.frames.members import member
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES, Claim, Mention, Participant

_SIGNED = "signed"


def founders_listed(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A treaty establishing A was signed. Its founders are X and Y": they founded A with it."""
    made = list(member(scene, told, "membership", "lists"))
    last = scene.last
    founded = scene.tables.founds.get(last.subject_id) if last and last.type == _SIGNED else None
    told_of = last is not None and last.polarity == POLARITIES[0] == told.polarity
    named = any(i.kind == "name" and i.label == "ORG" for i in scene.clauses.items)
    if last is None or founded is None or not told_of or named or any(d.object_id != founded for d in made):
        yield from made
        return
    founders = tuple(dict.fromkeys(d.subject_id for d in made))
    parties = tuple(Participant(id_, "founder") for id_ in founders)
    if founders:
        yield Draft("established", founded, last.subject_id, -1, parties, _day(last), confidence=0.7, members=founders)


def _day(last: Claim) -> Mention | None:
    """The date of what was told before, as a mention."""
    if last.edtf is None:
        return None
    at = last.start_char
    return Mention("DATE", at, at, "", last.lang, edtf=last.edtf, earliest=last.earliest, latest=last.latest)
