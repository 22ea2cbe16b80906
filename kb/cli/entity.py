"""`kb entity`: an id or a name in, everything known of the entity out; or the list of those that texts brought in."""

import json
from pathlib import Path
from typing import Any

import click

from kb.cli.options import db_option, format_option, lang_option


@click.command()
@click.argument("entity_id", metavar="ID", required=False)
@db_option
@format_option
@lang_option
@click.option("--discovered", "listed", is_flag=True, help="List the entities that the registry does not hold.")
def command(entity_id: str | None, db: Path, form: str, lang: str, listed: bool) -> None:
    """What is known of one entity: names, dates, relations, memberships, how often it is named."""
    from kb.cli.output import print_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import discovered, resolve_entity

    if listed == bool(entity_id):
        raise click.UsageError("give an ID or --discovered")
    with open_for_reading(db) as conn:
        if entity_id is None:
            print_rows(discovered(conn), ("id", "type", "name", "documents", "mentions", "langs"), form, "discovered")
            return
        card = _card(conn, resolve_entity(conn, entity_id), lang)
    if form == "json":
        click.echo(json.dumps(card, ensure_ascii=False, indent=1))
    else:
        print_rows(_lines(card), ("what", "value"), form)


def _card(conn: Any, entity_id: str, lang: str) -> dict[str, Any]:
    from kb.store.reader import entities, memberships

    row = entities.entity(conn, entity_id) or {}
    return {
        **row, **entities.counts(conn, entity_id), "aliases": entities.aliases(conn, entity_id),
        "relations": entities.relations(conn, entity_id), "members": memberships.members(conn, entity_id, None, lang),
        "member_of": memberships.organizations_of(conn, entity_id, lang),
    }  # fmt: skip


def _lines(card: dict[str, Any]) -> list[dict[str, str]]:
    """The card as pairs, one line a name, relation or membership."""
    rows = [{"what": key, "value": str(value)} for key, value in card.items() if value not in (None, "", [])
            and not isinstance(value, list)]  # fmt: skip
    rows += [{"what": f"{a['kind']} ({a['lang']})", "value": a["text"]} for a in card["aliases"]]
    for r in card["relations"]:
        ends = (r["subject_id"], r["other"]) if r["subject_id"] == card["id"] else (r["other"], r["object_id"])
        rows.append({"what": "relation", "value": f"{ends[0]} {r['type']} {ends[1]}"})
    for key, name in (("members", "member"), ("member_of", "organization")):
        for m in card[key]:
            spell = f"{m['start_edtf'] or '?'} – {m['end_edtf'] or ''}".strip()
            rows.append({"what": key.replace("_", " "), "value": f"{m[name]}: {m['status']}, {spell}"})
    return rows
