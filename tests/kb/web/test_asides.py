"""A claim that stands with an event it does not name says so in the reader's language, with names and not ids."""

import sqlite3
from pathlib import Path

import pytest
from lxml import html

from kb.build import Options, build
from kb.cli.serve import make_app

TEXT = (
    "Azerbaijan joined the Collective Security Treaty Organization on 24 September 1993.\n\n"
    "The Customs Code of the Customs Union was adopted on 27 November 2009.\n\n"
    "The Shanghai Cooperation Organization has a permanent seat. Afghanistan has been an observer since August 2021.\n"
)
SAID = {
    "thing": {"en": "read of Azerbaijan", "ru": "прочитано как «Азербайджан", "kk": "«Әз"},
    "type": {"en": "adoption", "ru": "принятие", "kk": "қабылда"},
    "day": {"en": "no source knows this day of", "ru": "не знает такого дня", "kk": "мұндай күн жоқ"},
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("asides")
    (root / "one.txt").write_text(TEXT, encoding="utf-8")
    build(Options(root / "kb.db", (root / "one.txt",), workers=1))
    return root / "kb.db"


@pytest.mark.asyncio
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
@pytest.mark.parametrize(("aside", "type_"), [("thing", "acceded"), ("type", "signed"), ("day", "observer")])
async def test_why_a_claim_stands_aside_is_said_in_the_readers_language(
    db: Path, lang: str, aside: str, type_: str
) -> None:
    conn = sqlite3.connect(db)
    asked = "SELECT e.id FROM events e JOIN event_claims x ON x.event_id = e.id WHERE x.reason <> '' AND e.type = ?"
    (event,) = conn.execute(asked, (type_,)).fetchone()
    conn.close()
    page = html.fromstring((await make_app(db, False).client.get(f"/-/kb/event/{event}?lang={lang}")).text)
    (said,) = page.xpath("//*[@class='proof']/*[@class='quiet']")
    assert SAID[aside][lang].lower() in said.text_content().lower()
    assert not {"csto", "eec", "treaty-eec-2011", "entered_into_force"} & set(said.text_content().split())
