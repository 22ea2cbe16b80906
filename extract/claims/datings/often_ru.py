"""A Russian «дважды» before its verb in, the dates out that stand behind a mark for each time that it was done."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import DASHES
from extract.claims.grammar.triggers import Trigger
from kb.model import Mention

_OPENING = DASHES | set(":(,")
# What is left, and its preposition, stand between the verb and the mark; short words join the dates.
_OBJECT, _SHORT = 8, 3


def each_time(clauses: Clauses, trigger: Trigger, at: int) -> list[Mention]:
    """ "A twice left B: in 1984 and in 2018", "twice joined it (in 1992 and 2006)": nothing else behind the mark."""
    items, found = clauses.items, list[Mention]()
    if clauses.lang != "ru" or not at < trigger.head or any(k in clauses.verbs for k in range(at + 1, trigger.first)):
        return found
    near = range(trigger.last + 1, min(trigger.last + _OBJECT, len(items)))
    mark = next((k for k in near if items[k].text in _OPENING), None)
    if mark is None or any(k in clauses.verbs for k in range(trigger.last + 1, mark)):
        return found
    for item in items[mark + 1 :]:
        if item.kind == "date" and item.mention:
            found.append(item.mention)
        elif item.text != "," and not (item.kind == "word" and len(item.norm) <= _SHORT):
            break
    return found
