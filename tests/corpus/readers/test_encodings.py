"""Encodings are told apart and read right."""

import pytest

from corpus.readers.encodings import NotTextError, decode

EN = "The five states met in spring — “a small step” — and agreed.\r\nNothing more was said.\n"
RU = "Весной пять государств собрались и договорились: «малый шаг» № 1.\r\nБольше ничего не сказали.\n"
KK = "Көктемде бес мемлекет жиналып, өзара келісті: «шағын қадам».\nҰзақ жол әлі алда, үміт мол, Һәм інжу.\n"
NAMES = "Министры обсудили вопрос в Алматы, затем в посёлке Қордай приняли решение о встрече весной.\n"
INNER = "Узбекистан вошёл в ЕврАзЭС позже других. Статус в МинФине обсудили.\n"
UKRAINIAN = "Рада ухвалила угоду, її підписали в Києві, а потім ґрунтовно переглянули з усіх боків.\n"


@pytest.mark.parametrize("text", [EN, RU, KK, "Одно слово"], ids=["en", "ru", "kk", "short"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_big_endian_mark() -> None:
    assert decode(b"\xfe\xff" + KK.encode("utf-16-be"))[0] == KK


def test_stray_byte() -> None:
    assert decode((RU * 9).encode() + b"\xff" + (RU * 9).encode()) == (RU * 9 + "\ufffd" + RU * 9, "utf-8")


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (RU, "cp1251", "cp1251"),
        (UKRAINIAN, "cp1251", "cp1251"),
        (INNER, "cp1251", "cp1251"),
        (RU.upper(), "cp1251", "cp1251"),
        (EN, "cp1251", "cp1251"),
        (KK, "kz1048", "kz1048"),
        (NAMES, "kz1048", "kz1048"),
        (EN + RU * 2 + KK, "kz1048", "kz1048"),
        ("The café near the court serves coffee to everyone who has to wait for a decision.", "cp1252", "cp1252"),
    ],
)
def test_single_byte(text: str, encoding: str, named: str) -> None:
    assert decode(text.encode(encoding)) == (text, named)


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)) * 20,
        b"\x00\x01\x02\x03" * 100,
        b"plain beginning\x00\x00\x00 and zero bytes",
        RU.encode("koi8-r", "ignore"),
        RU.encode("cp866", "ignore"),
        RU.encode("mac-cyrillic") * 3,
        INNER.encode("koi8-r"),
        INNER.encode("mac-cyrillic"),
        b"\x01\x02\x03\x04\x05\x06 text",
        b"\xff" * 1000,
    ],
    ids=["all", "control", "zero", "koi8", "dos", "mac", "koi8 names", "mac names", "signs", "filling"],
)
def test_not_text(raw: bytes) -> None:
    with pytest.raises(NotTextError, match="not text"):
        decode(raw)


@pytest.mark.parametrize(
    "raw",
    [RU.encode()[:-3], b"\xff\xfe" + KK.encode("utf-16-le")[:-1], KK.encode("utf-16-le")[:-1]],
    ids=["utf-8", "marked utf-16", "utf-16"],
)
def test_cut_off(raw: bytes) -> None:
    with pytest.raises(NotTextError, match=r"^truncated: ends inside a character of UTF"):
        decode(raw)


@pytest.mark.parametrize(("raw", "why"), [
    ((RU + "\0" + RU).encode(), f"not text: a zero byte at byte {len(RU.encode())}"),
    (b"plain\0text", "not text: a zero byte at byte 5"),
    ((RU + "\x01\x02\x03\x04" * 20).encode(), "not text: full of control characters"),
])  # fmt: skip
def test_good_utf8_is_told_from_another_encoding(raw: bytes, why: str) -> None:
    with pytest.raises(NotTextError, match=f"^{why}$"):
        decode(raw)


def test_much_damaged_utf8_is_no_gibberish_in_windows_1251() -> None:
    raw = "Казахстан подписал договор, Россия его ратифицировала".encode()
    holes = raw[:21] + raw[22:50] + b"\xc3(" + raw[52:70] + raw[71:]
    with pytest.raises(NotTextError, match=r"^not text: damaged UTF-8 at byte \d+$"):
        decode(holes)
    for text, page in (("Ёлки «Союз» — № 5, её устав", "cp1251"), ("Қазақстан және «Үндістан» ә", "kz1048")):
        assert decode(text.encode(page)) == (text, page)
