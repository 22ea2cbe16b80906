"""Real files of each format, made on the spot: PDFs by vl-convert and pypdf, Word files by python-docx."""

import base64
import io
import struct
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pypdf
import pytest
import vl_convert

from corpus.readers.registry import read_document
from kb.model import Document

Text = tuple[float, float, str]
MakePdf = Callable[..., bytes]
Read = Callable[[str, bytes], Document]

LINE = 14
SIZE = 10


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes a file of this name and reads it."""

    def write_and_read(name: str, raw: bytes) -> Document:
        file = tmp_path / "in" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
        return read_document(file, tmp_path)

    return write_and_read


@pytest.fixture
def make_pdf() -> MakePdf:
    return pdf_of


def pdf_of(*pages: Sequence[Text], picture: bool = False, password: str = "") -> bytes:
    """A page is texts with their place from the upper left corner; a fourth item is the size."""
    writer = pypdf.PdfWriter()
    for page in pages:
        svg = "".join(_text(*item) for item in page) + (_picture() if picture else "")
        made = vl_convert.svg_to_pdf(f'<svg xmlns="http://www.w3.org/2000/svg" width="595" height="842">{svg}</svg>')
        writer.append(io.BytesIO(made))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _text(left: float, top: float, text: str, size: float = SIZE) -> str:
    return f'<text x="{left}" y="{top}" font-family="DejaVu Sans" font-size="{size}">{escape(text)}</text>'


def _picture() -> str:
    row = b"\0" + bytes(range(0, 240, 4)) * 1
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 60, 60, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * 60)),
        (b"IEND", b""),
    ]
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    data = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(chunks)).decode()
    return f'<image x="50" y="50" width="400" height="600" href="data:image/png;base64,{data}"/>'


@pytest.fixture
def column() -> Callable[[float, float, str], list[Text]]:
    """Lines one below the other."""

    def lines(left: float, top: float, text: str) -> list[Text]:
        return [(left, top + LINE * number, line) for number, line in enumerate(text.strip().split("\n"))]

    return lines


@pytest.fixture
def save_docx() -> Callable[..., bytes]:
    def save(document: "docx.document.Document") -> bytes:
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return save


@pytest.fixture
def pdf_bomb() -> bytes:
    """Some kilobytes that unpack to three gigabytes, by two layers of compression."""
    unit = b" " * 10_000_000
    packer = zlib.compressobj(9)
    start = packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)
    # Behind a full flush the same bytes unpack to the same again.
    again = packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)
    stream = zlib.compress(start + again * 300 + packer.flush(), 9)
    return _pdf_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(stream), stream),
    )


def _pdf_objects(*objects: bytes) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + head + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
