"""`kb instruments`: filters in, the register of instruments out, or its counts beside those that texts claim."""

from pathlib import Path

import click

from kb.cli.options import db_option, format_option, lang_option, registry_option

_COLUMNS = ("instrument", "body", "kind", "area", "signed", "in_force", "ended", "state")
_GROUPS = ("body", "year", "area", "kind", "state")


@click.command()
@db_option
@format_option
@lang_option
@registry_option
@click.option("--entity", help="Only instruments of this body.")
@click.option("--count", "group", type=click.Choice([*_GROUPS, "texts"]), help="Numbers only: by body, year of "
              "signature, area, kind or state, or what texts say of numbers.")  # fmt: skip
def command(
    db: Path, form: str, lang: str, registry_dirs: tuple[Path, ...], entity: str | None, group: str | None
) -> None:
    """All accepted documents by time of acceptance, area of regulation and state of execution."""
    from kb.cli.output import print_rows
    from kb.instruments import claimed_rows, counts, document_words, records, register_rows
    from kb.registry.load import load_kinds
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_entity
    from kb.store.reader.systems import counted_in_texts, instrument_acts, instruments

    with open_for_reading(db) as conn:
        body = resolve_entity(conn, entity) if entity else None
        found = records(instruments(conn, lang), instrument_acts(conn), load_kinds(*registry_dirs))
        words, least = document_words()
        said = counted_in_texts(conn, words, least)
    rows = register_rows(found, body)
    if group == "texts":
        shown = ("claimed", "unit", "bodies", "known", "path", "sentence")
        print_rows(claimed_rows(said, rows, body), shown, form, "instruments-texts")
    elif group:
        print_rows(counts(rows, group), (group, "instruments", "in_force"), form)
    else:
        print_rows(rows, _COLUMNS, form, "instruments")
