"""Plain Russian sentences crossed from few parts: what is told must not hang on the form that tells it."""

import pytest

from kb.extraction import extract_text
from kb.inflection_ru import CASES, inflect, with_preposition

# Names of several words in one that take case behind "and" too.
COORDINATED = {
    "ba": "Босния и Герцеговина",
    "ag": "Антигуа и Барбуда",
    "cemac": "Экономическое и валютное сообщество Центральной Африки",
    "escap": "Экономическая и социальная комиссия ООН для Азии и Тихого океана",
}
FRAMES = {
    "nomn": "{} попала в заголовок статьи.",
    "gent": "Речь шла об истории {}.",
    "datv": "Доклад был посвящён {}.",
    "accs": "Эксперты изучили {} подробно.",
    "ablt": "Эксперты занимались {} весь день.",
    "loct": "Речь шла {}.",
}


def told(text: str) -> set[tuple[str, ...]]:
    """Type, subject, object, date and polarity of each claim that the text itself makes."""
    claims = extract_text(text).claims
    return {(c.type, c.subject_id, c.object_id or "", c.edtf or "", c.polarity) for c in claims if c.origin == "text"}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("id_", COORDINATED)
def test_a_name_with_and_is_found_in_every_case(id_: str, case: str) -> None:
    name = inflect(COORDINATED[id_], case)
    text = FRAMES[case].format(with_preposition("о", name) if case == "loct" else name)
    assert [(m.text, m.entity_id) for m in extract_text(text).mentions if m.entity_id == id_] == [(name, id_)]


# What is told of whom with which body, in the past and in the future.
STEPS = {
    "acceded": ("Перу вступило в АСЕАН", "Перу вступит в АСЕАН"),
    "withdrew": ("Перу вышло из АСЕАН", "Перу выйдет из АСЕАН"),
    "suspended": ("Перу приостановило членство в АСЕАН", "Перу приостановит членство в АСЕАН"),
}
DOUBTED = (
    "Возможно, {}.",
    "Вероятно, {}.",
    "Скорее всего, {}.",
    "По всей видимости, {}.",
    "Не исключено, что {}.",
    "Сосед не исключает того, что {}.",
    "Эксперты допускают, что {}.",
    "Маловероятно, чтобы {}.",
    "Есть вероятность, что {}.",
)
DENIED = ("Неверно, что {}.", "Неправда, будто {}.", "Не соответствует действительности то, что {}.")
STANDING = (
    "Известно, что {}.",
    "Напомним, {}.",
    "Вероятно, жители ждут, а {}.",
    "Возможно, журналист ошибся: {}.",
    "Неверно, что Чили молчит, {}.",
)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("frame", (*DOUBTED, *DENIED, *STANDING))
def test_what_frames_a_clause_is_said_of_it(frame: str, step: str) -> None:
    for told_of, own in zip(STEPS[step], ("asserted", "planned"), strict=True):
        polarity = "hypothetical" if frame in DOUBTED else "negated" if frame in DENIED else own
        assert told(frame.format(told_of)) == {(step, "pe", "asean", "", polarity)}


@pytest.mark.parametrize("verb, step", [("вступило", "acceded"), ("вышло", "withdrew")])
def test_whether_is_a_question(verb: str, step: str) -> None:
    side = "в" if step == "acceded" else "из"
    assert told(f"Неизвестно, {verb} ли Перу {side} АСЕАН в 1996 году.") == {
        (step, "pe", "asean", "1996", "hypothetical")
    }


# One day, and other ways to write it.
DAYS = (
    "29 мая 1996 года",
    "29 мая 1996 г.",
    "29 мая 1996",
    "29.05.1996",
    "29-го мая 1996 года",
    "двадцать девятого мая 1996 года",
    "29 мая 1996-го",
    "в среду, 29 мая 1996 года",
    "в среду 29 мая 1996 года",
)
DATED = (
    "{}, Перу вступило в АСЕАН.",
    "Перу вступило {}, в АСЕАН.",
    "Перу вступило в АСЕАН {}.",
    "Перу было принято в АСЕАН {}, и вышло из АСЕАН в 2004 году.",
    "Перу, принятое в АСЕАН {}, развивает торговлю.",
    "Перу, которое вступило в АСЕАН {}, развивает торговлю.",
)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("frame", DATED)
def test_a_day_is_the_same_in_every_form(frame: str, day: str) -> None:
    text = frame.format(day[0].upper() + day[1:] if frame.startswith("{") else day)
    text = text if "," in day or "принятое" in frame or "которое" in frame else text.replace(f"{day},", day)
    text = text.replace("г..", "г.")
    left = {("withdrew", "pe", "asean", "2004", "asserted")} if "вышло" in frame else set()
    assert told(text) == {("acceded", "pe", "asean", "1996-05-29", "asserted")} | left


# Two bodies of which neither ended, so that nothing but the wording tells which came after which.
AFTER = (
    "{new} сменила {old}.",
    "{new} стала правопреемником {old}.",
    "Преобразование {old} в {new} состоялось в срок.",
    "После преобразования {old} в {new} торговля выросла.",
    "{old} преобразовали в {new}.",
    "На смену {old} пришла {new}.",
)


@pytest.mark.parametrize("names", [("ШОС", "АСЕАН"), ("ШОС", "СНГ"), ("АСЕАН", "ЕврАзЭС")])
@pytest.mark.parametrize("frame", AFTER)
def test_abbreviations_succeed_in_the_order_of_the_sentence(frame: str, names: tuple[str, str]) -> None:
    ids = {"ШОС": "sco", "АСЕАН": "asean", "СНГ": "cis", "ЕврАзЭС": "eurasec"}
    new, old = names
    assert told(frame.format(new=new, old=old)) == {("succeeded", ids[new], ids[old], "", "asserted")}


