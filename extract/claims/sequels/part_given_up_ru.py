"""The claims of a sentence in, the same with a Russian "leaving" that is said to be none as what it is out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.model import POLARITIES, Claim

_RUSSIAN, _LEFT, _NEGATED, _SUSPENDED = "ru", "withdrew", "negated", "suspended"
_PART = re.compile(r"прекра\w+ (?:\w+ ){0,2}участи", re.IGNORECASE)
_GONE = re.compile(r"\b(?:вышл|вышел|выйдет|покин|исключ)")


def part_given_up(told: Iterable[Claim]) -> Iterator[Claim]:
    """ "Ceased its part in the work of A, without announcing its exit": its part rests, and it has not left."""
    claims = list(told)
    stayed = {
        (c.subject_id, c.object_id)
        for c in claims
        if (c.lang, c.type, c.polarity) == (_RUSSIAN, _LEFT, _NEGATED) and _PART.search(c.quote)
    }
    for claim in claims:
        left = claim.type == _LEFT and claim.polarity == POLARITIES[0] and (claim.subject_id, claim.object_id) in stayed
        yield replace(claim, type=_SUSPENDED) if left and not _GONE.search(claim.quote) else claim
