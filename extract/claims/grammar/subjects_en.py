"""English countries before a verb in, those that act in a relative clause of their own out: none is its subject."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_BESIDE = ARTICLES | {"former", "old", "then"}
_COMPANY, _OPENS = frozenset({"with", "alongside", "like", "unlike", "except"}), 3
_KEPT = ("deposit", "lodg")
_DONE, _BY = "ed", "by"
# "Was invited by A to": so far in front stands the verb at least, and what was done to who then joins.
_INVITED = 4
_ASKED = frozenset(
    {"invited", "asked", "urged", "pressed", "encouraged", "persuaded", "allowed", "forced", "advised", "recommended",
     "convinced", "induced", "pushed", "told", "compelled", "led", "prompted", "permitted", "authorised", "authorized",
     "enabled", "supported", "backed", "helped", "called", "obliged", "requested", "pressured", "nominated"}
)  # fmt: skip
_GOES_ON = frozenset({"and", "but", "then"})
_GOVERNING = frozenset({"in", "of", "on", "against", "with", "from", "to", "between", "over", "for", "near", "into",
                        "towards", "toward", "inside", "across", "around", "after", "before", "at"})  # fmt: skip
_SUFFERED, _NOUN = frozenset({"passive", "participle"}), "noun"


def of_relatives(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "A, protesting at the deals that B and C had struck, left D": who struck them did not leave."""
    items, first = clauses.items, trigger.first
    named = [k for k in range(first) if items[k].label == "COUNTRY" and items[k].ids]
    for at in named[1:] if clauses.lang == "en" else ():
        relative = at - 1
        while relative and (items[relative].norm in ARTICLES or relative in named or clauses.adds(relative)):
            relative -= 1
        closing = next((k for k in range(at + 1, first) if items[k].text == ","), 0)
        acts = any(_is_verb(clauses, k) for k in range(at + 1, closing))
        if acts and _opens(clauses, relative) and not any(k > closing for k in named):
            yield at


def set_against(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "Seven joined, while A did not": behind "while" stands no subject of the verb before it."""
    items, last = clauses.items, trigger.last
    found = (k for k in range(last + 1, len(items)) if clauses.lang == "en" and items[k].norm in clauses.opposing)
    at = next(found, len(items))
    yield from (k for k in range(at, len(items)) if items[k].label == "COUNTRY")


def wholes(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "Two states that were part of A joined B", "three republics of the former A": A itself did not."""
    items = clauses.items
    for k in range(2, trigger.first if clauses.lang == "en" else 0):
        at = k - 1
        while at > 1 and items[at].norm in _BESIDE:
            at -= 1
        if items[k].label == "COUNTRY" and items[at].norm == "of" and items[at - 1].norm in clauses.pieces:
            yield k


def insertions(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "A joined B (together with C), and so left D": who is named beside in brackets is no subject of what is not.

    "Three states (A, B and C) joined": these are.
    """
    items = clauses.items
    if clauses.lang == "en" and not items[trigger.first].depth:
        held = (k for k in range(trigger.first) if items[k].depth and items[k].label == "COUNTRY")
        yield from (k for k in held if _in_company(items, k))
    elif clauses.lang == "en":
        # "A became a partner (becoming a member in 1986), and C joined": nor is what follows the bracket.
        behind = range(trigger.last + 1, len(items))
        yield from (k for k in behind if not items[k].depth and items[k].label == "COUNTRY")


def _in_company(items: Sequence[Item], k: int) -> bool:
    """Whether the brackets around it open with "with" or the like."""
    opened = next((n for n in range(k, -1, -1) if not items[n].depth), -1)
    return any(i.norm in _COMPANY for i in items[opened + 1 : k][:_OPENS])


def prompted(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "The S. was admitted in 1982, prompting A to leave": whom it made do something was not admitted."""
    items = clauses.items
    for k in range(trigger.last + 2, len(items) - 1 if clauses.lang == "en" else 0):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        made = items[at].norm.endswith("ing") and items[at - 1].text == "," and items[k + 1].norm == "to"
        if made and items[k].label == "COUNTRY":
            yield k


def inviting(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "A was invited by B and C to join D": who invited is not who joins."""
    items, first = clauses.items, trigger.first
    if clauses.lang != "en" or first < _INVITED or items[first - 1].norm != "to":
        return
    for k in range(2, first - 1):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        if items[k].label == "COUNTRY" and items[at].norm == _BY and items[at - 1].norm in _ASKED:
            yield k


def governed(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "A gave up its caution after the war in B and applied": a verb behind "and" has the subject of the first."""
    items, first = clauses.items, trigger.first
    if clauses.lang != "en" or first < _INVITED or items[first - 1].norm not in _GOES_ON or trigger.form == "noun":
        return
    named = [k for k in range(first - 1) if items[k].label == "COUNTRY" and items[k].kind == "name"]
    inside = [k for k in named if items[k - 1 - (items[k - 1].norm in ARTICLES)].norm in _GOVERNING and k]
    if named and named[0] not in inside:
        yield from inside


def depositaries(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "Deposited its instrument of accession to A with the government of B": who keeps the paper joins nothing."""
    items = clauses.items
    if clauses.lang == "en" and any(i.norm.startswith(_KEPT) for i in items[trigger.first : trigger.last]):
        at = next((k for k in range(trigger.last + 1, len(items)) if items[k].norm == "with"), len(items))
        yield from (k for k in range(at, len(items)) if items[k].label == "COUNTRY")


def agents_of_others(clauses: Clauses, trigger: Trigger, form: Form) -> Iterator[int]:
    """ "The fund managed by A – set up in 2009 – lends": who manages it was not set up."""
    items = clauses.items
    for k in range(2, trigger.first if form.voice in _SUFFERED else 0):
        at = k - 1 - (items[k - 1].norm in ARTICLES)
        managed = items[at].norm == _BY and at > 1 and items[at - 1].norm in clauses.managing
        if managed and items[k].kind == "name" and items[at - 2].kind != "name":
            yield k


def before_steps(clauses: Clauses) -> Iterator[int]:
    """ "The bill on launching EU accession": a name right before the noun of a step says whose step it is."""
    own = [t.head for t, form in clauses.forms.items() if form.voice == _NOUN == t.form and t.head == t.first]
    yield from (k - 1 for k in own if k and clauses.items[k - 1].kind == "name")


def _opens(clauses: Clauses, k: int) -> bool:
    """ "The deals that", not "said that": behind a noun."""
    items = clauses.items
    return k > 1 and clauses.relates(k) and items[k - 1].kind in {"word", "ref"} and not _is_verb(clauses, k - 1)


def _is_verb(clauses: Clauses, k: int) -> bool:
    return k in clauses.verbs or clauses.helped(k) or clauses.items[k].norm.endswith(_DONE)
