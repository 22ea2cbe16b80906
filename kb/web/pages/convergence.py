"""Convergence: countries, a region, indicators and choices in the address; series as a chart, a table and a file."""

from typing import Any

from kb.convergence.countries import country_name
from kb.convergence.distances import Options
from kb.convergence.regions import members_by_year, region_codes
from kb.convergence.tables import indicator_name, labels, shipped_indicators
from kb.errors import TableError
from kb.model import Indicator
from kb.store.reader import indicators, web_timeline
from kb.web.converging import KINDS, Answer, Question, answer
from kb.web.line_chart import line_chart
from kb.web.visit import Page, Visit

PATH = "/convergence"
NAV = "nav.convergence"
_PAIR, _REGION = ("kz", "ru"), ("by", "kz", "ru")
_INDICATORS = ("gdp_per_capita_usd", "gdp_growth_pct")
_MOST_COUNTRIES = 12
_HEAT_FROM = 7  # lines; more cannot be told apart
_SHADES = 7
CHOICES = {
    "normalise": ("pooled", "year"), "sd": ("population", "sample"), "transform": ("none", "log"),
    "inside": ("yes", "no"), "dispersion": ("cv", "points", "log"),
}  # fmt: skip


async def page(visit: Visit) -> Page:
    records = await visit.read(indicators.indicators) or list(shipped_indicators())
    bodies = await visit.read(web_timeline.bodies, visit.lang)
    there = sorted({r.country for r in records}, key=lambda code: country_name(code, visit.lang))
    kind = visit.choice("kind", KINDS, "pairs")
    chosen = {name: visit.choice(name, values, values[0]) for name, values in CHOICES.items()}
    wrong: list[str] = []
    found: Answer | None = None
    try:
        asked = await _question(visit, records, kind, chosen)
        found = answer(records, asked, visit.lang)
    except TableError as exc:
        wrong.append(visit.t("convergence.cannot", why=str(exc)))
        asked = Question(kind, (), (), (), {}, Options())
    series = _named(found, visit) if found else {}
    rows = [{"year": year, "value": value, "series": name} for name, values in series.items() for year, value in values]
    data = {
        "kind": kind, "countries": asked.countries, "indicators": asked.indicators, "options": chosen, "wrong": wrong,
        "among": found.scope.among if found else (), "sources": found.sources if found else (),
        "flags": found.flags if found else {}, "region": sorted({c for i in asked.by_year.values() for c in i}),
    }  # fmt: skip
    extras = {
        "chart": line_chart(series) if len(series) < _HEAT_FROM else None,
        "heat": _heat(series) if len(series) >= _HEAT_FROM else None, "series": series, "bodies": bodies,
        "kinds": KINDS, "there": [(code, country_name(code, visit.lang)) for code in there], "choices": CHOICES,
        "known": [(i, indicator_name(i, visit.lang)) for i in sorted({r.indicator for r in records})],
        "country": lambda code: country_name(code, visit.lang), "words": labels(visit.lang),
        "indicator": lambda code: indicator_name(code, visit.lang),
        "years": (found.scope.years[0], found.scope.years[-1]) if found else ("", ""),
        "by_year": list(zip(*(v for v in series.values()), strict=True)) if series else [],
    }  # fmt: skip
    return Page("convergence.html", visit.t("convergence.title"), data, {"values": rows}, extras)


def _named(found: Answer, visit: Visit) -> dict[str, Any]:
    """A series without a name is that of the region."""
    return {name or visit.t("convergence.the_region"): values for name, values in found.series.items()}


async def _question(visit: Visit, records: list[Indicator], kind: str, chosen: dict[str, str]) -> Question:
    held = {r.country for r in records}
    countries = tuple(c for c in dict.fromkeys(visit.args("country")) if c in held)[:_MOST_COUNTRIES] or _PAIR
    known = {r.indicator for r in records}
    wanted = tuple(i for i in dict.fromkeys(visit.args("indicator")) if i in known)
    wanted = wanted or tuple(i for i in _INDICATORS if i in known)
    first, last = visit.arg("from"), visit.arg("to")
    every = sorted({r.year for r in records if r.indicator in wanted})
    years: tuple[int, ...] = ()
    if (first.isdecimal() or last.isdecimal()) and every:
        low, high = int(first or every[0]), int(last or every[-1])
        years = tuple(year for year in range(every[0], every[-1] + 1) if low <= year <= high)
    options = Options(
        normalise=chosen["normalise"], sd=chosen["sd"], transform=chosen["transform"],
        inside=chosen["inside"] == "yes", dispersion=chosen["dispersion"],
    )  # fmt: skip
    by_year = await _region(visit, years or tuple(every), countries[0], held) if kind != "pairs" else {}
    return Question(kind, countries, wanted, years, by_year, options)


async def _region(visit: Visit, years: tuple[int, ...], country: str, held: set[str]) -> dict[int, tuple[str, ...]]:
    """Fixed, under 0, or whoever was a member of a body that year and has figures."""
    body = visit.arg("body")
    if body:
        members = members_by_year(await visit.read(indicators.country_spells), body, years)
        found = {year: tuple(c for c in inside if c in held) for year, inside in members.items()}
        return {year: inside for year, inside in found.items() if inside}
    text = visit.arg("region") or ",".join(_REGION)
    return {0: tuple(c for c in region_codes(text, country) if c in held)}


def _heat(series: dict[str, Any]) -> dict[str, Any]:
    """Each value as one of a few shades, the darker the farther apart."""
    known = [v for values in series.values() for _, v in values if v is not None]
    top = max(known, default=1.0) or 1.0
    rows = [(name, [(year, v, None if v is None else min(int(v / top * _SHADES), _SHADES - 1)) for year, v in values])
            for name, values in series.items()]  # fmt: skip
    return {"rows": rows, "years": [year for year, _ in next(iter(series.values()))]}
