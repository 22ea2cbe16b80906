"""An English subject in two parts, "A and, three years later, B", in, the part before the aside with its date out."""

from collections.abc import Iterator

from extract.claims.scene import Draft, Scene, Told
from kb.model import Mention

_JOINTS = frozenset({"and", "then"})
# So many words stand at most between the commas: "and, a mere three years later,".
_ASIDE = 7


def parted_ahead(scene: Scene, told: Told, who_at: int, kind: str, body_id: str) -> Iterator[Draft]:
    """ "In 2004 A and, three years later, B joined": A did so on the day in front, and so did B on its own."""
    items = scene.clauses.items
    if scene.lang != "en" or told.form.voice == "noun" or who_at >= told.trigger.first:
        return
    at = _before_aside(scene, who_at)
    if at is None:
        return
    day, inside = _day_ahead(scene, at), any(i.kind == "date" for i in items[at + 1 : who_at])
    behind = any(i.kind == "date" for i in items[told.trigger.last + 1 :])
    if day is None and inside and not behind:
        return  # "A and, in 2007, B joined": when A did is not told.
    for id_ in scene.ids(at):
        if id_ != body_id:
            yield Draft(kind, id_, body_id, at, date=day)


def _before_aside(scene: Scene, who_at: int) -> int | None:
    """The list that "and" or "then" and two commas part from the name there; the words between tell when or how."""
    items = scene.clauses.items
    last = who_at - 1 - (items[who_at - 1].norm == "the")
    if last < 1 or items[last].text != ",":
        return None
    comma = next((n for n in range(last - 1, max(0, last - _ASIDE), -1) if items[n].text == ","), None)
    if comma is None or comma < 1 or any(items[n].kind not in {"word", "date"} for n in range(comma + 1, last)):
        return None
    if any(n in scene.clauses.verbs for n in range(comma + 1, last)):
        return None
    timed = any(items[n].kind == "date" or items[n].norm in scene.clauses.afterwards for n in range(comma + 1, last))
    at = comma - 1 if items[comma - 1].norm in _JOINTS else comma if items[comma + 1].norm in _JOINTS else None
    if at is None or not timed:
        return None
    at -= 1
    return at if at >= 0 and items[at].label == "COUNTRY" and items[at].kind == "name" else None


def _day_ahead(scene: Scene, at: int) -> Mention | None:
    """The date in front of the first part, or within commas right behind its name."""
    items = scene.clauses.items
    opened = next((n + 1 for n in range(at - 1, -1, -1) if items[n].text in {";", ":"}), 0)
    dates = [items[n].mention for n in range(opened, at) if items[n].kind == "date"]
    return dates[0] if len(dates) == 1 and scene.clauses.verbs.isdisjoint(range(opened, at)) else None
