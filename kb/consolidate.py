"""Claims and reference facts in; events, memberships and conflicts out.

Claims about the same thing in different words, documents and languages become one event. An imprecise date agrees
with a precise one inside it; the most precise supported date stands, the others stay with their claims.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence

from kb.attribution import attributed
from kb.clusters import BY_PARTY, SURE, Cluster, Key, attach, clusters_of
from kb.contradictions import as_status, contradictions, marked
from kb.disagreements import ONCE, SPELLS, bound_to, conflicts_of, other_spells, out_of_time
from kb.intervals import Interval, first_of, interval, overlap
from kb.lives import Lives, lives_of
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
)  # fmt: skip
from kb.places_told import place_conflicts, place_of
from kb.reasons import reasons_of
from kb.reference_acts import ReferenceAct, reference_acts
from kb.settled import accepted_events, judged, settled
from kb.statuses import with_status

# Acts that need no object to be the same act: an instrument is signed once, whatever it founds.
_BY_SUBJECT = frozenset({"signed", "adopted", "entered_into_force", "in_effect", "established", "terminated"})
_POLARITY_WEIGHT = {"asserted": 1.0, "planned": 0.8, "hypothetical": 0.6, "negated": 0.9}


def consolidate(claims: Sequence[StoredClaim], registry: Registry) -> Consolidated:
    """Everything the claims and the reference facts say together.

    A claim that cannot be about what it seems to be about makes an event of its own, which is disputed.
    """
    acts, lives = reference_acts(registry), lives_of(registry)
    meant = attributed(claims, acts, registry, lives)
    groups: dict[Key, list[StoredClaim]] = defaultdict(list)
    for stored in meant.claims:
        groups[_key(stored)].append(stored)
    references: dict[Key, list[ReferenceAct]] = defaultdict(list)
    for act in acts:
        references[_act_key(act)].append(act)
    events: list[Event] = []
    conflicts: list[Conflict] = []
    aside: set[int] = set()
    for key in sorted({*groups, *references}):
        clusters, silent = _clusters(key, groups.get(key, []), references.get(key, []), lives, meant.doubtful)
        made, disagreeing = _events_of(key, clusters, silent, references.get(key, []))
        events += made
        conflicts += disagreeing
        aside.update(stored.id for c in clusters if c.aside for stored in c.claims)
    events = with_status(events, registry)
    conflicts = as_status(conflicts, events, registry)
    known = {c.event_b for c in conflicts}
    others = (*contradictions(events, registry, _sure(events, claims, meant.claims)), *out_of_time(events, lives))
    conflicts += [c for c in others if c.event_b not in known]
    conflicts += place_conflicts(events, meant.claims, registry)
    found, accepted = other_spells(conflicts, events), accepted_events(events, meant.claims)
    stands = settled(found, events, accepted)
    events = judged(marked(events, found), stands, accepted)
    reasons = reasons_of(claims, meant.claims, aside, meant.doubtful)
    return Consolidated(tuple(events), member_rows(events, stands, registry), tuple(stands), reasons)


def _sure(events: Iterable[Event], claims: Iterable[StoredClaim], meant: Iterable[StoredClaim]) -> frozenset[str]:
    """Those that some claim names without doubt: what was moved to where it may belong contradicts nobody."""
    read = {s.id: s.claim for s in claims}
    plain = {s.id for s in meant if s.claim.confidence >= SURE and s.claim == read[s.id]}
    return frozenset(e.id for e in events if not plain.isdisjoint(e.claim_ids))


def _key(stored: StoredClaim) -> Key:
    """New names differ from language to language, and parties from sentence to sentence: neither is part of it."""
    c = stored.claim
    extra = f"{c.value:g} {c.unit}" if c.type == "holds_votes" and c.value is not None else ""
    return c.type, c.subject_id, "" if c.type in _BY_SUBJECT else c.object_id or "", extra, c.polarity


def _act_key(act: ReferenceAct) -> Key:
    return act.type, act.subject_id, "" if act.type in _BY_SUBJECT else act.object_id or "", "", "asserted"


def _clusters(
    key: Key, claims: Sequence[StoredClaim], acts: Sequence[ReferenceAct], lives: Lives, doubtful: Container[int]
) -> tuple[list[Cluster], list[ReferenceAct]]:
    """What claims tell, with the acts that vouch for it, and the acts that no claim tells.

    Undated claims join what is told of the thing itself, and nothing that is told in doubt.
    """
    plain = [s for s in claims if s.id not in doubtful]
    clusters, silent = _vouched(key, plain, acts)
    strange = {
        s.id for c in clusters if not c.sure and _is_of_something_else(key, c, acts, lives)
        for s in c.claims if s.claim.edtf
    }  # fmt: skip
    if strange:
        clusters, silent = _vouched(key, [s for s in plain if s.id not in strange], acts)
    for other in clusters_of([s for s in claims if s.id in doubtful or s.id in strange], key[0]):
        other.aside = True
        same = [c for c in clusters if _stated_date(key[0], c) == _stated_date(key[0], other)]
        if same:
            same[0].claims += other.claims
        else:
            clusters.append(other)
    return clusters, silent


def _vouched(
    key: Key, claims: Sequence[StoredClaim], acts: Sequence[ReferenceAct]
) -> tuple[list[Cluster], list[ReferenceAct]]:
    clusters = clusters_of(claims, key[0])
    return clusters, attach(clusters, acts) if key[4] == "asserted" else []


def _events_of(
    key: Key, clusters: Sequence[Cluster], silent: Sequence[ReferenceAct], acts: Sequence[ReferenceAct]
) -> tuple[list[Event], list[Conflict]]:
    told = [_event(key, c, _is_answered(key[0], c, acts)) for c in clusters]
    alone = [_event(key, cluster, True) for cluster in _together(key[0], silent)]
    return told + alone, conflicts_of(key, clusters, told, alone, acts)


def _together(kind: str, acts: Sequence[ReferenceAct]) -> list[Cluster]:
    """Facts of one act on one day are one event: a withdrawal and the end of the spell of membership."""
    found: dict[tuple[Interval | None, tuple[str, ...]], Cluster] = {}
    for act in acts:
        own = tuple(sorted(act.participants)) if kind in BY_PARTY else ()
        found.setdefault((act.date, own), Cluster(act.date)).acts.append(act)
    return list(found.values())


def _is_of_something_else(key: Key, cluster: Cluster, acts: Sequence[ReferenceAct], lives: Lives) -> bool:
    """Its day is none of those that are known, or lies before or after the body itself."""
    if key[4] != "asserted" or cluster.date is None or cluster.acts:
        return False
    bound = bound_to(key[0], key[1], key[2])
    return (key[0] in ONCE | SPELLS and _is_answered(key[0], cluster, acts)) or not lives.holds(bound, cluster.date)


def _is_answered(kind: str, cluster: Cluster, acts: Sequence[ReferenceAct]) -> bool:
    """Whether reference facts speak of what the cluster does; of a party's own act, whether of that party."""
    stated = [act for act in acts if not act.implied]
    if kind not in BY_PARTY:
        return bool(stated)
    return any(cluster.parties & set(act.participants) for act in stated)


