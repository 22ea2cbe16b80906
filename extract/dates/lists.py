"""Tokens in, dates that stand in one list or range out, with what they share filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from extract.dates.context import is_ablative, relation_of
from extract.dates.days import day_of_year_at
from extract.dates.numbers import day_at, is_next_year, second_year
from extract.dates.pieces import piece_at
from extract.dates.tokens import Tokens
from extract.dates.values import Piece, is_valid
from extract.dates.years import year_word


@dataclass(frozen=True, slots=True)
class Link:
    """How two dates are joined: `sort` is dash, slash, word (`to`, `бастап`), between, and, comma."""

    sort: str
    next: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Dates and what joins them; no pieces where only days without a month stand there. `end` is where to read on."""

    pieces: tuple[Piece, ...]
    links: tuple[Link, ...]
    end: int


_LONGEST_LIST = 12


def chain_at(tokens: Tokens, i: int, runs: Mapping[int, Piece]) -> Chain | None:
    first = piece_at(tokens, i, runs) or _day_only(tokens, i)
    if first is None:
        return None
    pieces, links = [first], list[Link]()
    while len(pieces) < _LONGEST_LIST:
        link = _link_at(tokens, pieces[-1])
        if link is None:
            break
        piece = _second_year_at(tokens, pieces[-1], link) or piece_at(tokens, link.next, runs)
        piece = piece or _month_only(tokens, pieces[-1], link) or _day_only(tokens, link.next, last=True)
        if piece is None or not _belong(tokens, pieces[-1], piece, link):
            break
        pieces.append(piece)
        links.append(link)
    return _trimmed(pieces, links)


def _day_only(tokens: Tokens, i: int, last: bool = False) -> Piece | None:
    """A number that can only be a day, because a month follows further on or stood before."""
    day = day_at(tokens, i)
    if day is None:
        return None
    piece = Piece(i, day[1], day=day[0])
    if last:
        comma = tokens[day[1]].text == "," and tokens[day[1] + 1].is_year
        return replace(piece, year=tokens[day[1] + 1].num, last=day[1] + 2) if comma else piece
    return piece if _link_at(tokens, piece) is not None else None


def _month_only(tokens: Tokens, left: Piece, link: Link) -> Piece | None:
    """`2015 жылғы қаңтар-наурызда`: behind a month even a doubtful word is one."""
    if left.month is None or left.day is not None or link.sort not in {"dash", "word"}:
        return None
    piece = day_of_year_at(tokens, link.next) if tokens[link.next].lang == "kk" else None
    return replace(piece, year=left.year) if piece is not None and piece.day is None else None


def _link_at(tokens: Tokens, left: Piece) -> Link | None:
    at = left.end
    token = tokens[at]
    if token.is_dash:
        return Link("dash", at + 1)
    if token.text == "/" and (tokens[at - 1].is_year or left.day_only):
        return Link("slash", at + 1)
    if token.text == ",":
        return Link("comma", at + 2 if tokens[at + 1].has("and") else at + 1)
    if token.has("and"):
        between = tokens[left.first - 1].has("between")
        return Link("between" if between else "and", at + 1)
    if token.has("to") or (token.has("overnight") and _is_next_day(tokens, left)):
        return Link("word", at + 1)
    if token.name("relation_after") == "since":
        return Link("word", at + 1)
    if is_ablative(tokens[at - 1]) and token.lang == "kk":
        return Link("word", at)
    return None


def _is_next_day(tokens: Tokens, left: Piece) -> bool:
    """`с 7 на 8 декабря`, the night between two days."""
    second = day_at(tokens, left.end + 1)
    return left.day is not None and second is not None and second[0] in {left.day + 1, 1}


def _second_year_at(tokens: Tokens, left: Piece, link: Link) -> Piece | None:
    """The short second year of `1941-45`, `2008/09`."""
    token = tokens[link.next]
    if link.sort not in {"dash", "slash"} or not left.weak or left.year is None or not token.is_number:
        return None
    if link.sort == "slash" and not is_next_year(left.year, token):
        return None
    year = second_year(left.year, token)
    if year is None or token.is_year or tokens[link.next + 1].has("month"):
        return None
    word = year_word(tokens, link.next + 1)
    return Piece(link.next, word[0] if word else link.next + 1, year=year, weak=word is None)


