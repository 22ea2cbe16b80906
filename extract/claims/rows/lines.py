"""Sentences with their mentions in, the stretches of them that stand on one line of the page out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.claims.filled import Filled
from kb.model import Mention, Sentence


@dataclass(frozen=True, slots=True)
class Line:
    """`text` from `start` to `end` of the document; `mentions` are those that it holds whole."""

    sentence: Sentence
    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]


def lines(text: str, filled: Sequence[Filled], lang: str) -> Iterator[Line]:
    """Each line of each sentence in `lang`; an empty one is none."""
    for sentence, mentions in filled:
        at = sentence.start_char
        for line in text[at : sentence.end_char].split("\n") if sentence.lang == lang else ():
            start, end = at, at + len(line)
            at = end + 1
            if line.strip():
                held = tuple(m for m in mentions if start <= m.start_char and m.end_char <= end)
                yield Line(sentence, start, end, line, held)
