"""Tokens in, days and months with or without a year out: `10 октября 2000 г.`, `Oct. 10, 2000`, `қазанның 10-ы`."""

from dataclasses import replace

from rapidfuzz.distance import OSA

from extract.dates.moments import HERE
from extract.dates.numbers import after_suffix, day_at
from extract.dates.relative import relative_year_at
from extract.dates.tokens import NO_GAP, Token, Tokens, month_names
from extract.dates.values import Piece, is_valid
from extract.dates.years import bare_year_at, year_at

_SHORTEST_MISSPELT = 5
# Words and commas that may stand between the parts of one date.
_MOST_FILLERS = 2
_GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")
_LOCATIVE = ("да", "де", "та", "те")
# A season of plays or games, too.
_SEASONS = frozenset({"маусымда"})
# Before the day in the head of a Kazakh paper: "Астана, 29 мамыр, 2014 жыл".
_HEADS = frozenset({"", ".", ",", "("})
_TAILS = frozenset({"", ".", ":", ";", "–", "—"})


def day_month_at(tokens: Tokens, i: int) -> Piece | None:
    """`10 October`, `10th of October, 2000`, `«10» октября 2000 года`, `первого января`, `10 қазан күні`."""
    day = day_at(tokens, i) or _day_word(tokens, i)
    if day is None:
        return None
    number, at = day
    for _ in range(_MOST_FILLERS):
        at += tokens[at].has("of") or (tokens[at].is_dash and tokens[at + 1].has("month"))
    month = tokens[at].number("month") or _misspelt(tokens, at)
    if month is None or _is_modal(tokens[at]) or _lacks_dot(tokens, at) or _in_street(tokens, i, at):
        return None
    doubtful = not tokens[i].is_number and tokens[at].lang == "kk" and tokens[at].has("month_weak")
    at = after_month(tokens, at)
    if tokens[at].has("day_name") and tokens[at].lang == "kk":
        at += 1
    piece = _checked(_with_year(tokens, Piece(i, at, month=month, day=number)))
    # "Екінші маусымда" is in the second season unless a year or the word for day says otherwise.
    plain = piece is not None and not piece.dated and not tokens[at - 1].has("day_name")
    return None if doubtful and plain else piece


def _in_street(tokens: Tokens, i: int, month: int) -> bool:
    """`улица 9 Мая`, `пл. 8 Марта`, `1 Мамыр көшесі` are places; `на площади 9 мая` is a day."""
    before = tokens[i - 2] if tokens[i - 1].text in {".", "«"} else tokens[i - 1]
    return tokens[month].text[0].isupper() and (before.has("street") or tokens[month + 1].has("street_after"))


def _lacks_dot(tokens: Tokens, i: int) -> bool:
    """Kazakh short months are words of their own (snow, goose) without their dot."""
    return tokens[i].lang == "kk" and tokens[i].has("month_short") and tokens[i + 1].text != "."


def month_at(tokens: Tokens, i: int) -> Piece | None:
    """`October 10, 2000`, `October 2000`, `мае месяце`, `қазан айының 10-ында`; `weak` where it stands alone."""
    month = tokens[i].number("month")
    if month is None or _is_modal(tokens[i]) or _lacks_dot(tokens, i):
        return None
    at = after_month(tokens, i)
    named = tokens[at - 1].has("month_name")
    day = _day_behind(tokens, at)
    if day is not None:
        piece = _checked(_with_year(tokens, Piece(i, day[1], month=month, day=day[0])))
        if piece is not None:
            return piece
    heads = _heads_part(tokens, i, at)
    piece = _with_year(tokens, Piece(i, at, month=month, weak=not (named or heads)))
    odd = _is_odd(tokens[i], named) and (tokens[i - 1].is_dash or not _is_in_month(tokens[i])) and not heads
    return piece if piece.dated or piece.shift or not odd else None


def day_of_year_at(tokens: Tokens, i: int) -> Piece | None:
    """What follows a year that came first: `10 қазанда`, `қазан айының 10-ында`, `қазанда`; takes no year itself."""
    if tokens[i].has("month"):
        return None if _lacks_dot(tokens, i) else _month_of_year(tokens, i)
    day = day_at(tokens, i) or _day_word(tokens, i)
    if day is None:
        return None
    named = day[1] + tokens[day[1]].is_dash
    month, at = tokens[named].number("month"), after_month(tokens, named)
    if month is None:
        return None
    return _checked(Piece(i, at + (tokens[at].has("day_name") and tokens[at].lang == "kk"), month=month, day=day[0]))


