"""Every kind of bad data stops the load with file, line and reason."""

import re
from pathlib import Path
from typing import Any

import pytest

from kb.errors import TableError
from kb.registry.checks import is_edtf
from kb.registry.load import load_ambiguous, load_registry

GOOD = """\
# a user's own
xc-body:
  type: ORG
  scope: international
  names: {en: Body of Bodies, ru: Тело тел, kk: Денелер денесі}
"""
PLACE = "  names: {en: Xville, ru: Иксград, kk: Икскент}\n"
ENTITY_FAULTS = [
    ("unknown key", GOOD + "  colour: red\n", 6, "unknown key 'colour'"),
    ("unknown type", "xc-a:\n  type: BODY\n" + PLACE, 2, "unknown type 'BODY'"),
    ("no type", "xc-a:\n" + PLACE, 1, "no type"),
    ("no scope", "xc-a:\n  type: ORG\n" + PLACE, 1, "scope"),
    ("unknown scope", "xc-a:\n  type: ORG\n  scope: local\n" + PLACE, 3, "unknown scope 'local'"),
    ("unknown field", GOOD + "  field: sport\n", 6, "unknown field 'sport'"),
    ("missing language", "xc-a:\n  type: PLACE\n  names: {en: Xville, ru: Иксград}\n", 3, "no name in kk"),
    ("unknown language", GOOD + "  variants: {de: [Rumpf]}\n", 6, "unknown key 'de'"),
    ("bad date", GOOD + "  start: 2015-02-30\n", 6, "start: '2015-02-30' is no EDTF date"),
    ("bad wikidata", GOOD + "  wikidata: 12\n", 6, "wikidata"),
    ("bad id", "xc_a:\n  type: PLACE\n" + PLACE, 1, "no lowercase ASCII slug"),
    ("duplicate id", "\n\neaeu:\n  type: PLACE\n" + PLACE, 3, "duplicate id 'eaeu'"),
    ("duplicate id in one file", GOOD + GOOD, 7, "duplicate key 'xc-body'"),
    ("duplicate key", GOOD + "  type: ORG\n", 6, "duplicate key 'type'"),
    ("broken parent", GOOD + "  parent: nowhere\n", 6, "no entity 'nowhere'"),
    ("broken predecessor", GOOD + "  predecessor: [eaeu, nowhere]\n", 6, "no entity 'nowhere'"),
    ("broken seat", GOOD + "  seat: Atlantis\n", 6, "no place 'Atlantis'"),
    ("another's name", GOOD + "  variants:\n    en:\n      - Bodies\n      - EAEU\n", 9, "name of eaeu and xc-body"),
    ("empty alias", GOOD + '  variants: {en: [""]}\n', 6, "empty name"),
    ("dated alias", GOOD + "  former:\n    en:\n      - {text: Old Body, to: soon}\n", 8, "'soon' is no EDTF date"),
    ("backwards", GOOD + "  start: 2015-01-01\n  end: 2014\n", 7, "the end 2014 is not after the start 2015-01-01"),
    ("no day at all", GOOD + "  start: 2015-01-01\n  end: 2015-01-01\n", 7, "is not after the start"),
    ("name backwards", GOOD + "  former:\n    en:\n      - {text: X, from: 2003, to: 2001}\n", 8, "is not after"),
    ("bell in a name", GOOD.replace("Body of Bodies", '"Body \\a"'), 5, "control character U+0007"),
    ("bell in a variant", GOOD + '  variants: {en: ["Un\\x01ion"]}\n', 6, "control character U+0001"),
    ("two lines", GOOD.replace("Body of Bodies", '"Body\\nof"'), 5, "one word or line"),
    ("two lines in a variant", GOOD + '  variants: {en: ["Body\\nof"]}\n', 6, "several lines"),
    ("list of lists", GOOD + "  predecessor: [[eaeu]]\n", 6, "list of texts"),
    ("no mapping", "- eaeu\n", 1, "mapping of ids"),
    ("anchors", "xc-a: &a\n  type: PLACE\nxc-b: *a\n", 3, "anchors"),
    ("not YAML", "xc-a: [\n  type: }\n", 2, ""),
]  # fmt: skip
RULE = "- text: EAEU\n  lang: en\n  default: eaeu\n  candidates:\n    eaeu: {words: [x]}\n    eu: {words: [y]}\n"
RULE_FAULTS = [
    ("unknown key", RULE + "  note: x\n", 7, "unknown key 'note'"),
    ("unknown candidate key", RULE.replace("words: [y]", "wrods: [y]"), 6, "unknown key 'wrods'"),
    ("default is no candidate", RULE.replace("default: eaeu", "default: sco"), 3, "default 'sco' is no candidate"),
    ("one candidate", RULE.replace("    eu: {words: [y]}\n", ""), 1, "at least two"),
    ("unknown entity", RULE.replace("    eu:", "    nowhere:"), 6, "no entity 'nowhere'"),
    ("unknown neighbour", RULE.replace("words: [y]", "near: [nowhere]"), 6, "no entity 'nowhere'"),
    ("no year", RULE.replace("words: [y]", "after: long ago"), 6, "is no year"),
    ("twice", RULE + RULE, 7, "a second rule"),
]
HEADER = "type,subject,object,status,start,end,source,unverified,participants,note\n"
FACT_FAULTS = [
    ("unknown column", HEADER.replace("note", "remark"), 1, "remark"),
    ("missing column", HEADER.replace("source,", ""), 1, "source"),
    ("cells", HEADER + "membership,kz\n", 2, "2 cells"),
    ("unknown type", HEADER + "joined,kz,eaeu,,2015-01-01,,s1,,,\n", 2, "unknown type 'joined'"),
    ("unknown status", HEADER + "membership,kz,eaeu,boss,2015-01-01,,s1,,,\n", 2, "unknown status 'boss'"),
    ("bad date", HEADER + "membership,kz,eaeu,member,2015-13,,s1,,,\n", 2, "'2015-13' is no EDTF date"),
    ("backwards", HEADER + "membership,jp,eaeu,member,2015-01-01,2014-12-31,s1,,,\n", 2, "not after the start"),
    ("no day at all", HEADER + "membership,jp,eaeu,member,2015-01-01,2015-01-01,s1,,,\n", 2, "not after the start"),
    ("interval backwards", HEADER + "in_effect,code-labour,,,2008/2005,,s1,,,\n", 2, "'2008/2005' is no EDTF date"),
    (
        "overlap",
        HEADER + "membership,jp,eaeu,member,2015,2018,s1,,,\nmembership,jp,eaeu,frozen,2016,,s1,,,\n",
        3,
        "frozen from 2016 overlaps member from 2015 of the same pair (mine.csv:2)",
    ),
    ("overlap with what ships", HEADER + "membership,kz,eaeu,observer,2020,,s1,,,\n", 2, "overlaps member"),
    ("bell", HEADER + "membership,jp,eaeu,member,2015,,s1,,,Ding\a\n", 2, "control character U+0007"),
    ("bad flag", HEADER + "membership,kz,eaeu,member,2015,,s1,perhaps,,\n", 2, "neither yes nor no"),
    ("broken subject", HEADER + "membership,xq,eaeu,member,2015,,s1,,,\n", 2, "no entity 'xq'"),
    ("broken participant", HEADER + "signed,treaty-eaeu-2014,eaeu,,2014,,s1,,kz xq,\n", 2, "no entity 'xq'"),
    ("broken source", HEADER + "membership,kz,eaeu,member,2015,,s9,,,\n", 2, "no source 's9'"),
    ("twice", HEADER + 2 * "membership,jp,eaeu,frozen,2031,,s1,,,\n", 3, "stands twice"),
]


