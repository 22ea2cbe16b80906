"""The countries of a Russian text in, where those stand that are only set beside another one, out."""

import re
from collections.abc import Sequence

from kb.model import Mention

_REACH, _RUSSIAN, _COUNTRY = 24, "ru", "COUNTRY"
_BESIDE = re.compile(
    r"\b(?:вслед за|в отличие от|равно как(?: и)?|как и|наряду с|вместе со?|подобно|по примеру|по образцу|кроме|помимо|"
    r"за исключением|одновременно со?|не считая|исключая)\s+\Z",
    re.IGNORECASE,
)
# "Равно как A с B": what goes on with the list.
_JOINT = re.compile(r"\s*(?:,|и|,? а также|со?)\s+\Z")


def compared(text: str, mentions: Sequence[Mention]) -> set[int]:
    """ "A left, just as B with C had; the republic came back": B and C are not whom the text is about."""
    found: set[int] = set()
    end = -1
    for m in mentions:
        if m.lang != _RUSSIAN or m.label != _COUNTRY:
            continue
        led = _BESIDE.search(text[max(0, m.start_char - _REACH) : m.start_char])
        joined = 0 <= end <= m.start_char and _JOINT.fullmatch(text[end : m.start_char])
        if led or joined:
            found.add(m.start_char)
            end = m.end_char
    return found
