"""What the reference facts answer: who belonged to what on a day, in which status, and what was signed when."""

import re
from functools import cache
from itertools import pairwise

import pytest

from kb.model import ReferenceFact, Registry
from kb.registry.load import load_registry


@cache
def registry() -> Registry:
    return load_registry()


def holds(fact: ReferenceFact, day: str) -> bool:
    """True where the spell certainly covers the day; imprecise starts count from their last day on."""
    start, end = fact.start_edtf or "", fact.end_edtf or "9999"
    return start.ljust(10, "9") <= day < end


def members(organization: str, day: str, status: str = "member") -> str:
    spells = (f for f in registry().facts if f.type == "membership" and f.object_id == organization)
    return " ".join(sorted({f.subject_id for f in spells if f.status == status and holds(f, day)}))


CIS_1995 = "am az by ge kg kz md ru tj uz"

MEMBERS = [
    ("cis", "1992-01-01", "am by kg kz ru tj uz"), ("cis", "1993-10-01", "am az by kg kz ru tj uz"),
    ("cis", "1995-01-01", CIS_1995), ("cis", "2009-08-17", CIS_1995),
    ("cis", "2009-08-18", CIS_1995.replace(" ge", "")),
    ("cis", "2026-01-01", "am az by kg kz md ru tj uz"),
    ("customs-union-1995", "1995-01-20", "by kz ru"), ("customs-union-1995", "1997-01-01", "by kg kz ru"),
    ("customs-union-1995", "2000-01-01", "by kg kz ru tj"), ("customs-union-1995", "2001-01-01", ""),
    ("eurasec", "2000-10-09", ""), ("eurasec", "2000-10-10", "by kg kz ru tj"),
    ("eurasec", "2007-06-30", "by kg kz ru tj uz"), ("eurasec", "2009-01-01", "by kg kz ru tj"),
    ("eurasec", "2014-12-31", "by kg kz ru tj"), ("eurasec", "2015-01-01", ""),
    ("ces-2003", "2005-01-01", "by kz ru ua"), ("ces", "2012-01-01", "by kz ru"),
    ("customs-union", "2009-12-31", ""), ("customs-union", "2010-01-01", "by kz ru"),
    ("eaeu", "2015-01-01", "by kz ru"), ("eaeu", "2015-01-02", "am by kz ru"),
    ("eaeu", "2015-08-11", "am by kz ru"), ("eaeu", "2015-08-12", "am by kg kz ru"),
    ("csto", "2002-10-06", ""), ("csto", "2002-10-07", "am by kg kz ru tj"),
    ("csto", "2007-01-01", "am by kg kz ru tj uz"), ("csto", "2013-01-01", "am by kg kz ru tj"),
    ("csto", "2025-01-01", "by kg kz ru tj"),
    ("shanghai-five", "2000-01-01", "cn kg kz ru tj"), ("sco", "2001-06-14", ""),
    ("sco", "2001-06-15", "cn kg kz ru tj uz"), ("sco", "2018-01-01", "cn in kg kz pk ru tj uz"),
    ("sco", "2024-01-01", "cn in ir kg kz pk ru tj uz"), ("sco", "2025-01-01", "by cn in ir kg kz pk ru tj uz"),
    ("central-asian-union", "1995-01-01", "kg kz uz"), ("caec", "2000-01-01", "kg kz tj uz"),
    ("caco", "2003-01-01", "kg kz tj uz"), ("caco", "2005-01-01", "kg kz ru tj uz"), ("caco", "2006-01-01", ""),
    ("union-state", "2001-01-01", "by ru"), ("guam", "2000-01-01", "az ge md ua uz"),
    ("guam", "2006-01-01", "az ge md ua"),
    ("ots", "2020-01-01", "az kg kz tr uz"), ("eco", "1993-01-01", "af az ir kg kz pk tj tm tr uz"),
    ("comecon", "1980-01-01", "bg cshh cu ddde hu mn pl ro su vn"),
    ("cis-economic-union", "1995-05-06", "am az by ge kg kz md ru tj tm uz"),
    ("cis-fta", "2014-01-11", "am by kz md ru ua"), ("cis-fta", "2014-01-12", "am by kg kz md ru ua"),
    ("cis-ipa", "2000-01-01", "am az by ge kg kz md ru tj ua uz"), ("cis-ipa", "2025-01-01", "am az by kg kz ru tj uz"),
]  # fmt: skip


