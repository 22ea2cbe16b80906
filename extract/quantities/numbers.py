"""Tokens in, numbers with their value out: `1 493 490`, `7,5`, `3.5 million`, `twenty-eight`, `үштен екі`."""

from dataclasses import dataclass

from extract.dates.numbers import after_suffix
from extract.dates.tokens import NO_GAP, Token, Tokens
from extract.quantities.units import ablative_numeral, meaning, owned_numeral

_GROUP = 3
_HUNDRED = 100
_LONGEST_NUMERAL = 8
_ARTICLES = frozenset({"a", "an"})
_LARGEST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Number:
    """A number between tokens `first` and `last`. `worded` where no digit says it, `scaled` where a scale word does."""

    first: int
    last: int
    value: float
    worded: bool = False
    scaled: bool = False


def number_at(tokens: Tokens, i: int) -> Number | None:
    """The number that starts here, with the scale words behind it."""
    if tokens[i].text[:1].isdecimal():
        return _digits(tokens, i)
    return _fraction(tokens, i) or _words(tokens, i)


def _digits(tokens: Tokens, i: int) -> Number | None:
    text = tokens[i].text
    at = i + 1
    grouped = False
    while len(text) <= _LARGEST_DIGITS and len(tokens[i].text) <= _GROUP and _is_group(tokens, at):
        separated = not tokens[at].text[0].isdecimal()
        text += tokens[at + separated].text
        at, grouped = at + 1 + separated, True
    if len(text) > _LARGEST_DIGITS:
        return None
    value = float(text)
    if tokens[at].text in {".", ","} and _is_decimal(tokens, at, grouped):
        value = float(f"{text}.{tokens[at + 1].text}")
        at += 2
    return _scaled(tokens, Number(i, at, value))


def _is_group(tokens: Tokens, at: int) -> bool:
    """Three more digits behind a space, or in English behind a comma."""
    token = tokens[at]
    if token.text == "," and token.lang == "en":
        return _is_tight(token) and _is_tight(tokens[at + 1]) and _is_three_digits(tokens[at + 1])
    return token.gap != NO_GAP and _is_three_digits(token)


def _is_three_digits(token: Token) -> bool:
    return len(token.text) == _GROUP and token.text.isdecimal()


def _is_tight(token: Token) -> bool:
    return token.gap == NO_GAP


def _is_decimal(tokens: Tokens, at: int, grouped: bool) -> bool:
    if not (_is_tight(tokens[at]) and _is_tight(tokens[at + 1]) and tokens[at + 1].text[:1].isdecimal()):
        return False
    if len(tokens[at + 1].text) > _LARGEST_DIGITS:
        return False
    return tokens[at].text == "." or tokens[at].lang != "en" or grouped


def _scaled(tokens: Tokens, number: Number) -> Number:
    at, value, scaled = number.last, number.value, False
    for _ in range(2):
        factor = tokens[at].entry.get("scale")
        if not isinstance(factor, int):
            break
        value, scaled, at = value * factor, True, at + 1
        # The dot of "млн." belongs to it unless the sentence ends there.
        if tokens[at].text == "." and len(tokens[at - 1].text) <= 4 and tokens[at + 1].text.islower():
            at += 1
    return Number(number.first, at, value, number.worded, number.scaled or scaled)


def _words(tokens: Tokens, i: int) -> Number | None:
    """Numerals in words, added up: `двадцать пять тысяч`, `он екі мың`, `a hundred`."""
    if tokens[i].number("cardinal") is None and tokens[i].text.lower() not in _ARTICLES:
        return None
    at = i
    total, current, seen, scaled = 0, 0, False, False
    if tokens[i].text.lower() in _ARTICLES and tokens[i + 1].has("scale"):
        current, seen, at = 1, True, i + 1
    for _ in range(_LONGEST_NUMERAL):
        # "twenty-eight" has a dash between its parts.
        step = at + 1 if seen and tokens[at].is_dash and tokens[at].gap == NO_GAP else at
        cardinal, scale = tokens[step].number("cardinal"), tokens[step].number("scale")
        if cardinal is not None and (not seen or _continues(current, cardinal)):
            current += cardinal
        elif scale is not None and seen:
            # A hundred multiplies what was said and may itself be multiplied; a thousand closes the part before it.
            current, total = (current * scale, total) if scale == _HUNDRED else (0, total + max(current, 1) * scale)
            scaled = True
        else:
            break
        seen, at = True, step + 1
    if not seen or (tokens[i].gap == NO_GAP and tokens[i - 1].is_dash):
        return None
    return Number(i, at, float(total + current), worded=True, scaled=scaled)


def _continues(current: int, cardinal: int) -> bool:
    """`двадцать` goes on with `пять`, `сто` with `двадцать`; `two four` are two numbers."""
    unit = 1 if current == 0 else 10 if current % 100 else 100
    return current == 0 or (current % 10 == 0 and 0 < cardinal < (unit if current % 100 else 100))


def _fraction(tokens: Tokens, i: int) -> Number | None:
    """`two thirds`, `две трети`, `үштен екі`: a share of one."""
    upper = tokens[i].number("cardinal")
    if upper is None:
        return _kazakh_fraction(tokens, i)
    at = i + 2 if tokens[i + 1].is_dash else i + 1
    lower = meaning(tokens[at], "part_of")
    if isinstance(lower, int) and 0 < upper < lower:
        return Number(i, at + 1, upper / lower, worded=True)
    return _kazakh_fraction(tokens, i)


def _kazakh_fraction(tokens: Tokens, i: int) -> Number | None:
    if tokens[i].lang != "kk":
        return None
    lower = ablative_numeral(tokens[i].text)
    upper = None if lower is None else owned_numeral(tokens[i + 1].text)
    if lower is None or upper is None or not 0 < upper < lower:
        return None
    return Number(i, i + 2, upper / lower, worded=True)


def is_ordinal(tokens: Tokens, number: Number) -> bool:
    """`28-ші`, `14-й`, `3rd` count places, not things."""
    return after_suffix(tokens, number.last, "ordinal_suffix", "day_suffix", "case_suffix") > number.last
