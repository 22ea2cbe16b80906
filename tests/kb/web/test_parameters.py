"""Whatever an address says, the answer is a page: never a fault of the server, and what was wrong is said once."""

import re
from typing import Any
from urllib.parse import quote

import pytest
from lxml import html

# Values as they stand in an address.
_TEXTS = ("", "%00", "%ff%fe", "%3Cscript%3Ewindow.harm%3D1%3C/script%3E", "%22%20onload%3D%22x", "%27%3B--", "NEAR(",
          "*", "%25", "{{7*7}}", "kz,ru,%00", "~2Fa", quote("ҚАЗАҚСТАН"), "x" * 2000,
          "%0d%0aSet-Cookie:%20a=b")  # fmt: skip
_DATES = ("0000", "0001", "9999", "10000", "-0001", "1991", "2014-02-30", "199X", "XXXX", "..", "/..", "2014/2012",
          "2010-33", "~", "soon", "2014-01-01/9999")  # fmt: skip
_NUMBERS = ("-1", "0", "%D9%A3", "%C2%B2", "999999999999999999999", "1e9", "NaN", "10-2", "5-", "0-99999999999999")
_CHOICES = ("", "none", "%00", "%3Cb%3E")
# Page, its parameters and what they are given.
PARAMETERS = (
    ("/timeline", ("entity",), _TEXTS), ("/timeline", ("from", "to"), _DATES), ("/timeline", ("page",), _NUMBERS),
    ("/timeline", ("type", "source_lang", "support", "polarity"), _CHOICES),
    ("/graph", ("org", "country"), _TEXTS), ("/graph", ("on",), _DATES), ("/graph", ("view", "format"), _CHOICES),
    ("/convergence", ("country", "indicator"), _TEXTS), ("/convergence", ("from", "to"), (*_DATES, *_NUMBERS)),
    ("/convergence", ("kind", "normalise", "sd", "transform"), _CHOICES),
    ("/convergence?kind=index", ("blocks", "scale", "weights", "aggregate"), _CHOICES),
    ("/convergence?kind=index", ("year", "from"), (*_NUMBERS, "9" * 5000)),
    ("/convergence?kind=points", ("year", "country", "indicator"), (*_TEXTS, "gdp_growth_pct", "kz")),
    ("/convergence?kind=clubs", ("indicator", "country"), (*_TEXTS, "gdp_growth_pct", "kz")),
    ("/convergence?kind=region", ("region", "body"), _TEXTS), ("/convergence?kind=country", ("region",), _TEXTS),
    ("/search", ("q",), (*_TEXTS, "%22", "a%20OR")), ("/search?q=treaty", ("page",), _NUMBERS),
    ("/search?q=treaty", ("source", "type"), _CHOICES), ("/documents", ("page",), _NUMBERS),
    ("/documents", ("source",), _CHOICES), ("/document/{en}", ("at", "beside"), (*_TEXTS, *_NUMBERS)),
    ("/conflicts", ("type", "kind", "entity"), _TEXTS), ("/stages", ("org",), _TEXTS), ("/stages", ("on",), _DATES),
    ("/scorecard", ("org", "open"), _TEXTS), ("/scorecard?org=cis", ("page",), _NUMBERS),
    ("/instruments", ("org", "kind", "area", "state"), _TEXTS), ("/instruments", ("from", "to"), _DATES),
    ("/coverage", ("org",), _TEXTS), ("/coverage", ("from", "to"), (*_DATES, *_NUMBERS)),
    ("/compare/{event}", ("judged",), _TEXTS),
    ("", ("lang", "unknown"), _TEXTS), ("/entity/eaeu", ("lang",), _TEXTS), ("/timeline.csv", ("part", "lang"), _TEXTS),
    ("/search.json", ("q",), _TEXTS), ("/graph.csv", ("part",), _TEXTS),
)  # fmt: skip
_FORMS = ("gexf", "graphml", "json", "cytoscape", "dot", "csv")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "name", "values"), [(path, name, values) for path, names, values in PARAMETERS for name in names]
)
async def test_no_value_of_a_parameter_breaks_a_page(
    pages: Any, collection: Any, path: str, name: str, values: tuple[str, ...]
) -> None:
    address = collection.path(path)
    for value in values:
        found = await pages.get(f"{address}{'&' if '?' in address else '?'}{name}={value}")
        assert found.status_code in (200, 400, 404), (name, value)
        assert "set-cookie" not in found.headers
        if found.headers["content-type"].startswith("text/html"):
            page = html.fromstring(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "?", found.text))
            assert len(page.xpath("//h1")) == 1, (name, value)
            assert len(page.xpath("//*[@role='alert']")) <= 1, (name, value)
            assert not page.xpath("//main//script[not(@type='application/json')]"), (name, value)


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/entity/", "/document/", "/event/", "/compare/"])
async def test_no_identifier_breaks_a_page(pages: Any, path: str) -> None:
    for value in (*_TEXTS, *_DATES):
        found = await pages.get(f"/-/kb{path}{value}")
        assert found.status_code in (200, 302, 400, 404), value


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/timeline?entity=nobody", "nobody"),
        ("/timeline?from=soon", "soon"),
        ("/graph?on=soon", "soon"),
        ("/graph?org=nobody", "nobody"),
        ("/convergence?kind=region&region=nowhere", "nowhere"),
        ("/convergence?from=1900&to=1901", "1900–1901"),
    ],
)
async def test_what_is_wrong_is_said(pages: Any, path: str, said: str) -> None:
    page = html.fromstring((await pages.get("/-/kb" + path)).text)
    (alert,) = page.xpath("//*[@role='alert']")
    assert said in alert.text_content().casefold()


