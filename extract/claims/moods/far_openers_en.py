"""A trigger in its English sentence in, what a "whether" or "neither" before a long subject makes of it out."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.subjunctive_en import wished

_WHETHER, _NEITHER, _NOR, _COMMA = "whether", "neither", "nor", ","
_PAIR, _NEAR, _LONGEST = 2, 3, 24
# A participle that describes the subject has one of these behind it: "the courts provided for in the treaty".
_DESCRIBED = frozenset({"for", "by", "in", "under", "at", "with", "to"})
_FINITE = frozenset({"active", "passive"})
# What opens a clause of its own.
_OPENING = frozenset({"when", "while", "as", "that", "because", "after", "before", "until", "since", "if", "though"})


def opened_far(trigger: Trigger, clauses: Clauses) -> Iterator[str]:
    """What opens the clause further off than other cues reach."""
    if clauses.lang == "en":
        yield from _asked_whether(trigger, clauses)
        yield from _neither_did(trigger, clauses)
        yield from wished(trigger, clauses)


def _asked_whether(trigger: Trigger, clauses: Clauses) -> Iterator[str]:
    """ "Whether A, an organ of the new B, is the successor of C is disputed": the aside does not close the clause."""
    at = _opener(clauses.items, trigger.first, _WHETHER)
    aside = _aside(clauses.items, at, trigger.first) if at is not None else ()
    if at is not None and aside and aside[0] - at > 1:
        yield "hypothetical"


def _neither_did(trigger: Trigger, clauses: Clauses) -> Iterator[str]:
    """ "Neither A nor the B provided for in the treaty has ever been formed": no verb of another clause between."""
    items, first = clauses.items, trigger.first
    at = _opener(items, first, _NEITHER)
    finite = trigger in clauses.forms and clauses.forms[trigger].voice in _FINITE
    if at is None or not finite or (at and items[at - 1].kind != "mark" and not clauses.joins(at - 1)):
        return
    aside = _aside(items, at, first)
    between = [k for k in range(at + 1, first) if not (aside and aside[0] <= k <= aside[-1])]
    told = any(k in clauses.verbs and items[k + 1].norm not in _DESCRIBED for k in between)
    if not (told or any(_parts(clauses, k) for k in between)):
        yield "negated"


def _parts(clauses: Clauses, k: int) -> bool:
    """Whether another clause begins there."""
    item = clauses.items[k]
    joined = clauses.joins(k) and item.norm != _NOR
    return item.kind == "mark" or item.norm in _OPENING or joined or clauses.relates(k)


def _opener(items: Sequence[Item], first: int, word: str) -> int | None:
    return next((k for k in range(first - 1, max(-1, first - _LONGEST), -1) if items[k].norm == word), None)


def _aside(items: Sequence[Item], at: int, first: int) -> Sequence[int]:
    """The two commas around an insertion that ends right before the verb."""
    commas = [k for k in range(at, first + 1) if items[k].text == _COMMA]
    return commas if len(commas) == _PAIR and first - commas[-1] < _NEAR else ()
