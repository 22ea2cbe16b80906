"""A head that announces a country's bodies and the lines below it in, a membership for each line out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import Dated
from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_claim, dated_from
from extract.language.tokens import fold, tokenise
from kb.model import Claim, Mention

Words = Mapping[str, Sequence[str]]

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•·▪●○*–—-]|\d{1,2}[.)]|[^\W\d_]\))?\s*(?:the\s+)?", re.IGNORECASE)
_HEAD_WORDS = 14
# A head names none of these.
_UNHEADED = frozenset({"ORG", "TREATY", "DATE"})
# Characters: a longer line is prose, and neither a head nor an item.
_LONGEST = 400
_KINDS = ("observer", "membership")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its mentions; `bare`: its words beside them, `at` where its text begins behind a bullet."""

    start: int
    at: int
    mentions: tuple[Mention, ...]
    bare: tuple[str, ...]
    announces: bool


def find_profiles(text: str, rows: Sequence[Filled], words: Words, memory: Memory) -> Iterator[Claim]:
    """`words`: the table profile_words. "A in international bodies", below it "B – member since 2001", "C (1992)"."""
    known = {name: tuple(map(fold, some)) for name, some in words.items()}
    country, bare = "", False
    for line in _lines(text, rows):
        told = _told(line, known, bare) if country else None
        if told is None and country and _opens(line) and any(w.startswith(known["barred"]) for w in line.bare):
            continue
        if told is None:
            country, bare = _announced(line, known, memory) or ("", False)
        else:
            sentence = max(
                (s for s, _ in rows if s.start_char <= line.mentions[-1].start_char), key=lambda s: s.start_char
            )
            yield bare_claim(text, sentence, told[0], country, told[1], told[2])


def _lines(text: str, rows: Sequence[Filled]) -> Iterator[Line]:
    mentions = [m for _, held in rows for m in held]
    for found in _LINE.finditer(text):
        start, end = found.span()
        if end - start > _LONGEST:
            yield Line(start, start, (), (), announces=False)
            continue
        line = line_at(text, (start, end), [m for m in mentions if start <= m.start_char < end])
        if line.mentions or line.bare:
            yield line


def line_at(text: str, span: tuple[int, int], inside: Sequence[Mention]) -> Line:
    """A line, or a part of one, with its words beside the mentions in it."""
    start, end = span
    bullet = _BULLET.match(text, start)
    at = bullet.end() if bullet else start
    # Prose, which is most lines, is neither: its words need not be read.
    item = bool(inside) and inside[0].label == "ORG" and inside[0].start_char <= at
    if not item and any(m.label in _UNHEADED for m in inside):
        return Line(start, at, tuple(inside), (), announces=False)
    return Line(start, at, tuple(inside), words_beside(text, span, inside), text[:end].rstrip().endswith(":"))


def words_beside(text: str, span: tuple[int, int], inside: Sequence[Mention]) -> tuple[str, ...]:
    """The folded words of the span that are part of no mention."""
    edges = [span[0], *(edge for m in inside for edge in (m.start_char, m.end_char)), span[1]]
    outside = [t.text for a, b in list(pairwise(edges))[::2] for t in tokenise(text, a, max(a, b))]
    return tuple(fold(word) for word in outside if word[0].isalnum())


def _announced(line: Line, words: Mapping[str, tuple[str, ...]], memory: Memory) -> tuple[str, bool] | None:
    """The one country of a short head, or that of the whole text, and whether bare names below it are memberships."""
    countries = {m.entity_id for m in line.mentions if m.label == "COUNTRY"}
    bare = any(w.startswith(words["members"]) for w in line.bare)
    told = bare and line.announces
    about = bare or any(w.startswith(words["about"]) for w in line.bare)
    others = any(m.label in _UNHEADED for m in line.mentions)
    if not about or others or len(line.bare) > _HEAD_WORDS or len(countries) > 1:
        return None
    country = next(iter(countries), None) or memory.hero
    return (country, told) if country else None


def _told(line: Line, words: Mapping[str, tuple[str, ...]], bare: bool) -> tuple[str, str, Dated] | None:
    """Type, body and date of an item: a body, and nothing beside it but a role and a date."""
    return item_told(line, words, bare) if _opens(line) else None


def item_told(line: Line, words: Mapping[str, tuple[str, ...]], bare: bool) -> tuple[str, str, Dated] | None:
    """The same of a line that may name its body anywhere."""
    first = next(m for m in line.mentions if m.label == "ORG")
    dates = [m for m in line.mentions if m.label == "DATE" and m.edtf]
    if len(dates) > 1 or any(m.label not in {"ORG", "DATE"} or _other(m, first) for m in line.mentions):
        return None
    kinds = [kind for kind in _KINDS if any(w.startswith(words[kind]) for w in line.bare)]
    known = (*words["observer"], *words["membership"])
    strange = [w for w in line.bare if w not in words["small"] and not w.startswith(known)]
    if any(w.startswith(words["barred"]) for w in line.bare) or strange or not (kinds or dates or bare):
        return None
    lasts = any(w in words["since"] for w in line.bare)
    kind = kinds[0] if kinds else _KINDS[1] if lasts or not dates else "acceded"
    return kind, str(first.entity_id), dated_from(kind, dates[0] if dates else None)


def _opens(line: Line) -> bool:
    """The line begins with a body."""
    first = line.mentions[0] if line.mentions else None
    return first is not None and first.label == "ORG" and bool(first.entity_id) and first.start_char <= line.at


def _other(mention: Mention, first: Mention) -> bool:
    """Another body than the one of the line; an abbreviation behind the name is the same."""
    return mention.label == "ORG" and mention.entity_id != first.entity_id
