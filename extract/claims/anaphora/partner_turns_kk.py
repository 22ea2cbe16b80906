"""The items of a Kazakh sentence on papers with several partners in, the same with the paper of each partner out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.anaphora.memory import Memory
from extract.claims.grammar.items import Item, Member
from extract.language.tokens import fold

_PAPER, _STATE, _NAME = "TREATY", "COUNTRY", "name"
_WITH = ("мен", "бен", "пен")
_BOUNDS = frozenset({",", ";", fold("және"), "ал"})
# What may stand between a partner and its date, letters folded.
_SMALL = frozenset(map(fold, (
    "жасалғаны", "жасасқаны", "жасалған", "келісім", "келісімі", "келісімге", "келісімді", "құжат", "құжатқа",
    "осындай", "ұқсас", "дәл", "сондай", "да", "де", "бірдей", "болса", "арадағы", "қол", "қойылғаны", "мұндай",
)))  # fmt: skip
_KIND = 2


def with_partner_turns(items: Sequence[Item], memory: Memory) -> Sequence[Item]:
    """ "A-мен келісім 2016 жылы, B-мен жасалғаны 2021 жылы", "2015 жылы A-мен, 2019 жылы B-мен … келісім": each own."""
    papers = [i for i in items if i.label == _PAPER and i.kind == _NAME and len(i.ids) == 1]
    if len(papers) != 1 or not any(_accompanies(i) for i in items):
        return items
    paper = papers[0]
    if paper.ids[0] not in memory.papers_of_partners():
        return items
    found: list[Item] = []
    at = 0
    while at < len(items):
        end = _partner_turn(items, at)
        own = _paper_with(items[at], paper, memory) if end is not None else None
        if end is None or own is None:
            found.append(items[at])
            at += 1
        else:
            member = Member(own, _PAPER, items[at].start, items[at].end, items[at].text)
            found.append(replace(items[at], label=_PAPER, members=(member,)))
            at = end
    return found


def _accompanies(item: Item) -> bool:
    return item.kind == _NAME and item.label == _STATE and len(item.ids) == 1 and fold(item.text).endswith(_WITH)


def _partner_turn(items: Sequence[Item], at: int) -> int | None:
    """Behind a partner that stands in a stretch of its own beside its date."""
    if not _accompanies(items[at]):
        return None
    end = at + 1
    while end < len(items) and items[end].kind == "word" and items[end].norm in _SMALL:
        end += 1
    bounded = end < len(items) and (items[end].text in _BOUNDS or items[end].norm in _BOUNDS)
    before = items[at - 1] if at else None
    dated_behind = end < len(items) and items[end].kind == "date"
    opens = before is None or before.kind == "mark" or before.norm in _BOUNDS
    if dated_behind and opens:
        return end
    return end if bounded and before is not None and before.kind == "date" else None


def _paper_with(partner: Item, paper: Item, memory: Memory) -> str | None:
    """The one paper of the same kind that was concluded with the partner."""
    kind = paper.ids[0].split("-")[:_KIND]
    known = [p for p in memory.papers_with(partner.ids[0]) if p.split("-")[:_KIND] == kind and p != paper.ids[0]]
    return known[0] if len(known) == 1 else None
