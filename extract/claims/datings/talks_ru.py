"""A Russian noun of joining or leaving and a date in, whether the date is of the talks about it out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_TALKS = ("переговор", "процесс", "процедур", "диалог", "консультаци", "подготовк", "работ", "дискусси", "обсуждени")
_DONE_TO = (
    "начат", "начал", "стартовал", "открыт", "открыл", "запущен", "запустил", "возобнов", "велись", "ведутся", "ведет",
    "вел", "вели", "вела", "шли", "шел", "идут", "идет", "длил", "продолжа", "прерв", "приостанов", "заморо", 
    "остановл", "застопор", "зашл", "заблокирован",
)  # fmt: skip
_NEAR = 4


def talks_begun(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    """ "In 2021 were begun the talks on the accession of A": the year is that of the talks."""
    items = clauses.items
    about = items[max(0, trigger.first - _NEAR) : trigger.last + 1]
    if form.voice != "noun" or not any(i.norm.startswith(_TALKS) for i in about):
        return False
    first, last = sorted((k, trigger.first))
    held = [n for n in _clause(clauses, first, last) if items[n].kind == "word"]
    return any(items[n].norm.startswith(_DONE_TO) for n in held)


def _clause(clauses: Clauses, first: int, last: int) -> range:
    """What stands between the marks around both."""
    marks = [n for n, i in enumerate(clauses.items) if i.kind == "mark"]
    begun = max((n for n in marks if n < first), default=-1)
    ended = min((n for n in marks if n > last), default=len(clauses.items))
    return range(begun + 1, ended)
