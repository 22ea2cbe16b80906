"""A saved page gives its article, in order, with what the page says of itself."""

from collections.abc import Callable

import pytest

from kb.errors import DocumentError
from kb.model import Document

Read = Callable[[str, bytes], Document]

PAGE = """<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Сайт журнала</title>
<meta name="citation_title" content="Голоса и &laquo;взносы&raquo;">
<meta name="citation_author" content="Иванова, А."><meta name="citation_author" content="Petrov, B.">
<meta name="citation_publication_date" content="2014/05/29"><meta name="citation_doi" content="10.1234/abc.5">
<meta name="citation_journal_title" content="Журнал"><link rel="canonical" href="https://example.org/a">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
<script>var hidden = "не текст";</script><style>p { color: red }</style></head>
<body><header><a href="/">Главная</a></header>
<nav><ul><li><a href="/x">Новости</a></li><li><a href="/y">Архив номеров</a></li></ul></nav>
<form><article><h1>Голоса и «взносы»</h1>
<p>Договор подписали в&nbsp;столице главы пяти государств<sup><a href="#n1">1</a></sup>. Он вступил в силу через
полгода после подписания &mdash; и тем самым открыл путь к&nbsp;союзу, о котором давно говорили.</p>
<h2>Органы</h2>
<p>Высшим органом был совет, где решали единогласно, а в комитете голоса взвешивались по взносам в общий бюджет,
чего раньше не делал никто из соседей этой организации.</p>
<table><caption>Таблица 1. Доли</caption><tr><th>Страна</th><th>Доля</th></tr>
<tr><td>Первая</td><td>40</td></tr></table>
<figure><img src="a.png" alt=""><figcaption>Рис. 1. Рост числа членов</figcaption></figure>
<div>Этот текст стоит прямо в блоке, без абзаца, но принадлежит статье и рассказывает о роспуске организации.<br>
Вторая строка после переноса.</div>
<h2>Литература</h2><ol><li>Сборник договоров. Том первый.</li></ol>
<section class="footnotes"><p>Кроме одного, который вошёл шестью годами позже.</p></section></article></form>
<aside><p>Читайте также: десять лучших статей месяца о кухне и погоде в столицах мира.</p></aside>
<footer><p>Все права защищены.</p></footer></body></html>"""


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start_char : block.end_char]) for block in document.blocks]


def test_article(read: Read) -> None:
    document = read("a.html", PAGE.encode())
    assert kinds(document) == [
        ("heading", "Голоса и «взносы»"),
        ("heading", "Органы"),
        ("caption", "Таблица 1. Доли"),
        ("table", "Страна | Доля\nПервая | 40"),
        ("caption", "Рис. 1. Рост числа членов"),
        ("heading", "Литература"),
        ("footnote", "Кроме одного, который вошёл шестью годами позже."),
    ]
    assert "пяти государств[1]. Он вступил в силу через полгода после подписания — и тем" in document.text
    assert "организации.\nВторая строка после переноса.\n" in document.text
    assert "Сборник договоров." in document.text


@pytest.mark.parametrize("words", ["Главная", "Новости", "hidden", "color", "Читайте", "защищены", "<", "&"])
def test_page_around_it_is_left_out(read: Read, words: str) -> None:
    assert words not in read("a.html", PAGE.encode()).text


def test_properties(read: Read) -> None:
    found = read("a.html", PAGE.encode())
    assert (found.title, found.authors, found.lang) == ("Голоса и «взносы»", ("Иванова, А.", "Petrov, B."), "ru")
    assert (found.published, found.doi, found.source) == ("2014-05-29", "10.1234/abc.5", "Журнал")
    assert (found.url, found.licence) == ("https://example.org/a", "https://creativecommons.org/licenses/by/4.0/")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251", "koi8-r", "iso-8859-5"])
def test_declared_encoding(read: Read, encoding: str) -> None:
    text = "<p>Комиссия собралась весной и приняла правила, по которым потом работали все пять стран союза.</p>"
    page = f'<html><head><meta charset="{encoding}"></head><body>{text}</body></html>'
    assert read("a.html", page.encode(encoding)).text.startswith("Комиссия собралась весной")


def test_kazakh_page_declared_as_windows_1251(read: Read) -> None:
    text = "Көктемде бес ел өзара келісіп, ұзақ қадам жасады."
    page = f'<html><meta charset="windows-1251"><body><p>{text}</p></body></html>'
    assert "ұзақ қадам" in read("a.htm", page.encode("kz1048")).text


def test_dublin_core_and_json_ld(read: Read) -> None:
    page = """<html><head><meta name="DC.creator" content="A. One"><meta name="DC.date" content="2011-02-03">
<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "X"}, {"@type": "ScholarlyArticle",
"headline": "The path", "author": [{"name": "Not me"}], "isPartOf": {"name": "Journal"}, "license": "CC0",
"identifier": {"value": "https://doi.org/10.1234/z"}}]}</script><script type="application/ld+json">{broken</script>
</head><body><p>Words that stand alone on a small page without anything else around them at all.</p></body></html>"""
    found = read("a.html", page.encode())
    assert (found.title, found.authors, found.published) == ("The path", ("A. One",), "2011-02-03")
    assert (found.source, found.licence, found.doi) == ("Journal", "CC0", "10.1234/z")


def test_page_without_an_article_keeps_its_words(read: Read) -> None:
    assert read("a.html", b"<p>Only this.</p><script>x()</script>").text == "Only this.\n\n"


def test_layout_table_is_no_table(read: Read) -> None:
    cell = "The members met again and talked about the path they would take together. " * 8
    document = read(
        "a.html", f"<table><tr><td>Menu</td><td><p>{cell}</p></td></tr><tr><td>x</td></tr></table>".encode()
    )
    assert cell.strip() in document.text
    assert document.blocks == ()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"Just words, no page.", "of another type than its name says: it holds no HTML"),
        (b"%PDF-1.4 x", "of another type than its name says: it is PDF, not HTML"),
        (b"<html><body><p>The page stops in the mid", "truncated: the page is opened and never closed"),
        (b"<html><body><script>x</script></body></html>", "empty: holds no text"),
        (b"<html>" + bytes(range(256)) * 9, "not text"),
    ],
)
def test_refused(read: Read, raw: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.html", raw)
    assert caught.value.reason.startswith(reason)


def test_deep_page(read: Read) -> None:
    page = "<html><body>" + "<div>" * 5000 + "<p>Words at the bottom of it.</p>" + "</body></html>"
    with pytest.raises(DocumentError, match=r"empty|damaged"):
        read("a.html", page.encode())
