"""Claims of a text in, those of an English or Kazakh question out as its answer dates them: "When? On 2 May 2015"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import dated_from
from extract.tables import check_keys, read_table
from kb.model import POLARITIES, STATE_CLAIMS, Claim, Mention

_ASKED, _DATE, _CLOSING = "hypothetical", "DATE", ' \n"”»'
_KEYS = frozenset({"when", "ahead", "opening", "yes"})


def when_dated(text: str, filled: Sequence[Filled], claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "When did A join B? On D.", "Is A in B? Yes, since D": as a fact of that day; what is yet to come is no fact."""
    days = {start: (mention, since) for start, mention, since in _answers(text, filled)}
    ahead = set(_to_come(text, filled))
    for claim in claims:
        if claim.start_char in ahead and claim.polarity == POLARITIES[0]:
            yield replace(claim, polarity=POLARITIES[1])
            continue
        found = claim.start_char in days and claim.polarity in {_ASKED, POLARITIES[0]} and not claim.edtf
        if not found:
            yield claim
            continue
        mention, since = days[claim.start_char]
        lasts = since and claim.type in STATE_CLAIMS
        when = dated_from(claim.type, mention) if lasts else dated(claim.type, mention)
        yield replace(claim, polarity=POLARITIES[0], edtf=when.edtf, earliest=when.earliest, latest=when.latest)


def _to_come(text: str, filled: Sequence[Filled]) -> Iterator[int]:
    """Where a question begins that asks when something will be."""
    for asked, _ in filled:
        question, words = text[asked.start_char : asked.end_char], _words().get(asked.lang)
        asks = words and question.rstrip(_CLOSING).endswith("?") and words["when"].match(question)
        if words and asks and words["ahead"].search(question):
            yield asked.start_char


def _answers(text: str, filled: Sequence[Filled]) -> Iterator[tuple[int, Mention, bool]]:
    """Where a question begins, the date that its answer opens with, and whether that says since when."""
    for (asked, _), (reply, mentions) in pairwise(filled):
        words = _words().get(asked.lang)
        question = text[asked.start_char : asked.end_char]
        first = next((m for m in mentions if m.label == _DATE and m.edtf), None)
        if words is None or first is None or not question.rstrip(_CLOSING).endswith("?"):
            continue
        opens = words["opening"] if words["when"].match(question) else words["yes"]
        before = opens.fullmatch(text, reply.start_char, first.start_char)
        if before and not words["ahead"].search(question):
            yield asked.start_char, first, before["since"] is not None


@cache
def _words() -> Mapping[str, Mapping[str, "re.Pattern[str]"]]:
    found = {}
    for lang, rows in read_table("", "answers").items():
        check_keys(f"answers.yml: {lang}", rows, _KEYS)
        found[lang] = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in rows.items()}
    return found
