"""A Kazakh trigger that says as what a country acts, or which countries are meant, in: its own mood out."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.tokens import fold
from kb.model import POLARITIES

_AS, _NOT = fold("ретінде"), fold("емес")
# "Next year", "at the coming summit".
_COMING = frozenset(map(fold, ("келер", "келесі", "алдағы")))
# Endings of what is yet to come, letters folded.
_FUTURE = tuple(map(fold, ("ады", "еді", "йды", "йді", "мақ", "мек", "пақ", "пек", "бақ", "бек")))
_WAS = fold("еді")
# "Қол қояр алдында", "кірмес бұрын", letters folded.
_ABOUT_TO, _AHEAD = ("ар", "ер", "яр"), frozenset(map(fold, ("алдында", "қарсаңында")))
_PERFECT = ("кан", "кен", "ган", "ген")
_UNTIL, _TILL = ("ганга", "генге", "канга", "кенге"), fold("дейін")
_BY_THEN = ("ганша", "генше", "канша", "кенше")
_NOT_YET, _EARLIER = ("мас", "мес", "бас", "бес", "пас", "пес"), fold("бұрын")
# "By way of", and "wants to", letters folded.
_BY_WAY_OF, _WISHED = fold("арқылы"), ("гысы", "гиси", "кысы", "киси")
_GIVES, _DENIED = fold("бас"), re.compile("[мбп][ае](?:д[ыи]|ган|ген)$|^(?:жок|емес)$")
# "Takes part" before "can", letters folded.
_TAKES, _SINCE = ("са", "се"), fold("бері")
# "Is at work no more since …" holds now, "from … on" may be yet to come.
_FROM = frozenset({_SINCE, fold("бастап")})
_STANDS = tuple(map(fold, ("тұр", "отыр", "жатыр")))
_PAST = re.compile("(?:(?<![аейя])[дт][ыи]|[мбп][ае]д[ыи]|[гк][ае]н|еди|болатын)$")


def standing(trigger: Trigger, clauses: Clauses) -> str | None:
    """The polarity that the place of a Kazakh trigger in its sentence gives it, whatever else is said."""
    if _done_after_all(trigger, clauses) or _of_group(trigger, clauses):
        return POLARITIES[0]
    if clauses.lang == "kk" and trigger.frame == "terminated" and (lasts := clauses.items[trigger.first].norm) in _FROM:
        return POLARITIES[0] if lasts == _SINCE else "planned"
    way = _by_way_of(trigger, clauses)
    if way is not None:
        return way
    return "hypothetical" if _until_then(trigger, clauses) else _as_member(trigger, clauses)


def _by_way_of(trigger: Trigger, clauses: Clauses) -> str | None:
    """ "By joining it wants to be safe": the way to what is yet to be; "by joining it grew" did, "gave up" is open."""
    items = clauses.items
    if clauses.lang != "kk" or trigger.form != "noun" or items[trigger.last].norm != _BY_WAY_OF:
        return None
    main = _main(trigger, clauses)
    verb, before = items[main].norm, items[main - 1].norm
    if before == _GIVES or _DENIED.search(verb):
        return ""
    if before.endswith(_WISHED) or _to_come(items[main]) or _PAST.search(verb) is None:
        return "hypothetical"
    return POLARITIES[0]


def _of_group(trigger: Trigger, clauses: Clauses) -> bool:
    """ "The six who concluded the treaty were not ready": the noun that the trigger ends with is who did it."""
    items = clauses.items
    within = clauses.lang == "kk" and trigger.frame == "signed" and trigger.head < trigger.last
    return within and items[trigger.head].norm.endswith(_PERFECT)


def _as_member(trigger: Trigger, clauses: Clauses) -> str | None:
    """ "As a member of A it takes part": a fact, whatever it does; "next year, as a member, it will" is yet to be."""
    items, at = clauses.items, trigger.last + 1
    behind = items[at].norm if at < len(items) else ""
    inside = any(i.norm == _AS for i in items[trigger.first : at])
    if clauses.lang != "kk" or trigger.form != "state":
        return None
    if trigger.frame == "observer" and any(i.norm == _AS for i in items[trigger.first + 1 : at + 1][:1]):
        return POLARITIES[0] if _lasts(trigger, clauses) and items[trigger.head].norm.endswith(_TAKES) else None
    if not trigger.frame.startswith("membership"):
        return None
    if behind != _AS and not inside:
        return None
    begun = max((k for k in range(trigger.first) if k in clauses.verbs or items[k].text in ";:"), default=-1)
    coming = any(i.norm in _COMING for i in items[begun + 1 : trigger.first])
    return "planned" if coming and any(_to_come(i) for i in items[at:]) else "asserted"


def _lasts(trigger: Trigger, clauses: Clauses) -> bool:
    """ "Since 2018 it can sit there as an observer": what it may do it may as what it is."""
    items = clauses.items[: trigger.first + 1]
    return any(i.kind == "date" and behind.norm == _SINCE for i, behind in pairwise(items))


def _done_after_all(trigger: Trigger, clauses: Clauses) -> bool:
    """ "Before it signed, until it had joined, it sent no envoys": behind a Kazakh past the deed did follow."""
    items, at = clauses.items, trigger.last + 1
    if clauses.lang != "kk" or trigger.form != "verb" or at + 1 >= len(items):
        return False
    verb, behind = items[trigger.head].norm, items[at].norm
    before = (verb.endswith(_ABOUT_TO) and behind in _AHEAD) or (verb.endswith(_NOT_YET) and behind == _EARLIER)
    before = before or _is_until(trigger, clauses)
    # "Stands before signing".
    if not before or items[at + 1].norm.startswith(_STANDS):
        return False
    return _PAST.search(items[_main(trigger, clauses)].norm) is not None


def _is_until(trigger: Trigger, clauses: Clauses) -> bool:
    """ "Until it joined": «кіргенге дейін», «кіргенше»."""
    items, at = clauses.items, trigger.last + 1
    if clauses.lang != "kk" or trigger.form != "verb" or at >= len(items):
        return False
    verb = items[trigger.head].norm
    return (verb.endswith(_UNTIL) and items[at].norm == _TILL) or verb.endswith(_BY_THEN)


def _until_then(trigger: Trigger, clauses: Clauses) -> bool:
    """ "Until it joins, the rule stays": before what is yet to come the deed is too."""
    return _is_until(trigger, clauses) and _to_come(clauses.items[_main(trigger, clauses)])


def _main(trigger: Trigger, clauses: Clauses) -> int:
    """The verb of the clause behind a Kazakh clause of time: the next one, else the last word."""
    items, at = clauses.items, trigger.last + 1
    main = next((k for k in range(at + 1, len(items)) if k in clauses.verbs), None)
    return next((k for k in range(len(items) - 1, at, -1) if items[k].kind == "word"), at) if main is None else main


def _to_come(item: Item) -> bool:
    return item.kind == "word" and item.norm != _WAS and item.norm.endswith(_FUTURE)


def names_which(trigger: Trigger, items: Sequence[Item]) -> bool:
    """ "The members of A, X and Y, intend to …": a state that ends with countries says who they are, and no more."""
    last, at = items[trigger.last], trigger.last + 1
    named = trigger.form == "state" and trigger.first < trigger.last and last.kind == "name"
    denied = at < len(items) and items[at].norm == _NOT
    return named and last.label == "COUNTRY" and trigger.frame == "membership" and not denied
