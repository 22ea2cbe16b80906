"""The first bytes of a file in, what kind of file it really is out; empty where they say nothing."""

import re

_STARTS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"AT&TFORM", "a DjVu file"),
)
_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
# Writers may put something before the mark; readers look for it this far.
_PDF_REACH = 1024

_NAMES = {"ZIP": "a ZIP archive or an Office file", "OLE": "an old Office file", "": "something else"}


def named(kind: str) -> str:
    """A signature as people say it."""
    return _NAMES.get(kind, kind)


def signature(raw: bytes) -> str:
    """`PDF`, `ZIP`, `OLE` (old Office files, encrypted new ones), `HTML`, or a name for the reader."""
    head = raw[:_PDF_REACH]
    for start, name in _STARTS:
        if head.startswith(start):
            return name
    if _HTML.match(head.replace(b"\x00", b"")):
        return "HTML"
    return "PDF" if b"%PDF-" in head and b"\x00" in raw[: 4 * _PDF_REACH] else ""
