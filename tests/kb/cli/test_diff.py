"""The words of `kb diff`: what happened to a member between two dates."""

from typing import Any

import pytest

from kb.cli.diff import changes


def row(status: str, certainty: str = "certain") -> list[dict[str, Any]]:
    return [{"member_id": "x", "member": "X", "status": status, "certainty": certainty}] if status else []


@pytest.mark.parametrize(("before", "after", "word"), [
    ("", "member", "joined"), ("member", "", "left"), ("", "suspended", "joined, then suspended"),
    ("member", "suspended", "suspended"), ("member", "frozen", "frozen"), ("suspended", "member", "resumed"),
    ("suspended", "", "left"), ("", "observer", "became observer"), ("observer", "", "no longer observer"),
    ("observer", "member", "joined"), ("member", "associate", "became associate"), ("signatory", "member", "joined"),
    ("participant", "associate", "became associate"), ("participant", "", "left"),
    ("candidate", "", "no longer candidate"),
])  # fmt: skip
def test_words(before: str, after: str, word: str) -> None:
    assert [r["change"] for r in changes(row(before), row(after))] == [word]


def test_what_only_may_be_so_says_so() -> None:
    (found,) = changes(row("observer", "possible"), row("observer"))
    assert (found["change"], found["before"], found["after"]) == ("more certain", "observer?", "observer")
    assert changes(row("member"), row("member")) == []
