"""A claim and its sentence in, what the same verb denies of another name out: "joined A but not B"."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import product

from extract.claims.grammar.clauses import Clauses, denied_at
from extract.claims.grammar.firsts_en import counts_one
from extract.claims.grammar.items import Item
from extract.claims.moods.opposites_en import opposed
from extract.claims.scene import Draft, Scene, Told
from extract.claims.sequels.exceptions_en import SPARING as _SPARING
from extract.claims.sequels.exceptions_en import spared_at
from extract.claims.sequels.not_so_en import not_so
from kb.model import POLARITIES, Participant

_DENIALS = frozenset({"not", "never", "nor"})
_OPENERS = frozenset({"but", "and", "though", "although", "yet", ",", "("})
_NEAR = 5
# So far before the verb stands what rank it gives: "was the third state to join".
_RANKED = 5
# "Apart from A, many want to join" opens a sentence that is about others.
_APART = frozenset({"apart", "aside"})
# "All the members but A": so far before "but" stands the word for all.
_BUT, _ALL, _ALL_FAR = "but", frozenset({"all", "every", "everyone", "everybody"}), 5
_SMALL = frozenset(
    {"counting", "including", "of", "to", "in", "into", "from", "by", "the", "yet", "for", "with", "on", "so", "far"}
)
_ACTS = frozenset({"signed", "ratified", "adopted", "entered_into_force"})
_NOT = "не"
# "All ratified it, but not A."
_OF_PARTIES = frozenset({"signed", "ratified"})
_MEMBERS = frozenset({"membership", "acceded", "observer", "suspended", "withdrew"})


def denied_names(clauses: Clauses) -> frozenset[int]:
    """Names right behind "but not": the verb before them is not said of them."""
    if clauses.lang == "ru":
        return frozenset(_russian(clauses))
    return _english(clauses.items, clauses.excepting) if clauses.lang == "en" else frozenset()


def _russian(clauses: Clauses) -> Iterator[int]:
    """`не в A, а в B`, `но не C`, `кроме D`: a denial right before a name, or its preposition, is of that name."""
    items = clauses.items
    yield from excepted_names(items, clauses.excepting)
    for k, item in enumerate(items):
        n = denied_at(items, k) if item.norm == _NOT and k not in clauses.held else None
        if n is not None:
            yield n


def _english(items: Sequence[Item], excepting: Container[str]) -> frozenset[int]:
    found = set(excepted_names(items, excepting))
    found.update(at for k in range(len(items)) if (at := opposed(items, k)) is not None and items[at].ids)
    for k in range(1, len(items)):
        if items[k].norm not in _DENIALS or (items[k - 1].norm or items[k - 1].text) not in _OPENERS:
            continue
        n = k + 1
        while n < len(items) and items[n].norm in _SMALL:
            n += 1
        if n < len(items) and items[n].kind in {"name", "ref"} and items[n].ids:
            found.add(n)
    return frozenset(found)


def excepted_names(items: Sequence[Item], words: Container[str]) -> Iterator[int]:
    """Names behind "except for" and the like, of which the verb is not said either."""
    for k, item in enumerate(items):
        apart = item.norm in _APART and items[k + 1 : k + 2] and items[k + 1].norm == "from" and not k
        if item.norm in words or apart:
            n = next((n for n in range(k + 1, min(k + _NEAR, len(items))) if items[n].kind != "word"), len(items))
            if n < len(items) and items[n].kind in {"name", "ref"}:
                yield n
        elif item.norm == _BUT and k + 1 < len(items) and items[k + 1].label == "COUNTRY" and _all_before(items, k):
            yield k + 1
        elif k and item.norm in _SPARING and (spared := spared_at(items, k)) is not None:
            yield spared


def _all_before(items: Sequence[Item], k: int) -> bool:
    """ "All the republics but A signed": an English word for all of them opens the noun right before."""
    near = items[max(0, k - _ALL_FAR) : k]
    at = next((n for n, i in enumerate(near) if i.norm in _ALL), None)
    return at is not None and all(i.kind == "word" for i in near[at:])


def contrasted(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of an asserted verb again, each with what the sentence denies in place of its object or subject."""
    described = scene.lang == "ru" and told.form.voice == "participle"
    if told.polarity != POLARITIES[0] or told.trigger.form == "noun" or described:
        return
    for n in sorted(scene.arguments.denied - set(excepted_names(scene.clauses.items, scene.clauses.excepting))):
        item = scene.clauses.items[n]
        ahead = n < told.trigger.first
        between = range(n + 1, told.trigger.first) if ahead else range(told.trigger.last + 1, n)
        if ahead and item.label != "COUNTRY":
            continue
        if any(_tells(scene, k) for k in between) or (ahead and _ranked(scene, told)):
            continue
        for draft in {(d.type, d.subject_id, d.object_id): d for d in made}.values():
            for id_ in item.ids:
                yield from _other(scene, draft, item.label, id_)
    for k, draft in product(not_so(scene, told), made[:1]):
        for id_ in scene.ids(k) if draft.type in _MEMBERS else ():
            yield from _other(scene, draft, "COUNTRY", id_)


def _tells(scene: Scene, k: int) -> bool:
    """A verb of its own stands there; "all signatories ratified it, but not A": a Russian participle is none."""
    held = scene.clauses.held.get(k)
    described = held is not None and scene.lang == "ru" and scene.clauses.forms[held].voice == "participle"
    return not described and (held is not None or k in scene.clauses.verbs)


def _ranked(scene: Scene, told: Told) -> bool:
    """ "A, not B, was the first to join": B may have joined all the same."""
    held = scene.clauses.items[max(0, told.trigger.first - _RANKED) : told.trigger.last + 1]
    return scene.lang == "en" and any(counts_one(i.norm) for i in held)


def _other(scene: Scene, draft: Draft, label: str, id_: str) -> Iterator[Draft]:
    bare = replace(draft, item=-1, date=None, participants=(), members=())
    if draft.type in _ACTS and label == "TREATY" and id_ != draft.subject_id:
        yield replace(bare, subject_id=id_, object_id=scene.tables.body_of(id_))
    elif draft.type in _OF_PARTIES and label == "COUNTRY" and scene.lang == "ru" and not draft.participants:
        yield replace(bare, participants=(Participant(id_, "party"),))
    elif draft.type in _MEMBERS and label == "COUNTRY" and id_ != draft.subject_id:
        yield replace(bare, subject_id=id_)
    elif draft.type in _MEMBERS and label in {"ORG", "TREATY"}:
        body = scene.tables.entered_by(id_) if label == "TREATY" else scene.tables.root(id_)
        if body not in {draft.object_id, draft.subject_id}:
            yield replace(bare, object_id=body)
