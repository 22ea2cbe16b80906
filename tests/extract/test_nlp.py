"""The door to spaCy and the taggers: entry points, the user's setting, the hashes of the English model."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

from extract import nlp
from extract.tables import read_table
from kb.errors import TableError

ENTRY_POINTS = """
import spacy
pipeline = spacy.blank("kk")
pipeline.add_pipe("kb_extract")
doc = pipeline("ЕАЭО-ның құрамына 2015 жылы Армения кірді.")
print(sorted((s.text, s.label_, s.kb_id_) for s in doc.spans["mentions"]))
"""


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    caches = (nlp.user_pipelines, nlp._spacy, nlp._english_folder, nlp._english_parser)
    for cached in caches:
        cached.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()


def test_spacy_finds_kazakh_and_our_component_by_itself() -> None:
    done = subprocess.run([sys.executable, "-c", ENTRY_POINTS], capture_output=True, encoding="utf-8", check=True)

    assert done.stdout.strip() == str(
        [("2015 жылы", "DATE", "2015"), ("Армения", "COUNTRY", "am"), ("ЕАЭО-ның", "ORG", "eaeu")]
    )


def test_a_kazakh_pipeline_is_saved_and_loaded(tmp_path: Path) -> None:
    spacy.blank("kk").to_disk(tmp_path)
    loaded = spacy.load(tmp_path)

    assert (loaded.lang, [t.text for t in loaded("ЕАЭО-ның мүшесі (Армения).")]) == (
        "kk", ["ЕАЭО-ның", "мүшесі", "(", "Армения", ")", "."],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Angela Merkel flew to Paris.", {("PERSON", "Angela Merkel"), ("PLACE", "Paris")}),
        ("ru", "Ангела Меркель прилетела в Париж.", {("PERSON", "Ангела Меркель"), ("PLACE", "Париж")}),
        ("kk", "Әлихан Смайылов Астана қаласына барды.", {("PERSON", "Әлихан Смайылов"), ("PLACE", "Астана")}),
    ],
)
def test_each_language_has_a_tagger(lang: str, text: str, expected: set[tuple[str, str]]) -> None:
    found = nlp.tag("… " + text, [(2, 2 + len(text))], lang)

    assert {(t.label, ("… " + text)[t.start : t.end]) for t in found} == expected


def test_a_users_pipeline_is_used(setting: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pipeline = spacy.blank("ru")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Незнайка"}])
    pipeline.to_disk(tmp_path / "own")
    setting.setenv(nlp.SETTING, f"ru={tmp_path / 'own'}")

    assert nlp.tag("Пришёл Незнайка.", [(0, 16)], "ru") == (nlp.Tagged("ORG", 7, 15),)


@pytest.mark.parametrize("value", ["ru", "de=de_core_news_sm", "en_core_web_md"])
def test_a_wrong_setting_stops(setting: pytest.MonkeyPatch, value: str) -> None:
    setting.setenv(nlp.SETTING, value)

    with pytest.raises(TableError, match=nlp.SETTING):
        nlp.tag("x", [(0, 1)], "en")


def test_a_pipeline_that_is_not_there_stops(setting: pytest.MonkeyPatch) -> None:
    setting.setenv(nlp.SETTING, "en=no_such_pipeline")

    with pytest.raises(TableError, match="no_such_pipeline"):
        nlp.tag("x", [(0, 1)], "en")


def test_the_installed_english_model_is_the_recorded_one() -> None:
    folder = nlp._english_folder()

    assert folder is not None
    recorded = read_table("en", "spacy_model")["sha256"]
    assert {"config.cfg", "ner/model", "vocab/strings.json"} <= set(recorded)
    assert nlp.wrong_file(folder, recorded) is None


def test_english_runs_without_a_model_that_differs(
    setting: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = read_table("en", "spacy_model")
    other = {**rows, "sha256": {**rows["sha256"], "ner/model": "0" * 64}}
    setting.setattr(nlp, "read_table", lambda lang, name: other)

    assert nlp.tag("Angela Merkel flew to Paris.", [(0, 28)], "en") == ()
    assert nlp.tag("Angela Merkel flew to Paris.", [(0, 28)], "en") == ()

    said = capsys.readouterr()
    assert (said.out, said.err.count("English is read without a tagger")) == ("", 1)


def test_a_missing_file_is_wrong(tmp_path: Path) -> None:
    assert nlp.wrong_file(tmp_path, {"ner/model": "0" * 64}) == str(tmp_path / "ner" / "model")


def test_a_sentence_is_parsed_in_english_alone() -> None:
    sentence = "Gabon left OPEC\nin 1995."
    words = nlp.parse(sentence, "en")
    verb = next(n for n, w in enumerate(words) if w.head == n)

    assert sentence[words[verb].start : words[verb].end] == "left"
    assert {(sentence[w.start : w.end], w.relation) for w in words if w.head == verb} >= {
        ("Gabon", "nsubj"),
        ("OPEC", "dobj"),
        ("in", "prep"),
    }
    assert nlp.parse("Габон вышел из ОПЕК.", "ru") == nlp.parse("Габон шықты.", "kk") == ()


def test_without_a_model_that_can_be_trusted_nothing_is_parsed(
    setting: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    setting.setattr(nlp, "wrong_file", lambda *args: "en_core_web_sm/parser/model")

    assert nlp.parse("Gabon left OPEC in 1995.", "en") == ()
    assert "is not the recorded model" in capsys.readouterr().err
