"""A Kazakh verb of founding or ending in its sentence in, whether a common noun right before it is its subject out."""

import re

from extract.claims.grammar.endings_kk import WHEN
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

# What is founded or comes about by itself, letters folded.
_HAPPENING = re.compile("(?:[ыи]л|калыптас|[ыи]н)(?:ды|ди|ган|ген|ады|еди|ып|ип|мак|мек|у[ыи]?)$|калыптас(?:ты|кан)$")
# A noun that somebody owns, in the nominative: "нарығы", "жүйесі", "орталықтары"; no adjective of place ("-дағы").
_OWNED = re.compile("(?:с[ыи]|[дтл][ае]р[ыи]|(?<!сон)(?:ыг[ыи]|иг[ыи]|[^д]аг[ыи]))$")
_TIME = frozenset({"date", "place"})
_INSIDE = ("нде", "нда", "карай", "дейин")
_ENDS = frozenset(",;:")
_FURTHEST, _PLACE, _BORN = 5, fold("орнына"), (fold("құрыл"), fold("ашыл"))


def other_subject(scene: Scene, told: Told) -> bool:
    """ "Онда ортақ нарығы он жылда құрылады": what a body has, or shares, is founded and not the body."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or first != told.trigger.head:
        return False
    if items[first].norm.startswith(_BORN) and _in_its_place(scene, first):
        return True
    if not _HAPPENING.search(items[first].norm):
        return False
    at = first - 1
    while at > 0 and first - at < _FURTHEST and _tells_when(scene, at):
        at -= 1
    noun = items[at]
    if any(i.kind == "word" and i.norm.endswith(WHEN) for i in items[at + 1 : first]):
        return False  # "When the heads had met, it was founded": the heads met, and that is all.
    if noun.kind != "word" or noun.norm in scene.anaphors.adverbs or noun.norm.startswith(tuple(scene.anaphors.bodies)):
        return False
    if at > 0 and noun.text[0].isupper() and items[at - 1].label == "ORG" and noun.norm.endswith(("ы", "и")):
        return True  # «Одақтас мемлекет Соты құрылған жоқ»: an organ that nobody knows, and not its body.
    # "In it a post was founded".
    begun = max((k for k in range(at) if items[k].text in _ENDS or k in scene.clauses.verbs), default=-1)
    inside = any(items[k].norm in scene.anaphors.body_pronouns for k in range(begun + 1, at))
    return inside or (at + 1 < first and bool(_OWNED.search(noun.norm)))


def _in_its_place(scene: Scene, first: int) -> bool:
    """ "A тарады, оның орнына ештеңе құрылған жоқ": what came, or did not come, in its place is not A."""
    items = scene.clauses.items
    begun = max((k for k in range(first) if items[k].text in _ENDS or k in scene.clauses.verbs), default=-1)
    at = next((k for k in range(begun + 2, first) if items[k].norm == _PLACE), None)
    if at is None or at + 1 == first:
        return False
    refs = (k for k in range(at + 1, first) if items[k].kind == "ref")
    meant = {k for k in refs if items[k - 1].norm not in scene.anaphors.these}
    others = [k for k in range(begun + 1, first) if items[k].label == "ORG" and k != at - 1 and k not in meant]
    return not others and any(items[k].kind == "word" for k in range(at + 1, first))


def _tells_when(scene: Scene, k: int) -> bool:
    """ "2025 жылы", "он жылдың ішінде"."""
    item = scene.clauses.items[k]
    small = item.norm in scene.anaphors.adverbs or item.norm.isdigit() or item.norm in scene.anaphors.counts
    return item.kind in _TIME or small or (item.kind == "word" and item.norm.endswith((*_INSIDE, "жылдын", "жылда")))
