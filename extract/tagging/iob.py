"""Sentences with IOB2 labels: a file in, sentences out; two label sequences in, exact span scores out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from kb.errors import TableError


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens and, as many, their labels."""

    tokens: tuple[str, ...]
    labels: tuple[str, ...]


def read_iob2(path: Path) -> list[Sentence]:
    """Sentences of a file of `token label` lines, an empty line between sentences."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    sentences: list[Sentence] = []
    rows: list[tuple[str, str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            rows.append(_row(path, number, line, rows[-1][1] if rows else "O"))
        elif rows:
            sentences.append(Sentence(tuple(t for t, _ in rows), tuple(label for _, label in rows)))
            rows = []
    if not sentences:
        raise TableError(f"{path}: holds no sentence")
    return sentences


def _row(path: Path, number: int, line: str, before: str) -> tuple[str, str]:
    token, _, label = line.strip().rpartition("\t" if "\t" in line else " ")
    token = token.strip()
    if not token:
        raise TableError(f"{path}:{number}: a token and its label are expected, found {line.strip()!r}")
    if label != "O" and label[:2] not in {"B-", "I-"}:
        raise TableError(f"{path}:{number}: {label!r} is no IOB2 label (O, B-X or I-X)")
    if label[:2] == "I-" and before[2:] != label[2:]:
        raise TableError(f"{path}:{number}: {label!r} follows {before!r}: in IOB2 a span starts with B-")
    return token, label


def spans_of(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """Half-open token spans with their label."""
    edges = [i for i, label in enumerate(labels) if label[:2] != "I-"] + [len(labels)]
    spans = set()
    for start, stop in pairwise(edges):
        if labels[start] != "O":
            spans.add((start, stop, labels[start][2:]))
    return spans


def score(gold: Iterable[Sequence[str]], found: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Exact span precision, recall and F1, over all labels and for each."""
    right, wanted, given = Counter[str](), Counter[str](), Counter[str]()
    for gold_labels, found_labels in zip(gold, found, strict=True):
        gold_spans, found_spans = spans_of(gold_labels), spans_of(found_labels)
        wanted.update(label for *_, label in gold_spans)
        given.update(label for *_, label in found_spans)
        right.update(label for *_, label in gold_spans & found_spans)
    labels = {
        label: _measures(right[label], wanted[label], given[label]) | {"support": wanted[label]}
        for label in sorted(wanted | given)
    }
    return {**_measures(right.total(), wanted.total(), given.total()), "labels": labels}


def _measures(right: int, wanted: int, given: int) -> dict[str, float]:
    return {
        "f1": round(2 * right / (wanted + given), 4) if wanted + given else 0.0,
        "precision": round(right / given, 4) if given else 0.0,
        "recall": round(right / wanted, 4) if wanted else 0.0,
    }
