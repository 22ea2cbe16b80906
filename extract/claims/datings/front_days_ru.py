"""Dates of some triggers of a Russian sentence in, what the date at its head dates besides out."""

from collections.abc import Mapping, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_DONE = frozenset({"active", "passive"})
# A date behind a place and its comma.
_PLACED = 2
_WHERE, _WHICH, _PLACING = "где", "котор", frozenset({"в", "во", "на", "при"})


def front_days(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "Киев, 23 мая: A подписан, B стал …", "в мае на встрече, где был подписан A, B получил …": of both verbs."""
    items = clauses.items
    at = next((k for k, i in enumerate(items) if i.kind == "date"), None) if clauses.lang == "ru" else None
    if at is None or not _heads(clauses, at):
        return {}
    more: dict[Trigger, int] = {}
    for trigger in (t for t in forms if t not in found and t.first > at and forms[t].voice in _DONE):
        between = items[at + 1 : trigger.first]
        plain = not any(i.kind == "date" or i.text in {";", "(", "—", "–"} for i in between)
        if plain and trigger.form == "verb" and (_listed(between) or _beyond_relative(between)):
            more[trigger] = at
    return more


def _heads(clauses: Clauses, at: int) -> bool:
    """Nothing but small words before the date, or the place and its comma: "Киев, 23 мая: …"."""
    items = clauses.items
    return (at == _PLACED and items[1].text == ",") or not any(
        items[k].kind in {"name", "ref"} or k in clauses.verbs for k in range(at)
    )


def _listed(between: Sequence[Item]) -> bool:
    """A colon right behind the date opens what happened then."""
    return bool(between) and between[0].text == ":" and sum(i.text == ":" for i in between) == 1


def _beyond_relative(between: Sequence[Item]) -> bool:
    """Between the date and the verb stands one clause that says where it was, closed by its comma."""
    commas = [k for k, i in enumerate(between) if i.text == ","]
    if len(commas) != 2 or any(i.text == ":" for i in between):
        return False
    opening = [i.norm for i in between[commas[0] + 1 : commas[0] + 3]]
    return opening[:1] == [_WHERE] or (opening[:1] != [] and opening[0] in _PLACING and opening[-1].startswith(_WHICH))
