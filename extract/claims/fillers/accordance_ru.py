"""A Russian sentence in, the papers out by whose rules something was done, and which are not what was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.russian import is_case
from extract.language.word_record import word_record
from extract.tables import read_table

_PAPER, _FAR = "TREATY", 6


@dataclass(frozen=True, slots=True)
class Accordance:
    """How the words begin that stand before such a paper; who without a name has not done something."""

    ruled: tuple[str, ...]
    some: tuple[str, ...]


@cache
def _words() -> Accordance:
    return word_record(Accordance, read_table("ru", "accordance"))


def by_its_rules(scene: Scene) -> list[int]:
    """ "The decision was adopted in accordance with article 91 of A": A was not adopted then."""
    items = scene.clauses.items if scene.lang == "ru" else ()
    papers = (k for k, i in enumerate(items) if i.label == _PAPER and not _heads(i))
    return [k for k in papers if any(i.norm.startswith(_words().ruled) for i in _before(scene, k))]


def _heads(item: Item) -> bool:
    """ "By article 7 the treaty came into force": a paper that can only stand in the nominative is a subject."""
    word = item.text.split()[0]
    return is_case(word, "nomn") and not is_case(word, "gent")


def _before(scene: Scene, k: int) -> Iterator[Item]:
    """The words right before a name, up to a verb, a mark, a date or another name."""
    for n in range(k - 1, max(-1, k - 1 - _FAR), -1):
        if scene.clauses.items[n].kind not in {"word", "ref"} or n in scene.clauses.verbs or n in scene.clauses.held:
            return
        yield scene.clauses.items[n]


def by_some_only(scene: Scene, told: Told) -> bool:
    """ "The other states did not ratify A": a denial of states without names, which A may do without."""
    before = scene.clauses.items[: told.trigger.first]
    if scene.lang != "ru" or told.polarity != "negated" or any(i.label == "COUNTRY" for i in before):
        return False
    return any(i.kind == "word" and i.norm.startswith(_words().some) for i in before)
