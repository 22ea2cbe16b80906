"""What a PDF says of itself: its information dictionary and its XMP packet in, properties out."""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from corpus.readers.front_matter import Properties, find_doi, iso_date

_XMP = (b"<x:xmpmeta", b"</x:xmpmeta>")
_XMP_LARGEST = 1_000_000
_DATE = re.compile(r"^(?:D:)?(\d{4})(\d\d)?(\d\d)?")
# Titles that programs put there themselves.
_NO_TITLE = re.compile(r"^(?:microsoft \w+ - .*|untitled.*|.*\.(?:docx?|indd|pdf|tex|dvi|rtf|qxd)|\W*)$", re.I)
_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP_NAMES = {
    "title": (f"{_DC}title",),
    "authors": (f"{_DC}creator",),
    "published": ("publicationDate", "coverDate", f"{_DC}date"),
    "source": ("publicationName", "journalTitle", f"{_DC}source"),
    "url": ("WebStatement",),
    "doi": ("doi", "DOI", f"{_DC}identifier"),
    "licence": ("license", f"{_DC}rights"),
}


def find_properties(info: Mapping[str, str], raw: bytes, largest: str) -> Properties:
    """XMP knows more than the dictionary; `largest` is the title where neither knows one.

    The day of making stands for that of publication where nothing says more.
    """
    plain = Properties(
        title=_title(info.get("Title", "")),
        authors=_authors([info.get("Author", "")]),
        published=_date(info.get("CreationDate", "")),
        doi=find_doi(info.get("doi", "") or info.get("Subject", "")),
    )
    return _xmp(raw).over(plain).over(Properties(title=largest))


def _title(text: str) -> str:
    plain = " ".join(text.split())
    return "" if _NO_TITLE.match(plain) else plain


def _authors(names: list[str]) -> tuple[str, ...]:
    parts = (part for name in names for part in re.split(r"\s*;\s*", name))
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def _date(text: str) -> str:
    match = _DATE.match(text)
    return iso_date("-".join(filter(None, match.groups()))) if match else ""


def _xmp(raw: bytes) -> Properties:
    start = raw.find(_XMP[0])
    end = raw.find(_XMP[1], start) + len(_XMP[1])
    if start < 0 or not start < end <= start + _XMP_LARGEST:
        return Properties()
    try:
        root = ElementTree.fromstring(raw[start:end])
    except ElementTree.ParseError:
        return Properties()
    values = {field: list(_values(root, names)) for field, names in _XMP_NAMES.items()}
    first = {field: found[0] for field, found in values.items() if found}
    return Properties(
        title=_title(first.get("title", "")),
        authors=_authors(values["authors"]),
        published=next(filter(None, map(iso_date, values["published"])), ""),
        source=first.get("source", ""),
        url=first.get("url", ""),
        doi=next(filter(None, map(find_doi, values["doi"])), ""),
        licence=first.get("licence", ""),
    )


def _values(root: ElementTree.Element, names: tuple[str, ...]) -> Iterator[str]:
    """Texts of elements and attributes of these names, in the order of the names; a bare name is of any vocabulary."""
    for name in names:
        for element in root.iter():
            if _is_named(element.tag, name):
                yield from filter(None, (" ".join(text.split()) for text in element.itertext()))
            yield from (value for key, value in element.attrib.items() if _is_named(key, name) and value.strip())


def _is_named(tag: str, name: str) -> bool:
    return tag == name if name[0] == "{" else tag.rpartition("}")[2] == name
