"""A claim and its sentence in, further subjects with dates of their own out: "A joined in 1999, B in 2000"."""

from collections.abc import Iterator
from itertools import pairwise

from extract.claims.datings.owned_kk import only_bounds
from extract.claims.fillers.company_ru import with_company
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.endings_kk import ATTRIBUTIVE
from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.scene import Draft, Told
from extract.language.russian import is_part
from extract.language.tokens import fold
from kb.model import Mention

_BOUNDS = frozenset(",;")
_PREPOSITIONS = frozenset({"в", "во", "к", "ко", "с", "со", "на", "из", "от", "о", "об", "при"})
_STOPS = frozenset(".:!?")
_FOUNDED = frozenset({"ORG", "PROGRAMME"})
_NOT, _LATE = "not", frozenset({"until", "till", "before"})
_LONGEST = 16
# What opens a remark about the whole, letters folded: "…, as the agency said", "…, which was a step".
_APART = frozenset({"деп", "бул"})
# How a date was got that is counted from another one: "that summer".
_LAPSE = ":lapse"
# Joints, articles and prepositions.
_SMALL = 4
_POSSESSIVE = "s"
# "A joined in 2004 and B's came in 2007": what may stand behind an owner whose noun is left out.
_TIMES = frozenset(
    {"in", "on", "at", "by", "from", "since", "until", "till", "came", "only", "did", "not", "was", "the"}
)


def gapped(clauses: Clauses, told: Told, draft: Draft) -> Iterator[tuple[int, Mention]]:
    """Items that repeat the part of the subject, each with its own date, where the verb is left out."""
    if draft.item < 0:
        return
    label = clauses.items[draft.item].label
    ends = (told.trigger.first, told.trigger.last, draft.item, told.date_item)
    if clauses.lang == "kk" and draft.item > told.trigger.head:
        return
    if clauses.lang == "kk":
        yield from (pair for pair in _segments(clauses, label, told.trigger) if pair[0] != draft.item)
        yield from elliptic(clauses, label, told.trigger.last + 1)
    elif rows := behind_colon(clauses, told, draft):
        yield from ((k, date) for k, date in rows if k != draft.item)
    else:
        turns = names_in_turn(clauses, label, told.trigger) if clauses.lang == "ru" else []
        yield from (pair for pair in turns if pair[0] != draft.item and _same_row(turns, draft))
        yield from with_company(clauses, _walk(clauses, label, range(max(ends) + 1, len(clauses.items))))


def behind_colon(clauses: Clauses, told: Told, draft: Draft) -> list[tuple[int, Mention]]:
    """ "Several were founded in the 1990s: A in 1991, B in 2000": each with the date behind it."""
    items, first = clauses.items, draft.item
    colon = next((k for k in range(told.trigger.head + 1, max(first, 0)) if items[k].text == ":"), None)
    if colon is None:
        return []
    label = items[first].label
    named = [k for k in range(colon + 1, len(items)) if items[k].kind == "name" and items[k].label == label]
    rows: list[tuple[int, Mention]] = []
    for k, end in pairwise([*named, len(items)]):
        dates = [i.mention for i in items[k + 1 : end] if i.kind == "date" and i.mention]
        if len(dates) != 1 or any(n in clauses.verbs or items[n].text in _STOPS | {";"} for n in range(k + 1, end - 1)):
            return []
        rows.append((k, dates[0]))
    return rows if len(rows) > 1 else []


def bodies_in_turn(clauses: Clauses, told: Told) -> Iterator[tuple[int, Mention]]:
    """ "Joined A in 2006 and the B in 2007": further bodies behind the date of the first, each with its own."""
    at = told.date_item + 1 if told.date_item > told.trigger.last else len(clauses.items)
    while at < len(clauses.items) and (clauses.items[at].text == "," or clauses.joins(at)):
        while at < len(clauses.items) and (clauses.items[at].text == "," or _is_small(clauses, at)):
            at += 1
        body, behind = at, at + 1
        while behind < len(clauses.items) and _is_small(clauses, behind) and not clauses.joins(behind):
            behind += 1
        date = clauses.items[behind].mention if behind < len(clauses.items) else None
        if date is None or clauses.items[behind].kind != "date" or clauses.items[body].label != "ORG":
            return
        at = behind + 1
        if at < len(clauses.items) and clauses.items[at].kind == "word" and not clauses.joins(at):
            return
        yield body, date


