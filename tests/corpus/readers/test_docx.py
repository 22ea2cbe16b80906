"""Word files keep headings, tables, captions and notes."""

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kb.errors import DocumentError
from kb.model import Document

Read = Callable[[str, bytes], Document]
Save = Callable[..., bytes]


def article() -> Any:
    document = docx.Document()
    document.core_properties.author = "A. One; B. Two"
    document.core_properties.created = datetime.datetime(2012, 3, 4)
    document.add_heading("Жолдың басы", 0)
    document.add_paragraph("Бірінші абзац.")
    document.add_heading("Органдар", 1)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ["Ел", "Жыл", "Бірі", "2001"], strict=True
    ):
        cell.text = text
    document.add_paragraph("Кесте 1. Жылдар", style="Caption")
    paragraph = document.add_paragraph("Ескертпесі бар сөйлем")
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph.add_run(".")
    document.sections[0].header.paragraphs[0].text = "Журнал аты"
    return document


def with_footnote(document: Any) -> Any:
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Кейінірек өзгерді.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start_char : block.end_char]) for block in document.blocks]


def test_article(read: Read, save_docx: Save) -> None:
    found = read("a.docx", save_docx(with_footnote(article())))
    assert kinds(found) == [
        ("heading", "Жолдың басы"),
        ("heading", "Органдар"),
        ("table", "Ел | Жыл\nБірі | 2001"),
        ("caption", "Кесте 1. Жылдар"),
        ("footnote", "[1] Кейінірек өзгерді."),
    ]
    assert "\n\nБірінші абзац.\n\n" in found.text
    assert "Ескертпесі бар сөйлем[1]." in found.text
    assert "Журнал аты" not in found.text
    assert (found.title, found.authors, found.published) == ("Жолдың басы", ("A. One", "B. Two"), "2012-03-04")


BODY = """<w:body {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:p><w:r><w:t xml:space="preserve">One </w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del>
<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>
<w:r><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>
<w:hyperlink><w:r><w:t> linked</w:t></w:r></w:hyperlink></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>
<w:r><w:t>Anchor.</w:t></w:r></w:p>
<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Levelled</w:t></w:r></w:p></w:body>"""


def test_markup(read: Read, save_docx: Save) -> None:
    document = docx.Document()
    body = parse_xml(BODY.format(ns=nsdecls("w")))
    for child in list(body):
        document.element.body.append(child)
    found = read("a.docx", save_docx(document))
    pieces = ["In a control.", "One new\ntwo\tthree\u2011four linked", "Anchor.", "Boxed.", "Levelled"]
    assert found.text == "".join(piece + "\n\n" for piece in pieces)
    assert kinds(found) == [("heading", "Levelled")]


def test_template_says_nothing(read: Read, save_docx: Save) -> None:
    document = docx.Document()
    document.add_paragraph("Text.")
    found = read("a.docx", save_docx(document))
    assert (found.title, found.authors, found.published) == ("", (), "")


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, raw in parts.items():
            made.writestr(name, raw)
    return stream.getvalue()


def replaced(raw: bytes, name: str, part: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as old:
        return archive(**{item: part if item == name else old.read(item) for item in old.namelist()})


def test_refused(read: Read, save_docx: Save) -> None:
    whole = save_docx(article())
    other = "of another type than its name says: it is "
    cases = {
        "truncated: the end of the DOCX is missing": whole[: len(whole) // 2],
        "encrypted: a password is needed": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        other + "an old Office file, not DOCX": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
        other + "PDF, not DOCX": b"%PDF-1.7 x",
        other + "a ZIP archive, not DOCX": archive(a=b"b"),
        other + "something else, not DOCX": b"words",
        "a bomb: unpacks to more than any article needs": replaced(whole, "word/document.xml", b" " * 70_000_000),
        "damaged: parts of the DOCX are broken or missing": replaced(whole, "word/document.xml", b"<w:document"),
        "empty: holds no text": save_docx(docx.Document()),
    }
    found = []
    for raw in cases.values():
        with pytest.raises(DocumentError) as caught:
            read("a.docx", raw)
        found.append(caught.value.reason)
    assert found == list(cases)
