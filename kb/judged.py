"""The judgements beside a database: read from the reviewed CSV and the table, written to both."""

from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

from kb.errors import TableError
from kb.judgements import Judgement, checked, from_csv, to_csv
from kb.store.judgements import csv_path, read_table, table_path, write_table


def all_judgements(db: Path) -> list[Judgement]:
    """What either place holds; a row that stands in both counts once."""
    found = {j.id: j for j in (*_in_csv(csv_path(db)), *_in_table(table_path(db)))}
    return sorted(found.values(), key=lambda j: (j.at, j.id))


def synced_judgements(db: Path) -> list[Judgement]:
    """The same, after what one place lacked was written there: pages write the table, people review the file."""
    found = all_judgements(db)
    places = (_in_csv(csv_path(db)), _in_table(table_path(db)))
    if any({j.id for j in there} != {j.id for j in found} for there in places):
        write_judgements(db, found)
    return found


def add_judgement(db: Path, judgement: Judgement) -> None:
    """Into both places, with whatever one of them lacked."""
    write_judgements(db, [*all_judgements(db), checked(judgement)])


def write_judgements(db: Path, judgements: Iterable[Judgement]) -> None:
    rows = list(judgements)
    write_table(table_path(db), [(j.id, *astuple(j)) for j in rows])
    path = csv_path(db)
    beside = path.with_name(path.name + ".writing")
    beside.write_text(to_csv(rows), encoding="utf-8")
    beside.replace(path)


def _in_csv(path: Path) -> list[Judgement]:
    if not path.is_file():
        return []
    try:
        return from_csv(path.read_text(encoding="utf-8-sig"), path.name)
    except UnicodeDecodeError as exc:
        raise TableError(f"{path}: not UTF-8") from exc


def _in_table(path: Path) -> list[Judgement]:
    return [checked(Judgement(*(str(value) for value in row))) for row in read_table(path)]
