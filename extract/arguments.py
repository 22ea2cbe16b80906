"""A trigger among its items in, the names that fill its slots out: the nearest in grammar, of the right label."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.claim_items import Item
from extract.clauses import Clauses
from extract.tokens import fold
from extract.triggers import Trigger
from extract.verb_forms import Form

# Beyond this an argument belongs to another clause.
FAR = 12.0
_WRONG_SIDE = {"en": 4.0, "ru": 1.2, "kk": 9.0}
_REF, _MISMARKED, _MARKED = 1.0, 3.0, -2.0
_ADJACENT = 2
# Letters folded: a possessive in the locative.
_OWNED_PLACE = ("ында", "инде", "сында", "синде")
_UNMARKED, _TOUCHING, _HELD, _NAMELESS, _NEARBY = 5.0, 0.4, 12.0, 1.0, 3.0


@dataclass(frozen=True, slots=True)
class Slot:
    """Whom to look for. `side`: before, after or any; `marks`: prepositions or cases that speak for it, `bars` against.

    `strict`: a barred name never, and one neither marked nor next to the trigger hardly fills it.
    """

    labels: frozenset[str]
    side: str = "any"
    marks: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class CaseWords:
    """Kazakh case -> endings (folded); words that may stand between a preposition and its name."""

    cases: Mapping[str, tuple[str, ...]]
    skipped: frozenset[str]
    framing: frozenset[str]
    bare: tuple[str, ...] = ()


def case_words(table: Mapping[str, Sequence[str] | Mapping[str, Sequence[str]]]) -> CaseWords:
    """`table` is data/LANG/arguments.yml."""
    cases = table.get("cases") or {}
    rows = cases.items() if isinstance(cases, Mapping) else ()
    return CaseWords(
        {case: tuple(map(fold, endings)) for case, endings in rows},
        frozenset(map(fold, table.get("skipped") or ())),
        frozenset(map(fold, table.get("framing") or ())),
        tuple(map(fold, table.get("bare") or ("\n",))),
    )


class Arguments:
    """The names of one sentence as candidates for the slots of its triggers."""

    def __init__(self, clauses: Clauses, words: CaseWords) -> None:
        self.clauses = clauses
        self._words = words
        self._marks = {k: self._marked(k) for k, i in enumerate(clauses.items) if i.kind in {"name", "ref"}}

    def best(
        self, trigger: Trigger, form: Form, slot: Slot, without: Iterable[int] = (), far: float = FAR
    ) -> int | None:
        """The item that fills the slot best, None where none is near enough."""
        scored = [
            (self.score(trigger, form, slot, k), k)
            for k, marks in self._marks.items()
            if k not in without
            and self.clauses.items[k].label in slot.labels
            and not marks & self._words.framing
            and not (slot.strict and marks & slot.bars and not marks & slot.marks)
        ]
        cost, found = min(scored, default=(far, -1))
        return found if cost < far else None

    def score(self, trigger: Trigger, form: Form, slot: Slot, k: int) -> float:
        """Distance, side, prepositions and cases put together; the smaller the better."""
        clauses = self.clauses
        cost = clauses.cost(trigger, k)
        if clauses.held.get(k, trigger) is not trigger:
            cost += _HELD
        side = self._side(trigger, form, slot)
        if side != "any" and not trigger.first <= k <= trigger.last and (k > trigger.last) != (side == "after"):
            cost += _WRONG_SIDE[clauses.lang]
        if clauses.items[k].kind == "ref":
            cost += _REF if clauses.items[k].members else _NAMELESS if cost < _NEARBY else FAR
        marks = self._marks[k]
        if marks & slot.marks:
            cost += _MARKED
        if marks & slot.bars:
            cost += _MISMARKED
        elif slot.strict and not marks & slot.marks and clauses.cost(trigger, k) > _TOUCHING:
            cost += _UNMARKED
        return cost

    def marks(self, k: int) -> frozenset[str]:
        return self._marks[k]

    def _side(self, trigger: Trigger, form: Form, slot: Slot) -> str:
        if self.clauses.lang == "kk" and form.voice == "participle":
            return "any"
        return slot.side

    def _marked(self, k: int) -> frozenset[str]:
        """The preposition before a name, its Kazakh case behind a dot."""
        items = self.clauses.items
        found = set()
        at = k - 1
        while at >= 0 and k - at <= _ADJACENT + 3 and items[at].norm in self._words.skipped:
            found.add(items[at].norm)
            at -= 1
        if at >= 0 and items[at].kind == "word":
            found.add(items[at].norm)
        if self._words.cases:
            found.update(self._cases(items[k]))
            if k + 1 < len(items) and items[k + 1].kind == "word":
                found.add(items[k + 1].norm)
            if ".genitive" in found and self._is_venue(k):
                found.add(".within")
        return frozenset(found)

    def _is_venue(self, k: int) -> bool:
        """ "At the Assembly's session": a noun in the locative owns the Kazakh name before it."""
        following = [i for i in self.clauses.items[k + 1 : k + 5] if i.kind != "mark" and not i.norm.isdigit()][:1]
        return any(i.kind == "word" and i.norm.endswith(_OWNED_PLACE) for i in following)

    def _cases(self, item: Item) -> Iterable[str]:
        word = fold(item.text).split()[-1] if item.text.split() else ""
        if word.endswith(self._words.bare):
            return
        for case, endings in self._words.cases.items():
            if word.endswith(endings):
                yield f".{case}"