def _named(rows: list[tuple[str, str, int, str]]) -> list[Any]:
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


def _check(directory: Path, name: str, text: str, line: int, reason: str) -> None:
    table = directory / name
    table.parent.mkdir(exist_ok=True)
    table.write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load_registry(directory)
    assert re.fullmatch(rf"{re.escape(str(table))}:{line}: .*{re.escape(reason)}.*", str(caught.value)), caught.value


@pytest.mark.parametrize(("text", "line", "reason"), _named(ENTITY_FAULTS))
def test_entity_faults(tmp_path: Path, text: str, line: int, reason: str) -> None:
    _check(tmp_path, "entities/mine.yml", text, line, reason)


@pytest.mark.parametrize(("text", "line", "reason"), _named(RULE_FAULTS))
def test_rule_faults(tmp_path: Path, text: str, line: int, reason: str) -> None:
    _check(tmp_path, "ambiguous.yml", text, line, reason)


@pytest.mark.parametrize(("text", "line", "reason"), _named(FACT_FAULTS))
def test_fact_faults(tmp_path: Path, text: str, line: int, reason: str) -> None:
    (tmp_path / "sources.csv").write_text("id,citation,url,retrieved\ns1,A book,,\n", encoding="utf-8")
    _check(tmp_path, "facts/mine.csv", text, line, reason)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("id,citation,url,retrieved\ns1,,,\n", 2, "needs id and citation"),
        ("id,citation,url,retrieved\ns1,A page,https://example.org/,\n", 2, "the day"),
        ("id,citation,url,retrieved\ns1,A,,\ns1,B,,\n", 3, "duplicate id 's1'"),
    ],
)
def test_source_faults(tmp_path: Path, text: str, line: int, reason: str) -> None:
    _check(tmp_path, "sources.csv", text, line, reason)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("xc-old,nowhere,2020-01-01,merged", "no entity 'nowhere'"),
        ("sco,eaeu,2020-01-01,merged", "'sco' is still in use"),
        ("xc-old,eaeu,lately,merged", "'lately' is no EDTF date"),
    ],
)
def test_redirect_faults(tmp_path: Path, row: str, reason: str) -> None:
    _check(tmp_path, "redirects.csv", f"old_id,new_id,since,reason\n{row}\n", 2, reason)


