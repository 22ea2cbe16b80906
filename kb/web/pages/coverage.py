"""Coverage: which years of which body documents speak of and which they do not, as a heat map and as lists."""

from collections.abc import Sequence
from typing import Any

from kb.coverage import body_gaps, gaps, life_of, span_of, within
from kb.model import today
from kb.store.reader import events
from kb.store.reader.entities import names
from kb.web.asked import bodies_asked, period_asked
from kb.web.sheets import SHEETS
from kb.web.visit import Page, Refused, Row, Visit
from kb.web.year_heat import year_heat

PATH = "/coverage"
NAV = "nav.coverage"
_MOST = 24  # bodies in the picture; the lists hold all


async def page(visit: Visit) -> Page:
    everything = await visit.kept(events.coverage)
    if not everything:
        raise Refused(visit.t("coverage.empty"), 404)
    chosen = await bodies_asked(visit)
    since, until = (int(day[:4]) if day else None for day in period_asked(visit))
    every = await visit.kept(events.coverage_of_bodies, visit.lang)
    spoken = await visit.kept(events.bodies_spoken_of, visit.lang)
    bodies = [row for row in spoken if not chosen or row["body_id"] in chosen]
    rows = within((row for row in every if not chosen or row["body_id"] in chosen), since, until)
    span = span_of(every, int(today()[:4]), since, until)
    # One body alone is asked of as `kb coverage --entity` asks.
    counted = await visit.kept(events.coverage, chosen[0]) if len(chosen) == 1 else everything
    yearly = within(counted, since, until)
    silent = list(gaps([row["year"] for row in yearly], since, until))
    shown = bodies[:_MOST]
    called = await visit.read(names, chosen, visit.lang)
    data = {"organizations": chosen, "from": since, "to": until}
    tables: dict[str, Any] = {
        "years": yearly, "bodies": rows, "gaps": body_gaps(bodies, rows, span),
        "unnamed": [{"first": first, "last": last} for first, last in silent],
    }  # fmt: skip
    extras = {
        "drawn": _pictures(shown, rows, span) if shown else [], "names": called, "left_out": len(bodies) - len(shown),
        "known": sorted(((r["body_id"], r["body"]) for r in spoken), key=lambda item: visit.t.order(item[1])),
    }  # fmt: skip
    return Page("coverage.html", visit.t("coverage.title"), data, tables, extras)


def _pictures(bodies: Sequence[Row], rows: Sequence[Row], span: tuple[int, int]) -> list[dict[str, Any]]:
    """From the first year that is told of or passed over to the last; plans for later years are told of too."""
    told = {(str(row["body_id"]), int(row["year"])): int(row["documents"]) for row in rows}
    years: dict[str, list[int]] = {str(body["body_id"]): [] for body in bodies}
    for key, year in told:
        if key in years:
            years[key].append(year)
    lives = {str(body["body_id"]): life_of(body, years[str(body["body_id"])], span) for body in bodies}
    ends = [year for some in (*years.values(), *filter(None, lives.values())) for year in some] or list(span)
    return [year_heat(bodies, told, lives, (min(ends), max(ends)), sheet) for sheet in SHEETS]
