"""`kb search`: words in, entities and sentences that hold them out, in whatever inflection."""

from pathlib import Path

import click

from kb.cli.options import db_option, format_option
from kb.model import LANGUAGES


@click.command()
@click.argument("text")
@db_option
@format_option
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Sentences at most.")
@click.option("--source-lang", type=click.Choice(LANGUAGES), help="Only sentences in this language.")
@click.option("--entities", "only_entities", is_flag=True, help="Only entities, no sentences.")
def command(text: str, db: Path, form: str, limit: int, source_lang: str | None, only_entities: bool) -> None:
    """Find TEXT in the names of entities and in sentences; all words must stand in the sentence."""
    from kb.cli.headers import header
    from kb.cli.output import print_rows
    from kb.search_words import typed_forms
    from kb.store.database import open_for_reading
    from kb.store.search import find_entities, find_sentences, words_of

    with open_for_reading(db) as conn:
        forms = [typed_forms(word) for word in words_of(text)]
        found = [{"kind": "entity", **row} for row in find_entities(conn, text, forms=forms)]
        if not only_entities:
            found += [{"kind": "sentence", **row} for row in find_sentences(conn, forms, limit, source_lang)]
    rows = [{column: row.get(column) for column in header("search")} for row in found]
    print_rows(rows, _SHOWN, form, "search")


_SHOWN = ("kind", "id", "name", "path", "lang", "sentence")
