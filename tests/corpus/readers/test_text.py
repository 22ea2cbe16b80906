"""Plain text comes as it stands."""

from collections.abc import Callable

import pytest

from kb.model import Document

TEXT = "Бірінші жол.\r\n\r\nЕкінші   жол\tжәне\x0cүшінші \u00a0 бет.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
def test_text_is_kept(read: Callable[[str, bytes], Document], encoding: str) -> None:
    document = read("a.txt", TEXT.encode(encoding))
    assert document.text == TEXT
    assert (document.path, document.media_type, document.reader) == ("in/a.txt", "text/plain", "text")
    assert (document.body_start, document.pages, document.blocks) == (0, (), ())


def test_front_matter_stays_in_the_text(read: Callable[[str, bytes], Document]) -> None:
    document = read("a.txt", b"---\ntitle: A\n---\nText\n")
    assert (document.title, document.text[document.body_start :]) == ("A", "Text\n")
    assert document.text.startswith("---")
