"""Tokens in, dates counted from another one out: `that year`, `том же году`, `сол жылы`, `two years later`, `today`."""

from extract.dates.lapse_clauses_en import BESIDE, OPENING, side_of_clause, year_behind_opening
from extract.dates.moments import edge_behind, moment_at
from extract.dates.numbers import cardinal_at, day_at
from extract.dates.tokens import Token, Tokens
from extract.dates.values import Piece

# Where each pointing word counts from, and how far. "next" waits for what stands around it.
_POINTS = {
    "same": (0, "text"),
    "this": (0, "now"),
    "last": (-1, "now"),
    "next": (1, "now"),
    "following": (1, "text"),
    "previous": (-1, "text"),
}
# "In July of the year after".
_AROUND = {"before": -1, "after": 1}
_UNITS = frozenset({"year", "month", "day"})
# "That August", "the previous October": of the year that was named, or the nearest on that side.
_BESIDE = frozenset({"same", "previous", "following"})
# "Less than two years later" is some time before.
_THAN = "than"
_THIS_CENTURY = 21
# A lapse of these is told from the last date, unless what follows says from where.
_LAPSING, _FROM_THERE = frozenset({"year", "month", "decade", "day", "week"}), frozenset({"после", "со", "с"})
_LAPSING_EN = frozenset({"month", "week", "day"})
_LAPSING_KK = frozenset({"month", "week"})
_FEW, _OUT_KK = 10, ("дан", "ден", "тан", "тен", "нан", "нен")
# "Үш апта бұрын", "осыдан екі күн бұрын": before the day of the news.
_AGO_KK = frozenset({"week", "day"})
_COUNTABLE = _UNITS | _LAPSING | _LAPSING_EN
# "A year after that", "two years before", "one year on": from what was told last, where nothing else follows.
_SINCE_THEN, _THEN = {"after": 1, "before": -1, "on": 1}, frozenset({"that", "this", "then"})
_ENDS = frozenset({"", ".", ",", ";", ":", ")", "—", "–"})
_STOPS, _SUBJECTS = frozenset(".,;:)—–"), frozenset({"it", "they", "he", "she", "we"})
# "Sixty years later" is a distance, not the name of a year.
_LARGEST_AGO, _ABOUT = 90, frozenset({"почти", "более", "больше", "около", "примерно", "менее", "меньше"})
_LARGEST_COUNT = {"en": 40, "ru": 25, "kk": 40}
# "A year and a half later" may be in either of two years.
_HALF_MORE = frozenset({"полтора", "полутора"})
# "Годами позже", "несколько месяцев спустя": so many that nobody counts them.
_SEVERAL = ("ами", "ями", "ев", "ей", "ет", "ий")
_MONTHS, _TEN, _LONGEST_COUNT = 12, 10, 5
_APPOSED, _DRESSED = 6, 5
_FORTNIGHT, _TO_THE_DAY = "fortnight", ("to", "the", "day")
_CURRENT, _WEEK = "current", "week"
# "A Tuesday" is any; what comes on a day of the week has not come yet.
_TO_COME = frozenset({"a", "the", "coming", "until", "till", "by", "every", "each"})
# "В среду": a Russian day of the week without its preposition is any, and «среда» is mostly no day.
_ON = frozenset({"в", "во"})
# A weekday of the week before, whatever case the adjective is in.
_LAST = frozenset({"last", "past", "прошлую", "прошлый", "прошлое", "минувшую", "минувший", "минувшее"})
# "Келесі күні": of a story the day after what was told.
_NEXT_DAY = frozenset({"ru", "kk"})
_IN_SEASON = frozenset({"весной", "летом", "осенью", "зимой"})


