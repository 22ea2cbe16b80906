"""An English "neither", "both" or "none of these bodies" that is joined or left in, the bodies that are meant out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring

_TOWARDS = frozenset({"to", "of", "from", "in", "into", "with", "outside"})
_NONE, _OF, _THOSE, _THEM = "none", "of", frozenset({"these", "those", "the"}), frozenset({"them", "these", "those"})
_BACK, _TWO, _MOST, _GOING_ON = 3, 2, 4, frozenset({"in", "until", "and", "but"})
# What has members of its own kind, but is no body that "these bodies" means.
_NARROW = ("bank", "fund", "court", "academ", "secretar", "assembl", "committ", "council of")


def joined_goals(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "A belonged to neither", "B left both in 2009", "C was a member of none of these bodies"."""
    norm = items[k].norm
    if lang != "en" or (norm not in words.pairing and norm != _NONE) or not _is_goal(items, k, words):
        return None
    named = [i for i in items[:k] if i.kind == "name" and i.label == "ORG"]
    here = tuple(dict.fromkeys(id_ for i in named for id_ in i.ids))
    if norm == _NONE:
        told = here if len(here) >= _TWO else memory.bodies(items[k].start)
        ids = tuple(b for b in told if not any(memory.is_called(b, (kind,)) for kind in _NARROW))
        return referring(items[k], "ORG", ids) if _TWO <= len(ids) <= _MOST and _of_bodies(items, k, words) else None
    if not (_ends(items, k + 1) or _of_bodies(items, k, words)):
        return None
    ids = here[-_TWO:] if len(here) >= _TWO else memory.two_bodies(items[k].start)
    return referring(items[k], "ORG", ids) if ids else None


def _is_goal(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """Behind what is said of members: "joined", "belonged to", "a member of"."""
    before = [i.norm for i in items[max(0, k - _BACK) : k]]
    if before and before[-1] in _TOWARDS:
        before.pop()
    return bool(before) and before[-1] in words.entering


def _of_bodies(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "… of these organizations", "… of them" behind it."""
    behind = [i.norm for i in items[k + 1 : k + 4]]
    if len(behind) < _TWO or behind[0] != _OF:
        return False
    if behind[1] in _THEM and _ends(items, k + 3):
        return True
    return behind[1] in _THOSE and len(behind) > _TWO and behind[2] in words.paired


def _ends(items: Sequence[Item], at: int) -> bool:
    """No noun follows: a mark, a date, or the end."""
    return at >= len(items) or items[at].kind in {"mark", "date"} or items[at].norm in _GOING_ON


def of_last_paper(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "They signed the Treaty on A; B entered it in December": a part of another body, where its treaty came last."""
    here = [i for i in items[:k] if i.kind == "name" and i.label in {"ORG", "TREATY"} and i.ids]
    if here:
        return memory.founded(here[-1].ids[0]) if here[-1].label == "TREATY" else None
    told = [
        (rows[-1][0], label, rows[-1][1]) for label in ("ORG", "TREATY") if (rows := _last(memory, label, items[k]))
    ]
    _, label, id_ = max(told, default=(0, "", ""))
    return memory.founded(id_) if label == "TREATY" else None


def _last(memory: Memory, label: str, item: Item) -> list[tuple[int, str]]:
    return memory.last_named(label, item.start)
