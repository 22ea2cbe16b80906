"""Labels in the reader's language: tables `i18n/*.yml` in, words, plurals, numbers and dates out.

A file is called `en.yml` or `TOPIC.en.yml`; keys are dotted paths, and each key stands in one file of each language.
A mapping whose keys are all CLDR plural categories is a counted phrase.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale
from babel.dates import get_month_names
from babel.numbers import format_decimal, format_percent, get_decimal_symbol

from kb.errors import TableError
from kb.model import LANGUAGES
from kb.web.date_words import date_words

# British order of day and month suits the registry's names better than the American one.
LOCALES = {"en": "en_GB", "ru": "ru", "kk": "kk"}
_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
Phrase = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language."""

    lang: str
    phrases: Mapping[str, Phrase]

    def __call__(self, key: str, **values: object) -> str:
        """The label under a key; a key that is missing is a fault of ours and raises `TableError`."""
        phrase = self.phrases.get(key)
        if not isinstance(phrase, str):
            raise TableError(f"i18n/{self.lang}.yml: no label {key!r}")
        return phrase.format(**values) if values else phrase

    def of(self, group: str, value: str | None) -> str:
        """The label of a value of the data (`of("claim", "signed")`); the value itself where there is none."""
        phrase = self.phrases.get(f"{group}.{value}")
        return phrase if isinstance(phrase, str) else str(value or "")

    def count(self, key: str, number: int) -> str:
        """A counted phrase: `count("counts.documents", 5)` is "5 documents", "5 документов", "5 құжат"."""
        phrase = self.phrases.get(key)
        if not isinstance(phrase, Mapping):
            raise TableError(f"i18n/{self.lang}.yml: no counted phrase {key!r}")
        category = Locale.parse(LOCALES[self.lang]).plural_form(number)
        return phrase[category].format(n=self.number(number))

    def number(self, value: float) -> str:
        return str(format_decimal(value, locale=LOCALES[self.lang]))

    def figure(self, value: float, form: str) -> str:
        """A measured value in so many figures as `form` has (`"%.3g"`), with the decimal sign of the language."""
        return (form % value).replace(".", get_decimal_symbol(LOCALES[self.lang]))

    def percent(self, share: float) -> str:
        """A share of one in per cent, with as many figures as it has."""
        return str(format_percent(round(share, 4), locale=LOCALES[self.lang], decimal_quantization=False))

    def date(self, edtf: str | None) -> str:
        """An EDTF date in words."""
        return date_words(edtf, self.lang) if edtf else ""

    def month(self, number: int) -> str:
        """A month's short name, 1 to 12."""
        return str(get_month_names("abbreviated", "stand-alone", LOCALES[self.lang])[number])

    def order(self, text: str) -> tuple[int, ...]:
        """A key to sort names by: the alphabet of the language, other letters after it, signs first."""
        alphabet = str(self.phrases["alphabet"])
        places = (alphabet.find(letter) for letter in text.lower())
        known = zip(text.lower(), places, strict=True)
        return tuple(n if n >= 0 else ord(letter) + (len(alphabet) if letter.isalpha() else -1_114_112)
                     for letter, n in known)  # fmt: skip

    def name(self, row: Mapping[str, Any]) -> str:
        """Name of a row with name_en, name_ru, name_kk: in this language, else in any."""
        order = (self.lang, *LANGUAGES)
        return next((str(row[f"name_{lang}"]) for lang in order if row.get(f"name_{lang}")), str(row.get("id", "")))


@cache
def words(lang: str) -> Words:
    found: dict[str, Phrase] = {}
    folder = resources.files("kb.web").joinpath("i18n")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name == f"{lang}.yml" or file.name.endswith(f".{lang}.yml"):
            for key, phrase in _flat(yaml.safe_load(file.read_text(encoding="utf-8")), ""):
                if key in found:
                    raise TableError(f"i18n/{file.name}: {key} stands in two files")
                found[key] = phrase
    return Words(lang, found)


def _flat(rows: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Phrase]]:
    for key, value in rows.items():
        if isinstance(value, Mapping) and not set(value) <= _CATEGORIES:
            yield from _flat(value, f"{prefix}{key}.")
        elif isinstance(value, str | Mapping):
            yield prefix + str(key), value
        else:
            raise TableError(f"i18n: {prefix}{key}: {value!r} is no text")
