"""Published numbers and another implementation; skipped where the package with the panel is not installed."""

import numpy as np
import pytest

from kb.convergence.beta import beta
from kb.convergence.clubs import ClubOptions, find_clubs

clubs_package = pytest.importorskip("convergence_clubs", reason="the published panel comes with convergence-clubs")


def test_published_clubs_of_152_countries() -> None:
    """Phillips and Sul (2009): per-capita GDP 1970-2003, HP filter 400 on logs, first third left out."""
    panel = clubs_package.load_gdp()
    found = find_clubs(panel, ClubOptions(merge=False))
    assert len(panel) == 152
    assert (round(found.everyone.b, 3), round(found.everyone.t, 1)) == (-0.875, -159.6)
    # The last two pass with a slope below zero: a club by the test, left over by its sense.
    assert [len(club.members) for club in found.clubs] == [50, 30, 21, 24, 14, 11, 2]
    assert found.clubs[-1].test.b < 0 and found.diverging == ()
    joined = find_clubs(panel)
    assert [len(club.members) for club in joined.clubs] == [50, 30, 21, 38, 11, 2]


def test_agreement_with_the_package() -> None:
    panel = clubs_package.load_gdp()
    theirs = clubs_package.find_clubs(clubs_package.hp_filter(np.log(panel)))
    ours = find_clubs(panel, ClubOptions(merge=False))
    for club, other in zip(ours.clubs, theirs.clubs, strict=True):
        assert {panel.index.get_loc(name) for name in club.members} == set(other.ids)
        assert np.isclose(club.test.t, other.model.t_value)
    line = clubs_package.beta_convergence(panel)
    own = beta(panel, 1970, 2003)
    assert np.isclose(own.b, line.beta) and np.isclose(own.t, line.t_value)
    assert np.isclose(own.speed_exact or 0, line.speed)
