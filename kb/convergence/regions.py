"""Words for a region in (`RU,CN`, `neighbours`, a body by year), countries out."""

from collections.abc import Iterable, Mapping, Sequence

from kb.convergence.countries import country_codes
from kb.convergence.tables import neighbours
from kb.errors import FiguresError

NEIGHBOURS = "neighbours"
# Which days of a year a member must have been one: any, every, the last.
MEMBER_FOR = ("any", "whole", "end")
_ALWAYS = "9999-12-32"


def region_codes(text: str, country: str | None = None) -> tuple[str, ...]:
    """A comma list, or `neighbours`: all with which `country` shares a land border."""
    if text.strip().lower() not in {NEIGHBOURS, "neighbors"}:
        return tuple(sorted(country_codes(text)))
    if country is None:
        raise FiguresError("neighbours of whom? 'kb converge country KZ --region neighbours' says it")
    found = neighbours().get(country)
    if not found:
        raise FiguresError("no borders of {country} are known: list the region's countries", country=country)
    return tuple(sorted(found))


def members_by_year(
    spells: Iterable[Mapping[str, str | None]], body: str, years: Sequence[int], member_for: str = "any"
) -> dict[int, tuple[str, ...]]:
    """Year -> the countries that were members of a body then, from rows of `memberships`."""
    rows = [row for row in spells if row["organization_id"] == body and row["status"] == "member"]
    return {
        year: tuple(sorted({str(row["member_id"]) for row in rows if holds(row, year, member_for)})) for year in years
    }


def holds(spell: Mapping[str, str | None], year: int, member_for: str) -> bool:
    """Whether a spell holds on some day of the year, on every day, or on its last day, certainly."""
    start = spell["start_latest"] or _ALWAYS
    end = spell["end_earliest"] or _ALWAYS  # the first day on which it no longer holds
    first, last = f"{year:04}-01-01", f"{year:04}-12-31"
    if member_for == "any":
        return start <= last and end > first
    return start <= (first if member_for == "whole" else last) and end > last
