"""Tokens in, years and decades out: `2000 жылы`, `2014-го`, `1990s`, `90-х годов`, `'91`, `the year 2000`."""

from extract.dates.numbers import after_suffix
from extract.dates.short import is_bare_worded_year, short_decade_at, short_year_at
from extract.dates.tokens import NO_GAP, Tokens
from extract.dates.values import Piece, full_year

_TWENTIETH = 190
# From here on a two-digit number with an ordinal ending is a year and not the n-th year of something.
_SHORT_YEAR_FROM = 40
# In Kazakh `20-шы жылдың` is a year, too, but `9-шы жылы` is the ninth.
_KAZAKH_SHORT_YEAR_FROM = 10
_HUNDRED, _THOUSAND = 100, 1000
_TWO_THOUSANDS = 200
_LONGEST_WORDED = 6
_WORDED_FROM, _WORDED_TO = 1000, 2199
_SUFFIXED_FROM, _SUFFIXED_TO = 1900, 2100
_YEAR_DIGITS, _CUT_FROM = 4, 1800


def year_at(tokens: Tokens, i: int) -> Piece | None:
    """A year or a decade; `weak` where nothing but four digits says so."""
    token = tokens[i]
    if token.is_year:
        return _long_year(tokens, i)
    if token.is_number:
        return _cut_year(tokens, i) or _short_year(tokens, i) or short_year_at(tokens, i)
    if token.text in {"'", "’", "‘"} and tokens[i + 1].gap == NO_GAP and tokens[i + 1].end - tokens[i + 1].start == 2:
        return _apostrophe_year(tokens, i)
    if token.has("decade_name"):
        return _named_decade(tokens, i, int(token.entry["decade_name"]))
    if token.number("cardinal") == 2 and tokens[i + 1].has("thousandth"):
        return _two_thousandth(tokens, i)
    return _worded_year(tokens, i) or _word_first(tokens, i)


def _cut_year(tokens: Tokens, i: int) -> Piece | None:
    """`20 14 году`, `199 9 г.`, `20- 14 года`: conversion broke the figure, the word for year shows it."""
    at = i + 1 + (tokens[i + 1].is_dash and tokens[i + 1].gap == NO_GAP)
    second = tokens[at]
    digits = tokens[i].text + second.text
    if len(digits) != _YEAR_DIGITS or not digits.isdecimal() or (at == i + 1 and second.gap == NO_GAP):
        return None
    word = year_word(tokens, at + 1)
    first = _CUT_FROM if at == i + 1 else _SUFFIXED_FROM
    if word is None or word[1] or not first <= int(digits) <= _SUFFIXED_TO:
        return None
    return Piece(i, word[0], year=int(digits))


def _worded_year(tokens: Tokens, i: int) -> Piece | None:
    """`екі мың он үшінші жылы`, `две тысячи четырнадцатого года`, `тоқсан бесінші жылы`."""
    total, part = 0, 0
    if tokens[i - 1].has("cardinal"):
        return None
    for at in range(i, i + _LONGEST_WORDED):
        token = tokens[at]
        last = token.number("ordinal")
        if last is not None:
            return _worded(tokens, i, at, total + part + last)
        scale, cardinal = token.number("scale"), token.number("cardinal")
        if scale == _THOUSAND:
            total, part = max(part, 1) * _THOUSAND, 0
        elif scale == _HUNDRED:
            part = max(part, 1) * _HUNDRED
        elif cardinal is not None:
            part += cardinal
        else:
            return None
    return None


def _worded(tokens: Tokens, i: int, at: int, year: int) -> Piece | None:
    word = year_word(tokens, at + 1)
    short = _SHORT_YEAR_FROM < year < _HUNDRED and at > i
    if word is None and short and is_bare_worded_year(tokens, i, at):
        return Piece(i, at + 1, year=full_year(year))
    if word is None or word[1] or not (short or _WORDED_FROM <= year <= _WORDED_TO):
        return None
    return Piece(i, word[0], year=full_year(year) if short else year)


