"""An English noun for what a body and a partner concluded, without its title in, which instruments it is out.

"An agreement with Serbia", "one with Iran", "A's framework agreement", "agreements with A and B", "the full one".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.claims.anaphora.memory import Memory
from extract.claims.grammar.items import Item, days_told, referring
from extract.claims.known import OPENING
from extract.language.word_record import word_record
from extract.tables import read_table

_WITH, _OWNS, _NEAR, _BACK, _TITLED = "with", "s", 6, 4, 5
_ON, _TRADE = frozenset({"on", "for", "about", "concerning", "of"}), ("trade", "free", "free-trade", "econom", "commer")
# So far back something must have told that papers of this kind are spoken of, in characters.
_SPOKEN = 600
_INTERIM, _YEAR = "inte", 4


@dataclass(frozen=True, slots=True)
class _Words:
    """The table `data/en/partner_words.yml`."""

    nouns: frozenset[str]
    turns: frozenset[str]
    plain: frozenset[str]
    early: frozenset[str]
    full: frozenset[str]


@cache
def _words() -> _Words:
    return word_record(_Words, read_table("en", "partner_words"))


def partner_turn(items: Sequence[Item], k: int, memory: Memory) -> Item | None:
    """What the body concluded with each of the partners; of what fits the date, where one is told."""
    noun = items[k].norm
    turn = noun in _words().turns and _is_turn(items, k, memory)
    if not (turn or (noun in _words().nouns and _says_no_more(items, k))):
        return None
    said = _before(items, k)
    if any(word not in _words().plain for word in said):
        return None
    partners = _partners(items, k, said) or (memory.one_country(items[k].start) if not _countries(items) else ())
    body = _body(items, k, memory)
    days = days_told(items)
    found = [_paper(memory.papers_between(body, p), said, days, memory) for p in partners] if body else []
    papers = [paper for paper in found if paper]
    if not papers or len(papers) < len(found) or _of_others(items, k, partners):
        return None
    if not (_dated(papers, days, memory) or _spoken_of(items, k, said, memory)):
        return None
    for paper in papers:
        memory.meant(paper, items[k].start)
    return referring(items[k], "TREATY", tuple(papers))


def signed_with(items: Sequence[Item], at: int, memory: Memory) -> tuple[str, ...]:
    """ "With Serbia we signed in October 2019": by partner and date what was concluded, where no noun says it."""
    partners = _behind(items, at) or _fronted(items, at) or _alone(items, at)
    days = days_told(items)
    body = _body(items, at, memory)
    found = [_paper(memory.papers_between(body, p), [], days, memory) for p in partners] if body and days else []
    papers = tuple(paper for paper in found if paper)
    if _of_others(items, at, partners):
        return ()
    return papers if papers and len(papers) == len(found) and _dated(papers, days, memory) else ()


def names_partner(items: Sequence[Item], at: int) -> bool:
    """Whether the sentence tells with whom it was: "with A we signed", "signed with A"."""
    return bool(_behind(items, at) or _fronted(items, at))


def _of_others(items: Sequence[Item], k: int, partners: Sequence[str]) -> bool:
    """ "Russia signed a deal with Serbia", where no body is named: between the two, whatever body is in mind."""
    before = {id_ for i in _countries(items[:k]) for id_ in i.ids}
    return bool(before - {*partners}) and not any(i.label == "ORG" for i in items)


def _is_turn(items: Sequence[Item], k: int, memory: Memory) -> bool:
    """ "One with A", "that with A", "with A one was signed", "the full one", where papers were spoken of before."""
    following = items[k + 1].norm if k + 1 < len(items) else ""
    before = items[k - 1].norm if k else ""
    led = (
        following == _WITH
        or bool(_fronted(items, k))
        or before in _words().full | _words().early
        or items[k].norm == "theirs"
    )
    earlier = memory.words(items[0].start - _SPOKEN, items[k].start)
    return led and not _words().nouns.isdisjoint(earlier)


def _says_no_more(items: Sequence[Item], k: int) -> bool:
    """Not "an agreement on tourism", and none that a name of its own goes on from."""
    behind = items[k + 1 : k + 1 + _TITLED]
    if not behind or behind[0].norm not in _ON or (len(behind) > 1 and behind[1].kind == "date"):
        return True
    return any(i.norm.startswith(_TRADE) for i in behind[1:] if i.kind == "word")


def _before(items: Sequence[Item], k: int) -> list[str]:
    """The words right before the noun, back to its article or owner."""
    said: list[str] = []
    for item in reversed(items[max(0, k - _BACK) : k]):
        if item.kind != "word" or item.norm in {"a", "an", "the", "its", "their", _OWNS}:
            said += [item.norm] if item.kind == "word" else []
            break
        if not said and item.norm not in _words().plain and not _describes(item):
            break  # "Signed agreements with": a verb, not a word that describes.
        said.append(item.norm)
    closed = bool(said) and said[-1] in {"a", "an", "the", "its", "their", _OWNS}
    return said if closed else [word for word in said if word in _words().plain]


def _describes(item: Item) -> bool:
    return item.text.islower() and item.norm.endswith(("al", "ic", "ary", "ive", "ous"))


def _countries(items: Sequence[Item]) -> list[Item]:
    return [i for i in items if i.label == "COUNTRY" and i.ids]


def _partners(items: Sequence[Item], k: int, said: Sequence[str]) -> tuple[str, ...]:
    """Behind "with", in front of the sentence, as owner of the noun; else the one that the sentence names at all."""
    if said and said[-1] == _OWNS:
        owner = next((i for i in reversed(items[:k]) if i.kind == "name"), None)
        if owner is not None and owner.label == "COUNTRY":
            return owner.ids
    told = _behind(items, k) or _fronted(items, k)
    named = _countries(items)
    return told or (named[0].ids if len(named) == 1 and items[k].norm not in {"one", "that"} else ())


def _behind(items: Sequence[Item], k: int) -> tuple[str, ...]:
    """ "… with A and B", dates and places aside."""
    for n in range(k + 1, min(k + _NEAR, len(items) - 1)):
        if items[n].norm == _WITH:
            at = n + 1 + (items[n + 1].norm == "the" and n + 2 < len(items))
            return items[at].ids if items[at].label == "COUNTRY" else ()
        if items[n].text in {";", "."}:
            break
    return ()


def _fronted(items: Sequence[Item], k: int) -> tuple[str, ...]:
    """ "With A one was signed": the last that stands behind "with" before it."""
    for n in range(k - 1, 0, -1):
        if items[n].text in {";", "."}:
            break
        led = items[n - 1].norm == _WITH or (items[n - 1].norm == "the" and n > 1 and items[n - 2].norm == _WITH)
        if items[n].label == "COUNTRY" and led:
            return items[n].ids
    return ()


def _alone(items: Sequence[Item], at: int) -> tuple[str, ...]:
    """ "A signed with the Union": the country right before the verb, where a body stands behind "with"."""
    behind = [i for i in items[at + 1 : at + _BACK] if i.norm != "the"]
    led = len(behind) > 1 and behind[0].norm == _WITH and behind[1].label == "ORG"
    return items[at - 1].ids if led and at and items[at - 1].label == "COUNTRY" else ()


def _body(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    named = list(dict.fromkeys(i.ids[0] for i in items if i.label == "ORG" and len(i.ids) == 1))
    if len(named) > 1:
        return None
    return named[0] if named else memory.body(items[k].start)


def _paper(papers: Sequence[str], said: Sequence[str], days: Sequence[str], memory: Memory) -> str | None:
    """Of several the one of the date, then the interim one where it is so called, and else the other."""
    early = not _words().early.isdisjoint(said)
    fit = [p for p in papers if any(_of(memory.signed_on(p), day) for day in days)]
    if early or not _words().full.isdisjoint(said):
        fit = [p for p in fit or papers if _is_early(p, memory) == early]
    fit = fit or [p for p in papers if not _is_early(p, memory)] or list(papers)
    return fit[0] if len(fit) == 1 else None


def _is_early(paper: str, memory: Memory) -> bool:
    return _INTERIM[:OPENING] in memory.title(paper)


def _of(signed: str, day: str) -> bool:
    return len(day) >= _YEAR and day[:_YEAR].isdigit() and bool(signed) and signed.startswith(day)


def _dated(papers: Sequence[str], days: Sequence[str], memory: Memory) -> bool:
    return all(any(_of(memory.signed_on(p), day) for day in days) for p in papers)


def _spoken_of(items: Sequence[Item], k: int, said: Sequence[str], memory: Memory) -> bool:
    """A certain paper on trade: "its free trade agreement with A", or "that with A" behind "trade agreements"."""
    definite = bool({"the", "its", "their", _OWNS} & {*said[-1:]}) or items[k].norm in _words().turns
    words = [*said, *memory.words(items[0].start - _SPOKEN, items[k].start)]
    return definite and any(w.startswith(_TRADE[0]) for w in words) and not _mentions_other(items, k)


def _mentions_other(items: Sequence[Item], k: int) -> bool:
    """A sentence that dates or signs an agreement of another time."""
    return any(norm.startswith(("sign", "conclud")) for norm in _norms(items[k:])) and any(
        i.kind == "date" for i in items
    )


def _norms(items: Sequence[Item]) -> Iterator[str]:
    return (i.norm for i in items if i.kind == "word")
