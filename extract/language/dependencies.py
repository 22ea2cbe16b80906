"""What a parser says of one word: what it hangs on, and how."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dependent:
    """A word of a parsed sentence: its span, half-open, from where the sentence begins; the number of its head among
    the words (its own where it is the root); the relation to that head, named as the parser names it."""

    start: int
    end: int
    head: int
    relation: str
