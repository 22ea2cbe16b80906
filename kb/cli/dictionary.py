"""`python -m kb.cli.dictionary`: schema and metadata in, `docs/data-dictionary.md` on stdout out."""

from collections.abc import Iterator, Mapping
from typing import Any

import click

from kb.store.reader.schema import Column, TableShape, schema
from kb.web.descriptions import metadata_for

_HEAD = """# Data dictionary

Made by `python -m kb.cli.dictionary > docs/data-dictionary.md`; a test compares the two.

{description}

Offsets are half-open and count characters (Unicode code points) of `documents.text`. A date is EDTF (ISO 8601-2) in \
the column that ends in `edtf`; beside it stand the first and the last day it may mean, empty on an open side.
"""
_SEARCH = ("_fts", "_trigram")


def dictionary() -> str:
    """Tables, then views, then the ready-made questions; what SQLite keeps for its search is left out."""
    metadata = metadata_for("kb")["databases"]["kb"]
    said: Mapping[str, Any] = metadata["tables"]
    shapes = [shape for shape in schema() if not _is_internal(shape, said)]
    parts = [_HEAD.format(description=metadata["description"].strip())]
    parts += ["## Tables\n", *(_table(shape, said.get(shape.name, {})) for shape in shapes if not shape.is_view)]
    parts += ["## Views\n", *(_view(shape, said.get(shape.name, {})) for shape in shapes if shape.is_view)]
    parts += ["## Ready-made questions\n", *(_query(name, row) for name, row in metadata["queries"].items())]
    return "\n".join(parts)


def _is_internal(shape: TableShape, said: Mapping[str, Any]) -> bool:
    return bool(said.get(shape.name, {}).get("hidden")) or any(mark in shape.name for mark in _SEARCH)


def _table(shape: TableShape, said: Mapping[str, Any]) -> str:
    rows = [_row(column, said.get("columns", {}).get(column.name, "")) for column in shape.columns]
    head = ["| column | type | | what it holds |", "|---|---|---|---|"]
    return "\n".join([*_title(shape, said), *head, *rows, ""])


def _row(column: Column, words: str) -> str:
    if column.key and not words:
        words = "Identifier of the row"
    return f"| `{column.name}` | {column.type.lower()} | {_role(column)} | {_cell(words)} |"


def _view(shape: TableShape, said: Mapping[str, Any]) -> str:
    names = ", ".join(f"`{column.name}`" for column in shape.columns)
    return "\n".join([*_title(shape, said), f"{names}\n"])


def _query(name: str, row: Mapping[str, Any]) -> str:
    lines = [f"### `{name}`\n", f"{row['title']}. {_cell(row.get('description', ''))}\n"]
    return "\n".join([*lines, f"```sql\n{row['sql'].strip()}\n```\n"])


def _title(shape: TableShape, said: Mapping[str, Any]) -> Iterator[str]:
    yield f"### `{shape.name}`\n"
    if said.get("description"):
        yield f"{_cell(said['description'])}\n"


def _role(column: Column) -> str:
    roles = ["key"] if column.key else ["required"] if column.required else []
    return ", ".join([*roles, f"→ `{column.refers}`"] if column.refers else roles)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    click.echo(dictionary(), nl=False)
