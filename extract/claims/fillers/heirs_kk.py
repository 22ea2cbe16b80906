"""A Kazakh clause that names one of two bodies, the forerunner or the heir, in, both of them out."""

from collections.abc import Iterator

from extract.claims.grammar.items import DASHES
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold

# What a Kazakh heir inherits from, or replaces.
_GENITIVE = ".genitive"
_OLD = frozenset({_GENITIVE, ".accusative"})
# The subject of what a semicolon or a colon closes is not that of what follows it.
_PARTING = frozenset(";:")
_ENDS = frozenset(",;:")
# "Turned into", and the dative of what, letters folded.
_TURNS, _INTO = fold("айнал"), frozenset({"ка", "ке", "га", "ге"})


def heir_of(scene: Scene, told: Told, at: int | None) -> tuple[str, str] | None:
    """ "It is the heir of A, which X founded in 1963", "it replaced A": the heir stands ahead of what it inherits from.

    "Was founded under the treaty and became the heir of A": a converb may have had the subject.
    """
    if scene.lang != "kk" or at is None:
        return None
    if not _is_old(scene, at):
        return _heir_of_it(scene, told, at)
    old = next(iter(scene.ids(at)), None)
    heir = (_subject(scene, told, at) or _founded_there(scene, at)) if old else None
    return (heir, old) if heir and old and heir != old else None


def _heir_of_it(scene: Scene, told: Told, at: int) -> tuple[str, str] | None:
    """ "A оның мирасқоры емес": of the body in mind; an organ is heir of the last organ of its kind."""
    items, first = scene.clauses.items, told.trigger.first
    its = first > at and items[first - 1].norm in scene.anaphors.owning_one and items[at].kind == "name"
    if not its or any(mark.startswith(".") for mark in scene.arguments.marks(at)):
        return None
    heir, start, memory = items[at].ids[-1] if items[at].ids else "", items[0].start, scene.memory
    if memory.is_organ(heir):
        kinds = [kinds for kinds in scene.anaphors.organs.values() if memory.is_called(heir, kinds)]
        old = memory.organ(start, kinds[0]) if kinds else None
    else:
        olds = (old for old, (_, new) in scene.tables.heirs.items() if new == heir)
        old = next((old for old in olds if memory.has_named(old, start)), None) or memory.body(start)
    return (heir, old) if heir and old and old != heir else None


def _is_old(scene: Scene, at: int) -> bool:
    """The name stands in the genitive or is the object, or the noun of bodies behind it does: «A» бірлестігінің."""
    behind = scene.clauses.items[at + 1 : at + 2] if at else ()
    nouns = [i.norm for i in behind if i.kind != "name" and i.norm.startswith(tuple(scene.anaphors.bodies))]
    return bool(_OLD & scene.arguments.marks(at)) or any(n.endswith(tuple(scene.anaphors.owner)) for n in nouns)


def founded_under(scene: Scene) -> list[int]:
    """ "Under the treaty on A B took the place of C": papers that only say by what right, no heir and no forerunner."""
    items = scene.clauses.items
    papers = (k for k, i in enumerate(items[:-1]) if i.label == "TREATY")
    return [k for k in papers if items[k + 1].norm in scene.anaphors.founding]


