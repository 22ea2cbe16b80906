"""Claims and reference facts in; events, memberships and conflicts out.

Claims about the same thing in different words, documents and languages become one event. An imprecise date agrees
with a precise one inside it; the most precise supported date stands, the others stay with their claims.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from kb.attribution import attributed
from kb.intervals import Interval, interval, overlap, start_of
from kb.memberships import member_rows
from kb.model import (
    STATE_CLAIMS,
    Conflict,
    Consolidated,
    Event,
    Participant,
    Registry,
    StoredClaim,
    hash_of,
    short_hash,
)  # fmt: skip
from kb.reference_acts import ReferenceAct, reference_acts

# Acts that need no object to be the same act: an instrument is signed once, whatever it founds.
_BY_SUBJECT = frozenset({"signed", "adopted", "entered_into_force", "in_effect", "established", "terminated"})
# Acts of single parties: each of them does it on a day of its own.
_BY_PARTY = frozenset({"ratified"})
# What is told of one thing once; two dates that cannot both be right are a conflict.
_ONCE = frozenset({
    "signed", "adopted", "entered_into_force", "established", "terminated", "acceded", "withdrew", "suspended",
    "succeeded", "ratified", "observer",
})  # fmt: skip
# Below this a claim rests on a reference such as "the agreement": what disagrees with all that is known is then told of
# another thing, and no conflict.
_SURE = 0.8
_POLARITY_WEIGHT = {"asserted": 1.0, "planned": 0.8, "hypothetical": 0.6, "negated": 0.9}

Key = tuple[str, str, str, str, str]


@dataclass(slots=True)
class _Cluster:
    """Claims whose dates agree, around the most precise of them."""

    date: Interval | None
    claims: list[StoredClaim] = field(default_factory=list)
    acts: list[ReferenceAct] = field(default_factory=list)

    @property
    def sure(self) -> bool:
        """Whether some claim names what it speaks of."""
        return any(c.claim.confidence >= _SURE for c in self.claims)

    @property
    def parties(self) -> set[str]:
        told = {p.entity_id for c in self.claims for p in c.claim.participants if p.role != "proposer"}
        return told.union(*(act.participants for act in self.acts))

    @property
    def documents(self) -> set[str]:
        """Independent texts: copies of one text count once."""
        return {c.text_sha for c in self.claims}


def consolidate(claims: Sequence[StoredClaim], registry: Registry) -> Consolidated:
    """Everything the claims and the reference facts say together."""
    acts = reference_acts(registry)
    meant = attributed(claims, acts, registry)
    groups: dict[Key, list[StoredClaim]] = defaultdict(list)
    for stored in meant.claims:
        groups[_key(stored)].append(stored)
    references: dict[Key, list[ReferenceAct]] = defaultdict(list)
    for act in acts:
        references[_act_key(act)].append(act)
    events: list[Event] = []
    conflicts: list[Conflict] = []
    for key in sorted({*groups, *references}):
        made, disagreeing = _events_of(key, groups.get(key, []), references.get(key, []), meant.doubtful)
        events += made
        conflicts += disagreeing
    rows, disputes = member_rows(events, registry)
    known = {c.id for c in conflicts}
    return Consolidated(tuple(events), rows, (*conflicts, *(c for c in disputes if c.id not in known)))


def _key(stored: StoredClaim) -> Key:
    """New names differ from language to language, and parties from sentence to sentence: neither is part of it."""
    c = stored.claim
    extra = f"{c.value:g} {c.unit}" if c.type == "holds_votes" and c.value is not None else ""
    return c.type, c.subject_id, "" if c.type in _BY_SUBJECT else c.object_id or "", extra, c.polarity


def _act_key(act: ReferenceAct) -> Key:
    return act.type, act.subject_id, "" if act.type in _BY_SUBJECT else act.object_id or "", "", "asserted"


def _events_of(
    key: Key, claims: Sequence[StoredClaim], acts: Sequence[ReferenceAct], doubtful: Set[int]
) -> tuple[list[Event], list[Conflict]]:
    clusters = _clusters(claims, key[0])
    silent = _attach(clusters, acts) if key[4] == "asserted" else []
    told = [_event(key, c, _is_answered(key[0], c, acts) and not _in_doubt(c, doubtful)) for c in clusters]
    alone = [_event(key, _Cluster(act.date, [], [act]), True) for act in silent]
    return told + alone, _conflicts(key, clusters, told, alone, acts)


def _is_answered(kind: str, cluster: _Cluster, acts: Sequence[ReferenceAct]) -> bool:
    """Whether reference facts speak of what the cluster does; of a party's own act, whether of that party."""
    if kind not in _BY_PARTY:
        return bool(acts)
    return any(cluster.parties & set(act.participants) for act in acts)


