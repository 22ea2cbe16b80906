"""Events, conflicts and reference facts in, one row for each spell of each status out, half-open."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kb.edtf_bounds import bounds
from kb.intervals import Interval, begun, interval, overlap
from kb.model import Conflict, Entity, Event, Membership, ReferenceFact, Registry, hash_of
from kb.reference_acts import PRESENT
from kb.told_spells import told_spells

Pair = tuple[str, str]  # organization, member

_STATUS_TYPES = frozenset({"acceded", "membership", "observer", "suspended", "withdrew"})
_MEMBER_LIKE = frozenset({"COUNTRY", "ORG"})


def member_rows(events: Sequence[Event], conflicts: Sequence[Conflict], registry: Registry) -> tuple[Membership, ...]:
    """Rows of every pair: from the reference facts where there are any, else from what texts tell."""
    told = _by_pair(events, registry)
    facts: dict[Pair, list[ReferenceFact]] = defaultdict(list)
    for fact in registry.facts:
        if fact.type == "membership" and fact.object_id:
            facts[fact.object_id, fact.subject_id].append(fact)
    explained, disputed = {c.event_b for c in conflicts}, _disputed(events, conflicts)
    # What is told in doubt speaks neither for nor against anything.
    told = {pair: [e for e in of if e.support != "disputed" or e.id in explained] for pair, of in told.items()}
    lost = frozenset(c.event_b for c in conflicts if c.event_a != c.event_b)
    rows: list[Membership] = []
    for pair in sorted({*told, *facts}):
        if pair in facts:
            rows += _from_facts(pair, facts[pair], told.get(pair, []), disputed)
        else:
            rows += _from_texts(pair, [e for e in told[pair] if e.id not in lost], registry.entities.get(pair[0]))
    return tuple(rows)


def _by_pair(events: Sequence[Event], registry: Registry) -> dict[Pair, list[Event]]:
    """Asserted events about a country or body and a body; plans and possibilities never make a row."""
    told: dict[Pair, list[Event]] = defaultdict(list)
    for event in events:
        if event.type not in _STATUS_TYPES or event.polarity != "asserted" or not event.object_id or not event.n_claims:
            continue
        body, member = registry.entities.get(event.object_id), registry.entities.get(event.subject_id)
        international = body is not None and body.type == "ORG" and body.scope == "international"
        if international and (member is None or member.type in _MEMBER_LIKE):
            told[event.object_id, event.subject_id].append(event)
    return told


def _disputed(events: Iterable[Event], conflicts: Iterable[Conflict]) -> dict[str, tuple[str, ...]]:
    """Reference fact -> events that dispute what it vouches for."""
    vouched = {e.id: e.reference_ids for e in events}
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for conflict in conflicts:
        for one, other in ((conflict.event_a, conflict.event_b), (conflict.event_b, conflict.event_a)):
            for fact_id in vouched.get(one, ()) if one != other else ():
                found[fact_id] += (other,)
    return found


def _from_facts(
    pair: Pair, facts: Sequence[ReferenceFact], told: Sequence[Event], disputed: dict[str, tuple[str, ...]]
) -> Iterator[Membership]:
    explained = {e for fact in facts for e in disputed.get(fact.id, ())}
    # What differs from a status that makes no event of its own, such as that of a partner.
    others = tuple(e.id for e in told if e.support == "disputed" and e.id not in explained)
    for fact in sorted(facts, key=lambda f: (f.start_edtf or "", f.status or "")):
        against = (*disputed.get(fact.id, ()), *others)
        backing = tuple(e.id for e in told if e.id not in against and _backs(e, fact))
        support = "disputed" if against else "both" if backing else "reference"
        start, end = _bounded(fact.start_edtf), _bounded(fact.end_edtf)
        yield Membership(
            hash_of((*pair, str(fact.status), fact.start_edtf or "")), *pair, str(fact.status),
            fact.start_edtf, *start, fact.end_edtf, *end, support, (*backing, *against), (fact.id,),
        )  # fmt: skip


def _backs(event: Event, fact: ReferenceFact) -> bool:
    if fact.id in event.reference_ids:
        return True
    wanted = {"membership", "acceded"} if fact.status in PRESENT else {str(fact.status)}
    if event.type not in wanted or event.support == "disputed":
        return False
    date = begun(event.type, event.edtf)
    return date is None or overlap(date, _spell(fact))


def _spell(fact: ReferenceFact) -> Interval:
    start, end = _bounded(fact.start_edtf), _bounded(fact.end_edtf)
    return Interval("", start[0], end[1])


def _from_texts(pair: Pair, told: Sequence[Event], body: Entity | None) -> Iterator[Membership]:
    """What texts tell within the body's own life: nobody belongs to it before it is there, or outlives it."""
    first, last = (_bounded(body.start_edtf)[0], _bounded(body.end_edtf)[1]) if body else (None, None)
    life = Interval("", first, last)
    within = [e for e in told if (date := interval(e.edtf)) is None or overlap(date, life)]
    seen: Counter[tuple[str, str]] = Counter()
    for spell in told_spells(within):
        own = spell.status, spell.start or ""
        # Two spells of which no text tells the beginning are two rows.
        again = [str(seen[own])] if seen[own] else []
        seen[own] += 1
        low, high = _bounded(spell.start)
        end = spell.end or last
        yield Membership(
            hash_of((*pair, *own, *again)), *pair, spell.status, spell.start, low or first, high,
            end, *_bounded(end), "texts", tuple(e.id for e in spell.events),
        )  # fmt: skip


def _bounded(edtf: str | None) -> tuple[str | None, str | None]:
    return bounds(edtf) if edtf else (None, None)
