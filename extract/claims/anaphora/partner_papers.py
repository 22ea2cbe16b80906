"""An English "trade agreement" whose two sides stand somewhere in its sentence in, which instrument it is out."""

from collections.abc import Sequence
from itertools import takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import ARTICLES, Item, referring
from extract.claims.known import OPENING
from extract.language.tokens import fold

_NOUNS = frozenset({"agreement", "deal", "accord", "pact", "treaty", "fta"})
_KINDS = frozenset({"trade", "partnership"})
_MODIFIERS = 6
_INTERIM, _PROVISIONAL = "interim", frozenset({"provisional", "temporary", "preliminary"})
_FREE, _TRADE, _ZONES = "free", "trade", frozenset({"zone", "area", "regime"})
# What papers with partners are called for short, and the word of their title that says so.
_SHORT = {"fta": _TRADE, "association agreement": "association", "free trade agreement": _TRADE}
_UNKNOWN = "x-"
_WITH, _THAT = "with", (["that"], ["this"], ["the"], ["its"])
_SIDES, _ZONE = frozenset({"between", "with"}), 9


def paper_with_partner(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "A free trade agreement is in force between the EAEU and Iran": the one that the two concluded.

    Without "interim" it is not the interim one, where there is another.
    """
    *modifiers, noun = fold(items[k].text).split()
    if noun not in _NOUNS:
        return None
    before = reversed(items[max(0, k - _MODIFIERS) : k])
    kinds = {i.norm for i in takewhile(lambda i: i.kind == "word" and i.norm not in ARTICLES, before)} | {*modifiers}
    kinds = {_INTERIM if kind in _PROVISIONAL else kind for kind in kinds} | _of_zone(items, k)
    kinds |= {_TRADE} if noun in _SHORT else set()
    partners = {id_ for i in items if i.label == "COUNTRY" for id_ in i.ids}
    if len(partners) > 1 and _TRADE in kinds:
        behind = (i.ids for i in items[k + 1 :] if i.label == "COUNTRY")
        partners = set(next(behind, ()))
    if not partners and _with_that_country(items, k, words):
        partners = set(memory.one_country(items[k].start))
    if kinds.isdisjoint(_KINDS) or len(partners) != 1:
        return None
    named = [i.ids[0] for i in items if i.kind == "name" and i.label == "ORG" and len(i.ids) == 1]
    body = named[0] if named else memory.body(items[k].start)
    known = [p for p in memory.papers_between(body, *partners) if _fits(memory.title(p), kinds)]
    known = [p for p in known if _is_interim(memory.title(p)) == (_INTERIM in kinds)] or known
    if len(known) != 1:
        return None
    memory.meant(known[0], items[k].start)
    return referring(items[k], "TREATY", known)


def short_paper(items: Sequence[Item], k: int, memory: Memory) -> tuple[str, ...]:
    """ "An FTA was signed between the EAEU and A", "A and B signed an Association Agreement with the EU": of each."""
    name, items_of = items[k], {"COUNTRY": set[str](), "ORG": set[str]()}
    kind = _SHORT.get(fold(name.text).removesuffix("s"))
    if kind is None or any(not id_.startswith(_UNKNOWN) for id_ in name.ids):
        return ()
    for item in items:
        if item.kind == "name" and item.label in items_of and item is not name:
            items_of[item.label].update(item.ids)
    if len(items_of["ORG"]) != 1:
        return ()
    body, interim = next(iter(items_of["ORG"])), k > 0 and items[k - 1].norm in _PROVISIONAL | {_INTERIM}
    found = []
    for partner in sorted(items_of["COUNTRY"]):
        papers = [p for p in memory.papers_between(body, partner) if kind[:OPENING] in memory.title(p)]
        found += [p for p in papers if _is_interim(memory.title(p)) == interim] or papers
    return tuple(found) if len(found) == len(items_of["COUNTRY"]) else ()


def _with_that_country(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "The free trade agreement with that country"."""
    behind = [i.norm for i in items[k + 1 : k + 4]]
    return behind[:1] == [_WITH] and behind[1:2] in _THAT and behind[2:3] != [] and behind[2] in words.countries


def _of_zone(items: Sequence[Item], k: int) -> set[str]:
    """ "An agreement on a free-trade zone between A and B": what kind it is stands behind the noun."""
    behind = takewhile(lambda i: i.kind == "word" and i.norm not in _SIDES, items[k + 1 : k + 1 + _ZONE])
    said = {part for i in behind for part in i.norm.split("-")}
    return {_TRADE} if {_FREE, _TRADE} <= said and not said.isdisjoint(_ZONES) else set()


def _fits(title: frozenset[str], kinds: set[str]) -> bool:
    return all(kind[:OPENING] in title for kind in kinds & _KINDS)


def _is_interim(title: frozenset[str]) -> bool:
    return _INTERIM[:OPENING] in title
