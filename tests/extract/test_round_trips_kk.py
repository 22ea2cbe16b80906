"""Plain Kazakh sentences in every usual form: the same act, however it is turned, tells the same claim."""

import pytest

from corpus.segments import find_segments
from extract.pipeline import Received
from kb.extraction import pipeline_of
from kb.model import Document


def _told(text: str) -> set[str]:
    """Claims that the text itself makes, as rows; the language is given, since one short sentence hardly shows it."""
    document = Document("text", text, "", "text/plain", "text", lang="kk")
    found = pipeline_of(()).extract(Received(text, find_segments(document)))
    return {
        f"{c.type} {c.subject_id} {c.object_id or '-'} {c.edtf or '-'} {c.polarity}"
        for c in found.claims
        if c.origin == "text"
    }


def _check(text: str, *expected: str) -> None:
    assert _told(text) == set(expected), text


@pytest.mark.parametrize(
    ("name", "id_"), [("Мексика", "mx"), ("Бенин", "bj"), ("Сербия мен Мексика", "mx"), ("Мексика және Бенин", "bj")]
)
def test_name_that_looks_inflected_still_acts(name: str, id_: str) -> None:
    assert f"acceded {id_} wto 1996 asserted" in _told(f"{name} ДСҰ-ға 1996 жылы қосылды.")
    _check("1992 жылы СЕФТА құрылды, 2006 жылы таратылды.", "established cefta - 1992 asserted",
           "terminated cefta - 2006 asserted")  # fmt: skip


_DEEDS = (
    "{date} Грузияның ДСҰ-ға кіруі|acceded ge wto", "Грузияның {date} ДСҰ-ға кіруі|acceded ge wto",
    "{date} Грузияның ТМД-дан шығуы|withdrew ge cis", "{date} НАТО-ның құрылуы|established nato -",
    "{date} НАТО-ның таратылуы|terminated nato -",
)  # fmt: skip


@pytest.mark.parametrize("deed", _DEEDS)
def test_date_before_a_noun_is_that_of_the_deed(deed: str) -> None:
    words, claim = deed.split("|")
    for date, edtf in (("2014 жылғы 3 мамырдағы", "2014-05-03"), ("2014 жылғы мамырдағы", "2014-05")):
        subject = words.format(date=date)
        _check(f"{subject} маңызды оқиға болды.", f"{claim} {edtf} asserted")
