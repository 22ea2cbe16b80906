"""A sentence and the forms searched for in, the sentence in pieces out, each marked as found or not."""

import re
from collections.abc import Iterator, Sequence

from kb.search_words import typed_forms

Piece = tuple[str, bool]
# Letters and digits apart, as in the stages: glued years are two words.
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST_PART = 3


def pieces(sentence: str, forms: Sequence[Sequence[str]]) -> list[Piece]:
    """Words in any inflection of what was typed; where none is, the letters themselves inside words."""
    wanted = {form for choices in forms for form in choices}
    spans = [m.span() for m in _WORD.finditer(sentence) if wanted.intersection(typed_forms(m[0]))]
    return list(_cut(sentence, spans or list(_parts(sentence, [choices[0] for choices in forms if choices]))))


def _parts(sentence: str, typed: Sequence[str]) -> Iterator[tuple[int, int]]:
    lower = sentence.lower()
    # Few letters grow when made small; the offsets would be wrong then, and nothing is marked.
    for word in typed if len(lower) == len(sentence) else ():
        start = lower.find(word.lower()) if len(word) >= _SHORTEST_PART else -1
        while start >= 0:
            yield start, start + len(word)
            start = lower.find(word.lower(), start + len(word))


def _cut(sentence: str, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for start, end in sorted(spans):
        if start < at:
            continue
        if start > at:
            yield sentence[at:start], False
        yield sentence[start:end], True
        at = end
    if at < len(sentence):
        yield sentence[at:], False
