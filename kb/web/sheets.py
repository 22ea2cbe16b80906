"""The two sheets that a picture is drawn on, for a desk and for a phone; the style sheet shows the one that fits."""

from dataclasses import dataclass

_LONGEST = 34  # letters of a name beside its lane


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pixels between the axes of a chart; other pictures have widths of their own and ask only if it is narrow."""

    form: str  # its class in the style sheet
    width: int
    height: int
    narrow: bool


WIDE = Sheet("drawn-wide", 760, 340, False)
# With the figures beside its axes it fits a screen of 360 pixels without being made smaller.
NARROW = Sheet("drawn-narrow", 288, 240, True)
SHEETS = (WIDE, NARROW)


def shortened(name: str) -> str:
    """As much of a name as stands beside a lane; the whole is told by its title."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
