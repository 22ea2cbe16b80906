"""A Kazakh participle before the noun that closes its sentence in, the name that the sentence says it of out."""

from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_CLOSING, _SHORT = frozenset(".;!?"), 3
# What is founded beside a body is not the body.
_BESIDE = frozenset(map(fold, ("жанынан", "қасынан")))
# Endings of what says how, where or whence, letters folded.
_NO_NOUN = (
    "да",
    "де",
    "та",
    "те",
    "мен",
    "бен",
    "пен",
    "ша",
    "ше",
    "дан",
    "ден",
    "тан",
    "тен",
    "нан",
    "нен",
    "ти",
    "ды",
)


def described_subject(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "A is a bloc founded on B": the bare noun at the end stands for what the sentence begins with.

    A name that nobody knows is held too: what is told of it is told of nothing else.
    """
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "kk" or told.form.voice != "participle" or not told.trigger.first:
        return None
    if ends_other_noun(scene, told, 0):
        return None
    end = next((k for k in range(last + 1, len(items)) if items[k].text in _CLOSING), len(items))
    closing = items[end - 1]
    if end - 1 <= last or closing.kind != "ref" or closing.norm not in scene.anaphors.bodies:
        return None
    if any(i.kind != "word" for i in items[last + 1 : end - 1]):
        return None
    unknown = items[0].kind == "word" and items[0].text.isupper() and len(items[0].text) >= _SHORT
    named = items[0].kind == "name" and items[0].label in labels
    bare = named and not any(mark.startswith(".") for mark in scene.arguments.marks(0))
    return 0 if unknown or bare else None


def founded_beside(scene: Scene, told: Told, k: int) -> bool:
    """ "At the organization a forum was founded": a Kazakh noun of bodies does not mean the one at which it arose."""
    items = scene.clauses.items
    if ends_other_noun(scene, told, k):
        return True
    if scene.lang != "kk" or items[k].kind != "ref":
        return False
    hosts = (n for n in range(told.trigger.first - 1) if items[n + 1].norm in _BESIDE)
    return any(set(items[n].ids) & set(items[k].ids) for n in hosts)


def ends_other_noun(scene: Scene, told: Told, k: int) -> bool:
    """ "A is an area in which the checks were abolished": the noun right before a Kazakh participle is what ended."""
    items, first = scene.clauses.items, told.trigger.first
    described = scene.lang == "kk" and told.form.voice == "participle" and told.trigger.frame == "terminated"
    if not described or k >= first or k == first - 1 or first != told.trigger.head:
        return False
    noun = items[first - 1]
    return noun.kind == "word" and noun.norm not in scene.anaphors.adverbs and not noun.norm.endswith(_NO_NOUN)
