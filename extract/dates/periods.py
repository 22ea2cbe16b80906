"""Tokens in, centuries, decades in words, halves, quarters, seasons and vague parts of them out."""

from dataclasses import replace

from extract.dates.days import month_at
from extract.dates.moments import edge_in_hand
from extract.dates.numbers import cardinal_at, is_next_year, ordinal_at
from extract.dates.relative import century_by_pointing, relative_year_at
from extract.dates.tokens import Tokens, roman
from extract.dates.values import Piece, part_of_century, part_of_decade
from extract.dates.years import year_at, year_word

_QUARTER, _HALF = 33, 40
_LAST = -1
# "in the", "of the": more of them in a row join nothing.
_MOST_FILLERS = 2
# Four digits below are rather a number of things.
_FIRST_PLAIN_YEAR = 1500


def century_at(tokens: Tokens, i: int) -> Piece | None:
    """`XX века`, `20th century`, `XIX–XX вв.`, `прошлого столетия`, and in Kazakh the part that follows it."""
    found = century_by_pointing(tokens, i) or _numbered_century(tokens, i)
    if found is not None:
        number, at = found
        piece = Piece(i, at, century=number)
        return _part_behind(tokens, piece) if tokens[at - 1].lang == "kk" or tokens[i].lang == "kk" else piece
    return _century_without_word(tokens, i)


def _numbered_century(tokens: Tokens, i: int) -> tuple[int, int] | None:
    number = ordinal_at(tokens, i)
    if number is None or not 1 <= number[0] <= 30:
        return None
    at = number[1] + (tokens[number[1]].is_dash or tokens[number[1]].has("article"))
    end = _century_word(tokens, at)
    return (number[0], end) if end is not None else None


def _century_word(tokens: Tokens, i: int) -> int | None:
    if not tokens[i].has("century"):
        return None
    if len(tokens[i].text) > 2:
        return i + 1
    # "в" and "ғ" are a century only with their dot; doubled they are nothing else.
    if tokens[i + 1].text == ".":
        return i + 2
    return i + 1 if len(tokens[i].text) == 2 else None


def _century_without_word(tokens: Tokens, i: int) -> Piece | None:
    """The first of two centuries that share their word: `XIX–XX веков`, `XIX и XX веках`."""
    number = ordinal_at(tokens, i)
    if number is None or not (tokens[number[1]].is_dash or tokens[number[1]].has("and")):
        return None
    if roman(tokens[i].text) is None and not tokens[i].is_number and not tokens[i].has("ordinal"):
        return None
    # "в конце XX – начале XXI века" is as vague as its two centuries.
    second = _numbered_century(tokens, number[1] + 1 + tokens[number[1] + 1].has("part"))
    if second is None or not number[0] < second[0]:
        return None
    if tokens[number[1]].has("and"):
        return Piece(i, number[1], century=number[0])
    return Piece(i, second[1], span=(f"{number[0] - 1:02}XX", f"{second[0] - 1:02}XX"))


def _part_behind(tokens: Tokens, whole: Piece) -> Piece:
    """Kazakh names the whole first: `ХХ ғасырдың екінші жартысы`, `XX ғасырдың 90-жылдары`, `2015 жылдың соңы`."""
    at = whole.last
    if tokens[at].has("part"):
        return replace(whole, last=at + 1)
    share = _share_at(tokens, at)
    if share is not None:
        part = _cut(whole, share)
        return whole if part is None else replace(part, first=whole.first, last=share[3])
    if whole.century is not None:
        decade = year_at(tokens, at)
        if decade is not None and decade.decade is not None:
            return _behind_part(
                tokens, replace(whole, century=None, decade=_in(whole.century, decade.decade), last=decade.last)
            )
        return whole
    return _quarters(tokens, at, whole) or _first_months(tokens, at, whole) or whole


def _behind_part(tokens: Tokens, piece: Piece) -> Piece:
    return replace(piece, last=piece.last + 1) if tokens[piece.last].has("part") else piece


def _in(century: int, decade: int) -> int:
    """The decade with these two digits in the century that is named."""
    return (century - 1) * 10 + decade % 10


Share = tuple[int, int, str, int]  # number, of how many, sort of part, next token


