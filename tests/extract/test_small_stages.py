"""Endings, spelling, introductions, evidence and weighing of findings, each on strings alone."""

from itertools import pairwise

import pytest

from extract.language.kazakh_endings import Endings, bases, compile_endings, is_ending
from extract.names.combine import combine, with_bodies, without_namesakes
from extract.names.discovery import slug
from extract.names.eponyms import without_eponyms
from extract.names.evidence import with_evidence
from extract.names.introductions import find_introductions, find_spelt_out, looks_abbreviated
from extract.names.namelike import NameLike, name_words
from extract.names.nominative import nominative
from extract.names.spelling import build_spelling
from extract.tables import read_table
from kb.model import Mention, Sentence


@pytest.fixture(scope="module")
def endings() -> Endings:
    rows = read_table("kk", "endings")
    return compile_endings({k: v for k, v in rows.items() if k != "softening"}, rows["softening"])


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("одағының", "одак"), ("одаққа", "одак"), ("одақтардың", "одак"), ("Қазақстаннан", "казакстан"),
        ("ұйымына", "уйымы"), ("банкінен", "банки"), ("Ресейдегі", "ресеи".replace("еи", "ей")), ("шартқа", "шарт"),
    ],
)  # fmt: skip
def test_a_word_leads_back_to_its_base(word: str, base: str, endings: Endings) -> None:
    assert base in bases(word, endings)


@pytest.mark.parametrize("word", ["қазақстандық", "ресейлік"])
def test_an_adjective_is_no_case_form(word: str, endings: Endings) -> None:
    assert not {"казакстан", "ресей"} & set(bases(word, endings))


def test_endings_behind_a_hyphen(endings: Endings) -> None:
    assert [x for x in ("ның", "дағы", "мен", "тұр", "беларусь") if is_ending(x, endings)] == ["ның", "дағы", "мен"]


def test_one_slip_is_forgiven_two_are_not() -> None:
    spelling = build_spelling(["armenia", "eurasian", "slovakia", "slovenia"])
    assert [spelling.nearest(w) for w in ("Armania", "Eurasion", "Armenian", "Albania", "Iran")] == [
        "armenia", "eurasian", None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "yes"), [("EAEU", True), ("ЕврАзЭС", True), ("Union", False), ("а", False), ("В", False)]
)
def test_what_looks_abbreviated(word: str, yes: bool) -> None:
    assert looks_abbreviated(word) is yes


def test_brackets_introduce_an_abbreviation() -> None:
    text = "The Long Eastern Union (hereinafter LEU) and the rest."
    mention = Mention("ORG", 4, 22, text[4:22], "en", "x-leu")
    (found,) = find_introductions(text, [mention], {"hereinafter"})
    assert (found.text, found.entity_id, found.long_form) == ("LEU", "x-leu", "Long Eastern Union")


def test_initials_spell_an_unknown_name() -> None:
    text = "We met the Society of Old Bridges and Canals (SOBC) there."
    (found,) = find_spelt_out(text, [Sentence("en", 0, len(text))], [], {"of", "and", "the"})
    assert found.long_form == "Society of Old Bridges and Canals"


def mention(
    label: str, start: int, end: int, text: str, entity_id: str | None, method: str, lang: str = "en"
) -> Mention:
    return Mention(label, start, end, text, lang, entity_id, method=method)


def test_a_default_alone_is_no_evidence() -> None:
    weak = mention("ORG", 0, 3, "EEC", "eec", "context:default")
    sure = mention("ORG", 9, 13, "EAEU", "eaeu", "dictionary:abbreviation")
    assert with_evidence([weak], {}) == ()
    assert with_evidence([weak, sure], {}) == (weak, sure)


def test_longer_instruments_hold_the_names_inside_them() -> None:
    treaty = mention("TREATY", 0, 22, "Charter of the Council", "charter", "dictionary:name")
    body = mention("ORG", 15, 22, "Council", "council", "short:last-named")
    tagged = mention("PERSON", 10, 30, "of the Council who said", None, "tagger")
    assert combine([body], [tagged], [treaty]) == (treaty,)


def test_a_country_inside_a_persons_name_is_left_out() -> None:
    country = mention("COUNTRY", 8, 14, "Jordan", "jo", "dictionary:name")
    person = mention("PERSON", 0, 14, "Michael Jordan", None, "tagger")
    assert without_namesakes([country], [person]) == ()
    assert without_namesakes([country], []) == (country,)


