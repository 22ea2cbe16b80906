"""Tokens behind a number in, the unit they name and where it ends out."""

from dataclasses import dataclass
from functools import cache, lru_cache

from extract.dates.tokens import NO_GAP, Token, Tokens, meanings
from extract.language.vocabulary import NOTHING, Entry, Value, Vocabulary, normal
from extract.tables import vocabulary
from kb.model import LANGUAGES

_KINDS = frozenset(
    {
        *("currency", "percent", "percent_head", "percent_tail", "measure", "square", "money_adjective"),
        *(
            "nation_before",
            "part_of",
            "dotted",
            "fraction_case",
            "owned_case",
            "whole_half",
            "stop",
            "adjective_ending",
            "belongs",
        ),
        "no_unit_words",
        "power_head",
        "power_tail",
    }
)
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₸": "KZT", "¥": "CNY", "₴": "UAH", "₺": "TRY"}
_PERCENT = "%"
_POWERS = {"²": "square", "2": "square", "³": "cubic", "3": "cubic"}
_MOST_ADJECTIVES = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """`last` is the token behind it; `known` where a table names it, else it is a counted noun as read."""

    name: str
    last: int
    known: bool


@cache
def _words(lang: str) -> Vocabulary:
    return vocabulary(lang, ("units",), _KINDS)


@lru_cache(maxsize=50_000)
def _entry(word: str, lang: str) -> Entry:
    return _words(lang).look_up(normal(word)) if lang in LANGUAGES else NOTHING


def meaning(token: Token, kind: str) -> Value | None:
    return _entry(token.text, token.lang).get(kind) if token.text[:1].isalpha() else None


def ablative_numeral(word: str) -> int | None:
    """3 of `үштен`."""
    low = normal(word)
    for ending in _words("kk").words("fraction_case"):
        if low.endswith(ending):
            value = meanings(low.removesuffix(ending), "kk").get("cardinal")
            return value if isinstance(value, int) else None
    return None


def owned_numeral(word: str) -> int | None:
    """2 of `екісі`, as it stands in `үштен екісі`."""
    low = normal(word)
    for base in (
        low,
        *(low.removesuffix(ending) for ending in _words("kk").words("owned_case") if low.endswith(ending)),
    ):
        value = meanings(base, "kk").get("cardinal")
        if isinstance(value, int):
            return value
    return None


def sign_before(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """(currency, first token) of `$`, `US$` or `EUR` right before the number."""
    before = tokens[i - 1]
    if before.text in _SIGNS:
        country = tokens[i - 2].text in {"US", "A", "C"} and before.gap == NO_GAP
        return _SIGNS[before.text], i - 2 if country else i - 1
    code = meaning(before, "currency")
    return (str(code), i - 1) if before.text.isupper() and len(before.text) == 3 and code else None


def unit_at(tokens: Tokens, i: int) -> Unit | None:
    """The unit that starts at this token."""
    token = tokens[i]
    if token.text == _PERCENT or token.text in _SIGNS:
        return Unit(_SIGNS.get(token.text, _PERCENT), i + 1, True)
    if meaning(token, "percent") is not None:
        return Unit(_PERCENT, i + 1, True)
    if meaning(token, "percent_head") is not None and meaning(tokens[i + 1], "percent_tail") is not None:
        return Unit(_PERCENT, i + 2, True)
    return _money(tokens, i) or _measure(tokens, i)


def _money(tokens: Tokens, i: int) -> Unit | None:
    before = meaning(tokens[i], "money_adjective") is not None or meaning(tokens[i], "nation_before") is not None
    at = i + before
    code = meaning(tokens[at], "currency")
    if code is None:
        return None
    end = at + 1
    if tokens[end].text == "." and meaning(tokens[at], "dotted") is not None:
        end += 1
    if tokens[end].text in {"США", "US"}:
        end += 1
    return Unit(str(code), end, True)


def _measure(tokens: Tokens, i: int) -> Unit | None:
    raised = _raised(tokens, i)
    if raised is not None:
        return raised
    if meaning(tokens[i], "power_head") is not None and meaning(tokens[i + 2], "power_tail") is not None:
        # `л. с.`, each letter with its dot.
        dots = tokens[i + 1].text == tokens[i + 3].text == "."
        return Unit("hp", i + 4, True) if dots else None
    shape = meaning(tokens[i], "square")
    at = i + 1 + (tokens[i + 1].text == ".") if shape is not None else i
    name = meaning(tokens[at], "measure")
    if name is None or (len(tokens[at].text) == 1 and tokens[at].text.isupper()):
        return None
    return Unit(f"{shape} {name}" if shape else str(name), at + 1, True)


def _raised(tokens: Tokens, i: int) -> Unit | None:
    """`км²`, `м3`: the raised figure is part of the word or a token behind it."""
    word, after = tokens[i].text, tokens[i + 1]
    power, last = (_POWERS.get(word[-1]), i + 1) if word else (None, i)
    stem = word[:-1]
    if power is None and after.text in _POWERS and after.gap == NO_GAP:
        power, last, stem = _POWERS[after.text], i + 2, word
    name = _entry(stem, tokens[i].lang).get("measure") if power and stem.isalpha() else None
    return Unit(f"{power} {name}", last, True) if name in {"km", "m", "cm"} else None


def counted_noun_at(tokens: Tokens, i: int) -> Unit | None:
    """The thing that is counted, adjectives before it skipped: `восьми важнейших документов`, `28 union programmes`."""
    for at in range(i, i + 1 + _MOST_ADJECTIVES):
        token = tokens[at]
        if not _may_be_noun(token) or (at > i and token.gap == NO_GAP):
            return None
        known = meaning(token, "measure")
        if known is not None and at > i:
            return Unit(str(known), at + 1, True)
        if not _is_adjective(token):
            return Unit(token.text.lower(), at + 1, False)
    return None


def _may_be_noun(token: Token) -> bool:
    word = token.text
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 1
        and not token.has("month")
        and meaning(token, "stop") is None
    )


def _is_adjective(token: Token) -> bool:
    word = normal(token.text)
    if token.lang == "en":
        return not word.endswith("s") or word.endswith(("ss", "us", "is", "ous"))
    return word.endswith(_words(token.lang).words("adjective_ending"))


def is_indefinite(token: Token) -> bool:
    """`one`, `один`, `оба`, `бір`: articles and pronouns rather than numbers."""
    return meaning(token, "no_unit_words") is not None
