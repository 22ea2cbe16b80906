"""Front matter is read leniently, a sidecar strictly."""

from pathlib import Path

import pytest

from corpus.readers.front_matter import Properties, find_doi, iso_date, split_front_matter
from corpus.readers.sidecar import read_sidecar
from kb.errors import DocumentError


@pytest.mark.parametrize(
    ("text", "found", "body"),
    [
        ("---\ntitle: A\nlang: ru\ndate: 2014-05-29\n---\nT", Properties("A", lang="ru", published="2014-05-29"), "T"),
        ("---\r\nauthor: B. C.\r\n---\r\nText", Properties(authors=("B. C.",)), "Text"),
        ("---\nauthors: [B, C]\ntags: [x]\nlicense: CC0\n---\nT", Properties(authors=("B", "C"), licence="CC0"), "T"),
        ("---\ntitle: One: two\njournal: J\n---\nT", Properties("One: two", source="J"), "T"),
        ("---\nlang: fr\ndate: soon\n---\nT", Properties(), "T"),
        ("---\n---\nT", Properties(), "T"),
        ("---\nA line between two rules.\n---\nT", Properties(), "---\nA line between two rules.\n---\nT"),
        ("T\n---\ntitle: A\n---\n", Properties(), "T\n---\ntitle: A\n---\n"),
        ("---\ntitle: never closed\n", Properties(), "---\ntitle: never closed\n"),
    ],
)  # fmt: skip
def test_front_matter(text: str, found: Properties, body: str) -> None:
    properties, start = split_front_matter(text)
    assert (properties, text[start:]) == (found, body)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014-05-29", "2014-05-29"), ("2014/05/29", "2014-05-29"), ("29.05.2014", "2014-05-29"),
        ("2014-05", "2014-05"), ("2014", "2014"), ("2014-05-29T10:00:00Z", "2014-05-29"),
        ("2014-02-30", ""), ("2014-13", ""), ("20140529", ""), ("spring", ""), ("", ""),
    ],
)  # fmt: skip
def test_dates(text: str, date: str) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("text", "doi"),
    [("https://doi.org/10.1234/ab.c", "10.1234/ab.c"), ("doi:10.1234/x).", "10.1234/x"), ("10.1/x", ""), ("", "")],
)
def test_dois(text: str, doi: str) -> None:
    assert find_doi(text) == doi


def test_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.pdf.meta.yml").write_text(
        "title: Ә\nauthors: [A, B]\nlang: kk\ndate: 2001\njournal: J\n"
        "url: https://example.org\ndoi: 10.1234/q\nlicence: CC0\n",
        encoding="utf-8",
    )
    assert read_sidecar(tmp_path / "a.pdf", "a.pdf") == Properties(
        "Ә", ("A", "B"), "kk", "2001", "J", "https://example.org", "10.1234/q", "CC0"
    )
    assert read_sidecar(tmp_path / "b.pdf", "b.pdf") == Properties()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("titel: A", "unknown key 'titel'"),
        ("lang: fr", "lang: 'fr' is not one of en, ru, kk"),
        ("date: spring", "date: 'spring' is no date"),
        ("doi: none", "doi: 'none' is no DOI"),
        ("authors: {a: b}", "authors: a name or a list of names"),
        ("title: [a]", "title: one plain value"),
        ("- a", "keys with values are expected"),
        ("title: 'open", "no YAML"),
        ("date: 2014-02-30", "no YAML"),
    ],
)
def test_wrong_sidecar(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "a.txt.meta.yml").write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        read_sidecar(tmp_path / "a.txt", "in/a.txt")
    assert str(caught.value).startswith("in/a.txt: a.txt.meta.yml: ")
    assert reason in caught.value.reason
    assert "\n" not in caught.value.reason