def relative_at(tokens: Tokens, i: int) -> Piece | None:
    token = tokens[i]
    moment = moment_at(tokens, i) or edge_behind(tokens, i)
    if moment is not None:
        return moment
    if token.has("today"):
        return Piece(i, i + 1, shift=("day", token.number("today") or 0, "now"))
    if token.has("next_day"):
        return Piece(i, i + 1, shift=("day", token.number("next_day") or 1, "lapse"))
    if token.has("this_year"):
        return Piece(i, i + 1, shift=("year", token.number("this_year") or 0, "now"))
    if _year_left_out(tokens, i):
        return Piece(i, i + 1, shift=("year", *_POINTS["next"]))
    if token.has("deictic"):
        return _pointing(tokens, i)
    if token.has("weekday"):
        return _weekday(tokens, i)
    if token.has("season"):
        return _season_told(tokens, i)
    return _counted(tokens, i)


def _weekday(tokens: Tokens, i: int) -> Piece | None:
    """ "On Friday", "last Friday", counted back from the day of the news; "Friday, 11 December" says more."""
    number, after = tokens[i].number("weekday"), tokens[i + 1]
    after = tokens[i + 2] if after.text in {",", "("} else after
    told = after.is_number or after.has("month") or after.has("article")
    before = tokens[i - 1].text.lower()
    past = before in _LAST
    if number is None or told or (tokens[i - 1].has("deictic") and not past) or before in _TO_COME:
        return None
    if tokens[i].lang == "ru" and before not in _ON and not past:
        return None
    return Piece(i, i + 1, shift=("weekday", number, "lapse"))


def _season_told(tokens: Tokens, i: int) -> Piece | None:
    """ "В январе 2006 года …, летом …": a bare Russian season is of the year that its sentence told last."""
    token, after = tokens[i], tokens[i + 1]
    told = token.text.lower() in _IN_SEASON and not (after.has("and") or after.is_number or after.has("deictic"))
    return Piece(i, i + 1, sub=token.number("season"), shift=("season_of", 0, "lapse")) if told else None


def relative_year_at(tokens: Tokens, i: int) -> Piece | None:
    """Only what stands for a year, so that a day and a month can go with it: `of the same year`, `того же года`."""
    piece = relative_at(tokens, i) if tokens[i].has("deictic") or tokens[i].has("this_year") else None
    named = tokens[i].text == "year" and (tokens[i + 1].text == "before" or tokens[i - 1].has("article"))
    if piece is None and named and tokens[i + 1].text in _AROUND:
        return Piece(i, i + 2, shift=("year", _AROUND[tokens[i + 1].text], "text"))
    return piece if piece is not None and piece.shift is not None and piece.shift[0] == "year" else None


def _pointing(tokens: Tokens, i: int) -> Piece | None:
    word = tokens[i].name("deictic")
    at = i + 1
    again = False
    while tokens[at].has("same_mark") and at < i + 3:
        at, again = at + 1, True
    unit = tokens[at].name("period")
    month, season = tokens[at].number("month"), tokens[at].number("season")
    if tokens[at].has("month_weak") and tokens[at].text.islower():
        return None  # "A memorandum that may …"
    ahead = word == "next" and tokens[i - 1].has("article")
    if month and not season and not ahead and (pointed := _month_beside(tokens, i, at, month)):
        return pointed
    if (month or season) and (word in _BESIDE or ahead) and tokens[i].lang == "en":
        # A season counted from another date is none of its own: it only dates a claim.
        return Piece(
            i, at + 1, month=month, sub=season, shift=("month_of", _POINTS[word][0], "lapse" if season else "text")
        )
    if unit == "week" and word == "last" and tokens[i].lang == "kk":
        return Piece(i, at + 1, shift=(unit, -1, "now"))  # "Өткен аптада".
    number, origin = _POINTS[word]
    weekly = unit == _WEEK and origin == "now" and number <= 0 and tokens[i].lang == "en"
    if (
        not (unit in _UNITS or (weekly and not tokens[i - 1].has("article")))
        or len(tokens[at].text) < 2
        or tokens[at + 1].text.lower() in {"s", "of"}
    ):
        return None
    if again or (origin == "now" and tokens[i - 1].has("article") and tokens[i].text != _CURRENT):
        origin = "text"
    if unit == "day" and word == "next" and tokens[i].lang in _NEXT_DAY:
        origin = "text"
    if unit == "day" and origin == "now":
        return None
    if unit == "month" and number == 0 and tokens[i].lang == "kk":
        # "Сол айдың 21-інде".
        day = day_at(tokens, at + 1)
        if day is not None and day[1] > at + 2:
            return Piece(i, day[1], shift=("day_of", day[0], origin))
    return Piece(i, at + 1, shift=(unit, number, origin))


