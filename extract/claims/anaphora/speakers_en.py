"""An English "we" or "his country" in, the country out: that of who is quoted, or the one that the text is about."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring

_WE, _COUNTRY, _HIS = "we", "country", frozenset({"his", "her", "our"})
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
    if lang == "en" and item.norm == _COUNTRY and k and items[k - 1].norm in _HIS:
        return _his_country(items, k, words, memory)
    if item.norm != _WE or lang != "en":
        return None
    following = items[k + 1].norm if k + 1 < len(items) else ""
    country = next((id_ for n in range(len(items)) if (id_ := _quoted(items, n, words))), memory.hero)
    return referring(item, "COUNTRY", (country,)) if country and following not in _TOLD else None


def _his_country(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "Armenia's premier said that his country was not leaving": his; the one in mind where the sentence has none."""
    told = [id_ for n in range(k) if (id_ := _quoted(items, n, words))]
    kinds = [i.label for i in items[:k] if i.label in {"COUNTRY", "PERSON"}]
    if kinds[:1] == ["PERSON"] and len(kinds) > 1:
        # "Putin told Armenia's premier that his country": nobody knows whose.
        return replace(items[k], kind="ref", label="COUNTRY")
    named = "COUNTRY" in kinds
    if not kinds:
        # "Speaking after the bloc admitted his country, Ghana's president".
        told = [id_ for n in range(k + 1, len(items)) if (id_ := _quoted(items, n, words))][:1]
    ids = told[-1:] if told or named else memory.one_country(items[k].start)
    return referring(items[k], "COUNTRY", tuple(ids)) if ids else None


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
