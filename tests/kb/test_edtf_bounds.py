"""Bounds of EDTF strings, by hand and against the edtf library where it is able."""

import time
from typing import Any

import pytest
from edtf import parse_edtf

from kb.edtf_bounds import bounds

ROWS = [
    ("2000-10-10", "2000-10-10", "2000-10-10"),
    ("2014-02", "2014-02-01", "2014-02-28"),
    ("2012-02", "2012-02-01", "2012-02-29"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2008/2009", "2008-01-01", "2009-12-31"),
    ("1950/1999", "1950-01-01", "1999-12-31"),
    ("198X/199X", "1980-01-01", "1999-12-31"),
    ("2015-33", "2015-01-01", "2015-03-31"),
    ("2015-36", "2015-10-01", "2015-12-31"),
    ("2015-40", "2015-01-01", "2015-06-30"),
    ("2015-41", "2015-07-01", "2015-12-31"),
    ("2015-21", "2015-03-01", "2015-05-31"),
    ("2010~", "2010-01-01", "2010-12-31"),
    ("2010-05~", "2010-05-01", "2010-05-31"),
    ("1994~/1999", "1994-01-01", "1999-12-31"),
    ("2014-05-29/2015-01-01", "2014-05-29", "2015-01-01"),
]  # fmt: skip
OPEN = [
    ("2015/..", "2015-01-01", None),
    ("../2015-01-25", None, "2015-01-25"),
    ("2015/", "2015-01-01", None),
    ("/2015", None, "2015-12-31"),
    ("../..", None, None),
    ("XXXX-10-10", None, None),
    ("", None, None),
    ("soon", None, None),
    ("2014-13", None, None),
    ("2015-02-30", None, None),
    ("2015-33-01", None, None),
    ("2015-XX-XX", "2015-01-01", "2015-12-31"),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest"), ROWS + OPEN)
def test_bounds(edtf: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(edtf) == (earliest, latest)


def _iso(day: time.struct_time) -> str:
    return f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}"


@pytest.mark.parametrize("edtf", [row[0] for row in ROWS])
def test_the_library_agrees(edtf: str) -> None:
    parsed: Any = parse_edtf(edtf)

    assert bounds(edtf) == (_iso(parsed.lower_strict()), _iso(parsed.upper_strict()))
