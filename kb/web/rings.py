"""Who ever belonged to which body in, places on three rings out: the core within, bodies around it, the others outside.

Places rest on the whole history, so that nothing jumps while the date moves.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

RADII = CORE, BODIES, OUTER = 106, 216, 325
_CORE_SHARE, _FEWEST = 0.5, 3


@dataclass(frozen=True, slots=True)
class Place:
    """A point, the ring it is on, and on which side of it a name has room: start, middle, end."""

    x: float
    y: float
    ring: str
    anchor: str


def places(members: Mapping[str, set[str]]) -> dict[str, Place]:
    """`members`: body -> whoever ever belonged to it."""
    order = _bodies_in_order(members)
    angles = {body: 2 * math.pi * n / len(order) - math.pi / 2 for n, body in enumerate(order)}
    # A body that is itself a member of another keeps its place among the bodies.
    everyone = sorted({m for there in members.values() for m in there} - set(members))
    of = {m: [body for body in order if m in members[body]] for m in everyone}
    least = max(_FEWEST, math.ceil(len(order) * _CORE_SHARE))
    core = [m for m in everyone if len(of[m]) >= least]
    outer = [m for m in everyone if len(of[m]) < least]
    found = {body: _place(angle, BODIES, "body") for body, angle in angles.items()}
    for group, radius, ring in ((core, CORE, "core"), (outer, OUTER, "outer")):
        towards = {m: _mean(angles[body] for body in of[m]) for m in group}
        found.update((m, _place(angle, radius if len(group) > 1 else 0, ring)) for m, angle in _spread(towards).items())
    return found


def circle(names: Sequence[str], radius: int = OUTER - 40) -> dict[str, Place]:
    """The names around one circle, in their order."""
    return {n: _place(2 * math.pi * i / len(names) - math.pi / 2, radius, "outer") for i, n in enumerate(names)}


def _bodies_in_order(members: Mapping[str, set[str]]) -> list[str]:
    """Next to each other stand bodies that share most: from the largest on, always the most alike."""
    left = sorted(members, key=lambda body: (-len(members[body]), body))
    order = [left.pop(0)] if left else []
    while left:
        last = members[order[-1]]
        nearest = max(left, key=lambda body: len(last & members[body]) / max(len(last | members[body]), 1))
        left.remove(nearest)
        order.append(nearest)
    return order


def _mean(angles: Iterable[float]) -> float:
    found = list(angles)
    return math.atan2(sum(map(math.sin, found)), sum(map(math.cos, found)))


def _spread(towards: Mapping[str, float]) -> dict[str, float]:
    """Equal steps around the ring in the order of the wished angles, turned to be nearest to them on the whole."""
    order = sorted(towards, key=lambda name: (towards[name], name))
    step = 2 * math.pi / max(len(order), 1)
    turn = _mean([towards[name] - n * step for n, name in enumerate(order)]) if order else 0.0
    return {name: turn + n * step for n, name in enumerate(order)}


def _place(angle: float, radius: float, ring: str) -> Place:
    x, y = math.cos(angle) * radius, math.sin(angle) * radius
    anchor = "middle" if abs(x) < radius * 0.12 else "start" if x > 0 else "end"
    return Place(round(x, 1), round(y, 1), ring, anchor)
