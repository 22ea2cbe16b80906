"""`kb cite`: a claim in, the document that makes it as a bibliography entry with the quote out."""

import json
from pathlib import Path

import click

from kb.cli.options import db_option


@click.command()
@click.argument("claim_id", metavar="CLAIM")
@db_option
@click.option("--format", "form", type=click.Choice(["bibtex", "csl-json"]), default="bibtex", show_default=True)
def command(claim_id: str, db: Path, form: str) -> None:
    """Cite CLAIM (its number or its key): who says so, where, in which words."""
    from kb.citations import to_bibtex, to_csl
    from kb.errors import TableError
    from kb.store.database import open_for_reading
    from kb.store.reader.events import claim

    with open_for_reading(db) as conn:
        row = claim(conn, claim_id)
    if row is None:
        raise TableError(f"no claim {claim_id!r}")
    click.echo(to_bibtex(row) if form == "bibtex" else json.dumps([to_csl(row)], ensure_ascii=False, indent=1))
