"""The dates of a Russian sentence in, those that a clause with «когда» and its main clause share out."""

from collections.abc import Iterator, Mapping

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_WHEN, _PARTS = "когда", frozenset({";"})
# What was not yet, or had been before, was not then.
_OTHERWISE = frozenset({"не", "еще", "уже", "давно", "ранее", "прежде", "раньше", "до"})
_VOICES = frozenset({"active", "passive"})


def told_when(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "A arose on X as B, when C signed D", "when on X A was signed, B arose": both happened on X."""
    more: dict[Trigger, int] = {}
    at = next((k for k, i in enumerate(clauses.items) if i.norm == _WHEN), None) if clauses.lang == "ru" else None
    if at is None:
        return more
    for left, right in _pairs(clauses, forms, at):
        if (left in found) == (right in found) or _apart(clauses, left, right):
            continue
        owner, other = (left, right) if left in found else (right, left)
        # A date behind "when" is that of its clause; only one before it is of both.
        if owner is left or other.first > at:
            more[other] = found[owner]
    return more


def _pairs(clauses: Clauses, forms: Mapping[Trigger, Form], at: int) -> Iterator[tuple[Trigger, Trigger]]:
    """The last verb before "when" and the first behind it, or the verb of its clause and that of the next one."""
    told = sorted((t for t in forms if t.form == "verb" and forms[t].voice in _VOICES), key=lambda t: t.first)
    before, behind = [t for t in told if t.last < at], [t for t in told if t.first > at]
    if before and behind and clauses.verbs.isdisjoint(range(at, behind[0].first)):
        yield before[-1], behind[0]
    elif not before and len(behind) > 1:
        comma = next((k for k in range(behind[0].last, behind[1].first) if clauses.items[k].text == ","), None)
        if comma is not None and clauses.verbs.isdisjoint(range(at, behind[0].first)):
            yield behind[0], behind[1]


def _apart(clauses: Clauses, left: Trigger, right: Trigger) -> bool:
    """A semicolon, another date, "not yet" or a turn of the thought stands between the two or right before one."""
    near = [*clauses.items[max(0, left.first - 2) : left.first], *clauses.items[left.last + 1 : right.last + 1]]
    turned = any(i.norm in _OTHERWISE or i.text in _PARTS for i in near)
    opened = next(k for k, i in enumerate(clauses.items) if i.norm == _WHEN)
    own = [i for i in clauses.items[max(opened, left.last) : right.last + 3] if i.kind == "date"]
    return turned or bool(own) or clauses.turns_later(left.last + 1, left.last + 1)
