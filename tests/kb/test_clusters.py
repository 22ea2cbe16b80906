"""What texts say of a state beside what is known of it: within a spell it agrees, outside it is explained."""

import pytest

from kb.consolidate import consolidate
from kb.model import Claim, Consolidated, Event, Membership, StoredClaim
from kb.registry.load import load_registry

REGISTRY = load_registry()


def said(kind: str, member: str, body: str, edtf: str | None, lang: str = "en") -> Claim:
    return Claim(kind, member, body, "asserted", 0, 5, f"{kind} {edtf}", lang, edtf)


def together(*claims: Claim) -> Consolidated:
    found = [StoredClaim(n, f"d{n}", f"t{n}", claim) for n, claim in enumerate(claims, start=1)]
    return consolidate(found, REGISTRY)


def told(found: Consolidated) -> list[Event]:
    return [e for e in found.events if e.n_claims]


def rows(found: Consolidated, member: str, body: str) -> dict[str, Membership]:
    return {m.status: m for m in found.memberships if (m.member_id, m.organization_id) == (member, body)}


@pytest.mark.parametrize(("claim", "day", "status"), [
    (said("observer", "mn", "sco", "2010"), "2004-06-17", "observer"),
    (said("observer", "md", "eaeu", "2020-03"), "2018-05-14", "observer"),
    (said("membership", "kz", "cis", "2000"), "1991-12-21", "member"),
    (said("membership", "kz", "customs-union", "2012"), "2010-01-01", "member"),
    (said("membership", "uz", "eurasec", "2007"), "2006-01-25", "member"),
    (said("membership", "uz", "eurasec", "2006/2008"), "2006-01-25", "member"),
    (said("membership", "uz", "eurasec", "../2008"), "2006-01-25", "member"),
    (said("membership", "kz", "eurasec", "../2014"), "2000-10-10", "member"),
    (said("membership", "am", "eaeu", "2015/.."), "2015-01-02", "member"),
    # Who is party to the agreement alone, suspended or frozen is often called a member.
    (said("membership", "ua", "cis", "1995"), "1991-12-08", "participant"),
    (said("membership", "tm", "cis", "2000"), "1991-12-21", "participant"),
    (said("membership", "tm", "cis", "1995/2010"), "1991-12-21", "participant"),
    (said("membership", "uz", "eurasec", "2010"), "2006-01-25", "member"),
    (said("membership", "am", "csto", "2025"), "2002-10-07", "member"),
])  # fmt: skip
def test_a_day_within_a_known_spell_agrees_with_it(claim: Claim, day: str, status: str) -> None:
    found = together(claim)
    (event,) = told(found)
    assert (event.edtf, event.support) == (day, "both")
    assert rows(found, claim.subject_id, str(claim.object_id))[status].support == "both"
    assert not found.conflicts


def test_what_is_said_of_two_years_of_one_spell_is_one_event() -> None:
    found = together(said("observer", "mn", "sco", "2010"), said("observer", "mn", "sco", "2012", "ru"),
                     said("observer", "mn", "sco", "2004-06", "kk"))  # fmt: skip
    (event,) = told(found)
    assert (event.edtf, event.n_claims, event.langs) == ("2004-06-17", 3, "en,kk,ru")


@pytest.mark.parametrize(("claim", "stands", "status"), [
    (said("membership", "am", "eaeu", "2013/.."), "2015-01-02", "member"),
    (said("membership", "am", "eaeu", "2013"), "2015-01-02", "member"),
    (said("membership", "kz", "eurasec", "1998/2004"), "2000-10-10", "member"),
    (said("membership", "uz", "eurasec", "../2003"), "2006-01-25", "member"),
    (said("membership", "az", "cis", "1992"), "1993-09-24", "member"),
    (said("observer", "mn", "sco", "2008/.."), "2004-06-17", "observer"),
    (said("observer", "md", "eaeu", "2016"), "2018-05-14", "observer"),
    (said("acceded", "in", "sco", "2015"), "2017-06-09", "member"),
])  # fmt: skip
def test_what_lies_outside_is_disputed_and_explained(claim: Claim, stands: str, status: str) -> None:
    found = together(claim)
    (event,) = told(found)
    (conflict,) = found.conflicts
    events = {e.id: e for e in found.events}
    assert (conflict.event_b, events[conflict.event_a].edtf) == (event.id, stands)
    row = rows(found, claim.subject_id, str(claim.object_id))[status]
    assert (event.support, row.support) == ("disputed", "disputed")
    assert event.id in row.event_ids


def test_every_disputed_event_is_explained_whatever_its_type() -> None:
    found = together(said("reached_stage", "eaeu", "stage-economic-union", "2003"))
    (event,) = told(found)
    assert event.support == "disputed" and [c.event_b for c in found.conflicts] == [event.id]


def test_two_years_in_which_one_watched_are_no_conflict_and_two_beginnings_are() -> None:
    assert not together(said("observer", "jp", "sco", "2010"), said("observer", "jp", "sco", "2012")).conflicts
    assert together(said("observer", "jp", "sco", "2010/.."), said("observer", "jp", "sco", "2012/..")).conflicts
    spells = (said("membership", "jp", "sco", "2003/2007"), said("membership", "jp", "sco", "2012/.."))
    assert not together(*spells).conflicts


def test_of_states_that_texts_alone_tell_the_parts_are_put_together() -> None:
    (event,) = told(together(said("membership", "jp", "sco", "2003/.."), said("membership", "jp", "sco", "2006"),
                             said("membership", "jp", "sco", "../2009")))  # fmt: skip
    assert (event.edtf, event.earliest, event.latest) == ("2003/2009", "2003-01-01", "2009-12-31")
