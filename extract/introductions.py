"""Abbreviations that a text introduces itself: "the Long Name (LN)" counts for the rest of the document."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extract.tokens import Token, tokenise
from kb.model import Mention

_OPEN = re.compile(r"\s*[(\[]\s*")
_LONGEST = 12
# A longer run of capitals in brackets is a headline's word.
_LONGEST_OPAQUE = 8
_REACH = 60
_BRACKET_WORDS = 7


@dataclass(frozen=True, slots=True)
class Introduction:
    """`text` stands for the entity from `start` on. `entity_id` is None for a name that nobody knows yet."""

    text: str
    start: int
    end: int
    label: str
    entity_id: str | None
    long_form: str


def find_introductions(text: str, mentions: Sequence[Mention], fillers: Collection[str]) -> tuple[Introduction, ...]:
    """Brackets right behind a long form that hold an abbreviation; `fillers` are words such as "hereinafter"."""
    found = []
    for mention in mentions:
        if mention.label not in {"ORG", "TREATY", "PROGRAMME"} or " " not in mention.text.strip():
            continue
        token = _abbreviation_behind(text, mention.end_char, fillers)
        if token is not None:
            found.append(
                Introduction(token.text, token.start, token.end, mention.label, mention.entity_id, mention.text)
            )
    return tuple(found)


def _abbreviation_behind(text: str, end: int, fillers: Collection[str]) -> Token | None:
    opened = _OPEN.match(text, end)
    if opened is None:
        return None
    closing = re.compile(r"[)\];]").search(text, opened.end(), opened.end() + _REACH)
    if closing is None:
        return None
    tokens = [t for t in _words(text, opened.end(), closing.start()) if t.text.lower() not in fillers]
    if 1 <= len(tokens) <= _BRACKET_WORDS and looks_abbreviated(tokens[0].text):
        return tokens[0] if len(tokens[0].text) <= _LONGEST_OPAQUE or not tokens[0].upper else None
    return None


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    yield from tokenise(text, start, end)


def looks_abbreviated(word: str) -> bool:
    """At least two capitals, more than a third of a short word: EAEU, ЕврАзЭС, GUUAM."""
    capitals = sum(c.isupper() for c in word)
    return 2 <= len(word) <= _LONGEST and capitals >= 2 and capitals * 3 >= len(word)
