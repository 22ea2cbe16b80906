"""A trigger of signing or the like in its sentence in, papers that are only changed, decided on or drafted, out."""

from collections.abc import Sequence

from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.scene import Scene, Told

_TO = "to"
_AMENDING = frozenset({"amending", "modifying", "supplementing", "revising", "updating", "extending", "prolonging"})
# "Was adopted under A", "pursuant to A", "in accordance with A".
_UNDER = frozenset({"under"})
_BASED = {"to": frozenset({"pursuant", "according"}), "with": frozenset({"accordance", "line"})}
_ADOPTED, _DRAFTS, _OF = "adopted", ("проект", "draft"), "of"
_ABOUT, _DECISIONS = (
    frozenset({"on", "about", "о", "об"}),
    ("decision", "resolution", "решени", "постановлени", "резолюци"),
)


def amended(scene: Scene, told: Told) -> list[int]:
    """ "The protocol on changes to A was signed": not A, unless a Kazakh participle before A tells of it."""
    items, changes = scene.clauses.items, scene.anaphors.changes
    named = [k for k, i in enumerate(items) if i.label == "TREATY"]
    behind = [(k, k - 1 - (items[k - 1].norm in ARTICLES)) for k in named if k > 1]
    decided = [
        k for k, at in behind if told.trigger.frame == _ADOPTED and (_decided_on(items, at) or _drafted(items, k))
    ]
    if scene.lang == "en":
        changed = (k for k, at in behind if _changed(items, at, changes))
        return [*decided, *changed, *(k for k, at in behind if _based(items, at) and not _led(scene, told, k))]
    if scene.lang == "ru":
        return decided
    described = told.form.voice == "participle"
    own = next((k for k in range(told.trigger.last + 1, len(items)) if described and items[k].kind == "name"), -1)
    return [k for k in named if k != own and k + 1 < len(items) and items[k + 1].norm.startswith(changes)]


def _decided_on(items: Sequence[Item], at: int) -> bool:
    """ "The decision on A was adopted", «решение об А, решение о котором принято»: of the paper it is only about."""
    return items[at].norm in _ABOUT and items[at - 1].norm.startswith(_DECISIONS)


def _drafted(items: Sequence[Item], k: int) -> bool:
    """ "The draft of A was approved", «проект А одобрен»: a draft is not what it is to become."""
    return items[k - 1].norm.startswith(_DRAFTS) or any(i.norm.startswith(_DRAFTS) for i in _governing(items, k))


def _governing(items: Sequence[Item], k: int) -> Sequence[Item]:
    """The noun before an English "of the"."""
    at = k - 1 - (items[k - 1].norm in ARTICLES)
    return items[at - 1 : at] if at > 0 and items[at].norm == _OF else ()


def _changed(items: Sequence[Item], at: int, changes: tuple[str, ...]) -> bool:
    """ "Amendments to A", "a protocol to A", "a protocol amending A", "the protocol for amending A"."""
    return (items[at].norm == _TO and items[at - 1].norm.startswith(changes)) or items[at].norm in _AMENDING


def _based(items: Sequence[Item], at: int) -> bool:
    """ "Was adopted under A", "pursuant to A", "in accordance with A"."""
    return items[at].norm in _UNDER or (items[at].norm in _BASED and items[at - 1].norm in _BASED[items[at].norm])


def _led(scene: Scene, told: Told, k: int) -> bool:
    """ "Under A, signed in 1951, B was founded": an English participle right behind A tells of it all the same."""
    items, first = scene.clauses.items, told.trigger.first
    return k < first <= k + 3 and all(
        items[n].kind == "mark" or items[n].norm.endswith("ly") for n in range(k + 1, first)
    )
