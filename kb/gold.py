"""Folders of annotated texts in, gold to score against out: whole annotations (JSON) or claims alone (YAML)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kb.errors import TableError
from kb.model import CLAIM_TYPES, LANGUAGES, POLARITIES

_SLOTS = ("type", "subject", "object", "edtf", "polarity")
_OPTIONAL, _NONE, _OR = "opt", "null", "|"
# What the annotation format calls the other right answers of a slot.
_OTHERS = {"type": "types", "subject": "subjects", "object": "objects"}


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated text: `marks` is the JSON of the annotation format, without `mentions` where only claims are."""

    name: str
    text: str
    marks: Mapping[str, Any]


def read_gold(directory: Path, texts: Path | None = None) -> Iterator[Gold]:
    """Every `*.json` of a directory with the text it names, beside it or in `texts`; every passage of its `*.yml`.

    Raises TableError for a folder without gold and for a file that is none, with its name.
    """
    whole, claims = sorted(directory.glob("*.json")), sorted(directory.glob("*.yml"))
    if not whole and not claims:
        raise TableError(f"{directory}: no gold in it")
    for path in whole:
        try:
            marks = json.loads(path.read_text(encoding="utf-8"))
            text = ((texts or directory) / marks["file"]).read_bytes().decode("utf-8").removeprefix("\ufeff")
        except (OSError, ValueError, KeyError) as error:
            raise TableError(f"{path}: {error}") from error
        yield Gold(path.stem, text, marks)
    for path in claims:
        yield from _passages(path)


def _passages(path: Path) -> Iterator[Gold]:
    """`lang` and `passages`, each with `id`, `text` and `claims`: rows of type, subject, object, date, polarity."""
    try:
        # Nothing is read as a date or a number: "2014-05" is what stands there.
        table = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        lang, passages = table["lang"], table["passages"]
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise TableError(f"{path}: {error}") from error
    if lang not in LANGUAGES:
        raise TableError(f"{path}: {lang!r}: no such language")
    for passage in passages:
        named = isinstance(passage, dict) and all(isinstance(passage.get(key), str) for key in ("id", "text"))
        if not named:
            raise TableError(f"{path}: a passage has no id or no text")
        text = passage["text"]
        events = [_event(path, passage["id"], row, len(text)) for row in passage.get("claims") or ()]
        marks = {"segments": [{"start": 0, "end": len(text), "lang": lang}], "events": events}
        yield Gold(passage["id"], text, marks)


def _event(path: Path, name: str, row: Sequence[str], end: int) -> dict[str, Any]:
    """A row of claims as an event of the annotation format; "a|b": either is right."""
    words = isinstance(row, list) and all(isinstance(value, str) for value in row)
    if not words or not len(_SLOTS) <= len(row) <= len(_SLOTS) + 1:
        raise TableError(f"{path}: {name}: {row}: type, subject, object, date, polarity are expected")
    slots = {
        slot: [None if choice.strip() in {_NONE, ""} else choice.strip() for choice in value.split(_OR)]
        for slot, value in zip(_SLOTS, row, strict=False)
    }
    known = set(slots["type"]) <= set(CLAIM_TYPES) and set(slots["polarity"]) <= set(POLARITIES)
    if not known or row[len(_SLOTS) :] not in ([], [_OPTIONAL]):
        raise TableError(f"{path}: {name}: {row}: no such type or polarity")
    event: dict[str, Any] = {slot: choices[0] for slot, choices in slots.items()}
    event |= {f"alt_{_OTHERS.get(slot, slot)}": choices[1:] for slot, choices in slots.items()}
    return {**event, "start": 0, "end": end, "optional": len(row) > len(_SLOTS)}
