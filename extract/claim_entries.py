"""An entry of an English chronicle in, what it tells without a verb out: "2014, 29 May: Astana, Treaty on the EAEU"."""

from collections.abc import Iterator

from extract.claim_items import DASHES, Item
from extract.scene import Draft, Scene, Told
from extract.triggers import Trigger
from extract.verb_forms import Form
from kb.model import POLARITIES

_LEAST, _PARTED, _CLOSING = 2, frozenset({",", ".", ":", "–", "—"}), frozenset({",", ".", ";", "("})
# Papers that are signed; codes and the like are adopted.
_SIGNED = ("treaty-", "agreement-", "protocol-", "convention-", "charter-", "declaration-", "act-", "pact-")


def entered(scene: Scene) -> Iterator[tuple[Told, list[Draft]]]:
    """The paper that an entry only names was signed on its date."""
    items = scene.clauses.items
    at = _paper(scene) if scene.lang == "en" else None
    ids = [id_ for id_ in scene.ids(at)[:1] if id_.startswith(_SIGNED)]
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
