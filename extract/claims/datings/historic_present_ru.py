"""What a Russian verb in the present tells with its date in, an act of that day in place of a state or a plan out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_future
from kb.model import POLARITIES, Mention

# Verbs of both aspects.
_TWOFOLD = ("ирует", "ируют")
_SAID = frozenset({"что", "чтобы", "если", "когда"})
_DAY = len("2024-07-04")
_ENTERS, _STATE, _BOUNDS = frozenset({"входит", "входят"}), "membership", frozenset({"since", "until"})


def of_its_day(scene: Scene, trigger: Trigger, form: Form) -> bool:
    """ "8 апреля 1994. Парламент ратифицирует …": one form is present and future, and an entry tells of its day.

    What somebody said in the entry ("заявил, что ратифицирует") stays ahead of it.
    """
    items = scene.clauses.items
    verb = items[trigger.head].norm if scene.lang == "ru" and trigger.form == "verb" else ""
    if not verb.endswith(_TWOFOLD) or is_future(verb) or form.voice != "active":
        return False
    headed = len(items) > 1 and items[0].kind == "date" and items[1].kind == "mark" and items[1].text != ","
    return (headed or scene.entry is not None) and not any(i.norm in _SAID for i in items[: trigger.head])


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
