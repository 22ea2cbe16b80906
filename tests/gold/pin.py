"""Pins the floors of the gate: `python tests/gold/pin.py`. A floor may rise freely; `--lower` lets it fall."""

import hashlib
import sys
from pathlib import Path

import yaml

from kb.evaluate import evaluate
from kb.extraction import extract_text, pipeline_of
from kb.gold import read_gold

GOLD = Path(__file__).parent
SHARED = GOLD.parents[2] / "shared"
PARTS = (
    "dev",
    "held",
    "claims_dev",
    "claims_held",
    "long_dev",
    "long_held",
    "pages_dev",
    "pages_held",
    "dense_dev",
    "dense_held",
    "prose_dev",
    "prose_held",
)
CEILINGS = {"traps_sprung", "planned_as_asserted"}


def main() -> None:
    target = GOLD / "floors.yml"
    old = yaml.safe_load(target.read_text(encoding="utf-8")) if target.exists() else {}
    entities = pipeline_of(()).registry.entities
    new: dict[str, dict[str, object]] = {"digest": {}}
    for part in PARTS:
        digest = hashlib.sha256()
        for path in sorted((GOLD / part).iterdir()):
            digest.update(path.read_bytes())
        new["digest"][part] = digest.hexdigest()
        scores = evaluate(read_gold(GOLD / part), extract_text, entities)
        new[part] = {lang: score.row() for lang, score in sorted(scores.items())}
    if (SHARED / "gold").is_dir():
        scores = evaluate(read_gold(SHARED / "gold", SHARED / "seeds"), extract_text, entities)
        new["articles"] = {lang: score.row() for lang, score in sorted(scores.items())}
    else:
        new["articles"] = dict(old["articles"])
    if "--lower" not in sys.argv:
        _keep_better(old, new)
    head = "# Floors of the quality gate, written by tests/gold/pin.py; traps and plans told as facts are ceilings.\n"
    target.write_text(head + yaml.safe_dump(new, sort_keys=False), encoding="utf-8")


def _keep_better(old: dict[str, dict[str, dict[str, float]]], new: dict[str, dict[str, object]]) -> None:
    for part in (*PARTS, "articles"):
        for lang, figures in old.get(part, {}).items():
            row = new[part][lang]
            assert isinstance(row, dict)
            for name, value in figures.items():
                better = min if name in CEILINGS else max
                row[name] = better(row[name], value)


if __name__ == "__main__":
    main()