def _event(key: Key, cluster: Cluster, has_reference: bool) -> Event:
    kind, subject, _, _, polarity = key
    edtf = _stated_date(kind, cluster)
    date = interval(edtf)
    texts, references = bool(cluster.claims), bool(cluster.acts)
    support = "both" if texts and references else "reference" if references else "texts"
    if cluster.aside or (texts and not references and has_reference and polarity == "asserted" and cluster.sure):
        support = "disputed"
    objects = [c.claim.object_id for c in cluster.claims] + [a.object_id for a in cluster.acts]
    place, place_id = place_of(cluster.claims)
    participants = {(p.entity_id, p.role) for c in cluster.claims for p in c.claim.participants}
    told = {entity_id for entity_id, _ in participants}
    participants |= {(p, "party") for a in cluster.acts for p in a.participants if p not in told}
    own = sorted(cluster.parties) if kind in BY_PARTY else ()
    return Event(
        hash_of((*key, edtf or "", *own)), kind, subject, _most_common(objects), polarity, edtf,
        date.earliest if date else None, date.latest if date else None, place, place_id,
        len(cluster.claims), len(cluster.documents), ",".join(sorted({c.claim.lang for c in cluster.claims})),
        support, _confidence(cluster, polarity), tuple(sorted(c.id for c in cluster.claims)),
        tuple(sorted({a.fact_id for a in cluster.acts} - {""})),
        tuple(Participant(e, r) for e, r in sorted(participants)),
    )  # fmt: skip


def _stated_date(kind: str, cluster: Cluster) -> str | None:
    """The most precise date; of states in their own notation, so that `2015/..` keeps its open end."""
    date = cluster.date
    stated = [c.claim.edtf for c in cluster.claims if c.claim.edtf]
    if kind in STATE_CLAIMS and date:
        own = [(w, e) for e in stated if (w := interval(first_of(e))) and overlap(w, date) and w.width <= date.width]
        if own:
            best = min(own, key=lambda o: (o[0].width, len(o[1]), o[1]))[1]
            end = cluster.state.end if cluster.state and not cluster.acts else None
            return f"{first_of(best)}/{end.edtf}" if end else best
    return date.edtf if date else None


def _most_common(objects: Iterable[str | None]) -> str | None:
    counted = Counter(o for o in objects if o)
    return min(counted, key=lambda o: (-counted[o], o)) if counted else None


def _confidence(cluster: Cluster, polarity: str) -> float:
    """One minus the chance that all independent texts err; a reference fact settles it, and so does a person."""
    if cluster.acts:
        return 1.0
    if any(stored.accepted for stored in cluster.claims):
        return _POLARITY_WEIGHT[polarity]
    best: dict[str, float] = {}
    for stored in cluster.claims:
        best[stored.text_sha] = max(best.get(stored.text_sha, 0.0), min(stored.claim.confidence, 0.95))
    doubt = 1.0
    for confidence in best.values():
        doubt *= 1 - confidence
    return round((1 - doubt) * _POLARITY_WEIGHT[polarity], 4)
