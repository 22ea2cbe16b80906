"""Russian sentences in, the stretches of them that stand on one line out, cut into names, dates, words and marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.language.tokens import fold
from kb.edtf_bounds import bounds
from kb.model import Mention, Sentence

Row = tuple[Sentence, Sequence[Mention]]

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•·▪●○*–—-]|\d{1,2}[.)]|[^\W\d_]\))?\s*")
_YEARS = re.compile(r"(?<![\d.])(?:1[89]|20)\d\d(?:\s?[–—-]\s?(?:1[89]|20)\d\d)?(?![\d])")
_PIECE = re.compile(r"[^\W\d_]+|\d+|(?!(?<=\w)-(?=\w))[^\w\s]")
_DISCOVERED = "x-"
# Characters: a longer line is prose.
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Piece:
    """A name, a date (kind "date") or what stands between: `norm` is the folded word or the mark."""

    kind: str
    norm: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """`pieces` without the bullet; `first`: nothing of its line stands before it, `last`: nor behind it."""

    sentence: Sentence
    start: int
    end: int
    pieces: tuple[Piece, ...]
    first: bool
    last: bool
    bulleted: bool = False

    def of(self, kind: str) -> list[Mention]:
        return [p.mention for p in self.pieces if p.kind == kind and p.mention is not None]

    @property
    def words(self) -> list[str]:
        return [p.norm for p in self.pieces if p.kind == "word"]


def units(text: str, rows: Sequence[Row]) -> Iterator[Unit]:
    """Each line of each sentence."""
    for sentence, mentions in rows:
        for found in _LINE.finditer(text, sentence.start_char, sentence.end_char):
            start, end = found.span()
            if end - start > _LONGEST:
                yield Unit(sentence, start, end, (), first=False, last=True)
                continue
            begun = text.rfind("\n", 0, start) + 1
            first = not text[begun:start].strip()
            last = not text[end:].split("\n", 1)[0].strip()
            bullet = _BULLET.match(text, start, end)
            at = bullet.end() if bullet and first else start
            at = start if any(m.start_char < at and m.end_char > start for m in mentions) else at
            inside = [m for m in mentions if _is_known(m) and at <= m.start_char and m.end_char <= end]
            bulleted = at > start and not any(c.isalnum() for c in text[start:at])
            yield Unit(sentence, start, end, tuple(_pieces(text, at, end, inside)), first, last, bulleted)


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
        edtf = re.sub(r"\s?[–—-]\s?", "/", found[0])
        earliest, latest = bounds(edtf)
        mention = Mention("DATE", *found.span(), found[0], "ru", None, edtf, earliest, latest, "date:plain")
        yield Piece("date", "", mention)
        at = found.end()
    yield from _plain(text, at, end)


def _plain(text: str, at: int, end: int) -> Iterator[Piece]:
    for found in _PIECE.finditer(text, at, end):
        word = found[0][0].isalnum()
        yield Piece("word" if word else "mark", fold(found[0]) if word else found[0])
