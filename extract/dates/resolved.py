"""Dates as read in, their EDTF values out; a missing year comes from the text before them or from `published`."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extract.dates.datelines import is_dateline, opens_entry
from extract.dates.grammar import Found
from extract.dates.lapse_clauses_en import BESIDE, OPENING
from extract.dates.lapsed_years import year_behind_lapse
from extract.dates.moments import HERE, SAT, TOLD
from extract.dates.pluperfects_en import went_before
from extract.dates.tenses import AHEAD, OVER, tense_at
from extract.dates.tokens import LINE, Tokens
from extract.dates.values import Piece, edtf_of, full_year, is_valid
from extract.dates.weekdays import promised, year_of_weekday

_WEEK, _LAPSE = 7, 5
# From which month on, and up to which, a story is over New Year; how many words it may take, and what goes back.
_AUTUMN, _SPRING, _STORY, _MONTHS = 11, 3, 60, 12
_OF, _GOES_ON, _BACK = "от", frozenset({"а", ";"}), ("ещё", "еще", "ранее", "раньше", "прежде", "предыдущ", "подписанн")
# Beyond half a year a day without its year is rather one of the neighbouring year.
_HALF_YEAR = 6
_DATELINE = "dateline"
# So far before its date an insertion opens; endings of a participle that goes on with what was before.
_ASIDE, _PARTICIPLES = 8, ("ed", "ный", "ная", "ное", "ные", "тый", "тая", "тое", "тые")
_RELATIVE = ("котор", "чей", "чья", "чье", "чьё", "чьи", "где")
_TERMS = frozenset({"until", "by"})
# So many words open a text, before or with the line that says when and where it is from.
_HEAD = 40
# The month that stands for a season.
_MIDDLES = {21: 4, 22: 7, 23: 10, 24: 1}


class Anchors:
    """What was last named in the text, and when the text appeared; both may be unknown."""

    def __init__(self, published: str) -> None:
        parts = [int(part) for part in published.split("-")[:3] if part.isdecimal()]
        year, month, day = [*parts, None, None, None][:3]
        self.now = Piece(0, 0, year=year, month=month, day=day)
        self.text = self.told = self.sat = Piece(0, 0)
        # The date of the story, where the one told last is of what went before it.
        self.story: Piece | None = None
        self.near: int | None = year
        # The day of the news: of publication, or the first that the text names at its head.
        self.issued = self.now if day else None
        # Whether the text says itself from when it is, and what heads the entry in hand.
        self.report = False
        self.heading = self.before = Piece(0, 0)
        # The day of a report that never says its year.
        self.yearless: Piece | None = None

    def head(self, item: Found, piece: Piece, dateline: bool, entry: bool) -> None:
        """A dateline is the day of the report; the date that opens an entry gives its year to those behind it."""
        if dateline and piece.year is not None:
            self.now = self.issued = piece
            self.report = True
        if entry:
            self.heading, self.before = piece, self.text

    def remember(self, piece: Piece, bound: bool = False) -> None:
        """`bound`: the date is a term or a plan ("by 1 January"); nothing has happened then: no "that day" means it."""
        if self.issued is None and None not in {piece.day, piece.month, piece.year} and piece.first < _HEAD:
            self.issued = piece
        if piece.day is not None and piece.year is None and self.text.year is None:
            self.yearless = piece
        if piece.year is not None:
            self.text = piece
            self.told = self.told if bound and self.told.day is not None else piece
        if piece.year is not None or piece.decade is not None:
            self.near = piece.year if piece.decade is None else piece.decade * 10


def resolve(
    tokens: Tokens, found: Sequence[Found], anchors: Anchors, cited: Callable[[Found], bool]
) -> Iterator[tuple[Found, str, str]]:
    """(found, EDTF, how the year was got) of everything that has a value; nothing is counted from what is `cited`."""
    entries = frozenset(item.first for item in found if opens_entry(tokens, item))
    for item in found:
        low, how = _resolved(item.low, anchors, tokens)
        if low is None:
            continue
        high = None if item.high is None else _resolved(item.high, anchors, tokens)[0]
        heads = is_dateline(tokens, item, len(entries) > 1) and not cited(item)
        yield item, _value(low, high), how or _DATELINE * heads
        if not (cited(item) or _of_clause(item) or _hung(tokens, item)):
            anchors.head(item, low, heads, item.first in entries)
            anchors.story = anchors.text if _goes_back(tokens, anchors, item) else None
            ahead = anchors.report and tense_at(tokens, item.first, item.last) == AHEAD
            if not _same_sentence(tokens, anchors.text, low):
                anchors.sat = low
            anchors.remember(high or low, ahead or item.relation in _TERMS)


def _goes_back(tokens: Tokens, anchors: Anchors, item: Found) -> bool:
    """ "In 2009 they created the body that A had proposed in 2006; ten years later …": counted from 2009."""
    return _same_sentence(tokens, anchors.text, item.low) and went_before(tokens, item.first)


def _of_clause(item: Found) -> bool:
    """What is counted for a clause that says before or after what: the story goes on from its own date."""
    return item.low.shift is not None and item.low.shift[0].endswith((BESIDE, OPENING))


def _hung(tokens: Tokens, item: Found) -> bool:
    """ "A, whose parliament had refused a year before, joined in May": a lapse back in a Russian relative clause."""
    shift = item.low.shift
    if shift is None or shift[2] != "lapse" or shift[1] >= 0 or tokens[item.first].lang != "ru":
        return False
    near = range(item.first - 1, max(0, item.first - _ASIDE), -1)
    comma = next((k for k in near if tokens[k].text == ","), 0)
    return any(tokens[k].text.lower().startswith(_RELATIVE) for k in range(comma + 1, comma + 3) if comma)


def _value(low: Piece, high: Piece | None) -> str:
    if high is None:
        return edtf_of(low)
    if high.decade is not None and (low.decade is not None or (low.year is not None and low.month is None)):
        return f"{low.year if low.decade is None else low.decade * 10:04}/{high.decade * 10 + 9:04}"
    start = low.span[0] if low.span else edtf_of(low)
    return f"{_as_bound(low, start, 0)}/{_as_bound(high, high.span[1] if high.span else edtf_of(high), 1)}"


def _as_bound(piece: Piece, value: str, side: int) -> str:
    """A season, quarter or half inside an interval is not valid EDTF: its first or last month stands for it."""
    months = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 40: (1, 6), 41: (7, 12)}
    months |= {33 + k: (3 * k + 1, 3 * k + 3) for k in range(4)}
    return value if piece.sub is None else f"{value[:4]}-{months[piece.sub][side]:02}"


def _resolved(piece: Piece, anchors: Anchors, tokens: Tokens) -> tuple[Piece | None, str]:
    if piece.shift is not None:
        shifted = _shifted(piece, anchors, tokens)
        if shifted is None and piece.day is not None:
            return replace(piece, shift=None), "open"
        # "Today" and "last year" of a report are no names of days.
        told = piece.shift[2] in {"lapse", "ago", HERE} or (anchors.report and piece.month is None)
        return shifted, "lapse" if told else "relative"
    if piece.dated or piece.month is None:
        return piece, ""
    if anchors.text.year is not None:
        if _beside_yearless(piece, anchors, tokens):
            return piece, "open"
        return replace(piece, year=_year_of(piece, anchors, tokens)), "context"
    if anchors.now.year is not None:
        return replace(piece, year=_nearest_year(piece.month, anchors.now)), "published"
    # A day of an unknown year is still a date, a month of an unknown year is hardly one.
    return (piece if piece.day is not None else None), "open"


def _year_of(piece: Piece, anchors: Anchors, tokens: Tokens) -> int | None:
    """The year of a day or month without one: of its sentence or entry, by its tense in a report, or named last."""
    told, headed = anchors.text, anchors.heading
    if _same_line(tokens, headed, piece) and not _same_sentence(tokens, told, piece):
        return headed.year
    lapsed = year_behind_lapse(tokens, piece, told)
    if lapsed is not None or not anchors.report:
        return (told.year or 0) + _over_new_year(piece, anchors, tokens) if lapsed is None else lapsed
    if (fitting := year_of_weekday(tokens, piece, anchors.now)) is not None:
        return fitting
    tense, now = tense_at(tokens, piece.first, piece.end), anchors.now
    if tense == AHEAD:
        later = _same_sentence(tokens, told, piece) and _is_later(told, now)
        return _year_near(piece, told if later else now, 1)
    if tense == OVER and _came_after(tokens, told, piece):
        return max(told.year or 0, _year_near(piece, now, -1))
    # Behind the dateline, "joined in November" of a report of March was the year before.
    if _same_sentence(tokens, told, piece) and not (tense == OVER and _is_not_before(told, now)):
        return told.year
    return _year_near(piece, now, -1) if tense == OVER else now.year


def _came_after(tokens: Tokens, told: Piece, piece: Piece) -> bool:
    """ "The deal, concluded in December 2023, took effect on 15 May": what an insertion dates went before.

    Not "took effect in December 2023, signed on 15 May".
    """
    if told.month is None or not _same_sentence(tokens, told, piece) or tokens[told.last].text != ",":
        return False
    goes_back = tokens[told.last + 1].text.lower().endswith(_PARTICIPLES)
    earlier = (piece.month or 0, piece.day or 0) < (told.month, told.day or 0)
    inserted = any(tokens[k].text == "," for k in range(max(0, told.first - _ASIDE), told.first))
    return earlier and not goes_back and inserted


def _over_new_year(piece: Piece, anchors: Anchors, tokens: Tokens) -> bool:
    """ "Подписан 8 декабря 1999 года. Вступил в силу 26 января": a Russian story goes on into the next year."""
    told, now, at = anchors.text, anchors.now, piece.first
    over = (told.month or 0) >= _AUTUMN and (piece.month or _MONTHS) <= _SPRING and told is not anchors.heading
    if not over or tokens[at].lang != "ru" or at - told.last > _STORY or not _same_paragraph(tokens, told, piece):
        return False
    if _same_sentence(tokens, told, piece) and not any(tokens[k].text in _GOES_ON for k in range(told.last, at)):
        return False
    near = [tokens[k].text.lower() for k in range(max(0, at - _LAPSE), at)]
    back = near[-1:] == [_OF] or any(word.startswith(_BACK) for word in near)
    return not back and (now.year is None or now.year > (told.year or 0))


def _beside_yearless(piece: Piece, anchors: Anchors, tokens: Tokens) -> bool:
    """ "On 29 November the session ended. A was founded in 1985.", and in a new paragraph "On 28 November it …"."""
    day, told = anchors.yearless, anchors.text
    if day is None or piece.day is None or anchors.report or told is anchors.heading:
        return False
    if not any(tokens[k].gap == LINE for k in range(told.last, piece.first + 1)):
        return False
    return day.month == piece.month and abs((day.day or 0) - piece.day) <= _WEEK


def _year_near(piece: Piece, base: Piece, side: int) -> int:
    """The year of the last such day or month up to `base`, or of the first behind it."""
    year, there = base.year or 0, (base.month or 0, base.day or 0)
    here = (piece.month or 0, piece.day or there[1])
    if side < 0:
        return year if here <= there else year - 1
    return year if here > there or (here == there and piece.day is None) else year + 1


def _is_not_before(told: Piece, now: Piece) -> bool:
    return not _is_later(now, told)


def _is_later(told: Piece, now: Piece) -> bool:
    return (told.year or 0, told.month or 0, told.day or 0) > (now.year or 0, now.month or 0, now.day or 0)


def _same_sentence(tokens: Tokens, told: Piece, piece: Piece) -> bool:
    return told.year is not None and not any(tokens[k].opens for k in range(told.last, piece.first + 1))


def _same_line(tokens: Tokens, heading: Piece, piece: Piece) -> bool:
    """Whether the entry goes on: the heading is in the line, or alone in the one before."""
    if heading.year is None or heading.first == piece.first:
        return False
    breaks = [k for k in range(heading.last, piece.first + 1) if tokens[k].gap == LINE]
    return len(breaks) <= (tokens[heading.last + (tokens[heading.last].text in {".", ":"})].gap == LINE)


def _nearest_year(month: int, now: Piece) -> int:
    year = now.year or 0
    distance = month - (now.month or month)
    return year - 1 if distance > _HALF_YEAR else year + 1 if distance < -_HALF_YEAR else year


def _shifted(piece: Piece, anchors: Anchors, tokens: Tokens) -> Piece | None:
    unit, number, _ = piece.shift or ("year", 0, "text")
    if unit in {"century", OPENING}:
        return replace(piece, year=number if unit == OPENING else _in_near_century(number, anchors.near))
    if unit == "weekday":
        ahead = tokens[piece.first].lang == "ru" and tense_at(tokens, piece.first, piece.end) == AHEAD
        ahead = ahead or promised(tokens, piece.first)
        return _weekday_beside(piece, anchors.issued, number, ahead)
    if unit in {TOLD, SAT}:
        told = anchors.told if unit == TOLD else anchors.sat
        return _as_told(piece, told) if _same_paragraph(tokens, told, piece) else None
    base = _base(piece, anchors, tokens)
    beside, unit = unit.endswith(BESIDE), unit.removesuffix(BESIDE)
    if base.year is None or ((unit == "season_of" or beside) and not _same_sentence(tokens, base, piece)):
        return None
    if unit == "season_of":
        return replace(piece, year=base.year)
    if unit == "month_of":
        return replace(piece, year=_year_beside(piece.month or _MIDDLES[piece.sub or 0], base, number))
    if unit == "day_of_year":
        # "Exactly a year later" is counted from a day or month, if there is one.
        day = replace(piece, year=base.year + number, month=base.month, day=base.day)
        return day if is_valid(day) else replace(piece, year=base.year + number)
    if unit == "year":
        return replace(piece, year=base.year + number)
    if base.month is None:
        return None
    if unit == "day_of":
        day = replace(piece, year=base.year, month=base.month, day=number)
        return day if is_valid(day) else None
    if unit == "month":
        months = base.year * 12 + base.month - 1 + number
        return replace(piece, year=months // 12, month=months % 12 + 1)
    if unit == "week":
        # Weeks are counted roughly: they tell a month. "Last week" is that of a report.
        if piece.shift and piece.shift[2] == "now" and not anchors.report:
            return None
        found = _day_shifted(piece, base, _WEEK * number)
        return found and replace(found, day=None)
    return _day_shifted(piece, base, number)


def _base(piece: Piece, anchors: Anchors, tokens: Tokens) -> Piece:
    """What a shift is counted from: the day of the news, the time told last, or that of the entry before."""
    unit, number, origin = piece.shift or ("year", 0, "text")
    if origin == HERE:
        handed = anchors.report and not _same_sentence(tokens, anchors.text, piece)
        return anchors.now if handed else anchors.text if _same_paragraph(tokens, anchors.text, piece) else Piece(0, 0)
    if origin in {"now", "ago"}:
        return _today(piece, anchors, tokens)
    headed = anchors.text is anchors.heading and unit in {"year", "day_of_year"} and number > 0
    if (
        headed
        and _opens_its_entry(tokens, anchors.heading, piece)
        and (anchors.before.year or 0) + number == anchors.heading.year
    ):
        return anchors.before  # "1997. Ровно через год …"
    if anchors.story is not None and number > 0 and origin == "lapse":
        return anchors.story
    return anchors.told if unit == "day" and not number else anchors.text


def _opens_its_entry(tokens: Tokens, heading: Piece, piece: Piece) -> bool:
    """ "2004. A watched; a year later B did": nothing was told in the entry from which a lapse could be counted."""
    told = range(heading.last + 1, piece.first + 1)
    return sum(tokens[k].opens for k in told) <= 1 and not any(tokens[k].text == ";" for k in told)


def _today(piece: Piece, anchors: Anchors, tokens: Tokens) -> Piece:
    """The day of the news; where that is unknown, or for what comes next in a story, the time told last."""
    unit, number, _ = piece.shift or ("year", 0, "now")
    if anchors.report and (number <= 0 or tense_at(tokens, piece.first, piece.end) == AHEAD):
        return anchors.now
    if not number and piece.month and anchors.now.year is None and anchors.issued is not None:
        # "On 15 May of the current year" of minutes that open with their day.
        return anchors.text if _same_sentence(tokens, anchors.issued, piece) else anchors.issued
    # Without a day of publication "this year" and "next year" can only be those of the story; so is a day of them.
    if number >= 0 and unit != "day" and (anchors.now.year is None or (number and piece.month and anchors.text.year)):
        return anchors.text
    if number < 0 and piece.month and anchors.now.year is None and anchors.issued is not None:
        return anchors.issued  # "On 1 January of last year" of a story that opens with its day.
    return anchors.text if number > 0 and unit == "year" and _told_of_past(anchors) else anchors.now


def _as_told(piece: Piece, told: Piece) -> Piece | None:
    """ "At the same time": the time of what was told last; "in those days" only its month."""
    rough = piece.shift is not None and piece.shift[1]
    found = replace(piece, year=told.year, month=told.month, day=None if rough else told.day, sub=told.sub)
    return found if told.year is not None else None


def _same_paragraph(tokens: Tokens, told: Piece, piece: Piece) -> bool:
    """Whether no line ends between, or only that of what heads the paragraph."""
    breaks = [k for k in range(told.last, piece.first + 1) if tokens[k].gap == LINE]
    return not breaks or breaks == [told.last + (tokens[told.last].text in {".", ":"})]


def _weekday_beside(piece: Piece, issued: Piece | None, weekday: int, ahead: bool) -> Piece | None:
    """The last such day up to that of the news, or what is yet to come: "they will sign on Friday"."""
    if issued is None:
        return None
    day = datetime.date(issued.year or 0, issued.month or 0, issued.day or 0).weekday()
    return _day_shifted(piece, issued, (weekday - day) % _WEEK if ahead else -((day - weekday) % _WEEK))


def _year_beside(month: int, base: Piece, side: int) -> int:
    """The year of the last such month before what was named, or of the first behind it."""
    year = base.year or 0
    within = not side or (base.month is not None and (month - base.month) * side > 0)
    return year if within else year + side


def _told_of_past(anchors: Anchors) -> bool:
    """A story of years long gone counts "next year" from its own last date, not from the day of publication."""
    told, now = anchors.text.year, anchors.now.year
    return told is not None and now is not None and told + 1 < now


def _in_near_century(two_digits: int, near: int | None) -> int:
    if near is None:
        return full_year(two_digits)
    return min((century + two_digits for century in (1800, 1900, 2000)), key=lambda year: abs(year - near))


def _day_shifted(piece: Piece, base: Piece, number: int) -> Piece | None:
    if base.year is None or base.month is None or base.day is None:
        return None
    day = datetime.date(base.year, base.month, base.day) + datetime.timedelta(days=number)
    return replace(piece, year=day.year, month=day.month, day=day.day)
