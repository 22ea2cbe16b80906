"""`kb cite`: a claim in, the document that makes it as a bibliography entry with the quote out."""

import json
import re
from pathlib import Path
from typing import Any

import click

from kb.cli.options import db_option

_SPECIAL = str.maketrans({c: "\\" + c for c in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}"})


@click.command()
@click.argument("claim_id", metavar="CLAIM")
@db_option
@click.option("--format", "form", type=click.Choice(["bibtex", "csl-json"]), default="bibtex", show_default=True)
def command(claim_id: str, db: Path, form: str) -> None:
    """Cite CLAIM (its number or its key): who says so, where, in which words."""
    from kb.errors import TableError
    from kb.store.database import open_for_reading
    from kb.store.reader.events import claim

    with open_for_reading(db) as conn:
        row = claim(conn, claim_id)
    if row is None:
        raise TableError(f"no claim {claim_id!r}")
    click.echo(to_bibtex(row) if form == "bibtex" else json.dumps([to_csl(row)], ensure_ascii=False, indent=1))


def to_bibtex(row: dict[str, Any]) -> str:
    fields = {
        "author": " and ".join(_authors(row)), "title": row["title"] or row["path"], "journal": row["source"],
        "year": (row["published"] or "")[:4], "doi": row["doi"], "url": row["url"], "pages": row["page"],
        "langid": {"en": "english", "ru": "russian", "kk": "kazakh"}.get(row["document_lang"] or ""),
        "note": f"“{_one_line(row['quote'])}”",
    }  # fmt: skip
    lines = [f"  {name} = {{{str(value).translate(_SPECIAL)}}}" for name, value in fields.items() if value]
    kind = "article" if row["source"] else "misc"
    return f"@{kind}{{{row['key']},\n" + ",\n".join(lines) + "\n}"


def to_csl(row: dict[str, Any]) -> dict[str, Any]:
    published = [int(part) for part in re.findall(r"\d+", row["published"] or "")]
    entry = {
        "id": row["key"], "type": "article-journal" if row["source"] else "document",
        "title": row["title"] or row["path"], "author": [{"literal": name} for name in _authors(row)],
        "container-title": row["source"], "issued": {"date-parts": [published]} if published else None,
        "DOI": row["doi"], "URL": row["url"], "language": row["document_lang"],
        "locator": str(row["page"]) if row["page"] else None, "note": _one_line(row["quote"]),
    }  # fmt: skip
    return {name: value for name, value in entry.items() if value}


def _authors(row: dict[str, Any]) -> list[str]:
    return list(json.loads(row["authors"])) if row["authors"] else []


def _one_line(text: str) -> str:
    return " ".join(text.split())
