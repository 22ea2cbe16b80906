"""Units over time in, convergence clubs out: the clustering of Phillips and Sul (2007), merging as in their 2009."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pandas as pd

from kb.convergence.logt import CRITICAL, LogT, hp_trend, log_t, relative_paths
from kb.convergence.panel import Floats
from kb.errors import FiguresError

T = TypeVar("T", int, str)


@dataclass(frozen=True, slots=True)
class ClubOptions:
    """trim: share of first periods left out. smoothing: of the HP filter, 0 for none. sieve: c*, above which t a unit
    joins a core; it rises where the club as a whole would not converge. core: `abs` takes the size with the largest
    |t|, `t` with the largest t. merge: join neighbouring clubs that converge together.
    """

    trim: float = 1 / 3
    smoothing: float = 400.0
    sieve: float = 0.0
    core: str = "abs"
    merge: bool = True


@dataclass(frozen=True, slots=True)
class Club:
    members: tuple[str, ...]
    test: LogT


@dataclass(frozen=True, slots=True)
class Clubs:
    """The test on everyone, the clubs from the highest last level down, and the units that converge with nobody."""

    everyone: LogT
    clubs: tuple[Club, ...]
    diverging: tuple[str, ...]
    paths: pd.DataFrame

    def of(self, unit: str) -> int:
        """Number of a unit's club from 1, or 0."""
        return next((n for n, club in enumerate(self.clubs, start=1) if unit in club.members), 0)


def find_clubs(levels: pd.DataFrame, options: ClubOptions | None = None) -> Clubs:
    """`levels`: rows units, columns years, in levels above zero without gaps."""
    options = options or ClubOptions()
    values = levels.to_numpy(dtype=np.float64)
    if not (values > 0).all():
        raise FiguresError("clubs need levels above zero in every year")
    logs = np.log(values)
    found = hp_trend(logs, options.smoothing) if options.smoothing else logs
    groups, left = _clusters(found, options)
    if options.merge:
        groups = merged(found, groups, options.trim)
    names = [str(name) for name in levels.index]
    clubs = tuple(Club(tuple(names[i] for i in group), log_t(found[group], options.trim)) for group in groups)
    paths = pd.DataFrame(relative_paths(found), index=levels.index, columns=levels.columns)
    return Clubs(log_t(found, options.trim), clubs, tuple(names[i] for i in left), paths)


def _clusters(values: Floats, options: ClubOptions) -> tuple[list[list[int]], list[int]]:
    """Rows of each club, and the rows left over."""
    left = [int(i) for i in np.argsort(-values[:, -1], kind="stable")]
    groups: list[list[int]] = []
    while len(left) > 1:
        if log_t(values[left], options.trim).converges:
            return [*groups, left], []
        core = _core(values, left, options)
        if not core:
            break
        club = _sieved(values, core, [i for i in left if i not in core], options)
        groups.append(club)
        left = [i for i in left if i not in club]
    return groups, left


def _sieved(values: Floats, core: list[int], rest: Sequence[int], options: ClubOptions) -> list[int]:
    """The core and all that converge with it; c* rises until the whole club converges."""
    scores = {i: log_t(values[[*core, i]], options.trim).t for i in rest}
    # Each step leaves out the least fitting of those that are in.
    for limit in sorted({options.sieve, *(t for t in scores.values() if t > options.sieve)}):
        club = core + [i for i in rest if scores[i] > limit]
        if log_t(values[club], options.trim).converges:
            return club
    return core


def _core(values: Floats, left: Sequence[int], options: ClubOptions) -> list[int]:
    """The first neighbours that converge, with as many of the next as make the test statistic largest."""
    pairs = (n for n in range(len(left) - 1) if log_t(values[list(left[n : n + 2])], options.trim).converges)
    start = next(pairs, None)
    if start is None:
        return []
    scored: list[tuple[float, int]] = []
    for end in range(start + 2, len(left) + 1):
        test = log_t(values[list(left[start:end])], options.trim)
        if not test.converges:
            break
        scored.append((abs(test.t) if options.core == "abs" else test.t, end))
    best = max(scored, key=lambda item: (item[0], -item[1]))
    return list(left[start : best[1]])


def merged(values: Floats, groups: Sequence[Sequence[int]], trim: float = 1 / 3) -> list[list[int]]:
    """Each club grows by the clubs below it as long as they converge together."""
    found: list[list[int]] = []
    for group in groups:
        if found and log_t(values[[*found[-1], *group]], trim).t > CRITICAL:
            found[-1] = [*found[-1], *group]
        else:
            found.append(list(group))
    return found
