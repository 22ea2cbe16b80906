"""Bibliography entries: persons and bodies, addresses as they are, text escaped, dates whole."""

import json
from typing import Any

import pytest

from kb.citations import author_name, to_bibtex, to_csl

ROW: dict[str, Any] = {
    "key": "0a1b", "title": r"100% of {braces} & _x_ \ ~ ^", "path": "a.txt", "published": "2020-02-03", "page": 7,
    "authors": json.dumps(["O'Brien, Pat", "Eurasian Development Bank"]), "source": None, "document_lang": "ru",
    "doi": "10.1000/xyz_(1)%", "url": "https://example.org/a_b%20c?x=1&y={2}#frag", "quote": "one\n two",
}  # fmt: skip


@pytest.mark.parametrize(("name", "parts"), [
    ("O'Brien, Pat", ("O'Brien", "Pat")), ("Pat O'Brien", ("O'Brien", "Pat")),
    ("A. Writer", ("Writer", "A.")), ("Иванов И. И.", ("Иванов", "И. И.")), ("И.И. Иванов", ("Иванов", "И.И.")),
    ("Иванов Иван Иванович", ("Иванов", "Иван Иванович")), ("Иван Иванович Иванов", ("Иванов", "Иван Иванович")),
    ("Ludwig van der Berg", ("van der Berg", "Ludwig")), ("Нурсултан Назарбаев", ("Назарбаев", "Нурсултан")),
])  # fmt: skip
def test_a_person_has_a_family_name(name: str, parts: tuple[str, str]) -> None:
    assert author_name(name) == {"family": parts[0], "given": parts[1]}


@pytest.mark.parametrize(
    "name",
    ["Eurasian Development Bank", "Ministry of Trade, Kazakhstan", "UNESCO", "Eurasia KB editors", "Reuters",
     "Евразийская экономическая комиссия", "Министерство иностранных дел", "Еуразиялық даму банкі", "World Bank Group"],
)  # fmt: skip
def test_a_body_is_one_name(name: str) -> None:
    assert author_name(name) == {"literal": name}


def test_braces_say_that_it_is_a_body() -> None:
    assert author_name("{Pat Writer}") == {"literal": "Pat Writer"}


def test_bibtex() -> None:
    lines = to_bibtex(ROW).splitlines()
    assert lines[0] == "@misc{0a1b,"
    assert "  author = {O'Brien, Pat and {Eurasian Development Bank}}," in lines
    said = r"100\% of \{braces\} \& \_x\_ \textbackslash{} \textasciitilde{} \textasciicircum{}"
    assert f"  title = {{{said}}}," in lines
    assert "  month = feb," in lines
    assert "  doi = {10.1000/xyz_(1)%}," in lines
    assert "  url = {https://example.org/a_b%20c?x=1&y=%7B2%7D#frag}," in lines


def test_a_body_alone_stands_in_two_pairs_of_braces() -> None:
    assert "author = {{Eurasian Development Bank}}" in to_bibtex({**ROW, "authors": '["Eurasian Development Bank"]'})


@pytest.mark.parametrize(("published", "parts"), [
    ("2020", [2020]), ("2020-02", [2020, 2]), ("2020-02-03", [2020, 2, 3]), ("", None), (None, None),
    ("2020-21", [2020]), ("in 2020", None),
])  # fmt: skip
def test_as_much_of_the_date_as_is_known(published: str | None, parts: list[int] | None) -> None:
    row = {**ROW, "published": published}
    assert to_csl(row).get("issued") == (parts and {"date-parts": [parts]})
    assert ("month" in to_bibtex(row)) is bool(parts and len(parts) > 1)
    assert to_csl(row)["author"] == [{"family": "O'Brien", "given": "Pat"}, {"literal": "Eurasian Development Bank"}]
