"""Who signed, ratified, adopted or founded, read by the whole pipeline, row by row: tests/cases/parties.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.extraction import extract_text
from kb.model import Claim

_CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "parties.yml").read_text(encoding="utf-8"))
_ACTS = frozenset({"signed", "ratified", "adopted", "established"})


def _line(claim: Claim) -> str:
    mood = [claim.polarity] if claim.polarity != "asserted" else []
    return " ".join([claim.type, claim.subject_id, *mood, *(p.entity_id for p in claim.participants)])


@pytest.mark.parametrize("row", _CASES, ids=[f"{n}-{row['text'][:24]}" for n, row in enumerate(_CASES)])
def test_who_took_part(row: dict[str, Any]) -> None:
    found = {_line(c) for c in extract_text(row["text"]).claims if c.origin == "text" and c.type in _ACTS}
    assert sorted(found) == sorted(row["parties"])
