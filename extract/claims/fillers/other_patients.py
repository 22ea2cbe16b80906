"""An English trigger of signing or the like in its sentence in, whether a noun beside it is what was signed out."""

from itertools import takewhile

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told

_OWNED, _ARTICLES = frozenset({"its", "their", "his", "her"}), frozenset({"a", "an", "the", "no", "this"})
_AND, _ADVERB, _SHORT, _BEHIND = "and", "ly", 4, 5
_ACTING = frozenset({"active", "converb", "infinitive"})


def other_patient(scene: Scene, told: Told) -> bool:
    """ "Having adopted a doctrine, A did not sign B": neither B nor what else was named was adopted."""
    if scene.lang != "en" or told.trigger.form != "verb":
        return False
    if told.form.voice in _ACTING and _taken(scene, told):
        return True
    return _unknown_paper(scene, told) or (told.form.voice == "passive" and _owned(scene, told))


def _taken(scene: Scene, told: Told) -> bool:
    """ "Adopted neutrality, …": right behind the verb stands a common noun, and a mark behind it."""
    items, first = scene.clauses.items, told.trigger.last + 1
    own = list(takewhile(lambda i: i.kind == "word", items[first : first + _BEHIND]))
    end = first + len(own)
    if not own or (end < len(items) and items[end].kind != "mark"):
        return False
    begins = own[0].norm in _ARTICLES | _OWNED or (len(own) == 1 and len(own[0].norm) > _SHORT)
    return begins and len(own[-1].norm) >= _SHORT and not any(_may_be_paper(scene, i) for i in own)


def _owned(scene: Scene, told: Told) -> bool:
    """ "A was signed, but its budget was approved later": what somebody has is approved, and no paper."""
    items, k = scene.clauses.items, told.trigger.first - 1
    while k > 0 and (scene.clauses.helped(k) or items[k].norm.endswith(_ADVERB)):
        k -= 1
    at = next((n for n in range(k - 1, max(0, k - _SHORT), -1) if items[n].norm in _OWNED), 0)
    if not at or items[at - 1].norm in scene.marks.governing:
        return False  # "The treaty on its termination was signed."
    return all(i.kind == "word" for i in items[at : k + 1]) and not _may_be_paper(scene, items[k])


def _unknown_paper(scene: Scene, told: Told) -> bool:
    """ "No treaty signed in A has gone so far": none that was named."""
    items, first = scene.clauses.items, told.trigger.first
    near = items[max(0, first - 2) : first]
    meant = len(near) > 1 and near[0].norm in scene.anaphors.indefinite and not near[1].ids
    return meant and near[1].norm.startswith((*scene.anaphors.instruments, *scene.anaphors.papers))


def _may_be_paper(scene: Scene, item: Item) -> bool:
    """A noun of papers, a pronoun or a time: "ratified it", "ratified the following year"."""
    words, norm = scene.anaphors, item.norm
    papers = (*words.instruments, *words.papers, "text", "version", "ratification", "accession", "membership")
    small = norm in words.pronouns or norm in scene.marks.times or norm in scene.marks.governing or norm == _AND
    return small or norm.startswith(papers) or norm.endswith(_ADVERB)
