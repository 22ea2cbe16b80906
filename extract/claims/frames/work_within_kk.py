"""A Kazakh "stopped its work in A" in, that the country suspended its part in A out: A itself goes on."""

from collections.abc import Iterator

from extract.claims.fillers.subjects_kk import others_subjects
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.endings_kk import ATTRIBUTIVE
from extract.claims.grammar.items import Item
from extract.claims.grammar.slots import BODY, COUNTRY
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold

# "Its work", "its service", letters folded, and where the work is done.
_WORK = frozenset(map(fold, ("жұмысын", "қызметін", "жұмысы", "қызметі")))
# "Одағы" is a union, not a place.
_UNION = fold("одағы")
_BETWEEN = frozenset({"date"})
# Who serves somewhere only ends a career there.
_ENVOYS = tuple(map(fold, ("өкіл", "елші", "дипломат", "қызметкер")))
_CASES = (".genitive", ".dative", ".accusative", ".ablative", ".locative", ".instrumental")


def place_of_work(scene: Scene, told: Told) -> int | None:
    """ "Its work in A": the word that says where, right before the Kazakh noun."""
    items, trigger = scene.clauses.items, told.trigger
    if scene.lang != "kk":
        return None
    at = next((k for k in range(trigger.first, trigger.head) if items[k].norm in _WORK), 0) - 1
    while at > 0 and (items[at].kind in _BETWEEN or items[at].norm in scene.anaphors.adverbs):
        at -= 1
    return at if at >= 0 and says_where(items[at]) else None


def says_where(item: Item) -> bool:
    """ "ТМД-дағы", "органдарындағы": in or at what something is."""
    text = fold(item.text)
    return text.endswith(ATTRIBUTIVE) and not text.endswith(_UNION)


def places_told(scene: Scene) -> list[int]:
    """ "B's envoy at A ended his service": a Kazakh body that only says where neither begins nor ends."""
    names = enumerate(scene.clauses.items if scene.lang == "kk" else ())
    return [k for k, i in names if i.kind in {"name", "ref"} and says_where(i)]


def suspended_there(scene: Scene, told: Told, at: int) -> Iterator[Draft]:
    """ "A stopped its work in B", "in the organs of B": a country before the body has suspended its part in it."""
    items = scene.clauses.items
    body = at if items[at].label in BODY else at - 1
    # The organs of a body are right behind its name.
    if body < 0 or items[body].label not in BODY or not items[body].ids:
        return
    strays = [k for k, i in enumerate(items) if i.kind == "name" and _stands_apart(scene, told, k)]
    who = scene.find(told, Slot(COUNTRY, "before"), [*strays, *others_subjects(scene, told)])
    if who is not None and who < body and not items[who + 1].norm.startswith(_ENVOYS):
        yield from (Draft("suspended", id_, items[body].ids[-1], who) for id_ in scene.ids(who))


def _stands_apart(scene: Scene, told: Told, k: int) -> bool:
    """A country in a case does nothing; in the genitive it acts only where the verb is a clause that it owns."""
    owned = told.form.voice in {"noun", "clause"} and scene.owning(k)
    return not owned and bool(scene.arguments.marks(k).intersection(_CASES))
