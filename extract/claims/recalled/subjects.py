"""Claims whose subject is only meant in, out those of whom the deed is known to have been that day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.known_days import KNOWN_BESIDE, KnownDays
from extract.claims.recalled.dates import open_to_dates
from kb.model import Claim, Mention


def with_known_subjects(claims: Sequence[Claim], mentions: Sequence[Mention], days: KnownDays) -> Iterator[Claim]:
    """ "Uzbekistan stood aside with Georgia. In that very month it acceded to GUAM": the last before of the same kind
    who is known to have done so then. Whom the sentence names is never touched."""
    changed: dict[tuple[int, str], str] = {}
    for claim in claims:
        if claim.origin == "derived":
            yield replace(claim, object_id=changed.get((claim.start_char, claim.object_id or ""), claim.object_id))
            continue
        known = _known(claim, mentions, days)
        if known is None:
            yield claim
            continue
        changed[claim.start_char, claim.subject_id] = known
        yield replace(claim, subject_id=known, confidence=min(claim.confidence, KNOWN_BESIDE))


def _known(claim: Claim, mentions: Sequence[Mention], days: KnownDays) -> str | None:
    if not open_to_dates(claim) or not claim.edtf or "/" in claim.edtf:
        return None
    if any(m.entity_id == claim.subject_id and claim.start_char <= m.start_char < claim.end_char for m in mentions):
        return None
    if days.fit(claim.type, claim.subject_id, claim.object_id, claim.edtf):
        return None
    label = next((m.label for m in mentions if m.entity_id == claim.subject_id), None)
    before = (m for m in reversed(mentions) if m.end_char <= claim.start_char and m.label == label and m.entity_id)
    ids = (str(m.entity_id) for m in before)
    return next((id_ for id_ in ids if days.fit(claim.type, id_, claim.object_id, claim.edtf)), None)
