"""The address of the convergence page in, a `Question` out; each choice has a default. And the `Answer` to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kb.convergence.composite import IndexOptions
from kb.convergence.countries import country_codes
from kb.convergence.distances import Options, Scope
from kb.convergence.regions import members_by_year, region_codes
from kb.errors import FiguresError
from kb.model import Indicator
from kb.store.reader import indicators
from kb.web.visit import Visit

KINDS = ("pairs", "heat", "country", "region", "points", "clubs", "index")
BLOCKS = ("convergence", "institutional", "market")
# Choices of a short list; the first is taken where none is made.
CHOICES = {
    "normalise": ("pooled", "year"), "sd": ("population", "sample"), "transform": ("none", "log"),
    "inside": ("yes", "no"), "dispersion": ("cv", "points", "log"), "scale": ("minmax", "zscore", "rank"),
    "weights": ("equal", "pca"), "aggregate": ("arithmetic", "geometric"), "blocks": (
        "convergence,institutional", "convergence", "institutional", "convergence,institutional,market",
    ),
}  # fmt: skip
_OF_DISTANCES = ("normalise", "sd", "transform")
# Which choices each kind of question knows.
ASKED = {
    "pairs": _OF_DISTANCES, "heat": _OF_DISTANCES, "country": (*_OF_DISTANCES, "inside"),
    "region": ("dispersion", "sd"), "points": _OF_DISTANCES, "clubs": (),
    "index": ("blocks", "scale", "weights", "aggregate", *_OF_DISTANCES),
}  # fmt: skip
# Kinds that look at one year of several.
ONE_YEAR = ("points", "index")
_PAIR, _REGION, _UNION = ("kz", "ru"), "by,kz,ru", ("am", "by", "kg", "kz", "ru")
_INDICATORS, _LEVELS = ("gdp_per_capita_usd", "gdp_growth_pct"), "gdp_per_capita_constant_2015_usd"
_MOST = {"heat": 15, "pairs": 12, "country": 12}
_MOST_POINTS = 30
Values = list[tuple[int, float | None]]


@dataclass(frozen=True, slots=True)
class Question:
    """`years` and `among` empty mean all that have the figures, `countries` of points and clubs likewise.

    `by_year` is the region of each year, or one for all under 0; `year` is the one looked at, 0 for the last.
    """

    kind: str
    countries: tuple[str, ...]
    indicators: tuple[str, ...]
    years: tuple[int, ...]
    by_year: Mapping[int, tuple[str, ...]]
    options: Options
    among: tuple[str, ...] = ()
    year: int = 0
    blocks: tuple[str, ...] = ()
    index: IndexOptions = field(default_factory=IndexOptions)

    def region(self, year: int) -> tuple[str, ...]:
        return self.by_year.get(year, self.by_year.get(0, ()))


@dataclass(frozen=True, slots=True)
class Answer:
    """Series by name; `groups` tells clubs apart; `rows` is what is no series, mostly of the year looked at.

    `about` holds what its picture and its words need beside that.
    """

    scope: Scope
    sources: tuple[str, ...]
    series: Mapping[str, Values] = field(default_factory=dict)
    flags: Mapping[int, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    rows: Sequence[Mapping[str, Any]] = ()
    about: Mapping[str, Any] = field(default_factory=dict)


def chosen_of(visit: Visit) -> dict[str, str]:
    return {name: visit.choice(name, values, values[0]) for name, values in CHOICES.items()}


async def question(visit: Visit, records: Sequence[Indicator], kind: str) -> Question:
    """Countries and indicators without figures are passed over; a code that nobody knows is a `FiguresError`."""
    held = {r.country for r in records}
    countries = _countries(visit, kind, held)
    wanted = _indicators(visit, kind, {r.indicator for r in records})
    years, every = _years(visit, sorted({r.year for r in records if r.indicator in wanted}))
    chosen = chosen_of(visit)
    options = Options(
        normalise=chosen["normalise"], sd=chosen["sd"], transform=chosen["transform"],
        inside=chosen["inside"] == "yes", dispersion=chosen["dispersion"],
    )  # fmt: skip
    by_year = await _region(visit, years or every, countries[0] if countries else "", held) if kind in (
        "country", "region") else {}  # fmt: skip
    among = tuple(sorted(c for c in country_codes(visit.arg("among")) if c in held))
    return Question(
        kind, countries, wanted, years, by_year, options, among, _year(visit.arg("year")) or 0,
        tuple(chosen["blocks"].split(",")), IndexOptions(chosen["scale"], chosen["weights"], chosen["aggregate"]),
    )  # fmt: skip


def _countries(visit: Visit, kind: str, held: set[str]) -> tuple[str, ...]:
    found = tuple(c for c in dict.fromkeys(visit.args("country")) if c in held)[: _MOST.get(kind, _MOST_POINTS)]
    # One country makes no pair, club or rank.
    if found and (len(found) > 1 or kind in ("country", "region")):
        return found
    defaults = {"heat": _UNION, "index": _UNION, "points": (), "clubs": ()}
    return tuple(c for c in defaults.get(kind, _PAIR) if c in held)


def _indicators(visit: Visit, kind: str, known: set[str]) -> tuple[str, ...]:
    asked = tuple(i for i in dict.fromkeys(visit.args("indicator")) if i in known)
    if kind == "clubs":
        return asked[:1] or ((_LEVELS,) if _LEVELS in known else tuple(sorted(known))[:1])
    return asked or tuple(i for i in _INDICATORS if i in known) or tuple(sorted(known))[:1]


def _years(visit: Visit, every: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Those asked for, and all there are."""
    first, last = (_year(visit.arg(name)) for name in ("from", "to"))
    if not every or first is last is None:
        return (), tuple(every)
    low, high = every[0] if first is None else first, every[-1] if last is None else last
    found = tuple(year for year in range(every[0], every[-1] + 1) if low <= year <= high)
    if not found:
        raise FiguresError("no figures for {years}; there are: {known_years}", years=f"{low}–{high}",
                           known_years=f"{every[0]}–{every[-1]}")  # fmt: skip
    return found, tuple(every)


def _year(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 4 else None


async def _region(visit: Visit, years: Sequence[int], country: str, held: set[str]) -> dict[int, tuple[str, ...]]:
    """Fixed, under 0, or whoever was a member of a body that year and has figures; one member is no region yet."""
    body = visit.arg("body")
    if body:
        members = members_by_year(await visit.kept(indicators.country_spells), body, years)
        found = {year: tuple(c for c in inside if c in held) for year, inside in members.items()}
        return {year: inside for year, inside in found.items() if len(inside) > 1}
    return {0: tuple(c for c in region_codes(visit.arg("region") or _REGION, country) if c in held)}
