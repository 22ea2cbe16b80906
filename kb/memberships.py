"""Events and reference facts in, one row for each spell of each status out, half-open and with mixed precision."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kb.edtf_bounds import bounds
from kb.intervals import Interval, interval, overlap, start_of
from kb.model import Conflict, Entity, Event, Membership, ReferenceFact, Registry, hash_of, short_hash

Pair = tuple[str, str]  # organization, member

_STARTS = {"acceded": "member", "membership": "member", "observer": "observer"}
_STATUS_TYPES = frozenset({"acceded", "membership", "observer", "suspended", "withdrew"})
_PRESENT = frozenset({"member", "participant", "associate", "suspended", "frozen"})
_MEMBER_LIKE = frozenset({"COUNTRY", "ORG"})


def member_rows(events: Sequence[Event], registry: Registry) -> tuple[tuple[Membership, ...], tuple[Conflict, ...]]:
    """Rows of every pair, and the texts that speak of a membership on days on which there was none."""
    told = _by_pair(events, registry)
    facts: dict[Pair, list[ReferenceFact]] = defaultdict(list)
    for fact in registry.facts:
        if fact.type == "membership" and fact.object_id:
            facts[fact.object_id, fact.subject_id].append(fact)
    lives = {e.id: _life(e) for e in registry.entities.values() if e.type == "ORG"}
    rows: list[Membership] = []
    conflicts: list[Conflict] = []
    for pair in sorted({*told, *facts}):
        if pair in facts:
            disputes = list(_disputes(told.get(pair, []), facts[pair]))
            conflicts += disputes
            rows += _from_facts(pair, facts[pair], told.get(pair, []))
        else:
            rows += _from_texts(pair, told[pair], lives.get(pair[0]))
    return tuple(rows), tuple(conflicts)


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


def _from_facts(pair: Pair, facts: Sequence[ReferenceFact], told: Sequence[Event]) -> Iterator[Membership]:
    for fact in sorted(facts, key=lambda f: (f.start_edtf or "", f.status or "")):
        backing = tuple(e for e in told if _backs(e, fact))
        differing = any(e.support == "disputed" and _STARTS.get(e.type) == fact.status for e in told)
        support = "disputed" if differing else "both" if backing else "reference"
        start, end = _bounded(fact.start_edtf), _bounded(fact.end_edtf)
        yield Membership(
            hash_of((*pair, str(fact.status), fact.start_edtf or "")), *pair, str(fact.status),
            fact.start_edtf, *start, fact.end_edtf, *end, support, tuple(e.id for e in backing), (fact.id,),
        )  # fmt: skip


def _backs(event: Event, fact: ReferenceFact) -> bool:
    if fact.id in event.reference_ids:
        return True
    wanted = {"membership", "acceded"} if fact.status in _PRESENT else {str(fact.status)}
    if event.type not in wanted:
        return False
    date = interval(start_of(event.edtf))
    return date is None or overlap(date, _spell(fact))


def _spell(fact: ReferenceFact) -> Interval:
    start, end = _bounded(fact.start_edtf), _bounded(fact.end_edtf)
    return Interval("", start[0], end[1])


def _disputes(told: Sequence[Event], facts: Sequence[ReferenceFact]) -> Iterator[Conflict]:
    """A membership told for days outside every spell; acts have been compared with their own reference facts."""
    spells = [_spell(f) for f in facts if f.status in _PRESENT]
    standing = sorted({e.id for e in told if e.reference_ids})
    for event in told:
        date = interval(event.edtf)
        if event.type != "membership" or date is None or any(overlap(date, s) for s in spells):
            continue
        ends = standing[0] if standing else event.id
        explanation = f"membership: {event.edtf} lies outside every known spell"
        yield Conflict(short_hash(f"membership\x1f{ends}\x1f{event.id}"), "membership", ends, event.id, explanation)


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
