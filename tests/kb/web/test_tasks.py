"""What a new user comes for, on the corpus that ships, from the home page by clicks alone."""

import re
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def home(watched: Page, shipped_address: str) -> Page:
    watched.goto(f"{shipped_address}/-/kb")
    return watched


def test_members_of_eurasec_in_the_middle_of_2007(home: Page) -> None:
    home.get_by_role("link", name="Eurasian Economic Community", exact=True).click()
    home.get_by_role("link", name="Who belongs, on any day").click()
    home.get_by_role("link", name="2007", exact=True).click()
    home.get_by_role("link", name="Jul", exact=True).click()
    expect(home.locator("output.day")).to_have_text("1 July 2007")
    home.locator("#edge-count").click()
    rows = [
        line.locator("td").all_inner_texts() for line in home.locator("section[aria-labelledby=edges] tbody tr").all()
    ]
    assert {row[1] for row in rows} == {"Eurasian Economic Community"}
    assert {row[0] for row in rows if row[2] == "member"} == {
        "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"}  # fmt: skip
    assert {row[0] for row in rows if row[2] == "observer"} == {"Armenia", "Moldova", "Ukraine"}


def test_when_and_where_the_eaeu_treaty_was_signed_and_who_says_so(home: Page) -> None:
    home.locator("#steps ~ details summary").click()
    home.get_by_role("link", name="Treaty on the Eurasian Economic Union signed").last.click()
    facts = home.locator("dl.facts")
    expect(facts).to_contain_text("29 May 2014")
    expect(facts).to_contain_text("Astana")
    for lang, sentence in (("en", "29 May 2014"), ("ru", "29 мая 2014"), ("kk", "2014 жылғы 29 мамыр")):
        expect(home.locator(f'.quote[lang="{lang}"]').first).to_contain_text(sentence)


def test_what_the_sources_disagree_on_about_the_founding_of_the_sco(home: Page) -> None:
    home.get_by_role("link", name="Disagreements", exact=True).click()
    row = home.locator("tbody tr", has_text="Founding").filter(has_text="Shanghai Cooperation Organisation")
    row.get_by_role("link", name="Compare the sources").click()
    expect(home.locator("section[aria-labelledby=references]")).to_contain_text("15 June 2001")
    differs = home.locator(".verdict-differs.verdict")
    expect(differs).to_contain_text(["14 June 2001"] * 2)  # the sentence that has the day, and the list of founders
    expect(differs.first.locator('[lang="kk"]')).to_contain_text("14 маусымда")
    expect(home.locator(".verdict-agrees.verdict")).to_have_count(2)


def test_the_graph_of_2012_as_gexf(home: Page, tmp_path: Path) -> None:
    home.get_by_role("link", name="Who belonged when?").click()
    home.get_by_role("link", name="2012", exact=True).click()
    with home.expect_download() as started:
        home.get_by_role("link", name="GEXF").click()
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)
    graph = nx.read_gexf(path)
    held = [(a, b) for a, b, data in graph.edges(data=True) if data["type"] == "membership"]
    assert path.suffix == ".gexf" and ("kz", "eurasec") in held and ("kz", "ces") in held
    assert not any(body == "eaeu" for _, body in held)
    assert len(held) == home.locator(".edges .edge.certain, .edges .edge.possible").count()


def test_the_convergence_of_kazakhstan_and_russia(home: Page) -> None:
    home.get_by_role("link", name="Are the economies converging?").click()
    boxes = home.locator("[name=country]")
    assert [box.get_attribute("value") for box in boxes.all() if box.is_checked()] == ["kz", "ru"]
    home.get_by_label("GDP growth").uncheck()
    home.get_by_role("button", name="Show").click()
    expect(home.locator(".chart.drawn-wide .name")).to_have_text("● Kazakhstan – Russia")
    assert home.locator(".chart.drawn-wide .series circle").count() > 25
    home.get_by_role("link", name="Link to exactly this").click()
    assert re.search(r"country=kz&country=ru&indicator=gdp_per_capita_usd", home.url)
    expect(home.locator(".chart.drawn-wide .series path")).to_be_visible()