# Each with its infinitive, perfective and imperfective, and its noun.
MOVES = {
    "acceded": (("войти", "входить"), "в состав АСЕАН", "Вхождение", "в состав АСЕАН"),
    "withdrew": (("выйти", "выходить"), "из АСЕАН", "Выход", "из АСЕАН"),
    "suspended": (("приостановить", "приостанавливать"), "членство в АСЕАН", "", ""),
}
GOVERNED = {
    "До 2031 года Перу планирует {0} {2}.": ("2031", "planned"),
    "Перу рассчитывает {0} {2} в 2031 году.": ("2031", "planned"),
    "Перу не намерено {1} {2} до 2031 года.": ("2031", "negated"),
    "Перу отказалось {0} {2} до 2031 года.": ("2031", "negated"),
    "Перу не может {0} {2} до 2031 года.": ("2031", "negated"),
    "Перу смогло {0} {2} в 1996 году.": ("1996", "asserted"),
}
NAMED = {"{3} Перу {4} состоялся.": "asserted", "{3} Перу {4} возможен.": "hypothetical"}


@pytest.mark.parametrize("step", MOVES)
@pytest.mark.parametrize("frame", (*GOVERNED, *NAMED))
def test_what_governs_a_move_decides_about_it(frame: str, step: str) -> None:
    (done, going), object_, noun, place = MOVES[step]
    text = frame.format(done, going, object_, noun, place)
    date, polarity = GOVERNED.get(frame) or ("", NAMED[frame])
    if noun or "{3}" not in frame:
        text = text.replace("состоялся", "состоялось").replace("возможен", "возможно") if noun != "Выход" else text
        assert told(text) == {(step, "pe", "asean", date, polarity)}


@pytest.mark.parametrize("verb", ["вышло из", "покинуло"])
def test_a_manner_denies_nothing(verb: str) -> None:
    assert told(f"Перу без лишнего шума {verb} АСЕАН.") == {("withdrew", "pe", "asean", "", "asserted")}


@pytest.mark.parametrize("name, id_", [("Африканского союза", "african-union"), ("АСЕАН", "asean")])
def test_what_was_ended_may_be_the_work_of_a_body(name: str, id_: str) -> None:
    assert told(f"Деятельность {name} была прекращена в 1996 году.") == {("terminated", id_, "", "1996", "asserted")}


def test_a_participle_is_no_place() -> None:
    text = "Учреждённый Саудовской Аравией и Казахстаном в 1996 году Африканский союз вызвал споры."
    assert told(text) == {("established", "african-union", "", "1996", "asserted")}


def test_a_will_not_is_no_until() -> None:
    assert told("Перу не будет принято в АСЕАН до 2031 года.") == {("acceded", "pe", "asean", "2031", "negated")}
    assert told("Перу не было принято в АСЕАН до 2001 года.") == {("acceded", "pe", "asean", "2001", "asserted")}
    assert told("Перу не вступит в АСЕАН до 2031 года.") == {("acceded", "pe", "asean", "2031", "negated")}
    assert told("Перу не вступало в АСЕАН до 2001 года.") == {("acceded", "pe", "asean", "2001", "asserted")}


@pytest.mark.parametrize("words", ["Вступление Хартии ШОС в силу", "Вступление в силу Хартии ШОС"])
def test_entry_into_force_is_a_noun_in_either_order(words: str) -> None:
    force = ("entered_into_force", "charter-sco-2002", "sco", "1996", "asserted")
    assert told(f"{words} состоялось в 1996 году.") == {force}


@pytest.mark.parametrize("words", ["Перу и Чили вошли в состав АСЕАН", "В состав АСЕАН вошли Перу и Чили"])
def test_several_join_in_either_order(words: str) -> None:
    assert told(f"{words} в 1996 году.") == {("acceded", id_, "asean", "1996", "asserted") for id_ in ("pe", "cl")}


# Two steps of one country, of which the second may borrow nothing from the first but who takes it.
FIRST = {
    ("observer", "edb"): ("стало наблюдателем", "став наблюдателем", "при Евразийском банке развития"),
    ("suspended", "sco"): ("приостановило членство", "приостановив членство", "в ШОС"),
    ("withdrew", "asean"): ("вышло", "выйдя", "из АСЕАН"),
}
SECOND = {
    ("acceded", "wto"): ("стало членом", "стать членом", "ВТО"),
    ("suspended", "eu"): ("приостановило участие", "приостановить участие", "в работе Европейского союза"),
    ("withdrew", "eaeu"): ("вышло", "выйти", "из ЕАЭС"),
}
PAIRS = {
    "Перу {0} {2} и {3} {5} в 2004 году.": ("2004", "asserted"),
    "{1} {2}, Перу {3} {5} в 2004 году.": ("2004", "asserted"),
    "Перу, которое {0} {2}, {3} {5} в 2004 году.": ("2004", "asserted"),
    "Перу, которое {0} {2}, не {3} {5}.": ("", "negated"),
    "Перу {0} {2} и планирует {4} {5} в 2031 году.": ("2031", "planned"),
    "Перу {0} {2}, но может {4} {5}.": ("", "hypothetical"),
}


@pytest.mark.parametrize("second", SECOND)
@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("frame", PAIRS)
def test_two_steps_keep_their_bodies(frame: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    text = frame.format(*FIRST[first], *SECOND[second])
    told_first, told_second = ((step, "pe", body) for step, body in (first, second))
    assert told(text[0].upper() + text[1:]) == {(*told_first, "", "asserted"), (*told_second, *PAIRS[frame])}
