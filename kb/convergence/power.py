"""Weights of votes and a quota in, exact voting power out: Banzhaf (1965) and Shapley–Shubik (1954)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import factorial, lcm

import pandas as pd

from kb.convergence.tables import read_yaml
from kb.errors import TableError

_KEYS = {"organ", "start", "quota", "weights", "full", "source"}
BASES = ("full", "present")


@dataclass(frozen=True, slots=True)
class VotingSet:
    """Weights as a source gives them. `full` is the sum of all votes of the table, with those not given here."""

    id: str
    organ: str
    start: str
    quota: Fraction
    weights: Mapping[str, Fraction]
    full: Fraction
    source: str

    @property
    def present(self) -> Fraction:
        return sum(self.weights.values(), Fraction(0))


@cache
def voting_sets() -> Mapping[str, VotingSet]:
    found = {}
    for key, row in read_yaml("voting.yml").items():
        if set(row) != _KEYS:
            raise TableError(f"voting.yml: {key}: its keys are {', '.join(sorted(_KEYS))}")
        weights = {member: Fraction(str(votes)) for member, votes in row["weights"].items()}
        found[key] = VotingSet(
            key, row["organ"], str(row["start"]), Fraction(row["quota"]), weights, Fraction(row["full"]), row["source"]
        )
    return found


def quota_votes(voting: VotingSet, share: Fraction | None = None, base: str = "full") -> Fraction:
    """Votes that carry a decision: a share of the full base, or of the sum present."""
    return (share or voting.quota) * (voting.full if base == "full" else voting.present)


def power(weights: Mapping[str, Fraction], quota: Fraction, strictly: bool = False) -> pd.DataFrame:
    """Rows members; a coalition wins with `quota` votes or more (more than, where `strictly`).

    `banzhaf` is normalised to one, `banzhaf_absolute` the share of coalitions of the others in which a member is
    decisive, `shapley_shubik` the share of orders. Exact: coalitions are counted by size and sum of votes.
    """
    if not weights or min(weights.values()) < 0:
        raise TableError("votes are zero or more, of one member at least")
    if quota > sum(weights.values()):
        raise TableError(f"{float(sum(weights.values())):g} votes never reach the quota of {float(quota):g}")
    scale = lcm(quota.denominator, *(w.denominator for w in weights.values()))
    votes = [int(w * scale) for w in weights.values()]
    needed = int(quota * scale) + strictly
    swings = [_swings(votes, i, needed) for i in range(len(votes))]
    n = len(votes)
    total = sum(sum(by_size) for by_size in swings)
    orders = [sum(k * factorial(size) * factorial(n - size - 1) for size, k in enumerate(s)) for s in swings]
    return pd.DataFrame(
        {
            "votes": [float(w) for w in weights.values()],
            "banzhaf": [float(Fraction(sum(s), total)) if total else 0.0 for s in swings],
            "banzhaf_absolute": [float(Fraction(sum(s), 2 ** (n - 1))) for s in swings],
            "shapley_shubik": [float(Fraction(order, factorial(n))) for order in orders],
            "veto": [sum(votes) - vote < needed for vote in votes],
        },
        index=pd.Index(list(weights), name="member"),
    )


def _swings(votes: Sequence[int], member: int, needed: int) -> list[int]:
    """By size, the coalitions of the others that lose without the member and win with it."""
    # counted[size][sum of votes] of coalitions of the others
    counted: list[dict[int, int]] = [{} for _ in votes]
    counted[0][0] = 1
    for i, vote in enumerate(votes):
        if i == member:
            continue
        for size in range(len(votes) - 2, -1, -1):
            for total, ways in counted[size].items():
                counted[size + 1][total + vote] = counted[size + 1].get(total + vote, 0) + ways
    own = votes[member]
    return [sum(k for total, k in sums.items() if needed - own <= total < needed) for sums in counted]
