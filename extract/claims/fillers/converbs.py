"""A Kazakh converb or Russian participle in, the name that the whole of its clause describes out."""

from extract.claims.grammar.items import DASHES
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_PARTICIPLES = tuple(map(fold, ("ған", "ген", "қан", "кен", "тын", "тін")))
_CONVERBS = ("п",)
_OF_COUNTRIES, _HEADED = frozenset({"стран", "государств", "республик"}), 4
_ENDS = frozenset(";:.!?")


def kind_told(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "A is a regional organization, founded in 1992": what a Russian dash says of A the participle says too."""
    items, at = scene.clauses.items, told.trigger.first - 2
    if (head := owner_in_front(scene, told)) is not None:
        return head if items[head].label in labels and items[head].ids else None
    if scene.lang != "ru" or told.form.voice != "participle" or at < 2 or items[at + 1].text != ",":
        return None
    while at > 1 and items[at].kind in {"word", "ref", "name"} and at not in scene.clauses.verbs:
        at -= 1
    named = items[at].text in DASHES and items[at - 1].kind == "name" and items[at - 1].label in labels
    kinds = tuple(scene.anaphors.bodies)
    said = any(i.kind in {"word", "ref"} and i.norm.startswith(kinds) for i in items[at : told.trigger.first])
    return at - 1 if named and said and items[at - 1].ids else None


def owner_in_front(scene: Scene, told: Told) -> int | None:
    """ "The bank of the countries of A (founded in 1993)": Russian brackets behind "стран A" are the bank's."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "ru" or first < _HEADED or items[first - 1].text != "(" or items[first - 2].label != "ORG":
        return None
    return first - _HEADED if items[first - _HEADED + 1].norm in _OF_COUNTRIES else None


def described_ahead(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "Founded in 2000 and joining five states, A …": a converb has the subject that the participle behind it has."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "kk" or told.form.voice != "converb":
        return None
    for k in range(last + 2, len(items)):
        item, behind = items[k], items[k - 1]
        if item.kind == "name" and item.label in labels:
            if behind.kind == "word" and behind.norm.endswith(_PARTICIPLES):
                return k if item.ids else None
            if not scene.arguments.marks(k) & scene.marks.oblique:
                return None
        finite = k in scene.clauses.verbs and not item.norm.endswith(_CONVERBS + _PARTICIPLES)
        if finite or item.text in _ENDS:
            return None
    return None
