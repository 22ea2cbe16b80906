"""Mentions in, those that are names out: of "an EU-backed government" the body is only a part of an adjective."""

import re
from collections.abc import Iterable, Iterator

from kb.model import Mention

_NAMES = frozenset({"ORG", "COUNTRY", "TREATY"})
# "-backed", "-led", "-wide": what an English hyphen makes an adjective of a name. "EU-member A" names its body.
_ADJECTIVE = re.compile(
    r"[-‐‑](?:[a-z]{2,}ed|led|run|wide|style|type|level|born|funded|brokered|centric|friendly|sceptic|skeptic|made)\b"
)


def names_alone(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """ "Left in 2019 after the OAS-backed coup": nobody left that body."""
    yield from (m for m in mentions if m.label not in _NAMES or "." in m.text or not _ADJECTIVE.match(text, m.end_char))
