"""A trigger of renaming in its sentence in, the body and its new name out."""

from collections.abc import Iterator

from extract.claims.fillers.clause_of_time_kk import day_before
from extract.claims.fillers.new_names import group_called, only_old_name, overtaken
from extract.claims.fillers.turned_ru import pronoun_of_other
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.slots import BODY
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES

# A Kazakh participle, letters folded.
_NAME = ("атау", "атын")
_CALLED = ("аталган", "аталатын")
_WHICH, _INTO, _THIS = "which", "into", "this"
# How the id of a name that was found in a text begins.
_UNKNOWN = "x-"
_ACTIVE, _COUNTRY, _OWN = "active", "COUNTRY", frozenset({"its", "their"})


def renamed(scene: Scene, told: Told) -> Iterator[Draft]:
    """The body and its new name; a body that only its new name names is that body."""
    new = scene.find(told, Slot(BODY, "any" if scene.lang == "kk" else "after", scene.marks.becoming), far=6.0)
    if new is None or (told.form.voice == "noun" and not _to_be_renamed(scene, told)) or scene.owning(new):
        return
    items, verb = scene.clauses.items, told.trigger.first
    if scene.lang == "kk" and verb and items[verb].norm in scene.marks.becoming and items[verb - 1].kind == "word":
        return
    if _only_called(scene, told) or group_called(scene, told, new) or _of_country(scene, told):
        return
    others = scene.arguments.unsuffering(told.trigger, told.form) if scene.lang == "en" else []
    old = scene.find(told, Slot(BODY, "before" if scene.lang != "ru" else "any"), [new, *others], far=9.0)
    old = None if old is not None and pronoun_of_other(scene, told, old) else old
    old = new if old is not None and overtaken(scene, told, new, old) else old
    # "A, which was renamed B": behind a name and its comma there is no doubt whom "which" means.
    told_of = old is not None and (items[old].kind == "name" or (old > 1 and _hangs_on_name(scene, old)))
    ids = scene.ids(old) if told_of else ()
    ids = _known_anew(scene, ids, new) or ids
    ids = ids or _held_by_pronoun(scene, told, new, old) or scene.ids(new) or scene.ids(old)
    if ids:
        first = items[new].members[0]
        said = items[new].kind == "name" and not (old in (None, new) and only_old_name(scene, told, new))
        name = scene.text[first.start : first.end] if said else None
        day = day_before(scene, told)
        yield Draft("renamed", ids[0], ids[0], new if old is None else old, date=day, new_name=name)


def _known_anew(scene: Scene, ids: tuple[str, ...], new: int) -> tuple[str, ...]:
    """ "The Council of T. has been called A since 2021": a Russian name that nobody knows is an older one of A."""
    unknown = scene.lang == "ru" and bool(ids) and ids[0].startswith(_UNKNOWN)
    return tuple(id_ for id_ in scene.ids(new) if unknown and not id_.startswith(_UNKNOWN))


def _to_be_renamed(scene: Scene, told: Told) -> bool:
    """ "It is planned to change A's name to B": a Kazakh noun of renaming that opens with the name tells a plan."""
    opens = scene.clauses.items[told.trigger.first].norm.startswith(_NAME)
    return scene.lang == "kk" and opens and told.polarity != POLARITIES[0]


def _held_by_pronoun(scene: Scene, told: Told, new: int, old: int | None) -> tuple[str, ...]:
    """ "In 1991 it was renamed A": a name that nobody knows is the new one of the English body in mind."""
    items, unknown = scene.clauses.items, all(id_.startswith(_UNKNOWN) for id_ in scene.ids(new))
    if scene.lang != "en" or not unknown or told.form.voice != "passive":
        return ()
    if old is not None:
        return tuple(id_ for id_ in scene.ids(old) if items[old].kind == "ref" and not id_.startswith(_UNKNOWN))
    found = scene.memory.body(items[0].start) if scene.pronoun(told) is not None else None
    return (found,) if found else ()


def _only_called(scene: Scene, told: Told) -> bool:
    """ "Founded the union called A": right before a noun for a body a Kazakh participle only says its name."""
    items, k = scene.clauses.items, told.trigger.last + 1
    noun = k < len(items) and items[k].norm.startswith(tuple(scene.anaphors.bodies))
    return scene.lang == "kk" and noun and items[k - 1].norm.startswith(_CALLED)


def _of_country(scene: Scene, told: Told) -> bool:
    """ "A changed its name in order to join B": an English country right before the verb has renamed itself."""
    items, trigger = scene.clauses.items, told.trigger
    own = any(item.norm in _OWN for item in items[trigger.first : trigger.last + 1])
    before = items[max(0, trigger.first - 1) : trigger.first] if own and told.form.voice == _ACTIVE else ()
    return scene.lang == "en" and any(item.label == _COUNTRY for item in before)


def _hangs_on_name(scene: Scene, k: int) -> bool:
    """An English relative pronoun behind a name and a comma."""
    items = scene.clauses.items
    close = items[k - 1].text == "," and items[k - 2].kind == "name" and items[k - 2].ids == items[k].ids
    return scene.lang == "en" and close and items[k].norm in scene.anaphors.relatives
