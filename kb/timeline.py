"""Rows of events and names in, a readable timeline out: a title and a date in the reader's language on every row."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from kb.dates_text import date_text
from kb.titles import Name, title

Row = Mapping[str, Any]


def readable(
    rows: Iterable[Row], types: Mapping[str, str], parties: Mapping[str, Row], lang: str, frozen: Collection[str] = ()
) -> list[dict[str, Any]]:
    """The rows with `title` and `date` behind their EDTF date. `types`: entity -> type, `parties`: event -> party."""
    found = []
    for row in rows:
        names = title_of(row, types, parties.get(row["event_id"]), lang, row["event_id"] in frozen)
        found.append({"edtf": row["edtf"], "date": date_text(row["edtf"], lang), "title": names, **row})
    return found


def title_of(row: Row, types: Mapping[str, str], party: Row | None, lang: str, frozen: bool = False) -> str:
    """The title of one event."""
    subject = Name(row["subject_id"], types.get(row["subject_id"], ""), row["subject"])
    obj = Name(row["object_id"], types.get(row["object_id"], ""), row["object"]) if row["object_id"] else None
    single = Name(party["party_id"], types.get(party["party_id"], ""), party["party"]) if party else None
    return title(row["type"], row["polarity"], subject, obj, lang, single, frozen)
