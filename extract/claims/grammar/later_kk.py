"""The items from one Kazakh name up to behind the next in, whether the second did the same later, on a day of its own.

Such names are two in turn, and no list.
"""

from collections.abc import Sequence
from typing import Protocol

from extract.language.tokens import fold

_LATER = frozenset(map(fold, ("кейін", "соң", "кейінірек", "кейіннен", "артынан", "соңынан")))


class Said(Protocol):
    """What is asked of an item."""

    @property
    def norm(self) -> str: ...

    @property
    def kind(self) -> str: ...


def dated_later(stretch: Sequence[Said]) -> bool:
    """«2017 жылы A, одан кейін B 2023 жылы қосылды»: the stretch ends with what stands behind B."""
    return stretch[-1].kind == "date" and any(i.norm in _LATER for i in stretch[:-1])
