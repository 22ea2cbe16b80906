"""Titles, inflected names and printed dates in three languages, and the picture of a timeline."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb import inflection_kk, inflection_ru
from kb.dates_text import date_text
from kb.model import CLAIM_TYPES, LANGUAGES, POLARITIES
from kb.timeline import readable
from kb.timeline_picture import drawable, picture, specification
from kb.titles import Name, title, with_article

CASES = Path(__file__).parent.parent / "cases"
INFLECTED = yaml.safe_load((CASES / "inflection.yml").read_text(encoding="utf-8"))
PRINTED = yaml.safe_load((CASES / "dates_printed.yml").read_text(encoding="utf-8"))
KG, CIS = {"en": "Kyrgyzstan", "ru": "Киргизия", "kk": "Қырғызстан"}, {
    "en": "Commonwealth of Independent States", "ru": "Содружество Независимых Государств",
    "kk": "Тәуелсіз Мемлекеттер Достастығы",
}  # fmt: skip


@pytest.mark.parametrize(("name", "case", "form"), INFLECTED["ru"])
def test_russian_names(name: str, case: str, form: str) -> None:
    assert inflection_ru.inflect(name, case) == form


@pytest.mark.parametrize(("name", "case", "form"), INFLECTED["people"])
def test_russian_people(name: str, case: str, form: str) -> None:
    assert inflection_ru.inflect_person(name, case) == form


@pytest.mark.parametrize(("name", "case", "form"), INFLECTED["kk"])
def test_kazakh_names(name: str, case: str, form: str) -> None:
    assert inflection_kk.inflect(name, case) == form


@pytest.mark.parametrize("row", PRINTED)
def test_dates_are_printed_in_the_readers_language(row: list[str]) -> None:
    assert [date_text(row[0], lang) for lang in LANGUAGES] == row[1:]


@pytest.mark.parametrize(("word", "phrase", "said"), [
    ("в", "Всемирную торговую организацию", "во Всемирную торговую организацию"), ("в", "Содружество", "в Содружество"),
    ("в", "Вашингтон", "в Вашингтон"), ("о", "Евразийском союзе", "о Евразийском союзе"),
    ("о", "Экономическом поясе", "об Экономическом поясе"),
])  # fmt: skip
def test_prepositions_follow_the_sound(word: str, phrase: str, said: str) -> None:
    assert inflection_ru.with_preposition(word, phrase) == said


def name(names: dict[str, str], entity_id: str, kind: str, lang: str) -> Name:
    return Name(entity_id, kind, names[lang])


@pytest.mark.parametrize(("kind", "polarity", "lang", "said"), [
    ("acceded", "asserted", "en", "Kyrgyzstan joins the Commonwealth of Independent States"),
    ("acceded", "asserted", "ru", "Вступление Киргизии в Содружество Независимых Государств"),
    ("acceded", "asserted", "kk", "Қырғызстан Тәуелсіз Мемлекеттер Достастығына қосылды"),
    ("withdrew", "negated", "en", "Kyrgyzstan does not leave the Commonwealth of Independent States"),
    ("withdrew", "planned", "ru", "Планируемый выход Киргизии из Содружества Независимых Государств"),
    ("withdrew", "hypothetical", "kk", "Қырғызстан Тәуелсіз Мемлекеттер Достастығынан шығуы мүмкін"),
    ("acceded", "planned", "en", "Kyrgyzstan is to join the Commonwealth of Independent States"),
    ("acceded", "planned", "kk", "Қырғызстан Тәуелсіз Мемлекеттер Достастығына қосылмақ"),
    ("acceded", "negated", "kk", "Қырғызстан Тәуелсіз Мемлекеттер Достастығына қосылмады"),
    ("membership", "negated", "ru", "Отсутствие членства Киргизии в Содружестве Независимых Государств"),
    ("suspended", "asserted", "en", "Membership of Kyrgyzstan in the Commonwealth of Independent States suspended"),
    ("suspended", "asserted", "kk", "Қырғызстанның Тәуелсіз Мемлекеттер Достастығындағы мүшелігі тоқтатыла тұрды"),
])  # fmt: skip
def test_titles(kind: str, polarity: str, lang: str, said: str) -> None:
    subject, obj = name(KG, "kg", "COUNTRY", lang), name(CIS, "cis", "ORG", lang)
    assert title(kind, polarity, subject, obj, lang) == said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", CLAIM_TYPES)
def test_no_plan_and_no_denial_reads_like_a_fact(kind: str, lang: str) -> None:
    subject, obj = name(KG, "kg", "COUNTRY", lang), name(CIS, "cis", "ORG", lang)
    assert len({title(kind, polarity, subject, obj, lang) for polarity in POLARITIES}) == len(POLARITIES)


@pytest.mark.parametrize(("text", "said"), [
    ("Bretton Woods Agreements", "Bretton Woods Agreements enter into force"),
    ("Articles of Agreement of the Bank", "Articles of Agreement of the Bank enter into force"),
    ("Treaty on Open Skies", "Treaty on Open Skies enters into force"),
    ("Charter of the United Nations", "Charter of the United Nations enters into force"),
])  # fmt: skip
def test_english_verbs_agree_with_their_subject(text: str, said: str) -> None:
    assert title("entered_into_force", "asserted", Name("t", "TREATY", text), None, "en") == said


@pytest.mark.parametrize(("lang", "said"), [
    ("en", "Participation of Kyrgyzstan in the Commonwealth of Independent States frozen"),
    ("ru", "Заморозка участия Киргизии в Содружестве Независимых Государств"),
    ("kk", "Қырғызстанның Тәуелсіз Мемлекеттер Достастығындағы мүшелігі мұздатылды"),
])  # fmt: skip
def test_what_is_only_frozen_is_not_called_suspended(lang: str, said: str) -> None:
    (row, _) = rows(lang)
    event = {key: value for key, value in row.items() if key not in {"title", "date"}} | {"type": "suspended"}
    (found,) = readable([event], {"kg": "COUNTRY", "cis": "ORG"}, {}, lang, {"e": "frozen"})
    assert found["title"] == said


@pytest.mark.parametrize(("kind", "status", "lang", "said"), [
    ("membership", "participant", "en", "Kyrgyzstan takes part in the Commonwealth of Independent States"),
    ("membership", "participant", "ru", "Участие Киргизии в Содружестве Независимых Государств"),
    ("membership", "participant", "kk", "Қырғызстан — Тәуелсіз Мемлекеттер Достастығының қатысушысы"),
    ("membership", "associate", "en", "Kyrgyzstan is an associate member of the Commonwealth of Independent States"),
    ("membership", "member", "en", "Kyrgyzstan belongs to the Commonwealth of Independent States"),
    ("acceded", "associate", "en", "Kyrgyzstan becomes an associate member of the Commonwealth of Independent States"),
    ("acceded", "associate", "ru",
     "Вступление Киргизии в Содружество Независимых Государств ассоциированным членом"),
    ("acceded", "associate", "kk", "Қырғызстан Тәуелсіз Мемлекеттер Достастығының қауымдасқан мүшесі болды"),
])  # fmt: skip
def test_who_takes_part_or_is_associated_is_called_no_member(kind: str, status: str, lang: str, said: str) -> None:
    subject, obj = name(KG, "kg", "COUNTRY", lang), name(CIS, "cis", "ORG", lang)
    assert title(kind, "asserted", subject, obj, lang, status=status) == said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", CLAIM_TYPES)
def test_every_type_has_a_title_with_and_without_object(kind: str, lang: str) -> None:
    subject, obj = name(KG, "kg", "COUNTRY", lang), name(CIS, "cis", "ORG", lang)
    for polarity in POLARITIES:
        for other in (obj, None):
            assert not set("{[|/]") & set(title(kind, polarity, subject, other, lang))


def test_a_party_is_named_where_it_ratified_alone() -> None:
    treaty, party = Name("t", "TREATY", "Устав СНГ"), Name("kg", "COUNTRY", "Киргизия")
    assert title("ratified", "asserted", treaty, None, "ru", party) == "Ратификация Устава СНГ: Киргизия"


def test_a_kazakh_party_is_not_named_twice_in_a_row() -> None:
    treaty = Name("t", "TREATY", "Армения Республикасының шартқа қосылуы туралы хаттама")
    said = title("ratified", "asserted", treaty, None, "kk", Name("am", "COUNTRY", "Армения"))
    assert said == "Армения Республикасының шартқа қосылуы туралы хаттаманы Армения ратификациялады"


def test_a_name_that_cannot_decline_gets_a_word_that_can() -> None:
    programme = Name("nurly-zhol", "PROGRAMME", "Нурлы жол")
    assert title("established", "asserted", programme, None, "ru") == "Создание программы «Нурлы жол»"
    assert title("signed", "asserted", Name("x", "TREATY", "Pact"), None, "kk") == "«Pact» құжатына қол қойылды"


@pytest.mark.parametrize(("kind", "text", "said"), [
    ("TREATY", "ГАТТ 1947", "«ГАТТ 1947» құжатына қол қойылды"), ("TREATY", "СШҚ-2", "«СШҚ-2» құжатына қол қойылды"),
    ("PROGRAMME", "«Қазақстан-2030» стратегиясы", "«Қазақстан-2030» стратегиясына қол қойылды"),
])  # fmt: skip
def test_a_kazakh_name_that_ends_in_no_letter_gets_a_word_that_takes_the_ending(
    kind: str, text: str, said: str
) -> None:
    assert title("signed", "asserted", Name("x", kind, text), None, "kk") == said


@pytest.mark.parametrize(("kind", "entity_id", "text", "said"), [
    ("ORG", "asean", "ASEAN", "ASEAN"), ("ORG", "wto", "World Trade Organization", "the World Trade Organization"),
    ("COUNTRY", "us", "United States", "the United States"), ("COUNTRY", "kz", "Kazakhstan", "Kazakhstan"),
    ("PROGRAMME", "nurly-zhol", "Nurly Zhol", "Nurly Zhol"),
    ("ORG", "mercosur", "Southern Common Market", "the Southern Common Market"),
    ("TREATY", "minsk", "Minsk Agreements", "the Minsk Agreements"),
    ("COUNTRY", "ky", "Cayman Islands", "the Cayman Islands"),
    ("PROGRAMME", "pfp", "Partnership for Peace", "Partnership for Peace"),
])  # fmt: skip
def test_english_articles(kind: str, entity_id: str, text: str, said: str) -> None:
    assert with_article(Name(entity_id, kind, text)) == said


def rows(lang: str) -> list[dict[str, Any]]:
    event = {
        "event_id": "e", "type": "acceded", "polarity": "asserted", "subject_id": "kg", "subject": KG[lang],
        "object_id": "cis", "object": CIS[lang], "edtf": "1991-12-21", "earliest": "1991-12-21",
        "latest": "1991-12-21", "support": "both",
    }  # fmt: skip
    undated = {**event, "event_id": "f", "edtf": None, "earliest": None, "latest": None}
    return readable([event, undated], {"kg": "COUNTRY", "cis": "ORG"}, {}, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_holds_what_has_a_date(lang: str) -> None:
    found = rows(lang)
    assert len(drawable(found)) == 1
    spec = specification(found, lang)
    drawing = picture(spec, "svg").decode("utf-8")
    assert found[0]["title"] in drawing
    assert picture(spec, "png").startswith(b"\x89PNG")
