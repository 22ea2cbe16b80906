"""Country codes and names as people write them in, lowercase alpha-2 codes out."""

from collections.abc import Iterable
from functools import cache

from babel.core import get_global

from kb.errors import FiguresError
from kb.registry.countries import cldr_names, country_names

# Codes that a country bore under another name.
_FORMER = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})


@cache
def _codes() -> dict[str, str]:
    """Every accepted spelling, casefolded: alpha-2, alpha-3, and names of CLDR and the registry in three languages."""
    names = cldr_names()
    spellings = {code: code for code in names}
    for alias, codes in get_global("territory_aliases").items():
        # An alias of several codes is a state that is no more; which of its successors is meant nobody knows.
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and codes[0].lower() in names:
            spellings[alias.lower()] = codes[0].lower()
    for code, by_lang in (*names.items(), *((code, _names()[code]) for code in names)):
        for name in by_lang.values():
            spellings.setdefault(name.casefold(), code)
    return spellings


def country_code(text: str) -> str:
    """`KZ`, `kaz`, `Kazakhstan` -> `kz`; anything else is a `FiguresError`."""
    code = _codes().get(text.strip().casefold())
    if code is None:
        raise FiguresError("unknown country '{text}': give an ISO 3166-1 code of two or three letters",
                           text=text.strip())  # fmt: skip
    return code


@cache
def _alpha3() -> dict[str, str]:
    found: dict[str, str] = {}
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and alias not in _FORMER:
            found[codes[0].lower()] = alias
    return found


def alpha3(code: str) -> str:
    """`kz` -> `KAZ`."""
    return _alpha3()[code]


def country_codes(text: str | Iterable[str]) -> tuple[str, ...]:
    """A comma list, each country once, in the order given."""
    parts = text.split(",") if isinstance(text, str) else text
    return tuple(dict.fromkeys(country_code(part) for part in parts if part.strip()))


def country_name(code: str, lang: str) -> str:
    """The name under which the registry, and so every other page and command, has the country."""
    return _names().get(code, {}).get(lang, code)


@cache
def _names() -> dict[str, dict[str, str]]:
    return country_names()
