"""A line in, the organs out that an aside says to be of a body: "the European Council, an EU institution"."""

import re
from collections.abc import Iterator

from extract.claims.known import ClaimTables
from extract.claims.rows.masked import BODY, Masked

_KIND = r"(?:body|structure|institution|organ|agency)\b"
_BEHIND = re.compile(rf"({BODY})\)?[^{BODY},;.()]{{0,30}},? \(?(?:an?|another) ({BODY})(?:'s|’s)? (?:[a-z-]+ )?{_KIND}")
_BEFORE = re.compile(rf"\b(?:another|an?|one) ({BODY}) (?:[a-z-]+ )?{_KIND}, (?:the )?({BODY})")


def organs_aside(page: Masked, tables: ClaimTables) -> Iterator[tuple[str, str]]:
    """Organ and body, where they are known to be such."""
    if page.line.count(BODY) < len("OO"):
        return
    for pattern, turned in ((_BEHIND, False), (_BEFORE, True)):
        for found in pattern.finditer(page.line):
            first, second = (str(page.held[_nth(page.line, found.start(k))].entity_id) for k in (1, 2))
            organ, body = (second, first) if turned else (first, second)
            if tables.parents.get(organ) == body:
                yield organ, body


def _nth(line: str, at: int) -> int:
    return sum(c >= "\ue000" for c in line[:at])
