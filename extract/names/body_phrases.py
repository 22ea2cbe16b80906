"""Bodies that no table knows, where no tagger sees them whole: names and tagged spans in, mentions without an id out.

`NATO Innovation Hub`, `Лига горных стран`, `Таулы елдер лигасы`: what is known in them is only a part of the name.
"""

import re
from collections.abc import Iterator, Sequence

from extract.language.tokens import Token, tokenise
from extract.names.body_spans import SPANS, BodyWords, Line, head_of
from kb.model import Mention, Sentence

_TOLD = frozenset({"body", "abstract"})
_MOST_CAPITALS, _FEWEST = 0.75, 3
_WITHIN = frozenset({"ORG", "COUNTRY", "PLACE"})
# Capitals before a hyphen, and behind one: two letters there are as often a region, "EU-CA".
_BEFORE, _AFTER, _REACH = re.compile(r"\b[^\W\d_]{3,}-$"), re.compile(r"-[^\W\d_]{3,}\b"), 12
_METHOD, _SCORE = "pattern:organ", 0.7


def find_body_phrases(
    text: str, sentences: Sequence[Sentence], known: Sequence[Mention], tagged: Sequence[Mention], words: BodyWords
) -> Iterator[Mention]:
    """Names of bodies around a head noun that no mention covers; `tagged` are the spans that touch no known one."""
    yield from _hyphened(text, known)
    mentions = (*(m for m in tagged if m.label in _WITHIN), *known)
    for sentence in sentences if any(s.kind in _TOLD for s in sentences) else ():
        lang = sentence.lang
        tokens = tokenise(text, sentence.start_char, sentence.end_char)
        heads = [k for k, t in enumerate(tokens) if head_of(t, lang, words)] if sentence.kind in _TOLD else []
        if not heads or _is_headline(tokens):
            continue
        inside = [m for m in mentions if sentence.start_char <= m.start_char < sentence.end_char]
        line = Line(text, tokens, _covering(tokens, inside))
        for k in heads:
            span = SPANS[lang](line, k, words)
            if span is not None and not _is_covered(line, span):
                start, end = tokens[span[0]].start, tokens[span[1]].end
                yield Mention("ORG", start, end, text[start:end], lang, method=_METHOD, score=_SCORE)


def _hyphened(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """ "BIST-EC", "EU-LISA": a known abbreviation that a hyphen joins to capitals that nobody knows."""
    held = {p for m in known for p in range(m.start_char, m.end_char)}
    for m in known:
        if m.label != "ORG" or not m.text.isupper():
            continue
        before, after = (
            _BEFORE.search(text, max(0, m.start_char - _REACH), m.start_char),
            _AFTER.match(text, m.end_char),
        )
        start = before.start() if before and _is_strange(before, held) else m.start_char
        end = after.end() if after and _is_strange(after, held) else m.end_char
        if end - start > len(m.text):
            yield Mention("ORG", start, end, text[start:end], m.lang, method=_METHOD, score=_SCORE)


def _is_strange(found: re.Match[str], held: set[int]) -> bool:
    return found[0].isupper() and held.isdisjoint(range(*found.span()))


def _covering(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention | None]:
    """The mention over each word; of two the later one, a known one before a tagged."""
    over = [None] * len(tokens) if not mentions else [_over(t, mentions) for t in tokens]
    return list(over)


def _over(token: Token, mentions: Sequence[Mention]) -> Mention | None:
    return next((m for m in reversed(mentions) if m.start_char < token.end and token.start < m.end_char), None)


def _is_headline(tokens: Sequence[Token]) -> bool:
    """A line in which most words are capital says nothing by its capitals."""
    letters = [t for t in tokens if t.text[0].isalpha()]
    return len(letters) >= _FEWEST and sum(t.capital for t in letters) > _MOST_CAPITALS * len(letters)


def _is_covered(line: Line, span: tuple[int, int]) -> bool:
    """A mention holds the whole phrase, or one that is no part of a body's name reaches into it."""
    start, end = line.tokens[span[0]].start, line.tokens[span[1]].end
    touched = [m for m in line.over[span[0] : span[1] + 1] if m is not None]
    return any(
        m.label not in _WITHIN or m.start_char < start or m.end_char > end or m.end_char - m.start_char == end - start
        for m in touched
    )
