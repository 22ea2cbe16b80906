"""The items of an English sentence in, the same without those that came before somebody in a row out.

"Finland became the third Nordic country after Denmark and Sweden to join the EU": it was Finland that joined.
"""

from collections.abc import Sequence

from extract.claims.grammar.items import ARTICLES, Item

_COUNTRY, _AFTER = "COUNTRY", "after"
RANKS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"}
    | {"twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "twentieth", "next", "last", "latest"}
)
_NOUNS = frozenset(
    {"country", "state", "nation", "republic", "member", "ally", "observer", "economy", "shareholder", "participant"}
    | {"party", "signatory", "power", "one", "neighbour", "neighbor", "newcomer", "entrant", "monarchy"}
)
# So far before "after" stands the rank; behind the names a verb in the infinitive or the end of the phrase follows.
_FAR, _ENDS = 9, frozenset({".", ",", ";", ":", ")", "–", "—"})


def ranked_after(items: Sequence[Item]) -> range:
    """The items of the first ", after A and B," behind a rank; none where there is no such."""
    # Asked of every sentence: few hold the word.
    places = (at for at, item in enumerate(items) if item.norm == _AFTER)
    return next((held for at in places if (held := _counted_from(items, at))), range(0))


def _counted_from(items: Sequence[Item], at: int) -> range:
    """Those behind one "after"; none where it is of no rank."""
    if at < 2 or at + 1 >= len(items):
        return range(0)
    named = at + 1 + (items[at + 1].norm in ARTICLES)
    if named >= len(items) or items[named].kind != "name" or items[named].label != _COUNTRY or not items[named].ids:
        return range(0)
    behind = items[named + 1] if named + 1 < len(items) else None
    ended = behind is None or behind.text in _ENDS or behind.norm in {"to", "that", "which"}
    before = items[max(0, at - _FAR) : at]
    ranked = next((n for n in range(len(before) - 1, -1, -1) if before[n].norm in RANKS), None)
    if not ended or ranked is None or any(i.kind == "date" for i in before[ranked:]):
        return range(0)
    noun = any(i.norm in _NOUNS for i in before[ranked:]) or ranked + 1 >= len(before) - 1
    if not noun:
        return range(0)
    comma = items[at - 1].text == ","
    return range(at - comma, named + 1 + (comma and behind is not None and behind.text == ","))


def without_ranked(items: Sequence[Item]) -> tuple[Item, ...]:
    """What a rank is counted from tells of no step of its own."""
    held = ranked_after(items)
    return (*items[: held.start], *items[held.stop :])
