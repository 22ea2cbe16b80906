"""A trigger of renaming in its sentence in, whether a name there is new, and whether one renaming is told, out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_NAMES = ("name", "title", "имя", "имен", "назван", "наименован")
_TIMES = frozenset({"times", "раз", "раза", fold("рет")})
_OFTEN = frozenset({"twice", "thrice", "repeatedly", "дважды", "трижды", "неоднократно", fold("бірнеше")})
_BEHIND, _THIS = 3, frozenset(map(fold, ("бұл", "осы", "сол")))


def only_old_name(scene: Scene, told: Told, new: int) -> bool:
    """ "A was renamed": the one name before the English or Russian verb is the old one, the new one is not said."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang == "kk" or new >= first or scene.arguments.marks(new) & scene.marks.becoming:
        return False
    named = scene.lang == "ru" and any(i.norm.startswith(_NAMES) for i in items[first : last + 1])
    return not named and (new == 0 or not items[new - 1].norm.startswith(_NAMES))


def many_times(scene: Scene, told: Told) -> bool:
    """ "Has changed its name four times", «переименовывалась дважды»: several without a name or day are none."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    near: Sequence[Item] = (*items[max(0, first - _BEHIND) : first], *items[last + 1 : last + 1 + _BEHIND])
    words = {i.norm for i in near if i.kind == "word"}
    return not words.isdisjoint(_TIMES | _OFTEN) and not any(i.kind == "date" for i in items)


def overtaken(scene: Scene, told: Told, new: int, old: int) -> bool:
    """ "When A turned into B, C took the name it bears": the last before the English verb is its subject, not B."""
    return scene.lang == "en" and told.form.voice == "active" and old < new < told.trigger.first


def group_called(scene: Scene, told: Told, new: int) -> bool:
    """ "Бұл топ «Шанхай бестігі» атанды": a group that got its first name was not renamed."""
    items = scene.clauses.items
    if scene.lang != "kk" or new < 2 or items[new - 1].kind != "word":
        return False
    noun, this = items[new - 1].norm, items[new - 2].norm
    return this in _THIS and not noun.startswith(tuple(scene.anaphors.bodies))