def test_kazakh_puts_the_body_before_its_organ() -> None:
    text = "ТМД-ның Экономикалық соты"
    body = mention("ORG", 0, 7, "ТМД-ның", "cis", "dictionary:abbreviation", "kk")
    organ = mention("ORG", 8, 25, "Экономикалық соты", "cis-court", "short:organ-of-last-named", "kk")
    (joined,) = with_bodies(text, [body, organ], {"cis-court": "cis"})
    assert (joined.text, joined.entity_id) == (text, "cis-court")


@pytest.mark.parametrize(
    ("name", "lang", "label", "wanted"),
    [
        ("Фонда поддержки театров", "ru", "ORG", "Фонд поддержки театров"),
        ("Северной рыболовной комиссией", "ru", "ORG", "Северная рыболовная комиссия"),
        ("Малого органа надзора", "ru", "ORG", "Малый орган надзора"),
        ("Палата мер", "ru", "ORG", "Палата мер"),
        ("Андреем Ивановым", "ru", "PERSON", "Андрей Иванов"),
        ("Анны-Марии Штерн", "ru", "PERSON", "Анна-Мария Штерн"),
        ("the Northern Fishing Board", "en", "ORG", "Northern Fishing Board"),
        ("Theatre Guild", "en", "ORG", "Theatre Guild"),
        ("Балық аулау комитетінің", "kk", "ORG", "Балық аулау комитеті"),
        ("Театр қорына", "kk", "ORG", "Театр қоры"),
        ("Солтүстік Палатадан", "kk", "ORG", "Солтүстік Палата"),
        ("Түркістан", "kk", "ORG", "Түркістан"),
    ],
)
def test_discovered_names_stand_in_the_nominative(
    name: str, lang: str, label: str, wanted: str, endings: Endings
) -> None:
    assert nominative(name, lang, label, endings) == wanted


@pytest.mark.parametrize(
    ("text", "label", "span", "fits"),
    [
        ("Labour moved south that year.", "ORG", "Labour", False),
        ("Then Norvik moved south.", "ORG", "Norvik", True),
        ("Norvik moved south. Then Norvik came back.", "ORG", "Norvik", True),
        ("| Step | Place |", "ORG", "Place", False),
        ("It was the Board that decided.", "ORG", "Board", False),
        ("Дело решил Совет.", "ORG", "Совет", False),
        ("Бұл туралы Кеңесте айтылды.", "ORG", "Кеңесте", False),
        ("Goods came from KZ in May.", "ORG", "KZ", False),
        ("Goods came through RZD in May.", "ORG", "RZD", True),
        ("So said Olkhova in May.", "PERSON", "Olkhova", False),
        ("So said Maria Olkhova in May.", "PERSON", "Maria Olkhova", True),
        ("See Article 4 there.", "TREATY", "Article 4", False),
        ("See the Lake Agreement there.", "TREATY", "Lake Agreement", True),
    ],
)
def test_taggers_take_capitals_for_names(text: str, label: str, span: str, fits: bool) -> None:
    words = name_words(["Board", "Совет", "Кеңес"], ["agreement"], ["KZ"])
    ends = [k + 1 for k, c in enumerate(text) if c == "."] or [len(text)]
    sentences = [Sentence("en", a, b) for a, b in pairwise([0, *ends])]
    at = text.index(span)
    judge = NameLike(text, sentences, [], words)
    assert judge.fits(mention(label, at, at + len(span), span, None, "tagger")) == fits


def test_slugs_are_ascii() -> None:
    assert slug("Қазақстан-Өзбекстан «Достық» қоры") == "qazaqstan-ozbekstan-dostyq-qory"


@pytest.mark.parametrize(
    ("text", "label", "name", "lang", "kept"),
    [
        ("It met at Nazarbayev University.", "PERSON", "Nazarbayev", "en", False),
        ("Nazarbayev spoke at a university.", "PERSON", "Nazarbayev", "en", True),
        ("Встреча прошла в Фонде Горбачёва.", "PERSON", "Горбачёва", "ru", False),
        ("Жиын Назарбаев Университетінде өтті.", "PERSON", "Назарбаев", "kk", False),
        ("Назарбаев университетке барды.", "PERSON", "Назарбаев", "kk", True),
        ("The post-Soviet states met.", "COUNTRY", "Soviet states", "en", False),
        ("The Russia-Kazakhstan border is long.", "COUNTRY", "Kazakhstan", "en", True),
    ],
)
def test_a_name_lent_to_something_else_is_left_out(text: str, label: str, name: str, lang: str, kept: bool) -> None:
    at = text.index(name)
    found = without_eponyms(text, [mention(label, at, at + len(name), name, "x", "d", lang)], read_table("", "eponyms"))
    assert bool(found) == kept
