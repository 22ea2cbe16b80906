"""`kb instruments`: filters in, the register of instruments out, or its counts beside those that texts claim."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from kb.cli.days import DAYS, in_order
from kb.cli.options import db_option, format_option, lang_option, registry_option
from kb.errors import TableError

_COLUMNS = ("instrument", "body", "kind", "area", "signed", "in_force", "ended", "state")
_GROUPS = ("body", "year", "area", "kind", "state")


@click.command()
@db_option
@format_option
@lang_option
@registry_option
@click.option("--entity", help="Only instruments of this body.")
@click.option("--kind", default="", help="Only this sort: treaty, agreement, protocol, …")
@click.option("--area", default="", help="Only this area of regulation: economic, political, …")
@click.option("--state", default="", help="Only this state of execution: 'in force', ended, …")
@click.option("--from", "since", type=DAYS, help="Not signed before this date (any EDTF).")
@click.option("--to", "until", type=DAYS, help="Not signed after this date.")
@click.option("--count", "group", type=click.Choice([*_GROUPS, "texts"]), help="Numbers only: by body, year of "
              "signature, area, kind or state, or what texts say of numbers.")  # fmt: skip
def command(db: Path, form: str, lang: str, registry_dirs: tuple[Path, ...], group: str | None, **wanted: Any) -> None:
    """All accepted documents by time of acceptance, area of regulation and state of execution."""
    from kb.cli.output import print_rows
    from kb.instruments import claimed_rows, counts

    every, rows, said, body = _rows(db, lang, registry_dirs, **wanted)
    if group == "texts":
        shown = ("claimed", "unit", "bodies", "known", "path", "sentence")
        print_rows(claimed_rows(said, every, body), shown, form, "instruments-texts")
    elif group:
        print_rows(counts(rows, group), (group, "instruments", "in_force"), form)
    else:
        print_rows(rows, _COLUMNS, form, "instruments")


def _rows(
    db: Path, lang: str, registry_dirs: tuple[Path, ...], entity: str | None, since: Any, until: Any, **limits: str
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]], str | None]:
    """The whole register, what is wanted of it in words, what texts say of numbers, and the body asked for."""
    from kb.instruments import Wanted, document_words, in_words, records, register_rows
    from kb.registry.load import load_kinds
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_entity
    from kb.store.reader.systems import counted_in_texts, instrument_acts, instruments
    from kb.web.words import words

    in_order(since and since[0], until and until[1])
    with open_for_reading(db) as conn:
        body = resolve_entity(conn, entity) if entity else None
        found = records(instruments(conn, lang), instrument_acts(conn), load_kinds(*registry_dirs))
        said = counted_in_texts(conn, *document_words())
    every = register_rows(found)
    _known(every, limits)
    wanted = Wanted(body, since=since and since[0], until=until and until[1], **limits)
    return every, in_words(register_rows(found, wanted), lang, words(lang).of), said, body


def _known(rows: Iterable[Mapping[str, Any]], limits: Mapping[str, str]) -> None:
    """A value that no instrument has is a slip, not a question that nothing answers."""
    for column, value in limits.items():
        known = sorted({str(row[f"{column}_id"]) for row in rows})
        if value and value not in known:
            raise TableError(f"no instrument has {column} {value!r}; there are: {'; '.join(known)}")
