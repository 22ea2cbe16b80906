"""The register of instruments: filters in the address; counts, a picture of the years, and numbers that texts name."""

from collections.abc import Mapping
from typing import Any

from kb.instruments import (
    GROUPS,
    WORDED,
    Record,
    Wanted,
    claimed_rows,
    counts,
    document_words,
    in_words,
    register_rows,
)
from kb.store.reader import systems
from kb.store.reader.entities import names
from kb.web.asked import bodies_asked, choice_asked, period_asked
from kb.web.register import instruments_held
from kb.web.sheets import SHEETS
from kb.web.visit import Page, Refused, Visit
from kb.web.year_columns import year_columns

PATH = "/instruments"
NAV = "nav.instruments"
_PAGE = 60


async def page(visit: Visit) -> Page:
    held = await instruments_held(visit)
    every = register_rows(held)
    if not every:
        raise Refused(visit.t("instruments.empty"), 404)
    values = {column: sorted({str(row[f"{column}_id"]) for row in every}) for column in WORDED}
    wanted = await _wanted(visit, values)
    rows = in_words(register_rows(held, wanted), visit.lang, visit.t.of)
    said = claimed_rows(await visit.kept(systems.counted_in_texts, *document_words()), every, wanted.body)
    counted = {f"by_{group}": counts(rows, group) for group in GROUPS}
    number = visit.number("page", 1)
    shown = rows if visit.part("form") else rows[(number - 1) * _PAGE : number * _PAGE]
    bodies = await _bodies(visit, held, wanted.body, " ".join(row["bodies"] for row in said).split())
    data = {
        "total": len(rows), "of": len(every), "filters": {
            "org": wanted.body or "", "kind": wanted.kind, "area": wanted.area, "state": wanted.state,
            "from": wanted.since, "to": wanted.until},
    }  # fmt: skip
    extras: dict[str, Any] = {
        "values": values, "groups": WORDED, "bodies": bodies, "number": number, "more": len(rows) > number * _PAGE,
        "known": sorted(((b, n) for b, n in bodies.items()), key=lambda item: visit.t.order(item[1])),
        "drawn": [year_columns(counted["by_year"], sheet) for sheet in SHEETS],
        "ranked": {group: _ranked(counted[f"by_{group}"]) for group in ("body", "area", "kind", "state")},
    }  # fmt: skip
    tables = {"instruments": shown, **counted, "texts": said}
    return Page("instruments.html", visit.t("instruments.title"), data, tables, extras)


async def _wanted(visit: Visit, values: Mapping[str, list[str]]) -> Wanted:
    asked = await bodies_asked(visit)
    if len(asked) > 1:
        raise Refused(visit.t("instruments.one"), 400)
    since, until = period_asked(visit)
    chosen = {column: choice_asked(visit, column, known) for column, known in values.items()}
    return Wanted(asked[0] if asked else None, since=since, until=until, **chosen)


async def _bodies(visit: Visit, held: Mapping[str, Record], *more: Any) -> dict[str, str]:
    """Names of the bodies that have instruments, are asked for or are spoken of."""
    known = {body: name for record in held.values() for body, name in record.bodies.items()}
    others = [b for part in more for b in ([part] if isinstance(part, str) else part or []) if b not in known]
    return known | (await visit.read(names, others, visit.lang) if others else {})


def _ranked(counted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The most first; the length of a bar is in per cent of the longest."""
    most = max((row["instruments"] for row in counted), default=1)
    return [
        {**row, "all": round(100 * row["instruments"] / most, 1), "part": round(100 * row["in_force"] / most, 1)}
        for row in sorted(counted, key=lambda row: -row["instruments"])
    ]  # fmt: skip
