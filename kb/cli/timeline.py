"""`kb timeline`: filters in, dated events in order out, as rows or as a picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kb.cli.days import DAYS, in_order
from kb.cli.files import OutputFile, is_stdout, on_stdout
from kb.cli.options import FORMATS, db_option, lang_option
from kb.errors import TableError
from kb.model import CLAIM_TYPES, LANGUAGES, POLARITIES

_PICTURES = ("svg", "png")


@click.command()
@db_option
@lang_option
@click.option("--format", "form", type=click.Choice([*FORMATS, *_PICTURES]), default="table", show_default=True)
@click.option("-o", "--output", type=OutputFile(), help="The file of a picture; - for stdout.")
@click.option("--entity", "entities", multiple=True, help="Only events of this entity; may be given several times.")
@click.option("--type", "types", multiple=True, type=click.Choice(CLAIM_TYPES), help="Only events of this type.")
@click.option("--from", "since", type=DAYS, help="Not before this date (any EDTF).")
@click.option("--to", "until", type=DAYS, help="Not after this date.")
@click.option("--polarity", type=click.Choice([*POLARITIES, "all"]), default="asserted", show_default=True)
@click.option("--source-lang", type=click.Choice(LANGUAGES), help="Only events told in this language.")
@click.option("--support", type=click.Choice(["both", "texts", "reference", "disputed"]))
def command(db: Path, lang: str, form: str, output: Path | None, **wanted: Any) -> None:
    """What happened when, and how many documents in which languages say so."""
    from kb.cli.output import print_rows

    if form in _PICTURES and output is None:
        raise click.UsageError(f"{form} is a picture: -o FILE says where it goes")
    if form not in _PICTURES and output is not None:
        raise click.UsageError(f"-o is for pictures (--format svg or png): {form} goes to stdout")
    rows = _rows(db, lang, **wanted)
    if output:
        _draw(rows, lang, form, output)
    else:
        print_rows(rows, ("edtf", "title", "type", "polarity", "support", "n_documents", "langs"), form, "timeline")


def _rows(
    db: Path, lang: str, entities: Sequence[str], polarity: str, since: Any, until: Any, **limits: Any
) -> list[dict[str, Any]]:
    from kb.store.database import open_for_reading
    from kb.store.reader.entities import resolve_entity
    from kb.store.reader.events import Filter, timeline
    from kb.store.reader.titles import entity_types, event_statuses, single_parties
    from kb.timeline import readable

    in_order(since and since[0], until and until[1])
    with open_for_reading(db) as conn:
        wanted = Filter(
            entities=[resolve_entity(conn, name) for name in entities], since=since and since[0],
            until=until and until[1], polarity=None if polarity == "all" else polarity, international=not entities,
            **limits,
        )  # fmt: skip
        parties = single_parties(conn, lang)
        return readable(timeline(conn, wanted, lang), entity_types(conn), parties, lang, event_statuses(conn))


def _draw(rows: list[dict[str, Any]], lang: str, form: str, output: Path) -> None:
    from kb.cli.output import note
    from kb.timeline_picture import MOST_ROWS, drawable, picture, specification

    dated = drawable(rows)
    if not dated:
        raise TableError("no dated event to draw")
    drawn = picture(specification(dated, lang), form)
    if is_stdout(output):
        on_stdout(lambda file: file.write_bytes(drawn))
    else:
        output.write_bytes(drawn)
    if len(dated) > MOST_ROWS:
        note(f"{output}: the first {MOST_ROWS} of {len(dated)} events; --entity, --from or --type choose others")