@pytest.mark.asyncio
@pytest.mark.parametrize("form", _FORMS)
async def test_files_come_for_any_day(pages: Any, form: str) -> None:
    for day in ("0001-01-01", "1991", "9999-12-31", "never"):
        assert (await pages.get(f"/-/kb/graph?format={form}&on={day}")).status_code == 200


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("address", "lang", "said"),
    [
        ("kind=clubs&indicator=gdp_growth_pct", "ru", "клубам нужны уровни выше нуля"),
        ("kind=clubs&indicator=gdp_growth_pct", "en", "clubs need levels above zero"),
        ("kind=pairs&from=1800&to=1801", "kk", "1800–1801 аралығында дерек жоқ"),
        (
            "kind=pairs&country=uz&country=tm&indicator=population&transform=log&among=zz",
            "ru",
            "неизвестная страна «zz»",
        ),
        ("kind=country&country=kz&region=kz", "kk", "өңірде онымен салыстырылатын елден басқа"),
    ],
)
async def test_why_nothing_can_be_computed_is_said_in_the_language_of_the_reader(
    pages: Any, address: str, lang: str, said: str
) -> None:
    found = await pages.get(f"/-/kb/convergence?{address}&lang={lang}")
    assert said in "".join(html.fromstring(found.text).xpath("//*[@role='alert']//text()"))


@pytest.mark.asyncio
async def test_a_mean_near_zero_is_told_by_the_names_of_the_indicators(pages: Any) -> None:
    found = await pages.get("/-/kb/convergence?kind=region&indicator=gdp_growth_pct&lang=ru")
    told = "".join(html.fromstring(found.text).xpath("//section[@aria-labelledby='how']//li//text()"))
    assert "среднее близко к нулю" in told and "gdp_growth_pct" not in told


@pytest.mark.asyncio
async def test_figures_have_the_decimal_sign_of_the_language(pages: Any) -> None:
    address = "/-/kb/convergence?country=kg&country=az&country=kz&kind="
    for kind in ("pair", "points", "index", "clubs"):
        asked = [f"{address}{kind}&lang={lang}" for lang in ("en", "ru", "kk")]
        english, russian, kazakh = [(await pages.get(one)).text for one in asked]
        cells = re.findall(r"<td>(-?\d+\.\d+)</td>", english)
        assert cells and not re.search(r"<td>-?\d+\.\d+</td>", russian + kazakh), kind
        assert all(f"<td>{cell.replace('.', ',')}</td>" in text for cell in cells for text in (russian, kazakh))
        assert "Кыргызстан" in russian and "Әзербайжан" in kazakh and "Киргизия" not in russian
