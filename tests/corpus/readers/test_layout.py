"""Words with places come out in the order in which people read."""

import pytest

from corpus.readers.layout import Word, read_page

LEFT = [
    "Six states met in the north",
    "and agreed on a path that",
    "nobody had tried before in",
    "this part of the world.",
]
MIDDLE = [
    "Later the path was changed",
    "again, since two of them",
    "wanted more time than the",
    "others were ready to give.",
]
RIGHT = [
    "A third group of countries",
    "watched from outside and",
    "asked for papers about it",
    "before deciding anything.",
]
TITLE = "A heading that runs across all columns of this page and says what follows"


def line(text: str, left: float, top: float, number: int, size: float = 10) -> list[Word]:
    words = []
    for word in text.split():
        right = left + len(word) * size * 0.5
        words.append(Word(word, left, top - size, right, top, number))
        left = right + size * 0.3
    return words


def rows(words: list[Word]) -> list[str]:
    return [row.text for row in read_page(words)]


def side_by_side(*columns: list[str], top: float = 700, width: float = 160, merged: bool = True) -> list[Word]:
    """Row by row as some programs write; `merged` gives what stands on one height one line number."""
    words = []
    for index, texts in enumerate(zip(*columns, strict=True)):
        for column, text in enumerate(texts):
            number = int(top) * 100 + index * 10 + (0 if merged else column)
            words += line(text, 50 + column * width, top - 12 * index, number)
    return words


@pytest.mark.parametrize("merged", [True, False])
def test_two_columns_written_row_by_row(merged: bool) -> None:
    assert rows(side_by_side(LEFT, RIGHT, merged=merged)) == LEFT + RIGHT


def test_three_columns() -> None:
    assert rows(side_by_side(LEFT, MIDDLE, RIGHT)) == LEFT + MIDDLE + RIGHT


def test_heading_across_and_between() -> None:
    above = line(TITLE, 50, 740, 1)
    between = line(TITLE[::-1], 50, 620, 2)
    words = side_by_side(LEFT, RIGHT) + side_by_side(RIGHT, MIDDLE, top=590) + between + above
    assert rows(words) == [TITLE, *LEFT, *RIGHT, TITLE[::-1], *RIGHT, *MIDDLE]


def test_running_head_and_foot_with_two_ends_are_read_whole() -> None:
    head = line("The journal", 50, 740, 1) + line("45", 340, 740, 1)
    foot = line("Author", 50, 600, 2) + line("No. 3", 340, 600, 2)
    assert rows(head + side_by_side(LEFT, RIGHT) + foot) == ["The journal\t45", *LEFT, *RIGHT, "Author\tNo. 3"]


def test_order_of_the_file_stands_in_one_column() -> None:
    words = line("Written last, shown first.", 50, 100, 1) + line("Shown below.", 50, 700, 2)
    assert rows(words) == ["Written last, shown first.", "Shown below."]


def test_table_stays_in_rows() -> None:
    names, years = ["Armenia", "Belarus", "Kazakhstan", "Russia"], ["2015", "2014", "2014", "2014"]
    assert rows(side_by_side(names, years)) == [f"{name}\t{year}" for name, year in zip(names, years, strict=True)]


def test_paragraphs_and_indents_are_seen() -> None:
    words = line("First line of the text.", 50, 700, 1) + line("Second line of it.", 50, 688, 2)
    words += line("Behind a gap.", 50, 660, 3) + line("Indented by two letters.", 70, 648, 4)
    found = [(row.text, row.apart) for row in read_page(words)]
    assert found == [
        ("First line of the text.", False),
        ("Second line of it.", False),
        ("Behind a gap.", True),
        ("    Indented by two letters.", False),
    ]


def test_turned_page_keeps_the_order_of_the_file() -> None:
    upright = line("Upright words of a turned page", 50, 700, 1) + line("in two rows", 50, 680, 2)
    turned = [Word(word.text, -word.top, word.left, -word.bottom, word.right, word.line) for word in upright]
    assert rows(turned) == ["Upright words of a turned page", "in two rows"]


def test_nothing() -> None:
    assert read_page([]) == []
