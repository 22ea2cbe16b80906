"""A Russian noun of joining or leaving and a date in, whether the date is of the talks about it out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.russian import is_part

_TALKS = ("переговор", "процесс", "процедур", "диалог", "консультаци", "подготовк", "работ", "дискусси", "обсуждени")
_DONE_TO = (
    "начат", "начал", "стартовал", "открыт", "открыл", "запущен", "запустил", "возобнов", "велись", "ведутся", "ведет",
    "вел", "вели", "вела", "шли", "шел", "идут", "идет", "длил", "продолжа", "прерв", "приостанов", "заморо", 
    "остановл", "застопор", "зашл", "заблокирован",
)  # fmt: skip
_NEAR = 4
# What is said, thought or feared of a step: the verb beside it has the date.
_SAID = (
    "слух", "толки", "толков", "разговор", "спор", "дискусси", "дебат", "вопрос", "тема", "теме", "тему", "темы", "иде",
    "мысл", "тезис", "вариант", "сценари", "угроз", "опасност", "риск", "последстви", "итог", "результат", "эффект",
    "сообщени", "новост", "весть", "вести", "прогноз", "шанс", "перспектив", "предложени", "инициатив", "призыв",
    "требован",
)  # fmt: skip
_TALKED = ("обсужда", "обсудил", "рассматрива", "изуча", "дебатир", "муссир")
_ABOUT, _STEPS = (
    frozenset({"о", "об", "на"}),
    ("acceded", "withdrew", "membership", "observer", "suspended", "terminated"),
)


def talks_begun(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    """ "In 2021 were begun the talks on the accession of A": the year is that of the talks."""
    items = clauses.items
    if _spoken_of(clauses, trigger, form) and _verb_between(clauses, trigger, k):
        return True
    if form.voice == "noun" and trigger.frame.startswith(_STEPS) and _talked_over(clauses, trigger, k):
        return True
    about = items[max(0, trigger.first - _NEAR) : trigger.last + 1]
    if form.voice != "noun" or not any(i.norm.startswith(_TALKS) for i in about):
        return False
    first, last = sorted((k, trigger.first))
    held = [n for n in _clause(clauses, first, last) if items[n].kind == "word"]
    return any(items[n].norm.startswith(_DONE_TO) for n in held)


def _spoken_of(clauses: Clauses, trigger: Trigger, form: Form) -> bool:
    """ "Rumours of A's exit", "the question of its membership", "the scenario of joining": right before the noun."""
    items, at = clauses.items, trigger.first - 1
    if form.voice not in {"noun", "infinitive"} or not trigger.frame.startswith(_STEPS):
        return False
    while at > 0 and (items[at].norm in _ABOUT or is_part(items[at].norm, "ADJF")):
        at -= 1
    # "Rumours of the return": the owner of another noun may stand between.
    at -= at > 0 and items[at].kind in {"name", "ref"}
    return at >= 0 and items[at].norm.startswith(_SAID)


def _verb_between(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Have been about since 2012": a verb parts the noun from the date."""
    first, last = sorted((k, trigger.first))
    return any(
        i.kind == "word" and (is_part(i.norm, "VERB") or is_part(i.norm, "PRTS")) for i in clauses.items[first:last]
    )


def _talked_over(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "The expulsion of A was discussed in 2022": the year is of the discussion."""
    first, last = sorted((k, trigger.first))
    near = clauses.items[first : last + _NEAR] if k < trigger.first else clauses.items[first:last]
    return any(i.norm.startswith(_TALKED) for i in near)


def _clause(clauses: Clauses, first: int, last: int) -> range:
    """What stands between the marks around both."""
    marks = [n for n, i in enumerate(clauses.items) if i.kind == "mark"]
    begun = max((n for n in marks if n < first), default=-1)
    ended = min((n for n in marks if n > last), default=len(clauses.items))
    return range(begun + 1, ended)
