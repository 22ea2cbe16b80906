"""Claims of one type and subject in, clusters whose dates agree out, with the reference acts that vouch for them."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from kb.intervals import Interval, interval, overlap, start_of
from kb.model import STATE_CLAIMS, StoredClaim
from kb.reference_acts import ReferenceAct

Key = tuple[str, str, str, str, str]  # type, subject, object, value, polarity

# Acts of single parties: each of them does it on a day of its own.
BY_PARTY = frozenset({"ratified"})
# Below this a claim rests on a reference such as "the agreement": what disagrees with all that is known is then told of
# another thing, and no conflict.
_SURE = 0.8


@dataclass(slots=True)
class Cluster:
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
        return set[str]().union(*map(_parties, self.claims), *(act.participants for act in self.acts))

    @property
    def documents(self) -> set[str]:
        """Independent texts: copies of one text count once."""
        return {c.text_sha for c in self.claims}


def clusters_of(claims: Sequence[StoredClaim], kind: str) -> list[Cluster]:
    """The most precise dates first; vaguer and undated claims join the best supported cluster they agree with."""
    dated: list[tuple[Interval, StoredClaim]] = []
    undated: list[tuple[None, StoredClaim]] = []
    for stored in claims:
        date = interval(start_of(stored.claim.edtf) if kind in STATE_CLAIMS else stored.claim.edtf)
        if date is None:
            undated.append((None, stored))
        else:
            dated.append((date, stored))
    dated.sort(key=lambda d: (d[0].width, d[0].edtf, d[1].id))
    clusters: list[Cluster] = []
    for date, stored in (*dated, *undated):
        fitting = [c for c in clusters if _fits(kind, c, date, _parties(stored))]
        if fitting:
            max(fitting, key=_weight).claims.append(stored)
        else:
            clusters.append(Cluster(date, [stored]))
    return clusters


def _parties(stored: StoredClaim) -> set[str]:
    return {p.entity_id for p in stored.claim.participants if p.role != "proposer"}


def _fits(kind: str, cluster: Cluster, date: Interval | None, parties: Set[str]) -> bool:
    """Dates agree; of parties' own acts the parties too, unless they acted on one day or are not named."""
    if date is not None and cluster.date is not None and not overlap(cluster.date, date):
        return False
    if kind not in BY_PARTY or not parties or not cluster.parties or parties & cluster.parties:
        return True
    return date is not None and cluster.date is not None and date.width == cluster.date.width == 1


def _weight(cluster: Cluster) -> tuple[int, int]:
    return len(cluster.documents), len(cluster.claims)


def attach(clusters: Sequence[Cluster], acts: Sequence[ReferenceAct]) -> list[ReferenceAct]:
    """Gives each reference act to a cluster it agrees with; returns those, not implied, that no text tells."""
    silent = []
    for act in acts:
        fitting = [c for c in clusters if _fits(act.type, c, act.date, set(act.participants))]
        if not fitting:
            silent += [] if act.implied else [act]
            continue
        best = max(fitting, key=_weight)
        best.acts.append(act)
        if act.date is not None and (best.date is None or act.date.width < best.date.width):
            best.date = act.date
    return silent
