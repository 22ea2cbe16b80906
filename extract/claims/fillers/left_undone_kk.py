"""A Kazakh "it was not signed" without its paper in, the paper that was to be signed out."""

from extract.claims.fillers.just_told import just_told
from extract.claims.scene import Scene, Told

_PAPER, _DEEDS = "TREATY", ("signed", "ratified", "adopted")
_NAMING = frozenset({"name", "ref"})


def left_undone(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A's signing was planned for D, but over B it was not signed": the paper of the same deed right before."""
    if scene.lang != "kk" or told.polarity != "negated" or told.trigger.frame not in _DEEDS:
        return ()
    items, first = scene.clauses.items, told.trigger.first
    before = [t for t in scene.clauses.forms if t.last < first and t.frame == told.trigger.frame]
    end = max((t.last for t in before), default=-1)
    # Another paper, or a country that did not sign, has its own say.
    if any(i.kind in _NAMING and i.label in {_PAPER, "COUNTRY"} for i in items[end + 1 : first]):
        return ()
    named = [i.ids for i in items[: end + 1] if i.label == _PAPER and i.ids] if before else []
    last = just_told(scene) if not before else None
    planned = last is not None and last.type == told.trigger.frame and last.polarity == "planned"
    return named[-1] if named else (last.subject_id,) if planned and last is not None else ()
