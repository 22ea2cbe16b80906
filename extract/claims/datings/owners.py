"""The dates that triggers took in, the same set right out: shared in turn, of a named day, or of something else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.claims.datings.often_ru import each_time
from extract.claims.datings.ordinal_turns import in_turns, turns
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.scene import Draft, Told
from extract.language.russian import is_part
from kb.model import POLARITIES, Mention

_DAY_FAR = 4
_REACH = 12
_SAME = ("эт", "тот", "то", "же")
_NEAR = 4.0
_TURN_FAR = 2
_PAIR, _SINCE = 2, "since"
# "The two parliaments ratified it on 1 and 9 October respectively": one paper, several acts.
_OF_PAPERS = frozenset({"signed", "ratified", "adopted"})
_THAT = "that"
_WHICH, _OF, _BY = "which", "of", frozenset({"by", "under", "through", "with"})
_PARTING = frozenset(",:")
_OPENING = frozenset({"(", "–", "—", "-"})


def timely(clauses: Clauses, told: Sequence[Told], dates: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """Trigger -> item of its date, without those that date something else and with those that a clause shares."""
    some = turns(clauses)
    kept = {t: k for t, k in dates.items() if k not in some and not _of_dateline(clauses.items, k)}
    kept = {t: k for t, k in kept.items() if _of_one(clauses, k) is None}
    for one in told:
        at = kept.get(one.trigger)
        if at is not None and one.polarity != POLARITIES[0] and _of_other(clauses, one.trigger, at):
            del kept[one.trigger]
        if at is not None and clauses.lang == "en" and _inserted(clauses, one, at):
            main = next((o for o in told if o.trigger.first > one.trigger.first and o.form.voice != "participle"), None)
            if main is not None and main.trigger not in kept:
                kept[main.trigger] = kept.pop(one.trigger)
        own = (_of_paper(clauses, one.trigger) or _of_listed(clauses, one.trigger)) if clauses.lang == "en" else None
        if own is not None:
            kept[one.trigger] = own
    for one in told:
        day = _named_day(clauses, one.trigger)
        if day is not None and one.trigger not in kept:
            kept[one.trigger] = day
    return kept


def shared_out(clauses: Clauses, told: Told, drafts: Sequence[Draft]) -> list[Draft]:
    """ "A, B and C joined in 1990, 1991 and 1992 respectively": to each of the list its own date."""
    items = clauses.items
    for at in (k for k, i in enumerate(items) if i.norm in clauses.respective):
        near = clauses.cost(told.trigger, at) < _NEAR
        dates = (list(_run(clauses, at)) or _run_behind(clauses, told)) if near else []
        listed = _in_order(items, drafts)
        if len(listed) == 1 and len(dates) > 1 and listed[0].type in _OF_PAPERS:
            return [replace(listed[0], date=m) for m in dates]
        if len(dates) == len(listed) > 1:
            return [replace(d, date=m) for d, m in zip(listed, dates, strict=True)]
    in_turn = _as_many(clauses, told, drafts)
    if in_turn:
        return in_turn
    for at in (k for k, i in enumerate(items) if i.norm in clauses.repeatedly):
        dates = list(_row(clauses, range(at + 1, len(items)))) if clauses.cost(told.trigger, at) < _NEAR else []
        dates = dates if len(dates) > 1 else each_time(clauses, told.trigger, at)
        if len(dates) > 1:
            return [replace(d, date=m) for d in drafts for m in dates]
    in_turn = _of_some(clauses, told, drafts)
    if in_turn:
        return in_turn
    own = {_of_one(clauses, k): i.mention for k, i in enumerate(items) if i.kind == "date"}
    return [replace(d, date=d.date or own.get(d.subject_id)) for d in drafts]


def _as_many(clauses: Clauses, told: Told, drafts: Sequence[Draft]) -> list[Draft]:
    """ "A and B joined C in 1998 and 2013": an English row of as many dates as there are subjects."""
    listed = _in_order(clauses.items, drafts) if clauses.lang == "en" and told.form.voice != "noun" else []
    if len(listed) < _PAIR or any(d.date for d in listed) or len({d.object_id for d in listed}) != 1:
        return []
    steps = range(told.trigger.last + 1, len(clauses.items))
    first = next((k for k in steps if clauses.items[k].kind == "date"), None)
    if first is None or any(k in clauses.verbs or clauses.items[k].text == "," for k in range(steps.start, first)):
        return []
    end = next((k for k in steps if k > first and clauses.items[k].kind in {"name", "ref"}), len(clauses.items))
    dates = [_since(m, clauses.items[first].mention) for m in _row(clauses, range(first, end))]
    return [replace(d, date=m) for d, m in zip(listed, dates, strict=True)] if len(dates) == len(listed) else []


def _since(date: Mention, first: Mention | None) -> Mention:
    """ "Since 1996 and 1999": what bounds the first of a row bounds the others."""
    return replace(date, method=first.method) if first is not None and _SINCE in first.method.split(":") else date


def _of_some(clauses: Clauses, told: Told, drafts: Sequence[Draft]) -> list[Draft]:
    """ "A, B and C joined, the first two in 1998, the last in 2005": to each of an English list its date."""
    listed = _in_order(clauses.items, drafts)
    dates = in_turns(clauses, len(listed)) if len(listed) >= _PAIR and told.polarity != "negated" else []
    if len(listed) != len(drafts) or not any(k is not None and k > told.trigger.first for k in dates):
        return []
    mentions = [None if k is None else clauses.items[k].mention for k in dates]
    return [replace(d, date=d.date or m) for d, m in zip(listed, mentions, strict=True)]


def _of_one(clauses: Clauses, k: int) -> str | None:
    """Whom the date is about, where "the latter since X" says it."""
    near = clauses.items[max(0, k - _TURN_FAR) : k]
    one = next((i for i in near if i.kind == "ref" and i.norm in clauses.latter and i.label == "COUNTRY"), None)
    return one.ids[0] if one is not None and one.ids else None


def _in_order(items: Sequence[Item], drafts: Sequence[Draft]) -> list[Draft]:
    """Claims of one list of subjects as they are, those of one subject in the order in which its bodies are named."""
    if len({d.item for d in drafts}) != 1:
        return []
    bodies = {d.object_id: d for d in drafts}
    if len(bodies) == 1 or len(bodies) != len(drafts):
        return list(drafts) if len(bodies) == 1 else []
    named = next((i.ids for i in items if i.kind == "name" and bodies.keys() <= set(i.ids)), ())
    return [bodies[id_] for id_ in dict.fromkeys(named) if id_ in bodies]


def _run_behind(clauses: Clauses, told: Told) -> list[Mention]:
    """ "A and B respectively joined in 1996 and 1999": the dates of the first run behind the verb."""
    found: list[Mention] = []
    for k in range(told.trigger.last + 1, len(clauses.items)):
        item = clauses.items[k]
        if item.kind == "date" and item.mention:
            found.append(item.mention)
        elif found and item.text != "," and not clauses.joins(k) and len(item.norm) > _TURN_FAR:
            break
    return found


def _run(clauses: Clauses, at: int) -> Iterator[Mention]:
    """The dates that end beside the word "respectively", or follow it, in their order."""
    before = list(_row(clauses, range(at - 1, -1, -1)))
    return reversed(before) if before else _row(clauses, range(at + 1, len(clauses.items)))


def _row(clauses: Clauses, steps: range) -> Iterator[Mention]:
    for k in steps:
        item = clauses.items[k]
        if item.kind == "date" and item.mention:
            yield item.mention
        elif item.text != "," and not clauses.joins(k) and len(item.norm) > _TURN_FAR:
            return


def _of_dateline(items: Sequence[Item], k: int) -> bool:
    """ "ASTANA, 14 June (Agency) – …": the day of the news, not of what it tells; nor is a day without a year any."""
    mention = items[k].mention
    if mention is not None and (mention.edtf or "").startswith("XXXX"):
        return True
    named = k == 2 and items[0].kind == "place" and items[1].text == ","
    return named and k + 1 < len(items) and items[k + 1].text in _OPENING


def _of_other(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """What did not or may happen takes no date from beyond another verb or, before it, another phrase."""
    items = clauses.items
    low, high = (k + 1, trigger.first) if k < trigger.first else (trigger.last + 1, k)
    verbs = any(n in clauses.verbs for n in range(low, high))
    if k > trigger.first:
        if clauses.lang == "en" and any(items[n].text == "," and clauses.joins(n + 1) for n in range(low, high - 1)):
            return True
        return verbs and any(i.norm in clauses.turns for i in items[low:high])
    which = next((n for n in range(high - 1, low, -1) if _is_relative(clauses, n)), low)
    if any(n in clauses.verbs for n in range(low, which)):
        return True  # "On X they signed the treaty, which A did not ratify."
    parted = verbs or any(items[n].text in _PARTING or clauses.joins(n) for n in range(low, high))
    return parted and not _fronted(clauses, k)


def _is_relative(clauses: Clauses, k: int) -> bool:
    """`which`, `которое`: among the words that open a clause the Russian adjectives are pronouns.

    "Announced that it would leave" goes on with what was announced then.
    """
    norm = clauses.items[k].norm
    if clauses.lang == "ru":
        return norm in clauses.turns and is_part(norm, "ADJF")
    return norm in clauses.stating and norm != _THAT


def _fronted(clauses: Clauses, k: int) -> bool:
    return not any(i.kind in {"name", "ref"} or n in clauses.verbs for n, i in enumerate(clauses.items[:k]))


def _inserted(clauses: Clauses, told: Told, k: int) -> bool:
    """ "On X, ratified by both, it took effect": the date in front is not the participle's."""
    first = told.trigger.first
    return told.form.voice == "participle" and k + 2 == first and clauses.items[k + 1].text == ","


