"""`kb coverage`: the years that documents speak of, and those that none does, of all or of each body."""

import sqlite3
from pathlib import Path

import click

from kb.cli.options import db_option, format_option, lang_option


@click.command()
@db_option
@format_option
@lang_option
@click.option("--entity", help="Only dates in sentences that speak of this entity.")
@click.option("--bodies", is_flag=True, help="By body: dates in sentences that speak of it; gaps while it lived.")
@click.option("--from", "since", type=click.IntRange(1, 9999), help="First year.")
@click.option("--to", "until", type=click.IntRange(1, 9999), help="Last year.")
def command(
    db: Path, form: str, lang: str, entity: str | None, bodies: bool, since: int | None, until: int | None
) -> None:
    """How many documents, in which language, name each year; gaps are named on stderr."""
    from kb.cli.days import in_order
    from kb.cli.output import note, print_rows
    from kb.coverage import gaps, within
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_body, resolve_entity
    from kb.store.reader.events import coverage

    in_order(since, until)
    with open_for_reading(db) as conn:
        if bodies:
            _by_body(conn, resolve_body(conn, entity) if entity else None, form, lang, since, until)
            return
        rows = within(coverage(conn, resolve_entity(conn, entity) if entity else None), since, until)
    print_rows(rows, ("year", "documents", "en", "ru", "kk", "dates"), form, "coverage")
    for first, last in gaps([row["year"] for row in rows], since, until):
        note(f"no document speaks of {_years(first, last)}")


def _by_body(
    conn: sqlite3.Connection, body: str | None, form: str, lang: str, since: int | None, until: int | None
) -> None:
    from kb.cli.output import note, print_rows
    from kb.coverage import body_gaps, span_of, within
    from kb.model import today
    from kb.store.reader.events import bodies_spoken_of, coverage_of_bodies

    every = coverage_of_bodies(conn, lang)
    known = [row for row in bodies_spoken_of(conn, lang) if body in (None, row["body_id"])]
    rows = within((row for row in every if body in (None, row["body_id"])), since, until)
    print_rows(rows, ("body", "year", "documents", "en", "ru", "kk", "dates"), form, "coverage-bodies")
    for gap in body_gaps(known, rows, span_of(every, int(today()[:4]), since, until)):
        note(f"{gap['body_id']}: no document speaks of {_years(gap['first'], gap['last'])}")


def _years(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(first)
