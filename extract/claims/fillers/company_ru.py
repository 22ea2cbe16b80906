"""A Russian trigger of membership and its subject in, who did the same in company out."""

from collections.abc import Iterator

from extract.claims.scene import Scene, Told
from kb.model import POLARITIES

# "Together with A", "jointly with A", "on a par with A".
_BESIDE, _WITH = frozenset({"вместе", "совместно", "наряду", "одновременно", "заодно", "вкупе"}), frozenset({"с", "со"})
_ACTED = frozenset({"active", "passive"})
_PARTS = frozenset(".;:")


def in_company(scene: Scene, told: Told, who_at: int) -> Iterator[int]:
    """ "A joined the union together with B and C": B and C did too, where no other verb stands between."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    fact = told.polarity == POLARITIES[0] and (told.form.voice in _ACTED or told.trigger.form == "state")
    if scene.lang != "ru" or not fact or who_at > first:
        return
    for k in range(who_at + 3, len(items)):
        beside = items[k - 2].norm in _BESIDE and items[k - 1].norm in _WITH
        if not beside or items[k].kind != "name" or items[k].label != "COUNTRY":
            continue
        between = range(last + 1, k) if k > last else range(who_at + 1, k)
        if not any(n in scene.clauses.verbs or items[n].text in _PARTS or scene.clauses.joins(n) for n in between):
            yield k
