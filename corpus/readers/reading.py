"""What every reader gives: the text of one file with what its format tells, and the error that stops it."""

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