@pytest.mark.parametrize(("organization", "day", "expected"), MEMBERS)
def test_members_on_a_day(organization: str, day: str, expected: str) -> None:
    assert members(organization, day) == expected


STATUSES = [
    ("cis", "2000-01-01", "participant", "tm ua"), ("cis", "2006-01-01", "participant", "ua"),
    ("cis", "2006-01-01", "associate", "tm"), ("cis", "1993-01-01", "signatory", "az md"),
    ("eurasec", "2009-01-01", "suspended", "uz"), ("eurasec", "2005-01-01", "observer", "am md ua"),
    ("csto", "2012-07-01", "suspended", "uz"), ("csto", "2024-03-01", "frozen", "am"),
    ("eaeu", "2019-01-01", "observer", "md"), ("eaeu", "2025-01-01", "observer", "cu ir md uz"),
    ("sco", "2016-01-01", "observer", "af by in ir mn pk"), ("sco", "2026-01-01", "observer", ""),
    ("ots", "2022-01-01", "observer", "hu tm"), ("council-of-europe", "2022-03-01", "suspended", "ru"),
    ("brics", "2025-07-01", "partner", "bo by cu kz my ng th ug uz vn"),
    ("cis", "2024-01-01", "observer", ""), ("cis", "2026-01-01", "observer", "sco"),
]  # fmt: skip


@pytest.mark.parametrize(("organization", "day", "status", "expected"), STATUSES)
def test_statuses_are_told_apart(organization: str, day: str, status: str, expected: str) -> None:
    assert members(organization, day, status) == expected


COUNTS = [("eu", "1958-01-01", 6), ("eu", "1995-01-01", 15), ("eu", "2019-01-01", 28), ("eu", "2020-02-01", 27),
          ("nato", "1949-04-04", 12), ("nato", "2000-01-01", 19), ("nato", "2025-01-01", 32),
          ("asean", "2000-01-01", 10),
          ("asean", "2025-11-01", 11), ("apec", "2000-01-01", 21), ("gcc", "1990-01-01", 6), ("brics", "2011-01-01", 5),
          ("brics", "2025-02-01", 10), ("g20", "2024-01-01", 21), ("ecsc", "2000-01-01", 15),
          ("euratom", "2019-01-01", 28), ("euratom", "2021-01-01", 27),
          ("council-of-europe", "1969-01-01", 18), ("council-of-europe", "1972-01-01", 17),
          ("council-of-europe", "1975-01-01", 18), ("council-of-europe", "2026-01-01", 46), ("osce", "2026-01-01", 57),
          ("opec", "1980-01-01", 13)]  # fmt: skip


@pytest.mark.parametrize(("organization", "day", "count"), COUNTS)
def test_how_many_members(organization: str, day: str, count: int) -> None:
    assert len(members(organization, day).split()) == count


def test_a_member_has_one_status_at_a_time() -> None:
    spells = sorted(
        (f.object_id or "", f.subject_id, f.start_edtf or "", f.end_edtf or "9999", f.status or "")
        for f in registry().facts if f.type == "membership"
    )  # fmt: skip
    overlaps = [
        (a, b) for a, b in pairwise(spells) if a[:2] == b[:2] and b[2] < a[3] and "observer" not in (a[4], b[4])
    ]
    assert overlaps == []


