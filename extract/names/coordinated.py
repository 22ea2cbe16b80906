"""A tagged Kazakh span that joins the names of two bodies in, the two out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.language.tokens import fold
from kb.model import Mention

_AND = re.compile(r"\s+(?:және|әрі)\s+")


def taken_apart(mention: Mention, bodies: frozenset[str], heads: tuple[str, ...]) -> Iterator[Mention]:
    """ "Мемлекетаралық кеңес және Атқару комитеті": each side ends in a noun of bodies, the first without an owner."""
    joint = _AND.search(mention.text) if (mention.lang, mention.label) == ("kk", "ORG") else None
    left, right = (mention.text[: joint.start()].split(), mention.text[joint.end() :].split()) if joint else ([], [])
    whole = len(left) > 1 and len(right) > 1 and right[0][:1].isupper() and fold(left[-1]) in bodies
    if joint is None or not whole or not fold(right[-1]).startswith((*bodies, *heads)):
        yield mention
        return
    at = mention.start_char
    yield replace(mention, end_char=at + joint.start(), text=mention.text[: joint.start()])
    yield replace(mention, start_char=at + joint.end(), text=mention.text[joint.end() :])
