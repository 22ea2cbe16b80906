"""Dates of some triggers of a sentence in, what others share of them out: converbs, coordinated verbs, relatives."""

from collections.abc import Mapping
from itertools import pairwise

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.endings_kk import ATTRIBUTIVE
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.russian import is_case, is_part
from extract.language.tokens import fold

_APART = frozenset({"noun", "participle"})
# What ends a state did not do so on the day on which it began.
_ENDING = ("withdrew", "terminated", "suspended")
_BASE_FAR = 5.0
# So near before "when" stands the date that it takes up.
_WHEN_NEAR = 12
# Endings of a Kazakh date that describes a noun, letters folded.
_AND_THEN = frozenset({"да", "де", fold("және")})
_BY, _BY_CASE, _SIGNED = ("мен",), ("мен", "бен", "пен"), "signed"


def on_base(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "On the basis of A, B was created on X": what was built on and what was built have one date."""
    more: dict[Trigger, int] = {}
    if clauses.lang == "kk":
        return more
    for base in (t for t in forms if t.frame.endswith(".on")):
        built = [t for t in forms if t.frame.startswith("established") and clauses.cost(t, base.first) < _BASE_FAR]
        if len(built) == 1 and (base in found) != (built[0] in found):
            owner, other = (base, built[0]) if base in found else (built[0], base)
            more[other] = found[owner]
        elif len(built) == 1 and base in found and _of_aside(clauses, base, found[base]):
            more[base] = found[built[0]]
    return more


def _of_aside(clauses: Clauses, base: Trigger, k: int) -> bool:
    """ "Created on D on the basis of A, which had worked since 1995": behind the comma A is told of."""
    return any(clauses.items[n].text == "," for n in range(base.last + 1, k))


def chained(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """A Kazakh converb and the verb behind it tell one event: its date is the other's, unless a word says later."""
    more: dict[Trigger, int] = {}
    order = sorted(forms, key=lambda t: t.first) if clauses.lang == "kk" else []
    for left, right in pairwise(order):
        at = found.get(left, more.get(left))
        by_paper_kk = _by_its_paper(clauses, left)
        apart = forms[right].voice in _APART and not by_paper_kk
        if (
            at is None
            or _describes(clauses, at)
            or right in found
            or not (by_paper_kk or _leads(clauses, left, forms[left]))
            or apart
        ):
            continue
        if right.form != "state" and not clauses.turns_later(left.last + 1, right.first):
            more[right] = at
    return more


def _describes(clauses: Clauses, date: int) -> bool:
    """ "2014 жылғы 29 мамырдағы шартқа": the day of the paper, and of no other verb than that of its signing."""
    return clauses.items[date].norm.endswith(ATTRIBUTIVE)


def _by_its_paper(clauses: Clauses, trigger: Trigger) -> bool:
    """ "Founded by the agreement that A and B signed on D": the Kazakh instrumental of what was signed that day."""
    papers = clauses.items[trigger.last : trigger.last + 2] if trigger.frame == _SIGNED else ()
    return any(i.label == "TREATY" and fold(i.text).endswith(_BY_CASE) for i in papers)


def _leads(clauses: Clauses, trigger: Trigger, form: Form) -> bool:
    """A Kazakh converb, or a verbal noun in the instrumental ("with its entry into force")."""
    noun = form.voice == "noun" and clauses.items[trigger.head].norm.endswith(_BY)
    # "Кірді де, атауы өзгерді": a joint behind the past.
    behind = clauses.items[trigger.last + 1 : trigger.last + 2]
    joint = form.voice == "active" and trigger.form == "verb" and any(i.norm in _AND_THEN for i in behind)
    return form.voice == "converb" or noun or joint


def coordinated(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "On X, A signed B and joined C": the date in front is that of both verbs, unless something says later."""
    more: dict[Trigger, int] = {}
    order = [t for t in sorted(forms, key=lambda t: t.first) if forms[t].voice not in _APART and t.form == "verb"]
    for left, right in pairwise(order if clauses.lang != "kk" else []):
        at = found.get(left, found.get(right))
        if at is None or (left in found and right in found):
            continue
        if left in found and _trails(clauses, left, right, forms[right]):
            more[right] = at
        if at > left.first or not in_front(clauses, at):
            continue
        if right.frame.startswith(_ENDING) and not (clauses.lang == "ru" and left.frame.startswith(_ENDING)):
            continue
        end = next(
            (k for k in range(right.last, len(clauses.items)) if clauses.items[k].text == ";"), len(clauses.items)
        )
        if _joined(clauses, left.last + 1, right) and not clauses.turns_later(left.last + 1, end):
            more[right if left in found else left] = at
    return more


def _trails(clauses: Clauses, left: Trigger, right: Trigger, form: Form) -> bool:
    """ "A began on D, replacing B": a participle or Russian converb behind a comma tells what the verb before did."""
    trailing = form.voice == "converb" and right.first > 0 and clauses.items[right.first - 1].text == ","
    return trailing and not any(k in clauses.verbs for k in range(left.last + 1, right.first))


def relative(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "In 1998, when A was admitted", "in 1999, when it joined": a clause that tells what else happened then."""
    more: dict[Trigger, int] = {}
    for trigger in (t for t in forms if t not in found and forms[t].voice != "noun"):
        when = next((k for k in range(trigger.first, 0, -1) if clauses.items[k].norm in clauses.whens), None)
        if when is None or (
            any(k in clauses.verbs for k in range(when + 1, trigger.first)) and not clauses.leans(trigger.first)
        ):
            continue
        before = range(when - 1, max(-1, when - _WHEN_NEAR), -1)
        at = next((k for k in before if clauses.items[k].kind == "date" or k in clauses.verbs), None)
        if at is not None and clauses.items[at].kind == "date" and clauses.items[at].mention:
            more[trigger] = at
    return more


def _joined(clauses: Clauses, first: int, right: Trigger) -> bool:
    """ "… and joined", "… and the B began": a joint with nothing but the next subject, or none, behind it."""
    joints = [k for k in range(first, right.first) if clauses.joins(k)]
    held = range(joints[-1] + 1, right.first) if joints else ()
    alone = sum(_is_subject(clauses, k) for k in held) == 1 and clauses.verbs.isdisjoint(held)
    return bool(joints) and (alone or clauses.leans(right.first))


def _is_subject(clauses: Clauses, k: int) -> bool:
    """A name, or a noun for one: "… and the forum took a second U into its name", «и блок распался»."""
    said = clauses.lang == "ru" or (clauses.lang == "en" and clauses.items[k - 1].norm == "the")
    return clauses.items[k].kind == "name" or (clauses.items[k].kind == "ref" and said)


def shared(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "signed and ratified on X": verbs joined without a mark between them share the date of the other."""
    more: dict[Trigger, int] = {}
    order = sorted(forms, key=lambda t: t.first)
    for left, right in pairwise(order):
        if (left in found) == (right in found) or {forms[left].voice, forms[right].voice} & _APART:
            continue
        # "Left A and joined B on X": what a Russian verb holds behind it is between them too.
        between = clauses.items[(left.head if clauses.lang == "ru" else left.last) + 1 : right.first]
        if clauses.lang == "ru" and (forms[left].mood != forms[right].mood or _complete(clauses, found, left, right)):
            continue
        if clauses.lang == "kk" and clauses.turns_later(left.last + 1, right.first):
            continue
        if len(clauses.items[left.last + 1 : right.first]) <= 4 and not any(
            i.kind in {"mark", "name", "date"} for i in between
        ):
            owner, other = (left, right) if left in found else (right, left)
            more[other] = found[owner]
    return more


def _complete(clauses: Clauses, found: Mapping[Trigger, int], left: Trigger, right: Trigger) -> bool:
    """ "Ratified by three parliaments and took effect on X": a noun of its own closes what the first verb tells."""
    behind = right in found and found[right] > right.head and left.form == "verb"
    words = [i.norm for i in clauses.items[left.head + 1 : right.first] if i.kind == "word"]
    return behind and any(is_case(w, "ablt") and is_part(w, "NOUN") for w in words)


def in_front(clauses: Clauses, k: int) -> bool:
    """Nothing but adverbs before it, in English since the last semicolon."""
    begun = (
        next((n + 1 for n in range(k - 1, -1, -1) if clauses.items[n].text == ";"), 0) if clauses.lang == "en" else 0
    )
    return not any(clauses.items[n].kind in {"name", "ref"} or n in clauses.verbs for n in range(begun, k))
