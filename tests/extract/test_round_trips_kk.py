"""Plain Kazakh sentences in every usual form: the same act, however it is turned, tells the same claim."""

from itertools import product

import pytest

from corpus.segments import find_segments
from extract.pipeline import Received
from kb.extraction import pipeline_of
from kb.model import Document, Findings

_MOODS = {"+": "asserted", "~": "planned", "?": "hypothetical", "-": "negated"}


def _found(text: str) -> Findings:
    """The language is given, since one short sentence hardly shows it."""
    document = Document("text", text, "", "text/plain", "text", lang="kk")
    return pipeline_of(()).extract(Received(text, find_segments(document)))


def _told(text: str) -> set[str]:
    """Claims that the text itself makes, as rows."""
    return {
        f"{c.type} {c.subject_id} {c.object_id or '-'} {c.edtf or '-'} {c.polarity}"
        for c in _found(text).claims
        if c.origin == "text"
    }


def _check(text: str, *expected: str) -> None:
    assert _told(text) == set(expected), text


# Who joins, and the date that the act has: names of either harmony, of one word and of several, a list.
_WHO = (("Мексика", "2014 жылғы 3 мамырда", "mx", "2014-05-03"), ("Корея Республикасы", "2009 жылы", "kr", "2009"))
_JOINS = (
    "+ қосылды", "+ қосылған еді", "+ қосылған болатын", "~ қосылуды жоспарлап отыр", "~ қосылуды көздейді",
    "~ қосылатын болады", "~ қосылу туралы шешім қабылдады", "~ қосылғалы отыр", "? қосылуы мүмкін", "? қосыла алады",
    "- қосылған жоқ", "- қосылудан бас тартты", "~ кіретін болады", "~ кіруді көздеп отыр", "- кіруден бас тартты",
    "+ қосылса да, сауда өспеді", "+ қосылғалы сауда өсті", "? қосылса, сауда өседі",
)  # fmt: skip


@pytest.mark.parametrize(("who", "into"), [*product(_WHO, ("ЕАЭО-ға", "ЕАЭО-ның құрамына", "ЕАЭО қатарына"))])
def test_joining_has_the_mood_of_its_verb(who: tuple[str, str, str, str], into: str) -> None:
    name, date, id_, edtf = who
    for sign, verb in (row.split(" ", 1) for row in _JOINS):
        _check(f"{name} {date} {into} {verb}.", f"acceded {id_} eaeu {edtf} {_MOODS[sign]}")


_OTHERS = {
    "Чехия мен Грузия 2010 жылы ТМД Жарғысына": (
        "signed charter-cis-1993 cis 2010",
        "+ қол қойды|~ қол қоймақ|~ қол қояды|~ қол қоятын болады|~ қол қоятынын мәлімдеді|- қол қойған жоқ",
    ),
    "2010 жылы ШЫҰ-да Сербия": (
        "observer rs sco 2010",
        "+ бақылаушы мәртебесін алды|~ бақылаушы мәртебесін алмақ|- бақылаушы мәртебесін алмады",
    ),
    "ТҮРКСОЙ-ды 2010 жылы Чехия мен Грузия": (
        "established turksoy - 2010",
        "+ құрды|~ құруы тиіс|~ құруға келісті|? құруы мүмкін|- құрған жоқ",
    ),
    "2010 жылы Мемлекетаралық авиация комитеті": (
        "established cis-interstate-aviation-committee - 2010",
        "+ құрылды|+ құрылғалы сауда өсті|+ құрылса да, сауда өспеді|~ құрылмақ|? құрылуы мүмкін|- құрылған жоқ",
    ),
}


@pytest.mark.parametrize("opening", _OTHERS)
def test_other_acts_have_the_mood_of_their_verb(opening: str) -> None:
    claim, verbs = _OTHERS[opening]
    for sign, verb in (row.split(" ", 1) for row in verbs.split("|")):
        _check(f"{opening} {verb}.", f"{claim} {_MOODS[sign]}")


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


_DAYS = (
    "2014 жылғы 29 мамырда", "2014 жылы 29 мамырда", "2014 ж. 29 мамырда", "2014 жылдың 29 мамырында",
    "29 мамыр 2014 жылы", "29.05.2014", "2014 жылғы 29-мамырда", "2014-ші жылғы 29 мамырда",
    "2014 жылғы жиырма тоғызыншы мамырда", "2014 жылғы мамыр айының 29-күні", "2014 жылғы мамырдың 29-ында",
)  # fmt: skip
_TEENS = ("2014 жылғы он бесінші мамырда", "он бесінші мамыр 2014 жылы", "2014 жылғы мамырдың 15-күні")
_MONTHS = ("2014 жылғы мамырда", "2014 жылдың мамырында", "2014 жылдың мамыр айында", "2014 ж. мамырда")
_YEARS = ("2014 жылы", "2014 ж.", "2014-ші жылы")
_TIMES = {"2014-05-29": _DAYS, "2014-05-15": _TEENS, "2014-05": _MONTHS, "2014": _YEARS}


