"""A cell of a plain Datasette page in, a link to the page of ours about the same thing out."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from datasette.utils import tilde_encode
from markupsafe import Markup

from kb.web.respond import knowledge_base
from kb.web.visit import ROOT

_ENTITY = ("entities", "entity")
_DOCUMENT = ("documents", "document")
_EVENT = ("events", "event")
# Column -> table it points to and our page about its rows.
_COLUMNS = {
    "entity_id": _ENTITY, "subject_id": _ENTITY, "object_id": _ENTITY, "place_id": _ENTITY, "organization_id": _ENTITY,
    "member_id": _ENTITY, "entity_a": _ENTITY, "entity_b": _ENTITY,
    "document_id": _DOCUMENT, "duplicate_of": _DOCUMENT, "event_id": _EVENT, "event_a": _EVENT, "event_b": _EVENT,
}  # fmt: skip
# Datasette shows a key only as its link to the row: the name beside it is ours.
_OWN_LABEL = {"entities": _ENTITY, "documents": _DOCUMENT, "events": _EVENT}


def linked_cell(
    datasette: Any, place: tuple[str, str | None, str], row: Mapping[str, Any], value: Any
) -> Callable[[], Awaitable[Markup | None]] | None:
    """`place` is database, table and column. None where the cell is not ours: Datasette shows it in its own way."""
    database, table, column = place
    target = _OWN_LABEL.get(table or "") if column == "label" else _COLUMNS.get(column)
    key, label = (value.get("value"), value.get("label")) if isinstance(value, Mapping) else (value, None)
    own = column == "label" and target is not None
    if own:
        key, label = row["id"], value
    if target is None or not isinstance(key, str) or not key:
        return None

    async def cell() -> Markup | None:
        if await knowledge_base(datasette) != database:
            return None
        ours = datasette.urls.path(f"{ROOT}/{target[1]}/{tilde_encode(key)}")
        link = Markup('<a href="{}">{}</a>').format(ours, label or key)
        if label is None or own:
            return link
        row = datasette.urls.row(database, target[0], tilde_encode(key))
        return Markup('{} <a href="{}"><em>{}</em></a>').format(link, row, key)

    return cell
