"""Paths in, files to read out; a file in, a `Document` out, or one clear line that says why not."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from corpus.readers.reading import Reading, UnreadableError
from corpus.readers.sidecar import described, is_sidecar, read_sidecar
from kb.errors import DocumentError, TableError
from kb.model import Document

# Ending -> module of this package. They are loaded when the first such file comes: HTML and DOCX take half a second.
_READERS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
# Far above any article, far below what would exhaust a worker.
_LARGEST = 200_000_000
_PAGES = (".html", ".htm")
# What office programs and Windows leave in folders.
_LITTER = ("~$", "Thumbs.db", "desktop.ini")


class _Reader(Protocol):
    def read(self, raw: bytes) -> Reading: ...


def find_files(paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Each file with the folder that its path in the database starts from: the parent of the argument.

    Hidden files and sidecars are passed over. What has no reader is given too, so that it is reported.
    """
    for path in paths:
        # Not resolved: a link keeps the name that the user sees.
        absolute = Path(os.path.abspath(path))
        if os.path.isdir(absolute):
            found = sorted(_walk(absolute, set()), key=lambda file: file.as_posix())
        elif os.path.isfile(absolute) or os.path.islink(absolute):
            found = [] if _is_companion(absolute) else [absolute]
        else:
            kind = "neither a file nor a folder" if os.path.exists(absolute) else "no such file or folder"
            raise TableError(f"{path}: {kind}")
        yield from ((file, absolute.parent) for file in found)


def _walk(folder: Path, seen: set[str]) -> Iterator[Path]:
    """All files below; linked folders too, each once; a folder that cannot be opened comes itself, to be reported."""
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    try:
        children = list(folder.iterdir())
    except OSError:
        yield folder
        return
    for child in children:
        if child.name.startswith((".", *_LITTER)) or _is_companion(child):
            continue
        # These ask without raising where the folder forbids it: the file comes, and is reported when it is read.
        if os.path.isdir(child):
            yield from _walk(child, seen)
        elif os.path.isfile(child) or not os.path.exists(child):
            yield child


def _is_companion(file: Path) -> bool:
    """A sidecar with its document beside it (one without is reported); pictures and scripts of a saved page."""
    page = file.name.removesuffix("_files")
    if page != file.name and any(os.path.isfile(file.with_name(page + end)) for end in _PAGES):
        return True
    return is_sidecar(file) and os.path.exists(described(file))


def name_of(file: Path, root: Path) -> str:
    """The path that the database and messages know a file by; bytes that are no UTF-8 and line ends are spelt out."""
    text = os.fsencode(file.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")
    return "".join(c if c >= " " and c != "\x7f" else repr(c)[1:-1] for c in text)


def read_document(path: Path, root: Path) -> Document:
    """Raises `DocumentError` for a file that cannot be used."""
    name = name_of(path, root)
    if is_sidecar(path):
        raise DocumentError(name, f"describes {described(path).name}, which is not there")
    reader = _READERS.get(path.suffix.lower())
    # What cannot even be looked at says so itself, whatever its name ends in.
    if reader is None and os.path.isfile(path):
        known = ", ".join(sorted(_READERS))
        raise DocumentError(name, f"no reader for files of type '{path.suffix}' (there are {known})")
    raw = _bytes(path, name)
    stated = read_sidecar(path, name)
    try:
        reading = cast(_Reader, import_module(f"corpus.readers.{reader}")).read(raw)
    except UnreadableError as error:
        raise DocumentError(name, str(error)) from error
    if not reading.text[reading.body_start :].strip():
        raise DocumentError(name, "empty: holds no text")
    return Document(
        path=name,
        text=reading.text,
        sha256=hashlib.sha256(raw).hexdigest(),
        media_type=reading.media_type,
        reader=str(reader),
        pages=reading.pages,
        blocks=reading.blocks,
        body_start=reading.body_start,
        **asdict(stated.over(reading.found)),
    )


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise DocumentError(name, f"larger than {_LARGEST // 1_000_000} MB")
        raw = path.read_bytes()
    except OSError as error:
        raise DocumentError(name, f"cannot be opened: {error.strerror}") from error
    if not raw:
        raise DocumentError(name, "empty: 0 bytes")
    return raw
