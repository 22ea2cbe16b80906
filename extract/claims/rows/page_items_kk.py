"""A line of a Kazakh page in, its words and the members that it rolls out, each with its date, out."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.claims.rows.lines import Line
from extract.language.tokens import fold, tokenise
from extract.language.word_record import word_record
from extract.tables import read_table
from kb.model import Mention

Item = tuple[str, str, Mention | None, bool]

_LANG, _COUNTRY, _DATE, _BODY = "kk", "COUNTRY", "DATE", "ORG"
_BRACKETS = re.compile(r"\([^()]*\)")
_CUT = re.compile(r"[^,;]+")
_OPENING = 4


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of labels and items, from data/kk/pages.yml; letters folded."""

    small: tuple[str, ...]
    barred: tuple[str, ...]
    entry: frozenset[str]
    ends: frozenset[str]
    stops: frozenset[str]
    since: frozenset[str]


@cache
def page_words() -> PageWords:
    """The table, read once."""
    return word_record(PageWords, read_table(_LANG, "pages"))


def words_between(line: Line, mentions: Sequence[Mention], first: int, end: int) -> list[str]:
    """The folded words from `first` to `end` that no mention holds."""
    held = [(m.start_char, m.end_char) for m in mentions]
    tokens = tokenise(line.text)
    spans = [(line.start + t.start, t.text) for t in tokens]
    return [
        fold(word)
        for at, word in spans
        if first <= at < end and word[0].isalpha() and not any(a <= at < b for a, b in held)
    ]


def items_of(line: Line, at: int, bodies: bool = False) -> list[Item]:
    """Member, what its note says, its date and whether from it on; none where the line says anything else.

    `bodies`: other bodies may stand among them, as observers do.
    """
    begun, wanted = line.start + at, {_COUNTRY, _BODY} if bodies else {_COUNTRY}
    held = [m for m in line.mentions if m.start_char >= begun and (m.entity_id or m.edtf)]
    opens = held and held[0].start_char <= begun + _OPENING and held[0].label in {_COUNTRY, _DATE, _BODY}
    named = any(m.label == _COUNTRY for m in held)
    if not named or not opens or any(m.label not in wanted | {_DATE} for m in held):
        return []
    if any(_says_more(line, held, begun + first, part) for first, part in starts(line.text[at:])):
        return []
    return [_item(line, held, k, wanted) for k, m in enumerate(held) if m.label in wanted]


def _says_more(line: Line, held: Sequence[Mention], first: int, part: str) -> bool:
    """A word that no item holds, but for a name that nobody knows: it stands alone between its commas."""
    words, end = page_words(), first + len(part)
    known = words.entry | words.ends | words.stops | words.since
    beside = words_between(line, held, first, end)
    strange = any(w not in known for w in beside)
    unknown = part.strip()[:1].isupper() and not any(first <= m.start_char < end for m in held)
    return strange and (not unknown or any(w.startswith(words.barred) for w in beside))


def _item(line: Line, held: Sequence[Mention], k: int, wanted: Container[str]) -> Item:
    """Its date stands behind it up to the next name, or in front of the run of names that it leads."""
    words, who = page_words(), held[k]
    behind = held[k + 1] if k + 1 < len(held) else None
    until = next((m.start_char for m in held[k + 1 :] if m.label in wanted), line.end)
    date = behind if behind is not None and behind.label == _DATE and _is_own(line, who, behind) else None
    note = line.text[who.end_char - line.start : until - line.start] if date else ""
    if date is None:
        date = _leading(line, held, k)
        note = line.text[date.start_char - line.start : date.end_char - line.start + 12] if date else ""
    told = [fold(t.text) for t in tokenise(note)]
    own = (
        "suspended" if any(w in words.stops for w in told) else "withdrew" if any(w in words.ends for w in told) else ""
    )
    return str(who.entity_id), own, date, any(w in words.since for w in told)


def _is_own(line: Line, who: Mention, date: Mention) -> bool:
    """Nothing but a bracket, a dash or a comma in brackets stands between: "A (2006)", "A – 2006"."""
    between = line.text[who.end_char - line.start : date.start_char - line.start].strip()
    return between in {"(", "–", "—", "-", ""}


def _leading(line: Line, held: Sequence[Mention], k: int) -> Mention | None:
    """ "2006 жылдан A мен B": the date in front of the names, unless it is of the name before it."""
    at = k - 1
    while at >= 0 and held[at].label == _COUNTRY:
        at -= 1
    if at < 0:
        return None
    own = at > 0 and held[at - 1].label == _COUNTRY and _is_own(line, held[at - 1], held[at])
    return None if own else held[at]


def starts(value: str) -> Iterator[tuple[int, str]]:
    """The parts of a roll between commas, brackets left out, each with where it begins."""
    bare = _BRACKETS.sub(lambda found: " " * len(found[0]), value)
    yield from ((found.start(), found[0]) for found in _CUT.finditer(bare))
