"""An English verb of joining or leaving in, whether it is of the body named behind it, out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told

_OWNS, _NEAR, _TO = "s", 4, frozenset({"to", "into"})
_GOVERNED = frozenset({"of", "in", "to", "into", "from"})
_HEIRS = frozenset({"heir", "successor", "predecessor", "forerunner", "replacement", "precursor"})


def of_body(scene: Scene, told: Told) -> bool:
    """ "Left NATO's command": what is joined or left is not the body itself; of "joined A's heir, B" it is B."""
    items, at = scene.clauses.items, told.trigger.last + 1
    if told.trigger.form != "verb":
        return False
    at += at < len(items) and items[at].norm in scene.marks.objects
    owns = at + 1 < len(items) and items[at].label == "ORG" and items[at + 1].norm == _OWNS
    return owns and not _heir_named(items[at + 2 : at + 2 + _NEAR])


def before_noun(scene: Scene, told: Told) -> int | None:
    """ "A's B membership since 2013 has changed its role in C": the body right before the noun is the one meant."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "en" or told.form.voice != "noun" or not first:
        return None
    if any(i.norm not in _GOVERNED for i in items[first + 1 : last + 1]):
        return None
    at = last + (first == last)
    governs = at + 1 < len(items) and items[at].norm in _GOVERNED and items[at + 1].kind != "date"
    named = items[first - 1].kind == "name" and items[first - 1].label == "ORG"
    return first - 1 if named and items[first - 1].ids and not governs else None


def heir_at(scene: Scene, told: Told) -> int | None:
    """ "Joined A's heir, the B", "was readmitted to the heir of A, B": where B stands."""
    if (own := before_noun(scene, told)) is not None:
        return own
    items, at = scene.clauses.items, told.trigger.last + 1
    at += at < len(items) and items[at].kind == "date"
    at += at < len(items) and items[at].norm in _TO
    at += at < len(items) and items[at].norm in scene.marks.objects
    behind = items[at + 2 : at + 2 + _NEAR]
    if scene.lang != "en" or told.trigger.form != "verb" or at + 1 >= len(items) or items[at].label != "ORG":
        return None
    if items[at + 1].norm != _OWNS or not _heir_named(behind):
        return None
    return at + 2 + next(n for n, i in enumerate(behind) if i.label == "ORG" and i.kind == "name")


def _heir_named(items: Sequence[Item]) -> bool:
    """ "Successor, the B"."""
    return any(i.norm in _HEIRS for i in items[:2]) and any(i.label == "ORG" and i.kind == "name" for i in items)
