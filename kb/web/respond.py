"""A page function in, a Datasette route out: HTML by its template, JSON and CSV of the same values."""

import csv
import io
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from datasette import Forbidden, NotFound, Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from kb.errors import KbError
from kb.model import LANGUAGES
from kb.web.assets import asset_version
from kb.web.visit import Page, Refused, Row, Visit, visit_of

PageFunction = Callable[[Visit], Awaitable[Page | Response]]
Nav = Sequence[tuple[str, str]]
_OURS = "mentions"
_SCRIPTS = "script-src 'self'"
# Vega compiles its expressions; only pages that draw with it may.
_VEGA_SCRIPTS = "script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'"
_POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
_known: WeakKeyDictionary[Any, str] = WeakKeyDictionary()


@cache
def templates() -> Environment:
    """Ours alone, whatever else Datasette was given; all values are escaped, a missing one is an error."""
    made = Environment(
        loader=PackageLoader("kb.web", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["exact"] = exact
    return made


def exact(text: str) -> Markup:
    """Escaped so that a browser gives back the very characters: it would read a CR as an LF."""
    return Markup(escape(text).replace("\r", Markup("&#13;")))


async def knowledge_base(datasette: Any) -> str | None:
    """Name of the first database that holds our tables."""
    if datasette not in _known:
        for name, db in datasette.databases.items():
            if await db.table_exists(_OURS):
                _known[datasette] = name
                break
    return _known.get(datasette)


def route(page: PageFunction, nav: Nav) -> Callable[..., Awaitable[Response]]:
    """The view of one page; `nav` lists (path, label key) of the pages in the head of every page."""

    async def view(request: Request, datasette: Any) -> Response:
        database = await knowledge_base(datasette)
        if database is None:
            raise NotFound("No database of ours is served here")
        await _permitted(datasette, request, database)
        visit = visit_of(datasette, request, database)
        try:
            made = await page(visit)
        except Refused as exc:
            made = visit.refused(exc)
        except KbError as exc:
            made = Page("missing.html", visit.t("missing.title"), {"what": str(exc)}, status=404)
        return made if isinstance(made, Response) else _response(visit, made, nav)

    return view


async def _permitted(datasette: Any, request: Request, database: str) -> None:
    for action, resource in (("view-instance", None), ("view-database", database)):
        if not await datasette.permission_allowed(request.actor, action, resource, default=True):
            raise Forbidden(action)


def _response(visit: Visit, page: Page, nav: Nav) -> Response:
    form = visit.part("form")
    headers = {"Vary": "Accept-Language", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
    if form == ".json":
        body = json.dumps({"title": page.title, **page.data, **page.tables}, ensure_ascii=False, default=str)
        return Response(body, page.status, headers, "application/json; charset=utf-8")
    if form == ".csv":
        rows = page.tables.get(visit.arg("part")) if visit.arg("part") else next(iter(page.tables.values()), [])
        return Response(csv_text(rows or []), page.status, headers, "text/csv; charset=utf-8")
    headers["Content-Security-Policy"] = _POLICY + (_VEGA_SCRIPTS if page.vega else _SCRIPTS)
    return Response(html(visit, page, nav), page.status, headers, "text/html; charset=utf-8")


def csv_text(rows: Sequence[Row]) -> str:
    """Header first; lists inside a cell with blanks between, mappings as JSON."""
    out = io.StringIO()
    columns = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else value


def html(visit: Visit, page: Page, nav: Nav) -> str:
    root = visit.url()
    here = visit.url(str(visit.request.path).partition("/-/kb")[2]) if "/-/kb" in visit.request.path else root
    shown: dict[str, Any] = {
        "page": page, "title": page.title, "t": visit.t, "lang": visit.lang, "url": visit.url, "here": visit.here,
        "entity_url": visit.entity, "document_url": visit.document, "event_url": visit.event,
        "table_url": visit.table, "row_url": visit.row, "arg": visit.arg, "args": visit.args,
        "tongues": LANGUAGES, "nav": [(visit.url(path), visit.t(key), visit.url(path) == here) for path, key in nav],
        "languages": [(code, visit.here(lang=code), code == visit.lang) for code in LANGUAGES],
        "static": lambda name: str(visit.datasette.urls.path(f"/-/kb/static/{name}?v={asset_version(name)}")),
        "tables_home": str(visit.datasette.urls.database(visit.database)), "vega": page.vega,
        "csrf": visit.request.scope.get("csrftoken", str), "formats": bool(page.status == 200),
    }  # fmt: skip
    return templates().get_template(page.template).render(**shown, **page.data, **page.tables, **page.extras)