def heir_behind(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "Its heir – A, founded in Almaty in 2002": behind the dash stands the heir of the body in mind."""
    items, first, dash = scene.clauses.items, told.trigger.first, told.trigger.last + 1
    its = scene.lang == "kk" and first > 0 and items[first - 1].norm in scene.anaphors.owning_one
    if not its or dash >= len(items) or items[dash].text not in DASHES:
        return
    end = next((k for k in range(dash + 1, len(items)) if items[k].kind == "mark"), len(items))
    named = [k for k in range(dash + 1, end) if items[k].kind == "name" and items[k].label == "ORG" and items[k].ids]
    days = [i.mention for i in items[dash + 1 : end] if i.kind == "date"]
    old = scene.memory.body(items[first].start)
    if named and named[-1] == end - 1 and old and old != items[named[-1]].ids[-1]:
        yield Draft("succeeded", items[named[-1]].ids[-1], old, named[-1], date=days[0] if len(days) == 1 else None)


def heir_of_kind(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "The Community turned into a Union": its heir, where that is called by the noun before the verb."""
    items, first = scene.clauses.items, told.trigger.first
    noun = items[first - 1] if scene.lang == "kk" and first > 1 else None
    if noun is None or not items[told.trigger.head].norm.startswith(_TURNS) or noun.ids:
        return
    stem = next((s for s in scene.anaphors.bodies if noun.norm.startswith(s)), None)
    kinds = scene.anaphors.bodies[stem] if stem is not None else ()
    if not kinds or stem is None or noun.norm[len(stem) :] not in _INTO:
        return
    begun = max((k for k in range(first - 1) if items[k].text in _PARTING or k in scene.clauses.verbs), default=-1)
    own = [k for k in range(begun + 1, first - 1) if items[k].label == "ORG" and items[k].ids]
    bare = [k for k in own if not any(m.startswith(".") and m != _GENITIVE for m in scene.arguments.marks(k))]
    old = items[bare[0]].ids[-1] if len(own) == len(bare) == 1 else ""
    heir = scene.tables.heirs.get(old, ("", ""))[1]
    if heir and scene.memory.is_called(heir, kinds) and not scene.memory.is_called(old, kinds):
        yield Draft("succeeded", heir, old, bare[0], confidence=0.7)


def _subject(scene: Scene, told: Told, at: int) -> str | None:
    """The bare name that opens the sentence, or the body for which its pronoun or noun stands."""
    items, words = scene.clauses.items, scene.anaphors
    opened = max((k for k in range(told.trigger.first) if items[k].text in _PARTING), default=-1) + 1
    own = [k for k in range(opened, at) if items[k].label == "ORG" and items[k].ids]
    bare = [k for k in own if not any(m.startswith(".") for m in scene.arguments.marks(k))]
    if bare:
        return items[bare[0]].ids[-1]
    nouns = [k for k in range(opened, at) if items[k].norm in words.bodies]
    if any(k and _is_new(scene, k) for k in nouns):
        return _just_founded(scene, items[opened].start)
    meant = nouns or [k for k in range(opened, at) if items[k].norm in words.personal]
    return scene.memory.body(items[opened].start) if meant else None


def _founded_there(scene: Scene, at: int) -> str | None:
    """ "… құрылып, A-ның мирасқоры болды": behind a converb and its comma nothing stands before the forerunner."""
    items, forms = scene.clauses.items, scene.clauses.forms
    parted = at > 1 and items[at - 1].text == ","
    held = next((t for t in forms if parted and t.last == at - 2), None)
    founded = held is not None and held.frame.startswith("established") and forms[held].voice == "converb"
    return scene.before.subject_id if founded and scene.before and scene.before.type == "established" else None


def new_body(scene: Scene, told: Told) -> str | None:
    """ "The treaty took effect, and the new body was founded on D": what the last paper before it founds."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or told.form.voice not in {"active", "converb"}:
        return None
    begun = max((k for k in range(first) if items[k].text in _ENDS or k in scene.clauses.verbs), default=-1)
    own = range(begun + 2, first)
    at = next((k for k in own if items[k].norm in scene.anaphors.bodies and _is_new(scene, k)), None)
    others = any(items[k].kind == "name" and items[k].label == "ORG" for k in own)
    paper = None if at is None or others else scene.memory.instrument(items[at].start)
    return scene.memory.founded(paper) if paper else None


def _is_new(scene: Scene, k: int) -> bool:
    return scene.clauses.items[k - 1].norm in scene.anaphors.newer


def _just_founded(scene: Scene, before: int) -> str | None:
    """ "The new body": the one that the last paper founded, else the one in mind."""
    paper = scene.memory.instrument(before)
    return (scene.memory.founded(paper) if paper else None) or scene.memory.body(before)
