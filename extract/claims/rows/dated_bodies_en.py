"""English sentences with their mentions in, what brackets of years tell of the lives of bodies out.

"CACO (2002) replaced the Central Asian Union (1994)"; "the Warsaw Pact (1955–1991) was an alliance of eight states".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.grammar.row_words import BodyWords, body_words
from extract.claims.rows.bare_claims import bare_claim, bare_date
from extract.language.tokens import fold
from kb.model import Claim, Mention, Sentence

_LANG, _BODY, _DATE = "en", "ORG", "DATE"
_OPEN, _CLOSE = re.compile(r"[\"”’'»]?\s\((?:(?:founded|established|created|formed)\s(?:in\s)?)?"), ")"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPAN = re.compile(r"\d{4}/\d{4}")
# Who acts, or is a member: the years behind bodies are then of what he did there.
_ACTORS = frozenset({"COUNTRY", "PERSON"})
_LEAST, _NEAR = 2, 40

Dated = tuple[Mention, Mention]


def find_dated_bodies(text: str, filled: Sequence[Filled], known: Sequence[Claim]) -> Iterator[Claim]:
    """When each body was founded, and ended where its bracket holds a span; `known`: what is told already."""
    words = body_words(_LANG)
    told = {(c.type, c.subject_id, c.start_char) for c in known}
    for sentence, mentions in filled:
        pairs = list(_bracketed(text, mentions)) if sentence.lang == _LANG else []
        for body, date in _of_lives(text, sentence, mentions, pairs, words) if pairs else ():
            for kind, when in _life(text, date):
                if (kind, body.entity_id, sentence.start_char) not in told:
                    yield bare_claim(text, sentence, kind, str(body.entity_id), None, dated(kind, when))


def _bracketed(text: str, mentions: Sequence[Mention]) -> Iterator[Dated]:
    """Bodies with nothing but a date in the bracket right behind them."""
    for body, date in pairwise(mentions):
        paired = body.label == _BODY and body.entity_id and date.label == _DATE and date.edtf
        alone = paired and text[date.end_char : date.end_char + 1] == _CLOSE
        if alone and _OPEN.fullmatch(text, body.end_char, date.start_char):
            yield body, date


def _of_lives(
    text: str, sentence: Sentence, mentions: Sequence[Mention], pairs: Sequence[Dated], words: BodyWords
) -> Sequence[Dated]:
    """The pairs whose date is of the body's own life, by what stands before and beside them."""
    first = pairs[0][0]
    if any(m.label in _ACTORS and m.start_char < first.start_char for m in mentions):
        return ()
    said = _words(text, sentence, mentions)
    if not words.barred.isdisjoint(said.values()):
        return ()
    following = next((w for at, w in said.items() if at > pairs[0][1].end_char), "")
    opens = following in words.predicates and {w for at, w in said.items() if at < first.start_char} <= words.small
    row = len(pairs) >= _LEAST and not words.heads.isdisjoint(said.values())
    if row:
        return [p for p in pairs if not _passed_into(text, p[0], words)]
    return pairs[:1] if opens else ()


def _words(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> dict[int, str]:
    """Where each word stands that is part of no name."""
    named = {k for m in mentions for k in range(m.start_char, m.end_char)}
    found = _WORD.finditer(text, sentence.start_char, sentence.end_char)
    return {w.start(): fold(w[0]) for w in found if w.start() not in named}


def _passed_into(text: str, body: Mention, words: BodyWords) -> bool:
    """ "Was swallowed by EurAsEC (2005)": what the bracket dates is the verb; "was followed by" dates the body."""
    before = [fold(w) for w in text[max(0, body.start_char - _NEAR) : body.start_char].split()]
    at = next((k for k in range(len(before) - 1, max(-1, len(before) - 3), -1) if before[k] in words.passing), 0)
    return at > 0 and before[at - 1] not in words.heads


def _life(text: str, date: Mention) -> Iterator[tuple[str, Mention]]:
    """ "2002" founds; "2002–2005" founds and ends."""
    if not _SPAN.fullmatch(date.edtf or ""):
        if "/" not in (date.edtf or ""):
            yield "established", date
        return
    first, last = date.start_char + 4, date.end_char - 4
    yield "established", bare_date(text, date.start_char, first, date.lang)
    yield "terminated", bare_date(text, last, date.end_char, date.lang)
