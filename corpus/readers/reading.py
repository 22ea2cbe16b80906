"""What every reader gives: the text of one file with what its format tells, and the error that stops it."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.readers.front_matter import Properties
from kb.model import Block

NOTHING = Properties()


class UnreadableError(ValueError):
    """The file cannot be used; the message is one clear line. `registry` adds the file's name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file. `found` is what the file says of itself, empty where it says nothing."""

    text: str
    media_type: str
    found: Properties = NOTHING
    pages: tuple[int, ...] = ()
    blocks: tuple[Block, ...] = ()
    body_start: int = 0


def join_pieces(pieces: Iterable[tuple[str, str]]) -> tuple[str, tuple[Block, ...]]:
    """Pieces of (kind, text) in one text with blank lines between; those of known kind are its blocks."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for kind, text in pieces:
        if kind:
            blocks.append(Block(kind, length, length + len(text)))
        parts.append(text + "\n\n")
        length += len(parts[-1])
    return "".join(parts), tuple(blocks)
