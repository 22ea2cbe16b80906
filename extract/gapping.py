"""A claim and its sentence in, further subjects with dates of their own out: "A joined in 1999, B in 2000"."""

from collections.abc import Iterator

from extract.clauses import Clauses
from extract.scene import Draft, Told
from kb.model import Mention

_BOUNDS = frozenset(",;")
_STOPS = frozenset(".:!?")
_LONGEST = 16


def gapped(clauses: Clauses, told: Told, draft: Draft) -> Iterator[tuple[int, Mention]]:
    """Items that repeat the part of the subject, each with its own date, where the verb is left out."""
    if draft.item < 0:
        return
    label = clauses.items[draft.item].label
    ends = (told.trigger.first, told.trigger.last, draft.item, told.date_item)
    if clauses.lang == "kk":
        steps = range((draft.item if told.date_item < 0 else min(draft.item, told.date_item)) - 1, -1, -1)
    else:
        steps = range(max(ends) + 1, len(clauses.items))
    yield from _walk(clauses, label, steps)


def _walk(clauses: Clauses, label: str, steps: range) -> Iterator[tuple[int, Mention]]:
    name: int | None = None
    date: Mention | None = None
    bounded = False
    pending: list[tuple[int, Mention]] = []
    for count, k in enumerate(steps):
        item = clauses.items[k]
        if (item.kind == "mark" and item.text in _BOUNDS) or clauses.joins(k):
            bounded = True
            yield from pending
            pending = []
            if name is not None and date is None and count > _LONGEST:
                return
        elif item.kind == "mark" and item.text in _STOPS:
            break
        elif k in clauses.verbs or (clauses.held.get(k) and clauses.held[k].form != "noun"):
            return
        elif item.kind == "name" and item.label == label:
            if name is not None or not bounded:
                return
            name = k
        elif item.kind == "date":
            date = item.mention
        if name is not None and date is not None:
            pending.append((name, date))
            name, date = None, None
    yield from pending
