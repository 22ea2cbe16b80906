"""Stages of integration: which body reached which one when, by which instrument, as lanes over years and as a table."""

from kb.model import today
from kb.stages import chosen_rows, stage_rows
from kb.store.reader import systems
from kb.store.reader.entities import names
from kb.web.asked import bodies_asked, days_asked
from kb.web.sheets import SHEETS
from kb.web.stage_lanes import bar_height, stage_number, stage_picture
from kb.web.visit import Page, Refused, Row, Visit

PATH = "/stages"
NAV = "nav.stages"


async def page(visit: Visit) -> Page:
    every = await _rows(visit)
    if not every:
        raise Refused(visit.t("stages.empty"), 404)
    bodies, period = await bodies_asked(visit), days_asked(visit, "on")
    rows = chosen_rows(every, bodies, period)
    known = {row["body_id"]: row["body"] for row in every}
    found = sorted({row["stage_id"]: row["stage"] for row in rows}.items(), key=lambda item: stage_number(item[0]))
    instruments = sorted({row["instrument"] for row in rows if row["instrument"]})
    called = await visit.read(names, [*instruments, *bodies], visit.lang)
    data = {"on": visit.arg("on"), "organizations": bodies}
    extras = {
        "drawn": [stage_picture(rows, today(), sheet) for sheet in SHEETS], "names": called, "number": stage_number,
        "known": sorted(known.items(), key=lambda item: visit.t.order(item[1])), "found": found,
        "height": bar_height,
    }  # fmt: skip
    return Page("stages.html", visit.t("stages.title"), data, {"stages": rows}, extras)


async def _rows(visit: Visit) -> list[Row]:
    """What `kb stages` prints."""
    known = {row["id"] for row in await visit.kept(systems.instruments)}
    events = await visit.kept(systems.stage_events, visit.lang)
    return list(stage_rows(events, await visit.kept(systems.body_ends), known))
