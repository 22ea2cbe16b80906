"""One article as received: its text with mentions and claims marked, beside a version in another language."""

import json
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from kb.model import LABELS, POLARITIES
from kb.store.reader import documents, web_documents
from kb.web.marked_text import Found, paragraphs
from kb.web.versions import other_versions, stem_of
from kb.web.visit import Page, Visit

PATH = r"/document/(?P<id>[^/.]+)"
NAV = None
_HIDDEN = ("text", "label", "sidecar_sha256")


async def page(visit: Visit) -> Page:
    document = await visit.read(documents.document, visit.part("id"))
    if document is None:
        return visit.missing("document")
    similar = await visit.read(web_documents.same_file_name, document["id"], stem_of(document["path"]))
    versions = other_versions(document["path"], similar)
    found = await _found(visit, document["id"])
    sides = [{"document": _about(document), **_side(document, found, _asked(visit.arg("at")))}]
    beside = next((v for v in versions if v["id"] == visit.arg("beside")), None)
    if beside is not None:
        other = await visit.read(documents.document, beside["id"])
        sides.append({"document": _about(other or {}), **_side(other or {}, await _found(visit, beside["id"]), None)})
    data = {"document": _about(document) | {"text": document["text"]}, "versions": versions}
    tables = {name: found[name] for name in ("claims", "mentions", "quantities", "segments")}
    legend = [name for name in LABELS if any(m["label"] == name for side in sides for m in side["mentions"])]
    extras = {"sides": sides, "beside": beside, "legend": legend, "polarities": POLARITIES,
              "named": _named(found["mentions"])}  # fmt: skip
    return Page("document.html", document["title"] or document["path"], data, tables, extras)


async def _found(visit: Visit, document_id: str) -> dict[str, list[dict[str, Any]]]:
    return {
        "claims": await visit.read(web_documents.claims, document_id, visit.lang),
        "mentions": await visit.read(web_documents.mentions, document_id, visit.lang),
        "quantities": await visit.read(web_documents.quantities, document_id),
        "segments": await visit.read(web_documents.segments, document_id),
        "pages": await visit.read(web_documents.pages, document_id),
    }


def _about(document: dict[str, Any]) -> dict[str, Any]:
    about = {key: value for key, value in document.items() if key not in _HIDDEN}
    return about | {"authors": _authors(about.get("authors")), "link": _link(about.get("url"), about.get("doi"))}


def _link(url: str | None, doi: str | None) -> str | None:
    """Only an address of the web: a file may claim any scheme for its origin."""
    address = url or (f"https://doi.org/{doi}" if doi else "")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None


def _authors(value: str | None) -> list[str]:
    """A list in JSON; a text that is none counts as one author."""
    try:
        found = json.loads(value or "[]")
    except json.JSONDecodeError:
        return [str(value)]
    return [str(name) for name in found] if isinstance(found, list) else [str(found)]


def _asked(value: str) -> tuple[int, int] | None:
    """`?at=START-END`, the characters that a link leads to."""
    first, dash, last = value.partition("-")
    if dash and first.isdecimal() and last.isdecimal() and len(value) < 20 and int(first) < int(last):
        return int(first), int(last)
    return None


def _side(document: dict[str, Any], found: dict[str, Any], asked: tuple[int, int] | None) -> dict[str, Any]:
    numbers = [{**row, "label": "QUANTITY", "entity_id": None, "edtf": None} for row in found["quantities"]]
    mentions = [*found["mentions"], *numbers]
    text = paragraphs(document["text"], Found(found["segments"], mentions, found["claims"], found["pages"], asked))
    return {"paragraphs": text, "mentions": mentions, "claims": found["claims"]}


def _named(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entities by how often they are named here."""
    known = {m["entity_id"]: m for m in mentions if m["entity_id"]}
    number = Counter(m["entity_id"] for m in mentions if m["entity_id"])
    order = [key for key, _ in number.most_common()]
    return [{"entity_id": key, "name": known[key]["name"], "label": known[key]["label"], "n": number[key]}
            for key in order]  # fmt: skip
