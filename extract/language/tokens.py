"""Cleaned text in, word tokens out; the one tokeniser that names, dates-free patterns and claims share."""

import re
from functools import lru_cache
from typing import NamedTuple

# Letters and digits apart, so that glued years (`2000жылы`) fall into two tokens.
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ](?=[^\W\d_]{3,})[^\W\d_]+)?|\d+")
_FOLD = str.maketrans(
    {"ё": "е", "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и", "’": "'"}
)


class Token(NamedTuple):
    # A tuple is made in half the time of a frozen dataclass, and every stage makes one for each word.
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def upper(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Words and numbers of `text[start:end]`, offsets into `text`."""
    return list(_tokens(text, start, len(text) if end is None else end))


# A dozen stages ask for the words of one sentence, each in its turn of the whole document.
@lru_cache(maxsize=512)
def _tokens(text: str, start: int, stop: int) -> tuple[Token, ...]:
    return tuple(Token(m[0], *m.span()) for m in _WORD.finditer(text, start, stop))


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers alone."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A key blind to case, ё, and Kazakh letters typed as their Russian look-alikes; -ise and -ize are one."""
    key = word.casefold().translate(_FOLD)
    if key.isascii():
        key = key.replace("isation", "ization").replace("labour", "labor").replace("centre", "center")
        if key.startswith("programme"):
            key = "program" + key[9:]
    return key
