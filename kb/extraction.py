"""What a worker process does: a file in, the document with everything found in it out."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.readers.registry import name_of, read_document
from corpus.readers.sidecar import SUFFIX
from corpus.segments import find_segments
from extract.pipeline import Pipeline, Received, fingerprint
from kb.errors import DocumentError
from kb.model import Document, Findings, Issue, Segment, hash_of, today
from kb.registry.load import load_ambiguous, load_registry, registry_fingerprint
from kb.search_words import sentence_words
from kb.store.writer import Extracted

# So much of a sentence says which it is.
_QUOTED = 80


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read. `name` is the path that the database knows it by; hashes are of its bytes."""

    file: Path
    root: Path
    name: str
    sha256: str
    sidecar_sha256: str
    registry_dirs: tuple[Path, ...] = ()


@cache
def pipeline_of(registry_dirs: tuple[Path, ...]) -> Pipeline:
    """Built once a process."""
    return Pipeline(load_registry(*registry_dirs), load_ambiguous(*registry_dirs))


def pipeline_hash(registry_dirs: Sequence[Path]) -> str:
    """Changes with the code, tables, models or registry that documents are read with."""
    return fingerprint(hash_of([registry_fingerprint(*registry_dirs), *_code()]))


def _code() -> Iterator[str]:
    """What stands outside `extract/` and decides what is read from a file."""
    here = Path(__file__).parent
    corpus = here.parent / "corpus"
    files = [*corpus.glob("*.py"), *corpus.glob("readers/*.py"), *corpus.glob("data/**/*"), here / "search_words.py"]
    for file in sorted(path for path in files if path.is_file()):
        yield f"{file.name}:{_hash(file)}"


def extract_document(document: Document, registry_dirs: tuple[Path, ...]) -> Findings:
    """Raises `DocumentError` as `extract_segments` does."""
    return extract_segments(document, find_segments(document), registry_dirs)


def extract_segments(document: Document, segments: tuple[Segment, ...], registry_dirs: tuple[Path, ...]) -> Findings:
    """Raises `DocumentError` for a text that the program stumbles over: others are not lost with it."""
    pipeline = pipeline_of(registry_dirs)
    try:
        return pipeline.extract(Received(document.text, segments, document.published, document.pages))
    except Exception as error:
        what = f"{type(error).__name__}: {' '.join(str(error).split())}"
        raise DocumentError(
            document.path, f"not understood, by a mistake of the program ({what})", "extract"
        ) from error


def extract_text(text: str, registry_dirs: tuple[Path, ...] = ()) -> Findings:
    """One plain text that lies in no file."""
    return extract_document(Document("text", text, "", "text/plain", "text"), registry_dirs)


def extract_file(task: Task) -> Extracted:
    """Raises `DocumentError` for a file that cannot be used."""
    document = read_document(task.file, task.root)
    findings = extract_document(document, task.registry_dirs)
    words = tuple(sentence_words(document.text[s.start_char : s.end_char], s.lang) for s in findings.sentences)
    return Extracted(document, findings, words, task.sha256, task.sidecar_sha256)


def stumbles_of(document: Document, found: Findings) -> Iterator[Issue]:
    """One issue for each sentence that the program failed at; the rest of the document stands."""
    for sentence, reason in found.stumbles:
        quote = " ".join(document.text[sentence.start_char : sentence.end_char].split())[:_QUOTED]
        message = f"a sentence not understood, by a mistake of the program ({reason}): {quote}"
        yield Issue(document.path, "extract", message, today())


def attempt_file(task: Task) -> Extracted | Issue:
    """What a worker runs: a file that cannot be used comes back as an issue."""
    try:
        return extract_file(task)
    except DocumentError as error:
        return Issue(task.name, error.stage, error.reason, today())


def find_tasks(files: Iterator[tuple[Path, Path]], registry_dirs: tuple[Path, ...]) -> Iterator[Task]:
    """A task for every file; one that cannot be opened has an empty hash and fails when it is read."""
    for file, root in files:
        sidecar = file.with_name(file.name + SUFFIX)
        there = os.path.isfile(sidecar)  # asks without raising where the folder forbids it
        yield Task(file, root, name_of(file, root), _hash(file), _hash(sidecar) if there else "", registry_dirs)


def _hash(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
