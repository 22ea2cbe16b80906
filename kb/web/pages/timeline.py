"""The timeline: what was asked for in the address, as a picture with lanes and as a list of the same events."""

from collections import Counter
from datetime import date
from typing import Any

from kb.edtf_bounds import bounds
from kb.errors import TableError
from kb.model import CLAIM_TYPES, LANGUAGES, POLARITIES, today
from kb.store.reader import events, web_events, web_timeline
from kb.store.reader.entities import names, resolve_entity
from kb.web.lanes import legend, picture
from kb.web.titled import titled
from kb.web.visit import Page, Visit

PATH = "/timeline"
NAV = "nav.timeline"
_PAGE = 60
_LANES = 7
_SUPPORTS = ("both", "texts", "reference", "disputed")
_FIRST_YEAR = 1990
_WIDEST = 400  # years
_LAST_YEAR = date.max.year - 1  # the picture ends with the year behind


async def page(visit: Visit) -> Page:
    wrong: list[str] = []
    chosen = [found for name in visit.args("entity") if (found := await _resolved(visit, name, wrong))]
    wanted = _filter(visit, chosen, wrong)
    rows = await visit.kept(events.timeline, wanted, visit.lang)
    whole = bool(visit.part("form"))
    number, pages = visit.number("page", 1), max(-(-len(rows) // _PAGE), 1)
    number = min(number, pages)
    shown = rows if whole else rows[(number - 1) * _PAGE : number * _PAGE]
    lanes = await _lanes(visit, chosen)
    years = _years(wanted, rows, bool(chosen))
    drawn = await _drawn(visit, lanes, rows, years) if not whole else {}
    data = {"total": len(rows), "page_number": number, "pages": pages, "filters": _said(wanted), "wrong": wrong}
    known = await visit.kept(web_timeline.bodies, visit.lang)
    extras = {
        "picture": drawn, "years": years, "zooms": _zooms(visit, years), "histogram": _histogram(rows, years),
        "types": CLAIM_TYPES, "legend": legend(drawn.get("types", ())), "supports": _SUPPORTS, "known": known,
        "polarities": POLARITIES,
        "chosen": dict(lanes) if chosen else {}, "wanted": wanted,
        "polarity": visit.arg("polarity") if visit.arg("polarity") in (*POLARITIES, "all") else "asserted",
    }  # fmt: skip
    return Page("timeline.html", visit.t("timeline.title"), data, {"events": await titled(visit, shown)}, extras)


async def _resolved(visit: Visit, name: str, wrong: list[str]) -> str | None:
    try:
        return await visit.read(resolve_entity, name)
    except TableError:
        wrong.append(visit.t("filter.unknown", name=name))
        return None


def _filter(visit: Visit, chosen: list[str], wrong: list[str]) -> events.Filter:
    sides: list[str | None] = []
    for name, side in (("from", 0), ("to", 1)):
        day = bounds(visit.arg(name))[side] if visit.arg(name) else None
        if visit.arg(name) and day is None:
            wrong.append(visit.t("filter.no_date", text=visit.arg(name)))
        sides.append(day)
    if not chosen and sides == [None, None] and "from" not in visit.request.args:
        sides[0] = f"{_FIRST_YEAR}-01-01"  # the picture's first year; what is older is asked for
    polarity = visit.choice("polarity", (*POLARITIES, "all"), "asserted")
    return events.Filter(
        chosen, [kind for kind in visit.args("type") if kind in CLAIM_TYPES], sides[0], sides[1],
        None if polarity == "all" else polarity, visit.choice("source_lang", LANGUAGES) or None,
        visit.choice("support", _SUPPORTS) or None, not chosen,
    )  # fmt: skip


def _said(wanted: events.Filter) -> dict[str, Any]:
    return {
        "entity": list(wanted.entities), "type": list(wanted.types), "from": wanted.since, "to": wanted.until,
        "polarity": wanted.polarity, "source_lang": wanted.source_lang, "support": wanted.support,
    }  # fmt: skip


async def _lanes(visit: Visit, chosen: list[str]) -> list[tuple[str, str]]:
    if not chosen:
        leading = await visit.kept(web_timeline.leading_bodies, visit.lang, _LANES)
        return [(row["id"], row["name"]) for row in leading]
    found = await visit.read(names, chosen, visit.lang)
    return [(entity_id, found.get(entity_id, entity_id)) for entity_id in dict.fromkeys(chosen)]


def _years(wanted: events.Filter, rows: list[dict[str, Any]], chosen: bool) -> tuple[int, int]:
    """First and last year of the picture: those asked for, else those of the events."""
    dated = sorted(int(row["earliest"][:4]) for row in rows if row["earliest"])
    low = dated[0] if chosen and dated else _FIRST_YEAR
    first = int(wanted.since[:4]) if wanted.since else low
    now = int(today()[:4])
    last = int(wanted.until[:4]) if wanted.until else max(now, dated[-1] if chosen and dated else now)
    first, last = min(first, last), max(first, last)
    return min(first, _LAST_YEAR - 1), min(last, _LAST_YEAR)


async def _drawn(
    visit: Visit, lanes: list[tuple[str, str]], rows: list[dict[str, Any]], years: tuple[int, int]
) -> dict[str, Any]:
    ids = [entity_id for entity_id, _ in lanes]
    takers = await visit.kept(web_timeline.parties, ids)
    inside = set(ids)
    told = []
    for row in rows:
        parties = ({row["subject_id"], row["object_id"]} & inside) | takers.get(row["event_id"], set())
        if parties:
            told.append({**row, "parties": parties})
    spells = await visit.kept(web_events.spells_of, ids, visit.lang) if ids else []
    return picture(lanes, told, spells, years)


def _histogram(rows: list[dict[str, Any]], years: tuple[int, int]) -> list[tuple[int, int]]:
    """(year, how many events begin in it), every year of the picture."""
    counts = Counter(int(row["earliest"][:4]) for row in rows if row["earliest"])
    return [(year, counts[year]) for year in range(years[0], years[1] + 1)]


def _zooms(visit: Visit, years: tuple[int, int]) -> dict[str, str]:
    """Addresses of the same page nearer, farther, earlier and later."""
    first, last = years
    width = max(last - first, 1)
    quarter = max(width // 4, 1)
    steps = {
        "in": (first + quarter, last - quarter), "out": (first - quarter, last + quarter),
        "earlier": (first - quarter, last - quarter), "later": (first + quarter, last + quarter),
    }  # fmt: skip
    return {
        key: visit.here("", **{"from": f"{a:04}", "to": f"{b:04}", "page": ""})
        for key, (a, b) in steps.items() if a < b and a >= 1 and b <= _LAST_YEAR and b - a < _WIDEST
    }  # fmt: skip
