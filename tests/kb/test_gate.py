"""The quality gate: our own gold, pinned floors. Lowering a floor needs a reason in the commit."""

import hashlib
from pathlib import Path

import pytest
import yaml

from kb.evaluate import Score, evaluate, read_gold
from kb.extraction import extract_text, pipeline_of

GOLD = Path(__file__).parents[1] / "gold"
FLOORS = yaml.safe_load((GOLD / "floors.yml").read_text(encoding="utf-8"))
# Figures of which less is better.
CEILINGS = {"traps_sprung", "planned_as_asserted"}


@pytest.fixture(scope="module", params=["dev", "held"])
def scored(request: pytest.FixtureRequest) -> tuple[str, dict[str, Score]]:
    part = request.param
    return part, evaluate(read_gold(GOLD / part), extract_text, pipeline_of(()).registry.entities)


def test_no_figure_falls_below_its_floor(scored: tuple[str, dict[str, Score]]) -> None:
    part, scores = scored
    rows = {lang: score.row() for lang, score in scores.items()}
    fallen = [
        f"{part} {lang} {name}: {rows[lang][name]}, pinned {floor}"
        for lang, floors in FLOORS[part].items()
        for name, floor in floors.items()
        if (rows[lang][name] > floor if name in CEILINGS else rows[lang][name] < floor)
    ]
    assert not fallen, "\n".join(fallen)


@pytest.mark.parametrize("part", ["dev", "held"])
def test_gold_is_what_the_floors_were_pinned_on(part: str) -> None:
    digest = hashlib.sha256()
    for path in sorted((GOLD / part).iterdir()):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == FLOORS["digest"][part]
