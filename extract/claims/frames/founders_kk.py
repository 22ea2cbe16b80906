"""A Kazakh list of founders in, the founding that it tells of out: by the paper told right before, if any."""

from collections.abc import Iterator

from extract.claims.frames.members import member
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES, Claim, Mention, Participant

_SIGNED, _FOUNDED = "signed", "established"


def founders_listed(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Its founders are X and Y": they founded it, with the paper that the sentence before may have told of."""
    made = list(member(scene, told, "membership", "lists"))
    bodies = {d.object_id for d in made}
    if told.polarity != POLARITIES[0] or len(bodies) != 1:
        yield from made
        return
    founders = tuple(dict.fromkeys(d.subject_id for d in made))
    parties = tuple(Participant(id_, "founder") for id_ in founders)
    body = str(made[0].object_id)
    last, told_of = _told_before(scene, body), scene.memory.instrument(scene.clauses.items[0].start)
    paper = told_of if told_of and scene.tables.founds.get(told_of) == body else None
    day = _day(last) if last else None
    yield Draft("established", body, paper, -1, parties, day, confidence=0.7, members=founders)


def _told_before(scene: Scene, body: str) -> Claim | None:
    """ "A (or a treaty establishing it) was founded (signed) on D. …": the sentence in hand names no body itself."""
    last = scene.last
    if last is None or last.polarity != POLARITIES[0]:
        return None
    if any(i.kind == "name" and i.label == "ORG" for i in scene.clauses.items):
        return None
    founded = {_SIGNED: scene.tables.founds.get(last.subject_id), _FOUNDED: last.subject_id}.get(last.type)
    return last if founded == body else None


def _day(last: Claim) -> Mention | None:
    """The date of what was told before, as a mention."""
    if last.edtf is None:
        return None
    at = last.start_char
    return Mention("DATE", at, at, "", last.lang, edtf=last.edtf, earliest=last.earliest, latest=last.latest)
