"""An English claim of membership in, who is in what further on where the verb is left out: "…, and B the C in 2004"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Draft, Scene, Told
from kb.model import Mention

_JOINTS = frozenset({"and", "while", "but", "whereas", "then"})
# Between the country, the body and the date stand such words alone.
_TOWARDS = frozenset({"of", "to", "in", "from", "at", "into", "only", "with"})
_WHEN = frozenset({"in", "on", "since", "from", "by", "only"})
_ALONE = frozenset({"alone", "only", "too", "itself"})
_CLOSED = frozenset({",", ";", "."})


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a country and its body stand, and the date between or behind them."""

    country: int
    body: int
    date: Mention | None


def pairs_behind(scene: Scene, told: Told, made: Sequence[Draft]) -> list[Pair]:
    """ "A joined B in 1999, C the D in 2004 and E the F": each country with a body of its own."""
    if scene.lang != "en" or not made or made[0].type not in MEMBER_TYPES or told.form.voice == "noun":
        return []
    items, found = scene.clauses.items, list[Pair]()
    at = max(told.trigger.last, *(d.item for d in made)) + 1
    while at < len(items):
        begun = _begun(scene, at)
        pair = _pair(scene, begun) if begun else None
        if pair is None or begun is None:
            at += 1
            if found or (at - 1) in scene.clauses.verbs:
                break
            continue
        found.append(pair[0])
        at = pair[1]
    return found


def of_pairs(scene: Scene, made: Sequence[Draft], pairs: Sequence[Pair]) -> Iterator[Draft]:
    """The claim again for each of the pairs."""
    for pair in pairs:
        for body_id in [scene.tables.root(id_) for id_ in scene.ids(pair.body)[:1]]:
            for id_ in scene.ids(pair.country):
                if id_ != body_id:
                    yield replace(
                        made[0], subject_id=id_, object_id=body_id, item=pair.country, date=pair.date, participants=()
                    )


def _begun(scene: Scene, at: int) -> int | None:
    """Where a country stands right behind a mark or joint there."""
    items, k = scene.clauses.items, at
    while k < len(items) and (items[k].text in {",", ";"} or items[k].norm in _JOINTS):
        k += 1
    k += k > at and k < len(items) and items[k].norm in ARTICLES
    named = at < k < len(items) and items[k].label == "COUNTRY" and items[k].kind == "name"
    return k if named else None


def _pair(scene: Scene, country: int) -> tuple[Pair, int] | None:
    """The body behind the country and the date behind that, with nothing else up to the next mark or joint."""
    items = scene.clauses.items
    k = _past(scene, country + 1, _TOWARDS)
    named = k < len(items) and items[k].label == "ORG" and bool(items[k].ids)
    if not named or not (items[k].kind == "name" or items[k].norm in scene.clauses.latter):
        return None
    body, k = k, _past(scene, k + 1, _WHEN)
    k += k < len(items) and items[k].norm in _ALONE
    date = items[k].mention if k < len(items) and items[k].kind == "date" else None
    end = k + 1 if date is not None else k
    closed = end >= len(items) or items[end].text in _CLOSED or items[end].norm in _JOINTS
    return (Pair(country, body, date), end) if closed else None


def _past(scene: Scene, k: int, words: frozenset[str]) -> int:
    items = scene.clauses.items
    while k < len(items) and (items[k].norm in words or items[k].norm in ARTICLES) and k not in scene.clauses.verbs:
        k += 1
    return k
