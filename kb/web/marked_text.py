"""A text and what was found in it in, paragraphs of marked pieces out; joined they are the text, to the letter."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Row = Mapping[str, Any]
# A paragraph takes the blank lines behind it along, so that nothing of the text is lost between two.
_GAP = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` under one mention at most; `first` where the mention begins here, `at` what was asked for."""

    start: int
    end: int
    text: str
    mention: Row | None
    first: bool
    claims: tuple[Row, ...]
    opens: tuple[Row, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`number` counts from 1; `lang` and `kind` are those of its segment, empty outside any; `page` begins here."""

    number: int
    start: int
    end: int
    lang: str
    kind: str
    page: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the text: rows with `start_char` and `end_char`."""

    segments: Sequence[Row]
    mentions: Sequence[Row]
    claims: Sequence[Row]
    pages: Sequence[Row] = ()
    asked: tuple[int, int] | None = None


def paragraphs(text: str, found: Found) -> list[Paragraph]:
    """Paragraphs end at blank lines and where a segment begins at a line's start."""
    bounds = _paragraph_bounds(text, found)
    mentions = _outermost(found.mentions)
    made = []
    for number, (start, end) in enumerate(bounds, 1):
        inner = [m for m in mentions if m["start_char"] < end and m["end_char"] > start]
        claims = [c for c in found.claims if c["start_char"] < end and c["end_char"] > start]
        segment = _segment_at(found.segments, start, end)
        page = next((int(p["page"]) for p in found.pages if start <= p["start_char"] < end), None)
        pieces = tuple(_pieces(text, (start, end), inner, claims, found.asked))
        made.append(Paragraph(number, start, end, str(segment.get("lang") or ""), str(segment.get("kind") or ""), page,
                              pieces))  # fmt: skip
    return made


def _paragraph_bounds(text: str, found: Found) -> list[tuple[int, int]]:
    cuts = {m.end() for m in _GAP.finditer(text)} - {len(text)}
    for segment in found.segments:
        at = int(segment["start_char"])
        if 0 < at < len(text) and text[at - 1] in "\r\n" and segment["kind"] != "running-head":
            cuts.add(at)
    edges = [0, *sorted(cuts), len(text)]
    return [(a, b) for a, b in pairwise(edges) if a < b]


def _segment_at(segments: Sequence[Row], start: int, end: int) -> Row:
    """The segment that holds most of the paragraph."""
    best: Row = {}
    most = 0
    for segment in segments:
        shared = min(end, segment["end_char"]) - max(start, segment["start_char"])
        if shared > most:
            best, most = segment, shared
    return best


def _outermost(mentions: Sequence[Row]) -> list[Row]:
    """Of mentions that overlap the one that begins first, the longer of two."""
    kept: list[Row] = []
    for mention in sorted(mentions, key=lambda m: (m["start_char"], -m["end_char"])):
        if not kept or mention["start_char"] >= kept[-1]["end_char"]:
            kept.append(mention)
    return kept


def _pieces(
    text: str, bounds: tuple[int, int], mentions: Sequence[Row], claims: Sequence[Row], asked: tuple[int, int] | None
) -> Iterator[Piece]:
    start, end = bounds
    cuts = {start, end}
    for row in (*mentions, *claims):
        cuts.update((max(start, row["start_char"]), min(end, row["end_char"])))
    if asked:
        cuts.update(at for at in asked if start < at < end)
    edges = sorted(cuts)
    starts = [m["start_char"] for m in mentions]
    for a, b in pairwise(edges):
        i = bisect_right(starts, a) - 1
        mention = mentions[i] if i >= 0 and mentions[i]["end_char"] > a else None
        here = tuple(c for c in claims if c["start_char"] <= a < c["end_char"])
        opens = tuple(c for c in here if max(c["start_char"], start) == a)
        yield Piece(a, b, text[a:b], mention, bool(mention and mention["start_char"] == a), here, opens,
                    bool(asked and asked[0] <= a and b <= asked[1]))  # fmt: skip
