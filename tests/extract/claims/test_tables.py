"""Tables in, what the heads of their columns say that the cells are out."""

from pathlib import Path

from click.testing import CliRunner

from kb.cli.main import main
from kb.extraction import extract_text

_ABOUT = "# Of bodies\n\nA few words about bodies of Eurasia.\n\n"


def told(text: str) -> set[str]:
    claims = [c for c in extract_text(_ABOUT + text).claims if c.origin == "text"]
    return {" ".join([c.type, c.subject_id, c.object_id or "-", c.edtf or "-", c.polarity]) for c in claims}


def test_each_column_says_what_its_dates_are() -> None:
    text = (
        "Members of GUAM:\n\n| No. | State | Joined | Left |\n|---|---|---|---|\n"
        "| 1 | Georgia | 10 October 1997 | – |\n| 2 | Uzbekistan | 24 April 1999 | 5 May 2005 |\n"
    )
    assert told(text) == {
        "acceded ge guam 1997-10-10 asserted",
        "acceded uz guam 1999-04-24 asserted",
        "withdrew uz guam 2005-05-05 asserted",
    }


def test_bodies_with_their_years_members_and_forebears() -> None:
    text = (
        "| Organization | Established | Dissolved | Predecessor | Members |\n|---|---|---|---|---|\n"
        "| African Union | 9 July 2002 | – | Organisation of African Unity | 55 |\n"
        "| EurAsEC | 2000 | 1 January 2015 | – | Belarus, Kazakhstan and Russia |\n"
    )
    assert told(text) == {
        "established african-union - 2002-07-09 asserted",
        "succeeded african-union oau - asserted",
        "established eurasec - 2000 asserted",
        "terminated eurasec - 2015-01-01 asserted",
        "membership by eurasec - asserted",
        "membership kz eurasec - asserted",
        "membership ru eurasec - asserted",
    }


def test_papers_in_russian_and_kazakh() -> None:
    russian = (
        "| Документ | Подписан | Вступил в силу |\n|---|---|---|\n"
        "| Договор о Евразийском экономическом союзе | 29 мая 2014 г. | 1 января 2015 г. |\n"
        "| Хартия ШОС | 7 июня 2002 г. | 19 сентября 2003 г. |\n"
    )
    assert told(russian) == {
        "signed treaty-eaeu-2014 eaeu 2014-05-29 asserted",
        "entered_into_force treaty-eaeu-2014 eaeu 2015-01-01 asserted",
        "signed charter-sco-2002 sco 2002-06-07 asserted",
        "entered_into_force charter-sco-2002 sco 2003-09-19 asserted",
    }
    kazakh = (
        "| Ұйым | Құрылған жылы | Мүшелері |\n|---|---|---|\n"
        "| ЕАЭО | 2015 | Армения, Беларусь және Ресей |\n| ШЫҰ | 2001 жылғы 15 маусым | Қытай, Үндістан |\n"
    )
    assert told(kazakh) == {
        "established eaeu - 2015 asserted",
        "membership am eaeu - asserted",
        "membership by eaeu - asserted",
        "membership ru eaeu - asserted",
        "established sco - 2001-06-15 asserted",
        "membership cn sco - asserted",
        "membership in sco - asserted",
    }


def test_a_country_across_and_down() -> None:
    crossed = (
        "| Страна | СНГ | ЕАЭС | ШОС |\n|---|---|---|---|\n"
        "| Беларусь | + | да | 2024 |\n| Молдавия | член | наблюдатель | – |\n| Сербия | – | нет | – |\n"
    )
    assert told(crossed) == {
        "membership by cis - asserted",
        "membership by eaeu - asserted",
        "membership by sco 2024/.. asserted",
        "membership md cis - asserted",
        "observer md eaeu - asserted",
    }
    listed = (
        "Казахстан в международных организациях:\n\n| Организация | Статус | С какого года |\n|---|---|---|\n"
        "| ООН | член | 1992 |\n| Совет Европы | наблюдатель | 1995 |\n| ЕС | партнёр | 2016 |\n"
    )
    assert told(listed) == {"membership kz un 1992/.. asserted", "observer kz council-of-europe 1995/.. asserted"}


def test_who_ratified_the_paper_of_the_caption() -> None:
    text = (
        "Ratification of the Treaty on the Eurasian Economic Union:\n\n| State | Date of ratification |\n|---|---|\n"
        "| Belarus | 9 October 2014 |\n| Kazakhstan | 14 October 2014 |\n"
    )
    found = [c for c in extract_text(_ABOUT + text).claims if c.type == "ratified"]
    assert {(c.edtf, *(p.entity_id for p in c.participants)) for c in found} == {
        ("2014-10-09", "by"),
        ("2014-10-14", "kz"),
    }


def test_what_a_table_does_not_say() -> None:
    candidates = (
        "Candidates for the European Union:\n\n| Country | Applied | Candidate since | Expected accession |\n"
        "|---|---|---|---|\n| Moldova | 3 March 2022 | 23 June 2022 | 2030 |\n| Georgia | 3 March 2022 | – | – |\n"
    )
    assert not {claim for claim in told(candidates) if claim.endswith("asserted")}
    trade = "Trade of the EAEU:\n\n| Country | Exports |\n|---|---|\n| Armenia | 8.4 |\n| Belarus | 40 |\n"
    assert not told(trade)
    sums = "| Country | Exports to the EAEU | Imports from the EAEU |\n|---|---|---|\n| Serbia | 1997 | 2010 |\n"
    assert not told(sums)
    planned = "| Member | Joined ASEAN |\n|---|---|\n| Laos | 23 July 1997 |\n| Timor-Leste | planned for 2025 |\n"
    assert told(planned) == {"acceded la asean 1997-07-23 asserted", "acceded tl asean 2025 planned"}


def test_a_page_with_two_tables(tmp_path: Path) -> None:
    page = tmp_path / "guam.html"
    page.write_text(
        "<html><body><h1>GUAM</h1><p>GUAM unites four states.</p><table><caption>Members of GUAM</caption>"
        "<tr><th>State</th><th>Joined</th><th>Left</th></tr><tr><td>Georgia</td><td>10 October 1997</td><td></td></tr>"
        "</table><table><tr><th>Body</th><th>Founded</th></tr><tr><td>CSTO</td><td>7 October 2002</td></tr></table>"
        "</body></html>",
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["extract", str(page)])
    assert result.exit_code == 0
    rows = [line for line in result.output.splitlines() if '"kind": "claim"' in line]
    assert sum('"type": "acceded"' in row and '"1997-10-10"' in row for row in rows) == 1
    assert sum('"type": "established"' in row and '"2002-10-07"' in row for row in rows) == 1
