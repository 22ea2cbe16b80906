"""What is written above a text or beside it: YAML in, checked fields of `Document` out."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml

from kb.model import LANGUAGES

_FENCED = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_KEY_LINE = re.compile(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$", re.M)
_ISO_DATE = re.compile(r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_DOTTED_DATE = re.compile(r"^(\d\d)\.(\d\d)\.(\d{4})")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
# Front matter is a few lines; what is longer is a text between two rules.
_LONGEST = 65_536
# Key as people write it -> field of `Document`.
_KEYS = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "lang": "lang",
    "language": "lang",
    "date": "published",
    "published": "published",
    "journal": "source",
    "source": "source",
    "url": "url",
    "doi": "doi",
    "licence": "licence",
    "license": "licence",
}


@dataclass(frozen=True, slots=True)
class Properties:
    """What is known of a document besides its text; empty where nothing says it."""

    title: str = ""
    authors: tuple[str, ...] = ()
    lang: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    doi: str = ""
    licence: str = ""

    def over(self, weaker: "Properties") -> "Properties":
        """These, and where they are silent the weaker ones."""
        silent = {name: getattr(weaker, name) for name in self.__slots__ if not getattr(self, name)}
        return replace(self, **silent)


class PropertiesError(ValueError):
    """A key or value that is not allowed; the message names it."""


def split_front_matter(text: str) -> tuple[Properties, int]:
    """The fields of the front matter, and where the text behind it begins (0 where there is none).

    People write front matter that is no YAML (`title: A: B`); it is then read line by line.
    """
    match = _FENCED.match(text)
    if match is None or len(match[1]) > _LONGEST:
        return Properties(), 0
    try:
        rows = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        rows = {key: value.strip("\"'") for key, value in _KEY_LINE.findall(match[1])}
    if rows is None:
        return Properties(), match.end()
    if not isinstance(rows, dict) or not rows:
        return Properties(), 0
    return _lenient(rows), match.end()


def _lenient(rows: Mapping[Any, Any]) -> Properties:
    """Front matter serves other programs too: what we do not know or understand is passed over."""
    found = Properties()
    for key, value in rows.items():
        try:
            found = to_properties({key: value}).over(found)
        except PropertiesError:
            continue
    return found


def to_properties(rows: Mapping[Any, Any]) -> Properties:
    """Raises `PropertiesError` for a key or value that is not allowed."""
    fields: dict[str, Any] = {}
    for key, value in rows.items():
        name = _KEYS.get(str(key).strip().lower())
        if name is None:
            raise PropertiesError(f"unknown key {key!r} (allowed: {', '.join(sorted(_KEYS))})")
        if value is not None and value != "":
            fields[name] = _value(str(key), name, value)
    return Properties(**fields)


def _value(key: str, name: str, value: Any) -> str | tuple[str, ...]:
    if name == "authors":
        return _authors(key, value)
    if isinstance(value, datetime.datetime):
        value = value.date()
    if not isinstance(value, (str, int, float, datetime.date)) or isinstance(value, bool):
        raise PropertiesError(f"{key}: one plain value is expected")
    text = " ".join(str(value).split())
    if name == "lang":
        return _lang(key, text)
    if name == "published":
        return _date(key, text)
    return _doi(key, text) if name == "doi" else text


def _authors(key: str, value: Any) -> tuple[str, ...]:
    items = re.split(r"\s*;\s*", value) if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise PropertiesError(f"{key}: a name or a list of names is expected")
    return tuple(" ".join(item.split()) for item in items if item.strip())


def _lang(key: str, text: str) -> str:
    lang = text.lower().replace("_", "-").split("-")[0]
    if lang not in LANGUAGES:
        raise PropertiesError(f"{key}: {text!r} is not one of {', '.join(LANGUAGES)}")
    return lang


def _date(key: str, text: str) -> str:
    date = iso_date(text)
    if not date:
        raise PropertiesError(f"{key}: {text!r} is no date like 2014-05-29, 2014-05 or 2014")
    return date


def _doi(key: str, text: str) -> str:
    doi = find_doi(text)
    if not doi:
        raise PropertiesError(f"{key}: {text!r} is no DOI")
    return doi


def iso_date(text: str) -> str:
    """The day, month or year that an ISO date, a time stamp or `29.05.2014` begins with, or nothing."""
    plain = _DOTTED_DATE.sub(r"\3-\2-\1", text.strip()).replace("/", "-")
    match = _ISO_DATE.match(plain)
    if match is None or plain[match.end() : match.end() + 1] not in ("", " ", "T"):
        return ""
    if len(match[0]) == 10:
        try:
            datetime.date.fromisoformat(match[0])
        except ValueError:
            return ""
    return match[0]


def find_doi(text: str) -> str:
    """The bare DOI in a link or behind `doi:`."""
    match = _DOI.search(text)
    return match[0].rstrip(".,;)") if match else ""
