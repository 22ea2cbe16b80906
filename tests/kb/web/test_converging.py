"""Questions of convergence in, answers and their pictures out, on the figures that ship."""

from itertools import combinations

import numpy as np
import pytest

from kb.convergence.institutional import Institutions
from kb.convergence.plane import plane
from kb.convergence.tables import shipped_indicators
from kb.errors import TableError
from kb.web.asking import Options, Question
from kb.web.converging import answer
from kb.web.line_chart import LETTER, line_chart
from kb.web.plane_chart import heat_map, point_map, rank_ladder
from kb.web.sheets import NARROW, SHEETS, Sheet

TWO = ("gdp_per_capita_usd", "gdp_growth_pct")
THREE = (*TWO, "population")
LEVELS = ("gdp_per_capita_constant_2015_usd",)
SPELLS = [{"organization_id": "eaeu", "member_id": code, "status": "member", "start_earliest": "2015-01-01",
           "start_latest": "2015-01-01", "end_earliest": None, "end_latest": None}
          for code in ("by", "kz", "ru")]  # fmt: skip


def ask(kind: str, indicators: tuple[str, ...] = TWO, countries: tuple[str, ...] = (), **more: object) -> Question:
    return Question(kind, countries, indicators, (), {}, Options(), **more)  # type: ignore[arg-type]


def test_two_indicators_are_the_axes_of_the_points() -> None:
    found = answer(shipped_indicators(), ask("points", year=2012), "en")
    assert found.about["year"] == 2012 and found.about["shares"] == []
    for row in found.rows:
        assert (row["x"], row["y"]) == (row[TWO[0]], row[TWO[1]])
        apart = np.hypot(row["x"] - found.about["centre"]["x"], row["y"] - found.about["centre"]["y"])
        assert row["value"] == pytest.approx(apart)
    assert [row["value"] for row in found.rows] == sorted(row["value"] for row in found.rows)


def test_more_indicators_are_laid_on_a_plane() -> None:
    found = answer(shipped_indicators(), ask("points", THREE), "en")
    assert len(found.about["shares"]) == 2 and 0.6 < sum(found.about["shares"]) <= 1
    assert found.about["shares"][0] >= found.about["shares"][1]


def test_a_plane_keeps_the_distances_of_points_that_lie_in_one() -> None:
    random = np.random.default_rng(7)
    flat = random.normal(size=(9, 2)) @ random.normal(size=(2, 5)) + 3
    found, shares = plane(flat)
    assert shares.sum() == pytest.approx(1)
    for a, b in ((0, 1), (2, 8), (4, 5)):
        assert np.linalg.norm(found[a] - found[b]) == pytest.approx(np.linalg.norm(flat[a] - flat[b]))
    line, _ = plane(flat[:, :1])
    assert line.shape == (9, 2) and not line[:, 1].any()


def test_every_country_is_in_one_club_or_in_none() -> None:
    found = answer(shipped_indicators(), ask("clubs", LEVELS), "en")
    assert set(found.groups) == set(found.series) == {row["name"] for row in found.rows}
    assert [row["club"] or 99 for row in found.rows] == sorted(row["club"] or 99 for row in found.rows)
    assert not found.about["converges"]


def test_an_index_ranks_the_pairs_of_its_year() -> None:
    asked = ask("index", countries=("by", "kz", "ru"), blocks=("convergence", "institutional"), year=2016)
    found = answer(shipped_indicators(), asked, "en", Institutions(SPELLS))
    assert [row["rank"] for row in found.rows] == [1, 2, 3] and {row["year"] for row in found.rows} == {2016}
    assert all(row["rank_low"] <= row["rank_median"] <= row["rank_high"] for row in found.rows)
    by_year = {(name, year): value for name, values in found.series.items() for year, value in values}
    assert all(by_year[f"{row['a']} {row['b']}", 2016] == pytest.approx(row["value"]) for row in found.rows)


@pytest.mark.parametrize("blocks", [("market",), ("convergence", "market")])
def test_an_index_with_markets_has_the_years_of_the_flows(blocks: tuple[str, ...]) -> None:
    found = answer(shipped_indicators(), ask("index", countries=("by", "kz", "ru"), blocks=blocks), "en")
    assert found.about["year"] == 2019 and {row["year"] for row in found.rows} == {2019}


@pytest.mark.parametrize(("asked", "found"), [((2015, 2030), (2015, 2023)), ((1980, 1995), (1992, 1995))])
def test_years_beyond_the_figures_are_left_out(asked: tuple[int, int], found: tuple[int, int]) -> None:
    years = tuple(range(asked[0], asked[1] + 1))
    scope = answer(shipped_indicators(), Question("pairs", ("kz", "ru"), TWO, years, {}, Options()), "en").scope
    assert (scope.years[0], scope.years[-1]) == found and len(scope.among) == 13


def test_years_without_figures_are_said_so() -> None:
    asked = Question("clubs", (), ("nobody_counts_this",), (), {}, Options())
    with pytest.raises(TableError):
        answer(shipped_indicators(), asked, "en")


@pytest.mark.parametrize("sheet", SHEETS)
def test_names_on_the_map_lie_on_no_other_name(sheet: Sheet) -> None:
    rows = [{"name": f"Country {n}", "centre": not n, "x": 1 + n % 4 / 50, "y": 2 + n // 4 / 40, "x0": 0.0, "y0": 9.0}
            for n in range(12)]  # fmt: skip
    boxes = []
    for point in point_map(rows, sheet)["points"]:
        wide = LETTER * len(point["name"])
        left = point["name_x"] - (wide if point["anchor"] == "end" else 0)
        boxes.append((left, left + wide, point["name_y"] - 10, point["name_y"]))
    for a, b in combinations(boxes, 2):
        assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]


def test_lines_of_a_narrow_chart_end_in_numbers_from_the_top() -> None:
    made = line_chart({"low": [(2000, 2.0), (2001, 1.0)], "gone": [(2000, None)] * 2, "high": [(2000, 1.5)]},
                      sheet=NARROW)  # fmt: skip
    assert made and [(line["label"], line["name"], line["colour"]) for line in made["key"]] == [
        ("1", "high", 3), ("2", "low", 1),
    ]  # fmt: skip


def test_heat_begins_with_the_pair_that_ended_closest() -> None:
    made = heat_map(
        {"far": [(2000, 1.0), (2001, 3.0)], "near": [(2000, 2.0), (2001, None)], "gone": [(2000, None)] * 2}
    )
    assert [name for name, _ in made["names"]] == ["near", "far", "gone"]
    assert [cell["shade"] for cell in made["cells"]] == [4, None, 2, 6, None, None]


def test_a_narrow_heat_map_has_a_path_for_each_shade() -> None:
    made = heat_map({"far": [(2000, 1.0), (2001, 3.0)], "near": [(2000, 2.0), (2001, None)]}, NARROW)
    assert {shade: area.count("M") for shade, area in made["areas"].items()} == {4: 1, None: 1, 2: 1, 6: 1}
    assert made["cells"] == []


def test_a_ladder_has_a_step_for_each_row() -> None:
    rows = [{"name": str(n), "rank": n, "rank_low": max(n - 1, 1), "rank_high": n} for n in range(1, 4)]
    made = rank_ladder(rows)
    assert [step["x"] for step in made["steps"]] == [x for x, _ in made["across"]]
    assert all(step["low"] <= step["x"] == step["high"] for step in made["steps"])
