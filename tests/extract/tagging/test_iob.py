"""IOB2 files and exact span scores."""

from pathlib import Path

import pytest

from extract.tagging.iob import Sentence, read_iob2, score, spans_of
from kb.errors import TableError


def test_sentences_are_read_with_any_blank_lines_between(tmp_path: Path) -> None:
    path = tmp_path / "a.iob2"
    path.write_text("\n\nБүгін B-DATE\nкелді O\n\n\nАлматыда\tB-GPE", encoding="utf-8")
    assert read_iob2(path) == [Sentence(("Бүгін", "келді"), ("B-DATE", "O")), Sentence(("Алматыда",), ("B-GPE",))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds no sentence"),
        ("Бүгін\n", "a.iob2:1: a token and its label"),
        ("Бүгін O\nкелді X-DATE\n", "a.iob2:2: 'X-DATE' is no IOB2 label"),
        ("Бүгін O\nкелді I-DATE\n", "a.iob2:2: 'I-DATE' follows 'O'"),
        ("Бүгін B-GPE\nкелді I-DATE\n", "a.iob2:2: 'I-DATE' follows 'B-GPE'"),
        ("Бүгін B-DATE\n\nкелді I-DATE\n", "a.iob2:3: 'I-DATE' follows 'O'"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "a.iob2"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=message):
        read_iob2(path)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "b.iob2"
    if content:
        path.write_bytes(content)
    with pytest.raises(TableError, match=r"b\.iob2: cannot be read"):
        read_iob2(path)


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([], set()),
        (["O", "O"], set()),
        (["B-A", "I-A", "O"], {(0, 2, "A")}),
        (["B-A", "B-A", "I-A"], {(0, 1, "A"), (1, 3, "A")}),
        (["O", "B-A", "B-B"], {(1, 2, "A"), (2, 3, "B")}),
    ],
)
def test_spans(labels: list[str], spans: set[tuple[int, int, str]]) -> None:
    assert spans_of(labels) == spans


def test_a_span_counts_only_with_both_ends_and_its_label() -> None:
    gold = [["B-A", "I-A", "O", "B-B"], ["B-A"]]
    found = [["B-A", "O", "O", "B-B"], ["B-B"]]
    scores = score(gold, found)
    assert (scores["precision"], scores["recall"], scores["f1"]) == (0.3333, 0.3333, 0.3333)
    assert scores["labels"] == {
        "A": {"f1": 0.0, "precision": 0.0, "recall": 0.0, "support": 2},
        "B": {"f1": 0.6667, "precision": 0.5, "recall": 1.0, "support": 1},
    }


def test_nothing_found_is_no_error() -> None:
    assert score([["B-A"]], [["O"]])["f1"] == 0.0
