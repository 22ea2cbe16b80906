"""What a trigger told and its date in, the same of the dates that are listed behind it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.claims.grammar.items import Item
from extract.claims.scene import Draft, Scene, Told
from kb.model import Mention

# What may happen more than once between the same two.
_REPEATED = frozenset({"signed", "suspended", "acceded", "withdrew"})
# What may close the clause behind a list of dates.
_ENDS = frozenset(".;:)")
# Kazakh, letters folded.
_PARTICIPLES = ("ган", "ген", "кан", "кен")
# "In 1992 and «in» 2006".
_IN = frozenset({"в", "во"})


def repeated(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "(Signed in 1995, 1999, 2010)", "A was suspended in 2012 and 2020": one claim for each date of the list."""
    if told.date is None or not made or any(d.type not in _REPEATED or d.date is not None for d in made):
        return
    subjects = {d.subject_id for d in made}
    if len(subjects) > 1:
        return  # "A and B joined in 1995 and 1999": each in its turn.
    for date in _listed(scene, told.date_item, told.trigger.head):
        yield from (replace(d, date=date) for d in made)


def _listed(scene: Scene, at: int, head: int) -> list[Mention]:
    """The dates beside that one, with nothing but commas and joints between; none where a clause goes on from them."""
    items, first = scene.clauses.items, _first(scene, at, head)
    found, k = [first], first + 1
    while k + 1 < len(items) and (items[k].text == "," or scene.clauses.joins(k)):
        k += 1 + (items[k].text == "," and scene.clauses.joins(k + 1))
        k += scene.lang == "ru" and k < len(items) and items[k].norm in _IN
        if k >= len(items) or items[k].kind != "date" or items[k].mention is None:
            break
        found.append(k)
        k += 1
    closes = k >= len(items) or items[k].text in _ENDS or scene.lang == "kk"
    dates = [items[n].mention for n in found]
    ordered = all(a and b and _when(a) < _when(b) for a, b in pairwise(dates))
    others = [d for n, d in zip(found, dates, strict=True) if d and n != at]
    return others if closes and ordered and _bare(items, found) else []


def _first(scene: Scene, at: int, head: int) -> int:
    """Where the list begins: a Kazakh verb takes the date next to it, which is the last ("2000 және 2009 жылдары")."""
    items, first = scene.clauses.items, at
    if scene.lang != "kk" or at + 1 >= len(items):
        return at
    while first > 1 and items[first - 2].kind == "date" and items[first - 2].mention is not None:
        if items[first - 1].text != "," and not scene.clauses.joins(first - 1):
            break
        first -= 2
    # "B in 1982, in 1999 and 2004 others": the list is somebody else's; so is that of a participle behind it.
    apart = first > 0 and items[first - 1].kind in {"mark", "date"}
    apart = apart or items[at + 1].norm.endswith(_PARTICIPLES)
    return at if apart or any(at < k < head for k in scene.clauses.verbs) else first


def _when(date: Mention) -> str:
    return (date.edtf or "").removeprefix("../")


def _bare(items: Sequence[Item], found: Sequence[int]) -> bool:
    """Dates of one form: "on 4 May 1995, 1999" is no list of years."""
    lengths = {len(m.edtf or "") for k in found if (m := items[k].mention) is not None}
    return len(lengths) == 1
