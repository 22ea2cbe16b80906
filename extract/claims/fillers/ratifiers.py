"""Who acts on a paper in, whether that ratifies it, and what else "it" might be, out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold
from kb.model import Mention

# "The Belarusian upper house": so far behind the adjective stands the noun.
_HOUSE = 3
_RATIFIED = ("treaty-", "agreement-", "protocol-", "convention-", "charter-")


def by_member(scene: Scene, told: Told, ids: Sequence[str]) -> bool:
    """A treaty that one country or its parliament "approves" is ratified; states together adopt it."""
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


def _stands(scene: Scene, item: Item) -> bool:
    """A noun or city that stands for one country."""
    if scene.lang == "en" and item.kind == "ref" and item.label == "COUNTRY" and len(item.ids) == 1:
        at = scene.clauses.items.index(item) + 1
        return any(i.norm.startswith(scene.anaphors.houses) for i in scene.clauses.items[at : at + _HOUSE])
    return len(item.ids) == 1 and (scene.lang == "kk" or (scene.lang == "ru" and item.label == "COUNTRY"))


def may_be_it(scene: Scene, item: Item) -> bool:
    """Any body, but for a Russian parliament that nobody knows: "the Supreme Soviet ratified it"."""
    return scene.lang != "ru" or item.kind != "name" or not fold(item.text).startswith(scene.anaphors.houses)


def day_of_each(scene: Scene, at: int | None, paper: str) -> Mention | None:
    """ "Agreements with A (2015) and B (2019)": each of several Russian papers has the day behind it."""
    several = scene.lang == "ru" and at is not None and len(scene.clauses.items[at].ids) > 1
    return scene.days(at).get(paper) if several else None
