"""An English trigger of membership in, the names behind it that belong to other nouns, or other goals, out."""

from collections.abc import Iterator
from itertools import takewhile

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told

_BESIDE = frozenset({"together", "along"})
_TOWARDS, _GOAL = frozenset({"to", "from", "of", "into"}), 7
# Prepositions of other nouns' complements; "by", "to" and "on" may name whom the verb is about.
_OTHERS = frozenset({"with", "from", "of", "against", "between", "for"})


def accompanying(scene: Scene, told: Told) -> Iterator[int]:
    """ "A left its union with B and joined C": behind "with" stands no subject of an English verb that A has."""
    items, first = scene.clauses.items, told.trigger.first
    named = [k for k, i in enumerate(items[:first]) if i.label == "COUNTRY" and i.kind == "name"]
    for k in named[1:] if scene.lang == "en" and told.trigger.form == "verb" else ():
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        if items[at].norm in scene.marks.beside and items[at - 1].norm not in _BESIDE and items[at - 1].kind == "word":
            yield k


def complements(scene: Scene, told: Told) -> list[int]:
    """English countries behind the verb that belong to another noun: "joined in order to seek ties with A"."""
    items, last = scene.clauses.items, told.trigger.last
    found = []
    for k in range(last + 3, len(items) if scene.lang == "en" else 0):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        owner = items[at - 1]
        governed = items[k].label == "COUNTRY" and items[at].norm in _OTHERS and at - 1 > last
        if governed and owner.kind == "word" and owner.norm not in scene.marks.beside | _BESIDE:
            found.append(k)
    return found


def of_part(scene: Scene, told: Told, body_at: int | None) -> bool:
    """ "Withdrew from the command of A": an English noun that the body only owns is what was left or joined.

    Behind another preposition it is a venue: "was admitted at a meeting of A".
    """
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "en" or told.form.voice == "noun" or body_at is None or body_at < last + 3:
        return False
    at = body_at - 1 - (items[body_at - 1].norm in ARTICLES)
    owner = items[at - 1]
    if items[at].norm != "of" or owner.kind != "word" or owner.norm in scene.marks.ranks or at - 1 <= last:
        return False
    between = items[last + 1 : at]
    towards = scene.marks.joined | scene.marks.left
    return all(i.kind == "word" and (i.norm in towards or i.norm not in scene.marks.governing) for i in between)


def other_goal(scene: Scene, told: Told, body_at: int | None) -> bool:
    """ "Walked out of a hundred agreements": a common noun behind the preposition that ends an English trigger."""
    items, last, words = scene.clauses.items, told.trigger.last, scene.anaphors
    if scene.lang != "en" or told.trigger.form != "verb" or items[last].norm not in _TOWARDS:
        return False
    own = list(takewhile(lambda i: i.kind == "word", items[last + 1 : last + 1 + _GOAL]))
    if not own or own[0].norm not in scene.marks.objects or (body_at or 0) == last + 1 + len(own):
        return False
    meant = (*words.bodies, *words.countries, *scene.marks.ranks, *scene.marks.times)
    return not any(i.norm.startswith(meant) for i in own)
