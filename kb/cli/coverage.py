"""`kb coverage`: the years that documents speak of, and those that none does."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kb.cli.options import db_option, format_option


@click.command()
@db_option
@format_option
@click.option("--entity", help="Only dates in sentences that name this entity.")
@click.option("--from", "since", type=click.IntRange(1, 9999), help="First year.")
@click.option("--to", "until", type=click.IntRange(1, 9999), help="Last year.")
def command(db: Path, form: str, entity: str | None, since: int | None, until: int | None) -> None:
    """How many documents, in which language, name each year; gaps are named on stderr."""
    from kb.cli.days import in_order
    from kb.cli.output import note, print_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_entity
    from kb.store.reader.events import coverage

    in_order(since, until)
    with open_for_reading(db) as conn:
        rows = coverage(conn, resolve_entity(conn, entity) if entity else None)
    rows = [row for row in rows if (since or 0) <= row["year"] <= (until or 9999)]
    print_rows(rows, ("year", "documents", "en", "ru", "kk", "dates"), form)
    for first, last in gaps([row["year"] for row in rows], since, until):
        note(f"no document speaks of {first}" + (f"–{last}" if last > first else ""))


def gaps(years: Sequence[int], since: int | None = None, until: int | None = None) -> Iterator[tuple[int, int]]:
    """First and last year of every stretch that is missing between the limits, or between the first and last year."""
    if not years and (since is None or until is None):
        return
    expected = since if since is not None else years[0]
    for year in years:
        if year > expected:
            yield expected, year - 1
        expected = year + 1
    if until is not None and until >= expected:
        yield expected, until
