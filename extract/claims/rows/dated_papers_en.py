"""An English paper that is named with its date in, what that tells without a verb out.

"2014, 29 May: Astana, Treaty on the EAEU" is an entry of a chronicle, "the Treaty on the EAEU (29 May 2014)" a name.
"""

from collections.abc import Container, Iterator

from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.slots import SIGNED
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES, Mention

_LEAST, _PARTED, _CLOSING = 2, frozenset({",", ".", ":", "–", "—"}), frozenset({",", ".", ";", "("})
_ADOPTED = ("decision-", "resolution-")
# A month at least makes a date part of a name.
_MONTH, _NEXT, _OPENS = len("2014-05"), 2, "("


def entered(scene: Scene) -> Iterator[tuple[Told, list[Draft]]]:
    """The paper that an entry only names was signed on its date."""
    items = scene.clauses.items
    at = _paper(scene) if scene.lang == "en" else None
    ids = [id_ for id_ in scene.ids(at)[:1] if id_.startswith(SIGNED)]
    if at is not None and ids:
        trigger = Trigger("signed", "state", at, at, at, 0, 0)
        told = Told(trigger, Form("active"), POLARITIES[0], items[0].mention)
        yield told, [Draft("signed", id_, scene.tables.body_of(id_), at) for id_ in ids]


def _paper(scene: Scene) -> int | None:
    """Where the paper stands behind the date and places; nowhere, where more is told outside of brackets."""
    items, held = scene.clauses.items, scene.clauses.held
    if len(items) <= _LEAST or items[0].kind != "date" or items[1].text not in DASHES | {":"}:
        return None
    at = next((k for k in range(_LEAST, len(items)) if not _is_place(items[k])), 0)
    behind = items[at + 1 :]
    if items[at].kind != "name" or items[at].label != "TREATY" or (behind and behind[0].text not in _CLOSING):
        return None
    return at if all(items[k].depth for k in held) else None


def _is_place(item: Item) -> bool:
    """A place, one that nobody knows, or a mark between."""
    return item.kind == "place" or item.text in _PARTED or (item.kind == "word" and item.text[0].isupper())


def bears_its_day(scene: Scene, told_of: Container[str | None]) -> Iterator[tuple[Told, list[Draft]]]:
    """ "The Treaty on A (2 April 1997)": what bears a day was signed on it, where its sentence tells no other."""
    for k, item in enumerate(scene.clauses.items if scene.lang == "en" else ()):
        id_ = item.ids[0] if item.label == "TREATY" and len(item.ids) == 1 else ""
        kind = "signed" if id_.startswith(SIGNED) else "adopted" if id_.startswith(_ADOPTED) else ""
        date = _own_day(scene, k, id_) if kind and id_ not in told_of and _has_title(item) else None
        day = (date.edtf or "") if date is not None else ""
        # A name that bears another day than the instrument is not that instrument's.
        if len(day) >= _MONTH and scene.tables.starts.get(id_, day).startswith(day):
            told = Told(Trigger(kind, "state", k, k, k, 0, 0), Form("active"), POLARITIES[0], date)
            yield told, [Draft(kind, id_, scene.tables.body_of(id_), k)]


def _has_title(item: Item) -> bool:
    """Not "the Protocol", which only says again what has been told."""
    return item.kind == "name" and " " in item.text.strip()


def _own_day(scene: Scene, k: int, id_: str) -> Mention | None:
    """The day in parentheses behind the name; "of" and a day only say which paper is meant."""
    behind = scene.clauses.items[k + 1 : k + 1 + _NEXT]
    if len(behind) == _NEXT and behind[1].kind == "date" and behind[0].text == _OPENS:
        return behind[1].mention
    return scene.days(k).get(id_)