def _in_doubt(cluster: _Cluster, doubtful: Set[int]) -> bool:
    """All its dated claims may speak of something else."""
    dated = [c for c in cluster.claims if c.claim.edtf]
    return bool(dated) and all(c.id in doubtful for c in dated)


def _clusters(claims: Sequence[StoredClaim], kind: str) -> list[_Cluster]:
    """The most precise dates first; vaguer and undated claims join the best supported cluster they agree with."""
    dated: list[tuple[Interval, StoredClaim]] = []
    undated: list[StoredClaim] = []
    for stored in claims:
        date = interval(start_of(stored.claim.edtf) if kind in STATE_CLAIMS else stored.claim.edtf)
        if date is None:
            undated.append(stored)
        else:
            dated.append((date, stored))
    clusters: list[_Cluster] = []
    for date, stored in sorted(dated, key=lambda d: (d[0].width, d[0].edtf, d[1].id)):
        fitting = [c for c in clusters if _fits(kind, c, date, _parties(stored))]
        if fitting:
            max(fitting, key=_weight).claims.append(stored)
        else:
            clusters.append(_Cluster(date, [stored]))
    for stored in undated:
        fitting = [c for c in clusters if _fits(kind, c, None, _parties(stored))]
        if fitting:
            max(fitting, key=_weight).claims.append(stored)
        else:
            clusters.append(_Cluster(None, [stored]))
    return clusters


def _parties(stored: StoredClaim) -> set[str]:
    return {p.entity_id for p in stored.claim.participants if p.role != "proposer"}


def _fits(kind: str, cluster: _Cluster, date: Interval | None, parties: Set[str]) -> bool:
    """Dates agree; of parties' own acts the parties too, unless they acted on one day or are not named."""
    if date is not None and cluster.date is not None and not overlap(cluster.date, date):
        return False
    if kind not in _BY_PARTY or not parties or not cluster.parties or parties & cluster.parties:
        return True
    return date is not None and cluster.date is not None and date.width == cluster.date.width == 1


def _weight(cluster: _Cluster) -> tuple[int, int]:
    return len(cluster.documents), len(cluster.claims)


def _attach(clusters: Sequence[_Cluster], acts: Sequence[ReferenceAct]) -> list[ReferenceAct]:
    """Gives each reference act to a cluster it agrees with; returns those of which the texts are silent."""
    silent = []
    for act in acts:
        fitting = [c for c in clusters if _fits(act.type, c, act.date, set(act.participants))]
        if not fitting:
            silent.append(act)
            continue
        best = max(fitting, key=_weight)
        best.acts.append(act)
        if act.date is not None and (best.date is None or act.date.width < best.date.width):
            best.date = act.date
    return silent


def _event(key: Key, cluster: _Cluster, has_reference: bool) -> Event:
    kind, subject, _, _, polarity = key
    edtf = _stated_date(kind, cluster)
    date = interval(edtf)
    texts, references = bool(cluster.claims), bool(cluster.acts)
    support = "both" if texts and references else "reference" if references else "texts"
    if texts and not references and has_reference and polarity == "asserted" and cluster.sure:
        support = "disputed"
    objects = [c.claim.object_id for c in cluster.claims] + [a.object_id for a in cluster.acts]
    places = Counter((c.claim.place, c.claim.place_id) for c in cluster.claims if c.claim.place)
    place, place_id = places.most_common(1)[0][0] if places else (None, None)
    participants = {(p.entity_id, p.role) for c in cluster.claims for p in c.claim.participants}
    told = {entity_id for entity_id, _ in participants}
    participants |= {(p, "party") for a in cluster.acts for p in a.participants if p not in told}
    own = sorted(cluster.parties) if kind in _BY_PARTY else ()
    return Event(
        hash_of((*key, edtf or "", *own)), kind, subject, _most_common(objects), polarity, edtf,
        date.earliest if date else None, date.latest if date else None, place, place_id,
        len(cluster.claims), len(cluster.documents), ",".join(sorted({c.claim.lang for c in cluster.claims})),
        support, _confidence(cluster, polarity), tuple(sorted(c.id for c in cluster.claims)),
        tuple(sorted({a.fact_id for a in cluster.acts})),
        tuple(Participant(e, r) for e, r in sorted(participants)),
    )  # fmt: skip


