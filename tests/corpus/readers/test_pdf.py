"""PDFs made on the spot are read in order; what cannot be read says why."""

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest

from corpus.readers import pdf
from corpus.readers.pdf_properties import find_properties
from corpus.readers.reading import UnreadableError

LEFT = """
Бірінші бағанда келіссөздердің
басталуы туралы айтылады, оны
алты мемлекет бір айда ұйымдас-
тырған еді. Сол кезде екі ел
""".strip()
RIGHT = """
қосылмай қалды, бірақ кейінгі
жылдары қайта келіп, 1999-
2001 жылдары құжаттарға қол
қойды. Өңір үшін бұл маңызды.
""".strip()
TITLE = "Екі бағанның үстінен өтетін ұзын тақырып"


def rows_together(left: list[Any], right: list[Any]) -> list[Any]:
    return [item for pair in zip(left, right, strict=True) for item in pair]


@pytest.mark.parametrize("gutter", [20, 60])
def test_two_columns_in_order(make_pdf: Callable[..., bytes], column: Callable[..., Any], gutter: int) -> None:
    left, right = column(50, 120, LEFT), column(250 + gutter, 120, RIGHT)
    read = pdf.read(make_pdf([(50, 80, TITLE, 16), *rows_together(left, right)]))
    assert read.text == f"{TITLE}\n\n{LEFT}\n{RIGHT}\n"
    assert [read.text[block.start_char : block.end_char] for block in read.blocks] == [TITLE]
    assert read.found.title == TITLE


def test_pages(make_pdf: Callable[..., bytes], column: Callable[..., Any]) -> None:
    read = pdf.read(make_pdf(column(50, 100, LEFT), column(50, 100, RIGHT)))
    assert [read.text[start:].split("\n")[0] for start in read.pages] == [LEFT.split("\n")[0], RIGHT.split("\n")[0]]
    assert read.media_type == "application/pdf"


def test_line_end_hyphens_end_their_lines(make_pdf: Callable[..., bytes], column: Callable[..., Any]) -> None:
    text = "The members of the associ-\nation met after the post-\nSoviet years were over."
    assert pdf.read(make_pdf(column(50, 100, text))).text == text + "\n"


def test_refused(make_pdf: Callable[..., bytes], column: Callable[..., Any]) -> None:
    whole = make_pdf(column(50, 100, LEFT))
    cases = {
        "encrypted: a password is needed": make_pdf(column(50, 100, LEFT), password="secret"),
        "truncated: the end of the PDF is missing": whole[: len(whole) // 2],
        "scanned without text: 0 letters on 2 pages": make_pdf([], [], picture=True),
        "holds no text: 0 letters on 1 page": make_pdf([]),
        "damaged: no page can be read": b"%PDF-1.4\nnothing of a document\nstartxref\n9\n%%EOF\n",
        "of another type than its name says: it is something else, not PDF": b"Just words.\n%%EOF",
        "of another type than its name says: it is a ZIP archive or an Office file, not PDF": b"PK\x03\x04 and so on",
    }
    found = {}
    for reason, raw in cases.items():
        with pytest.raises(UnreadableError) as caught:
            pdf.read(raw)
        found[str(caught.value)] = reason
    assert list(found) == list(cases)


def test_open_password_is_not_needed_for_a_locked_print(make_pdf: Callable[..., bytes], column: Any) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(column(50, 100, LEFT))))
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    assert pdf.read(stream.getvalue()).text == LEFT + "\n"


def test_bomb_takes_the_child_only(pdf_bomb: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^a bomb or damaged: reading it broke the limits of"):
        pdf.read(pdf_bomb)
    assert len(pdf_bomb) < 20_000


def test_child_has_no_time_for_ever(make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "WALL_SECONDS", 0.01)
    with pytest.raises(UnreadableError, match=r"^a bomb: not read after 0.01 seconds"):
        pdf.read(make_pdf([(50, 50, "Words")]))


XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
 prism:publicationName="The Journal"><dc:title><rdf:Alt><rdf:li>A title</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>A. One</rdf:li><rdf:li>B. Two</rdf:li></rdf:Seq></dc:creator>
<prism:doi>10.1234/x.y</prism:doi><prism:publicationDate>2016-03</prism:publicationDate>
<dc:rights><rdf:Alt><rdf:li>CC BY 4.0</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>"""


def test_xmp() -> None:
    found = find_properties(
        {"Title": "Microsoft Word - draft.doc", "CreationDate": "D:20170101"}, b"x" + XMP + b"y", ""
    )
    assert (found.title, found.authors, found.source) == ("A title", ("A. One", "B. Two"), "The Journal")
    assert (found.doi, found.published, found.licence) == ("10.1234/x.y", "2016-03", "CC BY 4.0")


@pytest.mark.parametrize(
    ("info", "largest", "title", "published"),
    [
        ({"Title": "Plain", "CreationDate": "D:20170102120000+05'00'"}, "Large", "Plain", "2017-01-02"),
        ({"Title": "Microsoft Word - draft.doc"}, "Large", "Large", ""),
        ({"Title": "paper.indd", "CreationDate": "soon"}, "", "", ""),
    ],
)
def test_dictionary(info: dict[str, str], largest: str, title: str, published: str) -> None:
    found = find_properties(info, b"", largest)
    assert (found.title, found.published) == (title, published)
