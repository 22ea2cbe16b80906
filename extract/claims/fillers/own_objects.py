"""A verb that is joined to another one in, whether what it was done to stands between the two and is no paper, out."""

from collections.abc import Sequence

from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.scene import Scene, Told
from extract.language.russian import is_noun, is_part

_DONE = frozenset({"signed", "adopted", "ratified"})
_FAR = 7
_POSSESSIVES = frozenset({"its", "their", "his", "her", "new", "common", "joint", "several", "some", "many"})


def has_own_object(scene: Scene, told: Told) -> bool:
    """ "Adopted the common tariff and signed A", «утвердили тариф и подписали A»: A is what was signed alone."""
    frame = told.trigger.frame.partition(".")[0]
    if scene.lang not in {"en", "ru"} or told.form.voice != "active" or frame not in _DONE:
        return False
    items, last = scene.clauses.items, told.trigger.last
    held = range(last + 1, min(last + 1 + _FAR, len(items) - 1))
    joint = next((k for k in held if items[k].kind != "word" or scene.clauses.joins(k)), None)
    if joint is None or not scene.clauses.joins(joint) or joint + 1 not in scene.clauses.verbs:
        return False
    own = items[last + 1 : joint]
    papers = tuple({*scene.anaphors.instruments, *scene.anaphors.papers})
    return bool(own) and _is_thing(own, scene.lang) and not any(i.norm.startswith(papers) for i in own)


def _is_thing(own: Sequence[Item], lang: str) -> bool:
    """An article and a noun; in Russian adjectives and a noun, or the noun alone."""
    if lang == "en":
        return len(own) > 1 and own[0].norm in ARTICLES | _POSSESSIVES
    return is_noun(own[-1].norm) and all(is_part(i.norm, "ADJF") or is_noun(i.norm) for i in own)
