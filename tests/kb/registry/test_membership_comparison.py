"""Members on 1 January, 1992-2026: our facts against independent sources, every difference listed and explained.

`python tests/kb/registry/test_membership_comparison.py` prints the tables of docs/membership-comparison.md.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.registry.load import load_registry

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "membership_sources.yml"
PAGE = ROOT / "docs" / "membership-comparison.md"
YEARS = range(1992, 2027)
RULES = {"status", "day", "error", "succession"}
ENCYCLOPEDIAS = {"encyclopedia", "copy"}


@cache
def bodies() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return loaded


@cache
def ours(body: str, year: int) -> frozenset[str]:
    """Who is certainly a member all of 1 January; imprecise starts count from their last day on."""
    day = f"{year}-01-01"
    spells = (f for f in load_registry().facts if (f.type, f.object_id, f.status) == ("membership", body, "member"))
    return frozenset(
        f.subject_id for f in spells if (f.start_edtf or "").ljust(10, "9") <= day < (f.end_edtf or "9999")
    )


def years_of(text: str | int) -> range:
    first, _, last = str(text).partition("-")
    return range(int(first), int(last or first) + 1)


@cache
def theirs(body: str, reading: str) -> dict[int, frozenset[str]]:
    """Year -> members as the source has them; years of which it does not speak are missing."""
    spans = bodies()[body]["readings"][reading]["members"]
    return {year: frozenset(members.split()) for span, members in spans.items() for year in years_of(span)}


def explained(body: str, reading: str, year: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = bodies()[body]["differences"]
    return [row for row in rows if reading in row["in"] and year in years_of(row["years"])]


READINGS = [(body, reading) for body in bodies() for reading in bodies()[body]["readings"]]


@pytest.mark.parametrize(("body", "reading"), READINGS)
def test_every_difference_is_explained_and_none_is_invented(body: str, reading: str) -> None:
    unexplained = {}
    for year, members in theirs(body, reading).items():
        rows = explained(body, reading, year)
        more = frozenset(code for row in rows for code in row.get("more", "").split())
        less = frozenset(code for row in rows for code in row.get("less", "").split())
        found = (members - ours(body, year), ours(body, year) - members)
        if found != (more, less) or len(rows) > 1:
            unexplained[year] = found
    assert unexplained == {}


@pytest.mark.parametrize("body", bodies())
def test_two_readings_speak_of_every_year_and_one_is_no_encyclopedia(body: str) -> None:
    readings = {name: theirs(body, name) for name in bodies()[body]["readings"]}
    assert [y for y in YEARS if sum(y in told for told in readings.values()) < 2] == []
    others = [told for name, told in readings.items() if name not in ENCYCLOPEDIAS]
    assert [y for y in YEARS if not any(y in told for told in others)] == []


@pytest.mark.parametrize("body", bodies())
def test_the_table_is_well_formed(body: str) -> None:
    entry = bodies()[body]
    known = set(load_registry().entities)
    assert body in known
    for reading in entry["readings"].values():
        assert set(reading) == {"who", "pages", "members"} and all("://" in page for page in reading["pages"])
    for name in entry["readings"]:
        assert set(theirs(body, name)) <= set(YEARS) and frozenset().union(*theirs(body, name).values()) <= known
    for row in entry["differences"]:
        assert set(row) <= {"in", "years", "more", "less", "rule", "why"} and row["rule"] in RULES and row["why"]
        assert set(row["in"]) <= set(entry["readings"])
        assert all(year in theirs(body, name) for name in row["in"] for year in years_of(row["years"]))


def test_the_page_shows_these_tables() -> None:
    page = PAGE.read_text(encoding="utf-8").splitlines()
    assert [line for line in printed() if line not in page] == []


def printed() -> Iterator[str]:
    """The part of the page that is made from data: sources, numbers, differences."""
    yield from ("## Sources", "", "| body | reading | who, with the pages looked up |", "|---|---|---|")
    for body, name in READINGS:
        reading = bodies()[body]["readings"][name]
        pages = " ".join(f"[{number}]({page})" for number, page in enumerate(reading["pages"], 1))
        yield f"| {body} | {name} | {reading['who']} {pages} |"
    yield from ("", "## Year by body", "", f"| 1 January | {' | '.join(bodies())} |", "|---|" + "---|" * len(bodies()))
    for year in YEARS:
        yield f"| {year} | {' | '.join(_counts(body, year) for body in bodies())} |"
    yield from ("", "## Body by body")
    for body in bodies():
        yield from _numbers(body)
    yield from _differences()


def _counts(body: str, year: int) -> str:
    """Our number, then that of every reading that speaks of the year."""
    told = [theirs(body, reading).get(year) for reading in bodies()[body]["readings"]]
    return f"**{len(ours(body, year))}** " + " ".join(str(len(members)) for members in told if members is not None)


def _numbers(body: str) -> Iterator[str]:
    """Runs of years with the same numbers are one row."""
    names = list(bodies()[body]["readings"])
    yield from (
        "",
        f"### {body}",
        "",
        f"| 1 January of | ours | {' | '.join(names)} |",
        "|---|---|" + "---|" * len(names),
    )
    rows = [(year, _row(body, names, year)) for year in YEARS]
    starts = [i for i, (_, row) in enumerate(rows) if i == 0 or rows[i - 1][1] != row]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        first, last = rows[start][0], rows[end - 1][0]
        yield f"| {first if first == last else f'{first}–{last}'} | {rows[start][1]} |"


def _row(body: str, names: list[str], year: int) -> str:
    cells = [f"{len(ours(body, year))}: {' '.join(sorted(ours(body, year)))}".rstrip(": ")]
    for name in names:
        members = theirs(body, name).get(year)
        mark = "" if members is None or members == ours(body, year) else " ≠"
        cells.append("silent" if members is None else f"{len(members)}{mark}")
    return " | ".join(cells)


def _differences() -> Iterator[str]:
    yield from ("", "## Differences, one by one", "", "| body | years | reading | it has | it lacks | rule | why |")
    yield "|---|---|---|---|---|---|---|"
    for body, entry in bodies().items():
        for row in entry["differences"]:
            cells = (body, str(row["years"]).replace("-", "–"), ", ".join(row["in"]), row.get("more", ""))
            yield f"| {' | '.join((*cells, row.get('less', ''), row['rule'], row['why']))} |"


if __name__ == "__main__":
    print("\n".join(printed()))
