"""Claims and reference facts put together: one event for one thing, conflicts where dates cannot both be right."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from kb.attribution import attributed
from kb.consolidate import consolidate
from kb.lives import lives_of
from kb.model import (
    Claim,
    Consolidated,
    Entity,
    Event,
    Participant,
    ReferenceFact,
    Registry,
    Relation,
    StoredClaim,
)
from kb.reference_acts import reference_acts


def known(entity_id: str, kind: str, start: str | None = None, end: str | None = None) -> Entity:
    scope = "international" if kind == "ORG" else None
    return Entity(entity_id, kind, {"en": entity_id}, scope=scope, start_edtf=start, end_edtf=end)


def fact(kind: str, subject: str, obj: str | None, start: str, status: str | None = None, end: str | None = None,
         parties: tuple[str, ...] = ()) -> ReferenceFact:  # fmt: skip
    return ReferenceFact(f"{kind}-{subject}-{obj}-{start}", kind, subject, obj, status, start, end, "s",
                         participants=parties)  # fmt: skip


ENTITIES = (
    *(known(c, "COUNTRY") for c in ("am", "az", "in", "kz", "ru", "uz")), known("club", "ORG", "2000-10-10"),
    known("bank", "ORG", "2006-01-12"), known("court", "ORG"),
    *(known(t, "TREATY") for t in ("pact", "code", "protocol", "other", "accord")),
)  # fmt: skip
FACTS = (
    fact("signed", "pact", "club", "2000-10-10", parties=("kz", "ru")), fact("signed", "code", "club", "2009-11-27"),
    fact("signed", "protocol", "club", "2012-06-01"), fact("signed", "other", "club", "2012-06-01"),
    fact("entered_into_force", "pact", "club", "2001-05-30"), fact("established", "club", "pact", "2000-10-10"),
    fact("membership", "kz", "club", "2000-10-10", "member"), fact("membership", "in", "club", "2017-06-09", "member"),
    fact("membership", "in", "club", "2005-07-05", "observer", "2017-06-09"),
    fact("ratified", "pact", "club", "2001-01-10", parties=("kz",)),
    fact("ratified", "pact", "club", "2001-03-20", parties=("ru",)),
    fact("acceded", "az", "accord", "1993-09-24"),
)  # fmt: skip
REGISTRY = Registry({e.id: e for e in ENTITIES}, (
    Relation("accord", "concerns", "club"), Relation("court", "organ_of", "club"),
), FACTS)  # fmt: skip


def told(kind: str, subject: str, obj: str | None, edtf: str | None, lang: str = "en", doc: str = "",
         parties: Iterable[str] = (), polarity: str = "asserted", confidence: float = 0.9,
         new_name: str | None = None) -> Claim:  # fmt: skip
    return Claim(kind, subject, obj, polarity, 0, 5, f"{lang} {doc} says", lang, edtf, confidence=confidence,
                 participants=tuple(Participant(p, "party") for p in parties), new_name=new_name)  # fmt: skip


def stored(*claims: Claim) -> list[StoredClaim]:
    """Each in a document of its own."""
    return [StoredClaim(n, f"d{n}", f"t{n}", claim) for n, claim in enumerate(claims, start=1)]


def together(*claims: Claim) -> Consolidated:
    return consolidate(stored(*claims), REGISTRY)


def of_texts(found: Consolidated) -> list[Event]:
    return [e for e in found.events if e.n_claims]


def test_languages_and_precisions_of_one_fact_are_one_event() -> None:
    found = together(told("signed", "pact", "club", "2000-10-10"), told("signed", "pact", None, "2000-10", "ru"),
                     told("signed", "pact", "club", None, "kk"))  # fmt: skip
    (event,) = of_texts(found)
    assert (event.edtf, event.langs, event.n_documents, event.support) == ("2000-10-10", "en,kk,ru", 3, "both")
    assert not found.conflicts


def test_new_names_in_three_languages_are_one_renaming() -> None:
    found = together(*(told("renamed", "bank", "bank", "2015-06", lang, new_name=name)
                       for lang, name in (("en", "Fund"), ("ru", "Фонд"), ("kk", "Қор"))))  # fmt: skip
    (event,) = of_texts(found)
    assert event.langs == "en,kk,ru"


def test_a_date_that_cannot_be_right_is_a_conflict() -> None:
    found = together(told("signed", "pact", "club", "2000-12-01"))
    (conflict,) = found.conflicts
    events = {e.id: e for e in found.events}
    assert (events[conflict.event_a].edtf, events[conflict.event_b].edtf) == ("2000-10-10", "2000-12-01")
    assert events[conflict.event_b].support == "disputed"


@pytest.mark.parametrize("claim", [
    told("signed", "pact", "club", "2000-12-01", polarity="planned"),
    told("signed", "pact", "club", "2000-12-01", confidence=0.5),
    told("entered_into_force", "pact", "club", "2001-05"), told("signed", "pact", "club", "199X/2000"),
])  # fmt: skip
def test_what_is_no_disagreement(claim: Claim) -> None:
    assert not together(claim).conflicts


def test_texts_alone_disagree_too_but_not_one_text_with_itself() -> None:
    two = (told("established", "bank", None, "2006-01-12"), told("established", "bank", None, "2006-06-16", "ru"))
    assert len(together(*two).conflicts) == 1
    same = [StoredClaim(n, "d", "t", claim) for n, claim in enumerate(two)]
    assert not consolidate(same, REGISTRY).conflicts


def test_the_day_of_a_sister_instrument_speaks_of_the_sister() -> None:
    found = together(told("signed", "pact", "club", "2009-11-27"))
    (event,) = of_texts(found)
    assert (event.subject_id, event.support) == ("code", "both")
    assert not found.conflicts


def test_the_day_of_two_sisters_is_told_in_doubt() -> None:
    found = together(told("signed", "pact", "club", "2012-06-01"))
    (event,), (conflict,) = of_texts(found), found.conflicts
    assert (event.subject_id, event.support, conflict.event_b) == ("pact", "disputed", event.id)
    assert found.reasons == {1: "2012-06-01 is no day known of pact and club, but one of other, protocol"}
    unsure = together(told("signed", "pact", "club", "2012-06-01", confidence=0.6))
    assert [e.support for e in of_texts(unsure)] == ["disputed"] and not unsure.conflicts


def test_what_is_told_in_doubt_takes_nothing_undated_with_it() -> None:
    found = together(told("signed", "pact", "club", "2012-06-01"), told("signed", "pact", "club", None, "ru"))
    assert {(e.edtf, e.langs, e.support) for e in of_texts(found)} == {
        ("2000-10-10", "ru", "both"), ("2012-06-01", "en", "disputed")}  # fmt: skip
    found = together(told("entered_into_force", "pact", "club", "2004-03", confidence=0.6),
                     told("entered_into_force", "pact", "club", None, "ru"))  # fmt: skip
    assert {(e.edtf, e.langs, e.support) for e in of_texts(found)} == {
        ("2001-05-30", "ru", "both"), ("2004-03", "en", "disputed")}  # fmt: skip
    assert not found.conflicts


def test_what_a_sentence_names_itself_is_not_moved_to_a_sister() -> None:
    (claim,) = stored(told("signed", "pact", "club", "2009-11-27"))
    moved = consolidate([claim], REGISTRY)
    assert moved.reasons == {1: "pact and club as read; 2009-11-27 is known of code and club"}
    found = consolidate([replace(claim, named=frozenset({"pact"}))], REGISTRY)
    (event,), (conflict,) = of_texts(found), found.conflicts
    assert (event.subject_id, event.support, conflict.event_b) == ("pact", "disputed", event.id)
    both = consolidate([replace(claim, named=frozenset({"pact", "code"}))], REGISTRY)
    assert [e.subject_id for e in of_texts(both)] == ["code"] and not both.conflicts


def test_every_asserted_claim_stands_with_an_event() -> None:
    claims = (told("signed", "pact", "club", "2012-06-01"), told("acceded", "am", "court", "2016-02"),
              told("signed", "pact", "club", "1999", confidence=0.5), told("acceded", "az", "club", "1993-09-24"),
              told("acceded", "kz", "club", "1999-05", confidence=0.6),
              told("observer", "am", "club", "1980"))  # fmt: skip
    shown = {i for e in together(*claims).events for i in e.claim_ids}
    assert shown == set(range(1, len(claims) + 1))
    assert not [m for m in together(*claims).memberships if m.support == "disputed"]


def test_the_day_of_an_organ_that_another_text_tells_is_no_founding_of_its_parent() -> None:
    found = together(told("established", "court", None, "2012-01-01"),
                     told("established", "club", None, "2012-01-01", "kk"))  # fmt: skip
    (event,) = of_texts(found)
    assert (event.subject_id, event.langs) == ("court", "en,kk")
    assert not found.conflicts


def test_of_two_sisters_the_one_that_the_document_names_is_meant() -> None:
    claims = [told("signed", "pact", "club", "2012-06-01"), told("signed", "protocol", "club", None)]
    found = consolidate([StoredClaim(n, "d", "t", c) for n, c in enumerate(claims)], REGISTRY)
    (event,) = of_texts(found)
    assert (event.subject_id, event.n_claims) == ("protocol", 2)


def test_joining_as_observer_is_no_accession() -> None:
    found = together(told("acceded", "in", "club", "2005"))
    (event,) = of_texts(found)
    assert (event.type, event.edtf, event.support) == ("observer", "2005-07-05", "both")


def test_acceding_to_an_instrument_makes_no_member_of_the_body() -> None:
    found = together(told("acceded", "az", "club", "1993-09-24"))
    (event,) = of_texts(found)
    assert event.object_id == "accord"
    assert not [m for m in found.memberships if m.member_id == "az"]


def test_nobody_is_a_member_before_there_is_a_body() -> None:
    assert not [m for m in together(told("acceded", "am", "club", "1995")).memberships if m.member_id == "am"]
    (row,) = [m for m in together(told("acceded", "am", "club", "2004")).memberships if m.member_id == "am"]
    assert (row.start_edtf, row.support) == ("2004", "texts")
    (row,) = [m for m in together(told("acceded", "am", "club", None)).memberships if m.member_id == "am"]
    assert (row.start_edtf, row.start_earliest, row.start_latest) == (None, "2000-10-10", None)


def test_each_party_ratifies_for_itself() -> None:
    found = together(told("ratified", "pact", "club", "2001-01-10", parties=["kz"]),
                     told("ratified", "pact", "club", "2001-03", "ru", parties=["ru"]),
                     told("ratified", "pact", "club", "2002-02-02", "kk", parties=["uz"]))  # fmt: skip
    assert not found.conflicts
    assert {(e.edtf, e.support) for e in of_texts(found)} == {
        ("2001-01-10", "both"), ("2001-03-20", "both"), ("2002-02-02", "texts")}  # fmt: skip
    assert len({e.id for e in found.events}) == len(found.events)


def test_a_party_that_is_known_to_have_ratified_on_another_day_is_a_conflict() -> None:
    assert len(together(told("ratified", "pact", "club", "2001-07-07", parties=["kz"])).conflicts) == 1


def test_human_words_are_not_moved() -> None:
    claim = told("signed", "pact", "club", "2009-11-27")
    human = Claim(**{**{f: getattr(claim, f) for f in Claim.__dataclass_fields__}, "origin": "human"})
    found = attributed(stored(human), reference_acts(REGISTRY), REGISTRY, lives_of(REGISTRY))
    assert found.claims == tuple(stored(human))


def test_copies_of_one_text_are_one_voice() -> None:
    claim = told("established", "bank", None, "2006-01-12", confidence=0.5)
    copies = [StoredClaim(n, f"d{n}", "same", claim) for n in range(3)]
    (event,) = of_texts(consolidate(copies, REGISTRY))
    assert (event.n_claims, event.n_documents, event.confidence) == (3, 1, 0.5)


def test_one_joins_a_body_and_not_its_organ() -> None:
    organ = fact("membership", "am", "court", "2015-01-02", "member")
    registry = Registry(REGISTRY.entities, REGISTRY.relations, (*FACTS, organ))
    found = consolidate(stored(told("acceded", "am", "court", "2016-02")), registry)
    (event,), (conflict,) = of_texts(found), found.conflicts
    assert (event.support, conflict.event_b) == ("disputed", event.id)


def test_an_accession_to_an_organ_is_one_to_its_parent() -> None:
    found = together(told("acceded", "in", "court", "2017-06"))
    (event,) = of_texts(found)
    assert (event.object_id, event.edtf, event.support) == ("club", "2017-06-09", "both")


LINE = Registry(
    {e.id: e for e in (
        *(known(c, "COUNTRY") for c in ("am", "kg", "ru")), known("old", "ORG", "1995-01-20", "2000-10-10"),
        known("new", "ORG", "2010-01-01", "2015-01-01"), known("latest", "ORG", "2015-01-01"),
        known("treaty", "TREATY"),
    )},
    (Relation("new", "succeeded", "old"), Relation("latest", "succeeded", "new")),
    (fact("signed", "treaty", "new", "2007-10-06"), fact("established", "new", "treaty", "2010-01-01"),
     fact("membership", "kg", "old", "1996-03-29", "member"), fact("entered_into_force", "treaty", "new", "2010-01-01"),
     fact("membership", "ru", "old", "1995-01-20", "member")),
)  # fmt: skip


@pytest.mark.parametrize(("claim", "body", "support"), [
    (told("acceded", "kg", "new", "1996-03-29"), "old", "both"),
    (told("observer", "kg", "latest", "1998"), "old", "texts"),
    (told("acceded", "am", "old", "2012"), "new", "texts"),
    (told("acceded", "kg", "new", "2011"), "new", "texts"),
    (told("acceded", "ru", "old", "1995-01-20"), "old", "both"),
])  # fmt: skip
def test_of_a_line_of_bodies_the_one_that_existed_then_is_meant(claim: Claim, body: str, support: str) -> None:
    found = consolidate(stored(claim), LINE)
    (event,) = of_texts(found)
    assert (event.object_id, event.support) == (body, support)
    assert not found.conflicts


def test_what_was_not_there_yet_succeeded_nobody() -> None:
    (event,) = of_texts(consolidate(stored(told("succeeded", "latest", "old", "2010-01-01")), LINE))
    assert event.subject_id == "new"


@pytest.mark.parametrize("claim", [
    told("acceded", "am", "bank", "1980"), told("in_effect", "other", None, "1999"),
    told("ratified", "other", None, "1999", parties=["ru"]), told("entered_into_force", "other", None, "1999"),
])  # fmt: skip
def test_nothing_happens_to_what_does_not_exist(claim: Claim) -> None:
    found = together(claim)
    (conflict,) = found.conflicts
    assert conflict.event_b in {e.id for e in of_texts(found)}
    unsure = Claim(**{**{f: getattr(claim, f) for f in Claim.__dataclass_fields__}, "confidence": 0.6})
    (event,) = of_texts(together(unsure))
    assert event.support == "disputed" and together(unsure).reasons and not together(unsure).conflicts


def test_adopted_is_signed_where_only_the_signing_is_known() -> None:
    found = together(told("adopted", "code", "club", "2009-11-27", "kk"), told("signed", "code", "club", "2009-11"))
    (event,) = of_texts(found)
    assert (event.type, event.langs, event.support) == ("signed", "en,kk", "both")
    (apart,) = of_texts(together(told("adopted", "code", "club", "2010-03-03")))
    assert (apart.type, apart.support) == ("adopted", "texts")


@pytest.mark.parametrize("claim", [
    told("in_effect", "pact", None, "2001-05-30/.."), told("organ_of", "court", "club", None),
    told("acceded", "kz", "club", "2000-10-10"),
])  # fmt: skip
def test_what_follows_from_a_fact_agrees_with_it(claim: Claim) -> None:
    (event,) = of_texts(together(claim))
    assert event.support == "both"
    assert not [e for e in together().events if e.type == claim.type and e.subject_id == claim.subject_id]


def test_an_observer_in_the_assembly_is_none_of_the_body() -> None:
    seat = fact("membership", "am", "court", "2013-04-11", "observer")
    registry = Registry(REGISTRY.entities, REGISTRY.relations, (*FACTS, seat))
    (event,) = of_texts(consolidate(stored(told("observer", "am", "club", "2013-04/..")), registry))
    assert (event.object_id, event.support) == ("court", "both")


def test_a_withdrawal_and_the_end_of_the_spell_are_one_event() -> None:
    spell = fact("membership", "uz", "club", "2006-01-25", "member", "2008-10-16")
    found = consolidate([], replace(REGISTRY, facts=(*FACTS, spell, fact("withdrew", "uz", "club", "2008-10-16"))))
    [left] = [e for e in found.events if e.type == "withdrew"]
    assert (left.edtf, left.support, len(left.reference_ids)) == ("2008-10-16", "reference", 2)
