"""Events, conflicts and reference facts in, one row for each spell of each status out, half-open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kb.edtf_bounds import bounds
from kb.intervals import Interval, begun, interval, overlap, start_of
from kb.model import Conflict, Entity, Event, Membership, ReferenceFact, Registry, hash_of
from kb.reference_acts import PRESENT

Pair = tuple[str, str]  # organization, member

_STARTS = {"acceded": "member", "membership": "member", "observer": "observer"}
_STATUS_TYPES = frozenset({"acceded", "membership", "observer", "suspended", "withdrew"})
_MEMBER_LIKE = frozenset({"COUNTRY", "ORG"})


def member_rows(events: Sequence[Event], conflicts: Sequence[Conflict], registry: Registry) -> tuple[Membership, ...]:
    """Rows of every pair: from the reference facts where there are any, else from what texts tell."""
    told = _by_pair(events, registry)
    facts: dict[Pair, list[ReferenceFact]] = defaultdict(list)
    for fact in registry.facts:
        if fact.type == "membership" and fact.object_id:
            facts[fact.object_id, fact.subject_id].append(fact)
    disputed = _disputed(events, conflicts)
    lives = {e.id: _life(e) for e in registry.entities.values() if e.type == "ORG"}
    rows: list[Membership] = []
    for pair in sorted({*told, *facts}):
        if pair in facts:
            rows += _from_facts(pair, facts[pair], told.get(pair, []), disputed)
        else:
            rows += _from_texts(pair, told[pair], lives.get(pair[0]))
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
    for fact in sorted(facts, key=lambda f: (f.start_edtf or "", f.status or "")):
        against = disputed.get(fact.id, ())
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


def _life(body: Entity) -> Interval:
    return Interval("", _bounded(body.start_edtf)[0], _bounded(body.end_edtf)[1])


def _from_texts(pair: Pair, told: Sequence[Event], life: Interval | None) -> Iterator[Membership]:
    """One spell from the earliest start that texts tell to the first leaving behind it, within the body's own life."""
    told = [e for e in told if life is None or (date := interval(start_of(e.edtf))) is None or overlap(date, life)]
    for status in ("member", "observer"):
        starts = [e for e in told if _STARTS.get(e.type) == status]
        if not starts:
            continue
        dated = sorted((e for e in starts if e.earliest), key=lambda e: (e.earliest or "", e.latest or ""))
        first = dated[0] if dated else starts[0]
        begins = start_of(first.edtf)
        ends = _leaving(told, first) if status == "member" else None
        evidence = [*starts, *([ends] if ends else [])]
        low, high = _bounded(begins)
        # Nobody belongs to a body before it is there.
        low = low or (life.earliest if life else None)
        # Nobody outlives the body: where no text tells of leaving, its end ends the spell.
        end_edtf = ends.edtf if ends else life.latest if life else None
        yield Membership(
            hash_of((*pair, status, begins or "")), *pair, status, begins, low, high,
            end_edtf, *_bounded(end_edtf), "texts", tuple(e.id for e in evidence),
        )  # fmt: skip


def _leaving(told: Sequence[Event], first: Event) -> Event | None:
    after = [e for e in told if e.type in {"withdrew", "suspended"} and e.edtf]
    after = [e for e in after if (e.latest or "9999") >= (first.earliest or "")]
    return min(after, key=lambda e: e.earliest or "", default=None)


def _bounded(edtf: str | None) -> tuple[str | None, str | None]:
    return bounds(edtf) if edtf else (None, None)
