"""A Kazakh sentence and its trigger in, the papers that are not what was signed in it out."""

from extract.claims.anaphora.object_pronouns_kk import IT
from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

# Nouns of joining without an ending, letters folded.
_JOINING = ("косылу", "киру", "ену")
# So far behind a paper stands "under", with the number of its article between.
_ARTICLE = 6
_ITSELF = fold("өзі")
_SPOKEN = frozenset({"active", "converb"})
_CLOSING = frozenset(")»”\"'")


def joined_by_another(scene: Scene) -> list[int]:
    """ "Signed the protocol on joining A": what is joined by a Kazakh paper is not what was signed."""
    items = scene.clauses.items
    papers = tuple(scene.anaphors.instruments)
    found = []
    for k in range(len(items) - 2) if scene.lang == "kk" else ():
        if items[k].label != "TREATY" or items[k].kind != "name":
            continue
        at = k + 1
        while at < len(items) and items[at].text in _CLOSING:
            at += 1
        near = items[at : at + 2]
        if len(near) > 1 and near[0].norm in _JOINING and near[1].norm.startswith(papers):
            found.append(k)
    return found


def nameless_paper(scene: Scene, told: Told) -> bool:
    """ "Арнаулы хаттама жасалып": a Kazakh noun of papers right before the verb, and nobody knows which paper it is."""
    items, at = scene.clauses.items, told.trigger.head - 1
    while at >= 0 and (items[at].kind in {"date", "place"} or items[at].norm in scene.anaphors.adverbs):
        at -= 1
    noun = items[at] if scene.lang == "kk" and at >= 0 else None
    if noun is None or noun.kind not in {"word", "ref"} or noun.ids:
        return False
    return noun.norm.startswith(tuple(scene.anaphors.instruments))


def in_genitive(item: Item) -> bool:
    """ "Шарттың", not "шартын": folded, the two cases end alike."""
    return item.text.rstrip("».”").lower().endswith("ң")


def owning_papers(scene: Scene, told: Told) -> list[int]:
    """ "Did not sign the protocol prolonging the treaty": a Kazakh paper in the genitive owns what was signed."""
    items = scene.clauses.items[: told.trigger.first] if scene.lang == "kk" and told.form.voice in _SPOKEN else ()
    named = (k for k, i in enumerate(items[:-1]) if i.label == "TREATY" and in_genitive(i))
    return [k for k in named if not items[k + 1].norm.startswith(_ITSELF)]


def nameless_between(scene: Scene, named: Item, at: int) -> bool:
    """ "A was joined, a special protocol was made, and B ratified it": "it" is the paper that nobody knows."""
    papers = tuple(scene.anaphors.instruments)
    between = (i for i in scene.clauses.items[:at] if i.start > named.start and i.kind in {"word", "ref"} and not i.ids)
    return any(i.norm.startswith(papers) for i in between)


def means(scene: Scene, told: Told) -> list[int]:
    """ "The right is laid down by the Charter": what a Kazakh paper in the instrumental does is not done to it.

    Nor is "it" in the accusative what a noun tells of: "A ratified it, but the approval by B came late".
    """
    items = scene.clauses.items[: told.trigger.first] if scene.lang == "kk" else ()
    named = (k for k, i in enumerate(items) if i.label == "TREATY")
    nominal = told.form.voice == "noun"
    return [k for k in named if ".instrumental" in scene.arguments.marks(k) or (nominal and items[k].norm in IT)]


def under_it(scene: Scene, told: Told) -> list[int]:
    """ "Under the Charter's ninth article the step took effect": a Kazakh paper whose article is followed."""
    items = scene.clauses.items[: told.trigger.first] if scene.lang == "kk" else ()
    named = (k for k, i in enumerate(items) if i.label == "TREATY" and ".genitive" in scene.arguments.marks(k))
    return [k for k in named if any(i.norm in scene.anaphors.founding for i in items[k + 1 : k + _ARTICLE])]


def sole_paper(scene: Scene, at: int) -> tuple[str, ...]:
    """ "The treaty founded the EEC; it took effect in 1958": of what a Kazakh sentence names only a paper can.

    Not where a paper that is nobody's was spoken of as well.
    """
    items = scene.clauses.items[:at] if scene.lang == "kk" else ()
    named = {id_ for i in items if i.label == "TREATY" for id_ in i.ids}
    papers = (*scene.anaphors.instruments, *scene.anaphors.papers)
    others = any(i.kind in {"word", "ref"} and not i.ids and i.norm.startswith(papers) for i in items)
    return () if others or len(named) != 1 else tuple(named)
