"""A DOCX file in, its text out: headings, tables, captions, text boxes and notes in their places."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from lxml import etree  # type: ignore[import-untyped]

from corpus.readers.docx_blocks import Notes, Piece, find_pieces, style_kinds
from corpus.readers.front_matter import Properties, find_doi
from corpus.readers.reading import Reading, UnreadableError, join_pieces
from corpus.readers.signatures import named, signature

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Unpacked sizes: a book of a thousand pages has some 20 MB of markup, which takes ten times as much when parsed.
LARGEST_MARKUP = 64_000_000
LARGEST_PART = 300_000_000
_END_OF_ZIP = b"PK\x05\x06"
_ENCRYPTED_FLAG = 0x1
# An encrypted Office file is an OLE file with a stream of this name.
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (OpcError, zipfile.BadZipFile, zlib.error, etree.LxmlError, KeyError, ValueError, EOFError, AttributeError)
_NOTES = ("/footnotes", "/endnotes")
# What libraries and templates put there themselves.
_NO_AUTHOR = frozenset({"python-docx", "user", "admin", "administrator", "author"})
_NO_TITLE = frozenset({"word document", "document", "untitled"})
_TEMPLATE_DAY = "2013-12-23"


def read(raw: bytes) -> Reading:
    _check(raw)
    try:
        document = docx.Document(io.BytesIO(raw))
        pieces = list(_pieces(document))
        found = _properties(document.core_properties, pieces)
    except _BROKEN as error:
        if "not a Word file" in str(error):
            raise UnreadableError("of another type than its name says: it is an Office file, but not DOCX") from error
        raise UnreadableError("damaged: parts of the DOCX are broken or missing") from error
    text, blocks = join_pieces([(piece.kind, piece.text) for piece in pieces])
    return Reading(text, MEDIA_TYPE, found, blocks=blocks)


def _check(raw: bytes) -> None:
    """What can be told without unpacking anything."""
    kind = signature(raw)
    if kind == "OLE":
        if _ENCRYPTED_STREAM in raw:
            raise UnreadableError("encrypted: a password is needed")
        raise UnreadableError("of another type than its name says: it is an old Office file, not DOCX")
    if kind != "ZIP":
        raise UnreadableError(f"of another type than its name says: it is {named(kind)}, not DOCX")
    if _END_OF_ZIP not in raw[-70_000:]:
        raise UnreadableError("truncated: the end of the DOCX is missing")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableError("damaged: the archive inside is broken") from error
    _check_parts(parts)


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise UnreadableError("encrypted: a password is needed")
    if "[Content_Types].xml" not in {part.filename for part in parts}:
        raise UnreadableError("of another type than its name says: it is a ZIP archive, not DOCX")
    markup = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if markup > LARGEST_MARKUP or sum(part.file_size for part in parts) > LARGEST_PART:
        raise UnreadableError("a bomb: unpacks to more than any article needs")


def _pieces(document: Any) -> Iterator[Piece]:
    """The body, then the notes in the order in which the text refers to them."""
    kinds = style_kinds(document.styles.element)
    notes = Notes()
    yield from find_pieces(document.element.body, kinds, notes)
    texts: dict[tuple[str, str], str] = {}
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            for note in parse_xml(relation.target_part.blob):
                parts = [piece.text for piece in find_pieces(note, {}, Notes())]
                texts[Notes.key(note)] = " ".join(parts)
    for key, number in notes.numbers.items():
        if texts.get(key):
            yield Piece("footnote", f"[{number}] {texts[key]}")


def _properties(core: Any, pieces: list[Piece]) -> Properties:
    """The day of making stands for that of publication, which the format does not know."""
    title = " ".join(core.title.split())
    if not title or title.lower() in _NO_TITLE:
        title = next((piece.text for piece in pieces if piece.kind == "heading"), "")
    authors = (" ".join(name.split()) for name in core.author.split(";"))
    made = core.created.date().isoformat() if core.created else ""
    lang = core.language.lower()[:2]
    return Properties(
        title=title.replace("\n", " "),
        authors=tuple(name for name in authors if name and name.lower() not in _NO_AUTHOR),
        lang=lang if lang in ("en", "ru", "kk") else "",
        published="" if made == _TEMPLATE_DAY else made,
        doi=find_doi(core.identifier or core.subject),
    )
