"""A text under repair with the received bounds of each character: edits in, the repaired text with its map out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.model import CleanText

# First and last offset of what is replaced, and what stands there instead.
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class MappedText:
    """`starts[i]`, `ends[i]` bound what was received for character i; what was put in has an empty span."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def edited(self, edits: Iterable[Edit]) -> "MappedText":
        """With each stretch replaced; edits come in order and do not overlap."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for start, end, new in edits:
            pieces += (self.text[done:start], new)
            starts += self.starts[done:start]
            ends += self.ends[done:start]
            first, last = self._bounds(start, end)
            starts += [first] * len(new)
            ends += [last] * len(new)
            done = end
        if not pieces:
            return self
        pieces.append(self.text[done:])
        starts += self.starts[done:]
        ends += self.ends[done:]
        return MappedText("".join(pieces), starts, ends)

    def retyped(self, text: str) -> "MappedText":
        """With other characters in the same places."""
        return MappedText(text, self.starts, self.ends)

    def frozen(self) -> CleanText:
        return CleanText(self.text, tuple(self.starts), tuple(self.ends))

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self.starts[start], self.ends[end - 1]
        point = self.ends[start - 1] if start else self.starts[0] if self.starts else 0
        return point, point


def received_text(text: str, spans: Iterable[tuple[int, int]]) -> MappedText:
    """The given spans of a received text, in order, as one text."""
    parts = list(spans)
    return MappedText(
        "".join(text[start:end] for start, end in parts),
        [offset for start, end in parts for offset in range(start, end)],
        [offset for start, end in parts for offset in range(start + 1, end + 1)],
    )
