"""Country names as running text writes them."""

import pytest

from kb.model import LANGUAGES
from kb.registry.countries import cldr_names
from kb.registry.load import load_registry


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("sc", "Сейшельские Острова"),
        ("mh", "Маршалловы Острова"),
        ("bm", "Бермудские острова"),
        ("sh", "остров Святой Елены"),
    ],
)
def test_russian_names_are_written_out(code: str, name: str) -> None:
    assert cldr_names()[code]["ru"] == name


def test_no_name_keeps_a_menu_abbreviation() -> None:
    names = {name for by_language in cldr_names().values() for name in by_language.values()}
    assert [name for name in names if "о-в" in name or "St." in name or "Св." in name] == []
    assert all(set(by_language) == set(LANGUAGES) for by_language in cldr_names().values())


def test_the_short_form_is_still_found() -> None:
    spoken = {alias.text for alias in load_registry().entities["sc"].aliases}
    assert {"Сейшельские Острова", "Сейшельские о-ва"} <= spoken
