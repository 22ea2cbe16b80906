"""The World Bank's API on replies kept here in its own format; no test goes to the network."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import wbgapi

from kb.convergence.worldbank import fetch
from kb.errors import TableError

REPLIES = json.loads((Path(__file__).parents[2] / "cases" / "worldbank.json").read_text(encoding="utf-8"))


def reply(url: str, **_: Any) -> requests.Response:
    """The kept reply whose key is part of the address."""
    found = next((body for part, body in REPLIES.items() if part in url), None)
    response = requests.Response()
    response.status_code = 200 if found is not None else 404
    response.reason = "" if found is not None else "Not Found"
    response._content = json.dumps(found).encode()
    return response


@pytest.fixture(autouse=True)
def _fresh_client() -> Iterator[None]:
    """The client keeps what it has asked once; a test must not live on another's replies."""
    yield
    wbgapi.source._concepts.clear()


def test_figures_come_in_our_units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "get", reply)
    found = fetch(["physicians_per_100k"], ["kz", "ru"], [2018, 2019])
    assert [(r.country, r.year, round(r.value, 1), r.unit) for r in found] == [
        ("kz", 2018, 398.0, "per 100,000 people"), ("ru", 2018, 380.1, "per 100,000 people"),
    ]  # fmt: skip
    assert "SH.MED.PHYS.ZS" in found[0].source


def test_no_network_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(url: str, **_: Any) -> requests.Response:
        raise requests.exceptions.ConnectionError(url)

    monkeypatch.setattr(requests, "get", broken)
    with pytest.raises(TableError, match="no network"):
        fetch(["population"], ["kz"], [2019])


def test_what_the_service_lacks_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "get", reply)
    with pytest.raises(TableError, match="did not understand"):
        fetch(["population"], ["kz"], [2019])
    with pytest.raises(TableError, match="not known"):
        fetch(["electricity_generation_kwh"], ["kz"], [2019])
