"""What texts alone tell of one member and one body in, its spells out: joined, watched, paused, left, joined again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kb.intervals import Held, Interval, begun, held, interval, overlap
from kb.model import STATE_CLAIMS, Event

# What begins with an event of a type; leaving begins nothing.
_BEGINS = {"acceded": "member", "membership": "member", "observer": "observer", "suspended": "suspended"}
# What may be told without a date and still be a spell, in the order in which one comes to it.
_UNDATED = ("observer", "member")

Dated = tuple[Event, Interval]


@dataclass(slots=True)
class Spell:
    """`end` is the first day on which it no longer held, as far as texts date it."""

    status: str
    start: str | None = None
    end: str | None = None
    events: list[Event] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    """What is told of one spell: when it began, when it ended, that it held."""

    status: str
    events: list[Event] = field(default_factory=list)
    begins: list[Dated] = field(default_factory=list)
    ends: list[Dated] = field(default_factory=list)


def told_spells(events: Iterable[Event]) -> list[Spell]:
    """One status follows the other; what is said of a spell that is under way only supports it."""
    found = sorted(events, key=_order)
    dated = [e for e in found if interval(e.edtf)]
    known = {_BEGINS.get(e.type) for e in dated}
    undated = [e for e in found if not interval(e.edtf)]
    runs = [_Run(s, there) for s in _UNDATED if s not in known and (there := [e for e in undated if _is(e, s)])]
    for event in dated:
        _tell(runs, event)
    for event in undated:
        same = [run for run in runs if _is(event, run.status) and event not in run.events]
        if same and event.type != "suspended" and _BEGINS.get(event.type) in known:
            same[0].events.append(event)
    return _spells(runs)


def _is(event: Event, status: str) -> bool:
    return _BEGINS.get(event.type) == status


def _state(event: Event) -> Held | None:
    return held(event.edtf) if event.type in STATE_CLAIMS else None


def _ends(event: Event) -> Interval | None:
    """When something ended, by what tells of nothing else: somebody left, or was a member until then."""
    said = _state(event)
    return said.end if said and said.until else interval(event.edtf) if event.type == "withdrew" else None


def _order(event: Event) -> tuple[str, bool, str]:
    """Beginnings by the first day they may mean, ends and pauses by the last."""
    date, ends = interval(event.edtf), _ends(event)
    if date is None:
        return "", False, event.id
    late = ends is not None or event.type == "suspended"
    return (date.latest or "9999" if late else date.earliest or ""), event.type == "withdrew", event.id


def _tell(runs: list[_Run], event: Event) -> None:
    end, said = _ends(event), _state(event)
    if end is not None:
        _tell_end(runs, event, end)
        return
    if not runs or not _goes_on(runs[-1], event):
        runs.append(_Run(_BEGINS[event.type]))
    run = runs[-1]
    run.events.append(event)
    date = begun(event.type, event.edtf)
    if date and _is(event, run.status):
        run.begins.append((event, date))
    if said and said.end:
        run.ends.append((event, said.end))


def _tell_end(runs: list[_Run], event: Event, end: Interval) -> None:
    """Of the spell before it; of one that nothing else tells where it says which status that was."""
    status = _BEGINS.get(event.type)
    fits = bool(runs) and (status is None or (status == runs[-1].status and not _is_over(runs[-1], end)))
    if not fits and status:
        runs.append(_Run(status))
    for run in runs:
        if run is runs[-1] or not (run.begins or run.ends):
            run.events.append(event)
            run.ends.append((event, end))


def _is_over(run: _Run, date: Interval) -> bool:
    return bool(run.ends) and not any((end.latest or "9999") >= (date.earliest or "") for _, end in run.ends)


def _goes_on(run: _Run, event: Event) -> bool:
    """Whether it speaks of the spell under way: of one status, not over before; a pause ends with a new beginning."""
    date, said = begun(event.type, event.edtf), _state(event)
    if date and _is_over(run, date):
        return False
    only_held = said is not None and said.start is None
    return _is(event, run.status) or (run.status == "suspended" and _is(event, "member") and only_held)


def _spells(runs: Sequence[_Run]) -> list[Spell]:
    spells = [Spell(run.status, _start(run), _best(run.ends), run.events) for run in runs]
    for spell, after in pairwise(spells):
        # One becomes something else; of a status without a date nobody knows whether it came before.
        if spell.end is None and (spell.start or after.status == "suspended"):
            spell.end = after.start
    return spells


def _start(run: _Run) -> str | None:
    """A day on which it already held is no beginning, unless it lies before all that is told of one."""
    told = [(e, d) for e, d in run.begins if (said := _state(e)) is None or said.start]
    first = min((d.earliest or "" for _, d in told), default=None)
    held_before = [(e, d) for e, d in run.begins if first is None or (d.latest or "9999") <= first]
    return _best(told + held_before if told else run.begins[:1])


def _best(dated: Sequence[Dated]) -> str | None:
    """The date that most texts tell; of those that agree with it the most precise."""
    if not dated:
        return None
    _, best = min(dated, key=lambda d: (-d[0].n_documents, d[1].width, d[1].edtf))
    return min((d for _, d in dated if overlap(d, best)), key=lambda d: (d.width, d.edtf)).edtf
