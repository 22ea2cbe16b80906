"""An English infinitive that hangs on "the ninth member" in, the trigger that says whether it was so out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_TO, _AND, _ADDED = "to", "and", 5
_FIRSTS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
     "twelfth", "last", "latest", "newest", "only"}
)  # fmt: skip
_NTH, _TEENTH = ("th", "st", "nd", "rd"), ("teenth", "tieth", "-first", "-second", "-third", "-fourth", "-fifth")


def ranking(clauses: Clauses, trigger: Trigger, form: Form) -> Trigger | None:
    """ "Became the ninth member to join A": whether it joined is what "became" says."""
    at = trigger.first - 1
    if clauses.lang != "en" or form.voice != "infinitive" or at < 1 or clauses.items[at].norm != _TO:
        return None
    by = _held(clauses, at - 1)
    if by is None or by is trigger or by.form != "verb" or clauses.forms[by].voice == "infinitive":
        return None
    held = [i.norm for i in clauses.items[by.first : by.last + 1] if i.kind == "word"]
    return by if any(map(counts_one, held)) else None


def _held(clauses: Clauses, at: int) -> Trigger | None:
    """ "The first outside member and European country to join": the noun that "and" adds is of the same verb."""
    joint = next((k for k in range(at - 1, max(0, at - _ADDED), -1) if clauses.items[k].norm == _AND), None)
    plain = joint is not None and all(i.kind == "word" for i in clauses.items[joint : at + 1])
    return clauses.held.get(at) or (clauses.held.get(joint - 1) if plain and joint else None)


def counts_one(norm: str) -> bool:
    """ "Ninth", "21st", "latest": a word that says that there is one of what follows."""
    return norm in _FIRSTS or norm.endswith(_TEENTH) or (norm[:1].isdigit() and norm.endswith(_NTH))
