"""An EDTF date in, the same date in the words of a language out; what is not understood comes out as it is."""

import datetime
import re
from functools import lru_cache

from babel.dates import format_date, format_skeleton

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PART = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_LOCALES = {"en": "en_GB", "ru": "ru", "kk": "kk"}
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
          "XVII", "XVIII", "XIX", "XX", "XXI", "XXII")  # fmt: skip
_ABOUT = {"en": "about {}", "ru": "ок. {}", "kk": "шамамен {}"}
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd"}
_DECADE = {"en": "{}s", "ru": "{}-е гг.", "kk": "{}-жылдар"}
_CENTURY = {"en": "{n}{th} century", "ru": "{roman} век", "kk": "{roman} ғасыр"}
_QUARTER = {"en": "Q{n} {year}", "ru": "{roman} квартал {year} г.", "kk": "{year} ж. {roman} тоқсан"}
_HALF = {"en": "half {n} of {year}", "ru": "{roman} полугодие {year} г.", "kk": "{year} ж. {roman} жартыжылдық"}
_SEASONS = {
    "en": ("spring {year}", "summer {year}", "autumn {year}", "winter {year}"),
    "ru": ("весна {year} г.", "лето {year} г.", "осень {year} г.", "зима {year} г."),
    "kk": ("{year} ж. көктем", "{year} ж. жаз", "{year} ж. күз", "{year} ж. қыс"),
}
_OPEN = frozenset({"", ".."})
_FIRST_SEASON, _FIRST_QUARTER, _FIRST_HALF = 21, 33, 40


@lru_cache(maxsize=20_000)
def date_words(edtf: str, lang: str) -> str:
    """As in 29 May 2014, 29 мая 2014 г., 2014 ж. 29 мамыр; an interval as two dates with a dash, open with dots."""
    low, slash, high = edtf.partition("/")
    if slash:
        return f"{_side(low, lang)} – {_side(high, lang)}"
    return _one(edtf, lang)


def _side(edtf: str, lang: str) -> str:
    return "…" if edtf in _OPEN else _one(edtf, lang)


def _one(edtf: str, lang: str) -> str:
    if edtf[-1:] in {"~", "?", "%"}:
        return _ABOUT[lang].format(_russian_month(edtf[:-1]) if lang == "ru" else _one(edtf[:-1], lang))
    try:
        return _plain(edtf, lang)
    except ValueError:
        return edtf


def _russian_month(edtf: str) -> str:
    """A month behind `около` takes the genitive; other dates look the same or are written with figures."""
    part = _PART.fullmatch(edtf)
    if part is None or not 1 <= int(part[2]) <= 12:
        return _one(edtf, "ru")
    return str(format_date(datetime.date(int(part[1]), int(part[2]), 1), "MMMM y 'г'.", locale="ru"))


def _plain(edtf: str, lang: str) -> str:
    if _DAY.fullmatch(edtf):
        return str(format_date(datetime.date.fromisoformat(edtf), "long", locale=_LOCALES[lang]))
    part = _PART.fullmatch(edtf)
    if part and int(part[2]) > 12:
        return _part_of_year(int(part[1]), int(part[2]), lang) or edtf
    if part:
        return str(format_skeleton("yMMMM", datetime.date(int(part[1]), int(part[2]), 1), locale=_LOCALES[lang]))
    if edtf.endswith("XX") and edtf[:2].isdigit() and len(edtf) == 4:
        n = int(edtf[:2]) + 1
        return _CENTURY[lang].format(n=n, roman=_ROMAN[min(n, len(_ROMAN) - 1)], th=_ORDINALS.get(n, "th"))
    if edtf.endswith("X") and edtf[:3].isdigit() and len(edtf) == 4:
        return _DECADE[lang].format(edtf[:3] + "0")
    return edtf


def _part_of_year(year: int, code: int, lang: str) -> str | None:
    if _FIRST_SEASON <= code < _FIRST_SEASON + 4:
        return _SEASONS[lang][code - _FIRST_SEASON].format(year=year)
    for first, size, phrase in ((_FIRST_QUARTER, 4, _QUARTER), (_FIRST_HALF, 2, _HALF)):
        if first <= code < first + size:
            n = code - first + 1
            return phrase[lang].format(n=n, roman=_ROMAN[n], year=year)
    return None
