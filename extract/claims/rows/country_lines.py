"""Lines that open with a country in, what it is in by each part out: "A: member of B 1993–2009, of C since 2000"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_claim
from extract.claims.rows.profiles import Line, item_told, words_beside
from extract.language.tokens import fold
from kb.model import Claim, Mention, Sentence

_OPENS, _PARTS = re.compile(r"\s*[:–—]\s"), re.compile(r"[,;.]|$")
_BULLET = re.compile(r"\s*(?:[•·▪●○*–—-]\s*|\d{1,2}[.)]\s*)?")
# One part alone may be the label of a whole sentence.
_LEAST = 2


def with_country_lines(
    found: Sequence[Claim], text: str, rows: Sequence[Filled], words: Mapping[str, Sequence[str]]
) -> list[Claim]:
    """What was found before; where such a line tells of a country and a body on other days, that alone."""
    days = {(c.start_char, c.subject_id, c.object_id, c.earliest) for c in found}
    told = [c for c in _found(text, rows, words) if (c.start_char, c.subject_id, c.object_id, c.earliest) not in days]
    same = {(c.start_char, c.subject_id, c.object_id) for c in told}
    return [c for c in found if (c.start_char, c.subject_id, c.object_id) not in same] + told


def _found(text: str, rows: Sequence[Filled], words: Mapping[str, Sequence[str]]) -> Iterator[Claim]:
    """`words`: the table profile_words. A role holds until another is said; a part with other words tells nothing."""
    known = {name: tuple(map(fold, some)) for name, some in words.items()}
    for sentence, mentions in rows:
        country = mentions[0] if mentions and mentions[0].label == "COUNTRY" else None
        opens = _OPENS.match(text, country.end_char, sentence.end_char) if country else None
        if country is None or opens is None or not _BULLET.fullmatch(text, sentence.start_char, country.start_char):
            continue
        found = list(_of_parts(text, (sentence, mentions), (str(country.entity_id), opens.end()), known))
        yield from found if len(found) >= _LEAST else ()


def _of_parts(text: str, filled: Filled, who: tuple[str, int], known: Mapping[str, tuple[str, ...]]) -> Iterator[Claim]:
    sentence, mentions = filled
    country, at = who
    roles: tuple[str, ...] = ()
    for start, end in _parts(text, sentence, at, mentions):
        inside = tuple(m for m in mentions if start <= m.start_char < end)
        said = words_beside(text, (start, end), inside)
        own = tuple(w for w in said if w.startswith((*known["observer"], *known["membership"], *known["barred"])))
        roles = own or roles
        if not roles or not any(m.label == "ORG" and m.entity_id for m in inside):
            continue
        told = item_told(
            Line(start, start, inside, (*said, *(roles if not own else ())), announces=False), known, False
        )
        if told is not None:
            yield bare_claim(text, sentence, told[0], country, told[1], told[2])


def _parts(text: str, sentence: Sentence, at: int, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Between commas and semicolons; a mark inside a name or a date parts nothing."""
    start = at
    for mark in _PARTS.finditer(text, at, sentence.end_char):
        if any(m.start_char <= mark.start() < m.end_char for m in mentions):
            continue
        if mark.start() > start:
            yield start, mark.start()
        start = mark.end()
