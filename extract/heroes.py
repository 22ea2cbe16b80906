"""The names of a document in, the one country that the whole of it is about out: "Uzbekistan has changed …"."""

from collections import Counter
from collections.abc import Sequence

from kb.model import Mention

_COUNTRY = "COUNTRY"
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