def test_unknown_table(tmp_path: Path) -> None:
    _check(tmp_path, "entitties.yml", GOOD, 1, "no registry table")


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "mine.yml").write_bytes("x: {type: Й}".encode("cp1251"))
    with pytest.raises(TableError, match="not UTF-8"):
        load_registry(tmp_path)


def test_no_registry_there(tmp_path: Path) -> None:
    for directory in (tmp_path, tmp_path / "absent"):
        with pytest.raises(TableError, match="no registry there"):
            load_registry(directory)


def test_a_users_registry_adds(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    body = GOOD + "  abbr: {en: EAEU}\n  seat: Almaty\n"
    (tmp_path / "entities" / "mine.yml").write_text(body, encoding="utf-8")
    (tmp_path / "ambiguous.yml").write_text(RULE.replace("    eu:", "    xc-body:"), encoding="utf-8")
    registry = load_registry(tmp_path)
    assert registry.entities["xc-body"].abbreviations == {"en": "EAEU"}
    assert "eaeu" in registry.entities
    assert ("xc-body", "almaty") in {(r.subject_id, r.object_id) for r in registry.relations if r.type == "seat"}
    assert any(rule.text == "EAEU" for rule in load_ambiguous(tmp_path))


def test_a_rule_gives_its_name_to_all_candidates(tmp_path: Path) -> None:
    (tmp_path / "ambiguous.yml").write_text(RULE.replace("EAEU", "Grand Bloc"), encoding="utf-8")
    entities = load_registry(tmp_path).entities
    for entity_id in ("eaeu", "eu"):
        borne = {(alias.lang, alias.text, alias.kind) for alias in entities[entity_id].aliases}
        assert ("en", "Grand Bloc", "variant") in borne


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("2015", True), ("2015-01", True), ("2015-01-31", True), ("199X", True), ("19XX", True), ("2015-33", True),
        ("2015-41", True), ("1950/1999", True), ("2015/..", True), ("../2015", True), ("2015~", True),
        ("2016-02-29", True), ("2015-02-29", False), ("2015-13", False), ("2015-42", False), ("15", False),
        ("199X-05", False), ("../..", False), ("2015/", True), ("", False), ("May 2015", False), ("2015-1-1", False),
    ],
)  # fmt: skip
def test_edtf(value: str, good: bool) -> None:
    assert is_edtf(value) is good


def test_spells_that_only_touch_are_no_overlap(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "sources.csv").write_text("id,citation,url,retrieved\ns1,A book,,\n", encoding="utf-8")
    spells = ("observer,2012,2015", "member,2015,2018-05-01", "suspended,2018-05-01,2018", "candidate,2019,")
    lines = [f"membership,jp,eaeu,{spell},s1,,," for spell in (*spells, "partner,2020,")]
    (tmp_path / "facts" / "mine.csv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    assert len([f for f in load_registry(tmp_path).facts if f.subject_id == "jp" and f.object_id == "eaeu"]) == 5
