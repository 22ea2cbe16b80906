"""Events of different kinds or polarity that cannot all be right in, as conflicts out; silence contradicts nothing.

A denial without a date, or of other days than those on which something happened, denies nothing of it: who "has not
joined yet" or "refused to join in 2005" may have joined later. Only what is told without a date it may deny.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from kb.clusters import BY_PARTY
from kb.disagreements import JOINING, conflict_of
from kb.intervals import Interval, begun, held, interval, overlap
from kb.model import Conflict, Event, ReferenceFact, Registry
from kb.reference_acts import PRESENT

Pair = tuple[str, str | None]  # subject, object

_MEMBERSHIP = frozenset({"acceded", "membership"})
# Of whom one can say that he belongs in full, so that leaving or watching would be something else.
_FULL = frozenset({"member", "participant", "associate"})
# Who belongs, but not as a member.
_LESS = frozenset({"participant", "associate"})
# Who is suspended has not left.
_STILL_THERE = _FULL | {"suspended", "frozen"}
_HELD = {"membership": frozenset({"member", "associate"}), "observer": frozenset({"observer"})}
# What is denied of an instrument or a body as such, and what only of the parties that are named.
_DENIED = frozenset({"acceded", "withdrew", "suspended", "entered_into_force", "established", "terminated"})
_DENIED_OF_PARTIES = frozenset({"signed", "ratified"})
# Whatever object is named, it is one and the same.
_BY_SUBJECT = frozenset({"entered_into_force", "established", "terminated", "signed", "ratified"})


def contradictions(events: Sequence[Event], registry: Registry, sure: Set[str]) -> tuple[Conflict, ...]:
    """`sure`: ids of the events that some claim names without doubt; nothing else contradicts."""
    facts: dict[Pair, list[ReferenceFact]] = defaultdict(list)
    for fact in registry.facts:
        if fact.type == "membership":
            facts[fact.subject_id, fact.object_id].append(fact)
    told: dict[Pair, list[Event]] = defaultdict(list)
    for event in events:
        if event.polarity == "asserted" and (event.support != "disputed" or event.id in sure):
            told[event.subject_id, event.object_id].append(event)
            if event.object_id:
                told[event.subject_id, None].append(event)
    found: list[Conflict] = []
    for event in events:
        pair = event.subject_id, None if event.type in _BY_SUBJECT else event.object_id
        if event.id in sure and event.polarity == "negated" and event.edtf is None and pair not in facts:
            found += _of_plain_words(event, [e for e in told.get(pair, ()) if e.id in sure])
        elif event.id in sure and interval(event.edtf):
            if event.polarity == "asserted" and event.support == "texts":
                found += _of_status(event, facts.get(pair, ()), told[pair])
            elif event.polarity == "negated":
                found += _of_polarity(event, facts.get(pair, ()), told.get(pair, ()))
    return tuple(found)


def _of_status(event: Event, facts: Sequence[ReferenceFact], told: Sequence[Event]) -> Iterator[Conflict]:
    """Somebody joined, watched or left where the reference facts know another status on those days."""
    for fact in facts:
        if _differs(event, fact, facts):
            explanation = f"{event.type}: {event.edtf} / {fact.status} {_written(fact)}"
            found = conflict_of("status", _standing(event, fact, told), event, explanation)
            yield replace(found, reference_id=fact.id)
            return


def as_status(conflicts: Iterable[Conflict], events: Iterable[Event], registry: Registry) -> list[Conflict]:
    """ "A member since 1994" beside a party to the founding agreement since 1991 differs in more than the date."""
    by_id, facts = {e.id: e for e in events}, {f.id: f for f in registry.facts}
    found: list[Conflict] = []
    for conflict in conflicts:
        a, b = by_id[conflict.event_a], by_id[conflict.event_b]
        fact = next((f for i in a.reference_ids if (f := facts.get(i)) and f.status == a.status), None)
        if conflict.kind == "date" and b.type in _MEMBERSHIP and a.status in _LESS and fact:
            explanation = f"{b.type}: {b.edtf} / {fact.status} {_written(fact)}"
            conflict = replace(conflict_of("status", a, b, explanation), reference_id=fact.id)
        found.append(conflict)
    return found


def _differs(event: Event, fact: ReferenceFact, facts: Sequence[ReferenceFact]) -> bool:
    date, statuses = interval(event.edtf), {f.status for f in facts}
    if date is None:
        return False
    if event.type in _MEMBERSHIP:
        then = event.type == "membership" or overlap(date, _spell(fact))
        return then and not statuses & PRESENT and not any(_as_partner(date, f) for f in facts)
    if event.type == "observer":
        return "observer" not in statuses and fact.status in _FULL and _inside(date, fact)
    return event.type == "withdrew" and fact.status in _STILL_THERE and _inside(date, fact)


def _spell(fact: ReferenceFact) -> Interval:
    first, end = interval(fact.start_edtf), interval(fact.end_edtf)
    return Interval("", first.earliest if first else None, end.latest if end else None)


def _as_partner(date: Interval, fact: ReferenceFact) -> bool:
    """Who joins as a partner is no member, and the sentence that says "joined" is right."""
    entry = interval(fact.start_edtf)
    return fact.status == "partner" and entry is not None and overlap(date, entry)


def _written(fact: ReferenceFact) -> str:
    return f"{fact.start_edtf or '..'}/{fact.end_edtf or '..'}"


def _inside(date: Interval, fact: ReferenceFact) -> bool:
    """Whether all of it lies within the spell, whatever days the two mean."""
    first, end = interval(fact.start_edtf), interval(fact.end_edtf)
    begun = first is not None and first.latest is not None and date.earliest is not None
    if not begun or not str(date.earliest) > str(first.latest if first else ""):
        return False
    return end is None or (date.latest is not None and end.earliest is not None and date.latest < end.earliest)


def _standing(event: Event, fact: ReferenceFact, told: Iterable[Event]) -> Event:
    """The event for which the fact vouches; the differing one itself where a fact makes none."""
    vouched = [e for e in told if fact.id in e.reference_ids and e.type in JOINING]
    return min(vouched, key=lambda e: (e.type, e.id), default=event)


def _of_polarity(denial: Event, facts: Sequence[ReferenceFact], told: Sequence[Event]) -> Iterator[Conflict]:
    """What did not happen in a year or a month in which it is said, or known, to have happened."""
    against = [e for e in told if _denies(denial, e)]
    date = interval(denial.edtf)
    spells = [f for f in facts if f.status in _HELD.get(denial.type, ()) and date is not None and _inside(date, f)]
    against += [e for f in spells for e in told if f.id in e.reference_ids and e.type == denial.type]
    for event in list({e.id: e for e in against}.values())[:1]:
        stands = denial.n_documents <= event.n_documents or bool(event.reference_ids)
        first, second = (event, denial) if stands else (denial, event)
        explanation = f"{event.type}: {event.edtf} / {denial.type}, negated: {denial.edtf}"
        yield conflict_of("polarity", first, second, explanation)


def _of_plain_words(denial: Event, told: Sequence[Event]) -> Iterator[Conflict]:
    """ "Is a member" and "has not joined", neither with a date, of a pair that no reference fact knows."""
    kinds = next((k for k in (_MEMBERSHIP, frozenset({"observer"})) if denial.type in k), frozenset[str]())
    said = [e for e in told if e.type in kinds and e.edtf is None]
    for event in sorted(said, key=lambda e: (e.type != denial.type, e.type))[:1]:
        first, second = (event, denial) if denial.n_documents <= event.n_documents else (denial, event)
        yield conflict_of("polarity", first, second, f"{event.type} / {denial.type}, negated, both without a date")


def _denies(denial: Event, event: Event) -> bool:
    if denial.type in _HELD:
        return event.type == denial.type and _held_then(event, denial)
    same = event.type == denial.type or (
        denial.type == "acceded" and event.type == "membership" and bool(event.reference_ids)
    )
    if not same or not _within(begun(event.type, event.edtf), interval(denial.edtf)):
        return False
    own = {p.entity_id for p in denial.participants}
    if denial.type in _DENIED_OF_PARTIES:
        everyone = {p.entity_id for p in event.participants}
        return own <= everyone and (bool(own) or denial.type not in BY_PARTY)
    return denial.type in _DENIED


def _held_then(event: Event, denial: Event) -> bool:
    """Whether a state that texts alone tell holds on all the days on which another text denies it."""
    said, date = held(event.edtf), interval(denial.edtf)
    if said is None or date is None or event.reference_ids:
        return False
    if not said.start or not date.earliest:
        return _within(said.span, date)
    ended = said.end is None or (date.latest or "9999") < (said.end.earliest or "")
    return date.earliest > (said.start.latest or "9999") and ended


def _within(inner: Interval | None, outer: Interval | None) -> bool:
    if inner is None or outer is None or not inner.earliest or not inner.latest or not outer.earliest:
        return False
    return outer.earliest <= inner.earliest and outer.latest is not None and inner.latest <= outer.latest


def marked(events: Iterable[Event], conflicts: Sequence[Conflict]) -> list[Event]:
    """What contradicts a reference fact is disputed, and the conflict explains why."""
    events = tuple(events)
    vouched = {e.id for e in events if e.reference_ids}
    against = {c.event_b for c in conflicts if c.kind == "status" or (c.kind == "polarity" and c.event_a in vouched)}
    return [replace(e, support="disputed") if e.id in against else e for e in events]
