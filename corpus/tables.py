"""Reads the word tables of `corpus/data`, checks them once, gives them as plain mappings."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kb.errors import TableError
from kb.model import LANGUAGES

SIGN_KEYS = frozenset({"letters", "words", "endings"})
HEADING_KEYS = frozenset(
    {"abstract", "keywords", "references", "section", "caption", "bibliographic", "journal", "abbreviations"}
)


@cache
def language_signs() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Language -> letters, words and endings that speak for it."""
    rows = _read("languages.yml", frozenset(LANGUAGES))
    signs: dict[str, Mapping[str, frozenset[str]]] = {}
    for lang, row in rows.items():
        if not isinstance(row, dict) or set(row) != SIGN_KEYS:
            raise TableError(f"corpus/data/languages.yml: {lang}: keys must be {sorted(SIGN_KEYS)}")
        for kind in ("words", "endings"):
            _check_words("languages.yml", f"{lang}.{kind}", row[kind])
        signs[lang] = {kind: frozenset(row[kind]) for kind in SIGN_KEYS}
    return signs


@cache
def heading_words() -> Mapping[str, frozenset[str]]:
    """Kind of piece -> the lower-case words that announce it."""
    rows = _read("headings.yml", HEADING_KEYS)
    for key, words in rows.items():
        _check_words("headings.yml", key, words)
    return {key: frozenset(words) for key, words in rows.items()}


def _read(name: str, keys: frozenset[str]) -> dict[str, Any]:
    rows = yaml.safe_load(resources.files("corpus").joinpath("data", name).read_text(encoding="utf-8"))
    if not isinstance(rows, dict) or set(rows) != keys:
        raise TableError(f"corpus/data/{name}: keys must be {sorted(keys)}")
    return rows


def _check_words(name: str, key: str, words: object) -> None:
    if not isinstance(words, list):
        raise TableError(f"corpus/data/{name}: {key}: a list is needed")
    for word in words:
        if not isinstance(word, str) or word != word.lower().strip():
            raise TableError(f"corpus/data/{name}: {key}: {word!r} must be lower-case text")
