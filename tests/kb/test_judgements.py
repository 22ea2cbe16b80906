"""Judgements: what stands, what claims become, what files hold, and that everything can be taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from kb.errors import TableError
from kb.judged import add_judgement, all_judgements, synced_judgements
from kb.judgements import Judgement, checked, effective, from_csv, judged_claims, merges, resolved, to_csv
from kb.model import Claim, Participant, StoredClaim
from kb.same_names import suggestions
from kb.store.judgements import csv_path, table_path


def said(verb: str, target: str, value: str = "", at: str = "2026-01-01T00:00:00+00:00") -> Judgement:
    return Judgement(verb, target, value, "А. Б.", at, 'because, "so"')


def stored(number: int, subject: str = "x-soyuz", edtf: str = "2001") -> StoredClaim:
    claim = Claim("acceded", "kz", subject, "asserted", 0, 5, "quote", "ru", edtf,
                  participants=(Participant(subject, "party"),))  # fmt: skip
    return StoredClaim(number, "d", "t", claim)


CLAIMS = [stored(1), stored(2, "eaeu")]
KEYS = {1: "one", 2: "two"}


def test_a_rejected_claim_is_gone_and_an_accepted_one_is_sure() -> None:
    found = judged_claims([replace(CLAIMS[0], claim=replace(CLAIMS[0].claim, confidence=0.4)), CLAIMS[1]], KEYS,
                          [said("accept", "one"), said("reject", "two")])  # fmt: skip
    assert [(c.id, c.claim.confidence) for c in found] == [(1, 1.0)]


def test_a_date_is_corrected_with_its_bounds() -> None:
    claim = judged_claims(CLAIMS, KEYS, [said("date", "one", "2002-05")])[0].claim
    assert (claim.edtf, claim.earliest, claim.latest, claim.origin) == ("2002-05", "2002-05-01", "2002-05-31", "human")


def test_merged_entities_are_one_in_every_slot() -> None:
    standing = [said("same", "x-soyuz", "x-union"), said("same", "x-union", "eaeu")]
    claim = judged_claims(CLAIMS, KEYS, standing)[0].claim
    assert (claim.object_id, claim.participants) == ("eaeu", (Participant("eaeu", "party"),))


def test_the_last_word_stands_and_undo_takes_it_back() -> None:
    first, later = said("accept", "one"), said("reject", "one", at="2026-01-02T00:00:00+00:00")
    assert effective([later, first]) == [later]
    assert effective([first, later, said("undo", later.id)]) == [first]


def test_different_ends_a_merge_and_circles_are_broken() -> None:
    same = said("same", "a", "b")
    assert merges(effective([same, said("different", "b", "a", "2026-02-01T00:00:00+00:00")])) == {}
    circle = merges([same, said("same", "b", "c"), said("same", "c", "a")])
    assert resolved(circle, "a") == "c"


@pytest.mark.parametrize("wrong", [
    said("like", "a"), said("same", "a"), said("same", "a", "a"), said("date", "k", "soon"), said("reject", ""),
    Judgement("reject", "k", "", "", "2026", ""),
])  # fmt: skip
def test_a_judgement_that_says_nothing_is_refused(wrong: Judgement) -> None:
    with pytest.raises(TableError):
        checked(wrong)


def test_the_csv_comes_back_and_names_the_line_of_a_fault() -> None:
    rows = [said("same", "a", "b"), said("reject", "k")]
    assert sorted(from_csv(to_csv(rows), "j.csv"), key=lambda j: j.verb) == sorted(rows, key=lambda j: j.verb)
    broken = to_csv(rows).replace("reject", "refuse")
    with pytest.raises(TableError, match=r"j\.csv:[23]: 'refuse'"):
        from_csv(broken, "j.csv")
    with pytest.raises(TableError, match="no column"):
        from_csv("id,verb\n", "j.csv")


def test_file_and_table_hold_the_same_and_either_is_enough(tmp_path: Path) -> None:
    db, rows = tmp_path / "kb.db", [said("reject", "k"), said("date", "k", "2001")]
    for row in rows:
        add_judgement(db, row)
    wanted = {row.id for row in rows}
    for path in (csv_path(db), table_path(db)):
        kept = path.read_bytes()
        path.unlink()
        assert {j.id for j in all_judgements(db)} == wanted
        path.write_bytes(kept)


def test_what_a_page_wrote_reaches_the_reviewed_file(tmp_path: Path) -> None:
    db, row = tmp_path / "kb.db", said("reject", "k")
    assert synced_judgements(db) == []
    assert not csv_path(db).exists()
    add_judgement(db, row)
    csv_path(db).unlink()
    assert synced_judgements(db) == [row]
    assert row.id in csv_path(db).read_text(encoding="utf-8")


def named(entity_id: str, text: str, origin: str = "discovered", kind: str = "ORG") -> dict[str, str]:
    return {"id": entity_id, "type": kind, "origin": origin, "lang": "en", "text": text, "kind": "name"}


def test_names_in_two_alphabets_are_suggested_as_one() -> None:
    names = [named("x-a", "Integration Forum"), named("x-b", "Интеграционный форум"), named("x-c", "Қаржы кеңесі")]
    assert [(row["id"], row["may_be"]) for row in suggestions(names)] == [("x-a", "x-b")]
    assert suggestions(names, [("x-b", "x-a")]) == []


def test_an_abbreviation_is_suggested_for_its_name() -> None:
    names = [
        named("x-a", "ЦАС"),
        named("caco", "Центрально Азиатский Союз", "registry"),
        named("p", "ЦАС", kind="PERSON"),
    ]
    assert [(row["may_be"], row["why"]) for row in suggestions(names)] == [("caco", "abbreviation")]
