"""Records of words: a field's annotation says how its key is read, and a value of another kind stops with its name."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from extract.language.word_record import word_record
from kb.errors import TableError


@dataclass(frozen=True, slots=True)
class Words:
    """One field of each type."""

    joints: frozenset[str]
    endings: tuple[str, ...]
    nations: Mapping[str, str]
    groups: Mapping[str, int]
    bodies: Mapping[str, tuple[str, ...]]


def test_each_field_is_read_by_its_type() -> None:
    table = {"joints": ["And"], "endings": ["ға", "ge"], "nations": {"Kazakh": "KZ"}, "groups": {"The three": 3}}
    found = word_record(Words, {**table, "bodies": {"Union": ["Customs"], "body": None}, "for_others": 1})
    assert found.joints == {"and"}
    assert found.endings == ("га", "ge")
    assert found.nations == {"kazakh": "KZ"}
    assert found.groups == {"the three": 3}
    assert found.bodies == {"union": ("customs",), "body": ()}


def test_a_missing_key_is_empty_and_a_given_value_stands() -> None:
    found = word_record(Words, {"joints": ["and"]}, endings=("x",))
    assert (found.joints, found.endings, found.nations) == ({"and"}, ("x",), {})


@pytest.mark.parametrize(("key", "value"), [("joints", "and"), ("groups", {"three": "many"}), ("nations", ["KZ"])])
def test_a_value_of_another_kind_stops(key: str, value: object) -> None:
    with pytest.raises(TableError, match=f"^{key}: "):
        word_record(Words, {key: value})
