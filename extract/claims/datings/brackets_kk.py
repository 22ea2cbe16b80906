"""A Kazakh trigger with a date in brackets right behind it in, that date as its own out: "қабылдады (1945 ж.)"."""

from collections.abc import Mapping

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.tokens import fold

_UNTIL = frozenset(map(fold, ("дейін", "кейін", "соң")))
_SINCE, _BARE = frozenset(map(fold, ("бері", "бастап"))), frozenset({"date", "place", "mark"})
_OPEN, _CLOSE, _LONG = "(", ")", 5


def in_brackets(clauses: Clauses, forms: Mapping[Trigger, Form]) -> dict[Trigger, int]:
    """ "Жарғыны қабылдады (1945 жылғы 26 маусым)", "қол қойылды (Астана, 29 мамыр)": nothing but a place beside it."""
    more: dict[Trigger, int] = {}
    items = clauses.items
    for trigger in forms if clauses.lang == "kk" else ():
        at = trigger.last + 1
        at += at < len(items) and items[at].norm in _UNTIL
        if at >= len(items) or items[at].text != _OPEN:
            continue
        end = next((k for k in range(at + 1, min(at + _LONG, len(items))) if items[k].text == _CLOSE), at)
        dates = [k for k in range(at + 1, end) if items[k].kind == "date"]
        plain = all(items[k].kind in _BARE or items[k].norm in _SINCE for k in range(at + 1, end))
        if len(dates) == 1 and plain:
            more[trigger] = dates[0]
    return more
