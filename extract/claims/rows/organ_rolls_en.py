"""Lines below "The bodies of X:" in, the organs of X that they name out."""

import re
from collections.abc import Iterator, Sequence

from extract.claims.rows.masked import BODY, COUNTRY, Masked
from extract.language.tokens import fold

_SPLIT = re.compile(r"[,;|\n]|\band\b|\s[•·▪●]\s")
_BRACKETS, _WORD = re.compile(r"\([^()]*\)"), re.compile(r"[A-Za-z-]{2,}")
_EMPTY = frozenset({"the", "of", "its", "and", "member", "states", "also"})
# How the ids of bodies begin that no table knows.
_MOST, _NEW = 7, "x-"


def organs_named(page: Masked, begun: int, organs: Sequence[tuple[str, frozenset[str]]]) -> Iterator[str]:
    """ "Interstate Council (the supreme body); Court of the Community": each part that is the name of an organ."""
    held = iter(page.held[sum(c >= "\ue000" for c in page.line[:begun]) :])
    known = {organ for organ, _ in organs if not organ.startswith(_NEW)}
    for part in _SPLIT.split(_BRACKETS.sub(lambda f: "".join(c for c in f[0] if c >= "\ue000"), page.line[begun:])):
        own = [next(held, None) for c in part if c >= "\ue000"]
        words = {fold(w) for w in _WORD.findall(part)} - _EMPTY
        named = [str(m.entity_id) for m in own if m and m.label == "ORG" and m.entity_id in known]
        if len(words) > _MOST or COUNTRY in part:
            continue
        if named and not words:
            yield named[0]
        elif words and part.count(BODY) == len(own) <= 1:
            meant = [organ for organ, called in organs if words <= called]
            yield from meant if len(meant) == 1 else ()
