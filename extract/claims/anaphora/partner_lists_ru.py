"""A Russian plural for papers with several partners in, the papers out: "соглашения с Вьетнамом, Сербией и Ираном"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, Member
from extract.language.tokens import fold

_PAPER, _STATE, _BODY = "TREATY", "COUNTRY", "ORG"
_WITH, _JOINTS, _ABOUT = frozenset({"с", "со"}), frozenset({"и", ","}), 9
_ON, _JOINING = frozenset({"о", "об", "по"}), "joining"
_BOTH = frozenset({"оба", "обе", "обоих", "обеих"})
# So near, in characters, stand the two partners whose papers "both agreements" are.
_TWO = 2


def with_partner_lists(items: Sequence[Item], words: Anaphors, memory: Memory) -> Sequence[Item]:
    """The items with one paper for each partner that stands behind a plural."""
    if not any(_opens(i, words) for i in items):
        return items
    found: list[Item] = []
    at = 0
    while at < len(items):
        made, end = (None, at)
        if _opens(items[at], words):
            made, end = _of_accessions(items, at, words, memory) or _listed(items, at, memory)
        found.append(items[at] if made is None else made)
        at = at + 1 if made is None else end
    return found


def both_papers(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> tuple[str, ...]:
    """ "Talks with A and B go on. Both agreements …": those of the two partners that were named last."""
    if not k or items[k - 1].norm not in _BOTH or items[k].norm not in words.pacts:
        return ()
    if items[k + 1 : k + 2] and items[k + 1].norm in _ON:
        return ()  # "Both agreements on deliveries."
    partners = memory.countries(items[k].start, _TWO, near=True)
    body = memory.body(items[k].start)
    papers = [memory.paper_between(body, p, _year(items, k)) for p in partners] if body else []
    return tuple(p for p in papers if p) if len(papers) == _TWO and all(papers) else ()


def _opens(item: Item, words: Anaphors) -> bool:
    if item.kind == "name":
        return item.label == _PAPER and fold(item.text.split()[0]) in words.pacts
    return item.kind == "word" and item.norm in words.pacts


def _listed(items: Sequence[Item], k: int, memory: Memory) -> tuple[Item | None, int]:
    """The noun with the papers of all its partners, and where the list ends."""
    rows = list(_partners(items, k))
    if not rows:
        return _with_body(items, k, memory), k + 1
    body = _body(items, k, memory)
    own = list(items[k].members) if items[k].kind == "name" and items[k].ids else []
    for member in (m for at in rows for m in items[at].members):
        year = _of(member.date) or _year(items, k)
        paper = memory.paper_between(body, member.entity_id or "", year) if body else None
        if paper is None:
            return None, k
        own.append(replace(member, entity_id=paper, label=_PAPER))
    if len(own) < _TWO:
        return None, k
    last = rows[-1]
    return replace(items[k], kind="ref", label=_PAPER, members=tuple(own), end=items[last].end), last + 1


def _with_body(items: Sequence[Item], k: int, memory: Memory) -> Item | None:
    """ "A and B signed association agreements with C": each its own."""
    behind = list(takewhile(lambda i: i.kind == "word", items[k + 1 : k + 1 + _ABOUT]))
    goal = items[k + 1 + len(behind)] if k + 1 + len(behind) < len(items) else None
    partnered = goal is not None and goal.label == _BODY and bool(behind) and behind[-1].norm in _WITH
    countries = next((i.ids for i in reversed(items[:k]) if i.label == _STATE and len(i.ids) > 1), ())
    if not partnered or goal is None or not goal.ids or not countries:
        return None
    papers = [memory.paper_between(goal.ids[0], c, _year(items, k)) for c in countries]
    if not all(papers):
        return None
    members = tuple(Member(p, _PAPER, items[k].start, items[k].end, items[k].text) for p in papers)
    return replace(items[k], kind="ref", label=_PAPER, members=members)


def _of_accessions(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> tuple[Item, int] | None:
    """ "The treaties on the accession of A and B to C", "A and B signed the treaties on accession to C"."""
    told = items[k + 1].norm in _ON and items[k + 2].norm.startswith(words.joining) if k + 3 < len(items) else False
    if not told:
        return None
    goal = next((n for n in range(k + 3, min(k + 3 + _ABOUT, len(items))) if items[n].label == _BODY), len(items) - 1)
    body = items[goal].ids[0] if items[goal].label == _BODY and items[goal].ids else memory.body(items[k].start)
    inside = [i for i in items[k + 3 : goal] if i.label == _STATE]
    countries = next((i.ids for i in (*inside, *items) if i.label == _STATE and len(i.ids) > 1), ())
    papers = [memory.paper_for(_JOINING, body, (c,)) for c in countries] if body else []
    if not papers or not all(papers):
        return None
    members = tuple(Member(p, _PAPER, items[k].start, items[k].end, items[k].text) for p in papers)
    last = goal if inside else k
    return replace(items[k], kind="ref", label=_PAPER, members=members, end=items[last].end), last + 1


def _partners(items: Sequence[Item], k: int) -> Iterator[int]:
    """Where the countries stand behind "with": "on trade with A, B and on services with C"."""
    at = k + 1
    if items[k].kind == "name":
        # "Соглашения о торговле с Вьетнамом, Сербией": the name of the first paper ends with its partner.
        while at + 1 < len(items) and items[at].text in _JOINTS and items[at + 1].label == _STATE:
            yield at + 1
            at += 2
        return
    while at < len(items):
        between = list(takewhile(lambda i: i.kind == "word" and i.norm not in _WITH, items[at : at + _ABOUT]))
        goal = at + len(between) + 1
        if goal >= len(items) or items[goal - 1].norm not in _WITH or items[goal].label != _STATE:
            return
        yield goal
        at = goal + 1


def _body(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """Whose papers they are: of the body behind or before the noun, else of the one in mind."""
    named = [i.ids[0] for i in (*items[k + 1 :], *items[:k]) if i.kind == "name" and i.label == _BODY and i.ids]
    whole = memory.body_of(items[k].ids[0]) if items[k].ids else None
    return whole or (named[0] if named else memory.body(items[k].start))


def _year(items: Sequence[Item], k: int) -> str:
    near = sorted((abs(n - k), _of(i.mention)) for n, i in enumerate(items) if i.kind == "date")
    return next((year for _, year in near if year), "")


def _of(mention: object) -> str:
    year = str(getattr(mention, "edtf", "") or "")[:4]
    return year if year.isdecimal() else ""
