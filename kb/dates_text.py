"""An EDTF date and a language in, the date as a reader of English, Russian or Kazakh writes it out."""

import datetime
import re
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml
from babel.dates import format_date

from kb import inflection_kk

_OPEN = frozenset({"", ".."})
_PLAIN = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_CENTURY, _HALF = 100, 50


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    text = resources.files("kb").joinpath("data/dates.yml").read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.safe_load(text)
    return tables


@lru_cache(maxsize=20_000)
def date_text(edtf: str | None, lang: str) -> str:
    """`2014-05` -> `May 2014`, `май 2014 г.`, `2014 жылғы мамыр`; what is no date of ours is printed as it is."""
    words = _tables()[lang]
    if not edtf:
        return str(words["undated"])
    low, slash, high = edtf.partition("/")
    if not slash:
        return _single(edtf, words, lang)
    if high in _OPEN:
        return _placed("since", low, words, lang)
    if low in _OPEN:
        return _placed("until", high, words, lang)
    if half := _half_century(low, high, words, lang):
        return half
    if close := _close(low, high, words):
        return close
    return str(words["range"].format(a=_single(low, words, lang), b=_single(high, words, lang)))


def _close(low: str, high: str, words: dict[str, Any]) -> str | None:
    """What two dates share is said once: `2003–2006 гг.`, `5–7 May 2014`, `2014 жылғы мамыр – шілде`."""
    first, last = _PLAIN.fullmatch(low), _PLAIN.fullmatch(high)
    if not (first and last) or low == high or "X" in low + high:
        return None
    if low.isdecimal() and high.isdecimal():
        return str(words["years"].format(a=int(low), b=int(high)))
    days = [_day(found) for found in (first, last)]
    if None in days or first[1] != last[1] or bool(first[3]) != bool(last[3]):
        return None
    kind = "same_month" if first[2] == last[2] else "days" if first[3] else "months"
    before, between, behind = words["within"][kind]
    a, b = (
        format_date(day, pattern, locale=words["locale"]) for day, pattern in zip(days, (before, behind), strict=True)
    )
    return f"{a}{between}{b}"


def _day(found: re.Match[str]) -> datetime.date | None:
    """The first day of a month, or the day; None for years, seasons, quarters."""
    if not found[2] or int(found[2]) > 12:
        return None
    return datetime.date(int(found[1]), int(found[2]), int(found[3] or 1))


def _placed(word: str, edtf: str, words: dict[str, Any], lang: str) -> str:
    """`since` and `until` govern a case: Russian has other words for it, Kazakh another ending."""
    nominative, governed = _single(edtf, words, lang), _single(edtf, words, lang, "of_")
    if lang != "kk":
        return str(words[word].format(date=governed))
    cases = {f"date_{case}": inflection_kk.inflect(nominative, case) for case in ("ablt", "datv")}
    return str(words[word].format(**cases))


def _single(edtf: str, words: dict[str, Any], lang: str, form: str = "") -> str:
    bare, mark = edtf.rstrip("~?%"), edtf[-1:]
    match = _PLAIN.fullmatch(bare)
    if match is None:
        return edtf
    about = mark in {"~", "%"}
    text = _bare(match[1], match[2], match[3], words, "of_" if about else form)
    if about:
        text = words["about"].format(date=text)
    return str(words["unsure"].format(date=text)) if mark in {"?", "%"} else text


def _bare(year: str, part: str | None, day: str | None, words: dict[str, Any], form: str) -> str:
    if year.endswith("XX"):
        return _century(int(year[:2]) + 1, words, form)
    if year.endswith("X"):
        return _chosen("decade", words, form).format(year=year[:3] + "0")
    if part is None:
        return _chosen("year", words, form).format(year=int(year))
    if int(part) > 12:
        return _subyear(int(year), int(part), words, form)
    when = datetime.date(int(year), int(part), int(day or 1))
    pattern = words["day"] if day else _chosen("month", words, form)
    text: str = format_date(when, pattern, locale=words["locale"])
    return text


def _subyear(year: int, code: int, words: dict[str, Any], form: str) -> str:
    """Seasons 21-32, quarters 33-36, thirds 37-39, halves 40-41."""
    if code >= 40:
        kind, number = "half", code - 40
    elif code >= 37:
        kind, number = "third", code - 37
    elif code >= 33:
        kind, number = "quarter", code - 33
    else:
        kind, number = "season", (code - 21) % 4
    names = "seasons" if kind == "season" else _ordinals(kind, words)
    return _chosen(kind, words, form).format(year=year, n=words.get(form + names, words[names])[number])


def _ordinals(kind: str, words: dict[str, Any]) -> str:
    """Halves and thirds are feminine in Russian."""
    return "feminine_ordinals" if kind != "quarter" and "feminine_ordinals" in words else "ordinals"


def _chosen(kind: str, words: dict[str, Any], form: str) -> str:
    return str(words.get(form + kind, words[kind]))


def _century(number: int, words: dict[str, Any], form: str = "") -> str:
    return _chosen("century", words, form).format(n=f"{number}{_suffix(number)}", roman=_roman(number))


def _half_century(low: str, high: str, words: dict[str, Any], lang: str) -> str | None:
    """`1950/1999` is the second half of the twentieth century."""
    if not (low.isdecimal() and high.isdecimal() and len(low) == len(high) == 4):
        return None
    first, last = int(low), int(high)
    if last - first + 1 != _HALF or first % _HALF:
        return None
    number, second = first // _CENTURY + 1, first % _CENTURY >= _HALF
    of_century = _century(number, words, "of_")
    n = words[_ordinals("half", words)][int(second)]
    gent = inflection_kk.inflect(of_century, "gent") if lang == "kk" else of_century
    return str(words["half_century"].format(n=n, date=of_century, date_gent=gent))


def _suffix(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text, number = text + sign, number - value
    return text
