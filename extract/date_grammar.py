"""Tokens in, dates in their order out: single ones, lists that share a month or a year, and ranges."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from extract.date_context import is_sure, relation_of
from extract.date_days import day_month_at, day_of_year_at, month_at
from extract.date_numbers import day_at, is_next_year, read_runs, second_year
from extract.date_periods import behind_year, century_at, decade_or_year_at, part_at, season_at, share_first_at
from extract.date_relative import relative_at, relative_year_at
from extract.date_tokens import Token, Tokens
from extract.date_values import Piece, is_valid
from extract.date_years import year_word


@dataclass(frozen=True, slots=True)
class Found:
    """One date between tokens `first` and `last`, a range where `high` is there; not yet resolved."""

    first: int
    last: int
    low: Piece
    high: Piece | None
    relation: str


@dataclass(frozen=True, slots=True)
class _Link:
    """How two dates are joined: `sort` is dash, word (`to`, `бастап`) or and."""

    sort: str
    next: int


_LONGEST_LIST = 12


def read_dates(tokens: Tokens) -> Iterator[Found]:
    runs = read_runs(tokens)
    i = 0
    while tokens[i].text:
        if not _may_start(tokens[i], tokens[i + 1]):
            i += 1
            continue
        chain = _chain(tokens, i, runs)
        if chain is None:
            i += 1
            continue
        pieces, links = chain
        yield from _emit(tokens, pieces, links)
        i = max(i + 1, pieces[-1].end)


_STARTERS = frozenset(
    "month season part ordinal cardinal deictic today this_year decade_name last first quarter_code half_code fiscal "
    "after_lead year year_adjective".split()  # noqa: SIM905
)


def _may_start(token: Token, after: Token) -> bool:
    if token.num >= 0:
        return True
    if token.entry and not _STARTERS.isdisjoint(token.entry):
        return True
    return token.text in "'’‘«\"“„" or (after.has("century") or after.is_dash) or token.text[0] in "IVXХІӀVхixv"


def piece_at(tokens: Tokens, i: int, runs: Mapping[int, Piece]) -> Piece | None:
    """The date that starts here, read as far as it goes."""
    if i in runs:
        return _numeric_with_year_word(tokens, runs[i])
    piece = share_first_at(tokens, i) or part_at(tokens, i) or century_at(tokens, i) or season_at(tokens, i)
    piece = piece or day_month_at(tokens, i) or _year_first(tokens, i) or month_at(tokens, i) or relative_at(tokens, i)
    return piece


def _numeric_with_year_word(tokens: Tokens, piece: Piece) -> Piece:
    word = year_word(tokens, piece.last)
    return replace(piece, last=word[0]) if word is not None and not word[1] else piece


def _year_first(tokens: Tokens, i: int) -> Piece | None:
    """A year, and what stands behind it where the year comes first: `2000 жылғы 10 қазанда`, `2015 жылдың соңында`."""
    year = decade_or_year_at(tokens, i) or relative_year_at(tokens, i)
    if year is None or year.weak:
        return year
    at = year.last
    if tokens[at - 1].lang != "kk" and not tokens[at - 1].text.startswith("год"):
        return year
    if year.decade is not None:
        return replace(year, last=at + 1) if tokens[at].has("part") and tokens[at].lang == "kk" else year
    inner = day_of_year_at(tokens, at)
    if inner is not None and (inner.day or tokens[at].lang == "kk"):
        last = inner.last + (inner.day is None and tokens[inner.last].has("part"))
        # What only points at a year is no part of the name: `сол жылдың` 24 қазанында.
        first = inner.first if year.shift is not None else year.first
        return replace(year, first=first, month=inner.month, day=inner.day, last=last)
    return behind_year(tokens, year) if tokens[at].lang == "kk" else year


def _chain(tokens: Tokens, i: int, runs: Mapping[int, Piece]) -> tuple[list[Piece], list[_Link]] | None:
    first = piece_at(tokens, i, runs) or _day_only(tokens, i)
    if first is None:
        return None
    pieces, links = [first], list[_Link]()
    while len(pieces) < _LONGEST_LIST:
        link = _link_at(tokens, pieces[-1])
        if link is None:
            break
        piece = _second_year_at(tokens, pieces[-1], link) or piece_at(tokens, link.next, runs)
        piece = piece or _day_only(tokens, link.next, last=True)
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


def _link_at(tokens: Tokens, left: Piece) -> _Link | None:
    at = left.end
    token = tokens[at]
    if token.is_dash:
        return _Link("dash", at + 1)
    if token.text == "/" and tokens[at - 1].is_year:
        return _Link("slash", at + 1)
    if token.text == ",":
        return _Link("comma", at + 2 if tokens[at + 1].has("and") else at + 1)
    if token.has("and"):
        between = tokens[left.first - 1].has("between")
        return _Link("between" if between else "and", at + 1)
    if token.has("to"):
        return _Link("word", at + 1)
    if token.name("relation_after") == "since":
        return _Link("word", at + 1)
    if tokens[at - 1].lang == "kk" and _is_ablative(tokens[at - 1]) and tokens[at].lang == "kk":
        return _Link("word", at)
    return None


def _is_ablative(token: Token) -> bool:
    return token.text.lower().endswith(("дан", "ден", "тан", "тен", "нан", "нен"))


def _second_year_at(tokens: Tokens, left: Piece, link: _Link) -> Piece | None:
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


def _belong(tokens: Tokens, left: Piece, right: Piece, link: _Link) -> bool:
    if link.sort in {"and", "comma"}:
        year_first = tokens[right.first].lang == "kk"
        return _shares(left, right) if not year_first or link.sort == "and" or left.weak else _follows(left, right)
    if link.sort == "word":
        return _is_worded_range(tokens, left, right)
    if right.shift is not None or left.shift is not None:
        return False
    if right.day_only and right.year is None:
        return left.month is not None and left.day is not None
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
    if left.dated and right.dated:
        return left.month is None and right.month is None
    return not left.dated and right.dated


def _trimmed(pieces: list[Piece], links: list[_Link]) -> tuple[list[Piece], list[_Link]] | None:
    """The list with what is shared filled in; days that found no month fall off at the ends."""
    filled = _filled(pieces)
    while filled and filled[-1].day_only:
        filled.pop()
    while filled and filled[0].day_only:
        filled.pop(0)
        links = links[1:]
    if not filled or any(piece.day_only for piece in filled):
        return None
    return filled, links[: len(filled) - 1]


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


def _emit(tokens: Tokens, pieces: list[Piece], links: list[_Link]) -> Iterator[Found]:
    pieces = _as_years(tokens, pieces)
    groups: list[list[Piece]] = [[pieces[0]]]
    for link, piece in zip(links, pieces[1:], strict=True):
        ends = link.sort not in {"and", "comma"} or tokens[piece.last].has("both_ends")
        if ends and len(groups[-1]) == 1 and _ascends(groups[-1][0], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    strong = any(is_sure(tokens, group[0], group[-1]) for group in groups)
    for group in groups:
        low, high = group[0], group[1] if len(group) > 1 else None
        if strong or (high is None and not low.weak):
            relation = relation_of(tokens, low.first, low.last) if high is None else "plain"
            low = replace(low, about=_is_about(tokens, low.first, group[-1].last))
            yield Found(low.first, group[-1].last, low, high, relation)


def _as_years(tokens: Tokens, pieces: list[Piece]) -> list[Piece]:
    """`1990-2000 жылдары`, `2006 и 2010 гг.` are years although their last word alone would make a decade."""
    last = pieces[-1]
    if len(pieces) < 2 or last.decade is None or pieces[-2].year is None or not tokens[last.first].is_year:
        return pieces
    plural = tokens[last.first + 1].has("years")
    return [*pieces[:-1], replace(last, decade=None, year=last.decade * 10)] if plural else pieces


def _ascends(low: Piece, high: Piece) -> bool:
    if low.year is not None and high.year is not None:
        return low.year < high.year or (low.year == high.year and (low.month, low.day) != (high.month, high.day))
    return True


def _is_about(tokens: Tokens, first: int, last: int) -> bool:
    if tokens[last].has("approximate_after") or tokens[first - 1].text in {"~", "≈"}:
        return True
    before = tokens[first - 1]
    return before.has("approximate") or (before.has("year_preposition") and tokens[first - 2].has("approximate"))
