"""Marks of Markdown in a paragraph: a text in, the marks to take out so that names and sentences stand bare."""

import re
from collections.abc import Iterator

from extract.cleaning.mapped_text import Edit

# Headings' number signs, emphasis that is opened and closed, code, links and pictures.
MARK = re.compile(
    r"(?P<lead>\A(?:#{1,6}|>)[ ]+)"
    r"|(?P<open>(?<![\w*])(?:\*{1,3}|__)(?=[^\s*_]))"
    r"|(?P<close>(?<=[^\s*_])(?:\*{1,3}|__)(?![\w*]))"
    r"|(?P<link>!?\[(?=[^\[\]\n]{1,300}\]\([^()\s]+\)))"
    r"|(?P<target>(?<=[^\s\[])\]\([^()\s]+\))"
)


def find_markup_edits(text: str) -> Iterator[Edit]:
    """A star that nothing closes is a footnote's and stays."""
    if not any(sign in text for sign in ("*", "__", "](", "#", "> ")):
        return
    waiting: Edit | None = None
    found: list[Edit] = []
    for match in MARK.finditer(text):
        edit = (match.start(), match.end(), "")
        if match["open"]:
            waiting = waiting or edit
        elif match["close"]:
            if waiting and waiting[1] - waiting[0] == edit[1] - edit[0]:
                found += (waiting, edit)
            waiting = None
        else:
            found.append(edit)
    yield from sorted(found)
