"""Events of one thing in, those of them that cannot all be right out, as conflicts."""

from collections.abc import Iterable, Iterator, Sequence

from kb.clusters import BY_PARTY, Cluster, Key
from kb.intervals import Interval, held, interval, overlap
from kb.lives import Lives
from kb.model import Conflict, Event, short_hash
from kb.reference_acts import ReferenceAct

# What is told of one thing once; two dates that cannot both be right are a conflict.
ONCE = frozenset({
    "signed", "adopted", "entered_into_force", "established", "terminated", "acceded", "withdrew", "suspended",
    "succeeded", "ratified",
})  # fmt: skip
# States that begin: two days on which one was an observer are no conflict, two beginnings are.
SPELLS = frozenset({"membership", "observer"})

JOINING = frozenset({"acceded", "membership", "observer"})
LEAVING = frozenset({"withdrew", "suspended"})

# Whose time it must lie in: of what a party does the body's, of what happens to an instrument its own.
_IN_TIME_OF_OBJECT = frozenset({"acceded", "membership", "observer", "suspended", "withdrew"})
_IN_TIME_OF_SUBJECT = frozenset({"ratified", "entered_into_force", "in_effect"})


def bound_to(kind: str, subject_id: str, object_id: str | None) -> str | None:
    """The body or instrument that must exist for it to happen."""
    return object_id if kind in _IN_TIME_OF_OBJECT else subject_id if kind in _IN_TIME_OF_SUBJECT else None


def out_of_time(events: Iterable[Event], lives: Lives) -> Iterator[Conflict]:
    """What texts alone tell of a body or an instrument before it began or after it had ended."""
    events = tuple(events)
    begins = {e.subject_id: e for e in events if e.reference_ids and e.type in {"established", "signed", "adopted"}}
    for event in events:
        bound, date = bound_to(event.type, event.subject_id, event.object_id), interval(event.edtf)
        alone = event.polarity == "asserted" and event.support == "texts"
        if alone and bound and date and not lives.holds(bound, date):
            explanation = f"{event.type}: {event.edtf} lies outside the life of {bound}"
            yield conflict_of("life", begins.get(bound, event), event, explanation)


def conflicts_of(
    key: Key,
    clusters: Sequence[Cluster],
    told: Sequence[Event],
    alone: Sequence[Event],
    acts: Sequence[ReferenceAct],
) -> list[Conflict]:
    """Dates of one thing that cannot all be right. Reference facts alone decide where there are any."""
    if key[4] != "asserted":
        return []
    if any(not act.implied for act in acts):
        standing = [e for e in (*told, *alone) if e.reference_ids]
        differing = [e for e, c in zip(told, clusters, strict=True) if e.support == "disputed" and e.edtf and c.sure]
        return [_conflict(_nearest(e, standing), e) for e in differing if standing]
    if key[0] not in ONCE | SPELLS:
        return []
    sure = {e.id for e, c in zip(told, clusters, strict=True) if c.sure and (key[0] in ONCE or _began(c))}
    pairs = [
        (a, b) for i, a in enumerate(told) for b in told[i + 1 :]
        if a.edtf and b.edtf and {a.id, b.id} <= sure and _one_actor(key[0], a, b)
        and not _told_together(clusters, a, b) and not _one_after_the_other(a, b)
    ]  # fmt: skip
    return [_conflict(*sorted(pair, key=_standing)) for pair in pairs]


def _standing(event: Event) -> tuple[int, int, str]:
    """What more texts say stands; where as many say either, what is more precise."""
    date = interval(event.edtf)
    return -event.n_documents, date.width if date else 0, event.id


def _began(cluster: Cluster) -> bool:
    return cluster.state is not None and cluster.state.since


def _one_actor(kind: str, a: Event, b: Event) -> bool:
    """Two parties may ratify on two days; one may not."""
    return kind not in BY_PARTY or bool({p.entity_id for p in a.participants} & {p.entity_id for p in b.participants})


def _one_after_the_other(a: Event, b: Event) -> bool:
    """Two spells of a state, the first of which had ended."""
    first, second = held(a.edtf), held(b.edtf)
    return a.type in SPELLS and first is not None and second is not None and not overlap(first.span, second.span)


def _nearest(event: Event, standing: Sequence[Event]) -> Event:
    def distance(other: Event) -> tuple[bool, str]:
        return other.edtf is None, _gap(event.earliest or "", other.earliest or "")

    return min(standing, key=distance)


def _gap(a: str, b: str) -> str:
    first, second = sorted((a, b))
    return f"{int(second[:4] or 0) - int(first[:4] or 0):05}" if first and second else "99999"


def _told_together(clusters: Sequence[Cluster], a: Event, b: Event) -> bool:
    """One text that gives both dates knows of two acts, such as a second accession."""
    by_ids = {tuple(sorted(s.id for s in c.claims)): {s.document_id for s in c.claims} for c in clusters}
    return bool(by_ids[a.claim_ids] & by_ids[b.claim_ids])


def _conflict(stands: Event, differs: Event) -> Conflict:
    return conflict_of("date", stands, differs, f"{stands.type}: {stands.edtf} / {differs.edtf}")


def conflict_of(kind: str, stands: Event, differs: Event, explanation: str) -> Conflict:
    return Conflict(short_hash(f"{kind}\x1f{stands.id}\x1f{differs.id}"), kind, stands.id, differs.id, explanation)


def other_spells(conflicts: Iterable[Conflict], events: Sequence[Event]) -> list[Conflict]:
    """Without those of texts alone between which others tell of the step back: who left may join again."""
    by_id = {e.id: e for e in events}
    return [c for c in conflicts if c.kind != "date" or not _stepped_back(by_id[c.event_a], by_id[c.event_b], events)]


def _stepped_back(a: Event, b: Event, events: Iterable[Event]) -> bool:
    back = LEAVING if a.type in JOINING else JOINING if a.type in LEAVING else frozenset[str]()
    dates = [d for e in (a, b) if (d := interval(e.edtf))]
    if not back or a.type != b.type or a.reference_ids or b.reference_ids or len(dates) < 2:
        return False
    first, second = sorted(dates, key=lambda d: d.earliest or "")
    between = Interval("", first.earliest, second.latest)
    return any(
        e.type in back and (e.subject_id, e.object_id, e.polarity) == (a.subject_id, a.object_id, "asserted")
        and (date := interval(e.edtf)) is not None and _within(date, between)
        for e in events
    )  # fmt: skip


def _within(inner: Interval, outer: Interval) -> bool:
    low = outer.earliest is None or (inner.earliest is not None and outer.earliest <= inner.earliest)
    return low and (outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest))
