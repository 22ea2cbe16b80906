"""Stages, scorecard, register of instruments and check, on the reference facts alone and on rows made for the case."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kb.check import check_counts, check_rows
from kb.cli.main import main
from kb.instruments import claimed_rows, counts, document_words, records, register_rows
from kb.registry.load import load_registry
from kb.scorecard import days_between, detail_rows, scorecard_rows
from kb.stages import stage_rows


@pytest.fixture(scope="module")
def db(reference_db: Path) -> Path:
    return reference_db


def rows(db: Path, *args: str) -> list[dict[str, str]]:
    result = CliRunner().invoke(main, [*args, "--db", str(db), "--format", "csv"])
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_stages_of_the_customs_union_and_the_union(db: Path) -> None:
    found = {(row["body_id"], row["stage_id"]): row for row in rows(db, "stages", "customs-union", "eaeu")}
    customs = found["customs-union", "stage-customs-union"]
    assert (customs["since"], customs["until"], customs["instrument"]) == ("2010-01-01", "2015-01-01", "treaty-cu-2007")
    union = found["eaeu", "stage-economic-union"]
    assert (union["since"], union["until"], union["instrument"]) == ("2015-01-01", "", "treaty-eaeu-2014")


def test_a_closer_stage_holds_the_looser_ones(db: Path) -> None:
    found = {row["stage_id"]: row["closer_from"] for row in rows(db, "stages", "eaeu", "--on", "2020-01-01")}
    assert found == {"stage-customs-union": "2015-01-01", "stage-common-market": "2015-01-01",
                     "stage-economic-union": ""}  # fmt: skip
    assert "stage-customs-union" in {row["stage_id"] for row in rows(db, "stages", "eu", "--on", "2020-01-01")}
    assert all(row["since"] != row["until"] for row in rows(db, "stages"))


def test_stages_on_a_day(db: Path) -> None:
    assert {row["body_id"] for row in rows(db, "stages", "--on", "2009-12-31")}.isdisjoint({"customs-union", "eaeu"})
    assert "customs-union" in {row["body_id"] for row in rows(db, "stages", "--on", "2010-01-01")}


def test_a_stage_lasts_with_its_body_and_says_when_a_closer_one_came() -> None:
    def step(stage: str, day: str) -> dict[str, Any]:
        return {"id": f"{stage}-{day}", "body_id": "b", "body": "B", "stage_id": stage, "stage": stage, "edtf": day,
                "earliest": day, "support": "texts", "unverified": None, "citation": None, "note": None,
                "documents": "a", "body_end": "2020"}  # fmt: skip

    found = stage_rows([step("stage-fta", "1995-01-01"), step("stage-preferential", "1996-01-01"),
                        step("stage-customs-union", "2000-01-01")], {}, set())  # fmt: skip
    assert [(row["until"], row["closer_from"]) for row in found] == [
        ("2020", "2000-01-01"), ("2020", "2000-01-01"), ("2020", None)]  # fmt: skip


def test_the_register_of_one_body(db: Path) -> None:
    found = {row["id"]: row for row in rows(db, "instruments", "--entity", "eurasec")}
    treaty = found["treaty-eurasec-2000"]
    assert (treaty["signed"], treaty["in_force"], treaty["state"]) == ("2000-10-10", "2001-05-30", "ended")
    assert treaty["source"] and treaty["parties"] == "by kg kz ru tj"
    signed = [row["signed"] for row in rows(db, "instruments") if row["signed"]]
    assert signed == sorted(signed)
    assert len(signed) >= 60


@pytest.mark.parametrize("group", ["body", "year", "area", "kind", "state"])
def test_the_register_is_counted(db: Path, group: str) -> None:
    found = rows(db, "instruments", "--count", group)
    assert found and all(int(row["in_force"]) <= int(row["instruments"]) for row in found)


@pytest.mark.parametrize(
    ("lang", "kind", "area", "state"),
    [("en", "treaty", "economic", "ended"), ("ru", "договор", "экономика", "прекратил действие"),
     ("kk", "шарт", "экономика", "қолданылуы тоқтатылған")],
)  # fmt: skip
def test_the_register_speaks_the_language(db: Path, lang: str, kind: str, area: str, state: str) -> None:
    found = {row["id"]: row for row in rows(db, "instruments", "--lang", lang)}
    treaty = found["treaty-eurasec-2000"]
    assert (treaty["kind"], treaty["area"], treaty["state"]) == (kind, area, state)
    assert (treaty["kind_id"], treaty["area_id"], treaty["state_id"]) == ("treaty", "economic", "ended")
    counted = {row["state_id"]: row for row in rows(db, "instruments", "--count", "state", "--lang", lang)}
    assert counted["ended"]["state"] == state and int(counted["in force"]["in_force"]) > 20


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_no_kind_area_or_state_stays_english(db: Path, lang: str) -> None:
    told = [*rows(db, "instruments", "--lang", lang), *rows(db, "scorecard", "cis", "--detail", "--lang", lang)]
    left = {row[c] for row in told for c in ("kind", "area", "state") if row.get(c) and row[c].isascii()}
    assert len(told) > 100 and not left


@pytest.mark.parametrize(
    ("args", "column", "values"),
    [(("--kind", "charter"), "kind", {"charter"}), (("--area", "military-political"), "area", {"military-political"}),
     (("--state", "in force"), "state", {"in force"}), (("--from", "2014", "--to", "2014-06"), "signed", None)],
)  # fmt: skip
def test_the_register_is_narrowed(db: Path, args: tuple[str, ...], column: str, values: set[str] | None) -> None:
    found, every = rows(db, "instruments", *args), rows(db, "instruments")
    assert 0 < len(found) < len(every)
    if values:
        assert {row[column] for row in found} == values
        assert len(found) == sum(row[column] in values for row in every)
    else:
        assert {row[column][:4] for row in found} == {"2014"} and "2014-05-29" in {row[column] for row in found}


def test_what_no_instrument_has_is_a_slip(db: Path) -> None:
    result = CliRunner().invoke(main, ["instruments", "--state", "asleep", "--db", str(db)])
    assert result.exit_code == 2 and "no instrument has state 'asleep'; there are: adopted; ended" in result.output


def test_the_kind_of_an_instrument_of_ones_own_stands_in_its_id() -> None:
    own = {**INSTRUMENTS[0], "id": "protocol-b-2001"}
    assert records([own, INSTRUMENTS[0]], [], {"three": "protocol"})["protocol-b-2001"].kind == "protocol"
    assert records([own], [], {})["protocol-b-2001"].kind == ""


def test_the_scorecard_of_the_union(db: Path) -> None:
    found = {row["member_id"]: row for row in rows(db, "scorecard", "eaeu")}
    assert set(found) == {"am", "by", "kg", "kz", "ru"}
    details = rows(db, "scorecard", "eaeu", "--detail")
    treaty = next(r for r in details if (r["member_id"], r["instrument_id"]) == ("kz", "treaty-eaeu-2014"))
    assert (treaty["days_to_force"], treaty["state"]) == ("217", "in force")
    kyrgyz = next(r for r in details if (r["member_id"], r["instrument_id"]) == ("kg", "treaty-eaeu-2014"))
    assert (kyrgyz["signed"], kyrgyz["acceded"], kyrgyz["in_force"]) == ("", "2015-08-12", "2015-08-12")


def act(kind: str, subject: str, day: str, party: str | None = None) -> dict[str, Any]:
    return {"type": kind, "subject_id": subject, "edtf": day, "party": party, "citation": "S", "documents": None}


INSTRUMENTS = [
    {"id": name, "name": name, "area": "economic", "origin": "registry", "body_id": "b", "body": "B", "founds": 0}
    for name in ("one", "two", "three")
]
ACTS = [
    *(act("signed", name, "2000-01-01", party) for name in ("one", "two", "three") for party in ("kz", "ru")),
    act("ratified", "one", "2000-01-11", "kz"), act("ratified", "two", "2000-03-01", "ru"),
    act("entered_into_force", "one", "2000-02-01"),
]  # fmt: skip


def test_the_gap_is_what_was_signed_and_never_came_into_force() -> None:
    found = records(INSTRUMENTS, ACTS, {"three": "declaration"})
    members = [{"member_id": "kz", "member": "Kazakhstan"}, {"member_id": "ru", "member": "Russia"}]
    kz, ru = scorecard_rows(detail_rows(found, members, "b"))
    assert (kz["signed"], kz["binding"], kz["ratified"], kz["came_into_force"]) == (3, 2, 1, 1)
    assert (kz["median_days_to_ratification"], kz["median_days_to_force"]) == (10, 31)
    # Nobody says whether `two` ever came into force: that is no gap.
    assert (kz["unknown"], kz["open"], kz["implementation_gap"]) == (1, 0, 0.0)
    states = {r["instrument_id"]: r["state"] for r in detail_rows(found, members, "b") if r["member_id"] == "ru"}
    assert states == {"one": "open", "two": "entry into force not known", "three": "adopted"}
    assert (ru["open"], ru["still_open"], ru["implementation_gap"]) == (1, "one", 1.0)


def test_what_a_source_says_never_came_into_force_is_open() -> None:
    denied = {**act("entered_into_force", "two", "", None), "edtf": None, "polarity": "negated"}
    found = records(INSTRUMENTS, [*ACTS, denied], {"three": "declaration"})
    rows = detail_rows(found, [{"member_id": "ru", "member": "Russia"}], "b")
    assert {row["instrument_id"]: row["state"] for row in rows}["two"] == "open"


def test_an_instrument_binds_each_party_from_its_own_day() -> None:
    acts = [
        *(act("signed", "one", "2000-01-01", party) for party in ("am", "by", "kz")),
        act("ratified", "one", "2000-02-01", "by"), act("entered_into_force", "one", "2000-02-15"),
        act("ratified", "one", "2000-06-01", "kz"), act("acceded", "one", "2003-01-01", "uz"),
        act("withdrew", "one", "2009-01-01", "by"),
        act("signed", "two", "2000-01-01", "am"), act("entered_into_force", "two", "2001-01-01", "am"),
        act("signed", "two", "2000-01-01", "by"),
    ]  # fmt: skip
    members = [{"member_id": party, "member": party} for party in ("am", "by", "kz", "uz")]
    members[2] |= {"until": "2010-01-01", "body_end": None}
    rows = detail_rows(records(INSTRUMENTS, acts, {}), members, "b")
    assert {(r["member_id"], r["instrument_id"]): (r["in_force"], r["state"]) for r in rows} == {
        ("am", "one"): (None, "open"), ("by", "one"): ("2000-02-15", "ended"), ("kz", "one"): ("2000-06-01", "left"),
        ("uz", "one"): ("2003-01-01", "in force"),
        ("am", "two"): ("2001-01-01", "in force"), ("by", "two"): (None, "entry into force not known"),
    }  # fmt: skip


@pytest.mark.parametrize(("since", "kind", "founds", "expected"), [
    ("2003-01-01", "", 1, ("2003-01-01", "2003-01-01", "in force")), ("2000-02-01", "", 1, None),
    ("2003-01-01", "declaration", 1, None), ("2003-01-01", "", 0, None), (None, "", 1, None),
])  # fmt: skip
def test_whoever_joins_a_body_later_is_bound_by_its_founding_treaty(
    since: str | None, kind: str, founds: int, expected: tuple[str, str, str] | None
) -> None:
    instruments = [{**INSTRUMENTS[0], "founds": founds}]
    found = records(instruments, ACTS, {"one": kind} if kind else {})
    late = detail_rows(found, [{"member_id": "am", "member": "Armenia", "since": since}], "b")
    assert [(row["acceded"], row["in_force"], row["state"]) for row in late] == ([expected] if expected else [])


def test_the_scorecard_of_the_commonwealth(db: Path) -> None:
    details = {(r["member_id"], r["instrument_id"]): r for r in rows(db, "scorecard", "cis", "--detail")}
    georgia = details["ge", "treaty-cis-1991"]
    assert (georgia["signed"], georgia["in_force"], georgia["left"]) == ("", "1994-03-01", "2009-08-18")
    assert georgia["days_to_force"] == ""
    assert details["uz", "charter-cis-1993"]["in_force"] == "1994-02-09"
    assert details["uz", "agreement-fts-cis-2023"]["in_force"] == ""
    assert details["by", "agreement-fts-cis-2023"]["in_force"] == "2024-06-05"
    scores = {row["member_id"]: row for row in rows(db, "scorecard", "cis")}
    assert scores["ge"]["in_force_now"] == "0"
    assert {"ua", "tm"} <= set(scores)
    for score in scores.values():
        known = int(score["came_into_force"]) + int(score["open"])
        assert int(score["binding"]) == known + int(score["unknown"])


def test_nothing_open_is_said(db: Path) -> None:
    result = CliRunner().invoke(main, ["scorecard", "eaeu", "--open", "--db", str(db), "--format", "csv"])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert "nothing is known to be open" in result.stderr


def test_the_note_counts_what_the_table_counts(db: Path) -> None:
    for body in ("cis", "eaeu", "csto"):
        unknown = sum(int(row["unknown"]) for row in rows(db, "scorecard", body))
        said = CliRunner().invoke(main, ["scorecard", body, "--open", "--db", str(db), "--format", "csv"]).stderr
        more = f"; of {unknown} rows (--detail) entry into force is not known" if unknown else ""
        assert said in {"", f"{body}: nothing is known to be open{more}\n"}


def test_an_interval_of_validity_ends(db: Path) -> None:
    found = {row["id"]: row for row in rows(db, "instruments")}
    gatt = found["agreement-gatt-1947"]
    assert (gatt["in_force"], gatt["state"]) == ("1948-01-01", "ended")


@pytest.mark.parametrize(("edtf", "until", "expected"), [
    ("2001/2005", None, ("2001", "2005", "ended")), ("2001/..", None, ("2001", None, "in force")),
    ("2001-02-03", "2004-05-06", ("2001-02-03", "2004-05-06", "ended")),
    ("2001/2999", None, ("2001", "2999", "in force")), ("../2005", None, (None, "2005", "ended")),
])  # fmt: skip
def test_validity_has_two_sides(edtf: str, until: str | None, expected: tuple[str | None, str | None, str]) -> None:
    acts = [{**act("in_effect", "one", edtf), "until": until}]
    record = records(INSTRUMENTS, acts, {})["one"]
    assert (record.in_force, record.ended, record.state) == expected


@pytest.mark.parametrize(("first", "second", "days"), [
    ("2000-01-01", "2000-01-31", 30), ("2000-01", "2000-01-31", None), ("2000-01-01", None, None),
])  # fmt: skip
def test_days_are_counted_only_between_days(first: str, second: str | None, days: int | None) -> None:
    assert days_between(first, second) == days


def test_counts_stand_beside_those_that_texts_claim() -> None:
    register = register_rows(records(INSTRUMENTS, ACTS, {}))
    assert counts(register, "year") == [{"year": "2000", "instruments": 3, "in_force": 1}]
    said = [{"value": 73.0, "unit": "documents", "bodies": "b", "lang": "en", "path": "p", "sentence": "s",
             "document_id": "d", "start_char": 1, "end_char": 3}]  # fmt: skip
    assert [(str(r["claimed"]), r["known"]) for r in claimed_rows(said, register)] == [("73", 3)]
    assert document_words()[1] > 10


def test_check_says_who_agrees_and_who_is_silent() -> None:
    base = {"type": "acceded", "subject_id": "kz", "subject": "K", "object_id": "b", "object": "B", "edtf": "2001",
            "langs": "en", "documents": "a.md", "citation": None, "unverified": None, "stands": "2000",
            "known_status": "member", "why": "acceded: 2001 / 2000"}  # fmt: skip
    events = [{**base, "support": support} for support in ("both", "disputed", "reference", "texts")]
    found = check_rows(events)
    assert {(r["known_status"], r["why"]) for r in found} == {("member", "acceded: 2001 / 2000")}
    assert [(r["result"], r["reference_date"]) for r in found] == [
        ("agree", "2001"), ("differ", "2000"), ("texts silent", "2001"), ("reference silent", None)]  # fmt: skip
    assert check_counts(found) == {"agree": 1, "differ": 1, "texts silent": 1, "reference silent": 1}


def test_check_counts_what_is_unverified(db: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--db", str(db), "--unverified", "--format", "csv"])
    assert result.exit_code == 0
    number, _, whole = result.stderr.splitlines()[-1].split(" ")[:3]
    facts = load_registry().facts
    assert (int(number), int(whole)) == (sum(f.unverified for f in facts), len(facts))


@pytest.mark.parametrize(("args", "nothing"), [
    (("stages",), ("--on", "1900")), (("scorecard", "eaeu"), None), (("scorecard", "eaeu", "--detail"), None),
    (("instruments",), ("--entity", "asa")), (("power", "cu-commission"), None),
])  # fmt: skip
def test_the_header_names_every_column(db: Path, args: tuple[str, ...], nothing: tuple[str, ...] | None) -> None:
    def run(form: str, *more: str) -> str:
        return CliRunner().invoke(main, [*args, *more, "--db", str(db), "--format", form]).stdout

    names = list(json.loads(run("json"))[0])
    assert run("csv").splitlines()[0] == ",".join(names)
    if nothing:
        assert run("csv", *nothing) == ",".join(names) + "\n"


@pytest.mark.parametrize("table", ["countries", "organizations", "nesting", "centrality", "overlap"])
def test_tables_of_the_graph_keep_their_header(db: Path, table: str) -> None:
    def run(day: str) -> list[str]:
        return CliRunner().invoke(main, ["graph", "--table", table, "--on", day, "--db", str(db)]).stdout.splitlines()

    assert len(run("2012-06-30")) > 1
    assert run("1500-01-01") == run("2012-06-30")[:1]
