"""Convergence: countries, a region, indicators and choices in the address; a picture, a table and a file out."""

from collections.abc import Sequence
from typing import Any

from kb.convergence.countries import country_name
from kb.convergence.distances import NEAR_ZERO
from kb.convergence.institutional import Institutions
from kb.convergence.tables import indicator_name, labels, shipped_indicators
from kb.errors import FiguresError, TableError
from kb.model import Indicator
from kb.store.reader import indicators, web_timeline
from kb.web.asking import ASKED, CHOICES, KINDS, ONE_YEAR, Answer, Question, chosen_of, question
from kb.web.convergence_pictures import pictures
from kb.web.converging import answer
from kb.web.visit import Page, Row, Visit

PATH = "/convergence"
NAV = "nav.convergence"
_OF_REGION = ("country", "region")
# What a rise or a fall means, as labels of the charts say it.
_SIGNS = {"points": "closer_is_convergence", "clubs": "same_club_converges", "index": "higher_is_integrated"}


async def page(visit: Visit) -> Page:
    records = await visit.kept(indicators.indicators) or list(shipped_indicators())
    kind = visit.choice("kind", KINDS, "pairs")
    asked, found, wrong = await _answered(visit, records, kind)
    say = labels(visit.lang)
    data = {
        "kind": kind, "countries": asked.countries if asked else (), "indicators": asked.indicators if asked else (),
        "options": chosen_of(visit), "wrong": wrong, "among": found.scope.among if found else (),
        "sources": found.sources if found else (), "flags": found.flags if found else {},
        "about": dict(found.about) if found else {},
        "region": sorted({c for inside in asked.by_year.values() for c in inside}) if asked else [],
    }  # fmt: skip
    extras = {
        **_form(visit, records, kind), **pictures(visit, kind, found), "words": say,
        "bodies": await visit.kept(web_timeline.bodies, visit.lang),
        "sign": say[_SIGNS.get(kind, "fall_is_convergence")],
        "country": lambda code: country_name(code, visit.lang),
        "indicator": lambda code: indicator_name(code, visit.lang),
        "flagged": _flagged(found, visit.lang),
        "years": (found.scope.years[0], found.scope.years[-1]) if found else ("", ""),
    }  # fmt: skip
    tables = _tables(extras["lines"], found)
    return Page("convergence.html", visit.t("convergence.title"), data, tables, extras)


def _flagged(found: Answer | None, lang: str) -> dict[int, str]:
    """Year -> names of the indicators whose mean was near zero."""
    flags = found.flags if found else {}
    codes = {year: flag.removeprefix(NEAR_ZERO).split(", ") for year, flag in flags.items()}
    return {year: ", ".join(indicator_name(code, lang) for code in some) for year, some in codes.items()}


async def _answered(
    visit: Visit, records: Sequence[Indicator], kind: str
) -> tuple[Question | None, Answer | None, list[str]]:
    """What was asked, what came out, and in words why nothing did."""
    asked = None
    try:
        asked = await question(visit, records, kind)
        return asked, await _answer(visit, records, asked), []
    except FiguresError as exc:
        return asked, None, [_reason(visit, exc)]
    except TableError as exc:
        return asked, None, [str(exc)]


def _reason(visit: Visit, why: FiguresError) -> str:
    """In the reader's language, countries and indicators by their names."""
    said = {key: _values_named(visit, key.removeprefix("known_"), value) for key, value in why.values.items()}
    return visit.t.of("reason", why.reason).format(**said)


def _values_named(visit: Visit, key: str, value: object) -> object:
    if key not in {"country", "countries", "indicator", "indicators", "blocks"}:
        return value
    codes = [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]
    if key == "blocks":
        return ", ".join(visit.t.of("convergence.blocks", code) for code in codes)
    name = country_name if key.startswith("countr") else indicator_name
    return ", ".join(name(code, visit.lang) for code in codes)


async def _answer(visit: Visit, records: Sequence[Indicator], asked: Question) -> Answer:
    async def make() -> Answer:
        known = await _institutions(visit) if asked.kind == "index" and "institutional" in asked.blocks else None
        return answer(records, asked, visit.lang, known)

    # A question holds mappings, which have no hash; its words say all of it.
    return await visit.remembered(("convergence", repr(asked), visit.lang), make)


async def _institutions(visit: Visit) -> Institutions:
    return Institutions(
        await visit.kept(indicators.country_spells), await visit.kept(indicators.stages_reached),
        await visit.kept(indicators.instrument_parties),
    )  # fmt: skip


def _form(visit: Visit, records: Sequence[Indicator], kind: str) -> dict[str, Any]:
    names = {code: country_name(code, visit.lang) for code in {r.country for r in records}}
    return {
        "kinds": KINDS, "choices": {name: CHOICES[name] for name in ASKED[kind]}, "one_year": kind in ONE_YEAR,
        "of_region": kind in _OF_REGION, "there": sorted(names.items(), key=lambda item: visit.t.order(item[1])),
        "known": [(i, indicator_name(i, visit.lang)) for i in sorted({r.indicator for r in records})],
    }  # fmt: skip


def _tables(series: dict[str, Any], found: Answer | None) -> dict[str, list[Row]]:
    """The first is what `.csv` gives when nothing is said."""
    yearly: list[Row] = [
        {"year": year, "value": value, "series": name} for name, values in series.items() for year, value in values
    ]
    rows: list[Row] = [dict(row) for row in found.rows] if found else []
    return {"values": rows, "series": yearly} if rows else {"values": yearly}