def _year_left_out(tokens: Tokens, i: int) -> bool:
    """`в июле следующего`: behind its month and before a mark the Russian word for the year is left out."""
    told = tokens[i].lang == "ru" and tokens[i].text.lower() == "следующего" and tokens[i - 1].has("month")
    return told and tokens[i + 1].text in _ENDS


def _month_beside(tokens: Tokens, i: int, at: int, month: int) -> Piece | None:
    """ "Last May", `в прошлом декабре`, `сол ақпанда`: the nearest on that side, or that of the year told."""
    number, origin = _POINTS[tokens[i].name("deictic")]
    english = tokens[i].lang == "en"
    if tokens[i - 1].has("article") or (english and origin == "text") or tokens[at].has("month_short"):
        return None
    # English says it in one breath; elsewhere the month is the name.
    return Piece(i if english else at, at + 1, month=month, shift=("month_of", number, origin))


def century_by_pointing(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """(century, next token) of `last century`, `прошлого века`, `осы жүзжылдықтың`."""
    word = tokens[i].name("deictic")
    if tokens[i + 1].name("period") != "century" or word not in {"this", "last"}:
        return None
    return _THIS_CENTURY - (word == "last"), i + 2


def _counted(tokens: Tokens, i: int) -> Piece | None:
    """`two years later`, `a year earlier`, `через год`, `спустя два года`, `бір жылдан кейін`, `три года назад`."""
    lead = tokens[i].has("after_lead")
    count = cardinal_at(tokens, i + lead) or ((1, i + lead) if _is_bare_unit(tokens, i + lead) else None)
    if count is None or _goes_on(tokens, i) or (tokens[i - 1].is_dash and tokens[i - 2].has("cardinal")):
        return None
    number, at = count
    named = tokens[at]
    unit = named.name("period")
    at += tokens[at + 1].has("passed") and tokens[at + 2].has("later")
    way = (1, at + 1) if lead else _way(tokens, i, at + 1)
    led_to = None if way else year_behind_opening(tokens, i, at + 1, number, unit)
    if led_to is not None:
        return Piece(i, at + 1, shift=(OPENING, led_to, "lapse"))
    beside = None if way else side_of_clause(tokens, i, at + 1, unit)
    way = (beside, at + 1) if beside else way
    if way is None or unit not in _COUNTABLE or at + 1 - i > _LONGEST_COUNT:
        return None
    side, end = way
    if unit == "month" and tokens[i].lang == "en" and number % _MONTHS == 0:
        unit, number = "year", number // _MONTHS
    # "exactly a year later, 2 April 1997": the date itself follows and says it better.
    told = tokens[i - 1].text.lower() != _THAN != tokens[end].text.lower()
    since = tokens[at + 1].has("ago") and not lead and not tokens[i - 1].has("from_there")
    counted = unit == "year" or _lapses(named) or (since and tokens[i].lang == "kk" and unit in _AGO_KK)
    counted = counted or _days_later(tokens, i, named, (number, side))
    largest = _LARGEST_COUNT["en" if unit == "day" else tokens[i].lang]
    # "Тридцать лет назад" is counted from the day of the text, unless it only says about how long.
    if tokens[at + 1].has("ago") and not lead and tokens[i - 1].text.lower() not in _ABOUT:
        largest = max(largest, _LARGEST_AGO)
    from_there = lead and tokens[end].text.lower() in _FROM_THERE
    if not told or not counted or number > largest or _is_apposition(tokens, end) or from_there:
        return None
    number *= 1 + (named.text == _FORTNIGHT)
    if unit == "decade":
        unit, number = "year", 10 * number
    to_the_day = tuple(tokens[k].text for k in range(end, end + 3)) == _TO_THE_DAY
    unit = "day_of_year" if unit == "year" and (to_the_day or tokens[i - 1].has("exact")) else unit
    end += len(_TO_THE_DAY) * to_the_day
    if beside:
        return Piece(i, end, shift=(f"{unit}{BESIDE}", side * number, "lapse"))
    return Piece(i, end, shift=(unit, side * number, "ago" if since else "lapse"))


def _way(tokens: Tokens, i: int, at: int) -> tuple[int, int] | None:
    """Forwards or back, as the word behind the unit says, and the next token."""
    word = tokens[at]
    if word.has("later"):
        return 1, at + 1
    # "на год раньше" compares, "годом раньше" tells when.
    if word.has("ago") or (word.has("earlier") and tokens[i - 1].text.lower() != "на"):
        return -1, at + 1
    side = _SINCE_THEN.get(word.text) if word.lang == "en" else None
    if side is None:
        return None
    following = tokens[at + 1].text
    if following in _THEN:
        return side, at + 2
    goes_on = word.text == "on" and following in _SUBJECTS
    return (side, at + 1) if not following or following in _STOPS or goes_on else None


def _goes_on(tokens: Tokens, i: int) -> bool:
    """ "Жиырма бес жылдан кейін": the five of a larger number is no count of its own."""
    before = tokens[i - 1].number("cardinal") if i else None
    return before is not None and before >= _TEN and before % _TEN == 0 and tokens[i].has("cardinal")


def _lapses(token: Token) -> bool:
    """Decades are counted in Russian only, and in Kazakh months alone: they are mostly terms of a paper."""
    return token.name("period") in {"ru": _LAPSING, "en": _LAPSING_EN, "kk": _LAPSING_KK}.get(token.lang, ())


def _days_later(tokens: Tokens, i: int, named: Token, counted: tuple[int, int]) -> bool:
    """«Екі күннен кейін», from what was told last: more days are the term of a paper, "N days from X" is of X."""
    few = named.lang == "kk" and named.name("period") == "day" and counted < (_FEW, 1) and counted[1] == 1
    said = tokens[i - 1].text.lower() if i else ""
    return few and named.text.lower().endswith(_OUT_KK) and not said.endswith(_OUT_KK)


def _is_apposition(tokens: Tokens, i: int) -> bool:
    """The date itself follows; a day or month without a year takes its year from what is counted, in English."""
    if tokens[i].text not in {",", "("}:
        return False
    at = i + 1
    while at < i + _DRESSED and _dresses(tokens[at], tokens[at - 1]):
        at += 1
    # "Үш жылдан соң, 1998 жылы": behind a name another date begins.
    near = {i + 1, at} if tokens[i].lang == "kk" else {i + 1, i + 2, at}
    named = any(tokens[k].is_number or tokens[k].has("month") for k in near)
    return named and (tokens[i].lang == "ru" or any(tokens[k].is_year for k in range(at, at + _APPOSED)))


def _dresses(token: Token, before: Token) -> bool:
    """What may stand before an English day: "on", its weekday with a comma, "the"."""
    weekday = token.has("weekday") or (token.text == "," and before.has("weekday"))
    return token.lang == "en" and (weekday or token.has("article") or token.text == "on")


def _is_bare_unit(tokens: Tokens, i: int) -> bool:
    counted = tokens[i - 1].is_number or tokens[i - 1].has("cardinal") or tokens[i].text.endswith(_SEVERAL)
    counted = counted or tokens[i - 1].text.lower() in _HALF_MORE
    return tokens[i].lang == "ru" and _lapses(tokens[i]) and len(tokens[i].text) > 2 and not counted
