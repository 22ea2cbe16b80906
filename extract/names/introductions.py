"""Abbreviations that a text introduces itself: "the Long Name (LN)" counts for the rest of the document."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extract.language.tokens import Token, tokenise
from kb.model import Mention, Sentence

_OPEN = re.compile(r"\s*[(\[]\s*")
_LONGEST = 12
# A longer run of capitals in brackets is a headline's word.
_LONGEST_OPAQUE = 8
_FEWEST_LETTERS = 3
_REACH = 60
_BRACKET_WORDS = 3


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


def find_spelt_out(
    text: str, sentences: Sequence[Sentence], known: Sequence[Mention], small: Collection[str]
) -> tuple[Introduction, ...]:
    """Unknown long forms whose initials spell the abbreviation in brackets behind them (after Schwartz, Hearst 2003).

    `small` are words that lend no initial. Such an abbreviation means this long form here, whatever it means elsewhere.
    """
    covered = [(m.start_char, m.end_char) for m in known if m.label != "DATE"]
    found = []
    for sentence in sentences:
        tokens = tokenise(text, sentence.start_char, sentence.end_char)
        for i, token in enumerate(tokens):
            if i == 0 or not looks_abbreviated(token.text) or not _OPEN.fullmatch(text, tokens[i - 1].end, token.start):
                continue
            first = _spelt_by(tokens[:i], token.text, small)
            if first is None or any(a < tokens[i - 1].end and b > tokens[first].start for a, b in covered):
                continue
            long_form = text[tokens[first].start : tokens[i - 1].end]
            found.append(Introduction(token.text, tokens[first].start, token.end, "ORG", None, long_form))
    return tuple(found)


def _spelt_by(before: Sequence[Token], abbreviation: str, small: Collection[str]) -> int | None:
    """Index of the first word of the long form; every letter needs a capitalised word or one that follows such."""
    letters = [c.casefold() for c in abbreviation if c.isupper()]
    i = len(before)
    for letter in reversed(letters):
        i -= 1
        while i >= 0 and before[i].text.lower() in small:
            i -= 1
        if i < 0 or before[i].text[0].casefold() != letter:
            return None
    return i if len(letters) >= _FEWEST_LETTERS and before[i].capital else None


def _abbreviation_behind(text: str, end: int, fillers: Collection[str]) -> Token | None:
    opened = _OPEN.match(text, end)
    if opened is None:
        return None
    closing = re.compile(r"[)\];]").search(text, opened.end(), opened.end() + _REACH)
    if closing is None:
        return None
    tokens = [t for t in _words(text, opened.end(), closing.start()) if t.text.lower() not in fillers]
    short = [t for t in tokens if looks_abbreviated(t.text) and (len(t.text) <= _LONGEST_OPAQUE or not t.upper)]
    return short[0] if short and len(tokens) <= _BRACKET_WORDS else None


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    yield from tokenise(text, start, end)


def looks_abbreviated(word: str) -> bool:
    """At least two capitals, more than a third of a short word: EAEU, ЕврАзЭС, GUUAM."""
    # Nearly every word has no capital behind its first letter.
    if not 2 <= len(word) <= _LONGEST or word[1:].islower():
        return False
    capitals = sum(c.isupper() for c in word)
    return capitals >= 2 and capitals * 3 >= len(word)
