"""Entries of a Kazakh chronicle that only name a paper in, that it was signed on the date of its entry out.

"1999 жылғы 8 желтоқсан. Одақ құру туралы шарт (2000 жылы күшіне енді)".
"""

import re
from collections.abc import Iterator, Sequence

from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim
from kb.model import Claim, Mention, Sentence

_SIGNED = ("treaty-", "agreement-", "protocol-", "convention-", "declaration-", "pact-")
_APART = re.compile(r"\s*[.:–—-]+\s*")
_NOTE = re.compile(r"\([^()]*\)")
_LONGEST, _MONTH = 48, len("2014-05")
# What may stand between the date and the paper: a place and its colon, or what the paper founds.
_BETWEEN = re.compile(r"[\s,:.«»–—]*(?:(?:құру|туралы|жөніндегі|арасындағы|мен|және|қ)[\s,:.«»–—]*)*")
_PLACED = frozenset({"PLACE", "ORG", "COUNTRY"})


def find_paper_entries(text: str, rows: Sequence[Filled], tables: ClaimTables) -> Iterator[Claim]:
    """One claim for each entry that holds a date, at most a place, and a paper."""
    lead: Mention | None = None
    for sentence, mentions in rows if any(s.lang == "kk" for s, _ in rows) else ():
        if sentence.lang != "kk":
            lead = None
            continue
        own = _leading(text, sentence, mentions)
        date, held = (own, mentions[1:]) if own is not None else (lead, mentions)
        begun = own.end_char if own is not None else sentence.start_char
        paper = _alone(text, begun, sentence.end_char, held) if date is not None else None
        if paper is not None and date is not None and paper.entity_id:
            body = tables.body_of(paper.entity_id)
            yield bare_claim(text, sentence, "signed", paper.entity_id, body, dated("signed", date))
        whole = own is not None and not text[own.end_char : sentence.end_char].strip(" .:–—")
        lead = own if whole else None


def _leading(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """The day or month that stands first and apart, at the head of its line."""
    first = mentions[0] if mentions else None
    if first is None or first.label != "DATE" or first.start_char != sentence.start_char or not first.edtf:
        return None
    line = text[max(0, sentence.start_char - 1) : sentence.start_char] in {"", "\n"}
    whole = first.end_char - first.start_char < _LONGEST and len(first.edtf) >= _MONTH and "/" not in first.edtf
    return first if line and whole and _APART.match(text, first.end_char) else None


def _alone(text: str, begun: int, end: int, held: Sequence[Mention]) -> Mention | None:
    """The one paper that the rest of the entry names, with nothing behind it but brackets."""
    at = next((k for k, m in enumerate(held) if m.label == "TREATY"), None)
    paper = held[at] if at is not None else None
    if at is None or paper is None or not (paper.entity_id or "").startswith(_SIGNED):
        return None
    if any(m.label not in _PLACED for m in held[:at]):
        return None
    behind = _NOTE.sub("", text[paper.end_char : end])
    before = begun
    for m in held[: at + 1]:
        if not _BETWEEN.fullmatch(text[before : m.start_char]):
            return None
        before = m.end_char
    return None if behind.strip(" .;,»") else paper
