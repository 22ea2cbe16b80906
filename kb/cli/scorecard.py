"""`kb scorecard`: a body in, what its members signed, ratified and put into force out."""

from pathlib import Path

import click

from kb.cli.options import db_option, format_option, lang_option, registry_option

_SCORE = ("member", "signed", "binding", "ratified", "came_into_force", "in_force_now", "ended", "left", "open",
          "unknown", "implementation_gap", "median_days_to_ratification", "median_days_to_force")  # fmt: skip
_DETAIL = ("member", "instrument", "signed", "ratified", "acceded", "in_force", "ended", "days_to_force", "state")


@click.command()
@click.argument("org")
@db_option
@format_option
@lang_option
@registry_option
@click.option("--detail", is_flag=True, help="One row for each member and instrument.")
@click.option("--open", "only_open", is_flag=True, help="With --detail: only what is still open.")
def command(
    org: str, db: Path, form: str, lang: str, registry_dirs: tuple[Path, ...], detail: bool, only_open: bool
) -> None:
    """The implementation gap of ORG, member by member: what is open among the instruments of which it is known."""
    from kb.cli.output import note, print_rows
    from kb.instruments import in_words, records
    from kb.registry.load import load_kinds
    from kb.scorecard import OPEN, detail_rows, scorecard_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_body
    from kb.store.reader.systems import instrument_acts, instruments, parties_of
    from kb.web.words import words

    with open_for_reading(db) as conn:
        body = resolve_body(conn, org)
        found = records(instruments(conn, lang), instrument_acts(conn), load_kinds(*registry_dirs))
        rows = detail_rows(found, parties_of(conn, body, lang), body)
    if detail or only_open:
        shown = [row for row in rows if not only_open or row["state_id"] == OPEN]
        print_rows(in_words(shown, lang, words(lang).of), _DETAIL, form, "scorecard-detail")
        if not shown:
            unknown = sum(row["unknown"] for row in scorecard_rows(rows))
            silent = f"; of {unknown} rows (--detail) entry into force is not known" if unknown else ""
            note(f"{body}: nothing is known to be open{silent}")
    else:
        print_rows(scorecard_rows(rows), _SCORE, form, "scorecard")
