"""What whole texts say, read by the whole pipeline, row by row: tests/cases/claims_fresh.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.extraction import extract_text
from kb.model import Claim

_CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "claims_fresh.yml").read_text(encoding="utf-8"))


def _line(claim: Claim) -> str:
    parts = [claim.type, claim.subject_id, claim.object_id or "-", claim.edtf or "-"]
    return " ".join([*parts, claim.polarity] if claim.polarity != "asserted" else parts)


@pytest.mark.parametrize("row", _CASES, ids=[f"{n}-{row['text'][:24]}" for n, row in enumerate(_CASES)])
def test_text_says(row: dict[str, Any]) -> None:
    found = {_line(c) for c in extract_text(row["text"]).claims if c.origin == "text"}
    assert sorted(found) == sorted(row["claims"])
