"""An English question in, its first words and whether it asks who did it out."""

from itertools import dropwhile, islice

from extract.claims.grammar.clauses import Clauses

_OPENING, _HEAD = 4, 2
_LABELS = frozenset({"questions", "question", "q", "quiz", "exercise", "exercises"})
_ASKED = frozenset({"who", "which", "what", "whose"})


def asks_who(clauses: Clauses, first: int) -> bool:
    """ "Which two founders of A still belong to it?": in front of the verb nobody is named, for it asks who."""
    items = clauses.items
    if clauses.lang != "en" or items[-1].text != "?":
        return False
    opened = not _ASKED.isdisjoint(head_of_question(clauses)[:_HEAD])
    return opened and not any(i.kind == "name" and i.label == "COUNTRY" for i in items[:first])


def head_of_question(clauses: Clauses) -> list[str]:
    """The first words behind "Questions:" and a number."""
    spoken = dropwhile(lambda i: i.kind == "mark" or i.norm.isdigit() or i.norm in _LABELS, clauses.items)
    return [i.norm for i in islice(spoken, _OPENING)]
