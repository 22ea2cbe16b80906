"""An accepted claim settles a dispute in its favour, and only as long as the judgement stands."""

from collections.abc import Sequence

import pytest

from kb.consolidate import consolidate
from kb.judgements import Judgement, effective, judged_claims
from kb.model import Claim, Consolidated, Event, StoredClaim
from kb.registry.load import load_registry

REGISTRY = load_registry()


def said(kind: str, member: str, body: str, edtf: str, polarity: str = "asserted") -> Claim:
    return Claim(kind, member, body, polarity, 0, 5, f"{kind} {member} {edtf}", "en", edtf, confidence=0.9)


def judged(claims: Sequence[Claim], *verdicts: Judgement) -> Consolidated:
    found = [StoredClaim(n, f"d{n}", f"t{n}", claim) for n, claim in enumerate(claims, start=1)]
    keys = {stored.id: stored.claim.key for stored in found}
    return consolidate(judged_claims(found, keys, effective(verdicts)), REGISTRY)


def verdict(verb: str, target: str) -> Judgement:
    return Judgement(verb, target, "", "A. B.", f"2026-01-0{1 + (verb == 'undo')}T00:00:00+00:00", "seen in print")


def of(found: Consolidated, claim: Claim) -> Event:
    return next(e for e in found.events if e.n_claims and (e.type, e.edtf) == (claim.type, claim.edtf))


@pytest.mark.parametrize("claim", [
    said("acceded", "am", "eaeu", "2013"), said("membership", "am", "eaeu", "2013/.."),
    said("acceded", "md", "eaeu", "2018-05-14"), said("signed", "treaty-eaeu-2014", "eaeu", "2013-05-29"),
    said("membership", "kz", "eaeu", "2017", "negated"),
])  # fmt: skip
def test_against_the_reference(claim: Claim) -> None:
    before = judged([claim])
    assert of(before, claim).support == "disputed"
    accepted = verdict("accept", claim.key)
    found = judged([claim], accepted)
    event, (conflict,) = of(found, claim), found.conflicts
    assert (event.support, conflict.kind, conflict.event_a) == ("texts", "settled", event.id)
    assert event.confidence == (1.0 if claim.polarity == "asserted" else 0.9)
    assert [e.id for e in found.events if e.support == "disputed"] == [conflict.event_b]
    assert judged([claim], accepted, verdict("undo", accepted.id)) == before


def test_between_texts_the_accepted_day_stands_whatever_more_of_them_say() -> None:
    one, *others = (said("acceded", "jp", "sco", day) for day in ("2003-03-03", "2004-04-04", "2004-04"))
    found = judged([one, *others])
    assert [m.start_edtf for m in found.memberships if m.member_id == "jp" and m.organization_id == "sco"] == [
        "2004-04-04"
    ]
    found = judged([one, *others], verdict("accept", one.key))
    assert [m.start_edtf for m in found.memberships if m.member_id == "jp" and m.organization_id == "sco"] == [
        "2003-03-03"
    ]
    assert [c.explanation for c in found.conflicts] == ["acceded: 2003-03-03 / 2004-04-04"]


def test_two_accepted_sides_are_still_a_dispute() -> None:
    claims = [said("acceded", "jp", "sco", "2003"), said("acceded", "jp", "sco", "2004")]
    before = judged(claims)
    found = judged(claims, *(verdict("accept", claim.key) for claim in claims))
    assert found.conflicts == before.conflicts


def test_what_a_person_accepted_is_taken_as_it_is_read() -> None:
    claim = said("acceded", "in", "sco", "2005")
    assert next(e for e in judged([claim]).events if e.n_claims).type == "observer"
    assert next(e for e in judged([claim], verdict("accept", claim.key)).events if e.n_claims).type == "acceded"
