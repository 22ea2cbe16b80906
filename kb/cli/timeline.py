"""`kb timeline`: filters in, dated events in order out."""

from pathlib import Path
from typing import Any

import click

from kb.cli.days import DAYS
from kb.cli.options import db_option, format_option, lang_option
from kb.model import CLAIM_TYPES, LANGUAGES, POLARITIES


@click.command()
@db_option
@format_option
@lang_option
@click.option("--entity", "entities", multiple=True, help="Only events of this entity; may be given several times.")
@click.option("--type", "types", multiple=True, type=click.Choice(CLAIM_TYPES), help="Only events of this type.")
@click.option("--from", "since", type=DAYS, help="Not before this date (any EDTF).")
@click.option("--to", "until", type=DAYS, help="Not after this date.")
@click.option("--polarity", type=click.Choice([*POLARITIES, "all"]), default="asserted", show_default=True)
@click.option("--source-lang", type=click.Choice(LANGUAGES), help="Only events told in this language.")
@click.option("--support", type=click.Choice(["both", "texts", "reference", "disputed"]))
def command(db: Path, form: str, lang: str, entities: tuple[str, ...], polarity: str, **limits: Any) -> None:
    """What happened when, and how many documents in which languages say so."""
    from kb.cli.output import print_rows
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_entity
    from kb.store.reader.events import Filter, timeline

    since, until = limits.pop("since"), limits.pop("until")
    with open_for_reading(db) as conn:
        wanted = Filter(
            entities=[resolve_entity(conn, name) for name in entities], since=since and since[0],
            until=until and until[1], polarity=None if polarity == "all" else polarity, international=not entities,
            **limits,
        )  # fmt: skip
        rows = timeline(conn, wanted, lang)
    print_rows(rows, ("edtf", "type", "subject", "object", "polarity", "support", "n_documents", "langs"), form)
