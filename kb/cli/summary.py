"""`kb summary`: what a database holds, and how its timeline begins."""

from pathlib import Path

import click

from kb.cli.options import db_option, lang_option


@click.command()
@db_option
@lang_option
@click.option("--rows", type=click.IntRange(0), default=15, show_default=True, help="Rows of the timeline.")
def command(db: Path, lang: str, rows: int) -> None:
    """How much there is of everything, and the first events of the timeline that documents tell."""
    from kb.cli.output import print_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.documents import languages, sizes
    from kb.store.reader.events import Filter, timeline

    with open_for_reading(db) as conn:
        counts = sizes(conn)
        spoken = ", ".join(f"{number} {name or 'unknown'}" for name, number in languages(conn).items())
        events = [row for row in timeline(conn, Filter(international=True), lang) if row["n_documents"]]
    click.echo(f"{db}: {counts.pop('documents')} documents ({spoken}), "
               + ", ".join(f"{number} {name}" for name, number in counts.items()))  # fmt: skip
    print_rows(events[:rows], ("edtf", "type", "subject", "object", "support", "n_documents", "langs"), "table")
    click.echo(f"… {max(0, len(events) - rows)} more: kb timeline --db {db}")
