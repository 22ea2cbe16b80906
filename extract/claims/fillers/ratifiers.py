"""Who acts on a paper in, whether that ratifies it, and what else "it" might be, out."""

from collections.abc import Sequence
from itertools import pairwise

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.russian import is_case
from extract.language.tokens import fold
from kb.model import Mention

# "The Belarusian upper house": so far behind the adjective stands the noun.
_HOUSE = 3
# Parts of a parliament; so near to the verb stands who approves.
_CHAMBERS, _NEAR = ("палат", "депутат", "сенатор", "парламентари"), 4
_COUNCILS = frozenset(
    {("совет", "федерации"), ("совет", "республики"), ("советом", "федерации"), ("советом", "республики")}
)
_RATIFIED = ("treaty-", "agreement-", "protocol-", "convention-", "charter-")


def by_member(scene: Scene, told: Told, ids: Sequence[str]) -> bool:
    """A treaty that one country or its parliament "approves" is ratified; states together adopt it."""
    if scene.lang == "ru" and ids and ids[0].startswith(_RATIFIED) and _by_house(scene, told):
        return True
    # A Kazakh converb goes on to the next verb of the same subject.
    done = told.form.voice == "active" or (scene.lang == "kk" and told.form.voice == "converb")
    if not done or not ids or not ids[0].startswith(_RATIFIED):
        return False
    items = scene.clauses.items[: told.trigger.first]
    # A capital stands for its one country, "the Polish parliament" too.
    names = [(k, i) for k, i in enumerate(items) if i.kind == "name" or _stands(scene, i)]
    acting = [i for k, i in names if not any(m.startswith(".") for m in scene.arguments.marks(k))]
    houses = scene.anaphors.houses
    # In Kazakh what owns a parliament or a paper stands nearer to the verb than who acts.
    return any(
        (i.label == "COUNTRY" and (scene.lang == "kk" or len(i.ids) == 1))
        or (i.label == "ORG" and any(w.startswith(houses) for w in fold(i.text).split()))
        for i in (acting if scene.lang == "kk" else acting[-1:])
    )


def _by_house(scene: Scene, told: Told) -> bool:
    """ "The senate approved it", "approved by parliament": a Russian house without its country, on its own side."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    passive = told.form.voice in {"passive", "participle"}
    near = items[last + 1 : last + 1 + _NEAR] if passive else items[max(0, first - _NEAR) : first]
    if told.form.voice == "active":
        near = [*near, *items[last + 1 : last + 1 + _NEAR]]
    return names_house(scene, near, "ablt" if passive else "nomn")


def names_house(scene: Scene, near: Sequence[Item], case: str = "nomn") -> bool:
    """ "The senate", "the lower house": in that case, and no body that we know."""
    types = scene.tables.types
    near = [i for i in near if i.kind == "word" or (i.label == "ORG" and not types.get(next(iter(i.ids), "")))]
    words = [w for i in near for w in fold(i.text).split()]
    if any(pair in _COUNCILS for pair in pairwise(words)):
        return True
    return any(w.startswith((*scene.anaphors.houses, *_CHAMBERS)) and is_case(w, case) for w in words)


def _stands(scene: Scene, item: Item) -> bool:
    """A noun or city that stands for one country."""
    if scene.lang == "en" and item.kind == "ref" and item.label == "COUNTRY" and len(item.ids) == 1:
        at = scene.clauses.items.index(item) + 1
        return any(i.norm.startswith(scene.anaphors.houses) for i in scene.clauses.items[at : at + _HOUSE])
    return len(item.ids) == 1 and (scene.lang == "kk" or (scene.lang == "ru" and item.label == "COUNTRY"))


def may_be_it(scene: Scene, item: Item) -> bool:
    """Any body, but for a Russian parliament that nobody knows: "the Supreme Soviet ratified it"."""
    words = fold(item.text).split() if scene.lang == "ru" and item.kind == "name" else ()
    return not any(w.startswith((*scene.anaphors.houses, *_CHAMBERS)) for w in words)


def day_of_each(scene: Scene, at: int | None, paper: str) -> Mention | None:
    """ "Agreements with A (2015) and B (2019)": each of several Russian papers has the day behind it."""
    several = scene.lang == "ru" and at is not None and len(scene.clauses.items[at].ids) > 1
    return scene.days(at).get(paper) if several else None
