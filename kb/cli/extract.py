"""`kb extract`: one text in, what is found in it as JSON lines or for spaCy out; no database."""

import gc
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from kb.cli.options import registry_option
from kb.cli.output import note
from kb.model import LANGUAGES, Document, Findings, Issue, Segment


@click.command()
@click.argument("file", default="-", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the text; detected when not given.")
@click.option("--format", "form", type=click.Choice(["jsonl", "docbin"]), default="jsonl", show_default=True)
@registry_option
def command(file: str, lang: str | None, form: str, registry_dirs: tuple[Path, ...]) -> None:
    """Find everything in one text (FILE, or - for stdin) and print it, one JSON object a line."""
    with _without_collecting():
        document = _read(file)
        found, segments = _found(document, lang, registry_dirs)
    for issue in _stumbles(document, found):
        note(f"{issue.path}: {issue.message}")
    if form == "docbin":
        click.echo(to_docbin(document.text, found), nl=False)
        return
    for line in to_lines(document, found, segments):
        click.echo(json.dumps(line, ensure_ascii=False))


def _found(
    document: Document, lang: str | None, registry_dirs: tuple[Path, ...]
) -> tuple[Findings, tuple[Segment, ...]]:
    from corpus.segments import find_segments
    from kb.extraction import extract_segments

    segments = find_segments(replace(document, lang=lang or document.lang))
    if lang:
        segments = tuple(replace(s, lang=lang) for s in segments)
    return extract_segments(document, segments, registry_dirs), segments


def _stumbles(document: Document, found: Findings) -> Iterable[Issue]:
    from kb.extraction import stumbles_of

    return stumbles_of(document, found)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """The tables that are built live as long as a command for one text: looking for waste among them, even at the end,
    is the waste."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _read(file: str) -> Document:
    from corpus.readers.registry import read_document

    if file != "-":
        path = Path(file).absolute()
        return read_document(path, path.parent)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "stdin.txt")
        path.write_bytes(sys.stdin.buffer.read())
        return read_document(path, path.parent)


def to_docbin(text: str, found: Findings) -> bytes:
    """One spaCy doc in the language that most of the text is in, with `doc.spans["mentions"]`."""
    from extract import nlp

    letters = Counter[str]()
    for segment in found.segments:
        letters[segment.lang] += segment.end_char - segment.start_char
    lang = letters.most_common(1)[0][0] if letters else "en"
    doc = nlp.blank(lang).tokenizer(text)
    rows = [(m.start_char, m.end_char, m.label, m.entity_id or m.edtf or "") for m in found.mentions]
    doc.spans["mentions"] = nlp.spans_of(doc, rows)
    return nlp.docbin([doc])


def to_lines(document: Document, found: Findings, segments: tuple[Segment, ...]) -> Iterator[dict[str, Any]]:
    """One object a finding, in the columns of the tables; the kind of a segment is `segment_kind`."""
    for segment in segments:
        row = asdict(segment)
        yield {"kind": "segment", "segment_kind": row.pop("kind"), **row}
    for sentence in found.sentences:
        row = asdict(sentence)
        text = document.text[sentence.start_char : sentence.end_char]
        yield {"kind": "sentence", "segment_kind": row.pop("kind"), **row, "text": text}
    for mention in found.mentions:
        yield {"kind": "mention", **asdict(mention)}
    for claim in found.claims:
        read = {"subject_read": claim.subject_id, "object_read": claim.object_id}
        yield {"kind": "claim", "key": claim.key, **read, **asdict(claim)}
    for quantity in found.quantities:
        yield {"kind": "quantity", **asdict(quantity)}
