"""Trains the Kazakh tagger: a file of labelled sentences in, the model file and its scores out.

Run as `python -m extract.training.kk TRAIN.iob2 [--held-out 0.1] -o extract/models/kk_ner.npz`.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import yaml

from extract.tagging.features_kk import lexicon_of
from extract.tagging.iob import Sentence, read_iob2, score
from extract.tagging.tagger_kk import KazakhTagger
from extract.training.linear import train_linear
from extract.training.network import Options, encode, train_network
from extract.training.split import hold_out
from extract.training.store import save_model
from kb.errors import KbError

_LEXICON = Path(__file__).parents[1] / "models" / "kk_ner.yml"


def train(sentences: Sequence[Sentence], lexicon_rows: dict[str, Any], networks: int, path: Path) -> None:
    """Trains all parts on the same sentences and writes the model."""
    lexicon = lexicon_of(lexicon_rows)
    labels = sorted({label for sentence in sentences for label in sentence.labels})
    labels = [*labels, *sorted({f"I-{x[2:]}" for x in labels if x[:2] == "B-"} - set(labels))]
    linear = train_linear(sentences, lexicon)
    # Networks that start differently err differently; their votes are added.
    encoded, parts = encode(sentences, labels, lexicon)
    trained = [train_network(encoded, len(labels), Options(seed=seed)) for seed in range(1, networks + 1)]
    save_model(path, labels, lexicon_rows, linear, trained, parts if trained else [])


def measure(path: Path, sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Exact span scores of a model, and its speed with the words still new to it."""
    tagger = KazakhTagger(path)
    began = time.perf_counter()
    found = tagger.tag_sentences([sentence.tokens for sentence in sentences])
    seconds = time.perf_counter() - began
    tokens = sum(len(sentence.tokens) for sentence in sentences)
    return {**score([s.labels for s in sentences], found), "tokens_per_second": round(tokens / seconds)}


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--held-out", type=click.FloatRange(0, 0.9), default=0.0, help="Share kept back and scored afterwards.")
@click.option("--networks", type=click.IntRange(0, 5), default=1, help="How many networks vote beside the linear part.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True)
def main(file: Path, held_out: float, networks: int, output: Path) -> None:
    """Train the Kazakh tagger on FILE (IOB2)."""
    try:
        sentences = read_iob2(file)
    except KbError as error:
        raise click.ClickException(str(error)) from error
    lexicon_rows = yaml.safe_load(_LEXICON.read_text(encoding="utf-8"))
    training, held = hold_out(sentences, held_out, lexicon_rows["numbers"])
    print(f"training on {len(training)} sentences, {len(held)} held out", file=sys.stderr)
    train(training, lexicon_rows, networks, output)
    if held:
        print(json.dumps(measure(output, held), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
