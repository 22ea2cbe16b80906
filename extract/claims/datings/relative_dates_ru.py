"""A Russian trigger and a date in, whether a relative clause has the date, or the name of a programme, out."""

from collections.abc import Mapping

from extract.claims.datings.shared_dates import in_front
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.russian import is_part

_WHICH, _NEAR = "котор", 2
_UNTIL, _NAMED = frozenset({"до", "на"}), frozenset({"PROGRAMME", "TREATY"})
_PROPOSED, _AT = "proposed", "по"
_FINITE, _AND = frozenset({"active", "passive"}), "и"
_TAKEN = ("adopted", "signed", "proposed", "established")


def relative_at(clauses: Clauses, k: int) -> tuple[int, int] | None:
    """The relative clause between two commas that holds an item, with a verb of its own: its first and last item."""
    items = clauses.items
    begun = next((n for n in range(k, 0, -1) if items[n].kind == "mark"), 0)
    ended = next((n for n in range(k + 1, len(items)) if items[n].kind == "mark"), len(items))
    if not begun or ended >= len(items) or items[begun].text != "," or items[ended].text != ",":
        return None
    opened = any(i.norm.startswith(_WHICH) for i in items[begun + 1 : begun + 1 + _NEAR])
    return (begun + 1, ended) if opened and any(begun < v < ended for v in clauses.verbs) else None


def of_relative(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "They signed the treaty, which took effect in 1983, and founded A": no date of the verb behind the clause."""
    held = relative_at(clauses, k)
    return held is not None and trigger.first >= held[1]


def of_aside(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "The invitation, made in 2011 to A, came to nothing: it did not join": no date of the verb behind the aside."""
    items = clauses.items
    begun = next((n for n in range(k, 0, -1) if items[n].kind == "mark"), 0)
    ended = next((n for n in range(k + 1, len(items)) if items[n].kind == "mark"), len(items))
    aside = 0 < begun < ended < trigger.first and items[begun].text == items[ended].text == ","
    # "The council, which sat on Thursday, granted A a status": that was on Thursday.
    told = aside and begun + 1 not in clauses.held and not items[begun + 1].norm.startswith(clauses.sitting)
    return told and is_part(items[begun + 1].norm, "PRTF")


def of_scope(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Adopted the Strategy of A until 2035": the date is how far the paper reaches."""
    items = clauses.items
    named = k > 1 and items[k - 1].norm in _UNTIL and items[k - 2].label in _NAMED
    return named and items[k - 2].kind == "name" and trigger.frame.startswith(_TAKEN) and trigger.last < k


def of_motive(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "In December A was founded at the proposal of B": the day is that of what was done, not of the proposal."""
    if trigger.frame.partition(".")[0] != _PROPOSED or k > trigger.first:
        return False
    if _behind_which(clauses, trigger, k):
        return True
    motive = clauses.items[trigger.first].norm == _AT
    return motive and any(f.voice in _FINITE and not f.mood for f in clauses.forms.values())


def _behind_which(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "On D they founded A, the idea of which B had put forward": what was proposed was so before."""
    items, head = clauses.items, trigger.head
    which = next((n for n in range(head, k, -1) if items[n].norm.startswith(_WHICH)), None)
    comma = next((n for n in range(which, k, -1) if items[n].text == ","), None) if which is not None else None
    return comma is not None and not any(i.kind in {"date", "mark"} for i in items[comma + 1 : head])


def over_relative(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "In 1979 they signed a treaty, which took effect later, and founded A": the date in front is of both verbs."""
    more: dict[Trigger, int] = {}
    for trigger, form in forms.items() if clauses.lang == "ru" else ():
        joint = trigger.first - 1
        told = trigger not in found and form.voice in _FINITE and not form.mood and joint > 1
        if not told or clauses.items[joint].norm != _AND or clauses.items[joint - 1].text != ",":
            continue
        held = relative_at(clauses, joint - 2)
        dates = (k for k in range(held[0] if held else 0) if clauses.items[k].kind == "date")
        first = next(dates, None)
        if first is not None and clauses.items[first].mention and in_front(clauses, first):
            more[trigger] = first
    return more
