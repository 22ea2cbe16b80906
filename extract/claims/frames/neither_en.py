"""An English "nor has B", "neither did C" in, the denial told before it, of B or C, out as drafts of claims."""

from collections.abc import Iterator

from extract.claims.fillers.just_told import just_told
from extract.claims.scene import Draft, Scene, Told
from kb.model import Claim, Participant

_RELATIVE = frozenset({"which", "who", "whose", "whom", "though", "although", "despite", "for", "with"})
_NEGATED = "negated"
_OF_MEMBERS = frozenset({"acceded", "membership", "observer", "withdrew", "suspended"})
_OF_PAPERS = frozenset({"signed", "ratified"})


def nor_others(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A has not joined C, nor has B", "A never ratified it. Nor did B": what was denied holds of B, too."""
    last = scene.denied or _denied_before(scene)
    if last is None:
        return
    items = scene.clauses.items
    k = next((k for k in range(told.trigger.first, told.trigger.last + 1) if items[k].label == "COUNTRY"), -1)
    following = [i.norm for i in items[k + 1 : k + 3]]
    if k < 0 or (following[1:] and following[1] in _RELATIVE):
        return  # "Nor has B, whose bid was refused, ever entered it" has a verb of its own.
    for id_ in scene.ids(k):
        if last.type in _OF_MEMBERS and id_ != last.subject_id:
            yield Draft(last.type, id_, last.object_id, k, confidence=0.7)
        elif last.type in _OF_PAPERS:
            yield Draft(last.type, last.subject_id, last.object_id, -1, (Participant(id_, "party"),), confidence=0.7)


def _denied_before(scene: Scene) -> Claim | None:
    """The claim of the sentence right before, where it was denied."""
    last = just_told(scene)
    return last if last is not None and last.polarity == _NEGATED else None
