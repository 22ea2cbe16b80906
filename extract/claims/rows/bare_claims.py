"""A fact that no verb tells, in a row, a table, a list or brackets, in; the claim that it makes of its sentence out."""

from extract.claims.datings.owned import Dated
from kb.model import POLARITIES, Claim, Sentence

# A heading, a column or a bracket says less than a verb.
_CONFIDENCE = 0.7


def bare_claim(text: str, sentence: Sentence, kind: str, subject: str, body: str | None, when: Dated) -> Claim:
    """Asserted, and quoted with its whole sentence."""
    start, end = sentence.start_char, sentence.end_char
    return Claim(
        kind, subject, body, POLARITIES[0], start, end, text[start:end], sentence.lang, when.edtf, when.earliest,
        when.latest, confidence=_CONFIDENCE,
    )  # fmt: skip