def _stated_date(kind: str, cluster: _Cluster) -> str | None:
    """The most precise date; of states in their own notation, so that `2015/..` keeps its open end."""
    stated = [c.claim.edtf for c in cluster.claims if c.claim.edtf]
    if kind in STATE_CLAIMS:
        own = [(w, e) for e in stated if (w := interval(start_of(e)))]
        if own and (cluster.date is None or min(o[0].width for o in own) <= cluster.date.width):
            return min(own, key=lambda o: (o[0].width, len(o[1]), o[1]))[1]
    return cluster.date.edtf if cluster.date else None


def _most_common(objects: Iterable[str | None]) -> str | None:
    counted = Counter(o for o in objects if o)
    return min(counted, key=lambda o: (-counted[o], o)) if counted else None


def _confidence(cluster: _Cluster, polarity: str) -> float:
    """One minus the chance that all independent texts err; a reference fact settles it."""
    if cluster.acts:
        return 1.0
    best: dict[str, float] = {}
    for stored in cluster.claims:
        best[stored.text_sha] = max(best.get(stored.text_sha, 0.0), min(stored.claim.confidence, 0.95))
    doubt = 1.0
    for confidence in best.values():
        doubt *= 1 - confidence
    return round((1 - doubt) * _POLARITY_WEIGHT[polarity], 4)


def _conflicts(
    key: Key,
    clusters: Sequence[_Cluster],
    told: Sequence[Event],
    alone: Sequence[Event],
    acts: Sequence[ReferenceAct],
) -> list[Conflict]:
    """Dates of one thing that cannot all be right. Reference facts alone decide where there are any."""
    if key[0] not in _ONCE or key[4] != "asserted":
        return []
    if acts:
        standing = [e for e in (*told, *alone) if e.reference_ids]
        return [_conflict(_nearest(e, standing), e) for e in told if e.support == "disputed" and e.edtf and standing]
    sure = {e.id for e, c in zip(told, clusters, strict=True) if c.sure}
    pairs = [
        (a, b) for i, a in enumerate(told) for b in told[i + 1 :]
        if a.edtf and b.edtf and {a.id, b.id} <= sure and _one_actor(key[0], a, b)
        and not _told_together(clusters, a, b)
    ]  # fmt: skip
    return [_conflict(*sorted(pair, key=lambda e: (-e.n_documents, e.id))) for pair in pairs]


def _one_actor(kind: str, a: Event, b: Event) -> bool:
    """Two parties may ratify on two days; one may not."""
    return kind not in _BY_PARTY or bool({p.entity_id for p in a.participants} & {p.entity_id for p in b.participants})


def _nearest(event: Event, standing: Sequence[Event]) -> Event:
    def distance(other: Event) -> tuple[bool, str]:
        return other.edtf is None, _gap(event.earliest or "", other.earliest or "")

    return min(standing, key=distance)


def _gap(a: str, b: str) -> str:
    first, second = sorted((a, b))
    return f"{int(second[:4] or 0) - int(first[:4] or 0):05}" if first and second else "99999"


def _told_together(clusters: Sequence[_Cluster], a: Event, b: Event) -> bool:
    """One text that gives both dates knows of two acts, such as a second accession."""
    by_ids = {tuple(sorted(s.id for s in c.claims)): {s.document_id for s in c.claims} for c in clusters}
    return bool(by_ids[a.claim_ids] & by_ids[b.claim_ids])


def _conflict(stands: Event, differs: Event) -> Conflict:
    return conflict_of("date", stands, differs, f"{stands.type}: {stands.edtf} / {differs.edtf}")


def conflict_of(kind: str, stands: Event, differs: Event, explanation: str) -> Conflict:
    return Conflict(short_hash(f"{kind}\x1f{stands.id}\x1f{differs.id}"), kind, stands.id, differs.id, explanation)
