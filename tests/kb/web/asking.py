"""What the tests of pages that show the rows of a command share: what the command prints, what a page refuses."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from lxml import html

from kb.cli.main import main


def printed(db: Path, *args: str) -> Any:
    """The rows of a command, read from its JSON."""
    result = CliRunner().invoke(main, [*args, "--db", str(db), "--format", "json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


async def refuses(pages: Any, address: str, status: int, said: str) -> None:
    """The page answers with the status and one clear line, in HTML and in JSON, and leads back to itself."""
    found = await pages.get(f"/-/kb/{address}")
    page = html.fromstring(found.text)
    (alert,) = page.xpath("//*[@role='alert']")
    assert found.status_code == status and said in alert.text_content()
    place, mark, query = address.partition("?")
    assert page.xpath(f"//main//a[@href='/-/kb/{place}']"), "no way back"
    as_json = await pages.get(f"/-/kb/{place}.json{mark}{query}")
    assert as_json.status_code == status and said in as_json.json()["what"]
