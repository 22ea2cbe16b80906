"""A Kazakh trigger of proposing in its sentence in, whether what was proposed is another thing than the body out."""

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

# Kazakh verbal nouns, and words that are no object of one: cases, adverbs and converbs, letters folded.
_DEEDS = ("у", "уды", "уди", "уын", "уин", "уга", "уге")
# "The idea of dissolving A", "of leaving A": letters folded.
_UNDOING = tuple(map(fold, ("тарату", "жою", "жоюды", "шығу", "тоқтату", "ыдырату")))
_PERFECT = ("ган", "ген", "кан", "кен")
_APART = (
    "да",
    "де",
    "та",
    "те",
    "ан",
    "ен",
    "мен",
    "бен",
    "пен",
    "рек",
    "рак",
    "ып",
    "ип",
    "ша",
    "ше",
    "дей",
    "тай",
    "тей",
)


def other_founded(scene: Scene, told: Told, what: int | None) -> bool:
    """ "B proposed to found a fund of A", "to hold a summit of A": the Kazakh deed has an object that is not A."""
    items = scene.clauses.items
    if what is None or what > told.trigger.head:
        return False
    if any(i.norm.startswith(_UNDOING) for i in items[what + 1 : told.trigger.head + 1]):
        return True
    if items[what].kind == "ref":
        return _any_body(scene, what)
    deed = next((k for k in range(told.trigger.head, what + 1, -1) if _is_deed(items[k])), None)
    at = deed - 1 if deed is not None else what
    while at > what and (items[at].kind in {"date", "place"} or items[at].norm in scene.anaphors.adverbs):
        at -= 1
    return at > what and items[at].kind in {"word", "ref"} and not items[at].norm.endswith(_APART)


def proposes_itself(scene: Scene, told: Told, what: int | None) -> bool:
    """ "The term that A offered": a bare Kazakh body right before the participle is who offers what stands behind.

    So it does where a number opens what is offered: «қоғамдастық ұсынған алты айлық кезең».
    """
    items, last = scene.clauses.items, told.trigger.last
    if what is None or what != told.trigger.first - 1:
        return False
    counted = items[last].norm.endswith(_PERFECT) and last + 1 < len(items)
    counted = counted and items[last + 1].norm in scene.anaphors.numerals
    if told.form.voice != "participle" and not counted:
        return False
    return not any(mark.startswith(".") for mark in scene.arguments.marks(what))


def _any_body(scene: Scene, what: int) -> bool:
    """ "Ұйым құруды ұсынды": a bare noun before the deed, behind a word that describes it, is a body yet to be."""
    items = scene.clauses.items
    before = items[what - 1] if what else None
    bare = items[what].norm in scene.anaphors.bodies and what + 1 < len(items) and _is_deed(items[what + 1])
    return bare and before is not None and before.kind == "word" and before.norm not in scene.anaphors.these


def _is_deed(item: Item) -> bool:
    """ "Құруды", "өткізу"."""
    return item.kind == "word" and len(item.norm) > 3 and item.norm.endswith(_DEEDS)
