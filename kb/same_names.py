"""Names of entities in, pairs that may be one thing out: the same name in another alphabet, or its abbreviation.

A suggestion for a person to judge, never a decision.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

_ALIKE = 88
_SHORTEST = 4
_LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
# The same word in three languages ends in three ways: these say nothing of what is named.
_ENDINGS = ("lyk", "lik", "skii", "skaya", "skoe", "aya", "iya", "yi", "oe", "al", "a", "y", "i")


@dataclass(frozen=True, slots=True)
class _Named:
    id: str
    type: str
    origin: str
    words: tuple[str, ...]
    initials: str


def suggestions(names: Iterable[Mapping[str, Any]], judged: Iterable[tuple[str, str]] = ()) -> list[dict[str, Any]]:
    """Rows `id`, `may_be`, `why`, `score`: a discovered entity and another one, the likeliest first."""
    settled = {frozenset(pair) for pair in judged}
    known = [_named(row) for row in names]
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for new in (n for n in known if n.origin == "discovered"):
        for other in known:
            if other.id == new.id or other.type != new.type or frozenset((new.id, other.id)) in settled:
                continue
            if other.origin == "discovered" and other.id < new.id:
                continue
            for why, score in _reasons(new, other):
                row = {"id": new.id, "may_be": other.id, "why": why, "score": score}
                if score > best.get((new.id, other.id), {"score": 0})["score"]:
                    best[new.id, other.id] = row
    return sorted(best.values(), key=lambda row: (-row["score"], row["id"], row["may_be"]))


def _named(row: Mapping[str, Any]) -> _Named:
    read = [word for word in row["text"].replace("-", " ").split() if latin(word)]
    initials = "".join(latin(word[0]) for word in read) if len(read) > 2 else ""
    return _Named(row["id"], row["type"], row["origin"], tuple(map(latin, read)), initials)


def latin(word: str) -> str:
    """In Latin letters, small, without anything else; `-ция` and `-tion`, double and single letters are one."""
    letters = "".join(_LATIN.get(c, c if c.isascii() and c.isalnum() else "") for c in word.lower())
    folded = letters.replace("tsi", "ti")
    return "".join(c for i, c in enumerate(folded) if not i or folded[i - 1] != c)


def _stem(word: str) -> str:
    return next((word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), word)


def _reasons(a: _Named, b: _Named) -> Iterator[tuple[str, int]]:
    whole_a, whole_b = "".join(map(_stem, a.words)), "".join(map(_stem, b.words))
    if min(len(whole_a), len(whole_b)) >= _SHORTEST:
        score = round(fuzz.ratio(whole_a, whole_b, score_cutoff=_ALIKE))
        if score:
            yield "same name", score
    for long, short in ((a, b), (b, a)):
        if len(short.words) == 1 and long.initials and long.initials == short.words[0]:
            yield "abbreviation", _ALIKE
