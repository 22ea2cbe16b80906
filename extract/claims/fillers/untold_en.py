"""An English trigger in its sentence in, whether its words say something else than they seem to out."""

from collections.abc import Callable

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.own_objects import has_own_object
from extract.claims.fillers.unsaid_en import (
    anything_joined,
    built_it,
    papers_joined,
    seat_empty,
    still_outside,
    watchers_travel,
)
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.questions_en import asks_who
from extract.claims.scene import Scene, Told

_GONE, _WITHOUT, _BEING = "gone", "without", frozenset({"being", "becoming", "having"})
_BESIDE = frozenset({"besides", "beside", "alongside"})
_INDEFINITE, _IT = frozenset({"a", "an"}), "it"
_NEAR, _WATCHED, _JOINTS = 4, "observer", frozenset({"and", "but", "then"})


def untold_en(scene: Scene, told: Told) -> bool:
    """What was gone, without being a member, a title, a thing that nobody built."""
    return any(is_it(scene, told) for is_it in _READERS)


def _only_asked(scene: Scene, told: Told) -> bool:
    """ "Which of the founders left A?", "Who joined it?": a question after the member tells of none."""
    return told.trigger.frame.split(".")[0] in MEMBER_TYPES and asks_who(scene.clauses, told.trigger.first)


def _only_gone(scene: Scene, told: Told) -> bool:
    """ "The soldiers came to A, and they were gone by June": "gone" alone is no withdrawal where none was told of."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    gone = told.trigger.frame == "withdrew" and any(i.norm == _GONE for i in items[first : last + 1])
    stands_for = gone and any(i.kind == "ref" for i in items[max(0, first - 1) : last + 1])
    before = scene.before or scene.last
    told_of = before is not None and before.type in MEMBER_TYPES - {_WATCHED}
    meant = {id_ for i in items[max(0, first - 1) : last + 1] if i.kind == "ref" for id_ in i.ids}
    return stands_for and not (told_of and before is not None and before.subject_id in meant)


def _without_being(scene: Scene, told: Told) -> bool:
    """ "Took part in A without being its member": what is denied in the same breath is no membership."""
    if not told.trigger.frame.startswith("membership"):
        return False
    items, last = scene.clauses.items, told.trigger.last
    rest = range(last + 1, len(items) - 1)
    end = next((k for k in rest if items[k].kind == "mark"), len(items) - 1)
    at = next((k for k in range(last + 1, end) if items[k].norm == _WITHOUT), None)
    denied = at is not None and items[at + 1].norm in _BEING
    return denied and any(i.norm in scene.anaphors.members or i.norm.startswith("member") for i in items[last + 1 :])


def _in_title(scene: Scene, told: Told) -> bool:
    """ "A Pact Becomes an Alliance": a title of such words names no body that began."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if told.trigger.frame != "established" or told.trigger.form != "state":
        return False
    held = range(max(1, first), last + 1)
    titled = any(items[k].kind == "word" and items[k].text.istitle() and len(items[k].text) > _NEAR for k in held)
    return titled and any(items[k].label == "ORG" and items[k - 1].norm in _INDEFINITE for k in held)


def _other_subject(scene: Scene, told: Told) -> bool:
    """ "A pipeline was planned; it was never built": "it" is what the sentence opens with, and no body."""
    items, first = scene.clauses.items, told.trigger.first
    if told.trigger.frame != "established" or told.form.voice != "passive" or items[0].norm not in _INDEFINITE:
        return False
    it = next((k for k in range(first - 1, max(0, first - _NEAR), -1) if items[k].norm == _IT), None)
    own = tuple(scene.anaphors.bodies)
    return it is not None and all(
        i.kind in {"word", "mark", "date", "place"} and not i.norm.startswith(own) for i in items[:it]
    )


def _other_thing_stopped(scene: Scene, told: Told) -> bool:
    """ "The flights, resumed in 2019 and suspended in 2021": the second participle is of a country before both."""
    items, first = scene.clauses.items, told.trigger.first
    if told.trigger.frame != "suspended" or items[first].norm not in _JOINTS:
        return False
    opens = next((k for k in range(first - 1, 0, -1) if items[k].kind == "mark"), 0)
    if opens == 0 or items[opens].text != "," or items[opens - 1].label != "COUNTRY":
        return True
    return opens > 1 and items[opens - 2].kind == "word" and items[opens - 2].norm not in _JOINTS | ARTICLES


def _lives_on(scene: Scene, told: Told) -> bool:
    """ "A took over its tasks": of a body that has not just ended that tells no succession."""
    items, first = scene.clauses.items, told.trigger.first
    if told.trigger.frame != "succeeded.place" or first + 1 >= len(items) or items[first + 1].norm != "over":
        return False
    return scene.before is None or scene.before.type != "terminated"


def _beside_whole(scene: Scene, told: Told) -> bool:
    """ "Besides the AU there are the EU and the OAS": what stands beside a body that is no organ is none either."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if told.trigger.frame != "organ_of.lists" or items[first].norm not in _BESIDE:
        return False
    return not any(scene.memory.is_organ(id_) for i in items[first : last + 1] for id_ in i.ids)


_READERS: tuple[Callable[[Scene, Told], bool], ...] = (
    _only_asked,
    _only_gone, _without_being, _in_title, _other_subject, has_own_object, seat_empty, papers_joined, still_outside,
    built_it, watchers_travel, anything_joined, _other_thing_stopped, _lives_on, _beside_whole,
)  # fmt: skip
