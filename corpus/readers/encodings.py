"""Bytes in, text out: UTF-8, UTF-16, windows-1251, its Kazakh variant KZ-1048 and windows-1252, told apart and read."""

import codecs
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WHITE = frozenset("\t\n\r\f\v\x85")
# Real texts hold a stray control character here and there, binary data is full of them.
_CONTROL_SHARE = 0.002
_CONTROL_SPARE = 2
_FAULT_SHARE = 0.001
_GOOD_FOR_FAULT = 20
# Letters of several bytes for each fault: a text of a single-byte page has next to none of them by chance.
_SURELY_UTF8 = 4
_FEWEST_GOOD = 8
_PLAUSIBLE_SHARE = 0.95
_LETTER_SHARE = 0.6
_INNER_CAPITALS = 0.03
_WORD = re.compile(r"[^\W\d_]+")
# In texts of these letters windows-1251 stands for itself: Ukrainian and Belarusian, which KZ-1048 has not.
_WESTERN_LETTERS = frozenset("єЄїЇґҐўЎ")
_SAMPLE = 200_000
_SHORT = 40


class NotTextError(ValueError):
    """The bytes are no text in an encoding that is read; the message says what they look like."""


def decode(raw: bytes) -> tuple[str, str]:
    """The text without its byte order mark, and the name of its encoding."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _checked(_strict(raw[len(mark) :], name), name)
    for read in (_utf8, _utf16, _single_byte):
        found = read(raw)
        if found is not None:
            return found
    raise NotTextError(_why_none(raw))


def _why_none(raw: bytes) -> str:
    """UTF-8 that holds what no text holds is said to be that."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "not text in UTF-8, UTF-16, windows-1251 or KZ-1048"
    zero = raw.find(b"\0")
    return f"not text: a zero byte at byte {zero}" if zero >= 0 else "not text: full of control characters"


def _strict(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        if error.reason in ("unexpected end of data", "truncated data"):
            raise NotTextError(f"truncated: ends inside a character of {name.upper()}") from error
        raise NotTextError(f"not text: damaged {name.upper()} at byte {error.start}") from error


def _checked(text: str, name: str) -> tuple[str, str]:
    if not _is_clean(text):
        raise NotTextError("not text: full of control characters")
    return text, name


def _is_clean(text: str) -> bool:
    """No zero byte, hardly any control characters."""
    if "\0" in text:
        return False
    control = sum(1 for char in text[:_SAMPLE] if unicodedata.category(char) == "Cc" and char not in _WHITE)
    return control <= _CONTROL_SPARE + _CONTROL_SHARE * min(len(text), _SAMPLE)


def _utf8(raw: bytes) -> tuple[str, str] | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut off has its one fault in the last three bytes, and letters of several bytes before it.
        cut = error.reason == "unexpected end of data" and not raw[: error.start].isascii()
        if cut:
            raise NotTextError("truncated: ends inside a character of UTF-8") from error
        return _damaged_utf8(raw, error.start)
    return (text, "utf-8") if _is_clean(text) else None


def _damaged_utf8(raw: bytes, where: int) -> tuple[str, str] | None:
    """A stray byte among many good characters: it reads as U+FFFD, and the text is not lost for it.

    With more of them it is refused, before it is read letter by letter as gibberish in windows-1251.
    """
    text = raw.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - faults
    few = faults <= max(1.0, _FAULT_SHARE * len(text)) and good >= _GOOD_FOR_FAULT * faults
    if few and _is_clean(text):
        return text, "utf-8"
    if good >= max(_FEWEST_GOOD, _SURELY_UTF8 * faults):
        raise NotTextError(f"not text: damaged UTF-8 at byte {where}")
    return None


def _utf16(raw: bytes) -> tuple[str, str] | None:
    """Without a mark: the byte order that gives letters of our scripts."""
    even = raw[: len(raw) & ~1]
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = even.decode(name)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        plain = sum(1 for char in sample if "\t" <= char < "\u0590" or "\u2010" <= char < "\u2300")
        if plain >= _PLAUSIBLE_SHARE * len(sample) and _is_clean(text) and any(map(str.isspace, sample)):
            if len(even) != len(raw):
                raise NotTextError("truncated: ends inside a character of UTF-16")
            return text, name
    return None


def _single_byte(raw: bytes) -> tuple[str, str] | None:
    for name in (_cyrillic_page(raw), "cp1252"):
        try:
            text = raw.decode(name)
        except UnicodeDecodeError:
            continue
        reads = _reads_latin if name == "cp1252" else _reads_cyrillic
        if _is_clean(text) and not _is_filling(text) and reads(text):
            return text, name
    return None


def _is_filling(text: str) -> bool:
    """One character again and again: a wiped disk reads so, since every byte is a letter of some page."""
    sample = text[:_SAMPLE]
    return len(sample) > _SHORT and sample.count(sample[0]) > _PLAUSIBLE_SHARE * len(sample)


def _cyrillic_page(raw: bytes) -> str:
    """KZ-1048 where the bytes in which it differs speak for Kazakh letters rather than Ukrainian or Belarusian."""
    western = kazakh = 0
    for byte, letter in _differing().items():
        if letter in _WESTERN_LETTERS:
            western += raw.count(byte)
        else:
            kazakh += raw.count(byte)
    return "kz1048" if kazakh and 4 * kazakh >= western else "cp1251"


@cache
def _differing() -> Mapping[int, str]:
    """Byte -> its letter in windows-1251, for the letters in which the two differ."""
    pairs = ((byte, bytes([byte]).decode("cp1251", "replace")) for byte in range(0x80, 0x100))
    return {byte: letter for byte, letter in pairs if bytes([byte]).decode("kz1048", "replace") != letter}


def _reads_cyrillic(text: str) -> bool:
    """Words of other single-byte Cyrillic encodings come out as signs, or with capitals inside."""
    sample = text[:_SAMPLE]
    high = [char for char in sample if char > "\x7f" and not char.isspace()]
    letters = sum(map(str.isalpha, high))
    words = _WORD.findall(sample)
    cyrillic = [word for word in words if word[0] > "\x7f"]
    mixed = sum(1 for word in words if not word.isascii() and any(map(str.isascii, word)))
    # A name such as `ЕврАзЭС` has capitals inside too, but begins with one: what is misread begins small.
    small = (word for word in cyrillic if word[0].islower())
    inner = sum(1 for word in small if any(a.islower() and b.isupper() for a, b in pairwise(word)))
    if letters < _LETTER_SHARE * len(high):
        # English with quotation marks and dashes, which this page shares with windows-1252.
        return letters == 0 and sum(map(str.isascii, sample)) > _PLAUSIBLE_SHARE * len(sample)
    return inner <= _INNER_CAPITALS * len(cyrillic) and 2 * mixed <= len(cyrillic)


def _reads_latin(text: str) -> bool:
    """Western European: a few accented letters among plain ones."""
    sample = text[:_SAMPLE]
    letters = [char for char in sample if char.isalpha()]
    return sum(map(str.isascii, letters)) > 0.9 * len(letters) and sum(map(str.isascii, sample)) > 0.9 * len(sample)