def _share_at(tokens: Tokens, i: int) -> Share | None:
    """`second half`, `первом квартале`, `бірінші жартыжылдығында`, `last third`, `первое десятилетие`, `Q1`."""
    coded = tokens[i]
    if (coded.has("quarter_code") or coded.has("half_code")) and tokens[i + 1].is_number:
        size = 4 if coded.has("quarter_code") else 2
        return (tokens[i + 1].num, size, "part", i + 2) if 1 <= tokens[i + 1].num <= size else None
    number = (_LAST, i + 1) if tokens[i].has("last") else ordinal_at(tokens, i)
    if number is None:
        return None
    value, at = number
    at += tokens[at].is_dash
    part = tokens[at]
    if part.has("decade"):
        # "в первые десятилетия века" are some of them.
        several = part.lang == "ru" and tokens[at - 1].text.lower().endswith(("ые", "ых", "ие", "их"))
        return None if several else (value, 10, "decade", at + 1)
    if part.has("half_short") and tokens[at + 1].text == "." and value <= 2:
        return value, 2, "part", at + 2
    size = (
        4 if part.has("quarter") else 2 if part.has("half") or part.has("half_year") else 3 if part.has("third") else 0
    )
    if size == 0 or value > size:
        return None
    end = at + 1
    if part.has("half") and tokens[end].has("year_long"):
        end += 1
    if len(part.text) <= 2 and tokens[end].text == ".":
        end += 1
    return value if value != _LAST else size, size, "part", end


def share_first_at(tokens: Tokens, i: int) -> Piece | None:
    """`second half of the twentieth century`, `во второй половине 1990-х годов`, `I квартал 2015 года`, `H1 2015`."""
    run = _quarters(tokens, i, None) or _first_months(tokens, i, None)
    share = _share_at(tokens, i)
    if run is not None or share is None:
        return run
    whole = _whole_at(tokens, _behind_of(tokens, share[3]))
    part = None if whole is None else _cut(whole, share)
    return None if part is None or whole is None else replace(part, first=i, last=whole.last)


def _behind_of(tokens: Tokens, i: int) -> int:
    for _ in range(_MOST_FILLERS):
        i += tokens[i].has("of")
    return i


def _whole_at(tokens: Tokens, i: int) -> Piece | None:
    return (
        century_at(tokens, i)
        or decade_or_year_at(tokens, i)
        or relative_year_at(tokens, i)
        or _month_of_year(tokens, i)
    )


def _month_of_year(tokens: Tokens, i: int) -> Piece | None:
    piece = month_at(tokens, i)
    return piece if piece is not None and piece.day is None else None


def decade_or_year_at(tokens: Tokens, i: int) -> Piece | None:
    """A year or a decade, the latter with its century where one follows: `90-х годов XX века`."""
    piece = year_at(tokens, i)
    if piece is None or piece.decade is None:
        return piece
    century = century_at(tokens, _behind_of(tokens, piece.last))
    if century is None or century.century is None:
        return piece
    return replace(piece, decade=_in(century.century, piece.decade), last=century.last)


def _cut(whole: Piece, share: Share) -> Piece | None:
    number, size, sort, _ = share
    if whole.century is not None:
        if sort == "decade":
            index = 9 if number == _LAST else number - 1
            return replace(whole, century=None, decade=(whole.century - 1) * 10 + index) if index < 10 else None
        return replace(whole, century=None, span=part_of_century(whole.century, number, size))
    if sort == "decade":
        return None
    if whole.decade is not None:
        return replace(whole, decade=None, span=part_of_decade(whole.decade, number, size))
    if whole.month is not None:
        return whole
    if size == 3:
        return None
    return replace(whole, sub=(_QUARTER if size == 4 else _HALF) + number - 1, weak=False)


def _quarters(tokens: Tokens, i: int, year: Piece | None) -> Piece | None:
    """`I–III кварталы 2015 года`: EDTF has no interval of quarters, so the months say it."""
    coded = tokens[i].has("quarter_code") and tokens[i + 1].is_number
    first = (tokens[i + 1].num, i + 2) if coded else ordinal_at(tokens, i)
    if first is None or not tokens[first[1]].is_dash:
        return None
    share = _share_at(tokens, first[1] + 1)
    if share is None or share[1] != 4 or not 1 <= first[0] < share[0]:
        return None
    whole = year or year_at(tokens, _behind_of(tokens, share[3]))
    if whole is None or whole.year is None:
        return None
    span = (f"{whole.year:04}-{3 * first[0] - 2:02}", f"{whole.year:04}-{3 * share[0]:02}")
    return Piece(year.first, share[3], span=span) if year else Piece(i, whole.last, span=span)


