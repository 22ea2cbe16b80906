"""Segments of documents: kinds, languages, and paragraphs that go on where the page did not."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.segments import find_segments
from kb.model import SEGMENT_KINDS, Block, Document

SHARED = Path(__file__).parents[3] / "shared"


def document(text: str, **more: object) -> Document:
    return Document("a.txt", text, "", "text/plain", "text", **more)  # type: ignore[arg-type]


def found(text: str, **more: object) -> list[tuple[str, str, str]]:
    return [(s.lang, s.kind, text[s.start_char : s.end_char]) for s in find_segments(document(text, **more))]


PROSE = (
    "The delegates met in the old town hall and spoke for several hours about\n"
    "tariffs, quotas and the price of bread, while outside the snow went on\n"
    "falling and nobody thought of going home before the paper was signed.\n"
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Introduction\n{PROSE}", ["title", "body"]),
        (f"A NEW UNION\nOF OLD FRIENDS\n\n{PROSE}", ["title", "body"]),
        (f"{PROSE}What Came Next\n\n{PROSE}", ["body", "title", "body"]),
        (f"Abstract\n{PROSE}\nKeywords: tariffs, snow.\n\n{PROSE}", ["title", "abstract", "keywords", "body"]),
        (f"**Abstract.** {PROSE}\n{PROSE}", ["abstract", "body"]),
        (f"{PROSE}\nFigure 3. Prices of bread\n\n{PROSE}", ["body", "caption", "body"]),
        (f"{PROSE}\n2-сурет. Нан бағасы\n\n{PROSE}", ["body", "caption", "body"]),
        (f"{PROSE}\nReferences\n1. Orlov. Bread.\n2. Stone. Snow.\n", ["body", "title", "reference", "reference"]),
        ("DOI: 10.5555/12345\n\n" + PROSE, ["reference", "body"]),
        (f"{PROSE}Bread 12 40 51\nSalt 3 44 60\nTea 7 12 19\n{PROSE}", ["body", "table", "body"]),
        (f"{PROSE}\n• first point;\n• second point.\n", ["body", "body", "body"]),
    ],
)  # fmt: skip
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [kind for _, kind, _ in found(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The committee of the customs un-\n\nion met in Omsk and agreed on\nthree papers about the border.",
        "The committee of the union met in Omsk to discuss the terms of\n\nits new budget and the border.",
        "The committee met in Omsk and heard a report from the builders of\nroads and on "
        "the state of affairs in the north of the\n\n"
        "Republic of Karelia, where the road had been closed.",
    ],
)
def test_a_paragraph_goes_on_across_blank_lines(text: str) -> None:
    assert [piece for _, _, piece in found(text)] == [text]


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("\n\n\nHERALD of the Institute, No 2 (74), 2021\n\n107\n\n", 2),
        ("\n17\n\n", 1),
        ("\nА\nр\nх\nи\nв\n\n\nP. Petrov\n\n6 Вестник института\n\n", 3),
    ],
)
def test_running_heads_lie_inside_the_paragraph(head: str, kept: int) -> None:
    before = "The committee of the union met in Omsk and heard a long report on the state of\nthe northern roads and of"
    text = f"{before}{head}the bridges that lead to them."
    segments = find_segments(document(text))
    assert segments[0].kind == "body"
    assert (segments[0].start_char, segments[0].end_char) == (0, len(text))
    assert [segment.kind for segment in segments[1:]] == ["running-head"] * kept


def test_a_repeated_line_at_page_breaks_is_a_running_head() -> None:
    head = "Letters from the North"
    text = "\n".join([PROSE, f"12 {head}\n", PROSE, f"{head} 13\n", PROSE, f"14 {head}\n", PROSE])
    assert [kind for _, kind, _ in found(text)].count("running-head") == 3


def test_languages_alternate_inside_a_file() -> None:
    text = (
        "Одақтың жаңа бюджеті\n\nМақалада одақтың бюджеті мен оның болашағы қарастырылады.\n\n"
        "Новый бюджет союза\n\nВ статье рассматривается бюджет союза и его будущее.\n\n"
        "The new budget of the union\n\nThe article looks at the budget of the union and its future.\n"
    )
    assert [lang for lang, _, _ in found(text)] == ["kk", "kk", "ru", "ru", "en", "en"]


def test_languages_alternate_inside_a_paragraph() -> None:
    text = (
        "В статье рассматривается бюджет союза и его будущее в новых условиях. "
        "The article looks at the budget of the union and asks about its future."
    )
    assert [lang for lang, _, _ in found(text)] == ["ru", "en"]


def test_a_sentence_goes_on_in_capitals_behind_a_page_number() -> None:
    text = PROSE + "They spoke for hours with guests from the Kingdom of Norway and of the"
    text += "\n\n17\n\nA. Petrov\n\nRepublic of Iceland about the price of bread."
    assert [kind for _, kind, _ in found(text)] == ["body", "running-head", "running-head"]


def test_front_matter_is_in_no_segment() -> None:
    text = "---\ntitle: A day in Omsk\n---\n\nThe committee met.\n"
    assert found(text, body_start=text.index("\n\n")) == [("en", "body", "The committee met.")]


def test_what_the_format_knows_stands() -> None:
    text = "A short sentence.\n\nBread | 3\n\nThe committee met."
    blocks = (Block("heading", 0, 17), Block("table", 19, 28))
    assert [kind for _, kind, _ in found(text, blocks=blocks)] == ["title", "table", "body"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aб ә\n\n.1-•\t\f\r|«\ud800\u00ad"), max_size=200), st.integers(0, 40))
def test_any_text_gives_segments_in_order(text: str, start: int) -> None:
    segments = find_segments(document(text, body_start=min(start, len(text))))
    for segment in segments:
        assert min(start, len(text)) <= segment.start_char < segment.end_char <= len(text)
        assert segment.kind in SEGMENT_KINDS
        assert segment.lang in ("en", "ru", "kk")
    covered = {i for s in segments for i in range(s.start_char, s.end_char)}
    assert all(i in covered for i, sign in enumerate(text) if sign.isalpha() and i >= start)


@pytest.mark.seeds
@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real articles of ../shared/seeds are not here")
@pytest.mark.parametrize("name", ["001", "003", "004"])
def test_languages_of_real_articles(name: str) -> None:
    gold = json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    text = (SHARED / "seeds" / gold["file"]).read_bytes().decode("utf-8")
    langs = {i: s.lang for s in find_segments(document(text)) for i in range(s.start_char, s.end_char)}
    right = [
        langs.get(i) == g["lang"] for g in gold["segments"] for i in range(g["start"], g["end"]) if text[i].isalpha()
    ]
    assert sum(right) >= 0.995 * len(right)
