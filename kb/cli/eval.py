"""`kb eval`: gold in, scores per language and label out; for a tagger, exact spans of an IOB2 file."""

import json
from pathlib import Path
from typing import Any

import click

from kb.cli.options import format_option, registry_option


@click.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Where the texts lie.")
@click.option("--tagger", type=click.Choice(["kk"]), help="Score a tagger alone on an IOB2 file.")
@click.option("--errors", is_flag=True, help="One line for each error, in place of the scores.")
@format_option
@registry_option
def command(
    gold: Path, texts: Path | None, tagger: str | None, errors: bool, form: str, registry_dirs: tuple[Path, ...]
) -> None:
    """Score the extraction on GOLD, a directory of annotations (or, with --tagger, an IOB2 file)."""
    if tagger:
        _print_tagger(gold, form)
        return
    from kb.cli.output import print_rows
    from kb.evaluate import evaluate
    from kb.extraction import extract_text, pipeline_of
    from kb.gold import read_gold

    entities = pipeline_of(registry_dirs).registry.entities
    scores = evaluate(read_gold(gold, texts), lambda text: extract_text(text, registry_dirs), entities)
    if errors:
        for lang, score in sorted(scores.items()):
            for error in score.errors:
                click.echo("\t".join((lang, *error)).replace("\n", " "))
        return
    rows: list[dict[str, Any]] = []
    for lang, score in sorted(scores.items()):
        rows.append({"lang": lang, "label": "all", **score.row()})
        rows += [{"lang": lang, "label": k, "mentions_f1": round(c.f1, 4)} for k, c in sorted(score.labels.items())]
    print_rows(rows, list(dict.fromkeys(column for row in rows for column in row)), form)


def _print_tagger(file: Path, form: str) -> None:
    from extract.nlp import kazakh_tagger
    from extract.tagging.iob import read_iob2, score
    from kb.cli.output import print_rows

    sentences = read_iob2(file)
    found = kazakh_tagger().tag_sentences([s.tokens for s in sentences])
    result = score([s.labels for s in sentences], found)
    if form == "json":
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    rows = [{"label": "all", **{k: v for k, v in result.items() if k != "labels"}}]
    rows += [{"label": label, **row} for label, row in result["labels"].items()]
    print_rows(rows, ("label", "f1", "precision", "recall", "support"), form)
