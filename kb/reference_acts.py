"""Reference facts in, the acts and states they vouch for out: a spell of membership vouches for joining and leaving."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.intervals import Interval, held, interval, overlap
from kb.lives import body_spans
from kb.model import STATE_CLAIMS, ReferenceFact, Registry

# Status of a spell -> the claims that its first day vouches for.
_BEGINS = {
    "member": ("acceded", "membership"), "participant": ("membership",), "associate": ("acceded", "membership"),
    "observer": ("observer",), "suspended": ("suspended",), "frozen": ("suspended",),
}  # fmt: skip
# Who is one of these is a member in the wider sense; who is suspended or frozen goes on with the spell before.
PRESENT = frozenset({"member", "participant", "associate", "suspended", "frozen"})
_PAUSED = frozenset({"suspended", "frozen"})

Spells = Mapping[tuple[str, str | None, str | None], ReferenceFact]  # member, body, first day


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
    # Of a state: the days on which it held, the day it ended, and the last day that what followed it held.
    span: Interval | None = None
    end: Interval | None = None
    last: str | None = None


def reference_acts(registry: Registry) -> tuple[ReferenceAct, ...]:
    """Facts as they are, and what the spells of membership imply."""
    lives = body_spans(registry)
    spells = {(f.subject_id, f.object_id, f.start_edtf): f for f in registry.facts if f.type == "membership"}
    found: list[ReferenceAct] = []
    for fact in registry.facts:
        if fact.type != "membership":
            date = interval(fact.start_edtf)
            found.append(ReferenceAct(fact.type, fact.subject_id, fact.object_id, date, fact.id, fact.participants))
            if fact.type == "entered_into_force":
                found.append(ReferenceAct("in_effect", fact.subject_id, None, date, fact.id, (), True))
        else:
            found += _of_spell(fact, lives.get(str(fact.object_id), (None, None)), spells)
    organs = (r for r in registry.relations if r.type == "organ_of")
    found += [ReferenceAct("organ_of", r.subject_id, r.object_id, None, "", (), True) for r in organs]
    return tuple(found)


def _of_spell(fact: ReferenceFact, life: tuple[str | None, str | None], spells: Spells) -> Iterator[ReferenceAct]:
    """A founder does not accede, and a member does not withdraw when the body ends or the status changes."""
    founder = fact.start_edtf is not None and fact.start_edtf == life[0]
    for kind in _BEGINS.get(str(fact.status), ()):
        implied = founder and kind == "acceded"
        start, state = interval(fact.start_edtf), _state(fact, kind, spells)
        yield ReferenceAct(kind, fact.subject_id, fact.object_id, start, fact.id, (), implied, *state)
    goes_on = (fact.subject_id, fact.object_id, fact.end_edtf) in spells
    if fact.end_edtf and fact.end_edtf != life[1] and not goes_on and fact.status in {"member", "suspended"}:
        yield ReferenceAct("withdrew", fact.subject_id, fact.object_id, interval(fact.end_edtf), fact.id)


def _state(fact: ReferenceFact, kind: str, spells: Spells) -> tuple[Interval | None, Interval | None, str | None]:
    """When the state held, with what goes on with it, when that ended, and how long there was any membership."""
    if kind not in STATE_CLAIMS:
        return None, None, None
    paused = _followed(fact, _PAUSED, spells) if kind == "membership" else fact
    present = _followed(fact, PRESENT, spells) if kind == "membership" else fact
    first, own, end = interval(fact.start_edtf), interval(fact.end_edtf), interval(paused.end_edtf)
    span = Interval("", first.earliest if first else None, end.latest if end else None)
    last = interval(present.end_edtf)
    # "Until 2014" and "until 1 January 2015" are one end.
    ended = Interval("", _day_before(own.earliest), end.latest if end else None) if own else None
    return span, ended, last.latest if last else None


def _followed(fact: ReferenceFact, statuses: frozenset[str], spells: Spells) -> ReferenceFact:
    """The last of the spells that follow one another without a gap."""
    after = spells.get((fact.subject_id, fact.object_id, fact.end_edtf)) if fact.end_edtf else None
    return _followed(after, statuses, spells) if after and after.status in statuses and after is not fact else fact


def _day_before(day: str | None) -> str | None:
    return (datetime.date.fromisoformat(day) - datetime.timedelta(1)).isoformat() if day else None


def vouches(act: ReferenceAct, edtf: str | None) -> bool:
    """Whether the reference says of a state what a text says with this date; an act stands by its day alone."""
    said = held(edtf)
    if said is None or act.date is None:
        return True
    whole = act.span or Interval("", act.date.earliest, None)
    if said.since and said.start:
        return overlap(said.start, act.date)
    if said.until and said.end:
        return act.end is not None and overlap(said.end, act.end)
    if said.start and said.end:
        within = act.last is None or said.end.earliest is None or said.end.earliest <= act.last
        return within and overlap(said.span, whole) and overlap(said.start, whole)
    return overlap(said.span, whole)
