"""Sentences with their mentions in, what brackets behind a country or a span behind a body tell of their lives out.

"They were joined by A (1961, withdrew 2019) and B (1973, suspended membership 1992, rejoined 2007)"; "the RCD existed
from 1964 to 1979".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import Dated
from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_claim
from kb.edtf_bounds import bounds
from kb.model import Claim, Mention, Sentence

_BRACKET = re.compile(r"\s?\(([^()]{8,120})\)")
_STEP = re.compile(r"(?:(?P<told>[a-z][a-z -]*?)\s)?(?:in |since )?(?P<year>(?:19|20)\d\d)")
_TYPES = {
    "withdrew": ("withdrew", "left", "quit", "resigned", "departed", "exited", "withdrawn", "expelled"),
    "acceded": ("rejoined", "re-joined", "returned", "readmitted", "joined", "re-entered", "reactivated", "reinstated"),
    "suspended": ("suspended", "frozen"),
}
_ABOUT = re.compile(r"\b(?:join|member|accede|accession|admi|enter|founde)", re.IGNORECASE)
_ANNOUNCED, _BOTH, _LIFE = "announced", 2, ("established", "terminated")
_EXISTED = re.compile(
    r"(?: \([A-Z]+\))?,?(?: which| that)?(?: had| has)?"
    r" (?:existed|(?:remained |was |been |were )?in (?:existence|place|operation))(?: from| between)?\s"
)
# What may also be said of a part of its life has nothing more behind the span.
_LASTED = re.compile(
    r"(?: \([A-Z]+\))?,?(?: which| that)?(?: had| has)? (?:only )?"
    r"(?:lasted|endured|survived|lived|functioned|operated)(?: only)?(?: from| between)\s"
)
_CLOSED = re.compile(r"[.,;)]")
# "Its membership of A lasted from …": the body is not what did.
_GOVERNED = re.compile(r"\b(?:of|in|to|with|at|from|for|by|and)(?: the)?\s*$")
_UP_TO = frozenset({" to ", " until ", " till ", " and "})
_VALUE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def careers(text: str, rows: Sequence[Filled], memory: Memory) -> Iterator[Claim]:
    """What brackets of years and verbs tell of each country, what a span of existence tells of a body."""
    for sentence, mentions in rows:
        if sentence.lang != "en":
            continue
        about = _ABOUT.search(text, sentence.start_char, sentence.end_char)
        for m in mentions if about else ():
            bracket = _BRACKET.match(text, m.end_char, sentence.end_char) if m.label == "COUNTRY" else None
            body = memory.body(m.start_char) if bracket and m.entity_id else None
            if bracket and body:
                yield from _of_country(text, sentence, (str(m.entity_id), body), bracket[1])
        yield from _lives(text, sentence, mentions)


def _of_country(text: str, sentence: Sentence, who: tuple[str, str], inside: str) -> Iterator[Claim]:
    """ "1973, suspended membership 1992, rejoined 2007": each step but the first, bare year."""
    steps = [_STEP.fullmatch(part.strip()) for part in re.split("[,;]", inside)]
    for step in steps if all(steps) else ():
        told = (step["told"] if step else None) or ""
        kind = next((k for k, words in _TYPES.items() if told.split()[:1] and told.split()[0] in words), None)
        planned = told.startswith(_ANNOUNCED)
        kind = "withdrew" if planned else kind
        if step and kind:
            claim = bare_claim(text, sentence, kind, *who, _in_year(step["year"]))
            yield replace(claim, polarity="planned") if planned else claim


def _lives(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """ "The RCD, which existed from 1964 to 1979": founded in the first year, ended in the second."""
    for body, span, behind in zip(mentions, mentions[1:], (*mentions[2:], None), strict=False):
        if span.label != "DATE" or body.label != "ORG" or not body.entity_id:
            continue
        years, end = _span_of(text, span, behind)
        existed = _EXISTED.fullmatch(text, body.end_char, span.start_char)
        governed = _GOVERNED.search(text[sentence.start_char : body.start_char])
        lived = _LASTED.fullmatch(text, body.end_char, span.start_char) and _CLOSED.match(text, end)
        lasted = existed or (lived and not governed)
        for kind, day in zip(_LIFE, years, strict=False) if lasted and len(years) == _BOTH else ():
            low, high = bounds(day)
            yield bare_claim(text, sentence, kind, body.entity_id, None, Dated(day, low, high))


def _span_of(text: str, span: Mention, behind: Mention | None) -> tuple[list[str], int]:
    """The two days of a span, one mention or two ("from February 1982 to September 1989"), and where it ends."""
    days, end = (span.edtf or "").split("/"), span.end_char
    if behind is not None and behind.label == "DATE" and text[end : behind.start_char] in _UP_TO:
        days, end = [*days, behind.edtf or ""], behind.end_char
    return (days if all(map(_VALUE.fullmatch, days)) else []), end


def _in_year(year: str) -> Dated:
    return Dated(year, f"{year}-01-01", f"{year}-12-31")
