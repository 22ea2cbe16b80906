"""What an English trigger of membership told in, the same of who stands beside its subject or its body out.

"Joined in July together with C", "it belongs to none of A, B or C".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.bystanders_en import beside_subject
from extract.claims.grammar.firsts_en import counts_one
from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES

# "Together with C", "along with C", "in tandem with C", "at the same time as C": the word before the last, and that.
_WITH = {"with": frozenset({"together", "along", "simultaneously", "jointly", "concurrently", "tandem", "company"}),
         "of": frozenset({"company"}), "as": frozenset({"time", "day"})}  # fmt: skip
_ALONE, _SAME = frozenset({"alongside", "beside", "besides"}), "same"
# So far before "alongside" stands "as the tenth full member".
_RANKED, _MEMBER = 6, "member"
_GOING = frozenset({"going", "coming", "entering", "joining", "following", "acceding", "leaving", "withdrawing"})
_TOGETHER, _THEM = "with", frozenset({"it", "them", "him", "her"})
_CLOSERS = frozenset(".;:")
_OWNS, _GOES_ON = "s", frozenset({"and", "but", "while", "whereas", "which", "who"})


def beside(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts again: for who did the same in company, and for the further bodies of a pronoun."""
    if scene.lang != "en" or not made or made[0].type not in MEMBER_TYPES or told.form.voice == "noun":
        return
    if told.polarity == POLARITIES[0]:
        yield from _in_company(scene, told, made[0])
        yield from _for_another(scene, told, made)
        yield from _going_with_it(scene, told, made[0])
    yield from _of_pronoun(scene, told, made[0])


def _in_company(scene: Scene, told: Told, first: Draft) -> Iterator[Draft]:
    """ "A joined in July 1997 together with B": B too, unless it only owns what stands there or was told of."""
    items, last = scene.clauses.items, told.trigger.last
    inside = range(max(0, first.item + 1), told.trigger.first)
    behind = [*takewhile(lambda k: not _closes(scene, k), range(last + 1, len(items)))]
    others = [k for k in behind if items[k].kind == "name" and items[k].label == "COUNTRY"][:1]
    # "A, along with B, joined" stands between commas.
    own = [*takewhile(lambda k: k not in scene.clauses.verbs and items[k].norm not in _GOES_ON, inside)]
    others += [k for k in own if items[k].label == "COUNTRY" and items[k + 1].text == ","]
    others += beside_subject(scene, told)
    for k in others:
        owns = k + 1 < len(items) and items[k + 1].norm == _OWNS
        if k != first.item and _accompanied(scene, k) and not owns:
            ids = [id_ for id_ in scene.ids(k) if id_ not in {first.subject_id, first.object_id}]
            yield from (replace(first, subject_id=id_) for id_ in ids)


def _for_another(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "A left B for C in 1973": it joined C."""
    items, left = scene.clauses.items, made[0].object_id
    for k in range(told.trigger.first, len(items) - 2 if made[0].type == "withdrew" else 0):
        at = k + 2 + (items[k + 2].norm in ARTICLES)
        goes = (
            items[k].label == "ORG" and items[k + 1].norm == "for" and left in [*map(scene.tables.root, scene.ids(k))]
        )
        if goes and at < len(items) and items[at].label == "ORG" and items[at].kind == "name":
            bodies = [id_ for id_ in map(scene.tables.root, scene.ids(at)[:1]) if id_ != left]
            yield from (replace(d, type="acceded", object_id=id_) for id_ in bodies for d in made)
            return


def _going_with_it(scene: Scene, told: Told, first: Draft) -> Iterator[Draft]:
    """ "A joined in 1973, B and C going in with it": what an absolute participle adds to the subject."""
    items = scene.clauses.items
    for k in range(told.trigger.last + 2, len(items) - 2):
        listed = items[k].kind == "name" and items[k].label == "COUNTRY" and items[k - 1].text == ","
        if not listed or items[k + 1].norm not in _GOING:
            continue
        near = [i.norm for i in items[k + 2 : k + 2 + _RANKED]]
        if any(a == _TOGETHER and b in _THEM for a, b in pairwise(near)):
            yield from (replace(first, subject_id=id_) for id_ in scene.ids(k) if id_ != first.object_id)


def _closes(scene: Scene, k: int) -> bool:
    """A mark, another verb or "and": what stands behind is of something else."""
    item = scene.clauses.items[k]
    return item.text in _CLOSERS or k in scene.clauses.verbs or item.norm in _GOES_ON


def _accompanied(scene: Scene, k: int) -> bool:
    """Words of company right before the name, but for its article."""
    items = scene.clauses.items
    at = k - 1 - (items[k - 1].norm in ARTICLES)
    if at < 1:
        return False
    if items[at].norm in _ALONE:
        return not _joined_as_one(items, at)
    same = items[at].norm != "as" or (at > 1 and items[at - 2].norm == _SAME)
    return same and items[at - 1].norm in _WITH.get(items[at].norm, ())


def _joined_as_one(items: Sequence[Item], at: int) -> bool:
    """ "Joined as the tenth member, alongside B and C": there is one tenth, and the others were members before."""
    apart = items[at - 1].text == ","
    ranked = (k for k in range(max(0, at - _RANKED), at) if counts_one(items[k].norm))
    return apart and any(items[n].norm.startswith(_MEMBER) for k in ranked for n in range(k, at))


def _of_pronoun(scene: Scene, told: Told, first: Draft) -> Iterator[Draft]:
    """ "It does not belong to A, B or C": of a subject that the text before named, each further body of the list."""
    items, last = scene.clauses.items, told.trigger.last
    if first.item >= 0:
        return
    for k in range(told.trigger.first, min(last + 1 + len(ARTICLES), len(items))):
        bodies = [scene.tables.root(id_) for id_ in scene.ids(k)] if items[k].label == "ORG" else []
        if bodies[:1] == [first.object_id]:
            further = [id_ for id_ in dict.fromkeys(bodies[1:]) if id_ not in {first.object_id, first.subject_id}]
            yield from (replace(first, object_id=id_) for id_ in further)
            return
