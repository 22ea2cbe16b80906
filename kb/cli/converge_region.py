"""What a user wrote for a region in, its countries by year out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kb.cli.converge_options import years_of

if TYPE_CHECKING:
    import pandas as pd

_FIRST_YEAR, _LAST_YEAR = 1945, 2100


@dataclass(frozen=True, slots=True)
class RegionAsked:
    """Countries by year where memberships of `body` say so, else the same ones always, under None.

    `years` narrows the question to those in which the body had members, where nobody asked for years.
    """

    by_year: Mapping[int | None, tuple[str, ...]]
    body: str = ""
    years: str = ""

    @property
    def everyone(self) -> tuple[str, ...]:
        return tuple(sorted({country for inside in self.by_year.values() for country in inside}))

    def in_year(self, year: int) -> tuple[str, ...]:
        """Nobody where a body had one member only: that is no region yet."""
        if not self.body:
            return self.by_year[None]
        inside = self.by_year.get(year, ())
        return inside if len(inside) > 1 else ()

    def table(self, years: Sequence[int], measure: Callable[[tuple[str, ...]], "pd.DataFrame"]) -> "pd.DataFrame":
        """Each year's row from the measure of that year's region; a region of nobody has an empty row."""
        import pandas as pd

        wanted = dict.fromkeys(inside for year in years if (inside := self.in_year(year)))
        measured = {inside: measure(inside) for inside in wanted}
        parts = [measured[self.in_year(year)].loc[[year]] for year in years if self.in_year(year)]
        table = pd.concat(parts).reindex(pd.Index(years, name="year"))
        if self.body:
            table["countries"] = [",".join(self.in_year(year)) for year in years]
        return table


def region_asked(text: str, given: Mapping[str, Any], country: str | None = None) -> RegionAsked:
    from kb.convergence.regions import members_by_year, region_codes
    from kb.errors import TableError
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_entity
    from kb.store.reader.indicators import country_spells

    if not given["on_membership"]:
        return RegionAsked({None: region_codes(text, country)})
    with open_for_reading(given["db"]) as conn:
        body = resolve_entity(conn, text)
        spells = country_spells(conn)
    years = years_of(given["years"]) or tuple(range(_FIRST_YEAR, _LAST_YEAR))
    members = members_by_year(spells, body, years, given["member_for"])
    inside: dict[int | None, tuple[str, ...]] = {year: there for year, there in members.items() if there}
    if not inside:
        raise TableError(f"{body} has no member countries in these years")
    return RegionAsked(inside, body, "" if given["years"] else _with_figures(inside, given))


def _with_figures(inside: Mapping[int | None, tuple[str, ...]], given: Mapping[str, Any]) -> str:
    """The years for which there are figures at all: a body that still stands has members for ever."""
    from kb.cli.converge_options import listed
    from kb.cli.converge_request import load_records

    wanted = listed(given["indicators"])
    there = {r.year for r in load_records(given) if r.indicator in wanted}
    years = sorted(year for year in inside if year in there and year is not None)
    return f"{years[0]}-{years[-1]}" if years else ""
