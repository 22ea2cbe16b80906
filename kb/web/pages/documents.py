"""The list of all articles, newest first, a page at a time."""

from kb.model import LANGUAGES
from kb.store.reader import web_documents
from kb.web.visit import Page, Visit

PATH = "/documents"
NAV = "nav.documents"
_PAGE = 50


async def page(visit: Visit) -> Page:
    source = visit.choice("source", LANGUAGES)
    number = visit.number("page", 1)
    first = (number - 1) * _PAGE
    rows = await visit.read(web_documents.document_list, source or None, first, _PAGE)
    total = await visit.read(web_documents.document_count, source or None)
    data = {"source": source, "number": number, "total": total, "first": first}
    extras = {"more": first + len(rows) < total, "source_languages": LANGUAGES}
    return Page("documents.html", visit.t("documents.title"), data, {"documents": rows}, extras)