def _of_paper(clauses: Clauses, trigger: Trigger) -> int | None:
    """ "The treaty of X, by which A founded B": the day of the paper is that of what it does."""
    items = clauses.items
    for k in range(trigger.first - 1, 2, -1):
        if k in clauses.verbs and k not in range(trigger.first - 2, trigger.first):
            return None
        if items[k].norm == _WHICH:
            before = k - 2 - (items[k - 2].text == ",")
            by_it = items[k - 1].norm in _BY and items[before].kind == "date"
            return before if by_it and items[before - 1].norm == _OF else None
    return None


def _of_listed(clauses: Clauses, trigger: Trigger) -> int | None:
    """ "Two accessions since X: A on Y, …": the first of a list that a colon opens has the date behind it."""
    items, last = clauses.items, trigger.last
    listed = items[last].kind == "name" and any(i.text == ":" for i in items[trigger.first : last])
    return next((k for k in (last + 1, last + 2) if listed and k < len(items) and items[k].kind == "date"), None)


def _same_day(clauses: Clauses, trigger: Trigger) -> int | None:
    """ "X: on this day A signed B": the date that the sentence named before."""
    items, first = clauses.items, max(1, trigger.first - _REACH)
    day = next((k for k in range(trigger.first - 1, first, -1) if items[k].norm in clauses.days), None)
    if day is None or not items[day - 1].norm.startswith(_SAME):
        return None
    return next((k for k in range(day - 1, -1, -1) if items[k].kind == "date"), None)


def _plain(items: Sequence[Item], first: int, last: int) -> bool:
    """ "X, when A adopted B": no other date nor clause between the word and the verb."""
    return not any(i.kind == "date" or i.text in {",", ";", ":"} for i in items[first:last])


def _named_day(clauses: Clauses, trigger: Trigger) -> int | None:
    """ "X, the day on which A began and B ended": the day of all that its clause tells."""
    items = clauses.items
    same = _same_day(clauses, trigger) if clauses.lang == "ru" else None
    if same is not None:
        return same
    for k in range(trigger.first - 2):
        if items[k].kind != "date" or items[k + 1].text != ",":
            continue
        if clauses.lang == "ru" and items[k + 2].norm in clauses.turning and _plain(items, k + 3, trigger.first):
            return k
        near = range(k + 2, min(k + 2 + _DAY_FAR, trigger.first))
        day = next((n for n in near if items[n].norm in clauses.days), None)
        behind = range(day + 1, min(day + 3, trigger.first)) if day is not None else ()
        if any(items[n].norm in clauses.turning for n in behind):
            return k
    return None
