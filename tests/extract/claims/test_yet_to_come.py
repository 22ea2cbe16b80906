"""What a text dates later than itself had not happened when it was written."""

import pytest

from kb.extraction import extract_document
from kb.model import Document


def _told(text: str, published: str) -> set[tuple[str, str, str]]:
    document = Document("t", text, "", "text/plain", "t", published=published)
    return {(c.type, c.polarity, c.origin) for c in extract_document(document, ()).claims}


@pytest.mark.parametrize("published", ["2013", "2013-11", "2013-11-23"])
def test_a_date_behind_the_day_of_publication_is_a_plan(published: str) -> None:
    text = "Armenia joined the Eurasian Economic Union on 2 January 2015."
    assert _told(text, published) == {("acceded", "planned", "text")}
    assert _told(text, "2015") == {("acceded", "asserted", "text")}


def test_founders_of_a_body_to_come_are_no_members_yet() -> None:
    text = "Belarus, Kazakhstan and Russia founded the Eurasian Economic Union on 1 January 2015."
    assert _told(text, "2014-06") == {("established", "planned", "text")}
    assert ("membership", "asserted", "derived") in _told(text, "2016")
