"""A sentence with bodies in, those out that cannot be the member of another: they belong to a noun or are joined."""

from collections.abc import Iterator

from extract.claims.fillers.heirs_en import before_noun
from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told

# "By" may name who acts, and "with" who does it too.
_GOVERNING = frozenset({"of", "in", "to", "at", "from", "into", "for", "within", "against", "between", "about"})
# Right before a Russian body: it is joined, left or watched.
_INTO = frozenset({"в", "во", "к", "ко", "из", "при", "о", "об", "для", "между", "внутри", "вне"})


def no_members(scene: Scene, told: Told) -> Iterator[int]:
    """Bodies whose members act, and those that a preposition before the verb binds to another noun."""
    if scene.lang == "ru":
        yield from _joined(scene)
        yield from _founded(scene)
    if scene.lang != "en":
        return
    yield from _of_members(scene)
    compound = before_noun(scene, told)
    yield from () if compound is None else (k for k, i in enumerate(scene.clauses.items) if i.label == "ORG")
    if told.form.voice != "noun":
        yield from _governed(scene, told.trigger.first)


def _joined(scene: Scene) -> Iterator[int]:
    """ "It has been in A since 1995, in B since 1991": a Russian body behind its preposition is no member itself."""
    items = scene.clauses.items
    yield from (k for k in range(1, len(items)) if items[k].label == "ORG" and items[k - 1].norm in _INTO)


def _founded(scene: Scene) -> Iterator[int]:
    """ "In 2014 it founded A, and in 2015 joined B": what a Russian verb founded right before joins nothing."""
    items, forms = scene.clauses.items, scene.clauses.forms
    founding = (t for t, form in forms.items() if t.frame == "established" and form.voice == "active")
    for at in (t.last + 1 for t in founding):
        if at < len(items) and items[at].label == "ORG":
            yield at


def _of_members(scene: Scene) -> Iterator[int]:
    """ "All members of A belong to B": English bodies whose members do what they do not."""
    items, words = scene.clauses.items, scene.anaphors
    for k in range(2, len(items)):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        if items[k].label == "ORG" and items[at].norm == "of" and items[at - 1].norm in words.members:
            yield k


def _governed(scene: Scene, end: int) -> Iterator[int]:
    """ "The country is a founder of A and B, takes part in C": A and B take part in nothing."""
    items = scene.clauses.items
    for k in range(1, end):
        at = k - 1 - (k > 1 and items[k - 1].norm in ARTICLES)
        if items[k].kind == "name" and items[k].label == "ORG" and items[at].norm in _GOVERNING:
            yield k
