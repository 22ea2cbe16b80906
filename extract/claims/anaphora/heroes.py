"""The names of a document in, the one country that the whole of it is about out: "Uzbekistan has changed …"."""

import re
from collections import Counter
from collections.abc import Sequence

from kb.model import Mention

_COUNTRY = "COUNTRY"
_FAR = 12
_OPENED = re.compile(r"(?:^|\n|[.?!]\s)[\s—–-]*(?:[АИ] )?[«\"]?$")
_CLOSED = re.compile(r"[»\"]?\s*(?:[.?:](?:\s|$)|\n|$)")
# So near behind the first country another one stands in a list with it: "between A and B".
_BESIDE = 60


def hero_of(named: Sequence[Mention]) -> str | None:
    """The country that the text names before anything else, alone, and that none is named oftener than."""
    if not named or named[0].label != _COUNTRY:
        return None
    first, others = named[0], [m for m in named if m.label == _COUNTRY and m.entity_id != named[0].entity_id]
    if any(m.start_char - first.end_char < _BESIDE for m in others):
        return None
    shares = Counter(m.entity_id for m in named if m.label == _COUNTRY)
    return first.entity_id if shares[first.entity_id] == max(shares.values()) else None


def stands_alone(text: str, mention: Mention) -> bool:
    """ "А ШОС?", "ВТО. Член с 2000 года.": a name that is a whole sentence, or line, says what is told of next."""
    before, behind = text[max(0, mention.start_char - _FAR) : mention.start_char], text[mention.end_char :][:_FAR]
    return bool(_OPENED.search(before) and _CLOSED.match(behind))
