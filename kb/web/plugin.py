"""The Datasette plugin: the list of our pages, and the links to them from Datasette's own.

A page is one file in `pages/` and one template. Its module has `PATH` (what follows `/-/kb` in the address, a pattern
whose named groups `Visit.part` gives), `NAV` (key of its label in the head of every page, or None) and
`async def page(visit: Visit) -> Page`. It is added to `PAGES` below and has its HTML, `.json` and `.csv` by that:
`kb.web.respond` sees to language, permission, escaping and formats. `docs/web.md` says more.
"""

from collections.abc import Awaitable, Callable, Mapping
from types import ModuleType
from typing import Any

from datasette import Request, Response, hookimpl
from markupsafe import Markup

from kb.web.assets import asset, asset_version
from kb.web.cells import linked_cell
from kb.web.pages import (
    compare,
    conflicts,
    convergence,
    coverage,
    document,
    documents,
    entity,
    event,
    graph,
    home,
    instruments,
    judgements,
    scorecard,
    search,
    stages,
    timeline,
)
from kb.web.respond import route
from kb.web.visit import ROOT, language_of
from kb.web.words import words

_TABLES = "tables.css"
# In the order of the menu.
PAGES: tuple[ModuleType, ...] = (
    home,
    timeline,
    graph,
    convergence,
    stages,
    scorecard,
    instruments,
    conflicts,
    coverage,
    documents,
    search,
    entity,
    document,
    event,
    compare,
    judgements,
)


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    nav = [(page.PATH, page.NAV) for page in PAGES if page.NAV]
    ours = [(rf"^{ROOT}{page.PATH}(?P<form>\.json|\.csv)?/?$", route(page.page, nav)) for page in PAGES]
    return [(rf"^{ROOT}/static/(?P<name>[a-z-]+\.[a-z]+)$", asset), *ours]


@hookimpl  # type: ignore[untyped-decorator]
def menu_links(datasette: Any, request: Request | None) -> list[dict[str, str]]:
    t = words(language_of(request) if request else "en")
    return [{"href": datasette.urls.path(ROOT + page.PATH), "label": t(page.NAV)} for page in PAGES if page.NAV]


@hookimpl  # type: ignore[untyped-decorator]
def extra_css_urls(datasette: Any) -> list[str]:
    """Datasette's own pages look like ours, which load no sheet but their own."""
    return [datasette.urls.path(f"{ROOT}/static/{_TABLES}?v={asset_version(_TABLES)}")]


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(
    row: Mapping[str, Any], value: Any, column: str, table: str | None, database: str, datasette: Any
) -> Callable[[], Awaitable[Markup | None]] | None:
    """Ids of entities, documents and events lead to our pages; the row of Datasette stays one click away."""
    return linked_cell(datasette, (database, table, column), row, value)
