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
# "In 1992 and «in» 2006".
_IN = frozenset({"в", "во"})


def repeated(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "(Signed in 1995, 1999, 2010)", "A was suspended in 2012 and 2020": one claim for each date of the list."""
    if told.date is None or not made or any(d.type not in _REPEATED or d.date is not None for d in made):
        return
    subjects = {d.subject_id for d in made}
    if len(subjects) > 1:
        return  # "A and B joined in 1995 and 1999": each in its turn.
    for date in _listed(scene, told.date_item):
        yield from (replace(d, date=date) for d in made)


def _listed(scene: Scene, at: int) -> list[Mention]:
    """The dates behind that one, with nothing but commas and joints between; none where a clause goes on from them."""
    items, found, k = scene.clauses.items, [at], at + 1
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
    return [d for d in dates[1:] if d] if closes and ordered and _bare(items, found) else []


def _when(date: Mention) -> str:
    return (date.edtf or "").removeprefix("../")


def _bare(items: Sequence[Item], found: Sequence[int]) -> bool:
    """Dates of one form: "on 4 May 1995, 1999" is no list of years."""
    lengths = {len(m.edtf or "") for k in found if (m := items[k].mention) is not None}
    return len(lengths) == 1
