"""Rows of events and names in, a readable timeline out: a title and a date in the reader's language on every row."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from kb.dates_text import date_text
from kb.titles import Name, title

Row = Mapping[str, Any]


def readable(
    rows: Iterable[Row], types: Mapping[str, str], parties: Mapping[str, Row], lang: str,
    statuses: Mapping[str, str] = MappingProxyType({}),
) -> list[dict[str, Any]]:  # fmt: skip
    """The rows with `title` and `date` behind their EDTF date. `types`: entity -> type, `parties`: event -> party.

    `statuses`: event -> status that begins with it.
    """
    found = []
    for row in rows:
        names = title_of(row, types, parties.get(row["event_id"]), lang, statuses.get(row["event_id"]))
        found.append({"edtf": row["edtf"], "date": date_text(row["edtf"], lang), "title": names, **row})
    return found


def title_of(row: Row, types: Mapping[str, str], party: Row | None, lang: str, status: str | None = None) -> str:
    """The title of one event."""
    subject = Name(row["subject_id"], types.get(row["subject_id"], ""), row["subject"])
    obj = Name(row["object_id"], types.get(row["object_id"], ""), row["object"]) if row["object_id"] else None
    single = Name(party["party_id"], types.get(party["party_id"], ""), party["party"]) if party else None
    return title(row["type"], row["polarity"], subject, obj, lang, single, status)
