"""Sentences that count what was signed and then name it one by one in, a claim for each paper so named out.

"On 7 October two documents were signed. The first is the Charter of A; the second is the agreement on its status."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim
from extract.language.tokens import fold, tokenise
from extract.tables import read_table
from kb.model import Claim, Mention, Participant, Sentence

# So many sentences behind the count the papers may still be named; so many words from the count to its noun and verb.
_BACK, _NOUN, _VERB = 5, 4, 5
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_OPENING, _AFTER = " \n\t\"'«“„(–—-", ";,.:"
_APPOSING, _TWO = ",–—", 2
_SENTENCE, _ENDS = frozenset(".;()"), frozenset(".;(")
_ROLES = {"signed": "signatory", "adopted": "adopter"}


@dataclass(frozen=True, slots=True)
class _Words:
    counts: frozenset[str]
    papers: tuple[str, ...]
    verbs: dict[str, str]
    stops: frozenset[str]
    ordinals: re.Pattern[str]
    joints: frozenset[str]
    numbers: dict[str, int]


@cache
def _words(lang: str) -> _Words:
    table = read_table(lang, "counted_papers")
    verbs = {fold(verb): kind for kind, some in table["verbs"].items() for verb in some}
    longest_first = sorted(table["ordinals"], key=len, reverse=True)
    ordinals = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)
    sets = {name: frozenset(map(fold, table[name])) for name in ("counts", "stops", "joints")}
    papers, numbers = tuple(map(fold, table["papers"])), table.get("numbers") or {}
    return _Words(sets["counts"], papers, verbs, sets["stops"], ordinals, sets["joints"], numbers)


def find_counted_papers(text: str, rows: Sequence[Filled], tables: ClaimTables) -> Iterator[Claim]:
    """One claim for each paper that a sentence calls the first, the second of those that were counted before."""
    for at, (sentence, mentions) in enumerate(rows):
        yield from _behind_colon(text, sentence, mentions, tables)
        own = text[sentence.start_char : sentence.end_char].lstrip(_OPENING)
        if not _words(sentence.lang).ordinals.match(own):
            continue
        papers = list(_named_in_turn(text, sentence, mentions))
        lead = _lead(text, rows, at) if papers else None
        for paper in papers if lead is not None else ():
            if lead is not None:
                yield _claim(text, sentence, (paper, lead[0], lead[1]), tables)


def _behind_colon(text: str, sentence: Sentence, mentions: Sequence[Mention], tables: ClaimTables) -> Iterator[Claim]:
    """ "Three papers were signed: A, B and C"."""
    named = [m for m in mentions if m.label == "TREATY" and m.entity_id]
    colon = text.find(":", sentence.start_char, named[0].start_char) if named else -1
    if colon < 0:
        named, colon = _apposed(text, sentence, named)
    if colon < 0:
        return
    # The clause that the colon closes, behind its last comma.
    clause = max(sentence.start_char, text.rfind(",", sentence.start_char, colon) + 1)
    before = replace(sentence, start_char=clause, end_char=colon)
    kind = _counted(text, before)
    own = [m for m in mentions if clause <= m.start_char < colon]
    dated_there = any(m.label == "DATE" for m in own)
    lead = (before, own if dated_there else [m for m in mentions if m.start_char < colon])
    for m in named if kind is not None else ():
        if not _ENDS.intersection(text[colon : m.start_char]) and kind is not None:
            yield _claim(text, sentence, (str(m.entity_id), kind, lead), tables)


def _apposed(text: str, sentence: Sentence, named: Sequence[Mention]) -> tuple[list[Mention], int]:
    """ "Signed two accords here, A and B": as many names as were counted, and where the mark before them stands."""
    numbers = _words(sentence.lang).numbers
    before = text[sentence.start_char : named[0].start_char] if numbers and len(named) >= _TWO else ""
    told = [fold(t.text) for t in tokenise(before)]
    opening = before.rstrip().removesuffix(" the").removesuffix(" an").removesuffix(" a").rstrip()
    count = next((numbers[word] for word in reversed(told) if word in numbers), 0)
    if not opening or opening[-1] not in _APPOSING or len(named) < count or not count:
        return [], -1
    return list(named[:count]), sentence.start_char + len(opening) - 1


def _claim(text: str, sentence: Sentence, found: tuple[str, str, Filled], tables: ClaimTables) -> Claim:
    """The deed of the count, done to one of the papers where and when the count says."""
    paper, kind, (_, told) = found
    dates = [m for m in told if m.label == "DATE" and m.edtf]
    places = [m for m in told if m.label == "PLACE"]
    people = [m.entity_id for m in told if m.label == "PERSON" and m.entity_id]
    when = dated(kind, dates[0] if len(dates) == 1 else None)
    place = places[0] if len(places) == 1 else None
    return replace(
        bare_claim(text, sentence, kind, paper, tables.body_of(paper), when),
        place=place.text if place else None,
        place_id=place.entity_id if place else None,
        participants=tuple(Participant(id_, _ROLES[kind]) for id_ in dict.fromkeys(people)),
    )


def _named_in_turn(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[str]:
    """The papers right behind "the first —", "the second was the"."""
    words = _words(sentence.lang)
    for found in words.ordinals.finditer(text, sentence.start_char, sentence.end_char):
        before = text[sentence.start_char : found.start()].rstrip(_OPENING)
        if before and before[-1] not in _AFTER:
            continue
        paper = next((m for m in mentions if m.label == "TREATY" and m.start_char >= found.end()), None)
        if paper is None or not paper.entity_id:
            continue
        between = text[found.end() : paper.start_char]
        # "The first treaty on A" counts treaties of A, and names no paper of the count.
        apart = between.strip() and _SENTENCE.isdisjoint(between)
        if apart and all(fold(t.text) in words.joints for t in tokenise(between)):
            yield paper.entity_id


def _lead(text: str, rows: Sequence[Filled], at: int) -> tuple[str, Filled] | None:
    """The deed and the sentence that counted the papers, in the same paragraph."""
    for n in range(at - 1, max(-1, at - 1 - _BACK), -1):
        sentence, mentions = rows[n]
        if sentence.lang != rows[at][0].lang or _PARAGRAPH.search(text, sentence.end_char, rows[at][0].start_char):
            return None
        kind = _counted(text, sentence)
        if kind is not None:
            return kind, (sentence, mentions)
    return None


def _counted(text: str, sentence: Sentence) -> str | None:
    """ "Signed two documents", "two documents were signed": what was done to papers that are only counted."""
    words = _words(sentence.lang)
    told = [fold(t.text) for t in tokenise(text, sentence.start_char, sentence.end_char)]
    for k, word in enumerate(told):
        if word not in words.counts:
            continue
        noun = next((n for n in range(k + 1, min(k + 1 + _NOUN, len(told))) if told[n].startswith(words.papers)), None)
        near = range(max(0, k - _VERB), min(len(told), (noun or k) + 1 + _VERB)) if noun is not None else ()
        verb = next((n for n in near if told[n] in words.verbs), None)
        if verb is not None and words.stops.isdisjoint(told[max(0, verb - 2) : verb + 2]):
            return words.verbs[told[verb]]
    return None
