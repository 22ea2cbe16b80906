"""Figures from CSV: three layouts, and one line for each fault."""

import pytest

from kb.convergence.bilateral import read_flows, shipped_flows
from kb.convergence.countries import alpha3, country_code, country_codes, country_name
from kb.convergence.loading import read_indicators
from kb.convergence.panel import complete_countries, cube_of, gaps, interpolate, panel_of
from kb.convergence.tables import known_indicators, labels, neighbours, shipped_indicators, sources
from kb.errors import TableError
from kb.model import LANGUAGES, Indicator
from kb.registry.load import load_registry

LAYOUTS = [
    "country_iso3,year,indicator,unit,value,source\nKAZ,1999,beds,per head,7.5,me\nRUS,1999,beds,per head,,me\n",
    "country,indicator,unit,source,1999\nkz,beds,per head,me,7.5\nRU,beds,per head,me,..\n",
    "Country Code;Time;beds [per head];source\nKAZ;1999;7.5;me\nRUS;1999;;me\n",
    "iso2\tyear\tbeds [per head]\tsource\nKazakhstan\t1999 [YR1999]\t7.5\tme\nru\t1999\tNA\tme\n",
]


@pytest.mark.parametrize("text", LAYOUTS)
def test_layouts_give_the_same(text: str) -> None:
    loaded = read_indicators(text, "f.csv")
    assert loaded.faults == [] and loaded.gaps == 1
    assert loaded.indicators == [Indicator("kz", 1999, "beds", "per head", 7.5, "me")]


LONG = "country,year,indicator,unit,value\nKZ,2000,beds,per head,1\n"
FAULTS = [
    ("XX,1999,beds,per head,1", "unknown country 'XX'"),
    ("EUU,1999,beds,per head,1", "unknown country 'EUU'"),
    ("SUN,1989,beds,per head,1", "unknown country 'SUN'"),
    ("KZ,99,beds,per head,1", "unknown year '99'"),
    ("KZ,3000,beds,per head,1", "unknown year '3000'"),
    ("KZ,2001,beds,kg,1", "unknown unit 'kg' for beds"),
    ("KZ,2001,gdp_growth_pct,persons,1", "unknown unit 'persons' for gdp_growth_pct"),
    ("KZ,2001,other,,1", "no unit for other"),
    ("kaz,2000,beds,per head,2", "duplicate: beds of kz in 2000 stands in line 2"),
    ("KZ,2001,beds,per head,many", "text for a number: 'many'"),
    ("KZ,2001,beds,per head,inf", "text for a number: 'inf'"),
    ('KZ,2001,beds,per head,"1,5"', "text for a number: '1,5'"),
    ("KZ,2001,,per head,1", "no indicator"),
]


@pytest.mark.parametrize(("row", "message"), FAULTS)
def test_each_fault_is_one_line(row: str, message: str) -> None:
    loaded = read_indicators(LONG + row + "\n", "f.csv")
    assert len(loaded.faults) == 1 and len(loaded.indicators) == 1
    assert loaded.faults[0].startswith("f.csv:3: ") and message in loaded.faults[0]


def test_codes_of_the_world_bank_become_ours() -> None:
    text = "Country Code,Series Code,1999 [YR1999]\nKAZ,SH.MED.PHYS.ZS,3.5\n"
    (found,) = read_indicators(text, "f.csv").indicators
    assert (found.indicator, found.unit, found.value) == ("physicians_per_100k", "per 100,000 people", 350)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "country,value\nKZ,1\n"])
def test_a_file_of_another_kind_is_refused(text: str) -> None:
    with pytest.raises(TableError, match=r"f\.csv"):
        read_indicators(text, "f.csv")


def test_countries_in_any_spelling() -> None:
    assert {country_code(text) for text in ("KZ", "kaz", " Kazakhstan ", "Казахстан", "ҚАЗАҚСТАН")} == {"kz"}
    assert country_codes("RU, rus,cn,") == ("ru", "cn")
    assert {country_code(text) for text in ("Киргизия", "Кыргызстан", "Қырғызстан", "kg")} == {"kg"}


def test_a_country_has_one_name_everywhere() -> None:
    entities = load_registry().entities
    for code in ("kg", "az", "us", "hu", "cd"):
        assert {lang: country_name(code, lang) for lang in LANGUAGES} == entities[code].names
    assert country_name("c0", "ru") == "c0"
    assert [alpha3(code) for code in ("kz", "de", "mm")] == ["KAZ", "DEU", "MMR"]


def test_shipped_tables_are_whole() -> None:
    found = shipped_indicators()
    assert {r.source for r in found} <= set(sources().values()) and min(r.year for r in found) == 1992
    assert all(known_indicators()[r.indicator].unit == r.unit for r in found)
    assert len({r.country for r in found}) == 13
    panel = panel_of(found)
    complete = complete_countries(panel, ("gdp_per_capita_usd", "gdp_growth_pct"), range(1992, 2024))
    assert len(complete) == 13
    assert neighbours()["kz"] == {"ru", "cn", "kg", "uz", "tm"}
    assert len({frozenset(labels(lang)) for lang in LANGUAGES}) == 1


def test_gaps_show_and_interpolation_marks_what_it_made() -> None:
    rows = [Indicator("kz", year, "beds", "n", float(v), "") for year, v in ((2000, 1), (2003, 4), (2004, 6))]
    panel = panel_of(rows)
    years = range(1999, 2006)
    assert [year for _, _, year in gaps(cube_of(panel, ("beds",), ("kz",), years))] == [1999, 2001, 2002, 2005]
    filled, made = interpolate(panel, years)
    assert filled["beds"].dropna().tolist() == [1, 2, 3, 4, 6]
    assert [year for year, _ in made.index[made["beds"]]] == [2001, 2002]


def test_flows_are_checked() -> None:
    head = "exporter_iso3,importer_iso3,year,indicator,unit,value\n"
    table = read_flows(head + "KAZ,RUS,2000,exports,US$,5\nKAZ,WLD,2000,exports,US$,9\n", "f.csv")
    assert table[["origin", "destination", "value"]].to_numpy().tolist() == [["kz", "ru", 5.0], ["kz", "world", 9.0]]
    row = "KAZ,RUS,2000,exports,US$,5\n"
    for fault in (row + row, row + "RUS,KAZ,2000,exports,kg,5\n", "KAZ,QQQ,2000,e,u,1\n", "KAZ,RUS,2000,e,u,x\n"):
        with pytest.raises(TableError, match=r"f\.csv:\d"):
            read_flows(head + fault, "f.csv")
    assert set(shipped_flows()["indicator"]) == {"migrant_stock"}
