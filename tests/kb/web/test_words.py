"""Labels in three languages: the same keys, real plurals; dates in words."""

import ast
import string
from collections.abc import Collection
from pathlib import Path

import pytest
from babel import Locale

from kb.errors import TableError
from kb.instruments import UNKNOWN
from kb.model import CLAIM_TYPES, LABELS, LANGUAGES, POLARITIES, SEGMENT_KINDS, STATUSES
from kb.registry.load import load_kinds, load_registry
from kb.scorecard import LEFT, OPEN
from kb.scorecard import UNKNOWN as NOT_KNOWN
from kb.web.date_words import date_words
from kb.web.words import words

OTHERS = [lang for lang in LANGUAGES if lang != "en"]
RELATIONS = {relation.type for relation in load_registry().relations}
KINDS = {load_kinds().get(e.id) or UNKNOWN for e in load_registry().entities.values() if e.type == "TREATY"}
STATES = ("in force", "ended", "adopted", "signed, entry into force not known", "no date known", OPEN, NOT_KNOWN, LEFT)
# The names of the languages are the same in all, each in itself.
SAME = ("tongue.",)
# Their English stands where they are raised.
REASONS = "reason."


def fields(phrase: object) -> set[str]:
    texts = phrase.values() if isinstance(phrase, dict) else [str(phrase)]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def spoken(lang: str) -> dict[str, object]:
    return {key: phrase for key, phrase in words(lang).phrases.items() if not key.startswith(REASONS)}


def reasons() -> set[str]:
    """The templates of all `FiguresError` in the code."""
    code = (file.read_text(encoding="utf-8") for file in (Path(__file__).parents[3] / "kb").rglob("*.py"))
    calls = (node for text in code for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    return {str(call.args[0].value) for call in calls
            if isinstance(call.func, ast.Name) and call.func.id == "FiguresError"
            and isinstance(call.args[0], ast.Constant)}  # fmt: skip


@pytest.mark.parametrize("lang", OTHERS)
def test_every_reason_why_figures_do_not_answer_is_translated(lang: str) -> None:
    told = {key.removeprefix(REASONS): phrase for key, phrase in words(lang).phrases.items() if key.startswith(REASONS)}
    assert set(told) == reasons() and len(told) > 15
    for english, phrase in told.items():
        assert fields(phrase) <= fields(english) and english != phrase


@pytest.mark.parametrize("lang", OTHERS)
def test_every_label_stands_in_every_language(lang: str) -> None:
    english, other = words("en").phrases, spoken(lang)
    assert set(english) ^ set(other) == set()
    for key, phrase in english.items():
        assert isinstance(phrase, str) == isinstance(other[key], str), key
        assert fields(phrase) == fields(other[key]), key


@pytest.mark.parametrize("lang", OTHERS)
def test_every_label_is_translated(lang: str) -> None:
    """Nothing is left in English; formats and proper names of two letters and more may be spelt alike."""
    english = words("en").phrases
    same = [key for key, phrase in spoken(lang).items()
            if phrase == english[key] and sum(c.isalpha() for c in str(phrase)) > 5]  # fmt: skip
    assert [key for key in same if not key.startswith(SAME)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_counted_phrases_have_the_plurals_of_their_language(lang: str) -> None:
    wanted = set(Locale.parse(lang).plural_form.tags) | {"other"}
    for key, phrase in words(lang).phrases.items():
        assert isinstance(phrase, str) or set(phrase) == wanted, key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("group", "values"),
    [("label", LABELS), ("claim", CLAIM_TYPES), ("polarity", POLARITIES), ("status", STATUSES), ("kind", SEGMENT_KINDS),
     ("language_name", LANGUAGES), ("support", ("both", "texts", "reference", "disputed")),
     ("relation.of", RELATIONS), ("relation.has", RELATIONS),
     ("instrument.kind", {*KINDS, UNKNOWN}), ("field", UNKNOWN.split()), ("instrument.state", STATES)],
)  # fmt: skip
def test_every_value_of_the_data_has_a_label(lang: str, group: str, values: Collection[str]) -> None:
    for value in values:
        assert f"{group}.{value}" in words(lang).phrases


@pytest.mark.parametrize(
    ("lang", "number", "expected"),
    [("en", 1, "1 document"), ("en", 0, "0 documents"), ("ru", 1, "1 документ"), ("ru", 3, "3 документа"),
     ("ru", 11, "11 документов"), ("ru", 21, "21 документ"), ("kk", 1, "1 құжат"), ("kk", 5, "5 құжат")],
)  # fmt: skip
def test_counts(lang: str, number: int, expected: str) -> None:
    assert words(lang).count("counts.documents", number) == expected


def test_a_label_that_is_missing_is_said() -> None:
    with pytest.raises(TableError, match=r"en\.yml"):
        words("en")("no.such.label")


@pytest.mark.parametrize(
    ("edtf", "en", "ru", "kk"),
    [
        ("2014-05-29", "29 May 2014", "29 мая 2014 г.", "2014 ж. 29 мамыр"),
        ("2014-05", "May 2014", "май 2014 г.", "2014 ж. мамыр"),
        ("2014", "2014", "2014", "2014"),
        ("199X", "1990s", "1990-е гг.", "1990-жылдар"),
        ("19XX", "20th century", "XX век", "XX ғасыр"),
        ("2014~", "about 2014", "ок. 2014", "шамамен 2014"),
        ("2014-05~", "about May 2014", "ок. мая 2014 г.", "шамамен 2014 ж. мамыр"),
        ("2010-34", "Q2 2010", "II квартал 2010 г.", "2010 ж. II тоқсан"),
        ("2010-41", "half 2 of 2010", "II полугодие 2010 г.", "2010 ж. II жартыжылдық"),
        ("2010-21", "spring 2010", "весна 2010 г.", "2010 ж. көктем"),
        ("2008/2009", "2008 – 2009", "2008 – 2009", "2008 – 2009"),
        ("2015-01-01/..", "1 January 2015 – …", "1 января 2015 г. – …", "2015 ж. 1 қаңтар – …"),
        ("2014-13-99", "2014-13-99", "2014-13-99", "2014-13-99"),
        ("<b>", "<b>", "<b>", "<b>"),
    ],
)
def test_dates_in_words(edtf: str, en: str, ru: str, kk: str) -> None:
    said = {lang: date_words(edtf, lang).replace("\xa0", " ").replace("\u202f", " ") for lang in LANGUAGES}
    assert said == {"en": en, "ru": ru, "kk": kk}


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("kk", ["Армения", "Әзербайжан", "Беларусь", "Қазақстан", "Қырғызстан", "Өзбекстан", "Ресей", "Украина"]),
        ("ru", ["Армения", "Грузия", "Ёлкино", "Жемчужное", "Китай", "Россия"]),
        ("en", ["2015", "Armenia", "belarus", "Kazakhstan", "Örebro"]),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(lang: str, names: list[str]) -> None:
    backwards = names[::-1]
    backwards.sort(key=words(lang).order)
    assert backwards == names
