"""Where sentences end, in three languages: rows of sentences that must come apart just so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.cleaning.sentences import find_sentences, split_sentences
from kb.model import Segment, Sentence

ROWS = [
    ("en", ["The talks began.", "They failed!", "Why?", "Nobody knows…"]),
    ("en", ["The U.S. Senate agreed.", "He lives in the U.S.", "The rest followed."]),
    ("en", ["See Art. 5 and No. 3 of the list.", "Dr. A. B. Stone et al. (2005) counted 3.5 million."]),
    ("en", ["Tea, salt, etc. were cheap.", "Bread (it cost 2 coins. Yes, two.) was not."]),
    ("en", ["So he wrote [4].", "“We agree.”", "Then the “old” council rose."]),
    ("en", ["1. The first point.", "2. The second."]),
    ("ru", ["В 2014 г. Армения вступила в союз.", "Это было осенью."]),
    ("ru", ["Решение от 27 ноября 2009 г. № 17 одобрило кодекс.", "Его ввели позже."]),
    ("ru", ["Хотя споры шли, 7 июня 2002 г. Хартия была подписана.", "Её хранят в Пекине."]),
    ("ru", ["Путь был долог: 2 января 2015 г. Армения вступила.", "Её приняли в Ломе, 3 мая 2016 г.", "Суд ждал."]),
    ("ru", ["С 1 января 2015 г. Договор действует.", "Его приняли в XX в.", "Потом был перерыв."]),
    ("ru", ["Доклад Н. А. Орлова и М.В. Петрова издан.", "Помощь в 5 млрд. США дали позже."]),
    ("ru", ["Чай, соль и т.д. подешевели.", "Хлеб, т.е. зерно, нет."]),
    ("ru", ["Так писал автор [1, с. 152].", "«Мы согласны».", "Затем совет ушёл."]),
    (
        "ru",
        ["Страны подписали в Минске 8 мая 1996 г. Соглашение о границе.", "Его ввели в 1999 г.", "Суд начал работу."],
    ),
    (
        "ru",
        ["Фонд основан в 1985 г. Данией и Норвегией.", "Он создан в 1991 г.", "Данию приняли в 1996 г.", "Она рада."],
    ),
    ("ru", ["Принятый Данией в 1996 г. Закон о рыбе забыт.", "Дания подписала Договор в 1993 г.", "Штаб в Риге."]),
    ("kk", ["2014 ж. Армения одаққа кірді.", "Бұл күзде болды."]),
    ("kk", ["Шай, тұз және т.б. арзандады.", "Нан арзандаған жоқ."]),
    ("kk", ["2008-2009 ж.ж. Әлемдік дағдарыс болды.", "Н.Ә. Орманов мақала жазды [3].", "Ол келді."]),
]


@pytest.mark.parametrize(("lang", "sentences"), ROWS)
def test_sentences_come_apart(lang: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text, lang)] == sentences


def test_headings_are_whole_and_rows_are_single() -> None:
    text = "What now? A plan.\n\nBread 1 2\nSalt 3 4\n\nIt rained. It snowed."
    segments = (Segment("en", "title", 0, 17), Segment("en", "table", 19, 37), Segment("en", "body", 39, 60))
    assert find_sentences(text, segments) == (
        Sentence("en", 0, 17, "title"),
        Sentence("en", 19, 28, "table"),
        Sentence("en", 29, 37, "table"),
        Sentence("en", 39, 49, "body"),
        Sentence("en", 50, 60, "body"),
    )


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "ru", "kk"]))
def test_any_text_comes_apart_without_loss(text: str, lang: str) -> None:
    spans = split_sentences(text, lang)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)
