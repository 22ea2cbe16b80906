"""Claims of one type and subject in, clusters whose dates agree out, with the reference acts that vouch for them."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import partial

from kb.intervals import Held, Interval, at_once, begun, both_said, held, interval, overlap
from kb.model import STATE_CLAIMS, StoredClaim
from kb.reference_acts import ReferenceAct, vouches

Key = tuple[str, str, str, str, str]  # type, subject, object, value, polarity

# Acts of single parties: each of them does it on a day of its own.
BY_PARTY = frozenset({"ratified"})
# Below this a claim rests on a reference such as "the agreement": what disagrees with all that is known is then told of
# another thing, and no conflict.
SURE = 0.8


@dataclass(slots=True)
class Cluster:
    """Claims whose dates agree, around the most precise of them.

    `aside`: what is known speaks against it, and no claim is sure enough to speak against what is known.
    """

    date: Interval | None
    claims: list[StoredClaim] = field(default_factory=list)
    acts: list[ReferenceAct] = field(default_factory=list)
    state: Held | None = None
    aside: bool = False

    @property
    def sure(self) -> bool:
        """Whether some claim names what it speaks of, and its day where any claim gives one."""
        dated = [c for c in self.claims if c.claim.edtf]
        return any(c.claim.confidence >= SURE for c in dated or self.claims)

    @property
    def parties(self) -> set[str]:
        return set[str]().union(*map(_parties, self.claims), *(act.participants for act in self.acts))

    @property
    def documents(self) -> set[str]:
        """Independent texts: copies of one text count once."""
        return {c.text_sha for c in self.claims}


def clusters_of(claims: Sequence[StoredClaim], kind: str) -> list[Cluster]:
    """The most precise dates first; vaguer and undated claims join the best supported cluster they agree with."""
    clusters: list[Cluster] = []
    for stored in sorted(claims, key=partial(_order, kind)):
        said = held(stored.claim.edtf) if kind in STATE_CLAIMS else None
        date = _date(stored, kind)
        fitting = [c for c in clusters if at_once(c.state, said) and _fits(kind, c, date, _parties(stored))]
        if not fitting:
            clusters.append(Cluster(date, [stored], state=said))
            continue
        best = max(fitting, key=_weight)
        best.claims.append(stored)
        best.state = both_said(best.state, said)
    return clusters


def _order(kind: str, stored: StoredClaim) -> tuple[bool, int, int, str, int]:
    """Of states first what tells of their beginning or end: the days on which they only held are within."""
    date, said = _date(stored, kind), held(stored.claim.edtf)
    if date is None:
        return True, 0, 0, "", 0
    told = 2 - (said.start is not None) - (said.end is not None) if kind in STATE_CLAIMS and said else 0
    return False, told, date.width, date.edtf, stored.id


def _date(stored: StoredClaim, kind: str) -> Interval | None:
    return begun(kind, stored.claim.edtf) or interval(stored.claim.edtf)


def _parties(stored: StoredClaim) -> set[str]:
    return {p.entity_id for p in stored.claim.participants if p.role != "proposer"}


def _fits(kind: str, cluster: Cluster, date: Interval | None, parties: Set[str]) -> bool:
    """Dates agree; of parties' own acts the parties too, unless they acted on one day or are not named."""
    if kind in STATE_CLAIMS:
        return True  # when they began and ended has been compared
    if date is not None and cluster.date is not None and not overlap(cluster.date, date):
        return False
    if kind not in BY_PARTY or not parties or not cluster.parties or parties & cluster.parties:
        return True
    return date is not None and cluster.date is not None and date.width == cluster.date.width == 1


def _weight(cluster: Cluster) -> tuple[int, int]:
    return len(cluster.documents), len(cluster.claims)


def attach(clusters: list[Cluster], acts: Sequence[ReferenceAct]) -> list[ReferenceAct]:
    """Gives each reference act to a cluster it agrees with; returns those, not implied, that no text tells."""
    if any(act.type in STATE_CLAIMS for act in acts):
        return _attach_states(clusters, acts)
    silent = []
    for act in acts:
        fitting = [c for c in clusters if _fits(act.type, c, act.date, set(act.participants))]
        if not fitting:
            silent += [] if act.implied else [act]
            continue
        _take(max(fitting, key=_weight), act)
    return silent


def _take(cluster: Cluster, act: ReferenceAct) -> None:
    cluster.acts.append(act)
    if act.date is not None and (cluster.date is None or act.date.width < cluster.date.width):
        cluster.date = act.date


def _attach_states(clusters: list[Cluster], acts: Sequence[ReferenceAct]) -> list[ReferenceAct]:
    """All that texts say of one spell is one event, also of two days in the midst of it."""
    taken: dict[int, Cluster] = {}
    for cluster in list(clusters):
        act = _vouching(cluster, acts)
        if act is None:
            continue
        at = acts.index(act)
        if at not in taken:
            taken[at] = cluster
            _begin(cluster, act)
            continue
        clusters.remove(cluster)
        taken[at].claims += cluster.claims
        if _begins(cluster, act) and cluster.date and cluster.date.width < (taken[at].date or cluster.date).width:
            taken[at].date = cluster.date
    for at, cluster in taken.items():
        cluster.acts += [a for n, a in enumerate(acts) if n not in taken and a.date == acts[at].date]
    given = {id(act) for cluster in clusters for act in cluster.acts}
    return [act for act in acts if id(act) not in given and not act.implied]


def _vouching(cluster: Cluster, acts: Sequence[ReferenceAct]) -> ReferenceAct | None:
    """Rather the spell that began then than the one that went on."""
    fitting = [act for act in acts if all(vouches(act, c.claim.edtf) for c in cluster.claims)]
    return max(fitting, key=lambda act: (_begins(cluster, act), not act.implied), default=None)


def _begins(cluster: Cluster, act: ReferenceAct) -> bool:
    return cluster.date is not None and act.date is not None and overlap(cluster.date, act.date)


def _begin(cluster: Cluster, act: ReferenceAct) -> None:
    """A year in the midst of a spell says nothing of its first day."""
    if act.date is not None and not _begins(cluster, act):
        cluster.date = act.date
    _take(cluster, act)
