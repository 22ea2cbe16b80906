"""A Russian paper with a day in brackets behind it in, its signing out: "Договор о А (Минск, 2 мая 1996 г.)"."""

from collections.abc import Iterator

from extract.claims.grammar.slots import SIGNED
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES, Mention

_DAY, _LONGEST, _NEAR = len("2014-05-29"), 6, 3


def signed_in_brackets(scene: Scene) -> Iterator[tuple[Told, list[Draft]]]:
    """The day, or the place and date, on which a paper was signed; the day may be of a noun of doing before it."""
    items = scene.clauses.items if scene.lang == "ru" else ()
    for k, item in enumerate(items):
        ids = item.ids if item.kind == "name" and item.label == "TREATY" else ()
        if not ids or not ids[-1].startswith(SIGNED) or _done_then(scene, k):
            continue
        date = item.members[-1].date or _bracketed(scene, k)
        if date is None or (item.members[-1].date is not None and len(date.edtf or "") != _DAY):
            continue
        told = Told(Trigger("signed", "state", k, k, k, 0, 0), Form("active"), POLARITIES[0], date)
        yield told, [Draft("signed", ids[-1], scene.tables.body_of(ids[-1]), k)]


def _done_then(scene: Scene, k: int) -> bool:
    """ "The entry into force of A (1 January)": the day is that of what the noun tells of A."""
    held = scene.clauses.held
    return any(n in held and held[n].form == "noun" for n in range(max(0, k - _NEAR), k))


def _bracketed(scene: Scene, k: int) -> Mention | None:
    """Behind the paper in brackets nothing but a place and a date."""
    items = scene.clauses.items
    if k + 1 >= len(items) or items[k + 1].text != "(":
        return None
    end = next((n for n in range(k + 2, min(k + 2 + _LONGEST, len(items))) if items[n].text == ")"), 0)
    held = items[k + 2 : end]
    dates = [i.mention for i in held if i.kind == "date"]
    places = [i for i in held if i.kind == "place" or (i.kind == "word" and i.text[0].isupper())]
    rest = [i for i in held if i.kind != "date" and i not in places and i.text != ","]
    return dates[0] if len(dates) == 1 and places and not rest else None
