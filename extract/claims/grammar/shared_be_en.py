"""An English participle behind a joint in, the mood that it shares with the "was" of the verb before it out."""

from collections.abc import Collection, Sequence

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger

_JOINTS, _THEN = frozenset({"and", "but", "or"}), frozenset({"then", "later", "finally", "eventually", "subsequently"})
# Deeds done to a body or paper; "was invited in 1975 and joined in 1981" is one of its own.
_SUFFERED = frozenset({"established", "terminated", "renamed", "signed", "ratified", "adopted"})
_RENAMED, _PARTICLES = "renamed", frozenset({"up", "down"})
_CLOSED, _FAR, _DATED = frozenset(";:()"), 18, 2
_BEING, _BE, _PARTICIPLE = "being", frozenset({"be", "been"}), 3
_AHEAD = frozenset({"will", "would", "shall", "should", "must", "to"})
_OPEN = frozenset({"may", "might", "could", "can"})
_DENIED = frozenset({"not", "never", "hardly", "nor"})
# Behind these stands what the subject is, and no deed.
_PREDICATE = frozenset({"a", "an", "the", "in", "one", "its", "no"})
# What may stand behind a verb without an object.
_LOOSE, _ENDS = frozenset({"by", "in", "at", "on", "after", "within"}), frozenset({"date", "mark", "place"})


def shared_be(items: Sequence[Item], trigger: Trigger, passive: Collection[str]) -> str | None:
    """ "Was set up by A in 1964 and dissolved in 1979": nothing but "and" and a time between, and no object behind."""
    inside, kind = items[trigger.first + 1 : trigger.last + 1], trigger.frame.partition(".")[0]
    following = items[trigger.last + 1] if trigger.last + 1 < len(items) else None
    # "Was enlarged and renamed the B" has its name behind it.
    loose = following is None or following.norm in _LOOSE or following.kind in _ENDS or kind == _RENAMED
    if not loose or kind not in _SUFFERED or any(i.norm not in _PARTICLES for i in inside):
        return None
    joint = _joint(items, trigger)
    for k in range(joint - 1, max(0, joint - _FAR), -1):
        if items[k].text in _CLOSED:
            return None
        if items[k].norm in passive and items[k].norm != _BEING:
            return _mood(items, k) if _opens_deed(items, k) else None
    return None


def _joint(items: Sequence[Item], trigger: Trigger) -> int:
    """The "and" right before the verb, or before the time that stands between; 0 where there is none."""
    for at in range(trigger.first - 1, max(0, trigger.first - _DATED - 2), -1):
        if items[at].norm in _JOINTS:
            return at
        if items[at].norm not in _THEN and items[at].kind != "date" and items[at + 1].kind != "date":
            return 0
    return 0


def _opens_deed(items: Sequence[Item], at: int) -> bool:
    """A participle behind the "was", and no predicate: "was a bloc"."""
    near = [i for i in items[at + 1 : at + 1 + _PARTICIPLE] if i.kind == "word" and not i.norm.endswith("ly")]
    return bool(near) and near[0].norm not in _PREDICATE | _DENIED and items[at - 1].norm not in _DENIED


def _mood(items: Sequence[Item], at: int) -> str:
    before = items[at - 1].norm
    if items[at].norm not in _BE or before in {"has", "have", "had"}:
        return ""
    return "planned" if before in _AHEAD else "hypothetical" if before in _OPEN else ""
