"""The reader of the word tables: every shipped table loads, a misspelt key stops."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract import tables
from extract.dates.tokens import KINDS
from extract.tables import check_keys, read_table, vocabulary
from kb.errors import TableError
from kb.model import LANGUAGES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "word_endings.yml").write_text('plural: [["", s]]\n', encoding="utf-8")
    monkeypatch.setattr(tables, "_DATA", tmp_path)
    caches = (tables.read_table, tables.vocabulary, tables._endings)
    for cache in caches:
        cache.cache_clear()
    yield tmp_path
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_shipped_words_load(lang: str) -> None:
    words = vocabulary(lang, ("numerals", "date_words"), KINDS)

    assert {number for _, number in words.forms("month")} == set(range(1, 13))


def test_endings_and_values(folder: Path) -> None:
    (folder / "en" / "words.yml").write_text("thing: {cat~plural: 3, ox: 4}\nplain: [ox]\n", encoding="utf-8")

    words = vocabulary("en", ("words",), frozenset({"thing", "plain"}))

    assert dict(words.look_up("cats")) == {"thing": 3}
    assert dict(words.look_up("ox")) == {"thing": 4, "plain": 1}
    assert dict(words.look_up("oxs")) == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("thingy: [ox]\n", "unknown key thingy"),
        ("thing: [Ox]\n", "lower case"),
        ("thing: {ox: [1]}\n", "a number or a word"),
        ("thing: {ox~dual: 1}\n", "no such class"),
        ("thing: [ox, on]\n", "thing: a bare on"),
        ("thing: {no: 1}\n", "a bare on, off, yes or no"),
        ("- ox\n", "a mapping"),
        ("thing: [\n", r"words\.yml"),
    ],
)
def test_a_wrong_table_stops(folder: Path, content: str, message: str) -> None:
    (folder / "en" / "words.yml").write_text(content, encoding="utf-8")

    with pytest.raises(TableError, match=message):
        vocabulary("en", ("words",), frozenset({"thing"}))


def test_a_missing_table_is_named(folder: Path) -> None:
    with pytest.raises(TableError, match=r"en/nowhere\.yml"):
        read_table("en", "nowhere")


def test_check_keys_names_the_place() -> None:
    check_keys("here", {"a": 1}, ["a", "b"])
    with pytest.raises(TableError, match="here: unknown key c"):
        check_keys("here", {"c": 1}, ["a", "b"])


def test_a_key_that_stands_twice_stops(folder: Path) -> None:
    (folder / "en" / "words.yml").write_text("rows:\n  thing: [ox]\n  thing: [cat]\n", encoding="utf-8")

    with pytest.raises(TableError, match=r"en/words\.yml: line 2: thing: stands twice"):
        read_table("en", "words")
