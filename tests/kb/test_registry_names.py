"""Every name of the registry through the cases of its language: what a reader would notice at once is not there."""

import re

import pytest

from kb.model import Entity
from kb.registry.load import load_registry
from kb.titles import Name, title

REGISTRY = load_registry()
NAMED = [entity for entity in REGISTRY.entities.values() if entity.type in {"ORG", "TREATY", "PROGRAMME", "CONCEPT"}]
COUNTRIES = [entity for entity in REGISTRY.entities.values() if entity.type == "COUNTRY"]
# Adjectives and participles in the nominative; behind a preposition they may be in the accusative.
NOMINATIVE = re.compile(r"(?:(?:ск|цк|щ)(?:ий|ая|[ое]е|ие)|н(?:ый|ая|ое|ые))$")
BEHIND = re.compile(r" (?:в|за|на|о|об|по|для|при|между|против|с) .*")
# Their own names stand behind a noun, as the law has them.
APPOSITIONS = {"caco", "itfs-transcaspian"}


def phrase(entity: Entity, kind: str, lang: str) -> str:
    return title(kind, "asserted", Name(entity.id, entity.type, entity.names[lang]), None, lang)


@pytest.mark.parametrize("kind", ["signed", "established", "terminated"])
def test_no_russian_adjective_stays_in_the_nominative(kind: str) -> None:
    left = []
    for entity in NAMED:
        said = BEHIND.sub("", re.sub(r"«[^»]*»", "", phrase(entity, kind, "ru").removeprefix("Подписание ")))
        words = [word for word in said.split()[1:] if NOMINATIVE.search(word.rstrip(","))]
        left += [said] if words and entity.id not in APPOSITIONS else []
    assert not left


def test_every_russian_name_declines_or_is_quoted() -> None:
    """Abbreviations, names with a number and a few foreign words do not."""
    same = [entity.names["ru"] for entity in NAMED if phrase(entity, "signed", "ru").endswith(f" {entity.names['ru']}")]
    assert not [name for name in same if not any(c.isupper() for c in name[1:]) and not name.startswith("Бюро ")]


@pytest.mark.parametrize("entity", NAMED + COUNTRIES, ids=lambda entity: str(entity.id))
def test_every_kazakh_name_takes_its_ending(entity: Entity) -> None:
    assert re.search(r"(?:[ғқ]а|[гк]е|на|не) қол қойылды$", phrase(entity, "signed", "kk"))


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_no_title_names_a_country_twice_in_a_row(lang: str) -> None:
    twice = re.compile(r"^(\w{4,})\w* \1", re.IGNORECASE)
    bodies = [entity for entity in NAMED if entity.type == "ORG"]
    for country in COUNTRIES[:15]:
        member = Name(country.id, "COUNTRY", country.names[lang])
        for body in bodies:
            said = title("acceded", "asserted", member, Name(body.id, "ORG", body.names[lang]), lang)
            assert not twice.search(said), said