def _is_small(clauses: Clauses, k: int) -> bool:
    item = clauses.items[k]
    return item.kind == "word" and len(item.norm) <= _SMALL and k not in clauses.verbs


def own_date(clauses: Clauses, told: Told, draft: Draft) -> Mention | None:
    """The date that stands with a subject between the same commas, before the verb that several share."""
    announced = behind_colon(clauses, told, draft) if clauses.lang != "kk" and draft.item >= 0 else []
    if announced:
        return dict(announced).get(draft.item)
    if clauses.lang == "ru" and draft.item >= 0:
        return dict(names_in_turn(clauses, clauses.items[draft.item].label, told.trigger)).get(draft.item)
    if clauses.lang != "kk" or draft.item < 0:
        return None
    between = clauses.items[draft.item : told.date_item] if told.date_item > draft.item else ()
    if between and not any(i.text in _BOUNDS for i in between):
        return None
    label = clauses.items[draft.item].label
    pairs = dict(_segments(clauses, label, told.trigger))
    if len(pairs) == 1 and not _has_name(clauses, label, told.date_item):
        return None
    return pairs.get(draft.item)


def names_in_turn(clauses: Clauses, label: str, trigger: Trigger) -> list[tuple[int, Mention]]:
    """Names before a verb where each stretch between commas has its own date."""
    pairs = list(_segments(clauses, label, trigger))
    return pairs if len(pairs) > 1 else []


def _same_row(turns: list[tuple[int, Mention]], draft: Draft) -> bool:
    return any(k == draft.item for k, _ in turns)


def elliptic(clauses: Clauses, label: str, at: int) -> list[tuple[int, Mention]]:
    """ "…, B 2011 жылы, C 2012 жылы" up to the end: names and dates behind a Kazakh verb, nothing else beside them."""
    found: list[tuple[int, Mention]] = []
    stretch: list[int] = []
    for k in range(at, len(clauses.items) + 1):
        item = clauses.items[k] if k < len(clauses.items) else None
        if item is not None and not stretch and item.norm in _APART:
            break
        if item is not None and item.text not in _BOUNDS | _STOPS:
            passed = item.text in DASHES or item.norm in clauses.turns or _is_small(clauses, k)
            if not clauses.joins(k) and not passed:
                stretch.append(k)
            continue
        if stretch and not _is_pair(clauses, stretch, label):
            return []
        if stretch:
            name, date = sorted(stretch, key=lambda n: clauses.items[n].kind == "date")
            mention = clauses.items[date].mention
            found += [(name, mention)] if mention else []
        if item is None or item.text != ",":
            break
        stretch = []
    return found


def _is_pair(clauses: Clauses, stretch: list[int], label: str) -> bool:
    if len(stretch) != 2:
        return False
    name, date = sorted((clauses.items[k] for k in stretch), key=lambda item: item.kind == "date")
    return name.kind == "name" and name.label == label and date.kind == "date"


def _has_name(clauses: Clauses, label: str, k: int) -> bool:
    """Beside the date stands a name: without one its stretch tells more of the subject before it."""
    while k > 0 and clauses.items[k - 1].text not in _BOUNDS:
        k -= 1
    stretch = clauses.items[k:]
    end = next((n for n, i in enumerate(stretch) if i.text in _BOUNDS), len(stretch))
    return any(i.kind in {"name", "ref"} and i.label == label for i in stretch[:end])


def _segments(clauses: Clauses, label: str, verb: Trigger) -> Iterator[tuple[int, Mention]]:
    """Name and date of each stretch between commas that holds one of both, back to the verb of another clause."""
    names: list[int] = []
    dates: list[Mention] = []
    for k in range(verb.head - 1, -2, -1):
        item = clauses.items[k] if k >= 0 else None
        stop = item is None or item.text in _STOPS or k in clauses.verbs or _in_other_trigger(clauses, k, verb)
        if stop or item is None or item.text in _BOUNDS or clauses.joins(k):
            if len(names) == len(dates) == 1:
                yield names[0], dates[0]
            names, dates = [], []
            if stop:
                return
        elif _names_one(item) and item.label == label and not _bygone(clauses, k):
            names.append(k)
        elif item.kind == "date" and item.mention and not item.norm.endswith(ATTRIBUTIVE):
            dates += [] if only_bounds(clauses, k) else [item.mention]


def _names_one(item: Item) -> bool:
    """A name, or a capital that acts for its country: "Хельсинки 2023 жылы, Стокгольм 2024 жылы кірді"."""
    return item.kind == "name" or (item.kind == "ref" and item.mention is not None and bool(item.ids))


