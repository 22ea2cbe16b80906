"""A claim with its document in, a bibliography entry out: BibTeX (BibLaTeX reads it too) and CSL-JSON."""

import json
import re
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

# Of text; what BibLaTeX calls verbatim (`doi`, `url`) is no text and takes no backslash.
_SPECIAL = str.maketrans({c: "\\" + c for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
# In an address these three would end the field or open another one: they are written as addresses write them.
_VERBATIM = str.maketrans({c: f"%{ord(c):02X}" for c in "{}\\ "})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PUBLISHED = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?!\d)", re.ASCII)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,2}\.|[^\W\d_]")
_MOST_WORDS = 4


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    text = resources.files("kb").joinpath("data/authors.yml").read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.safe_load(text)
    return tables


def to_bibtex(row: dict[str, Any]) -> str:
    """Months are the macros that every style knows, so they stand without braces."""
    year, month = ([*_date_parts(row), None, None])[:2]
    text = {
        "author": " and ".join(map(_bibtex_author, _authors(row))), "title": _escaped(row["title"] or row["path"]),
        "journal": _escaped(row["source"]), "year": year,
    }  # fmt: skip
    rest = {
        "doi": _verbatim(row["doi"]), "url": _verbatim(row["url"]), "pages": row["page"],
        "langid": {"en": "english", "ru": "russian", "kk": "kazakh"}.get(row["document_lang"] or ""),
        "note": _escaped(f"“{_one_line(row['quote'])}”"),
    }  # fmt: skip
    lines = [f"  {name} = {{{value}}}" for name, value in text.items() if value]
    lines += [f"  month = {_MONTHS[month - 1]}"] if month else []
    lines += [f"  {name} = {{{value}}}" for name, value in rest.items() if value]
    kind = "article" if row["source"] else "misc"
    return f"@{kind}{{{row['key']},\n" + ",\n".join(lines) + "\n}"


def to_csl(row: dict[str, Any]) -> dict[str, Any]:
    published = _date_parts(row)
    entry = {
        "id": row["key"], "type": "article-journal" if row["source"] else "document",
        "title": row["title"] or row["path"], "author": [author_name(name) for name in _authors(row)],
        "container-title": row["source"], "issued": {"date-parts": [published]} if published else None,
        "DOI": row["doi"], "URL": row["url"], "language": row["document_lang"],
        "locator": str(row["page"]) if row["page"] else None, "note": _one_line(row["quote"]),
    }  # fmt: skip
    return {name: value for name, value in entry.items() if value}


def author_name(name: str) -> dict[str, str]:
    """`family` and `given` of a person, `literal` of a body and of whatever may be one."""
    name = _one_line(name)
    if name.startswith("{") and name.endswith("}"):
        return {"literal": name.strip("{} ")}
    words = name.replace(",", " ").split()
    if _is_body(words):
        return {"literal": name}
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given:
        return {"family": family, "given": given}
    return _split(words) if not comma and _is_person(words) else {"literal": name}


def _is_body(words: list[str]) -> bool:
    tables = _tables()
    bare = [word.strip(".;:()\"'«»“”").lower() for word in words]
    return any(word in tables["body_words"] or word.startswith(tuple(tables["body_beginnings"])) for word in bare)


def _is_person(words: list[str]) -> bool:
    """Two to four words with capitals, none of them an abbreviation."""
    if not 2 <= len(words) <= _MOST_WORDS:
        return False
    return all(
        word in _tables()["particles"] or _INITIALS.fullmatch(word) or (word[0].isupper() and not word[1:].isupper())
        for word in words
    )


def _split(words: list[str]) -> dict[str, str]:
    """The family name stands last, but first before initials and before a patronymic that ends the name."""
    tables = _tables()
    initials = [bool(_INITIALS.fullmatch(word)) for word in words]
    patronymic = len(words) == 3 and words[2].lower().endswith(tuple(tables["patronymics"]))
    if not initials[0] and (all(initials[1:]) or patronymic):
        return {"family": words[0], "given": " ".join(words[1:])}
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in tables["particles"]:
        start -= 1
    return {"family": " ".join(words[start:]), "given": " ".join(words[:start])}


def _bibtex_author(name: str) -> str:
    """A body stands in braces of its own, or BibTeX makes its last word a family name."""
    parts = author_name(name)
    if "literal" in parts:
        return f"{{{_escaped(parts['literal'])}}}"
    return ", ".join(_part(parts[key]) for key in ("family", "given"))


def _part(text: str) -> str:
    """`and` and commas inside a part of a name would divide it."""
    return f"{{{_escaped(text)}}}" if "," in text or " and " in f" {text} " else _escaped(text)


def _date_parts(row: dict[str, Any]) -> list[int]:
    found = _PUBLISHED.match(row["published"] or "")
    return [int(part) for part in found.groups() if part] if found else []


def _authors(row: dict[str, Any]) -> list[str]:
    return [name for name in json.loads(row["authors"]) if name.strip()] if row["authors"] else []


def _escaped(text: str | None) -> str:
    return _one_line(text or "").translate(_SPECIAL)


def _verbatim(text: str | None) -> str:
    return _one_line(text or "").translate(_VERBATIM)


def _one_line(text: str) -> str:
    return " ".join(text.split())
