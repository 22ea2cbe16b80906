"""A Russian trigger of membership and its subject in, who did the same in company out."""

from collections.abc import Iterable, Iterator

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.russian import readings
from extract.language.tokens import fold
from kb.model import POLARITIES, Mention

# "Together with A", "jointly with A", "on a par with A".
BESIDE, WITH = frozenset({"вместе", "совместно", "наряду", "одновременно", "заодно", "вкупе"}), frozenset({"с", "со"})
_ACTED = frozenset({"active", "passive"})
_PARTS, _GENITIVE = frozenset(".;:"), "gent"


def in_company(scene: Scene, told: Told, who_at: int) -> Iterator[int]:
    """ "A joined the union together with B and C": B and C did too, where no other verb stands between."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    fact = told.polarity == POLARITIES[0] and (told.form.voice in _ACTED or told.trigger.form == "state")
    if scene.lang != "ru" or not fact or who_at > first:
        return
    for k in range(who_at + 3, len(items)):
        beside = items[k - 2].norm in BESIDE and items[k - 1].norm in WITH
        if not beside or items[k].kind != "name" or items[k].label != "COUNTRY":
            continue
        between = range(last + 1, k) if k > last else range(who_at + 1, k)
        if k < first and _did_another(scene, k, first):
            continue
        if not any(n in scene.clauses.verbs or items[n].text in _PARTS or scene.clauses.joins(n) for n in between):
            yield k


def _did_another(scene: Scene, k: int, first: int) -> bool:
    """ "A founded X together with B, and in 2002 joined Y": B is told to have done the first thing only."""
    verbs = [n for n in range(k + 1, first) if n in scene.clauses.verbs]
    return any(scene.clauses.joins(n) for n in range(min(verbs, default=first), first))


def neighbours(scene: Scene, told: Told, who_at: int | None) -> bool:
    """ "Both neighbours of A joined B: C in 2016, D in 2018": a plural before a genitive is named behind the colon."""
    items = scene.clauses.items
    if scene.lang != "ru" or who_at is None or not 0 < who_at < told.trigger.first or len(items[who_at].ids) != 1:
        return False
    owned = items[who_at].kind == "name" and _GENITIVE in {case for _, case, _ in readings(_last(items[who_at]))}
    noun = readings(items[who_at - 1].norm) if items[who_at - 1].kind == "word" else ()
    return owned and any(pos == "NOUN" and number == "plur" for pos, _, number in noun)


def _last(item: Item) -> str:
    return fold(item.text.split()[-1])


def with_company(clauses: Clauses, turns: Iterable[tuple[int, Mention]]) -> Iterator[tuple[int, Mention]]:
    """ "A left in 1973, and B together with C in 1995": C in 1995, too; `turns`: who did so, and when."""
    items = clauses.items
    for k, date in turns:
        yield k, date
        beside = k + 3 < len(items) and items[k + 1].norm in BESIDE and items[k + 2].norm in WITH
        if beside and items[k + 3].kind == "name" and items[k + 3].label == items[k].label:
            yield k + 3, date
