"""What a tagger takes for a body and is none becomes no entity; what begins or ends alike and is one does."""

import pytest

from kb.extraction import extract_text

NONE = [
    "The government raised VAT last year, and the GDP grew.",
    "The presidents met at Camp Ulytau outside Almaty on 3 May 2012.",
    "They walked along the shore of Lake Sevan and slept in the Winter Palace.",
    "Общей армии у Содружества нет, и общего флага тоже.",
    "Общего органа управления проектом нет.",
    "Оның көлік саласы туралы жаңа келісім әзірлеуі мүмкін.",
]
ONE = {
    "Iran joined the Lake Urmia Council in 2012.": "x-lake-urmia-council",
    "В Болашак Университете выступил министр.": "x-bolashak-universitet",
    "Иран вступил в Мостовой союз в 2012 году.": "x-mostovoy-soyuz",
}


@pytest.mark.parametrize("text", NONE)
def test_no_entity_is_made_of_what_is_no_body(text: str) -> None:
    assert [m.entity_id for m in extract_text(text).mentions if (m.entity_id or "").startswith("x-")] == []


@pytest.mark.parametrize("text", ONE)
def test_a_body_keeps_its_entity(text: str) -> None:
    assert ONE[text] in [m.entity_id for m in extract_text(text).mentions]


def test_two_bodies_side_by_side_are_two_in_kazakh() -> None:
    found = extract_text("2012 жылы Өзен комитеті және Көпір комитеті құрылды.").mentions
    text = "Шарт бойынша Мемлекетаралық кеңес, Көліктік комитет және Энергетикалық комитет құрылды."
    ids = [m.entity_id for m in (*found, *extract_text(text).mentions)]
    assert not [i for i in ids if i and "-zhane-" in i]
