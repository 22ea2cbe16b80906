"""Markdown is kept as it is; its marks tell the kinds."""

from collections.abc import Callable

from kb.model import Document

ARTICLE = """---
title: Короткий путь
date: 2019-10-10
---
# Короткий путь

**Аннотация.** О том, как один договор сменил другой.

Первый абзац говорит о начале пути.
## Второй раздел
Текст сразу под заголовком | с чертой.

| Год | Шаг |
|-----|:---:|
| 2001 | первый |

*Таблица 1. Шаги*

Заголовок с чертой
------------------

```
# не заголовок
```

## Список литературы

1. Первый источник.

2. Второй источник.
"""


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start_char : block.end_char]) for block in document.blocks]


def test_article(read: Callable[[str, bytes], Document]) -> None:
    document = read("a.md", b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    assert document.text == ARTICLE.replace("\n", "\r\n")
    assert document.text[document.body_start :].startswith("# Короткий")
    assert (document.title, document.published, document.media_type) == ("Короткий путь", "2019-10-10", "text/markdown")
    assert kinds(document) == [
        ("heading", "Короткий путь"),
        ("abstract", "**Аннотация.** О том, как один договор сменил другой."),
        ("heading", "Второй раздел"),
        ("table", "| Год | Шаг |\r\n|-----|:---:|\r\n| 2001 | первый |"),
        ("caption", "*Таблица 1. Шаги*"),
        ("heading", "Заголовок с чертой"),
        ("heading", "Список литературы"),
        ("reference", "1. Первый источник."),
        ("reference", "2. Второй источник."),
    ]


def test_odd_text_takes_no_time(read: Callable[[str, bytes], Document]) -> None:
    odd = [" " * 300_000 + "x", "[" * 300_000, "# " + "# " * 150_000 + "x", "|" + "- " * 150_000, "---\n" * 50_000]
    document = read("a.md", "\n\n".join(odd).encode())
    assert len(document.text) > 1_000_000


def test_title_from_heading(read: Callable[[str, bytes], Document]) -> None:
    assert read("a.md", b"Intro\n\n# The *short* [way](x) #\n\nText").title == "The short way"


def test_abstract_and_keywords_under_headings(read: Callable[[str, bytes], Document]) -> None:
    document = read("a.md", b"# T\n\n## Abstract\n\nIn short.\n\n## Keywords\n\none, two\n\n## Steps\n\nText.\n")
    assert [kind for kind, _ in kinds(document)] == ["heading", "heading", "abstract", "heading", "keywords", "heading"]
