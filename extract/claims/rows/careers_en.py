"""Sentences with their mentions in, what brackets behind a country or a span behind a body tell of their lives out.

"They were joined by A (1961, withdrew 2019) and B (1973, suspended membership 1992, rejoined 2007)"; "the RCD existed
from 1964 to 1979".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import Dated
from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_claim
from kb.model import Claim, Mention, Sentence

_BRACKET = re.compile(r"\s?\(([^()]{8,120})\)")
_STEP = re.compile(r"(?:(?P<told>[a-z][a-z -]*?)\s)?(?:in |since )?(?P<year>(?:19|20)\d\d)")
_TYPES = {
    "withdrew": ("withdrew", "left", "quit", "resigned", "departed", "exited", "withdrawn", "expelled"),
    "acceded": ("rejoined", "re-joined", "returned", "readmitted", "joined", "re-entered", "reactivated", "reinstated"),
    "suspended": ("suspended", "frozen"),
}
_ABOUT = re.compile(r"\b(?:join|member|accede|accession|admi|enter|founde)", re.IGNORECASE)
_ANNOUNCED = "announced"
_EXISTED = re.compile(
    r"(?: \([A-Z]+\))?,?(?: which| that)?(?: had| has)?"
    r" (?:existed|(?:remained |was |been |were )?in (?:existence|place|operation))(?: from| between)?\s"
)


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
    for body, span in pairwise(mentions):
        years = (span.edtf or "").split("/")
        spans = span.label == "DATE" and len(years) == 2 and all(re.fullmatch(r"\d{4}", y) for y in years)
        if (
            spans
            and body.label == "ORG"
            and body.entity_id
            and _EXISTED.fullmatch(text, body.end_char, span.start_char)
        ):
            for kind, year in zip(("established", "terminated"), years, strict=True):
                yield bare_claim(text, sentence, kind, body.entity_id, None, _in_year(year))


def _in_year(year: str) -> Dated:
    return Dated(year, f"{year}-01-01", f"{year}-12-31")
