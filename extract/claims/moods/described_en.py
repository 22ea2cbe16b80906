"""A denial before an English verb in, whether it only describes who does it out: "states with no coast belong to A"."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.opposites_en import opposed

_WITHOUT, _WITH, _NO = "without", "with", frozenset({"no", "neither"})
_RELATIVE, _NEAR = frozenset({"that", "which", "who"}), 4
_DENIALS = frozenset({"not", "never", "no", "t", "neither"})
_HELPS = frozenset({"have", "has", "had", "do", "does", "did", "are", "is", "was", "were"})
# What may stand between a "not" and the verb that it denies.
_BETWEEN = frozenset({"yet", "ever", "even", "so", "far", "once", "been", "at", "all", "any", "longer", "had", "has"})
_AGAIN = frozenset({"it", "this", "these", "those", "they"})
_ALONE = "no"
_FINITE, _STATE = frozenset({"active", "passive"}), "state"


def of_another(clauses: Clauses, trigger: Trigger, first: int) -> Iterator[int]:
    """Where from `first` on an English denial is of another name, or of what the subject is like."""
    form, items = clauses.forms.get(trigger), clauses.items
    verb = form is not None and form.voice in _FINITE and not items[trigger.head].norm.endswith("ing")
    finite = trigger.form == _STATE or verb
    for k in range(first, trigger.first):
        if opposed(items, k) is not None or (finite and only_described(items, k, trigger.first)):
            yield k
            if items[k].norm == _ALONE:  # "no access" is a cue of two words
                yield k + 1


def only_described(items: Sequence[Item], k: int, verb: int) -> bool:
    """Whether what the word at `k` denies is told of the subject, and not by the finite verb further on.

    "States without a coast belong to A"; "countries that have never been colonies joined it".
    """
    norm = items[k].norm
    own = items[k + 1 : verb]
    if not own or any(i.kind == "mark" or i.norm.endswith("ing") for i in own):
        return False  # "Without having ratified it"
    if norm == _WITHOUT or (norm in _NO and k > 0 and items[k - 1].norm == _WITH):
        # "Without them joined A": somebody else has the verb; a bare opening says on what condition.
        return k - (norm != _WITHOUT) > 0 and items[k - 1 - (norm != _WITHOUT)].kind in {"word", "name", "ref"}
    if norm not in _DENIALS:
        return False
    at = next((n for n in range(k - 1, max(0, k - _NEAR), -1) if items[n].norm in _RELATIVE), 0)
    plural = at > 0 and items[at - 1].kind == "word" and items[at - 1].norm not in _AGAIN
    helped = all(i.norm in _HELPS or i.norm.endswith("ly") for i in items[at + 1 : k]) and at + 1 < k
    told = [i for i in own if i.norm not in _BETWEEN and not i.norm.endswith("ly")]
    return plural and helped and len(told) > 0
