"""A fact that no verb tells, in a row, a table, a list or brackets, in; the claim that it makes of its sentence out."""

import re

from extract.claims.datings.owned import Dated, dated
from kb.edtf_bounds import bounds
from kb.model import POLARITIES, STATE_CLAIMS, Claim, Mention, Sentence

# A heading, a column or a bracket says less than a verb.
_CONFIDENCE = 0.7
_DASH = re.compile(r"\s?[–—-]\s?")


def dated_from(kind: str, date: Mention | None) -> Dated:
    """A state lasts from the date beside it on; an act was done on it."""
    when = dated(kind, date)
    begins = kind in STATE_CLAIMS and when.edtf and "/" not in when.edtf
    return Dated(f"{when.edtf}/..", when.earliest, None) if begins else when


def bare_date(text: str, start: int, end: int, lang: str) -> Mention:
    """A year, or two with a dash between, that is a date for no other stage: "1997", "1999–2005"."""
    edtf = _DASH.sub("/", text[start:end])
    earliest, latest = bounds(edtf)
    return Mention("DATE", start, end, text[start:end], lang, None, edtf, earliest, latest, "date:plain")


def bare_claim(text: str, sentence: Sentence, kind: str, subject: str, body: str | None, when: Dated) -> Claim:
    """Asserted, and quoted with its whole sentence."""
    start, end = sentence.start_char, sentence.end_char
    return Claim(
        kind, subject, body, POLARITIES[0], start, end, text[start:end], sentence.lang, when.edtf, when.earliest,
        when.latest, confidence=_CONFIDENCE,
    )  # fmt: skip
