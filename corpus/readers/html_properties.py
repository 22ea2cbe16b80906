"""A parsed page in, what it says of itself out: citation and Dublin Core tags, Open Graph, JSON-LD."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.readers.front_matter import Properties, find_doi, iso_date
from kb.model import LANGUAGES

# Field -> names of meta tags, the most telling first, in lower case with dots.
_TAGS = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"),
    "authors": ("citation_author", "citation_authors", "dc.creator", "dcterms.creator", "author", "article:author"),
    "lang": ("citation_language", "dc.language", "dcterms.language"),
    "published": (
        "citation_publication_date", "citation_date", "citation_online_date", "dc.date", "dc.date.issued",
        "dcterms.issued", "dcterms.date", "prism.publicationdate", "article:published_time", "date",
    ),
    "source": ("citation_journal_title", "prism.publicationname", "dc.source", "citation_conference_title"),
    "url": ("citation_abstract_html_url", "citation_public_url", "og:url"),
    "doi": ("citation_doi", "prism.doi", "dc.identifier.doi", "dc.identifier", "doi"),
    "licence": ("citation_license", "dcterms.license", "dc.rights", "dcterms.rights", "rights"),
}  # fmt: skip
_LD_FIELDS = {
    "title": ("headline", "name"),
    "authors": ("author", "creator"),
    "lang": ("inLanguage",),
    "published": ("datePublished", "dateCreated"),
    "source": ("isPartOf", "publisher"),
    "url": ("url", "mainEntityOfPage"),
    "doi": ("identifier", "sameAs", "@id"),
    "licence": ("license",),
}
_ARTICLE = re.compile(r"article|report|posting|work|book|chapter", re.I)
_LD_DEPTH = 6

_Values = Mapping[str, list[str]]


def find_properties(root: Any) -> Properties:
    """Tags for citing first, then JSON-LD, then the plain parts of the page."""
    return _properties(_tag_values(root)).over(_properties(_ld_values(root))).over(_properties(_page_values(root)))


def _properties(values: _Values) -> Properties:
    """The first value of each field that makes sense."""

    def first(field: str) -> str:
        return next(iter(values.get(field, ())), "")

    return Properties(
        title=first("title"),
        authors=tuple(dict.fromkeys(_names(values.get("authors", ())))),
        lang=next((code for text in values.get("lang", ()) if (code := text.lower()[:2]) in LANGUAGES), ""),
        published=next(filter(None, map(iso_date, values.get("published", ()))), ""),
        source=first("source"),
        url=next((text for text in values.get("url", ()) if text.startswith(("http://", "https://"))), ""),
        doi=next(filter(None, map(find_doi, values.get("doi", ()))), ""),
        licence=first("licence"),
    )


def _names(values: Any) -> Iterator[str]:
    for value in values:
        # Pages of social networks stand where names should.
        yield from (name for name in re.split(r"\s*;\s*", value) if name and not name.startswith("http"))


def _tag_values(root: Any) -> _Values:
    tags: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower().replace("dc_", "dc.")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            tags.setdefault(name, []).append(content)
    values: dict[str, list[str]] = {}
    for field, names in _TAGS.items():
        # Several authors come as several tags of one name, not as tags of several names.
        filled = [tags[name] for name in names if name in tags]
        values[field] = filled[0] if filled and field == "authors" else [text for group in filled for text in group]
    return values


def _page_values(root: Any) -> _Values:
    titles = [" ".join("".join(element.itertext()).split()) for tag in ("h1", "title") for element in root.iter(tag)]
    return {
        "title": list(filter(None, titles)),
        "lang": [root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""],
        "published": [element.get("datetime") or "" for element in root.iter("time")],
        "source": [meta.get("content") or "" for meta in root.iter("meta") if meta.get("property") == "og:site_name"],
        "url": _links(root, "canonical"),
        "licence": _links(root, "license"),
    }


def _links(root: Any, rel: str) -> list[str]:
    elements = (element for tag in ("link", "a") for element in root.iter(tag))
    return [element.get("href") for element in elements if rel in (element.get("rel") or "").split()]


def _ld_values(root: Any) -> _Values:
    for script in root.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if _ARTICLE.search(str(node.get("@type", ""))):
                fields = _LD_FIELDS.items()
                return {field: [text for key in keys for text in _texts(node.get(key))] for field, keys in fields}
    return {}


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    items = data if isinstance(data, list) else [data]
    for item in items:
        if isinstance(item, dict):
            yield item
            yield from (node for node in _listed(item.get("@graph")) if isinstance(node, dict))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: Any, depth: int = 0) -> Iterator[str]:
    """The plain texts of a value, which may be a list, or an object with a name."""
    if isinstance(value, str) and value.strip():
        yield " ".join(value.split())
    elif isinstance(value, dict) and depth < _LD_DEPTH:
        keys = ("name", "value", "@value", "alternateName", "@id")
        named = next((value[key] for key in keys if isinstance(value.get(key), str)), "")
        yield from _texts(named, depth + 1)
    elif isinstance(value, list) and depth < _LD_DEPTH:
        for item in value:
            yield from _texts(item, depth + 1)
