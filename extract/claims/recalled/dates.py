"""Claims without a date in, out the date in their sentence that is known to be theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.datings.owned import dated
from extract.claims.known_days import KNOWN_BESIDE, KnownDays
from extract.language.tokens import fold
from kb.model import POLARITIES, Claim, Mention

_SIGNATURES = frozenset({"signed", "adopted"})
_YEAR, _BY_MANY = 4, "ratified"
# So near to a paper a day is part of its name; Kazakh puts it before, in the form of an adjective, letters folded.
_OF, _MARKS, _ATTRIBUTIVE = 1, frozenset(",;:(–—"), ("гы", "ги")


def with_known_dates(
    text: str, claims: Sequence[Claim], mentions: Sequence[Mention], days: KnownDays
) -> Iterator[Claim]:
    """Each claim; one that has no date takes that which says most of those that hold the day it is known by."""
    for claim in claims:
        fitting = list(_fitting(text, claim, claims, mentions, days)) if open_to_dates(claim) and not claim.edtf else []
        if not fitting:
            yield claim
            continue
        when = dated(claim.type, max(fitting, key=lambda m: len(m.edtf or "")))
        surety = min(claim.confidence, KNOWN_BESIDE)
        yield replace(claim, edtf=when.edtf, earliest=when.earliest, latest=when.latest, confidence=surety)


def open_to_dates(claim: Claim) -> bool:
    """Only of what is told as done do the days of history say anything."""
    return claim.polarity == POLARITIES[0] and claim.origin == "text"


def single_days(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The dates that are one year, month or day, not a span."""
    yield from (m for m in mentions if m.label == "DATE" and m.edtf and "/" not in m.edtf and m.edtf[0].isdigit())


def names_paper(text: str, paper: str, date: Mention, names: Sequence[Mention]) -> bool:
    """ "The treaty of 29 May 2014", "2014 жылғы 29 мамырдағы шарт": the day is part of the name."""
    return any(_is_part(text, name, date) for name in names if name.entity_id == paper)


def _is_part(text: str, paper: Mention, date: Mention) -> bool:
    fronted = date.end_char <= paper.start_char
    if fronted and not fold(date.text).endswith(_ATTRIBUTIVE):
        return False
    between = text[date.end_char : paper.start_char] if fronted else text[paper.end_char : date.start_char]
    return len(between.split()) <= _OF and _MARKS.isdisjoint(between)


def _fitting(
    text: str, claim: Claim, claims: Sequence[Claim], mentions: Sequence[Mention], days: KnownDays
) -> Iterator[Mention]:
    held = [m for m in mentions if claim.start_char <= m.start_char and m.end_char <= claim.end_char]
    for date in single_days(held):
        fits = days.fit(claim.type, claim.subject_id, claim.object_id, date.edtf)
        # A paper is called by the day of its signature.
        apart = claim.type in _SIGNATURES or not names_paper(text, claim.subject_id, date, held)
        if fits and apart and not _is_loose(claim, date, claims):
            yield date


def _is_loose(claim: Claim, date: Mention, claims: Sequence[Claim]) -> bool:
    """A year that dates something else there fits by chance, and what many ratify they ratify on many days."""
    elsewhere = any(c.start_char == claim.start_char and c.edtf == date.edtf for c in claims if c is not claim)
    return claim.type == _BY_MANY or (elsewhere and len(date.edtf or "") == _YEAR)
