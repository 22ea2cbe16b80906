"""Reference facts in, the acts and states they vouch for out: a spell of membership vouches for joining and leaving."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.intervals import Interval, interval
from kb.lives import body_spans
from kb.model import ReferenceFact, Registry

# Status of a spell -> the claims that its first day vouches for.
_BEGINS = {
    "member": ("acceded", "membership"), "participant": ("membership",), "associate": ("acceded", "membership"),
    "observer": ("observer",), "suspended": ("suspended",), "frozen": ("suspended",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReferenceAct:
    """One act or state on the word of one reference fact, or, `implied`, of what follows from one.

    What is implied agrees with texts that say it, but is no event by itself and contradicts nobody.
    """

    type: str
    subject_id: str
    object_id: str | None
    date: Interval | None
    fact_id: str
    participants: tuple[str, ...] = ()
    implied: bool = False


def reference_acts(registry: Registry) -> tuple[ReferenceAct, ...]:
    """Facts as they are, and what the spells of membership imply."""
    lives = body_spans(registry)
    starts = {(f.subject_id, f.object_id, f.start_edtf) for f in registry.facts if f.type == "membership"}
    found: list[ReferenceAct] = []
    for fact in registry.facts:
        if fact.type != "membership":
            date = interval(fact.start_edtf)
            found.append(ReferenceAct(fact.type, fact.subject_id, fact.object_id, date, fact.id, fact.participants))
            if fact.type == "entered_into_force":
                found.append(ReferenceAct("in_effect", fact.subject_id, None, date, fact.id, (), True))
        else:
            found += _of_spell(fact, lives.get(str(fact.object_id), (None, None)), starts)
    organs = (r for r in registry.relations if r.type == "organ_of")
    found += [ReferenceAct("organ_of", r.subject_id, r.object_id, None, "", (), True) for r in organs]
    return tuple(found)


def _of_spell(
    fact: ReferenceFact, life: tuple[str | None, str | None], starts: set[tuple[str, str | None, str | None]]
) -> Iterator[ReferenceAct]:
    """A founder does not accede, and a member does not withdraw when the body ends or the status changes."""
    founder = fact.start_edtf is not None and fact.start_edtf == life[0]
    for kind in _BEGINS.get(str(fact.status), ()):
        implied = founder and kind == "acceded"
        yield ReferenceAct(kind, fact.subject_id, fact.object_id, interval(fact.start_edtf), fact.id, (), implied)
    goes_on = (fact.subject_id, fact.object_id, fact.end_edtf) in starts
    if fact.end_edtf and fact.end_edtf != life[1] and not goes_on and fact.status in {"member", "suspended"}:
        yield ReferenceAct("withdrew", fact.subject_id, fact.object_id, interval(fact.end_edtf), fact.id)
