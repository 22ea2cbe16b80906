"""What a paragraph says does not change with the paragraphs that stand before it."""

from itertools import permutations

import pytest

from kb.extraction import extract_text

PARAGRAPHS = {
    "en": [
        "The Eurasian Development Bank was set up by Russia and Kazakhstan in January 2006. Armenia and Tajikistan "
        "became its members in 2009, Belarus in 2010.",
        "The European Union has had many guests at its door. Norway rejected membership in 1994, and the United "
        "Kingdom left the organization on 31 January 2020.",
        "The Shanghai Cooperation Organisation grew slowly. India and Pakistan joined the organization on 9 June "
        "2017; Mongolia has been an observer since 2004.",
        "Four presidents founded the Central Asian Cooperation Organization on 28 February 2002. Russia acceded on "
        "18 October 2004. Georgia never joined it.",
    ],
    "ru": [
        "Евразийский банк развития учреждён Россией и Казахстаном в январе 2006 года. В 2009 году участниками банка "
        "стали Армения и Таджикистан, в 2010-м — Белоруссия.",
        "Всемирная торговая организация открыта для всех. Киргизия вступила в организацию 20 декабря 1998 года, "
        "Казахстан — 30 ноября 2015 года.",
        "ГУАМ появился в Страсбурге. В 1999 году к нему присоединился Узбекистан, а в 2005 году Ташкент покинул "
        "организацию.",
        "Организация центральноазиатского сотрудничества создана 28 февраля 2002 года. Россия вступила в неё "
        "18 октября 2004 года. Туркмения в организацию не вступала.",
    ],
    "kk": [
        "Еуразиялық даму банкі 2006 жылғы қаңтарда құрылды. 2009 жылы банкке Армения мен Тәжікстан мүше болды.",
        "Дүниежүзілік сауда ұйымы барлық елге ашық. Ресей ұйымға 2012 жылғы 22 тамызда кірді.",
        "Шанхай ынтымақтастық ұйымы кеңейіп келеді. Үндістан мен Пәкістан ұйымға 2017 жылғы 9 маусымда қосылды.",
        "Орталық Азия ынтымақтастығы ұйымы 2002 жылғы 28 ақпанда құрылды. Ресей ұйымға 2004 жылғы 18 қазанда қосылды.",
    ],
}


def told(text: str) -> list[tuple[str | None, ...]]:
    return [(c.type, c.subject_id, c.object_id, c.edtf, c.polarity) for c in extract_text(text).claims]


@pytest.mark.parametrize("lang", PARAGRAPHS)
def test_paragraphs_tell_the_same_in_every_order(lang: str) -> None:
    alone = {text: told(text) for text in PARAGRAPHS[lang]}

    assert all(alone.values())
    for order in permutations(PARAGRAPHS[lang], 3):
        assert told("\n\n".join(order)) == [claim for text in order for claim in alone[text]]
