"""Words that many patterns share, told once in their table."""

import pytest

from extract.claims.moods.words import polarity_words
from kb.errors import TableError

_TABLE = {"classes": {"kept": "kept|held"}, "before": {"negated": "@kept out"}}


def _openers(table: dict[str, dict[str, str]]) -> set[str]:
    return {word for row in polarity_words("en", table).before.rows for word in row.elements[0].words}


def test_a_cue_reads_every_word_of_its_class() -> None:
    assert _openers(_TABLE) == {"kept", "held"}


def test_a_class_that_is_not_there_names_its_table() -> None:
    with pytest.raises(TableError, match=r"en/polarity\.yml: '@kept out': no such class: 'kept'"):
        polarity_words("en", {**_TABLE, "classes": {}})
