"""An English noun for a paper, told by what it does to a body or by when it was signed, in, which paper it is out.

"A treaty setting up A", "an agreement winding up the Community", "founded by a treaty signed in 1951", "a new Code".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import ARTICLES, Item, days_told, referring
from extract.language.word_record import word_record
from extract.tables import read_table

_REACH, _NEAR, _YEAR = 8, 6, len("2014")
_ONE, _ON, _INDEFINITE, _ITSELF = "one", "on", frozenset({"a", "an", "second", "another", "new"}), frozenset({"it"})
_PLAIN = frozenset({"treaty", "agreement", "pact", "accord", "document", "instrument", "text", "one"})
_FOUNDERS = ("treaty", "agreement", "pact", "convention", "declaration", "act", "charter", "articles", "statute")


@dataclass(frozen=True, slots=True)
class _Words:
    """The table `data/en/paper_deeds.yml`."""

    founding: frozenset[str]
    ending: frozenset[str]
    between: frozenset[str]
    heirs: frozenset[str]
    resting: frozenset[str]
    making: frozenset[str]
    charters: frozenset[str]
    deeds: frozenset[str]
    anew: frozenset[str]


@cache
def _words() -> _Words:
    return word_record(_Words, read_table("en", "paper_deeds"))


def paper_by_deed(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """The paper that founds or ends a body of the sentence, or the one by which it came about on that date."""
    noun = items[k].norm
    second = noun == _ONE and any(i.label == "TREATY" for i in items[:k])
    if not (second or noun in words.instruments):
        return None
    paper = _by_deed(items, k, words, memory) or _by_date(items, k, words, memory)
    if paper is None or not paper.startswith(_FOUNDERS if noun in _PLAIN else noun):
        return None
    memory.meant(paper, items[k].start)
    return referring(items[k], "TREATY", (paper,))


def _by_deed(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "A treaty setting up A", "an agreement winding up the Community", "the treaty on its successor, A"."""
    following = items[k + 1] if k + 1 < len(items) else None
    table = _words()
    if following is None or following.norm not in table.founding | table.ending:
        return None
    heir = _heir(items, k + 2)
    at = k + 2
    while at < min(k + _REACH, len(items)) and items[at].norm in table.between - _ITSELF:
        at += 1
    if following.norm == _ON:
        ending = [n for n in range(k + 2, at + 1) if n < len(items) and items[n].norm in table.ending]
        if heir is None and not ending:
            return None
        at = next((n for n in range(at + 1, min(k + _REACH, len(items))) if items[n].norm not in table.between), at)
        following = items[ending[0]] if ending else following
    body = heir or _body(items, at, words, memory)
    if body is None:
        return None
    deed = "ending" if following.norm in table.ending else "founding"
    paper = memory.paper_for(deed, body, ())
    return paper if paper and _timely(items, paper, memory) else None


def _heir(items: Sequence[Item], at: int) -> str | None:
    """ "… its successor, A": the body in apposition."""
    near = items[at : at + 5]
    noun = next((n for n, i in enumerate(near) if i.norm in _words().heirs), None)
    if noun is None or noun + 1 >= len(near) or near[noun + 1].text != ",":
        return None
    named = next((i for i in near[noun + 2 :] if i.norm not in ARTICLES), None)
    return named.ids[0] if named is not None and named.label == "ORG" and named.ids else None


def _body(items: Sequence[Item], at: int, words: Anaphors, memory: Memory) -> str | None:
    """By its name, by a noun for it, or by "it"."""
    item = items[at] if at < len(items) else None
    if item is None:
        return None
    if item.kind == "name":
        owns = at + 1 < len(items) and items[at + 1].norm == "s"
        return item.ids[0] if item.label == "ORG" and len(item.ids) == 1 and not owns else None
    if item.norm in _ITSELF:
        return memory.body(item.start)
    return memory.body(item.start, words.bodies[item.norm]) if item.norm in words.bodies else None


def _by_date(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "A, set up by an agreement signed in January 1993"; "a charter was signed in June 2002"."""
    charter = items[k].norm in _words().charters and not _describes(items, k, words)
    if not (_deed(items) if charter else _rests(items, k)):
        return None
    near = [*items[k + 1 : k + 1 + _NEAR], *(items if charter else ())]
    day = next((i.mention.edtf for i in near if i.kind == "date" and i.mention), None)
    if not day or not day[:_YEAR].isdigit():
        return None
    found = set(_papers(items, k, (day, charter), memory))
    return found.pop() if len(found) == 1 else None


def _describes(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "A charter flight"."""
    following = items[k + 1] if k + 1 < len(items) else None
    return following is not None and following.kind == "word" and following.norm not in words.alone | _words().making


def _rests(items: Sequence[Item], k: int) -> bool:
    """ "… by an intergovernmental agreement signed"."""
    table = _words()
    article = next((n for n in range(k - 1, max(-1, k - 4), -1) if items[n].norm in ARTICLES), 0)
    led = article > 0 and items[article].norm in _INDEFINITE and items[article - 1].norm in table.resting
    return led and k + 1 < len(items) and items[k + 1].norm in table.making


def _papers(items: Sequence[Item], k: int, of: tuple[str, bool], memory: Memory) -> Iterator[str]:
    """What founds, ends or governs a body of the sentence, or the body in mind where it names none, of that day."""
    named = [id_ for i in items if i.label == "ORG" for id_ in i.ids]
    mind = None if named else memory.body(items[k].start)
    bodies, (day, charter) = dict.fromkeys([*named, *([mind] if mind else [])]), of
    if charter:
        kinds = tuple(f"{kind}-" for kind in _words().charters)
        yield from (p for p in memory.signed_that_day(day, kinds) if memory.body_of(p) in bodies)
        return
    told = (memory.paper_for(deed, body, ()) for body in bodies for deed in ("founding", "ending"))
    yield from (paper for paper in told if paper and memory.signed_on(paper).startswith(day))


def _deed(items: Sequence[Item]) -> bool:
    return any(i.kind == "word" and i.norm.startswith(tuple(_words().deeds)) for i in items)


def _timely(items: Sequence[Item], paper: str, memory: Memory) -> bool:
    """Of its date, where the sentence tells dates at all."""
    days = days_told(items)
    days = [day for day in days if day[:_YEAR].isdigit()]
    signed = memory.signed_on(paper)
    return not days or any(signed.startswith(day) for day in days)


def renewed(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "A new Code, signed in April 2017", "adopted its Charter in 2001": of papers of one noun the one of the date."""
    item = items[k]
    if item.label != "TREATY" or len(item.ids) != 1 or item.text.strip().isalpha() is False or not _deed(items):
        return None
    own, kind = item.ids[0], item.ids[0].split("-")[0]
    days = days_told(items)
    if any(memory.signed_on(own).startswith(day[:_YEAR]) for day in days) or not days:
        return None
    alike = [p for day in days if day[:_YEAR].isdigit() for p in memory.signed_that_day(day, (f"{kind}-",))]
    alike = [p for p in alike if p != own and memory.is_about(p)]
    anew = k > 0 and items[k - 1].norm in _words().anew
    sure = [p for p in alike if anew or memory.body_of(p) == memory.body_of(own)]
    return sure[0] if len(set(sure)) == 1 else None