@pytest.mark.parametrize("edtf", _TIMES)
def test_date_in_every_form_and_place(edtf: str) -> None:
    for date in _TIMES[edtf]:
        joined, left = f"acceded kg eaeu {edtf} asserted", f"withdrew kg cis {edtf} asserted"
        _check(f"{date} Қырғыз Республикасы ЕАЭО-ға қосылды.", joined)
        _check(f"Қырғыз Республикасы {date} Еуразиялық экономикалық одаққа қосылды.", joined)
        _check(
            f"Қырғыз Республикасы ЕАЭО-ға 2001 жылы қосылып, {date} ТМД-дан шықты.", left, joined.replace(edtf, "2001")
        )


def test_names_side_by_side_stay_apart() -> None:
    _check("1998 жылы ЕО Ұжымдық қауіпсіздік туралы шарт ұйымы болып қайта құрылды.", "succeeded csto eu 1998 asserted")
    text = "Сонымен қатар, Молдова Еркін сауда аймағы туралы шартты 2012 жылы ратификациялады."
    _check(text, "ratified treaty-fta-cis-2011 cis 2012 asserted")
    assert "Молдова" in {m.text for m in _found(text).mentions if m.entity_id == "md"}


def test_one_verb_tells_of_several_in_turn() -> None:
    for close in (".", ", деп хабарлады агенттік.", ", бұл елеулі қадам болды."):
        _check(
            f"Тәжікстан ДСҰ-ға 2013 жылы, Ауғанстан 2016 жылы қосылды, ал Грузия 2000 жылы{close}",
            *(f"acceded {row} asserted" for row in ("tj wto 2013", "af wto 2016", "ge wto 2000")),
        )
    _check("Тәжікстан НАТО-ға, ал Қытай мен Ресей ДСҰ-ға 2009 жылы қосылды.",
           *(f"acceded {row} 2009 asserted" for row in ("tj nato", "cn wto", "ru wto")))  # fmt: skip
    _check("Тәжікстан НАТО-дан 2001 жылы, Қытай ДСҰ-дан 2005 жылы шықты.",
           "withdrew tj nato 2001 asserted", "withdrew cn wto 2005 asserted")  # fmt: skip
    _check("Чехия НАТО-ға, Грузия ДСҰ-ға, ал Сербия АСЕАН-ға қосылмақ.",
           *(f"acceded {row} - planned" for row in ("cz nato", "ge wto", "rs asean")))  # fmt: skip


_TAKEN = (
    "+ қатарына 2004 жылы қосты", "+ өз қатарына 2004 жылы қабылдады", "~ құрамына 2004 жылы қоспақ",
    "- қатарына 2004 жылы қосқан жоқ",
)  # fmt: skip


def test_body_takes_somebody_in() -> None:
    for sign, verb in (row.split(" ", 1) for row in _TAKEN):
        _check(f"ДСҰ Болгарияны {verb}.", f"acceded bg wto 2004 {_MOODS[sign]}")
    founded = "established wto - - asserted"
    _check("Чехия мен Грузия құрған ДСҰ Болгарияны қатарына қосты.", "acceded bg wto - asserted", founded)


def test_aims_and_refusals_are_no_facts() -> None:
    _check("ДСҰ-ға қосылу – Сербияның басты мақсаты.", "acceded rs wto - planned")
    _check("НАТО-ға қосылу – Грузия үкіметінің негізгі міндеттерінің бірі.", "acceded ge nato - planned")
    for refusal in ("бұдан", "бұл қадамнан", "мұндай мүмкіндіктен"):
        _check(f"Иран БРИКС-ке 2024 жылы қосылды, ал Аргентина {refusal} бас тартты.",
               "acceded ir brics 2024 asserted", "acceded ar brics - negated")  # fmt: skip


@pytest.mark.parametrize("verb", ["ұмтылып отыр", "дайындалып жатыр", "ниетті", "талпынып отыр", "үміткер"])
def test_who_strives_for_membership_has_none_yet(verb: str) -> None:
    _check(f"Грузия НАТО-ға мүшелікке {verb}.", "acceded ge nato - planned")
