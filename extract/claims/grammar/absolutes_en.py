"""An English verb among its items in, names that stand in its clause's reach and are the subject of another, out."""

from collections.abc import Iterator

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.triggers import Trigger

_HAVING, _BEEN, _ADVERB = "having", frozenset({"been", "already", "since", "just", "not", "never"}), "ly"
_FORCE, _STEPS = "entered_into_force", frozenset({"acceded", "withdrew", "membership", "suspended", "observer"})
# So far before the verb ends the noun of the step: "the accession of A to the B took effect".
_NEAR = 8
_BETWEEN = frozenset({"of", "to", "from", "in", "into", "will", "would", "has", "had", "only", "formally", *ARTICLES})
# "The agreement on the accession of A": what took effect is the paper.
_ON = frozenset({"on", "for", "about", "concerning", "of"})


def beyond_absolute(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "A having been dissolved, B took over": what has its subject before "having" has none behind the comma."""
    items, at = clauses.items, trigger.head - 1
    if clauses.lang != "en" or trigger.form != "verb":
        return
    while at > 0 and (items[at].norm in _BEEN or items[at].norm.endswith(_ADVERB)):
        at -= 1
    if _opens(clauses, at):
        yield from (k for k in range(_closed(clauses, trigger.last), len(items)) if items[k].kind in {"name", "ref"})


def of_absolute(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "In 1995, A having been dissolved four years before, B was renamed": the date inside is none of B's verb."""
    opened = next((n for n in range(k - 1, 0, -1) if _opens(clauses, n)), None) if clauses.lang == "en" else None
    if opened is None or k > (closed := _closed(clauses, opened)) or closed == len(clauses.items):
        return False
    return not opened < trigger.head < closed


def _opens(clauses: Clauses, k: int) -> bool:
    """ "A having", and not "having" at the head of a clause."""
    return k > 0 and clauses.items[k].norm == _HAVING and clauses.items[k - 1].kind in {"word", "name", "ref"}


def _closed(clauses: Clauses, k: int) -> int:
    """The comma that closes the clause."""
    items = clauses.items
    return next((n for n in range(k + 1, len(items)) if items[n].text == ","), len(items))


def effected_steps(clauses: Clauses, trigger: Trigger) -> Iterator[int]:
    """ "After the treaty of 1975 the exit of A took effect": the step right before the verb did, and no paper."""
    items, at = clauses.items, trigger.first - 1
    if clauses.lang != "en" or trigger.frame != _FORCE:
        return
    low = max(0, at - _NEAR)
    while at > low and at not in clauses.held and (items[at].kind in {"name", "ref"} or items[at].norm in _BETWEEN):
        at -= 1
    step = clauses.held.get(at)
    if step is None or step.form != "noun" or step.frame not in _STEPS:
        return
    before = step.first - 1 - (step.first > 0 and items[step.first - 1].norm in ARTICLES)
    if before < 0 or items[before].norm not in _ON:
        yield from (k for k, i in enumerate(items) if i.label == "TREATY" and i.kind in {"name", "ref"})
