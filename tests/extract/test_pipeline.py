"""The whole extraction on texts that nobody would write: it never raises, and every offset cuts exactly its text."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.segments import find_segments
from extract import nlp
from extract.pipeline import Pipeline, Received, fingerprint
from kb.component import shipped_pipeline
from kb.extraction import extract_text
from kb.model import LANGUAGES, Document, Findings, Segment

# Pieces that stages look for, so that a random text reaches further than its first character class.
PIECES = (
    "ЕАЭС", "ЕурАзЭҚ-тың", "EAEU", "(СНГ)", "Договор о ", "туралы шарт", "Treaty on the ", "Қазақстан", "Россия",
    "Kazakhstan", "А.", "Е.А.Э.С.", "29 мая 2014 года", "2014 ж.", "10/10/2000", "XX ғасыр", "1999-\n2007", "12,5 млн",
    "%", "5 %", " – ты", "«", "»", "(", ")", "[3]", "\n\n", "\u00ad", "\u200b", "\ufb01", "\u0301", "\r\n", "|", "\t",
    "signed", "подписан", "қол қойды", "must not", ". ", "!?", "\x00", "\U0001f600", "9" * 40,
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=24).map("".join)
HOSTILE = {
    "digits": "1234567890",
    "words of digits": "1 ",
    "marks": ".,;:!?-()",
    "open brackets": "( ",
    "nested brackets": "((a",
    "quotes": "«",
    "one Latin word": "a",
    "one Kazakh word": "Қ",
    "initials": "А. ",
    "hyphens": "а-",
    "torn lines": "ко-\n",
    "accents": "a\u0301\u0301",
    "an endless list": "Kazakhstan and ",
    "endless dates": "10/10/2000-",
    "an endless sentence": "Договор о Евразийском экономическом союзе подписан Россией 29 мая 2014 года и ",
    "beyond the basic plane": "\U0001f600\U00010400 ",
}
# 20,000 characters take up to a second, mostly of claims; what is not linear takes minutes.
LENGTH, SECONDS = 20_000, 15


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return shipped_pipeline()


@pytest.fixture
def untagged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "tag", _no_tags)


def _no_tags(text: str, spans: Sequence[tuple[int, int]], lang: str) -> tuple[nlp.Tagged, ...]:
    return ()


def extract(pipeline: Pipeline, text: str, segments: tuple[Segment, ...] | None = None) -> Findings:
    document = Document("text", text, "", "text/plain", "text")
    return pipeline.extract(Received(text, find_segments(document) if segments is None else segments))


def check_offsets(text: str, found: Findings) -> None:
    for mention in found.mentions:
        assert text[mention.start_char : mention.end_char] == mention.text != ""
    for quantity in found.quantities:
        assert text[quantity.start_char : quantity.end_char] == quantity.text != ""
    for claim in found.claims:
        assert text[claim.start_char : claim.end_char] == claim.quote != ""
    for sentence in found.sentences:
        assert 0 <= sentence.start_char < sentence.end_char <= len(text)
    ends = [0, *(m.end_char for m in found.mentions)]
    assert all(m.start_char >= end for m, end in zip(found.mentions, ends, strict=False))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, lang=st.sampled_from(LANGUAGES))
def test_any_text_without_taggers(pipeline: Pipeline, untagged: None, text: str, lang: str) -> None:
    check_offsets(text, extract(pipeline, text))
    check_offsets(text, extract(pipeline, text, (Segment(lang, "body", 0, len(text)),)))


@settings(max_examples=20, deadline=None, derandomize=True)
@given(text=TEXTS, lang=st.sampled_from(LANGUAGES))
def test_any_text_with_taggers(pipeline: Pipeline, text: str, lang: str) -> None:
    check_offsets(text, extract(pipeline, text, (Segment(lang, "body", 0, len(text)),)))


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_take_linear_time(pipeline: Pipeline, untagged: None, piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    begun = time.process_time()

    found = extract(pipeline, text)

    assert time.process_time() - begun < SECONDS
    check_offsets(text, found)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("piece", ["word ", "Ж", "1"])
def test_taggers_take_an_endless_line(pipeline: Pipeline, lang: str, piece: str) -> None:
    text = piece * (20_000 // len(piece))

    check_offsets(text, extract(pipeline, text, (Segment(lang, "body", 0, len(text)),)))


def test_a_text_with_no_words_has_nothing(pipeline: Pipeline) -> None:
    assert extract(pipeline, " \n\t ").mentions == ()


def test_another_tagger_makes_documents_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint("registry")
    monkeypatch.setenv(nlp.SETTING, "ru=ru_core_news_lg")
    nlp.user_pipelines.cache_clear()
    try:
        assert fingerprint("registry") != before
    finally:
        monkeypatch.undo()
        nlp.user_pipelines.cache_clear()


def test_a_table_tells_of_what_the_text_is_about(pipeline: Pipeline) -> None:
    text = (
        "# The Gulf Cooperation Council\n\nThe Gulf Cooperation Council meets once a year. "
        "The United Nations took note of it.\n\n| Year | New members |\n|---|---|\n| 1990 | Yemen |\n"
    )
    document = Document("text", text, "", "text/markdown", "markdown")
    found = pipeline.extract(Received(text, find_segments(document)))

    assert [(c.type, c.subject_id, c.object_id, c.edtf) for c in found.claims] == [("acceded", "ye", "gcc", "1990")]


def test_nobody_joins_a_board(pipeline: Pipeline) -> None:
    (claim,) = extract(pipeline, "Armenia joined the Collegium of the Eurasian Economic Commission in 2015.").claims

    assert (claim.type, claim.subject_id, claim.object_id) == ("acceded", "am", "eaeu")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The EAEU was founded in 2014. A year later Kyrgyzstan joined the EAEU.", "2015"),
        ("ГУАМ создан в 1997 году; двумя годами позднее в ГУАМ вступил Узбекистан.", "1999"),
    ],
)
def test_the_time_between_dates_a_claim_and_is_no_date_itself(text: str, year: str) -> None:
    found = extract_text(text)
    assert [m.edtf for m in found.mentions if m.label == "DATE"] == [found.claims[0].edtf]
    assert [c.edtf for c in found.claims if c.type == "acceded"] == [year]


def test_a_month_run_together_with_its_year_is_read() -> None:
    dates = [m for m in extract_text("Шарт 1999 жылғысәуірде ұзартылды.").mentions if m.label == "DATE"]
    assert [(m.text, m.edtf) for m in dates] == [("1999 жылғысәуірде", "1999-04")]
