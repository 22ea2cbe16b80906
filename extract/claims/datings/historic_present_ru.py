"""What a Russian verb in the present told with its date in, an entry in place of a state out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES, Mention

_DAY = len("2024-07-04")
_ENTERS, _STATE, _BOUNDS = frozenset({"входит", "входят"}), "membership", frozenset({"since", "until"})


def entering(scene: Scene, told: Told, made: Sequence[Draft]) -> list[Draft]:
    """ "1995 г. — Туркменистан входит в Движение": beside a bare date who "enters" has joined.

    "Since 1995 it belongs to A", "in A belong B and C": the state stays one, but in an entry of its day it does not.
    """
    items, trigger, date = scene.clauses.items, told.trigger, told.date
    present = scene.lang == "ru" and trigger.frame.partition(".")[0] == _STATE and _enters(items, trigger)
    bare = date is not None and "/" not in (date.edtf or "/") and _BOUNDS.isdisjoint(date.method.split(":"))
    led = any(i.label == "COUNTRY" for i in items[: trigger.head])
    placed = any(i.label == "ORG" for i in items[: trigger.head])
    if not (present and bare) or not ((led and not placed) or _of_entry(items, date)) or told.polarity != POLARITIES[0]:
        return list(made)
    return [replace(d, type="acceded") if d.type == _STATE and d.date is None else d for d in made]


def _enters(items: Sequence[Item], trigger: Trigger) -> bool:
    return any(items[k].norm in _ENTERS for k in range(trigger.head, trigger.last + 1))


def _of_entry(items: Sequence[Item], date: Mention | None) -> bool:
    """ "4 July 2024 — into the ranks of A enters B": a day and a dash open the sentence."""
    opens = len(items) > 1 and items[0].kind == "date" and items[0].mention == date and items[1].text in DASHES
    return opens and date is not None and len(date.edtf or "") == _DAY