def _bygone(clauses: Clauses, k: int) -> bool:
    """ "After the USSR", "the war in A": a Kazakh name that only tells when or where is no subject."""
    placed = fold(clauses.items[k].text).endswith(ATTRIBUTIVE)
    return clauses.lang == "kk" and (placed or clauses.items[k + 1].norm.startswith(tuple(clauses.after)))


def pairs_in_turn(clauses: Clauses, verb: Trigger, label: str, other: str) -> Iterator[tuple[int, int, Mention | None]]:
    """ "А Б-ға, В Г-ға қосылды": who and what of each stretch before the last one of a Kazakh verb, with its date."""
    held: list[int] = []
    stretches = [held]
    for k in range(verb.first - 1, -1, -1):
        item = clauses.items[k]
        if item.text in _STOPS or k in clauses.verbs or _in_other_trigger(clauses, k, verb):
            break
        if item.text in _BOUNDS:
            stretches.append(held := [])
        elif not (clauses.joins(k) or item.norm in clauses.turns):
            held.append(k)
    opening = stretches[-1]
    while len(stretches) > 1 and opening and clauses.items[opening[-1]].kind == "word":
        opening.pop()  # "Last year A …"
    kinds = [{clauses.items[k].label or clauses.items[k].kind: k for k in stretch} for stretch in stretches]
    if not {label, other} <= kinds[0].keys():
        return  # "To the body A in 1952, B in 1955 acceded": all have one body.
    for stretch, at in zip(stretches[1:], kinds[1:], strict=True):
        if len(stretch) == len(at) and {label, other} <= at.keys() <= {label, other, "DATE"}:
            yield at[label], at[other], clauses.items[at["DATE"]].mention if "DATE" in at else None


def _in_other_trigger(clauses: Clauses, k: int, own: Trigger) -> bool:
    trigger = clauses.held.get(k)
    return trigger is not None and trigger is not own and trigger.form != "noun"


def _is_named(clauses: Clauses, k: int) -> bool:
    """A name, in Russian also what stands for one: "the second in 2024"; in English "the latter", a city that acts."""
    item = clauses.items[k]
    acting = clauses.lang == "en" and (item.mention is not None or item.norm in clauses.latter)
    stands = item.kind == "ref" and (clauses.lang == "ru" or acting)
    return item.kind == "name" or (stands and bool(item.ids))


def _governed(clauses: Clauses, k: int) -> bool:
    """A Russian name behind a preposition is no subject."""
    before = clauses.items[k - 1]
    return clauses.lang == "ru" and before.kind == "word" and before.norm in _PREPOSITIONS


def _owns(clauses: Clauses, k: int) -> bool:
    """ "Applied in 2022, days after A's invasion": an English owner of a noun is no subject; "A's in 2004" is."""
    behind = clauses.items[k + 1 : k + 3]
    named = clauses.items[k].kind == "name" and len(behind) > 1
    owned = named and behind[0].norm == _POSSESSIVE and behind[1].kind == "word"
    return clauses.lang == "en" and owned and behind[1].norm not in _TIMES


def _parted(clauses: Clauses, name: int) -> bool:
    return clauses.lang == "ru" and clauses.items[name + 1].text not in DASHES


def _acts_on(clauses: Clauses, comma: int) -> bool:
    """ "…, а 7 марта страна, передав грамоты, стала членом": behind the comma of a name a Russian converb."""
    following = clauses.items[comma + 1 : comma + 2]
    opens = clauses.lang == "ru" and clauses.items[comma].text == ","
    return opens and any(i.kind == "word" and is_part(i.norm, "GRND") for i in following)


def _past_insertion(clauses: Clauses, comma: int) -> int:
    """ "…, and C, held up by fighting at home, in 1999": behind the insertion of a name stands its date."""
    for k in range(comma + 1, min(comma + _LONGEST, len(clauses.items))):
        item = clauses.items[k]
        counted = item.mention is not None and item.mention.method.endswith(_LAPSE)
        dated = item.kind == "date" and not counted
        if dated or (item.kind == "name" and item.label == "COUNTRY") or item.text in _STOPS | {";"}:
            return 0
        if item.text == "," and k > comma + 1:
            behind = clauses.items[k + 1 : k + 3]
            dated = any(i.kind == "date" for i in behind) and (
                behind[0].kind == "date" or len(behind[0].norm) <= _SMALL
            )
            return k + 1 if dated else 0
    return 0


