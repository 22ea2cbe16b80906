"""The dates of Russian triggers in, those that the next predicate of the same subject shares, and does not, out."""

from collections.abc import Mapping
from itertools import pairwise

from extract.claims.datings.shared_dates import in_front
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import DASHES
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.russian import is_acting, is_case, told_of

_SPOKEN, _PASSIVE, _NOUN, _PARTICIPLE = frozenset({"active", "passive"}), "passive", "noun", "participle"
# What ends a state did not do so on the day on which it began.
_ENDING, _STEPS = ("withdrew", "terminated", "suspended"), ("acceded", "membership", "observer")
_AND, _COUNTRY, _COMMA = "и", "COUNTRY", ","
# "At the same time", unless somebody or something follows with whom it was.
_AT_ONCE, _THEN, _SAME = "одновременно", frozenset({"тогда", "там", "тут"}), "же"
_WITH, _BACK = frozenset({"с", "со"}), 3
# Who gets something: behind "for", or a participle in the dative.
_FOR, _TO = "для", ("шим", "шему", "шимся", "шемуся")


def next_predicates(
    clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]
) -> dict[Trigger, int]:
    """ "In June A was taken into B, became a member of C", "on D was announced the founding of A and adopted T"."""
    more: dict[Trigger, int] = {}
    order = sorted(forms, key=lambda t: t.first) if clauses.lang == "ru" and len(forms) > 1 else []
    for left, right in pairwise(order):
        at = found.get(left, more.get(left))
        if at is None or right in found or at > left.first or forms[left].mood != forms[right].mood:
            continue
        if not _goes_on(clauses, left, right) or right.frame.startswith(_ENDING):
            continue
        done = _same_actor(clauses, forms, (left, right)) or _done_too(clauses, forms, (left, right), at)
        if done or _steps_on(forms, left, right):
            more[right] = at
    return more


def at_once(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "Having joined A on X, B left C at the same time", «вступила в A и одновременно вышла из C»."""
    more: dict[Trigger, int] = {}
    order = sorted(forms, key=lambda t: t.head) if clauses.lang == "ru" and len(forms) > 1 else []
    for left, right in pairwise(order):
        at = found.get(left, more.get(left))
        if at is not None and right not in found and right.form == "verb" and _says_at_once(clauses, left, right):
            more[right] = at
    return more


def _says_at_once(clauses: Clauses, left: Trigger, right: Trigger) -> bool:
    items = clauses.items
    for k in range(max(left.head + 1, right.head - _BACK), right.head):
        then = items[k].norm in _THEN and items[k + 1].norm == _SAME
        if then or (items[k].norm == _AT_ONCE and items[k + 1].norm not in _WITH):
            return True
    return False


def _goes_on(clauses: Clauses, left: Trigger, right: Trigger) -> bool:
    """Right behind a comma or "and", with nothing between but what the first verb holds, and no word for "later"."""
    before = clauses.items[right.first - 1]
    if before.text in DASHES and right.first > 1:
        before = clauses.items[right.first - 2]
    between = range(left.last + 1, right.first)
    if before.text != _COMMA and before.norm != _AND:
        return False
    told = any(k in clauses.verbs or clauses.items[k].text in ";:" for k in between)
    return not told and not clauses.turns_later(left.last + 1, right.last + 1)


def _steps_on(forms: Mapping[Trigger, Form], left: Trigger, right: Trigger) -> bool:
    """Two steps of one country, each a verb of its own."""
    spoken = forms[left].voice in _SPOKEN and forms[right].voice in _SPOKEN and not forms[left].mood
    return spoken and left.frame.startswith(_STEPS) and right.frame.startswith(_STEPS) and right.form == "verb"


def _same_actor(clauses: Clauses, forms: Mapping[Trigger, Form], pair: tuple[Trigger, Trigger]) -> bool:
    """ "On D the summit founded A, adopted B and gave C its status": verbs of one gender in a row have one subject."""
    left, right = (told_of(clauses.items[t.head].norm) for t in pair)
    plain = all(forms[t].voice == "active" and t.form == "verb" and t.first == t.head for t in pair)
    return plain and bool(left - {None}) and left == right


def _done_too(clauses: Clauses, forms: Mapping[Trigger, Form], pair: tuple[Trigger, Trigger], at: int) -> bool:
    """A date in front is of the verb that governs a noun, and of the passive that "and" joins to that verb."""
    left, right = pair
    joined = clauses.items[right.first - 1].norm == _AND and forms[right].voice == _PASSIVE
    governed = forms[left].voice == _NOUN and any(at < k < left.first for k in clauses.verbs)
    return joined and governed and in_front(clauses, at)


def described_aside(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    """ "On X A, having joined B, opened its border", "until X for A, which joined B": X is not of the participle."""
    items, first = clauses.items, trigger.first
    described = first > 1 and items[first - 1].text == _COMMA and items[first - 2].label == _COUNTRY
    if form.voice != _PARTICIPLE or not described or k >= first - 2 or not is_acting(items[trigger.head].norm):
        return False
    if not _in_nominative(items[first - 2].text):
        # "The act on the accession of A, which became a member, takes effect": only whom something is for is beside it.
        return _receives(clauses, trigger)
    closed = next((n for n in range(trigger.last + 1, len(items)) if items[n].text == _COMMA), len(items))
    return any(n in clauses.verbs for n in range(closed + 1, len(items))) and not any(
        n in clauses.verbs for n in range(k + 1, first - 1)
    )


def _receives(clauses: Clauses, trigger: Trigger) -> bool:
    """ "Relief for A, who joined B", «дать A, вступившему в B, время»."""
    items, at = clauses.items, trigger.first - 2
    given = items[trigger.head].norm.endswith(_TO) and is_case(items[at].text.split()[-1], "datv")
    return given or (at > 0 and items[at - 1].norm == _FOR)


def _in_nominative(name: str) -> bool:
    return is_case(name.split()[-1], "nomn")