def _long_year(tokens: Tokens, i: int) -> Piece | None:
    year = tokens[i].num
    decade_end = after_suffix(tokens, i + 1, "decade_suffix")
    if decade_end > i + 1 and year % 10 == 0:
        plural = year_word(tokens, decade_end)
        if plural is None or plural[1]:
            return Piece(i, plural[0] if plural else decade_end, decade=year // 10)
    at = after_suffix(tokens, i + 1, "ordinal_suffix", "case_suffix", "place_suffix", "count_suffix")
    word = year_word(tokens, at) or _dashed_word(tokens, at)
    if word is None:
        return _without_word(tokens, i, at)
    end, plural_word = word
    if plural_word and year % 10 == 0:
        return Piece(i, end, decade=year // 10)
    if _is_length(tokens, end):
        return None
    return Piece(i, end, year=year)


def _without_word(tokens: Tokens, i: int, at: int) -> Piece | None:
    """`2014-те`, `2015-тен бастап`, `1998-м` are years; `2000-ға жуық` and `1135-інші` are not."""
    year, suffix = tokens[i].num, tokens[at - 1]
    if at == i + 1:
        return Piece(i, at, year=year, weak=True)
    if suffix.lang != "kk":
        return Piece(i, at, year=year)
    bounded = tokens[at].has("relation_after") or suffix.has("place_suffix")
    return Piece(i, at, year=year) if bounded and _SUFFIXED_FROM <= year <= _SUFFIXED_TO else None


def year_word(tokens: Tokens, i: int) -> tuple[int, bool] | None:
    """(next token, plural?) of `жылы`, `г.`, `ж.ж.`, `учебный год`; the dot of an abbreviation belongs to it."""
    at = i + 1 if tokens[i].has("year_adjective") else i
    token = tokens[at]
    if token.lang == "en" and token.text.isascii():
        return (at + 1, False) if at > i and token.has("year") else None
    if not (token.has("year") or token.has("years")):
        return None
    if len(token.text) > 2:
        return at + 1, token.has("years")
    if tokens[at + 1].text != ".":
        return at + 1, token.has("years")
    twin = tokens[at + 2].text == token.text and len(token.text) == 1 and tokens[at + 3].text == "."
    return (at + 4, True) if twin else (at + 2, token.has("years"))


def _dashed_word(tokens: Tokens, i: int) -> tuple[int, bool] | None:
    return year_word(tokens, i + 1) if tokens[i].is_dash and tokens[i + 1].lang == "kk" else None


def _is_length(tokens: Tokens, end: int) -> bool:
    """`2000 жыл бұрын` is a length of time."""
    return tokens[end - 1].text.lower() == "жыл" and tokens[end].has("length_after")


def _short_year(tokens: Tokens, i: int) -> Piece | None:
    token = tokens[i]
    if token.end - token.start != 2:
        return None
    if token.num % 10 == 0:
        decade = _short_decade(tokens, i)
        if decade is not None:
            return decade
    at = after_suffix(tokens, i + 1, "ordinal_suffix", "case_suffix")
    word = year_word(tokens, at)
    old_enough = token.num >= _SHORT_YEAR_FROM or token.text[0] == "0"
    if token.lang == "kk" and word is not None and tokens[word[0] - 1].text.lower() != "жыл":
        old_enough = token.num >= _KAZAKH_SHORT_YEAR_FROM
    # "в 91 году" cannot be a number of years, "91 год" can.
    # "93 жылы 22 қаңтарда": a Kazakh number of years has no day behind it.
    dated = token.lang == "kk" and word is not None and any(t.has("month") for t in tokens[word[0] : word[0] + 2])
    if word is None or word[1] or not old_enough or not (at > i + 1 or tokens[at].text == "году" or dated):
        return None
    return Piece(i, word[0], year=full_year(token.num))


def bare_year_at(tokens: Tokens, i: int) -> Piece | None:
    """`8 Dec 91`, `22 янв. 93 г.`: two digits right behind a month that are no day, and that count nothing."""
    token = tokens[i]
    if not token.is_number or token.end - token.start != 2 or token.gap == NO_GAP:
        return None
    if token.num < _SHORT_YEAR_FROM and token.text[0] != "0":
        return None
    word = year_word(tokens, i + 1)
    last = i + 1 if word is None else word[0]
    behind = tokens[last]
    little = any(behind.has(kind) for kind in ("function", "and", "year_preposition", "relation"))
    counts = behind.text[:1].isalpha() and behind.text.islower() and not little
    tied = behind.text == "%" or (behind.is_dash and behind.gap == NO_GAP)  # "45%", `93-го`
    if behind.has("of") or tied or (counts and word is None):
        return None
    return Piece(i, last, year=full_year(token.num))


def _short_decade(tokens: Tokens, i: int) -> Piece | None:
    number = tokens[i].num
    decade = _TWENTIETH + number // 10 if number >= 20 else 200 + number // 10
    if tokens[i + 1].is_dash and tokens[i + 2].num % 10 == 0 and tokens[i + 2].end - tokens[i + 2].start == 2:
        return Piece(i, i + 1, decade=decade) if _short_decade(tokens, i + 2) is not None else None
    end = after_suffix(tokens, i + 1, "decade_suffix")
    before = tokens[i - 1]
    if end > i + 1 and tokens[i].lang == "en" and not (before.has("article") or before.has("part")):
        return None
    at = after_suffix(tokens, i + 1, "ordinal_suffix") if end == i + 1 else end
    word = year_word(tokens, at) or _dashed_word(tokens, at)
    if word is not None and word[1] and (at > i + 1 or number >= _SHORT_YEAR_FROM):
        return Piece(i, word[0], decade=decade)
    return Piece(i, end, decade=decade) if end > i + 1 and word is None else None


def _apostrophe_year(tokens: Tokens, i: int) -> Piece | None:
    token = tokens[i + 1]
    if not token.is_number or (tokens[i].gap == NO_GAP and tokens[i - 1].text not in {"", "("}):
        return None
    end = after_suffix(tokens, i + 2, "decade_suffix")
    if end > i + 2:
        return Piece(i, end, decade=full_year(token.num) // 10) if token.num % 10 == 0 else None
    return Piece(i, i + 2, year=full_year(token.num))


def _named_decade(tokens: Tokens, i: int, decade: int) -> Piece | None:
    word = year_word(tokens, i + 1)
    if word is not None and word[1]:
        return Piece(i, word[0], decade=decade)
    before = tokens[i - 1]
    if decade == _TWO_THOUSANDS and before.has("month") and tokens[i].text.lower().endswith("ого"):
        return Piece(i, word[0] if word is not None else i + 1, year=decade * 10)  # «двадцатого мая двухтысячного»
    english = tokens[i].text.isascii() and (before.has("article") or before.has("part") or before.is_dash)
    return Piece(i, i + 1, decade=decade) if english else short_decade_at(tokens, i, decade)


def _two_thousandth(tokens: Tokens, i: int) -> Piece | None:
    word = year_word(tokens, i + 2)
    if word is None:
        return None
    return Piece(i, word[0], decade=200) if word[1] else Piece(i, word[0], year=2000)


def _word_first(tokens: Tokens, i: int) -> Piece | None:
    """`the year 2000`, `fiscal year 2015/16`, `FY2015`, `FY2013/14`: a mark right behind it brings a second year."""
    at = i + 1 if tokens[i].has("year_adjective") and tokens[i].text.isascii() else i
    named = tokens[at].has("year") and tokens[at].text.isascii()
    if not (named or tokens[i].has("fiscal")) or not tokens[at + 1].is_year:
        return None
    mark, second = tokens[at + 2], tokens[at + 3]
    joined = mark.gap == NO_GAP and (mark.text == "/" or mark.is_dash)
    goes_on = joined and second.num >= 0 and second.end - second.start in {2, _YEAR_DIGITS}
    return Piece(i, at + 2, year=tokens[at + 1].num, weak=goes_on)
