"""Tokens in, Russian years, decades and days said in short out: `в 92-м`, `осенью 14-го`, `к концу нулевых`, `9-го`."""

from extract.dates.numbers import after_suffix
from extract.dates.tokens import NO_GAP, Token, Tokens, word_list
from extract.dates.values import Piece, full_year

# Below it a number with an ending may be a day or a class; a season, month or part before it makes it a year.
_YEAR_FROM = 40
_LONGEST_SMALL = 3
_CLOSING = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "]", "»", "“", "”", '"', "…", "("})
_DECADE_ENDINGS = {"ые": "bound_plural", "ым": "bound_locative", "ых": "bound_plural_genitive"}
_BEFORE_DAY = frozenset({"", ".", ",", ";", "а", "но", "и", "уже", "лишь", "только"})


def short_year_at(tokens: Tokens, i: int) -> Piece | None:
    """`в 92-м`, `осенью 91-го`, `весной 14-го`: two digits with the ending of an ordinal, and no noun behind them."""
    token = tokens[i]
    end = after_suffix(tokens, i + 1, "case_suffix")
    if token.lang != "ru" or token.end - token.start != 2 or end == i + 1:
        return None
    before = tokens[i - 1]
    led = before.has("season") or before.has("part") or before.has("month")
    certain = token.num >= _YEAR_FROM or token.text[0] == "0"
    if not (led or (certain and (before.has("year_preposition") or before.has("relation")))):
        return None
    if not _is_free(tokens, end, _endings_of(tokens[end - 1])) or (led and _is_day(tokens, i, end)):
        return None
    if certain:
        return Piece(i, end, year=full_year(token.num))
    return Piece(i, end, shift=("century", token.num, "text"))


def is_bare_worded_year(tokens: Tokens, i: int, at: int) -> bool:
    """`весной девяносто шестого`, `в девяносто третьем`: the year in words, and no noun behind it."""
    before, word = tokens[i - 1], tokens[at].text.lower()
    if tokens[i].lang != "ru" or not word.endswith(("го", "м")):
        return False
    led = before.has("season") or before.has("part") or before.has("month") or before.has("year_preposition")
    return led and _is_free(tokens, at + 1, word_list("ru", "bound_genitive" if word[-1] == "о" else "bound_locative"))


def _is_day(tokens: Tokens, i: int, end: int) -> bool:
    return tokens[end].has("month") or tokens[end].has("day_name")


def _endings_of(suffix: Token) -> tuple[str, ...]:
    """How words end that an ordinal with this ending may belong to."""
    return word_list("ru", "bound_genitive" if suffix.text.lower().endswith("го") else "bound_locative")


def _is_free(tokens: Tokens, at: int, bound: tuple[str, ...]) -> bool:
    """True where what follows cannot be the noun of an ordinal: the clause ends or a word of another case stands."""
    token = tokens[at]
    if token.text in _CLOSING or token.is_dash:
        return token.text != "-" or token.gap != NO_GAP
    if not token.text[0].isalpha() or token.has("month"):
        return False
    word = token.text.lower()
    verb = word.endswith(word_list("ru", "verb_ending"))
    return token.has("function") or verb or token.text[0].isupper() or not word.endswith(bound)


def short_decade_at(tokens: Tokens, i: int, decade: int) -> Piece | None:
    """`двухтысячные`, `в начале нулевых`, `лихие девяностые`, without the word for years."""
    word, before = tokens[i].text.lower(), tokens[i - 1]
    bound = next((kind for ending, kind in _DECADE_ENDINGS.items() if word.endswith(ending)), None)
    if tokens[i].lang != "ru" or bound is None:
        return None
    into = word.endswith("ые") and before.has("year_preposition")
    # Any lower-case word may be what the numeral counts, unless a part of the decade is named.
    endings = () if into else word_list("ru", bound) if before.has("part") or word.endswith("ые") else ("",)
    return Piece(i, i + 1, decade=decade) if _names_decade(tokens, i) and _is_free(tokens, i + 1, endings) else None


def _names_decade(tokens: Tokens, i: int) -> bool:
    """By what stands before: a preposition, a part, an adjective (`лихие`), another decade; or as the subject."""
    token, before = tokens[i], tokens[i - 1]
    if before.has("part") or before.has("year_preposition") or before.has("relation") or before.text in {"«", '"'}:
        return True
    if before.has("and"):
        return tokens[i - 2].has("decade_name")
    subject = token.text.endswith("ые") and token.text[0].isupper()
    return subject or (
        before.lang == "ru" and before.text.endswith(token.text[-1]) and len(before.text) > _LONGEST_SMALL
    )


def short_day_at(tokens: Tokens, i: int) -> Piece | None:
    """`…, а 9-го закрылся`, `10 числа`: a day of the month that was named last."""
    token, before = tokens[i], tokens[i - 1]
    if token.lang != "ru" or not 1 <= token.num <= 31 or token.end - token.start > 2:
        return None
    end = after_suffix(tokens, i + 1, "day_suffix")
    day = ("day_of", token.num, "text")
    if tokens[end].has("day_name") and not tokens[end + 1].has("month"):
        return Piece(i, end + 1, shift=day)
    opened = before.text.lower() in _BEFORE_DAY or before.is_dash or before.has("relation")
    if not opened or end == i + 1 or not tokens[end - 1].text.endswith("го"):
        return None
    listed = (tokens[end].text in {",", "и"} or tokens[end].has("to")) and tokens[end + 1].is_number
    return Piece(i, end, shift=day) if not listed and _is_free(tokens, end, _endings_of(tokens[end - 1])) else None
