"""Reference facts, sources and redirects: in go CSV tables, out come records; references are checked by the caller."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.edtf_bounds import bounds
from kb.model import CLAIM_TYPES, STATUSES, ReferenceFact, Source, hash_of
from kb.registry.checks import backwards, is_edtf
from kb.registry.tables import Table, control_character

_FACT_COLUMNS = ("type", "subject", "object", "status", "start", "end", "source")
_FACT_OPTIONAL = ("id", "participants", "unverified", "note")
_SOURCE_COLUMNS = ("id", "citation", "url", "retrieved")
_REDIRECT_COLUMNS = ("old_id", "new_id", "since", "reason")
# Who has one of these states has no other beside it.
_FULL = frozenset({"member", "suspended", "frozen"})
_NEVER = "9999-12-32"
_TRUE_WORDS = {"": False, "0": False, "no": False, "false": False, "1": True, "yes": True, "true": True}


@dataclass(frozen=True, slots=True)
class PlacedFact:
    """A fact with its line."""

    fact: ReferenceFact
    table: Table
    line: int


@dataclass(frozen=True, slots=True)
class PlacedRedirect:
    """An id that was merged into another, with its line."""

    old_id: str
    new_id: str
    since: str
    reason: str
    table: Table
    line: int


def _rows(
    table: Table, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and row; a missing or unknown column, or a row of the wrong length, stops."""
    if wrong := control_character(table.text):
        line = next(n for n, text in enumerate(table.text.split("\n"), 1) if control_character(text))
        raise table.error_at(line, f"control character {wrong} in a text")
    reader = csv.reader(io.StringIO(table.text, newline=""))
    header = next(reader, [])
    unknown = [column for column in header if column not in required + optional]
    missing = [column for column in required if column not in header]
    if unknown or missing:
        raise table.error_at(1, f"columns unknown: {unknown or 'none'}, missing: {missing or 'none'}")
    for cells in reader:
        if len(cells) != len(header) and cells:
            raise table.error_at(reader.line_num, f"{len(cells)} cells where the header has {len(header)}")
        if cells:
            yield reader.line_num, {column: cell.strip() for column, cell in zip(header, cells, strict=True)}


def read_facts(table: Table) -> Iterator[PlacedFact]:
    for line, row in _rows(table, _FACT_COLUMNS, _FACT_OPTIONAL):
        _check_fact(table, line, row)
        parts = [row[column] for column in ("type", "subject", "object", "status", "start", "end")]
        participants = tuple(row.get("participants", "").split())
        fact = ReferenceFact(
            row.get("id") or hash_of((*parts, *participants)), row["type"], row["subject"], row["object"] or None,
            row["status"] or None, row["start"] or None, row["end"] or None, row["source"],
            _TRUE_WORDS[row.get("unverified", "").lower()], row.get("note", ""), participants,
        )  # fmt: skip
        yield PlacedFact(fact, table, line)


def _check_fact(table: Table, line: int, row: dict[str, str]) -> None:
    reason = ""
    if row["type"] not in CLAIM_TYPES:
        reason = f"unknown type {row['type']!r}"
    elif row["type"] == "membership" and row["status"] not in STATUSES:
        reason = f"unknown status {row['status']!r}"
    elif row.get("unverified", "").lower() not in _TRUE_WORDS:
        reason = f"unverified: {row['unverified']!r} is neither yes nor no"
    for column in ("start", "end"):
        if row[column] and not is_edtf(row[column]):
            reason = f"{column}: {row[column]!r} is no EDTF date"
    reason = reason or backwards(row["start"], row["end"]) or ""
    if reason:
        raise table.error_at(line, reason)


def check_spells(facts: Iterable[PlacedFact]) -> None:
    """One pair is in one state at a time: a member is no observer, and nobody is suspended while a member."""
    pairs: dict[tuple[str, str | None], list[PlacedFact]] = {}
    for placed in facts:
        if placed.fact.type != "membership":
            continue
        before = pairs.setdefault((placed.fact.subject_id, placed.fact.object_id), [])
        for other in before:
            if _clash(placed.fact, other.fact):
                where = f"{Path(other.table.path).name}:{other.line}"
                reason = f"overlaps {other.fact.status} from {other.fact.start_edtf} of the same pair ({where})"
                raise placed.table.error_at(placed.line, f"{placed.fact.status} from {placed.fact.start_edtf} {reason}")
        before.append(placed)


def _clash(one: ReferenceFact, other: ReferenceFact) -> bool:
    """Whether two spells overlap whatever their vague dates mean; a partner may well be a candidate too."""
    if one.status != other.status and not {one.status, other.status} & _FULL:
        return False
    starts = [bounds(fact.start_edtf)[1] if fact.start_edtf else None for fact in (one, other)]
    ends = [bounds(fact.end_edtf)[0] if fact.end_edtf else None for fact in (one, other)]
    begun = max(start or _NEVER for start in starts)
    return begun < min(end or _NEVER for end in ends)


def read_sources(table: Table) -> Iterator[tuple[int, Source]]:
    for line, row in _rows(table, _SOURCE_COLUMNS):
        if not row["id"] or not row["citation"]:
            raise table.error_at(line, "a source needs id and citation")
        if row["url"] and not row["retrieved"]:
            raise table.error_at(line, "an address needs the day on which it was retrieved")
        yield line, Source(row["id"], row["citation"], row["url"], row["retrieved"])


def read_redirects(table: Table) -> Iterator[PlacedRedirect]:
    for line, row in _rows(table, _REDIRECT_COLUMNS):
        if not is_edtf(row["since"]):
            raise table.error_at(line, f"since: {row['since']!r} is no EDTF date")
        yield PlacedRedirect(row["old_id"], row["new_id"], row["since"], row["reason"], table, line)
