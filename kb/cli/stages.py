"""`kb stages`: bodies in, the stages of integration they went through out, with the instrument of each step."""

from pathlib import Path

import click

from kb.cli.days import DAYS
from kb.cli.options import db_option, format_option, lang_option


@click.command()
@click.argument("org", nargs=-1)
@db_option
@format_option
@lang_option
@click.option("--on", "days", type=DAYS, help="Only the stages that hold on this date.")
def command(org: tuple[str, ...], db: Path, form: str, lang: str, days: tuple[str, str] | None) -> None:
    """Preferential area, free trade area, customs union, common market, economic and monetary union over time.

    A stage lasts as long as its body: an economic union is a customs union too. `closer_from` says since when the
    body has been at a closer one as well.
    """
    from kb.cli.output import print_rows
    from kb.stages import chosen_rows, stage_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_body
    from kb.store.reader.systems import body_ends, instruments, stage_events

    with open_for_reading(db) as conn:
        wanted = {resolve_body(conn, name) for name in org}
        known = {row["id"] for row in instruments(conn)}
        rows = stage_rows(stage_events(conn, lang), body_ends(conn), known)
    rows = chosen_rows(rows, wanted, days)
    print_rows(rows, ("body", "stage", "since", "until", "closer_from", "instrument", "support"), form, "stages")
