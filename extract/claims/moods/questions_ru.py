"""A Russian question about a past in, whether it takes for granted what it asks about out."""

from itertools import takewhile

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.russian import tense_of

_ASKING = frozenset(
    {"кто", "когда", "где", "почему", "зачем", "отчего", "как", "какой", "какая", "какое", "какие", "кем", "чем"}
)
_OPEN = frozenset({"не", "бы", "ли", "если", "могла", "мог", "могли", "могло"})
_PAST = frozenset({"past", "done"})
# "In what year", "and why then".
_BEFORE = 2


def asks_how(trigger: Trigger, form: Form, clauses: Clauses) -> bool:
    """ "Why did A leave B?", "who founded C?": that it was done is no question; "has A left B?" asks it."""
    items = clauses.items
    if clauses.lang != "ru" or items[-1].text != "?" or form.mood or tense_of(items[trigger.head].norm) not in _PAST:
        return False
    last = max((k for k in range(trigger.first) if items[k].kind == "mark" and items[k].text in ".:;?!—–"), default=-1)
    words = list(takewhile(lambda i: i.kind != "mark" or i.text == ",", items[last + 1 :]))
    asks = any(i.norm in _ASKING for i in words[: _BEFORE + 1] if i.kind == "word")
    return asks and not any(i.norm in _OPEN for i in words)
