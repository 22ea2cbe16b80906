"""Russian sentences in, the stretches of them that stand on one line out, cut into names, dates, words and marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_date
from extract.claims.rows.lines import lines
from extract.language.tokens import fold
from kb.model import Mention, Sentence

_LANG = "ru"
_BULLET = re.compile(r"\s*(?:[•·▪●○*–—-]|\d{1,2}[.)]|[^\W\d_]\))?\s*")
_YEARS = re.compile(r"(?<![\d.])(?:1[89]|20)\d\d(?:\s?[–—-]\s?(?:1[89]|20)\d\d)?(?![\d])")
_PIECE = re.compile(r"[^\W\d_]+|\d+|(?!(?<=\w)-(?=\w))[^\w\s]")
_DISCOVERED = "x-"
# Characters: a longer line is prose.
_LONGEST, _TITLE_WORDS = 700, 4
# Behind these in a line its name is no title: "Предшественник: А".
_LABELLED = frozenset({":", "–", "—"})
# "Присоединение стран СНГ": a body behind these only says whose.
OWNED_BY = ("стран", "госуд", "республ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A name, a date (kind "date") or what stands between: `norm` is the folded word or the mark."""

    kind: str
    norm: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """`pieces` without the bullet; `first`: nothing of its line stands before it, `last`: nor behind it.

    `title`: the body that it names as the heading of a page does.
    """

    sentence: Sentence
    start: int
    end: int
    pieces: tuple[Piece, ...]
    first: bool
    last: bool
    bulleted: bool = False
    title: str = ""

    def of(self, kind: str) -> list[Mention]:
        return [p.mention for p in self.pieces if p.kind == kind and p.mention is not None]

    @property
    def words(self) -> list[str]:
        return [p.norm for p in self.pieces if p.kind == "word"]


def units(text: str, filled: Sequence[Filled]) -> Iterator[Unit]:
    """Each line of each Russian sentence."""
    for line in lines(text, filled, _LANG):
        start, end = line.start, line.end
        if end - start > _LONGEST:
            yield Unit(line.sentence, start, end, (), first=False, last=True)
            continue
        begun = text.rfind("\n", 0, start) + 1
        first = not text[begun:start].strip()
        last = not text[end:].split("\n", 1)[0].strip()
        bullet = _BULLET.match(text, start, end)
        at = bullet.end() if bullet and first else start
        at = start if any(m.start_char < at for m in line.mentions) else at
        inside = [m for m in line.mentions if _is_known(m) and at <= m.start_char]
        bulleted = at > start and not any(c.isalnum() for c in text[start:at])
        unit = Unit(line.sentence, start, end, tuple(_pieces(text, at, end, inside)), first, last, bulleted)
        yield replace(unit, title=_titled(unit))


def body_of(pieces: Sequence[Piece]) -> str:
    """The one body that is named; that of "стран СНГ" only says whose."""
    named = {
        str(p.mention.entity_id)
        for k, p in enumerate(pieces)
        if p.kind == "org" and p.mention and p.mention.entity_id
        if not (k and pieces[k - 1].norm.startswith(OWNED_BY))
    }
    return next(iter(named)) if len(named) == 1 else ""


def _titled(unit: Unit) -> str:
    """ "О ГУАМ", "Лекция 6. ШОС": a line that names one body and says little else."""
    named = body_of(unit.pieces)
    if not named or not unit.first or len(unit.words) > _TITLE_WORDS or unit.of("country") or unit.of("date"):
        return ""
    first = next(k for k, p in enumerate(unit.pieces) if p.kind == "org")
    labelled = unit.bulleted or any(p.norm in _LABELLED for p in unit.pieces[:first])
    return named if (unit.last or not unit.words) and not labelled else ""


def _is_known(mention: Mention) -> bool:
    """A body that only its capital letter shows, as "Государства-члены" at the start of a line, is words here."""
    found = mention.label == "ORG" and str(mention.entity_id).startswith(_DISCOVERED)
    return bool(mention.entity_id or mention.edtf) and not found


def _pieces(text: str, at: int, end: int, mentions: Sequence[Mention]) -> Iterator[Piece]:
    for m in mentions:
        yield from _between(text, at, m.start_char)
        yield Piece({"DATE": "date"}.get(m.label, m.label.lower()), "", m)
        at = m.end_char
    yield from _between(text, at, end)


def _between(text: str, at: int, end: int) -> Iterator[Piece]:
    """A bare year that no other stage took for a date is one here."""
    while (found := _YEARS.search(text, at, end)) is not None:
        yield from _plain(text, at, found.start())
        yield Piece("date", "", bare_date(text, *found.span(), _LANG))
        at = found.end()
    yield from _plain(text, at, end)


def _plain(text: str, at: int, end: int) -> Iterator[Piece]:
    for found in _PIECE.finditer(text, at, end):
        word = found[0][0].isalnum()
        yield Piece("word" if word else "mark", fold(found[0]) if word else found[0])
