"""Market and institutional block, voting power, consolidated index."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.convergence.composite import IndexOptions, block_weights, consolidated, leave_one_out, monte_carlo, ranks
from kb.convergence.institutional import DepthOptions, Institutions, pair_depth, with_group, within
from kb.convergence.market import MEANS, flows_of, group_ties, intensity, introversion, pair_ties, within_ties
from kb.convergence.power import power, quota_votes, voting_sets
from kb.convergence.regions import members_by_year, region_codes
from kb.errors import TableError

# origin, destination, value: kz and ru trade 30, kz and by 10, ru and by 20
ROWS = [("kz", "ru", 10), ("ru", "kz", 20), ("kz", "by", 4), ("by", "kz", 6), ("ru", "by", 10), ("by", "ru", 10)]
TABLE = pd.DataFrame([(a, b, 2000, "trade", "US$", float(v)) for a, b, v in ROWS],
                     columns=["origin", "destination", "year", "indicator", "unit", "value"])  # fmt: skip
FLOWS = flows_of(TABLE, "trade", ("by", "kz", "ru"), (2000,))
SIZES = np.array([[100.0, 200.0, 800.0]])


def test_ties_by_hand() -> None:
    ties = pair_ties(FLOWS, SIZES)
    assert np.isclose(ties["kz", "ru"].iloc[0], 100 * np.sqrt(30 / 200 * 30 / 800))
    assert np.isclose(group_ties(FLOWS, SIZES, "kz", ["ru", "by"]).iloc[0], 100 * np.sqrt(40 / 200 * 40 / 900))
    each = [group_ties(FLOWS, SIZES, c, FLOWS.countries).iloc[0] for c in FLOWS.countries]
    assert np.isclose(within_ties(FLOWS, SIZES).iloc[0], np.mean(each))
    assert FLOWS.totals.tolist() == [[30, 40, 50]]
    assert np.isclose(intensity(FLOWS)["kz", "ru"].iloc[0], 30 * 120 / (40 * 50))


@settings(max_examples=50)
@given(st.floats(0.01, 0.5), st.floats(0, 0.49), st.sampled_from(["geometric", "harmonic", "minimum"]))
def test_one_sided_dependence_scores_lower(share: float, shift: float, mean: str) -> None:
    """Two sides that together depend as much, one more and one less, never score higher than two equal ones."""
    move = share * shift
    equal = MEANS[mean](np.array([share]), np.array([share]))
    unequal = MEANS[mean](np.array([share + move]), np.array([share - move]))
    assert unequal[0] <= equal[0] + 1e-12


def test_gaps_of_flows_stay_gaps() -> None:
    part = TABLE[~((TABLE["origin"] == "kz") & (TABLE["destination"] == "ru"))]
    assert np.isnan(pair_ties(flows_of(part, "trade", ("by", "kz", "ru"), (2000,)), SIZES)["kz", "ru"].iloc[0])
    zero = flows_of(part, "trade", ("by", "kz", "ru"), (2000,), unreported="zero")
    assert np.isclose(pair_ties(zero, SIZES)["kz", "ru"].iloc[0], 100 * np.sqrt(20 / 200 * 20 / 800))


def test_introversion_by_hand() -> None:
    rows = [("kz", "ru", 10.0), ("kz", "cn", 5.0), ("ru", "cn", 5.0), ("cn", "us", 20.0)]
    both = [(a, b, 2000, "t", "u", v) for x, y, v in rows for a, b in ((x, y), (y, x))]
    flows = flows_of(pd.DataFrame(both, columns=TABLE.columns), "t", ("cn", "kz", "ru", "us"), (2000,), "zero")
    # mutual flows are twice these: inside 40 of 60 of the region, crossing 20 of 100 of the rest
    hi, he = (40 / 60) / (20 / 100), (1 - 40 / 60) / (1 - 20 / 100)
    assert np.isclose(introversion(flows, ("kz", "ru")).iloc[0], (hi - he) / (hi + he))
    with pytest.raises(TableError, match="outside"):
        introversion(flows, flows.countries)


def spell(body: str, member: str, start: str, end: str | None = None, status: str = "member") -> dict[str, str | None]:
    return {"organization_id": body, "member_id": member, "status": status, "start_earliest": start,
            "start_latest": start, "end_earliest": end, "end_latest": end}  # fmt: skip


SPELLS = [
    spell("cis", "kz", "1991-12-21"), spell("cis", "ru", "1991-12-21"), spell("cis", "ge", "1993-12-09", "2009-08-18"),
    spell("eaeu", "kz", "2015-01-01"), spell("eaeu", "ru", "2015-01-01"), spell("eaeu", "kg", "2015-08-12"),
    spell("eaeu", "md", "2018-05-14", None, "observer"),
]  # fmt: skip


def test_members_of_a_year() -> None:
    assert members_by_year(SPELLS, "eaeu", (2014, 2015)) == {2014: (), 2015: ("kg", "kz", "ru")}
    assert members_by_year(SPELLS, "eaeu", (2015,), "whole") == {2015: ("kz", "ru")}
    assert members_by_year(SPELLS, "cis", (2009,), "any")[2009] == ("ge", "kz", "ru")
    assert members_by_year(SPELLS, "cis", (2009,), "end")[2009] == ("kz", "ru")


def test_regions_in_words() -> None:
    assert region_codes("RU,chn") == ("cn", "ru")
    assert region_codes("Neighbours", "kz") == ("cn", "kg", "ru", "tm", "uz")
    for text, country in (("neighbours", None), ("neighbours", "jp")):
        with pytest.raises(TableError):
            region_codes(text, country)


def test_depth_counts_bodies_by_stage_and_instruments_in_force() -> None:
    stages = [{"organization_id": "eaeu", "stage": "stage-economic-union", "earliest": "2015-01-01"}]
    parties = [{"instrument_id": "t", "country": c, "start": "2016-05-01", "end": None} for c in ("kz", "ru")]
    depth = pair_depth(Institutions(SPELLS, stages, parties), ("kz", "ru", "kg"), (2014, 2015, 2016))
    assert depth["kz", "ru"].tolist() == [1.0, 7.0, 7.25] and depth["kz", "kg"].tolist() == [0.0, 6.0, 6.0]
    assert np.isclose(within(depth).iloc[1], (7 + 6 + 6) / 3) and with_group(depth, "kg").tolist() == [0.0, 6.0, 6.0]
    only = pair_depth(Institutions(SPELLS, stages), ("kz", "ru"), (2015,), DepthOptions(("cis",)))
    assert only["kz", "ru"].tolist() == [1.0]


def by_orders(weights: dict[str, Fraction], quota: Fraction) -> dict[str, float]:
    """Shapley–Shubik by its definition: who turns a losing row into a winning one."""
    found = dict.fromkeys(weights, 0)
    orders = list(permutations(weights))
    for order in orders:
        total = Fraction(0)
        for member in order:
            total += weights[member]
            if total >= quota:
                found[member] += 1
                break
    return {member: count / len(orders) for member, count in found.items()}


@pytest.mark.parametrize("name", voting_sets())
@pytest.mark.parametrize("base", ["full", "present"])
def test_power_by_its_definition(name: str, base: str) -> None:
    voting = voting_sets()[name]
    quota = quota_votes(voting, base=base)
    table = power(voting.weights, quota)
    assert table["shapley_shubik"].to_dict() == pytest.approx(by_orders(dict(voting.weights), quota))
    assert np.isclose(table["banzhaf"].sum(), 1) and np.isclose(table["shapley_shubik"].sum(), 1)


def test_power_of_known_bodies() -> None:
    """The Council of six of 1958: weights 4 4 4 2 2 1, quota 12; Luxembourg had none (Felsenthal and Machover 1998)."""
    six = {c: Fraction(w) for c, w in zip(("de", "fr", "it", "nl", "be", "lu"), (4, 4, 4, 2, 2, 1), strict=True)}
    table = power(six, Fraction(12))
    assert table["shapley_shubik"].tolist() == pytest.approx([14 / 60, 14 / 60, 14 / 60, 9 / 60, 9 / 60, 0])
    assert table["banzhaf"].tolist() == pytest.approx([5 / 21, 5 / 21, 5 / 21, 3 / 21, 3 / 21, 0])


def test_the_base_of_the_quota_matters_where_votes_are_missing() -> None:
    five = voting_sets()["eurasec-integration-committee-five"]
    assert (five.present, quota_votes(five), quota_votes(five, base="present")) == (
        85,
        Fraction(200, 3),
        Fraction(170, 3),
    )
    full, present = (power(five.weights, quota_votes(five, base=b)) for b in ("full", "present"))
    assert full["banzhaf"]["ru"] == pytest.approx(1 / 3) and present["banzhaf"]["ru"] == pytest.approx(5 / 11)
    with pytest.raises(TableError, match="never"):
        power(five.weights, Fraction(90))


BLOCKS = pd.DataFrame({"x": [1.0, 2.0, 3.0], "y": [30.0, 20.0, 10.0], "z": [0.0, 5.0, 10.0]}, index=list("abc"))


def test_index_by_hand() -> None:
    assert consolidated(BLOCKS).tolist() == pytest.approx([0.01 + 0.99 / 3, 0.505, 0.01 + 0.99 * 2 / 3])
    ranked = consolidated(BLOCKS, IndexOptions("rank", {"x": 1.0}))
    assert ranks(ranked).to_dict() == {"a": 3, "b": 2, "c": 1}
    assert block_weights(BLOCKS, "pca").tolist() == pytest.approx([1 / 3] * 3)
    base = pd.DataFrame({"x": [0.0, 10.0], "y": [0.0, 40.0], "z": [0.0, 20.0]})
    wider = consolidated(BLOCKS, IndexOptions(weights={"z": 1.0}), base)
    assert wider.tolist() == pytest.approx([0.01, 0.01 + 0.99 * 0.25, 0.505])


def test_geometric_punishes_imbalance_and_refuses_z_scores() -> None:
    even = pd.DataFrame({"x": [0.0, 5.0, 10.0], "y": [10.0, 5.0, 0.0]})
    values = consolidated(even, IndexOptions(aggregate="geometric"))
    assert values[1] > values[0] and np.isclose(values[0], values[2])
    with pytest.raises(TableError, match="geometric"):
        consolidated(even, IndexOptions("zscore", aggregate="geometric"))


def test_sensitivity_of_ranks() -> None:
    left = leave_one_out(BLOCKS)
    assert left["y"].tolist() == [3, 2, 1] and list(left.columns) == ["x", "y", "z"]
    drawn = monte_carlo(BLOCKS, 400, seed=1)
    assert drawn.equals(monte_carlo(BLOCKS, 400, seed=1))
    assert (drawn["rank_low"] <= drawn["rank_median"]).all() and (drawn["rank_median"] <= drawn["rank_high"]).all()
    same = monte_carlo(BLOCKS[["x", "z"]], 100)
    assert same["rank_low"].tolist() == same["rank_high"].tolist() == [3, 2, 1]
