"""The shipped registry holds what the contract and the purpose ask for, and loads fast."""

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kb.model import LANGUAGES, Registry
from kb.registry.load import load_ambiguous, load_registry, registry_fingerprint

IDS = Path(__file__).parents[2] / "cases" / "registry_ids.csv"
FORMER_SOVIET = ("am", "az", "by", "ee", "ge", "kg", "kz", "lt", "lv", "md", "ru", "tj", "tm", "ua", "uz")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def _rows() -> list[tuple[str, str]]:
    with IDS.open(encoding="utf-8") as file:
        return [(row["id"], row["type"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("entity_id", "label"), _rows())
def test_ids_of_the_contract(registry: Registry, entity_id: str, label: str) -> None:
    assert registry.entities[entity_id].type == label


def test_every_entity_has_three_bare_names(registry: Registry) -> None:
    for entity in registry.entities.values():
        assert set(entity.names) == set(LANGUAGES), entity.id
        for name in entity.names.values():
            assert name == name.strip() and name[0] + name[-1] not in ("«»", "“”", '""'), entity.id


def test_every_entity_bears_its_own_names(registry: Registry) -> None:
    for entity in registry.entities.values():
        borne = {(alias.lang, alias.text, alias.kind) for alias in entity.aliases}
        assert {(lang, text, "name") for lang, text in entity.names.items()} <= borne
        assert {(lang, text, "abbreviation") for lang, text in entity.abbreviations.items()} <= borne


def test_there_is_enough_of_each_kind(registry: Registry) -> None:
    counts = Counter(entity.type for entity in registry.entities.values())
    least = {"ORG": 230, "TREATY": 100, "COUNTRY": 255, "PLACE": 60, "PERSON": 80, "PROGRAMME": 50, "CONCEPT": 40}
    assert {label: counts[label] for label, number in least.items() if counts[label] < number} == {}


def test_all_countries_of_the_world(registry: Registry) -> None:
    codes = [entity.id for entity in registry.entities.values() if entity.type == "COUNTRY" and len(entity.id) == 2]
    assert len(codes) == 250  # 249 of ISO 3166-1 and the Soviet Union
    assert set(FORMER_SOVIET) <= set(codes)


@pytest.mark.parametrize(
    ("lang", "text", "entity_id"),
    [
        ("en", "Russian Federation", "ru"), ("ru", "Российская Федерация", "ru"), ("kk", "Ресей Федерациясы", "ru"),
        ("ru", "Белоруссия", "by"), ("ru", "Киргизия", "kg"), ("kk", "Қырғыз Республикасы", "kg"),
        ("en", "Kyrgyz Republic", "kg"), ("kk", "ҚХР", "cn"), ("ru", "КНР", "cn"), ("kk", "ҚР", "kz"),
        ("ru", "РК", "kz"), ("kk", "АҚШ", "us"), ("en", "US", "us"), ("kk", "Ұлыбритания", "gb"), ("ru", "ОАЭ", "ae"),
        ("ru", "Южная Корея", "kr"), ("kk", "КСРО", "su"), ("en", "EvrAzES", "eurasec"), ("ru", "ЕврАзЭО", "eurasec"),
        ("kk", "ШЫҰ", "sco"), ("kk", "ҰҚШҰ", "csto"), ("en", "NAPHTHA", "nafta"), ("en", "Nur-Sultan", "astana"),
    ],
)  # fmt: skip
def test_everyday_names(registry: Registry, lang: str, text: str, entity_id: str) -> None:
    assert (lang, text) in {(alias.lang, alias.text) for alias in registry.entities[entity_id].aliases}


@pytest.mark.parametrize(
    ("subject", "type_", "object_"),
    [
        ("eurasec-court", "organ_of", "eurasec"), ("eaeu", "succeeded", "eurasec"),
        ("caec", "succeeded", "central-asian-union"),
        ("eec", "succeeded", "cu-commission"), ("almaty", "part_of", "kz"), ("tashkent", "part_of", "uz"),
        ("tashkent", "capital_of", "uz"), ("eec", "seat", "moscow"),
        ("eaeu", "founded_by", "treaty-eaeu-2014"),
    ],
)  # fmt: skip
def test_relations(registry: Registry, subject: str, type_: str, object_: str) -> None:
    assert (subject, type_, object_) in {(r.subject_id, r.type, r.object_id) for r in registry.relations}


def test_a_renamed_city_knows_when(registry: Registry) -> None:
    former = {alias.text: (alias.valid_from, alias.valid_to) for alias in registry.entities["astana"].aliases}
    assert former["Нұр-Сұлтан"] == ("2019-03-23", "2022-09-17")


@pytest.mark.parametrize(
    ("lang", "text", "ids"),
    [
        ("en", "EEC", {"eec", "european-economic-community", "eurasec"}), ("en", "EAEC", {"eurasec", "euratom"}),
        ("en", "Customs Union", {"customs-union", "customs-union-1995"}),
        ("kk", "КО", {"customs-union", "customs-union-1995", "su"}),
        ("kk", "ОАО", {"caco", "central-asian-union"}), ("ru", "ЕЭП", {"ces", "ces-2003"}),
        ("ru", "ТС", {"customs-union", "customs-union-1995"}), ("ru", "ЕЭС", {"eaeu", "european-economic-community"}),
        ("kk", "БЭК", {"ces", "ces-2003"}),
    ],
)  # fmt: skip
def test_ambiguous_names(lang: str, text: str, ids: set[str]) -> None:
    rule = next(rule for rule in load_ambiguous() if (rule.lang, rule.text) == (lang, text))
    assert {reading.entity_id for reading in rule.candidates} >= ids


def test_the_fingerprint_follows_the_data(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    table = tmp_path / "entities" / "mine.yml"
    table.write_text("x-one: {type: PLACE, names: {en: One, ru: Один, kk: Бір}}\n", encoding="utf-8")
    before = registry_fingerprint(tmp_path)
    assert before != registry_fingerprint() and before == registry_fingerprint(tmp_path)
    table.write_text("x-two: {type: PLACE, names: {en: Two, ru: Два, kk: Екі}}\n", encoding="utf-8")
    assert registry_fingerprint(tmp_path) != before


def test_loading_needs_nothing_heavy() -> None:
    """The command line loads the registry at every start: no pandas, no spaCy."""
    code = (
        "import sys, kb.registry.load as load; load.load_registry();"
        "print(sorted({'pandas', 'numpy', 'spacy', 'edtf'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
