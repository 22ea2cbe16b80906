"""An HTML file in, the text of its article out: headings, tables and captions kept, menus and scripts left behind."""

import logging
import re

import trafilatura
from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from corpus.readers.encodings import NotTextError, decode
from corpus.readers.html_blocks import Piece, find_pieces
from corpus.readers.html_properties import find_properties
from corpus.readers.reading import Reading, UnreadableError, join_pieces
from corpus.readers.signatures import named, signature

_TAG = re.compile(
    r"<(?:html|head|title|meta|body|div|p|h[1-6]|article|section|table|span|ul|ol|br)\b[^>]{0,2000}>", re.I
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w-]+)", re.I
)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*\?>")
_OPENED = re.compile(r"<(?:html|body)\b", re.I)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.I)
_HEAD_REACH = 4096
# Pages with a few damaged bytes in them are common and read all the same.
_DAMAGE_SHARE = 0.001
# Inside the article a paragraph that the extractor left out stays when it is this long and hardly any of it is links.
_OWN_TEXT = 80
_LINK_SHARE = 0.5
# The command line prints what the extractor has to say of odd pages unless somebody takes it.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
_WORDLESS = re.compile(r"[\W_]+")


def read(raw: bytes) -> Reading:
    text = _decoded(raw)
    if not _TAG.search(text):
        raise UnreadableError("of another type than its name says: it holds no HTML")
    if _OPENED.search(text) and not _CLOSED.search(text):
        raise UnreadableError("truncated: the page is opened and never closed")
    try:
        root = lxml_html.document_fromstring(_XML_HEAD.sub("", text))
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"damaged: no HTML that can be read ({error})") from error
    found = find_properties(root)
    body, blocks = join_pieces([(piece.kind, piece.text) for piece in _article(find_pieces(root), text)])
    return Reading(body, "text/html", found, blocks=blocks)


def _decoded(raw: bytes) -> str:
    kind = signature(raw)
    if kind not in ("", "HTML"):
        raise UnreadableError(f"of another type than its name says: it is {named(kind)}, not HTML")
    match = _DECLARED.search(raw[:_HEAD_REACH])
    declared = (match[1] or match[2]).decode("ascii").lower() if match else ""
    try:
        if declared in ("utf-8", "utf8"):
            text = raw.decode("utf-8-sig", "replace")
            if text.count("\ufffd") <= _DAMAGE_SHARE * len(text):
                return text
        elif declared and not declared.startswith(("windows-1251", "utf")):
            return raw.decode(declared)
    except (LookupError, UnicodeDecodeError):
        # A wrong declaration; the bytes themselves tell better.
        pass
    try:
        return decode(raw)[0]
    except NotTextError as error:
        raise UnreadableError(str(error)) from error


def _article(pieces: list[Piece], page: str) -> list[Piece]:
    """The pieces between the first and the last one that trafilatura takes for the article, less the asides there.

    Its own output is not used: it loses captions and the order of tables.
    """
    try:
        kept = trafilatura.extract(page, include_comments=False, include_tables=True, favor_precision=True) or ""
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        # It stumbles over odd pages; then everything that is no menu counts.
        kept = ""
    letters = _bare(kept)
    inside = [bool(letters) and _bare(piece.text) in letters for piece in pieces]
    prose = [index for index, piece in enumerate(pieces) if inside[index] and not piece.kind]
    if not prose:
        return [piece for piece in pieces if piece.link_share <= _LINK_SHARE]
    first, last = _with_heading(pieces, prose[0]), prose[-1]
    while last + 1 < len(pieces) and (inside[last + 1] or pieces[last + 1].kind in ("footnote", "caption", "table")):
        last += 1
    return [piece for index, piece in enumerate(pieces) if first <= index <= last and (inside[index] or _stays(piece))]


def _with_heading(pieces: list[Piece], first: int) -> int:
    """Back to the title of the page, or to the headings right above the first paragraph."""
    titles = [index for index in range(first) if pieces[index].level == 1]
    if titles:
        return titles[-1]
    while first and pieces[first - 1].kind == "heading":
        first -= 1
    return first


def _stays(piece: Piece) -> bool:
    if piece.kind:
        return piece.link_share < 1 or piece.kind in ("table", "footnote")
    return len(piece.text) >= _OWN_TEXT and piece.link_share <= _LINK_SHARE


def _bare(text: str) -> str:
    return _WORDLESS.sub("", text).casefold()
