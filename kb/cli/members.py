"""`kb members`: an organization in, its members over time or on a date out."""

from pathlib import Path
from typing import Any

import click

from kb.cli.days import DAYS
from kb.cli.options import db_option, format_option, lang_option
from kb.model import STATUSES

_COLUMNS = ("member_id", "member", "status", "start_edtf", "end_edtf", "support")


@click.command()
@click.argument("org")
@db_option
@format_option
@lang_option
@click.option("--on", "days", type=DAYS, help="Only those who belong on this date: certainly or possibly.")
@click.option("--status", type=click.Choice(STATUSES), help="Only this status.")
@click.option("--why", is_flag=True, help="With the quotes and reference facts that say so.")
def command(
    org: str, db: Path, form: str, lang: str, days: tuple[str, str] | None, status: str | None, why: bool
) -> None:
    """Who belongs to ORG (an id, an abbreviation or a name), in which status, from when to when."""
    from kb.cli.output import print_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_body
    from kb.store.reader.memberships import evidence, members, members_on

    with open_for_reading(db) as conn:
        organization = resolve_body(conn, org)
        rows = members_on(conn, organization, days, status, lang) if days else members(conn, organization, status, lang)
        answer = "members-on" if days else "members"
        if why:
            found = [(row, evidence(conn, row["membership_id"])) for row in rows]
            print_rows(_with_reasons(found), (*_COLUMNS[1:5], "kind", "type", "path", "quote"), form, f"{answer}-why")
        else:
            print_rows(rows, (*_COLUMNS, "certainty") if days else _COLUMNS, form, answer)


def _with_reasons(found: list[tuple[dict[str, Any], list[dict[str, Any]]]]) -> list[dict[str, Any]]:
    return [
        {**row, **reason} for row, reasons in found for reason in reasons or [{"kind": "", "path": "", "quote": ""}]
    ]
