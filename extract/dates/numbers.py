"""Tokens in, the numbers that dates are made of out: days, years, ordinals, and runs such as 27.11.2009."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from extract.dates.tokens import DASHES, NO_GAP, Token, Tokens, roman
from extract.dates.values import Piece, full_year, is_valid

_SEPARATORS = frozenset("./:,") | DASHES
_ROMAN_MARKS = frozenset("./") | DASHES
_GLUING = frozenset("/@_#№$€£§+\\=&")
_COMMAS = frozenset({",", ";"})
_BULLETS = frozenset({"", "•", "·", "*", "-", "–", "—", ".", ";", "▪", "●"})
_MONTH_AND_YEAR_FROM, _MONTH_AND_YEAR_TO = 1900, 2100


def read_runs(tokens: Tokens) -> Mapping[int, Piece]:
    """Dates written in digits, by their first token. Digits of other runs lose their value, so that nothing reads them.

    A run is a chain of numbers without gaps: `27.11.2009`, `2000-10-10`, `2020-131-2-12`, `26/04`.
    """
    found: dict[int, Piece] = {}
    i = 0
    while tokens[i].text:
        if not tokens[i].text[0].isdecimal():
            i += 1
            continue
        written = _roman_month(tokens, i)
        if written is not None:
            found[i] = written
            i = written.last
            continue
        end = _run_end(tokens, i)
        if end - i > 1 or _is_glued(tokens, i, end):
            found.update(_dates_of_run(tokens, i, end))
        i = end
    return found


def _roman_month(tokens: Tokens, i: int) -> Piece | None:
    """`29.V.2014`, `25/III-1997`, `8. XII. 1991`: the month is a Roman numeral between two marks."""
    day, mark, month, second, year = tokens[i : i + 5] if len(tokens) > i + 5 else (tokens[-1],) * 5
    if not {mark.text, second.text} <= _ROMAN_MARKS or mark.gap != NO_GAP or second.gap != NO_GAP:
        return None
    number = roman(month.text) if month.text.isupper() else None
    spaced = month.gap != NO_GAP or year.gap != NO_GAP
    if number is None or (spaced and mark.text + second.text != "..") or _is_code(tokens, i):
        return None
    short = _width(year) == 2 and year.is_number and not spaced
    if not (year.is_year or short) or _width(day) > 2 or day.num < 1:
        return None
    return _checked(Piece(i, i + 5, year=full_year(year.num) if short else year.num, month=number, day=day.num))


def _is_code(tokens: Tokens, i: int) -> bool:
    """Behind a letter or mark without a space, or numbered (`п. 5.II.20`)."""
    before = tokens[i - 1]
    glued = tokens[i].gap == NO_GAP and bool(before.text) and (before.text in _GLUING or before.text.isalpha())
    return glued or before.has("block")


def _run_end(tokens: Tokens, i: int) -> int:
    end = i + 1
    while (
        tokens[end].text in _SEPARATORS
        and tokens[end].gap == NO_GAP
        and tokens[end + 1].gap == NO_GAP
        and tokens[end + 1].text[:1].isdecimal()
    ):
        end += 2
    return end


def _is_glued(tokens: Tokens, i: int, end: int) -> bool:
    """True for digits inside a code: `A2000`, `x/2000`, `№2000`, `2004/38/EC`."""
    before, after = tokens[i - 1], tokens[end]
    if tokens[i].gap == NO_GAP and before.text and (before.text in _GLUING or before.text == "x" * len(before.text)):
        return True
    return after.gap == NO_GAP and after.text in {"/", "@", "_", "\\"} and tokens[end + 1].gap == NO_GAP


def _dates_of_run(tokens: Tokens, i: int, end: int) -> dict[int, Piece]:
    parts = _split_at_dashes(tokens, i, end)
    pieces = [_numeric(tokens, a, b) for a, b in parts]
    if len(parts) == 2 and pieces[0] is None and pieces[1] is not None:
        pieces[0] = _opening(tokens, *parts[0], pieces[1])
    if not _is_glued(tokens, i, end) and all(piece is not None for piece in pieces):
        return {piece.first: piece for piece in pieces if piece is not None}
    if end - i > 3 or _is_glued(tokens, i, end) or not _is_pair(tokens, i):
        for k in range(i, end, 2):
            tokens[k].num = -1
    return {}


def _split_at_dashes(tokens: Tokens, i: int, end: int) -> list[tuple[int, int]]:
    """`01.01.2010-31.12.2010` is two dates, `2010-12-31` one."""
    cuts = [k for k in range(i + 1, end, 2) if tokens[k].is_dash]
    if len(cuts) == (end - i) // 2:
        return [(i, end)]
    edges = [i - 1, *cuts, end]
    return [(a + 1, b) for a, b in pairwise(edges)]


def _opening(tokens: Tokens, i: int, end: int, last: Piece) -> Piece | None:
    """The first day of `12–13.06.2012` or `01.07–31.12.2012`, which says its year, and its month, only once."""
    day, month = tokens[i], tokens[end - 1]
    if last.day is None or not 1 <= day.num <= 31 or end - i not in {1, 3} or tokens[i + 1].text not in {"."} | DASHES:
        return None
    piece = _checked(replace(last, first=i, last=end, month=last.month if end - i == 1 else month.num, day=day.num))
    return piece if piece is not None and (piece.month, piece.day) < (last.month, last.day) else None


def _numeric(tokens: Tokens, i: int, end: int) -> Piece | None:
    marks = {tokens[k].text for k in range(i + 1, end, 2)}
    numbers = [tokens[k] for k in range(i, end, 2)]
    if len(marks) != 1 or not all(token.is_number for token in numbers):
        return None
    mark = marks.pop()
    if len(numbers) == 3 and (mark in "./" or mark in DASHES):
        return _day_of(numbers, i, end, tokens)
    if len(numbers) == 2 and mark == ".":
        month, year = numbers
        if 1 <= month.num <= 12 and _width(month) == 2 and _MONTH_AND_YEAR_FROM <= year.num <= _MONTH_AND_YEAR_TO:
            return Piece(i, end, year=year.num, month=month.num)
    return None


def _day_of(numbers: list[Token], i: int, end: int, tokens: Tokens) -> Piece | None:
    a, b, c = numbers
    before, after = tokens[i - 1], tokens[end]
    if a.is_year and _width(b) == 2 and _width(c) == 2:
        return _checked(Piece(i, end, year=a.num, month=b.num, day=c.num))
    if max(_width(a), _width(b)) > 2:
        return None
    # Day before month, as everywhere in this field, unless the numbers say otherwise.
    day, month = (b.num, a.num) if b.num > 12 else (a.num, b.num)
    if c.is_year:
        return _checked(Piece(i, end, year=c.num, month=month, day=day))
    introduced = before.text == "(" or before.has("year_preposition") or before.has("relation")
    # Two full pairs before it, behind a word: `подписан 08.12.91`; a section or version is short somewhere or begins.
    written_out = _width(a) == _width(b) == 2 and before.text.isalpha() and not before.has("block")
    # So it is at the head of a line of a chronicle: `• 08.12.91 – …`.
    heads_line = _width(a) == _width(b) == 2 and _set_off(before, after)
    # "29.05.2014 қол қойылды, 01.01.15 күшіне енді": behind a comma where a clause follows.
    opens_clause = _width(a) == _width(b) == 2 and before.text in _COMMAS and after.text.isalpha()
    if _width(c) == 2 and (introduced or written_out or heads_line or opens_clause):
        return _checked(Piece(i, end, year=full_year(c.num), month=month, day=day))
    return None


def _set_off(before: Token, after: Token) -> bool:
    return before.text in _BULLETS and (after.text == ":" or (after.is_dash and after.gap != NO_GAP))


def _checked(piece: Piece) -> Piece | None:
    return piece if piece.month is not None and 1 <= piece.month <= 12 and is_valid(piece) else None


def _is_pair(tokens: Tokens, i: int) -> bool:
    """Two numbers that a rule may still read: `2008-2009`, `2008/09`, `10-12`, `2006,2008`."""
    first, mark, second = tokens[i : i + 3]
    if mark.text == "/" and not first.is_year:
        # The night or shift of two days: `29/30 мая`.
        return second.num == first.num + 1 <= 31 and tokens[i + 3].has("month")
    if mark.text == "/":
        return is_next_year(first.num, second)
    if mark.text == ",":
        return first.is_year == second.is_year and _width(second) != 3
    return mark.is_dash


def is_next_year(year: int, token: Token) -> bool:
    """`2008/09` and `2008/2009` are years of a school or a budget; `2004/38` is a paper."""
    if token.is_year:
        return token.num == year + 1
    return _width(token) == 2 and token.num == (year + 1) % 100


def second_year(year: int, token: Token) -> int | None:
    """The end of `1941-45` or `2008–2009`."""
    if token.is_year:
        return token.num if year < token.num else None
    if _width(token) == 2 and token.num > year % 100:
        return year // 100 * 100 + token.num
    return None


def _width(token: Token) -> int:
    return token.end - token.start


def day_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """(day, next token) of `10`, `10th`, `10-го`, `«10»`, `10-ы`."""
    quoted = tokens[i].text in {"«", '"', "“", "„"} and tokens[i + 2].text in {"»", '"', "”", "“"}
    at = i + 1 if quoted else i
    token = tokens[at]
    if not 1 <= token.num <= 31 or _width(token) > 2:
        return None
    return token.num, (at + 2 if quoted else after_suffix(tokens, at + 1, "day_suffix"))


def after_suffix(tokens: Tokens, i: int, *kinds: str) -> int:
    """Behind `th`, `-го`, ` – ы`; `i` itself where no such ending stands there."""
    if tokens[i].gap == NO_GAP and any(tokens[i].has(kind) for kind in kinds) and not tokens[i].has("month"):
        return i + 1
    if (tokens[i].is_dash or tokens[i].text in {"’", "'"}) and any(tokens[i + 1].has(kind) for kind in kinds):
        tight = tokens[i].gap == NO_GAP or tokens[i + 1].gap == NO_GAP or tokens[i + 1].lang == "kk"
        return i + 2 if tight and _in_case(tokens, i + 1) else i
    return i


def _in_case(tokens: Tokens, i: int) -> bool:
    """An ending in small letters; in a headline (`1990-Х ГОДОВ`) a word in capitals follows."""
    after = tokens[i + 1].text
    return tokens[i].text.islower() or (len(after) > 1 and after.isupper() and tokens[i].text.isupper())


def ordinal_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """(number, next token) of `first`, `20th`, `XX`, `ХХ-го`, `twenty-first`, `двадцать первого`, `жиырма бірінші`."""
    token = tokens[i]
    value = token.number("ordinal")
    if value is not None:
        return value, i + 1
    if token.is_number and _width(token) <= 2:
        return token.num, after_suffix(tokens, i + 1, "ordinal_suffix", "day_suffix")
    tens = token.number("cardinal")
    if tens is not None and tens % 10 == 0:
        at = i + 2 if tokens[i + 1].is_dash else i + 1
        unit = tokens[at].number("ordinal")
        return (tens + unit, at + 1) if unit is not None and unit < 10 <= tens else None
    number = roman(token.text)
    return (number, after_suffix(tokens, i + 1, "ordinal_suffix")) if number else None


def cardinal_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """(number, next token) of a small count: `3`, `two`, `двадцать пять`, `a` (year)."""
    token = tokens[i]
    if token.is_number and _width(token) <= 2:
        return token.num, i + 1
    if token.text.lower() in {"a", "an"}:
        return 1, i + 1
    value = token.number("cardinal")
    if value is None:
        return None
    # "Forty-eight".
    at = i + 1 + tokens[i + 1].is_dash
    unit = tokens[at].number("cardinal")
    tens = value >= 20 or (value == 10 and token.lang == "kk")
    if tens and value % 10 == 0 and unit is not None and unit < 10:
        return value + unit, at + 1
    return value, i + 1