ACTS = [
    ("signed", "treaty-cis-1991", "1991-12-08", "by ru ua"),
    ("signed", "declaration-alma-ata-1991", "1991-12-21", None),
    ("adopted", "charter-cis-1993", "1993-01-22", None), ("entered_into_force", "charter-cis-1993", "1994-01-22", None),
    ("signed", "treaty-cst", "1992-05-15", "am kg kz ru tj uz"),
    ("entered_into_force", "treaty-cst", "1994-04-20", None),
    ("signed", "treaty-eurasec-2000", "2000-10-10", "by kg kz ru tj"),
    ("entered_into_force", "treaty-eurasec-2000", "2001-05-30", None),
    ("signed", "treaty-eaeu-2014", "2014-05-29", "by kz ru"),
    ("entered_into_force", "treaty-eaeu-2014", "2015-01-01", None),
    ("signed", "treaty-union-state-1999", "1999-12-08", "by ru"),
    ("entered_into_force", "treaty-union-state-1999", "2000-01-26", None),
    ("signed", "charter-sco-2002", "2002-06-07", None), ("entered_into_force", "charter-sco-2002", "2003-09-19", None),
    ("signed", "agreement-edb-2006", "2006-01-12", "kz ru"),
    ("entered_into_force", "agreement-edb-2006", "2006-06-16", None),
    ("signed", "treaty-maastricht-1992", "1992-02-07", None), ("terminated", "customs-code-cu", "2018-01-01", None),
    ("entered_into_force", "treaty-economic-union-1993", "1995-05-06", None),
    ("terminated", "agreement-macro-policy-2010", "2015-01-01", None),
    ("terminated", "agreement-common-tariff-2008", "2015-01-01", None),
    ("entered_into_force", "treaty-abm-1972", "1972-10-03", None),
    ("entered_into_force", "treaty-warsaw-1955", "1955-06-05", None),
    ("terminated", "treaty-new-start-2010", "2026-02-05", None), ("terminated", "comecon", "1991-06-28", None),
]  # fmt: skip


@pytest.mark.parametrize(("act", "instrument", "day", "parties"), ACTS)
def test_acts_of_instruments(act: str, instrument: str, day: str, parties: str | None) -> None:
    found = [f for f in registry().facts if (f.type, f.subject_id) == (act, instrument)]
    assert [f.start_edtf for f in found] == [day]
    assert parties is None or sorted(found[0].participants) == parties.split()


def test_a_treaty_is_left_when_its_term_runs_out() -> None:
    left = {f.subject_id: f.start_edtf for f in registry().facts if (f.type, f.object_id) == ("withdrew", "treaty-cst")}
    assert left == dict.fromkeys(("az", "ge", "uz"), "1999-04-20")


def test_candidates_of_the_trade_organization_begin_with_their_working_party() -> None:
    began = {f.subject_id: f for f in registry().facts if (f.object_id, f.status) == ("wto", "candidate")}
    assert (began["by"].start_edtf, began["uz"].start_edtf) == ("1993-10-27", "1994-12-21")
    assert began["by"].unverified and began["uz"].unverified


def test_ratifications_of_the_charter_come_country_by_country() -> None:
    found = [f for f in registry().facts if (f.type, f.subject_id) == ("ratified", "charter-cis-1993")]
    assert {f.participants[0]: f.start_edtf for f in found}["md"] == "1994-06-27"
    assert all(len(f.participants) == 1 for f in found)


def test_there_is_enough_of_everything() -> None:
    facts = registry().facts
    assert len({f.object_id for f in facts if f.type == "membership"}) >= 35
    acts = ("signed", "adopted", "entered_into_force", "terminated")
    assert len({f.subject_id for f in facts if f.type in acts}) >= 70
    types = [entity.type for entity in registry().entities.values()]
    wanted = {"TREATY": 110, "PROGRAMME": 55, "PERSON": 90, "CONCEPT": 45}
    assert [kind for kind, least in wanted.items() if types.count(kind) < least] == []


def test_stages_name_their_instrument() -> None:
    stages = [f for f in registry().facts if f.type == "reached_stage"]
    assert stages
    assert [f for f in stages if not f.note] == []
    assert {f.object_id for f in stages} <= {e for e in registry().entities if e.startswith("stage-")}


def test_what_has_neither_a_year_nor_a_day_of_retrieval_confirms_nothing() -> None:
    """ "The instrument named in the row" or "list of members" is no source that a reader could look at."""
    vague = {
        s.id
        for s in registry().sources.values()
        if not s.retrieved and not re.search(r"\b1[89]\d\d|\b20\d\d", s.citation)
    }
    assert [f.id for f in registry().facts if f.source_id in vague and not f.unverified] == []


def test_an_address_has_its_day_and_every_source_is_used() -> None:
    used = {fact.source_id for fact in registry().facts}
    sources = registry().sources.values()
    assert [s.id for s in sources if s.url and not s.retrieved] == []
    assert [s.id for s in sources if s.id not in used] == []
