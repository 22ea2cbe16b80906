"""A Russian free trade agreement told by its two sides in, which instrument it is out."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.grammar.items import Item
from extract.claims.known import OPENING
from extract.language.tokens import fold, tokenise

_NOUN, _AREA = ("соглашени", "договор"), "зст"
_FREE, _TRADE = "свободн", "торгов"
# "Временное соглашение": so an interim one is called, and whole ones not.
_INTERIM, _BEFORE = "временн", 3
_SIDE, _BODY, _PAPER = "COUNTRY", "ORG", "TREATY"
_YEAR, _BEHIND = len("2014"), 14
_SPOKEN = frozenset({"word", "ref", "name"})


def area_agreement(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "The parliament of A approved the interim agreement on a free trade area with B": of A and B; else None."""
    if not _is_agreement(items[k]):
        return None
    behind = [*takewhile(lambda i: i.kind in _SPOKEN or i.depth, items[k + 1 : k + 1 + _BEHIND])]
    if not _on_free_trade([*_words(items[k]), *(w for i in behind for w in _words(i))]):
        return None
    if items[k].kind == "name":
        known = [p for p in memory.papers_of_partners() if _named_in(items[k], memory.title(p))]
    else:
        body, country = _sides(items, k, behind, memory)
        known = memory.papers_between(body, country) if body and country else []
    known = [p for p in known if _on_free_trade(memory.title(p))]
    interim = any(i.norm.startswith(_INTERIM) for i in items[max(0, k - _BEFORE) : k + 1])
    known = [p for p in known if (_INTERIM[:OPENING] in memory.title(p)) == interim] or known
    year = next((e[:_YEAR] for e in _dates(items, k) if e[:_YEAR].isdecimal()), "")
    # A year before its day somebody may still have refused to sign it.
    known = [p for p in known if not year or int(memory.signed_on(p)[:_YEAR] or 0) <= int(year) + 1]
    return known[0] if len(known) == 1 else None


def _is_agreement(item: Item) -> bool:
    """A common noun, or a name that nobody knows."""
    unknown = item.kind == "word" or (item.kind == "name" and item.label == _PAPER and not item.ids)
    return unknown and fold(item.text).startswith(_NOUN)


def _words(item: Item) -> Iterator[str]:
    yield from (fold(t.text) for t in tokenise(item.text))


def _on_free_trade(words: Sequence[str] | frozenset[str]) -> bool:
    """ "ЗСТ", "свободная торговля", in full or as a title's openings."""
    free = any(w.startswith(_FREE[:OPENING]) for w in words) and any(w.startswith(_TRADE[:OPENING]) for w in words)
    return free or _AREA in words


def _sides(items: Sequence[Item], k: int, behind: Sequence[Item], memory: Memory) -> tuple[str, str]:
    """The body and the country, those behind the noun first; the body may be the one in mind."""
    sides = []
    for label in (_BODY, _SIDE):
        own = [i.ids for i in behind if i.label == label and i.ids]
        other = [i.ids for i in items if i.kind in {"name", "ref"} and i.label == label and i.ids]
        named = own or (other if len(other) == 1 else [])
        sides.append(named[0][0] if named and len(named[0]) == 1 else "")
    return sides[0] or memory.body(items[k].start) or "", sides[1]


def _named_in(item: Item, title: frozenset[str]) -> bool:
    """A capital word of the name, no abbreviation, that the title of a paper holds: the country."""
    capitals = [t.text for t in tokenise(item.text) if t.text[0].isupper() and not t.text.isupper()]
    names = [fold(word)[:OPENING] for word in capitals if not fold(word).startswith(_NOUN)]
    return bool(names) and all(name in title for name in names)


def _dates(items: Sequence[Item], k: int) -> Iterator[str]:
    """Those of the sentence, but that of "the interim agreement of 2018" beside the one at `k`."""
    before = [None, *items]
    for n, (item, last) in enumerate(zip(items, before, strict=False)):
        other = last is not None and n - 1 != k and last.norm.startswith(_NOUN)
        if item.kind == "date" and item.mention and not other:
            yield item.mention.edtf or ""
