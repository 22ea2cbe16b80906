"""Cleaned text, its tokens and the spans of dates in, numbers with their unit and what they are about out."""

from collections.abc import Iterable, Iterator, Sequence

from extract.dates.tokens import LINE, NO_GAP, Tokens
from extract.quantities.about import about
from extract.quantities.numbers import Number, is_ordinal, number_at
from extract.quantities.units import Unit, counted_noun_at, is_indefinite, sign_before, unit_at
from kb.model import Quantity

_SHARE = "share"
_ENDING = frozenset(".!?")
_CODE = 3  # letters of a currency in ISO 4217
_BLOCKING = frozenset({"№", "#", "/", "+", "_", "@", "§", "−"})


def find_quantities(text: str, tokens: Tokens, taken: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Quantities in the order of the text; a range has the value of its lower end. `taken` are spans of dates."""
    found: list[Quantity] = []
    for first, last, value, unit in _with_shared_units(tokens, _read(tokens, _free(tokens, taken))):
        start, end = tokens[first].start, tokens[last - 1].end
        found.append(Quantity(start, end, text[start:end], value, unit, about(text, tokens, (first, last), unit)))
    return tuple(found)


def _with_shared_units(
    tokens: Tokens, quantities: Iterable[tuple[int, int, float, str]]
) -> Iterator[tuple[int, int, float, str]]:
    """`70 млн долларов, а Кыргызстану — 100 млн`: the currency is said once in a sentence."""
    behind, shared = 0, ""
    for first, last, value, unit in quantities:
        ended = any(tokens[k].text in _ENDING for k in range(behind, first))
        if unit == "" and not ended:
            unit = shared
        shared = unit if _is_currency(unit) else "" if unit or ended else shared
        behind = last
        yield first, last, value, unit


def _is_currency(unit: str) -> bool:
    return len(unit) == _CODE and unit.isupper()


def _free(tokens: Tokens, taken: Sequence[tuple[int, int]]) -> list[bool]:
    """For each token whether no date covers it."""
    spans = iter(sorted(taken))
    span = next(spans, None)
    free = []
    for token in tokens:
        while span is not None and span[1] <= token.start:
            span = next(spans, None)
        free.append(span is None or token.end <= span[0])
    return free


def _read(tokens: Tokens, free: Sequence[bool]) -> Iterator[tuple[int, int, float, str]]:
    i = 0
    while tokens[i].text:
        number = number_at(tokens, i) if free[i] and _may_start(tokens, i) else None
        if number is None:
            i += 1
            continue
        quantity = _with_unit(tokens, number)
        if quantity is not None and all(free[quantity[0] : quantity[1]]):
            yield quantity
            i = quantity[1]
        else:
            i = max(number.last, i + 1)


def _may_start(tokens: Tokens, i: int) -> bool:
    token, before = tokens[i], tokens[i - 1]
    if token.text[0].isdecimal():
        glued = token.gap == NO_GAP and (before.text.isalpha() or before.text in _BLOCKING)
        chained = token.gap == NO_GAP and (before.is_dash or before.text in {".", ":"}) and tokens[i - 2].text != ""
        return not glued and not chained
    return token.text.isalpha()


def _with_unit(tokens: Tokens, number: Number) -> tuple[int, int, float, str] | None:
    if is_ordinal(tokens, number) or _is_label(tokens, number):
        return None
    if number.worded and 0 < number.value < 1:
        return number.first, number.last, number.value, _SHARE
    sign = sign_before(tokens, number.first)
    if sign is not None:
        return sign[1], number.last, number.value, sign[0]
    upper = _upper_end(tokens, number)
    last = number if upper is None else upper
    # The scale of a range stands behind its upper end: 5–7 million.
    value = number.value
    if upper is not None and upper.scaled and not number.scaled and upper.value:
        value *= _scale_of(tokens, upper)
    # `one day`, `оба`, `бір ел` are articles and pronouns rather than numbers.
    if number.worded and number.value < 2 and not number.scaled and is_indefinite(tokens[number.first]):
        return None
    unit = unit_at(tokens, last.last) or _plain_noun(tokens, last)
    if unit is not None:
        return number.first, unit.last, value, unit.name
    bare = last.scaled or (upper is None and _is_grouped(tokens, number))
    return (number.first, last.last, value, "") if bare and not number.worded else None


def _is_grouped(tokens: Tokens, number: Number) -> bool:
    """`219 183`: digits in groups are an amount whatever stands behind; a row of such groups may be a telephone."""
    digits = all(tokens[k].is_number for k in range(number.first, number.last))
    apart = not tokens[number.first - 1].is_number and not tokens[number.last].is_number
    return digits and apart and number.last - number.first > 1 and tokens[number.first - 1].text not in {"+", "№"}


def _upper_end(tokens: Tokens, number: Number) -> Number | None:
    at = number.last
    joined = tokens[at].is_dash or (
        tokens[at].has("to") and tokens[number.first - 1].name("relation") in {"since", "plain"}
    )
    upper = number_at(tokens, at + 1) if joined else None
    return upper if upper is not None and upper.value > number.value else None


def _scale_of(tokens: Tokens, number: Number) -> int:
    scale = 1
    for k in range(number.first, number.last):
        scale *= tokens[k].number("scale") or 1
    return scale


def _plain_noun(tokens: Tokens, number: Number) -> Unit | None:
    """A whole number counts things without a table naming them, unless it looks like a year or a footnote."""
    if number.value != int(number.value) or tokens[number.last].gap == NO_GAP:
        return None
    if not number.worded and (tokens[number.last].gap == LINE or tokens[number.last - 1].is_year):
        return None
    return counted_noun_at(tokens, number.last)


def _is_label(tokens: Tokens, number: Number) -> bool:
    """Pages, articles, numbers of papers, times of the day, sections."""
    before, after = tokens[number.first - 1], tokens[number.last]
    marks = tokens[number.first - 2] if before.text in {".", ":"} else before
    dotted = before.text in {".", ":"} or len(before.text) > 2
    if before.text in {"№", "#", "§"} or (marks.has("block") and dotted and not number.worded):
        return True
    if after.has("block_after") and tokens[number.last + 1].text == ".":
        return True
    return after.gap == NO_GAP and after.text in {":", "/"} and tokens[number.last + 1].text[:1].isdecimal()
