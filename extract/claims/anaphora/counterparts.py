"""A named body in, whether it is only somebody that one deals with out: "the agreement with A", "trade with A"."""

import re
from collections.abc import Mapping

from extract.language.tokens import fold, tokenise

_MARK, _FAR, _NEAR = re.compile(r"[.,:;!?()\n]"), 64, 4
_WITH = {"en": frozenset({"with"}), "ru": frozenset({"с", "со"})}
_ARTICLES, _JOINED = frozenset({"the", "a", "an"}), re.compile(r"[-–—]?[мбп]ен$")


def dealt_with(text: str, span: tuple[int, int], lang: str, dealings: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the name at `span` is the other side of an agreement, of trade: no body that is joined."""
    start, end = span
    nouns = dealings.get(lang) or ("\n",)
    if lang == "kk":
        if not _JOINED.search(fold(text[start:end])):
            return False
        behind = [fold(t.text) for t in tokenise(_MARK.split(text[end : end + _FAR])[0])][:_NEAR]
        return any(word.startswith(nouns) for word in behind)
    before = [fold(t.text) for t in tokenise(_MARK.split(text[max(0, start - _FAR) : start])[-1])]
    while before and before[-1] in _ARTICLES:
        before.pop()
    if not before or before[-1] not in _WITH[lang]:
        return False
    return any(word.startswith(nouns) for word in before[-1 - _NEAR : -1])
