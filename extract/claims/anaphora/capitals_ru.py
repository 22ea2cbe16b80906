"""A capital in an oblique case among the items of a Russian sentence in, the country that it stands for out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.anaphora.capitals import NEITHER
from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring
from extract.language.russian import is_case, is_part

# Behind these a capital is whoever is meant by them, and no place.
_TOWARDS = frozenset({"перед", "для", "вслед"})
_BARE = ("datv", "ablt")
# "On the initiative of Astana": what a city puts forward.
_PROPOSING = ("подачи", "инициатив", "предложени", "почин", "призыв", "настояни")
_AND, _JOINTS = "и", frozenset({",", "и"})


def oblique_capital(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "The membership of Minsk", "gave Kishinev the status", "opened its doors before Rabat"."""
    item, before = items[k], items[k - 1] if k else None
    if item.kind != "place" or item.depth or item.mention is None or before is None:
        return None
    id_ = memory.capital_of(item.mention.entity_id)
    if id_ is None or not (_owns_deed(item, before, words) or _concerned(item, before)):
        return None
    return referring(item, "COUNTRY", (id_,))


def joined_capitals(items: Sequence[Item], told: Sequence[Item]) -> list[Item]:
    """ "Delhi and Islamabad joined", «ни Баку, ни Ереван»: cities that act side by side are one list.

    `told`: the items as they stand.
    """
    found: list[Item] = []
    k = 0
    while k < len(items):
        run = _run(items, told, k)
        if len(run) > 1:
            members = tuple(m for n in run for m in items[n].members)
            found.append(replace(items[run[-1]], start=items[run[0]].start, members=members))
        else:
            found.append(items[k])
        k = run[-1] + 1 if len(run) > 1 else k + 1
    return found


def _run(items: Sequence[Item], told: Sequence[Item], k: int) -> list[int]:
    """Where the cities stand that belong together with the one at `k`."""
    if not _is_city(items[k], told[k]):
        return []
    run = [k]
    while (following := _next_city(items, told, run[-1])) is not None:
        run.append(following)
    # "In Minsk A, Astana and Bishkek": a bare comma ends no list.
    return run if len(run) > 1 and items[run[-1] - 1].text in {_AND, NEITHER} else []


def _next_city(items: Sequence[Item], told: Sequence[Item], k: int) -> int | None:
    """Where the next city of the list stands, behind a comma or "and", and «ни» where the city at `k` has one."""
    denied = k > 0 and items[k - 1].norm == NEITHER
    at = k + 2 + (denied and k + 2 < len(items) and items[k + 2].norm == NEITHER)
    listed = at < len(items) and items[k + 1].text in _JOINTS and _is_city(items[at], told[at])
    return at if listed else None


def _is_city(item: Item, told: Item) -> bool:
    return item.kind == "ref" and item.label == "COUNTRY" and told.kind == "place"


def _owns_deed(item: Item, before: Item, words: Anaphors) -> bool:
    """ "The exit of Baku": a city in the genitive behind a noun of joining, leaving, signing or proposing."""
    return (
        before.kind == "word" and before.norm.startswith((*words.stepping, *_PROPOSING)) and is_case(item.text, "gent")
    )


def _concerned(item: Item, before: Item) -> bool:
    """A city in the dative or instrumental without a preposition was given something or did it."""
    if before.norm in _TOWARDS:
        return True
    if before.kind == "word" and (is_part(before.norm, "PREP") or is_part(before.norm, "ADJF")):
        return False
    return (
        not is_case(item.text, "nomn") and not is_case(item.text, "gent") and any(is_case(item.text, c) for c in _BARE)
    )
