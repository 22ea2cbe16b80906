"""An English passive of replacing in, the "by" that stands further behind it, and whom it tells of, out."""

from itertools import takewhile

from extract.claims.scene import Scene, Told

_BY, _FAR = "by", 8
_BANKS = ("bank", "fund")


def replaced_by(scene: Scene, told: Told) -> str:
    """ "A was replaced in 2015 by a new body, B": the words of the trigger end before the date."""
    if scene.lang != "en" or told.form.voice != "passive" or told.trigger.form != "verb":
        return ""
    items, last = scene.clauses.items, told.trigger.last
    near = takewhile(lambda i: i.text not in {".", ";"}, items[last + 1 : last + 1 + _FAR])
    named = takewhile(lambda i: i.kind != "name", near)
    return _BY if any(i.norm == _BY for i in named) else ""


def shared_subject(scene: Scene, told: Told, first: int | None) -> int | None:
    """ "A replaced B and was swallowed by C": a passive behind "and" is of the subject of the verb before it."""
    last = scene.before
    leaning = scene.lang == "en" and told.form.voice == "passive" and scene.leans(told)
    if not leaning or first is None or last is None or last.type != "succeeded" or not 0 <= last.item < first:
        return first
    return last.item if last.object_id in scene.ids(first) else first


def of_other_kind(scene: Scene, old: str, new: str) -> bool:
    """ "The bank was opened in 1994. In 1998 it became a Community": in English a bank becomes no union."""
    return scene.lang == "en" and old.endswith(_BANKS) and not new.endswith(_BANKS)