def _first_months(tokens: Tokens, i: int, year: Piece | None) -> Piece | None:
    """`first nine months of 2015`, `2015 жылдың алғашқы алты айында`."""
    lead = tokens[i].has("first") or tokens[i].number("ordinal") == 1
    # "девять месяцев 2015 года" are the first nine as well.
    if not lead and (tokens[i].lang == "en" or not (tokens[i].is_number or tokens[i].has("cardinal"))):
        return None
    count = cardinal_at(tokens, i + lead)
    if count is None or not 2 <= count[0] <= 11 or not tokens[count[1]].has("months_count"):
        return None
    whole = year or year_at(tokens, _behind_of(tokens, count[1] + 1))
    if whole is None or whole.year is None:
        return None
    last = count[1] + 1 if year else whole.last
    return Piece(whole.first if year else i, last, span=(f"{whole.year:04}-01", f"{whole.year:04}-{count[0]:02}"))


def season_at(tokens: Tokens, i: int) -> Piece | None:
    """`spring 2015`, `весной 2015 года`, `autumn of that year`."""
    season = tokens[i].number("season")
    if season is None:
        return None
    year = year_at(tokens, _behind_of(tokens, i + 1)) or relative_year_at(tokens, _behind_of(tokens, i + 1))
    if year is None or year.decade is not None:
        return None
    return replace(year, first=i, sub=season, weak=False, last=_winter_end(tokens, year))


def _winter_end(tokens: Tokens, year: Piece) -> int:
    """Behind the second year of `winter 2009/10`, which is the winter that began in the first."""
    mark, second = tokens[year.last], tokens[year.last + 1]
    if year.year is None or not (mark.is_dash or mark.text == "/") or not is_next_year(year.year, second):
        return year.last
    word = year_word(tokens, year.last + 2)
    return word[0] if word else year.last + 2


def part_at(tokens: Tokens, i: int) -> Piece | None:
    """`late 1990s`, `mid-2005`, `end of 2015`, `начале 90-х годов`: vague, so the value is that of the whole."""
    at = _behind_part_word(tokens, i)
    if at is None:
        return None
    whole = season_at(tokens, at) or share_first_at(tokens, at) or _whole_at(tokens, at) or _yearless_month(tokens, at)
    if whole is None:
        return edge_in_hand(tokens, i, at)
    if whole.weak and whole.month is None and (whole.year or 0) < _FIRST_PLAIN_YEAR:
        return None
    return replace(whole, first=i, weak=False)


def _behind_part_word(tokens: Tokens, i: int) -> int | None:
    """Behind `late`, `mid-`, `кон.`, `первых числах`, `последней декаде`."""
    some = tokens[i].has("last") or tokens[i].has("ordinal")
    if some and tokens[i + 1].has("vague_head"):
        return i + 2 if tokens[i + 2].has("month") else None
    # Kazakh says its part behind the whole.
    if not tokens[i].has("part") or tokens[i].lang == "kk":
        return None
    at = i + 2 if tokens[i + 1].is_dash or (len(tokens[i].text) == 3 and tokens[i + 1].text == ".") else i + 1
    # "Early in 2015" is a date; "planned to end in 2015" has a verb before one.
    adverb = tokens[i].has("part_adverb") and tokens[at].has("part_preposition")
    return _behind_of(tokens, at + adverb)


def _yearless_month(tokens: Tokens, i: int) -> Piece | None:
    """The month of `в конце мая`: the doubtful word is one here, for a garment has no end."""
    month = tokens[i].number("month")
    return None if month is None or tokens[i].lang != "ru" else Piece(i, i + 1, month=month)


def behind_year(tokens: Tokens, year: Piece) -> Piece:
    """What Kazakh says after the year: a season, a quarter, a half, a vague part."""
    at = year.last
    season = tokens[at].number("season")
    if season is not None:
        return replace(year, sub=season, last=at + 1)
    return _part_behind(tokens, year)
