"""All countries of ISO 3166-1 with their CLDR names; in goes nothing, out come entities by alpha-2 code."""

from babel import Locale

from kb.model import LANGUAGES
from kb.registry.tables import parse_yaml, registry_tables

# CLDR lists these beside the 249 codes of ISO 3166-1: groups, exceptional reservations, private use.
_NOT_ISO = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})
# CLDR shortens for menus; running text does not.
_WRITTEN_OUT = (("о-ва ", "острова "), ("о-в ", "остров "), (" & ", " and "), ("St. ", "Saint "), (" Св. ", " Святой "))
_OWN_TABLE = ("entities", "countries.yml")
# At the end Russian writes a capital where the islands are a state, as in Соломоновы Острова, and a small letter else.
_ISLAND_STATES = frozenset({"MH", "SB", "SC"})


def cldr_names() -> dict[str, dict[str, str]]:
    """Lowercase alpha-2 code -> language -> name."""
    territories: dict[str, dict[str, str]] = {lang: dict(Locale(lang).territories) for lang in LANGUAGES}
    codes = [code for code in territories["en"] if len(code) == 2 and code.isalpha() and code not in _NOT_ISO]
    return {
        code.lower(): {lang: _written_out(code, territories[lang][code]) for lang in LANGUAGES}
        for code in sorted(codes)
    }


def country_names() -> dict[str, dict[str, str]]:
    """The same, with the names that our own table of countries puts in their place: what every page and command says.

    It reads one table: who only draws figures need not wait for the whole registry.
    """
    names = cldr_names()
    (own,) = (parse_yaml(table) for table in registry_tables(()) if (table.folder, table.name) == _OWN_TABLE)
    for code, entry in own.items() if isinstance(own, dict) else ():
        given = entry.get("names") if isinstance(entry, dict) else None
        if isinstance(given, dict):
            names[code] = names.get(code, {}) | {lang: str(name) for lang, name in given.items()}
    return names


def _written_out(code: str, name: str) -> str:
    if name.endswith(" о-ва"):
        name = name.removesuffix("о-ва") + ("Острова" if code in _ISLAND_STATES else "острова")
    for short, long in _WRITTEN_OUT:
        name = name.replace(short, long)
    return name