def _month_of_year(tokens: Tokens, i: int) -> Piece | None:
    month, at = tokens[i].number("month"), after_month(tokens, i)
    day = _day_behind(tokens, at)
    piece = None if day is None else _checked(Piece(i, day[1], month=month, day=day[0]))
    return piece or Piece(i, at, month=month)


def after_month(tokens: Tokens, i: int) -> int:
    """Behind the month word, its dot and the word for month."""
    at = i + 1
    if tokens[i].has("month_short") and tokens[at].text == ".":
        at += 1
    return at + 1 if tokens[at].has("month_name") else at


def _day_word(tokens: Tokens, i: int) -> tuple[int, int] | None:
    number = tokens[i].number("ordinal")
    if number is not None:
        return (number, i + 1) if number <= 31 else None
    tens, unit = tokens[i].number("cardinal"), tokens[i + 1]
    at = i + 2
    if unit.is_dash:
        unit, at = tokens[i + 2], i + 3
    ones = unit.number("ordinal")
    # Kazakh counts on from ten in the same way: "он бесінші".
    counted = tens is not None and tens in ({10, 20, 30} if tokens[i].lang == "kk" else {20, 30})
    return (tens + ones, at) if counted and tens is not None and ones is not None and ones < 10 else None


def _day_in_words(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """`қазанның онында`, `мамырдың жиырма бесінде`, `айының оныншы күні`: behind a Kazakh month in the genitive."""
    if tokens[at].lang != "kk" or not tokens[at - 1].text.lower().endswith(_GENITIVE):
        return None
    ordinal = _day_word(tokens, at)
    if ordinal is not None and tokens[ordinal[1]].has("day_name"):
        return ordinal[0], ordinal[1] + 1
    tens = tokens[at].number("cardinal") or 0
    own = tokens[at + 1].number("day_word") if tens in {10, 20, 30} else None
    if own is not None and own < 10:
        return tens + own, at + 2
    day = tokens[at].number("day_word")
    return None if day is None else (day, at + 1)


def day_in_hand(tokens: Tokens, i: int) -> Piece | None:
    """`айдың он бесінде`, `сол айдың 20-сында`: a day of the Kazakh month that was told last."""
    at = i + (tokens[i].has("deictic") and tokens[i].name("deictic") == "same")
    month = tokens[at].lang == "kk" and tokens[at].has("whole") and tokens[at].name("period") == "month"
    # "Of the tenth month".
    told = tokens[i - 1].is_number or tokens[i - 1].has("deictic") or tokens[i - 1].has("ordinal")
    if not month or told or not tokens[at].text.lower().endswith(_GENITIVE):
        return None
    day = _day_behind(tokens, at + 1)
    return None if day is None else Piece(i, day[1], shift=("day_of", day[0], HERE))


def _day_behind(tokens: Tokens, at: int) -> tuple[int, int] | None:
    words = _day_in_words(tokens, at)
    if words is not None:
        return words
    if tokens[at].text == "," or not tokens[at].is_number:
        return None
    day = day_at(tokens, at)
    if day is None:
        return None
    number, end = day
    if tokens[at].lang == "ru" and not tokens[at - 1].text.isascii():
        return None
    if tokens[at].lang == "kk" or not tokens[at - 1].text.isascii():
        # "Айының 20-күні": a hyphen may tie the word for day to its number.
        named = end + (tokens[end].is_dash and tokens[end].gap == NO_GAP)
        if tokens[named].has("day_name"):
            return number, named + 1
        return day if end > at + 1 else None
    return None if tokens[end].has("counted") or tokens[end].text == "%" or tokens[end].has("month") else day


def _with_year(tokens: Tokens, piece: Piece) -> Piece:
    """The piece with the year that follows it, `, 2000`, `2000 года`, `of the same year`, `того же 1991-го`."""
    at = piece.last
    for _ in range(_MOST_FILLERS):
        at += tokens[at].text == "," or tokens[at].has("of")
    comma = tokens[piece.last].text == ","
    # Only English sets its year behind a comma; elsewhere another date begins there.
    english = tokens[piece.first].text.isascii() and tokens[piece.last - 1].text.isascii()
    opens, ends = tokens[piece.first - 1].text in _HEADS, tokens[at + 1].text in _TAILS
    # "Мамыр, 2002." heads an entry.
    headed = opens and ((tokens[at].lang == "kk" and tokens[at + 1].has("year")) or (piece.day is None and ends))
    if comma and not (tokens[at].is_year and (english or headed)):
        return piece
    if tokens[at].is_dash and tokens[at].gap == tokens[at + 1].gap == NO_GAP and tokens[at - 2].is_dash:
        at += 1
    pointing = tokens[at].has("deictic") and tokens[at + 1].has("same_mark")
    year = year_at(tokens, at + 2 if pointing and tokens[at + 2].is_year else at)
    if year is not None and year.year is not None:
        return Piece(piece.first, year.last, year=year.year, month=piece.month, day=piece.day)
    bare = bare_year_at(tokens, at) if at == piece.last else None
    if bare is not None:
        return Piece(piece.first, bare.last, year=bare.year, month=piece.month, day=piece.day)
    short = _short_year_at(tokens, at) if at == piece.last and piece.day is None else None
    if short is not None:
        return replace(piece, shift=("century", short[0], "text"), last=short[1], weak=False)
    relative = relative_year_at(tokens, at)
    if relative is None:
        return piece
    # English says it in one breath, "16 June of the same year"; elsewhere the day is the name, what points is none.
    last = relative.last if english else piece.last
    return replace(piece, shift=relative.shift, last=last, taken=relative.last, weak=False)


def _short_year_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """`декабре 18-го`: behind a Russian month stands a year, whose century the text must tell."""
    if tokens[i].lang != "ru" or tokens[i].end - tokens[i].start != 2 or not tokens[i].is_number:
        return None
    end = after_suffix(tokens, i + 1, "case_suffix")
    return (tokens[i].num, end) if end > i + 1 else None


def _checked(piece: Piece) -> Piece | None:
    return piece if is_valid(piece) else None


def _is_modal(token: Token) -> bool:
    """English months are capitalised: `may` and `march` are verbs."""
    return token.text.isascii() and token.has("month_weak") and token.text.islower()


def _is_odd(token: Token, named: bool) -> bool:
    """A month alone that may be another word: `Қазан` the city, `мая` a garment, `March` without its preposition."""
    if named:
        return False
    if token.text.isascii():
        return token.text.islower()
    return token.has("month_weak") or token.has("month_short") or not token.text.islower()


def _is_in_month(token: Token) -> bool:
    """`қазанда`, and at the head of a sentence `Тамызда`: small letters show that it is no city, the case no thing."""
    low = token.text.lower()
    located = token.lang == "kk" and low.endswith(_LOCATIVE) and not token.has("month_short") and low not in _SEASONS
    return located and (token.text.islower() or (token.opens and not token.has("month_weak")))


def _heads_part(tokens: Tokens, i: int, at: int) -> bool:
    """ "2018. Апрель: … Август: …": a Russian month in front of a colon, at the head of a sentence."""
    if _behind_year(tokens, i):
        return True
    return tokens[i].lang == "ru" and tokens[i].opens and tokens[at].text == ":" and not tokens[i].has("month_short")


def _behind_year(tokens: Tokens, i: int) -> bool:
    """`1998 жыл. Наурызда …`: behind the year of a Kazakh entry the doubtful month is one, too."""
    token, headed = tokens[i], tokens[i - 1].text == "." and tokens[i - 2].has("year") and tokens[i - 3].is_year
    return headed and token.lang == "kk" and token.opens and token.text.lower().endswith(_LOCATIVE)


def _misspelt(tokens: Tokens, i: int) -> int | None:
    """`1 Janury 2015`: one letter wrong is forgiven between a day and a year."""
    word = tokens[i].text.lower()
    if len(word) < _SHORTEST_MISSPELT or tokens[i].entry or not tokens[i + 1].is_year:
        return None
    near = {number for name, number in month_names(tokens[i].lang) if OSA.distance(word, name, score_cutoff=1) <= 1}
    return near.pop() if len(near) == 1 else None