def _told_behind(clauses: Clauses, comma: int) -> bool:
    """ "…; C, independent since 1993, was admitted": behind the English aside of a name stands its own verb."""
    behind = range(comma + 1, min(comma + _LONGEST, len(clauses.items)) if clauses.lang == "en" else comma)
    closing = next((k for k in behind if clauses.items[k].kind == "mark"), 0)
    verb = closing + 1 if closing and clauses.items[closing].text == "," else 0
    return bool(verb) and verb < len(clauses.items) and (verb in clauses.verbs or clauses.helped(verb))


def _only_late(clauses: Clauses, k: int) -> bool:
    """ "A joined in 1995 and B not until 1999": in English B did."""
    behind = clauses.items[k + 1 : k + 2]
    return clauses.lang == "en" and clauses.items[k].norm == _NOT and any(i.norm in _LATE for i in behind)


def _tells(clauses: Clauses, name: int | None, k: int) -> bool:
    """A verb stands there, so what was named before it has one of its own."""
    held = clauses.held.get(k)
    helped = name is not None and clauses.helped(k) and not _only_late(clauses, k)
    helped = helped or (name == k - 2 and clauses.items[k - 1].text == "," and _told_behind(clauses, k - 1))
    return helped or _owns(clauses, k) or k in clauses.verbs or (held is not None and held.form != "noun")


def _counts_on(clauses: Clauses, k: int) -> bool:
    """ "B two months later and C in 2010": when B did so is not told."""
    return clauses.lang == "en" and clauses.items[k].norm in clauses.afterwards


def _alike(clauses: Clauses, item: Item, label: str) -> bool:
    """ "The Union was launched in 2008, the Partnership in 2009": in English a programme may follow a body."""
    return item.label == label or (clauses.lang == "en" and {item.label, label} == _FOUNDED)


def _of_row(clauses: Clauses, k: int) -> bool:
    """ "In 1998 and 2013, C in 2015": the second date of a row is the verb's, no next subject's."""
    turns = clauses.lang == "en" or any(i.norm in clauses.respective for i in clauses.items)
    dates = turns and k > 1 and clauses.items[k].kind == clauses.items[k - 2].kind == "date"
    return dates and clauses.joins(k - 1)


def _of_paper(clauses: Clauses, k: int) -> bool:
    """ "The agreement of 8 December 1991 and the Declaration": the day of an English paper is not the next one's."""
    items = clauses.items
    named = clauses.lang == "en" and k > 1 and items[k].kind == "date" and items[k - 1].norm == "of"
    return named and items[k - 2].label == "TREATY"


def _walk(clauses: Clauses, label: str, steps: range) -> Iterator[tuple[int, Mention]]:
    name: int | None = None
    date: Mention | None = None
    bounded, skipped = False, 0
    pending: list[tuple[int, Mention]] = []
    for count, k in enumerate(steps):
        item = clauses.items[k]
        if k < skipped or _of_row(clauses, k) or _of_paper(clauses, k):
            continue
        if name == k - 1 and item.text == "," and date is None and (past := _past_insertion(clauses, k)):
            skipped = past
            continue
        aside = clauses.aside(k) if clauses.lang == "ru" else None
        if aside is not None and name is not None and aside[0] <= k < aside[1] - 1:
            continue
        if (item.kind == "mark" and item.text in _BOUNDS) or clauses.joins(k):
            # "While A, having left in 1966, …" tells of A by itself.
            apart = name is not None and date is None and _parted(clauses, name)
            if apart or (pending and pending[-1][0] == k - 1 and _acts_on(clauses, k)):
                return
            bounded = True
            yield from pending
            pending = []
            name = None if item.text == ";" and clauses.lang == "en" else name
            if name is not None and date is None and count > _LONGEST:
                return
        elif item.kind == "mark" and item.text in _STOPS:
            break
        elif _tells(clauses, name, k) or (pending and clauses.lang == "en" and clauses.helped(k)):
            return  # "In 1964 A was still a dream": what has both has a verb of its own, too.
        elif _is_named(clauses, k) and _alike(clauses, item, label) and not _governed(clauses, k):
            if name is not None or not bounded:
                return
            name = k
            date = (item.members[-1].date or date) if clauses.lang == "ru" and item.members else date
        elif item.kind == "date" or _counts_on(clauses, k):
            name, date = (name, item.mention) if item.kind == "date" else (None, date)
        if name is not None and date is not None:
            pending.append((name, date))
            name, date = None, None
    yield from pending