def _belong(tokens: Tokens, left: Piece, right: Piece, link: Link) -> bool:
    if link.sort in {"and", "comma"}:
        year_first = tokens[right.first].lang == "kk"
        return _shares(left, right) if not year_first or link.sort == "and" or left.weak else _follows(left, right)
    if link.sort == "word":
        return _is_worded_range(tokens, left, right)
    if right.shift is not None or left.shift is not None:
        return False
    if right.day_only and right.year is None:
        # "4 November 2021 – 28 programmes": behind the year no day goes on.
        return left.month is not None and left.day is not None and tokens[left.last - 1].num != left.year
    return True


def _shares(left: Piece, right: Piece) -> bool:
    """In a list one takes from the other what it lacks, or both are years."""
    if left.shift or right.shift:
        return False
    if left.day_only:
        return right.day is not None
    if right.day_only:
        return left.day is not None and not left.dated
    if _follows(left, right):
        return True
    if left.month is not None and not left.dated:
        return right.month is not None and (left.day is None) == (right.day is None)
    if left.weak and left.year is not None:
        return right.month is None and (right.year is not None or right.decade is not None)
    return left.decade is not None and right.decade is not None


def _follows(left: Piece, right: Piece) -> bool:
    """`2014 жылғы 9 қазан мен 23 желтоқсан`: the year stands before the first day and holds for the others."""
    if right.day_only:
        return left.day_only
    return (
        left.dated and not right.dated and None not in (left.month, right.month) and bool(left.day) == bool(right.day)
    )


def _is_worded_range(tokens: Tokens, left: Piece, right: Piece) -> bool:
    """`from 2006 to 2008` is one date, `from November 2011 until 7 May 2023` are two, each complete."""
    if left.shift is not None or right.shift is not None:
        return False
    if right.day_only:
        return left.day is not None and left.month is not None and right.dated
    opened = relation_of(tokens, left.first, left.last) == "since" or tokens[left.first - 1].has("between")
    word = tokens[left.last]
    if word.text.lower() not in {"to", "through", "по"} and not opened:
        return False
    if word.lang == "kk" and tokens[right.last].name("relation_after") != "until":
        return False
    if word.lang == "kk" and left.year is not None and left.month is not None and left.day is None:
        return right.month is not None and right.day is None and right.year == left.year
    if left.dated and right.dated:
        return left.month is None and right.month is None
    # `с 1 по 3 июля`, `с января по март` take their year from the text.
    yearless = opened and right.month is not None and (left.day_only or left.month is not None)
    return not left.dated and (right.dated or (yearless and bool(left.day) == bool(right.day)))


def _trimmed(pieces: list[Piece], links: list[Link]) -> Chain:
    """The list with what is shared filled in; days that found no month fall off at the ends."""
    filled = _filled(pieces)
    while filled and filled[-1].day_only:
        filled.pop()
    while filled and filled[0].day_only:
        filled.pop(0)
        links = links[1:]
    if not filled or any(piece.day_only for piece in filled):
        return Chain((), (), pieces[-1].first)
    return Chain(tuple(filled), tuple(links[: len(filled) - 1]), filled[-1].end)


def _filled(pieces: list[Piece]) -> list[Piece]:
    found = list(pieces)
    for k in range(len(found) - 2, -1, -1):
        left, right = found[k], found[k + 1]
        if left.day_only and right.month is not None and right.day is not None:
            left = replace(
                left, month=right.month, year=right.year if left.year is None else left.year, shift=right.shift
            )
        elif left.month is not None and not left.dated and left.shift is None:
            left = replace(left, year=right.year, shift=right.shift, weak=left.weak and not right.dated)
        found[k] = left if is_valid(left) else found[k]
    for k in range(1, len(found)):
        left, right = found[k - 1], found[k]
        if right.day_only and left.month is not None:
            right = replace(right, month=left.month, year=left.year if right.year is None else right.year)
            if right.year is not None and left.year is None:
                found[k - 1] = replace(left, year=right.year)
        elif right.month is not None and not right.dated and right.shift is None:
            right = replace(right, year=left.year)
        found[k] = right if is_valid(right) else found[k]
    return found
