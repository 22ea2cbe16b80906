"""A Kazakh deed of membership that nobody owns in, the one country that the text tells of out."""

from functools import cache

from extract.claims.grammar.patterns import Element, compile_elements, match
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold
from extract.tables import read_table
from kb.model import POLARITIES

# Endings of a verbal noun without an owner, letters folded: "кіру", "қосылу", "ю".
_BARE = ("у", "ю")
_MEMBERSHIP = frozenset(map(fold, ("мүшелік", "мүшелікті")))
_SMALL = frozenset(map(fold, ("де", "да", "те", "та", "ресми", "түрде", "тек", "ғана", "енді", "қазір", "әзірге")))
_ENDS = frozenset(",;:")
_FURTHEST = 4


@cache
def _predicates() -> tuple[tuple[str, tuple[Element, ...]], ...]:
    rows = read_table("kk", "bare_deeds")["told"].items()
    return tuple((said, compile_elements("kk", text)[0]) for said, lines in rows for text in lines.splitlines())


def of_country_in_mind(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "Uzbekistan has changed. Accession to A took place in 2019", "a return to B is not considered"."""
    if scene.lang != "kk" or not _is_bare(scene, told) or _names_others(scene, told):
        return ()
    dated, said = _predicate(scene, told)
    if told.polarity not in said or (told.polarity == POLARITIES[0] and not dated):
        return ()
    return _in_mind(scene, scene.clauses.items[told.trigger.first].start)


def _is_bare(scene: Scene, told: Told) -> bool:
    """ "A-ға кіру", "A-дағы мүшелік": a noun without an owner."""
    items, trigger = scene.clauses.items, told.trigger
    noun = told.form.voice == "noun" and items[trigger.head].norm.endswith(_BARE) and trigger.head == trigger.last
    return noun or items[trigger.first].norm in _MEMBERSHIP


def _names_others(scene: Scene, told: Told) -> bool:
    """A country in the same part of the sentence has its own say."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    begun = max((k for k in range(first) if items[k].text in _ENDS), default=-1)
    end = next((k for k in range(last, len(items)) if items[k].text in _ENDS), len(items))
    return any(i.label in {"COUNTRY", "PERSON"} for i in items[begun + 1 : end])


def _predicate(scene: Scene, told: Told) -> tuple[bool, set[str]]:
    """Whether the deed bears a date, and what its predicate says of it."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    begun = (first if items[first].norm in _MEMBERSHIP else last) + 1
    at, end = begun, min(begun + _FURTHEST, len(items))
    while at < end and (items[at].kind in {"date", "place"} or items[at].norm in _SMALL):
        at += 1
    dated = any(i.kind == "date" for i in (*items[max(0, first - _FURTHEST) : first], *items[begun:at]))
    return dated, {said for said, row in _predicates() if match(row, items, at) is not None}


def _in_mind(scene: Scene, start: int) -> tuple[str, ...]:
    """The country that the text is about, or the only one that it told of last."""
    last = scene.memory.country(start)
    alone = last == scene.memory.countries(start, near=True)
    return last if alone or last == (scene.memory.hero,) else ()
