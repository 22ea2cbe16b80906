"""Mentions in, those that only lend their name to something else out: `Nazarbayev University`, `post-Soviet state`."""

import re
from collections.abc import Mapping, Sequence

from extract.language.tokens import fold
from kb.model import Mention

_NEXT = re.compile(r"[ \t\n]{1,2}([^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_]+)[ \t\n]{1,2}$")
_PREFIXED = re.compile(r"[^\W\d_]+-$")
_REACH = 24


def without_eponyms(
    text: str, mentions: Sequence[Mention], tables: Mapping[str, Mapping[str, Sequence[str]]]
) -> tuple[Mention, ...]:
    """`tables` is data/eponyms.yml: language -> nouns of institutions that follow a name, or come before it."""
    return tuple(m for m in mentions if not (_names_institution(text, m, tables) or _prefixed(text, m)))


def _names_institution(text: str, mention: Mention, tables: Mapping[str, Mapping[str, Sequence[str]]]) -> bool:
    words = tables.get(mention.lang)
    if mention.label != "PERSON" or words is None:
        return False
    following = _NEXT.match(text, mention.end_char)
    before = _LAST.search(text, max(0, mention.start_char - _REACH), mention.start_char)
    return (following is not None and _is_one(following[1], words["behind"])) or (
        before is not None and _is_one(before[1], words["before"])
    )


def _is_one(word: str, stems: Sequence[str]) -> bool:
    """The word begins with a stem; a stem with a capital needs one in the text."""
    return any(fold(word).startswith(fold(stem)) and stem[0].isupper() <= word[0].isupper() for stem in stems)


def _prefixed(text: str, mention: Mention) -> bool:
    """English "post-Soviet": a lower-case word and a hyphen make an adjective of a country."""
    if mention.label != "COUNTRY" or mention.lang != "en":
        return False
    prefix = _PREFIXED.search(text, max(0, mention.start_char - _REACH), mention.start_char)
    return prefix is not None and prefix[0].islower()
