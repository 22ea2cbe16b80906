"""Spells that texts alone tell: from when to when, one status after another, joined again, paused."""

import pytest

from kb.consolidate import consolidate
from kb.model import Claim, Entity, Registry, StoredClaim

REGISTRY = Registry({e.id: e for e in (
    Entity("kz", "COUNTRY", {"en": "Kazakhstan"}), Entity("union", "ORG", {"en": "Union"}, scope="international"),
    Entity("league", "ORG", {"en": "League"}, scope="international", start_edtf="2000-01-01", end_edtf="2010-01-01"),
)})  # fmt: skip

Told = tuple[str, str | None]


def rows(*told: Told, body: str = "union") -> list[tuple[str, str | None, str | None]]:
    claims = [Claim(kind, "kz", body, "asserted", 0, 5, f"{n}", "en", edtf) for n, (kind, edtf) in enumerate(told)]
    found = consolidate([StoredClaim(n, f"d{n}", f"t{n}", claim) for n, claim in enumerate(claims)], REGISTRY)
    assert {m.support for m in found.memberships} <= {"texts"}
    return [(m.status, m.start_edtf, m.end_edtf) for m in found.memberships]


@pytest.mark.parametrize(("told", "wanted"), [
    ([("membership", "2005/2008")], [("member", "2005", "2008")]),
    ([("membership", "../2008")], [("member", None, "2008")]),
    ([("observer", "2005/2008")], [("observer", "2005", "2008")]),
    ([("membership", "2003/.."), ("membership", "../2009"), ("withdrew", "2009-05-05")],
     [("member", "2003", "2009-05-05")]),
    ([("acceded", "2008"), ("withdrew", "2009"), ("acceded", "2012")],
     [("member", "2008", "2009"), ("member", "2012", None)]),
    ([("membership", "2003/2007"), ("membership", "2012/..")], [("member", "2003", "2007"), ("member", "2012", None)]),
    ([("acceded", "2008"), ("suspended", "2010-05-01")],
     [("member", "2008", "2010-05-01"), ("suspended", "2010-05-01", None)]),
    ([("acceded", "2008"), ("suspended", "2010"), ("membership", "2011"), ("withdrew", "2012")],
     [("member", "2008", "2010"), ("suspended", "2010", "2012")]),
    ([("acceded", "2008"), ("suspended", "2010"), ("membership", "2013/..")],
     [("member", "2008", "2010"), ("suspended", "2010", "2013"), ("member", "2013", None)]),
    ([("observer", "2003"), ("acceded", "2005")], [("observer", "2003", "2005"), ("member", "2005", None)]),
    ([("observer", "2003"), ("membership", "2005/..")], [("observer", "2003", "2005"), ("member", "2005", None)]),
    ([("acceded", None), ("withdrew", "2009")], [("member", None, "2009")]),
    ([("membership", None), ("acceded", "2005")], [("member", "2005", None)]),
    ([("acceded", "2008/2009")], [("member", "2008/2009", None)]),
    ([("withdrew", "2009")], []),
    ([("suspended", None)], []),
])  # fmt: skip
def test_spells_follow_one_another(told: list[Told], wanted: list[tuple[str, str | None, str | None]]) -> None:
    assert rows(*told) == wanted


@pytest.mark.parametrize(("told", "start"), [
    ([("acceded", "2003"), ("acceded", "2004-04-04")], "2004-04-04"),
    ([("acceded", "2003-03-03"), ("acceded", "2004-04-04"), ("acceded", "2004-04"), ("acceded", "2004")], "2004-04-04"),
    ([("membership", "2003/.."), ("membership", "2005/.."), ("membership", "2005/..")], "2005"),
    ([("membership", "2004/.."), ("acceded", "2004-04-04")], "2004-04-04"),
    ([("membership", "2010"), ("acceded", "2004")], "2004"),
    ([("membership", "2001"), ("membership", "2010")], "2001"),
])  # fmt: skip
def test_a_spell_starts_where_the_stronger_word_says(told: list[Told], start: str) -> None:
    assert rows(*told) == [("member", start, None)]


def test_nobody_outlives_the_body() -> None:
    assert rows(("acceded", "2005"), body="league") == [("member", "2005", "2010-01-01")]
    assert rows(("acceded", "2012"), ("membership", "2012/2013"), body="league") == []


def test_two_spells_without_a_beginning_are_two_rows() -> None:
    claims = [Claim("membership", "kz", "union", "asserted", 0, 5, edtf, "en", edtf) for edtf in ("../2005", "../2010")]
    found = consolidate([StoredClaim(n, f"d{n}", f"t{n}", claim) for n, claim in enumerate(claims)], REGISTRY)
    assert [m.end_edtf for m in found.memberships] == ["2005", "2010"]
    assert len({m.id for m in found.memberships}) == 2


def test_joining_again_is_no_disagreement() -> None:
    told = [("acceded", "2008"), ("withdrew", "2009"), ("acceded", "2012")]
    claims = [Claim(kind, "kz", "union", "asserted", 0, 5, edtf, "en", edtf) for kind, edtf in told]
    found = consolidate([StoredClaim(n, f"d{n}", f"t{n}", claim) for n, claim in enumerate(claims)], REGISTRY)
    assert not found.conflicts
