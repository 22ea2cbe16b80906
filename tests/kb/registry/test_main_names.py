"""One word for one thing in the names that are printed; other spellings stay among the variants."""

import pytest

from kb.registry.load import load_registry

REGISTRY = load_registry()


@pytest.mark.parametrize(("lang", "word"), [
    ("ru", " - "), ("ru", "Белорусси"), ("ru", "Молдави"), ("ru", "Киргизи"),
    ("kk", " - "), ("kk", "аймақтық"), ("kk", "серіктестік"), ("kk", "іртұтас экономикалық"),
    ("kk", "Одақтық мемлекет"), ("kk", "аймағын туралы"),
])  # fmt: skip
def test_main_names_keep_to_one_word(lang: str, word: str) -> None:
    assert not [entity.id for entity in REGISTRY.entities.values() if word in entity.names.get(lang, "")]


@pytest.mark.parametrize(("entity_id", "lang", "text"), [
    ("opec", "ru", "Организация стран - экспортёров нефти"), ("pg", "kk", "Папуа - Жаңа Гвинея"),
    ("union-state", "ru", "Союзное государство России и Белоруссии"),
    ("ces", "kk", "Біртұтас экономикалық кеңістік"), ("rcep", "kk", "Аймақтық жан-жақты экономикалық серіктестік"),
    ("arf", "kk", "АСЕАН аймақтық форумы"), ("union-state-court", "kk", "Одақтық мемлекеттің Соты"),
])  # fmt: skip
def test_former_main_names_are_still_known(entity_id: str, lang: str, text: str) -> None:
    assert (lang, text) in {(alias.lang, alias.text) for alias in REGISTRY.entities[entity_id].aliases}
