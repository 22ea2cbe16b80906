"""`kb diff`: an organization and two dates in, who came, left or changed status between them out."""

from pathlib import Path
from typing import Any

import click

from kb.cli.days import DAYS
from kb.cli.options import db_option, format_option, lang_option

_CAME = {"member": "joined", "suspended": "joined, then suspended", "frozen": "joined, then frozen"}
_INSIDE = frozenset({*_CAME, "participant"})


@click.command()
@click.argument("org")
@click.argument("first", type=DAYS)
@click.argument("second", type=DAYS)
@db_option
@format_option
@lang_option
def command(org: str, first: tuple[str, str], second: tuple[str, str], db: Path, form: str, lang: str) -> None:
    """What changed in the composition of ORG between two dates."""
    from kb.cli.output import print_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_body
    from kb.store.reader.memberships import members_on

    with open_for_reading(db) as conn:
        organization = resolve_body(conn, org)
        before, after = (members_on(conn, organization, days, None, lang) for days in (first, second))
    print_rows(changes(before, after), ("change", "member_id", "member", "before", "after"), form)


def changes(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for every member whose statuses differ; a possible one is marked with a question mark."""
    names = {row["member_id"]: row["member"] for row in [*before, *after]}
    old, new = _statuses(before), _statuses(after)
    return [
        {"change": _word(old.get(m, ""), new.get(m, "")), "member_id": m, "member": names[m], "before": old.get(m, ""),
         "after": new.get(m, "")}
        for m in sorted(names) if old.get(m) != new.get(m)
    ]  # fmt: skip


def _statuses(rows: list[dict[str, Any]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["member_id"], []).append(row["status"] + ("" if row["certainty"] == "certain" else "?"))
    return {member: ", ".join(sorted(statuses)) for member, statuses in found.items()}


def _word(old: str, new: str) -> str:
    """What happened between the two dates; whoever is suspended now and was not there had joined meanwhile."""
    before, after = old.replace("?", ""), new.replace("?", "")
    if before == after:
        return "less certain" if "?" in new else "more certain"
    if not before:
        return _CAME.get(after, f"became {after}")
    if not after:
        return "left" if before in _INSIDE else f"no longer {before}"
    if after == "member":
        return "resumed" if before in _CAME else "joined"
    return after if after in _CAME else f"became {after}"
