"""A stretch of a page with its mentions in, the same as a line of signs for names and dates and plain words out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Mention

# Signs that no text holds.
COUNTRY, BODY, DATE, PAPER = "\ue000", "\ue001", "\ue002", "\ue003"
_SIGNS = {"COUNTRY": COUNTRY, "ORG": BODY, "DATE": DATE, "TREATY": PAPER}
_TWICE = re.compile(rf"{BODY}\s*\({BODY}\)|\({BODY}\)|{COUNTRY}\s*\({COUNTRY}\)")


@dataclass(frozen=True, slots=True)
class Masked:
    """`line`: "\ue000 (\ue002)" for "Latvia (2004)"; `held`: what stands for each sign, in order."""

    line: str
    held: tuple[Mention, ...]

    def of(self, sign: str) -> list[Mention]:
        """The mentions of one sign."""
        return [m for m in self.held if _SIGNS[m.label] == sign]


def masked(text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> Masked:
    """Mentions without an entity or a date stay words."""
    parts, held, at = [], [], span[0]
    for m in mentions:
        known = m.edtf if m.label == "DATE" else m.entity_id
        if m.label in _SIGNS and known and at <= m.start_char and m.end_char <= span[1]:
            parts += [text[at : m.start_char], _SIGNS[m.label]]
            held.append(m)
            at = m.end_char
    return _said_once("".join([*parts, text[at : span[1]]]), held)


def _said_once(line: str, held: list[Mention]) -> Masked:
    """ "The Commonwealth (CIS)": an abbreviation behind its name is no second name."""
    while found := next((f for f in _TWICE.finditer(line) if _same(line, held, f)), None):
        last = _count(line[: found.end()])
        line = line[: found.start() + 1] + line[found.end() :]
        held = held[: last - 1] + held[last:]
    return Masked(line, tuple(held))


def _same(line: str, held: Sequence[Mention], found: "re.Match[str]") -> bool:
    last = _count(line[: found.end()])
    return last > 1 and found[0][0] != "(" and held[last - 1].entity_id == held[last - 2].entity_id


def _count(line: str) -> int:
    return sum(c in _SIGNS.values() for c in line)
