"""Statuses and denials that cannot stand beside what is known or told; and all that contradicts nothing."""

import pytest

from kb.consolidate import consolidate
from kb.model import Claim, Consolidated, Participant, StoredClaim
from kb.registry.load import load_registry

REGISTRY = load_registry()


def said(kind: str, subject: str, obj: str | None, edtf: str | None, polarity: str = "asserted",
         parties: tuple[str, ...] = (), confidence: float = 1.0) -> Claim:  # fmt: skip
    return Claim(kind, subject, obj, polarity, 0, 5, f"{kind} {edtf} {polarity}", "en", edtf, confidence=confidence,
                 participants=tuple(Participant(p, "party") for p in parties))  # fmt: skip


def together(*claims: Claim) -> Consolidated:
    found = [StoredClaim(n, f"d{n}", f"t{n}", claim) for n, claim in enumerate(claims, start=1)]
    return consolidate(found, REGISTRY)


@pytest.mark.parametrize(("claim", "kind", "row"), [
    (said("acceded", "md", "eaeu", "2018-05-14"), "status", "observer"),
    (said("membership", "md", "eaeu", "2020"), "status", "observer"),
    (said("membership", "tr", "sco", "2014"), "status", "partner"),
    (said("observer", "kz", "eaeu", "2017"), "status", "member"),
    (said("withdrew", "kz", "eaeu", "2017"), "status", "member"),
    (said("withdrew", "uz", "eurasec", "2010"), "status", "suspended"),
    (said("withdrew", "am", "csto", "2025-03"), "status", "frozen"),
    (said("membership", "ua", "cis", "1994/.."), "status", "participant"),
    (said("acceded", "kz", "eaeu", "2015", "negated"), "polarity", "member"),
    (said("membership", "kz", "eaeu", "2017", "negated"), "polarity", "member"),
    (said("withdrew", "ge", "cis", "2009", "negated"), "polarity", "member"),
])  # fmt: skip
def test_another_status_than_the_known_one_is_a_conflict(claim: Claim, kind: str, row: str) -> None:
    found = together(claim)
    (conflict,) = found.conflicts
    (event,) = [e for e in found.events if e.n_claims]
    assert (conflict.kind, conflict.event_b, event.support) == (kind, event.id, "disputed")
    pair = claim.subject_id, claim.object_id
    rows = {m.status: m.support for m in found.memberships if (m.member_id, m.organization_id) == pair}
    assert rows[row] == "disputed"


@pytest.mark.parametrize("claim", [
    said("entered_into_force", "treaty-eaeu-2014", None, "2015", "negated"),
    said("signed", "charter-cis-1993", None, "1993", "negated", ("kz",)),
])  # fmt: skip
def test_what_is_known_of_a_paper_may_be_denied_too(claim: Claim) -> None:
    assert [c.kind for c in together(claim).conflicts] == ["polarity"]


@pytest.mark.parametrize("claim", [
    # A denial without a date, of an earlier time, or of those who were not there.
    said("acceded", "kz", "eaeu", None, "negated"), said("acceded", "am", "eaeu", "2013", "negated"),
    said("membership", "uz", "csto", "2003", "negated"), said("signed", "charter-cis-1993", None, "1993", "negated",
                                                              ("ua",)),
    # Party to the agreement alone, so no member; part of the year in which one joined.
    said("membership", "ua", "cis", "1995", "negated"), said("membership", "am", "eaeu", "2015", "negated"),
    # As a partner; before all that is known; a change of status; in doubt.
    said("acceded", "tr", "sco", "2013"), said("observer", "kg", "eaeu", "2013"), said("acceded", "ua", "eu", "2008"),
    said("withdrew", "tm", "cis", "2005"), said("withdrew", "kz", "eaeu", None), said("acceded", "md", "eaeu", None),
    said("withdrew", "kz", "eaeu", "2017", confidence=0.6), said("withdrew", "kz", "eaeu", "2017", "planned"),
])  # fmt: skip
def test_what_contradicts_nothing(claim: Claim) -> None:
    assert not together(claim).conflicts


def test_one_text_says_joined_and_another_did_not_in_the_same_year() -> None:
    joined, denied = said("acceded", "jp", "sco", "2005-03"), said("acceded", "jp", "sco", "2005", "negated")
    held = said("membership", "jp", "sco", "2003/.."), said("membership", "jp", "sco", "2006", "negated")
    for pair in ((joined, denied), held):
        (conflict,) = [c for c in together(*pair).conflicts if c.kind != "life"]
        assert conflict.kind == "polarity"
    assert not [c for c in together(joined, said("acceded", "jp", "sco", "2003", "negated")).conflicts
                if c.kind == "polarity"]  # fmt: skip


def test_a_conflict_with_a_status_that_makes_no_event_says_which_fact_it_is_with() -> None:
    found = together(said("acceded", "by", "wto", "2016"))
    (conflict,) = found.conflicts
    fact = next(f for f in REGISTRY.facts if f.id == conflict.reference_id)
    assert (fact.status, fact.start_edtf) == ("candidate", "1993-10-27")
    (since,) = together(said("membership", "ua", "cis", "1994/..")).conflicts
    assert since.explanation == "membership: 1994/.. / participant 1991-12-08/.."


@pytest.mark.parametrize(("told", "denied", "n"), [
    (said("membership", "jp", "eaeu", None), said("acceded", "jp", "eaeu", None, "negated"), 1),
    (said("acceded", "jp", "eaeu", None), said("acceded", "jp", "eaeu", None, "negated"), 1),
    (said("observer", "jp", "eaeu", None), said("observer", "jp", "eaeu", None, "negated"), 1),
    # Of another thing, on a day of its own, in doubt, of a pair that is known, a plan.
    (said("observer", "jp", "eaeu", None), said("acceded", "jp", "eaeu", None, "negated"), 0),
    (said("acceded", "jp", "eaeu", "2017"), said("acceded", "jp", "eaeu", None, "negated"), 0),
    (said("acceded", "jp", "eaeu", None, confidence=0.6), said("acceded", "jp", "eaeu", None, "negated"), 0),
    (said("membership", "kz", "eaeu", None), said("acceded", "kz", "eaeu", None, "negated"), 0),
    (said("membership", "jp", "eaeu", None, "planned"), said("acceded", "jp", "eaeu", None, "negated"), 0),
])  # fmt: skip
def test_what_two_texts_say_without_a_date_may_contradict_too(told: Claim, denied: Claim, n: int) -> None:
    found = together(told, denied)
    assert [c.kind for c in found.conflicts] == ["polarity"] * n
