"""Tokens in, dates in their order out: single ones, lists that share a month or a year, and ranges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.dates.context import is_sure, relation_of
from extract.dates.lists import Chain, chain_at
from extract.dates.numbers import read_runs
from extract.dates.points_en import opens_feast
from extract.dates.tokens import Token, Tokens, roman
from extract.dates.values import Piece

_COMING = frozenset({"been", "going", "came", "come", "comes", "coming", "brought", "bring"})


@dataclass(frozen=True, slots=True)
class Found:
    """One date between tokens `first` and `last`, a range where `high` is there; not yet resolved."""

    first: int
    last: int
    low: Piece
    high: Piece | None
    relation: str


def read_dates(tokens: Tokens) -> Iterator[Found]:
    runs = read_runs(tokens)
    i = 0
    while tokens[i].text:
        if not _may_start(tokens[i], tokens[i + 1]):
            i += 1
            continue
        chain = chain_at(tokens, i, runs)
        if chain is not None and chain.pieces:
            yield from _emit(tokens, chain)
        i = max(i + 1, chain.end if chain is not None else 0)


_STARTERS = frozenset(
    {
        *("month", "season", "part", "ordinal", "cardinal", "deictic", "today", "this_year", "decade_name", "last"),
        *(
            "next_day",
            "first",
            "quarter_code",
            "half_code",
            "fiscal",
            "weekday",
            "after_lead",
            "year",
            "year_adjective",
            "scale",
            "then",
            "eve",
            "same_moment",
            "whole",
        ),
    }
)


def _may_start(token: Token, after: Token) -> bool:
    if token.num >= 0:
        return True
    if token.entry and not _STARTERS.isdisjoint(token.entry):
        return True
    if token.has("period") and (after.has("later") or after.has("earlier")):
        return True  # "Днём позже", "месяцем ранее".
    if opens_feast(token.text, after.text):
        return True
    return token.text in "'’‘«\"“„aA" or (after.has("century") or after.is_dash) or roman(token.text) is not None


def _emit(tokens: Tokens, chain: Chain) -> Iterator[Found]:
    pieces = _as_years(tokens, chain.pieces)
    groups: list[list[Piece]] = [[pieces[0]]]
    for link, piece in zip(chain.links, pieces[1:], strict=True):
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


def _as_years(tokens: Tokens, pieces: Sequence[Piece]) -> Sequence[Piece]:
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
    """`около 2010 года`, `ca. 1990`, `~2000`, and what Kazakh says behind it."""
    if tokens[last].has("approximate_after") or tokens[first - 1].text in {"~", "≈"}:
        return True
    before = tokens[first - 1]
    if before.text == "." and tokens[first - 2].has("approximate") and len(tokens[first - 2].text) <= 2:
        return True
    # "Came about in 2007", "has been around since 2011" tell of no year that is only near.
    came = tokens[first - 3].text in _COMING
    return before.has("approximate") or (
        before.has("year_preposition") and tokens[first - 2].has("approximate") and not came
    )
