"""Russian nouns of deeds without a date in, the date beside them that is called their day out."""

from collections.abc import Mapping

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import DASHES
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_DAYS = frozenset({"день", "дня", "дню", "днем", "дата", "даты", "дате", "дату", "датой"})
_IN, _APART, _NOUN = frozenset({"в", "во", "на", "то", "есть", "т", "е", "."}), frozenset({",", "(", *DASHES}), "noun"


def called_its_day(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "С 15 мая 1992 года — даты подписания Договора", "29 мая, в день основания": an apposition says whose day."""
    items = clauses.items
    more: dict[Trigger, int] = {}
    for trigger, form in forms.items() if clauses.lang == "ru" else ():
        day = trigger.first - 1
        if form.voice != _NOUN or trigger in found or day < 2 or items[day].norm not in _DAYS:
            continue
        at = day - 1
        while at > 0 and (items[at].norm in _IN or items[at].text in _APART):
            at -= 1
        if items[at].kind == "date" and items[at].mention and any(i.text in _APART for i in items[at + 1 : day]):
            more[trigger] = at
    return more
