"""An English "we" in, the country whose people speak out: that of who is quoted, or the one that the text is about."""

from collections.abc import Sequence

from extract.anaphor_words import Anaphors
from extract.anaphora import Memory
from extract.claim_items import Item, referring

_WE = "we"
# "We in the Commission", "we Europeans", "we were three": who speaks is told.
_TOLD = frozenset({"in", "at", "europeans", "all", "both", "two", "three", "five", "the"})
_WHO = (
    "ambassador",
    "envoy",
    "diplomat",
    "official",
    "spokes",
    "negotiator",
    "economist",
    "foreign",
    "trade",
    "deputy",
)


def speaking(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "Uzbekistan has left many bodies. – We joined A in 2006": the country that the text is about."""
    item = items[k]
    if item.norm != _WE or lang != "en":
        return None
    following = items[k + 1].norm if k + 1 < len(items) else ""
    country = next((id_ for n in range(len(items)) if (id_ := _quoted(items, n, words))), memory.hero)
    return referring(item, "COUNTRY", (country,)) if country and following not in _TOLD else None


def _quoted(items: Sequence[Item], n: int, words: Anaphors) -> str | None:
    """ "…, the Chinese ambassador said", "…, said Armenia's minister": whose words they are."""
    if n + 1 == len(items):
        return None
    own = items[n].label == "COUNTRY" and items[n + 1].norm == "s"
    at = n + 1 + own
    who = at < len(items) and items[at].norm.startswith((*words.agents, *_WHO))
    if not who:
        return None
    if own:
        return next(iter(items[n].ids), None)
    return next((id_ for stem, id_ in words.nations.items() if items[n].norm.startswith(stem)), None)
