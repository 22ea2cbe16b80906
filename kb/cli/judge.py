"""`kb judge`: a person's word on entities and claims in, kept beside the database and applied on consolidation."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kb.cli.options import db_option, format_option


@click.group()
def command() -> None:
    """Say that two entities are one or not, accept or reject a claim, correct a date; `kb consolidate` applies it.

    Judgements are rows with who, when and why in judgements.csv and judgements.db beside the database.
    """


def _said(function: Callable[..., None]) -> Callable[..., None]:
    """What every judgement says beside what it is about."""
    for option in (
        click.option("--why", default="", help="The reason, in words."),
        click.option("--who", default=getpass.getuser, show_default="your user name", envvar="KB_WHO"),
        db_option,
    ):
        function = option(function)
    return function


@command.command()
@click.argument("entity")
@click.argument("other")
@_said
def same(entity: str, other: str, db: Path, who: str, why: str) -> None:
    """ENTITY, which only texts know, is OTHER: its mentions and claims go there."""
    from kb.errors import TableError

    old, new = _ids(db, entity, other)
    if _origin(db, old) == "registry":
        old, new = new, old
    if _origin(db, old) == "registry":
        raise TableError(f"{old} and {new} both stand in the registry: correct it there")
    _keep(db, "same", old, new, who, why)


@command.command()
@click.argument("entity")
@click.argument("other")
@_said
def different(entity: str, other: str, db: Path, who: str, why: str) -> None:
    """ENTITY and OTHER are two: they are never suggested as one again, and an earlier `same` falls."""
    first, second = _ids(db, entity, other)
    _keep(db, "different", first, second, who, why)


@command.command()
@click.argument("claim")
@_said
def accept(claim: str, db: Path, who: str, why: str) -> None:
    """The text says what CLAIM says (its number or key), and it is right."""
    _keep(db, "accept", _key(db, claim), "", who, why)


@command.command()
@click.argument("claim")
@_said
def reject(claim: str, db: Path, who: str, why: str) -> None:
    """CLAIM (its number or key) is misread or wrong: it takes no part in events any more."""
    _keep(db, "reject", _key(db, claim), "", who, why)


@command.command()
@click.argument("claim")
@click.argument("edtf")
@_said
def date(claim: str, edtf: str, db: Path, who: str, why: str) -> None:
    """CLAIM (its number or key) is of the date EDTF."""
    _keep(db, "date", _key(db, claim), edtf, who, why)


@command.command()
@click.argument("judgement")
@_said
def undo(judgement: str, db: Path, who: str, why: str) -> None:
    """Take JUDGEMENT back (its id, or the beginning of it, as `kb judge list` shows it)."""
    from kb.errors import TableError
    from kb.judged import all_judgements
    from kb.judgements import effective

    found = [j.id for j in effective(all_judgements(db)) if j.id.startswith(judgement)]
    if len(found) != 1:
        raise TableError(f"{judgement!r} names {len(found)} standing judgements: 'kb judge list' shows them")
    _keep(db, "undo", found[0], "", who, why)


@command.command("list")
@db_option
@format_option
def list_(db: Path, form: str) -> None:
    """All judgements, and whether they stand."""
    from dataclasses import asdict

    from kb.cli.output import print_rows
    from kb.judged import all_judgements
    from kb.judgements import COLUMNS, effective

    rows = all_judgements(db)
    standing = {j.id for j in effective(rows)}
    shown = [{"id": j.id, **asdict(j), "stands": "yes" if j.id in standing else "no"} for j in rows]
    print_rows(shown, (*COLUMNS, "stands"), form, "judgements")


@command.command()
@db_option
@format_option
@click.option("--kind", type=click.Choice(["entities", "facts", "pairs"]), help="Only this part of the queue.")
def queue(db: Path, form: str, kind: str | None) -> None:
    """What waits for a judgement: disputed facts, entities that may be one, entities that only texts know."""
    from kb.cli.output import print_rows
    from kb.judged import all_judgements
    from kb.judgements import effective
    from kb.store.database import open_for_reading
    from kb.store.judgements import discovered_queue, disputed_queue, names_by_entity

    standing = effective(all_judgements(db))
    with open_for_reading(db) as conn:
        disputed, new, names = disputed_queue(conn), discovered_queue(conn), names_by_entity(conn)
    parts = {"facts": _facts(disputed, standing), "pairs": _pairs(names, standing), "entities": _entities(new)}
    rows = [{"kind": name, **row} for name, part in parts.items() if kind in (None, name) for row in part]
    print_rows(rows, ("kind", "target", "about", "said", "against", "lang", "source"), form, "queue")


def _facts(rows: list[dict[str, Any]], standing: Any) -> list[dict[str, Any]]:
    judged = {j.target for j in standing}
    return [
        {"target": row["key"], "about": f"{row['type']} {row['subject']} {row['object'] or ''}".strip(),
         "said": row["edtf"], "against": row["stands"], "lang": row["lang"], "source": row["path"],
         "quote": row["quote"]}
        for row in rows if row["key"] not in judged
    ]  # fmt: skip


def _pairs(names: list[dict[str, Any]], standing: Any) -> list[dict[str, Any]]:
    from kb.same_names import suggestions

    judged = [(j.target, j.value) for j in standing if j.verb in {"same", "different"}]
    return [
        {"target": row["id"], "about": row["why"], "said": row["may_be"], "against": row["score"], "lang": None,
         "source": None, "quote": None}
        for row in suggestions(names, judged)
    ]  # fmt: skip


def _entities(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"target": row["id"], "about": row["type"], "said": row["name"], "against": row["mentions"], "lang": None,
         "source": f"{row['documents']} documents", "quote": row["sentence"]}
        for row in rows
    ]  # fmt: skip


def _ids(db: Path, *names: str) -> tuple[str, ...]:
    """An id stays what it is, also one that was merged; a name is looked up."""
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import entity, resolve_entity

    with open_for_reading(db) as conn:
        return tuple(name if entity(conn, name) else resolve_entity(conn, name) for name in names)


def _origin(db: Path, entity_id: str) -> str:
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import entity

    with open_for_reading(db) as conn:
        row = entity(conn, entity_id)
    return str(row["origin"]) if row else ""


def _key(db: Path, claim_id: str) -> str:
    from kb.errors import TableError
    from kb.store.database import open_for_reading
    from kb.store.reader.events import claim

    with open_for_reading(db) as conn:
        row = claim(conn, claim_id)
    if row is None:
        raise TableError(f"no claim {claim_id!r}")
    return str(row["key"])


def _keep(db: Path, verb: str, target: str, value: str, who: str, why: str) -> None:
    from datetime import UTC, datetime

    from kb.cli.output import note
    from kb.judged import add_judgement
    from kb.judgements import Judgement

    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    judgement = Judgement(verb, target, value, who, now, why)
    add_judgement(db, judgement)
    note(f"{judgement.id}: {verb} {target} {value}".rstrip() + "; 'kb consolidate' applies it")
