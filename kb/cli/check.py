"""`kb check`: a database in, where texts and reference facts agree, differ or are silent out."""

from pathlib import Path

import click

from kb.cli.options import db_option, format_option, lang_option

_RESULTS = ("agree", "differ", "texts silent", "reference silent")


@click.command()
@db_option
@format_option
@lang_option
@click.option("--result", type=click.Choice(_RESULTS), multiple=True, help="Only these; agree and differ by default.")
@click.option("--entity", help="Only what this entity has part in.")
@click.option("--unverified", is_flag=True, help="Only reference facts that could not be confirmed.")
def command(db: Path, form: str, lang: str, result: tuple[str, ...], entity: str | None, unverified: bool) -> None:
    """Compare what texts say with what is known beforehand, and count what nobody has confirmed (on stderr)."""
    from kb.check import check_counts, check_rows
    from kb.cli.output import note, print_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_entity
    from kb.store.reader.systems import checked_events, unverified_facts

    with open_for_reading(db) as conn:
        wanted = resolve_entity(conn, entity) if entity else None
        rows = check_rows(checked_events(conn, lang))
        open_facts, facts = unverified_facts(conn)
    if wanted:
        rows = [row for row in rows if wanted in (row["subject_id"], row["object_id"])]
    shown = result or (_RESULTS if unverified else _RESULTS[:2])
    kept = [row for row in rows if row["result"] in shown and (not unverified or row["verified"] == "no")]
    columns = (
        "result",
        "type",
        "subject",
        "object",
        "date",
        "reference_date",
        "known_status",
        "langs",
        "documents",
        "why",
    )
    print_rows(kept, columns, form, "check")
    note(", ".join(f"{name}: {number}" for name, number in check_counts(rows).items()))
    note(f"{open_facts} of {facts} reference facts are unverified")
