"""Letters of the wrong script inside words: a text and its language in, the same text with the right letters out.

Every replacement is one letter for one letter, so offsets stay.
"""

import re
from collections.abc import Set
from functools import cache

from extract.cleaning.scripts import CYRILLIC, LATIN
from extract.cleaning.spelling_tables import LookAlikes, look_alikes

JUNCTION = re.compile(f"[{LATIN}][{CYRILLIC}]|[{CYRILLIC}][{LATIN}]")
MIXED_WORD = re.compile(f"[{LATIN}{CYRILLIC}]+")
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
CYRILLIC_LETTER = re.compile(f"[{CYRILLIC}]")
# Letters typed or recognised for figures: behind a figure and before no letter; `l` only where a year or day has a 1.
ZERO = re.compile(r"(?<=\d)[OОoо]+(?![^\W\d_])")
ONE = re.compile(r"(?<!\w)l(?=\d)|(?<=(?<!\d)[12][09]\d)l(?!\w)")
SCHWA = str.maketrans("əƏǝƎ", "әӘәӘ")


def repair_letters(text: str, lang: str, words: Set[str]) -> str:
    """Roman figures in Latin letters, words in the script of most of their letters, `words` deciding abbreviations."""
    table = look_alikes()
    if CYRILLIC_LETTER.search(text):
        text = _roman_pattern().sub(lambda match: _as_roman(match[0], table), text)
        text = _lone_roman_pattern().sub(lambda match: table.roman[match[0]], text)
        if JUNCTION.search(text):
            text = MIXED_WORD.sub(lambda match: _in_one_script(match[0], lang, table), text)
        if lang == "ru":
            text = _single_pattern().sub(lambda match: table.to_cyrillic[match[0]], text)
    if lang == "kk" and not text.isascii():
        text = text.translate(SCHWA)
    text = _abbreviation_pattern(lang).sub(lambda match: _abbreviation(match[0], lang, table, words), text)
    return ONE.sub("1", ZERO.sub(lambda match: "0" * len(match[0]), text))


def _in_one_script(word: str, lang: str, table: LookAlikes) -> str:
    """Letters without a twin decide; where there are none, or of both scripts, the language or nothing does."""
    if not JUNCTION.search(word) or ROMAN.match(word):
        return word
    certain = [letter for letter in word if letter not in table.to_latin and letter not in table.to_cyrillic]
    cyrillic = sum(letter >= "\u0400" for letter in certain)
    if 0 < cyrillic < len(certain):
        return word
    to_cyrillic = cyrillic > 0 if certain else lang != "en"
    letters = table.to_cyrillic if to_cyrillic else table.to_latin
    return "".join(letters.get(letter, letter) for letter in word)


def _as_roman(word: str, table: LookAlikes) -> str:
    """`ХХІ` typed in Cyrillic; a word of С and М alone is an abbreviation."""
    latin = "".join(table.roman.get(letter, letter) for letter in word)
    return latin if ROMAN.match(latin) and not set("XVI").isdisjoint(latin) else word


def _abbreviation(word: str, lang: str, table: LookAlikes, words: Set[str]) -> str:
    """All its letters have twins, so only the rest of the document can tell the script."""
    letters = table.to_latin if lang == "en" else table.to_cyrillic
    other = "".join(letters[letter] for letter in word)
    return other if other.casefold() in words and not ROMAN.match(word) else word


@cache
def _abbreviation_pattern(lang: str) -> re.Pattern[str]:
    """Two to five capitals that all have a twin in the script of the language."""
    table = look_alikes()
    letters = table.to_latin if lang == "en" else table.to_cyrillic
    twins = "".join(letter for letter in letters if letter.isupper())
    return re.compile(f"(?<![\\w-])[{twins}]{{2,5}}(?!\\w)")


@cache
def _roman_pattern() -> re.Pattern[str]:
    return re.compile(f"(?<!\\w)[IVXLCDM{''.join(look_alikes().roman)}]{{2,}}(?!\\w)")


@cache
def _lone_roman_pattern() -> re.Pattern[str]:
    """One letter alone is a figure only before a word for century."""
    table = look_alikes()
    century = "|".join(sorted(table.century, key=len, reverse=True))
    return re.compile(f"(?<![\\w.])[ХІ](?= (?:{century})(?!\\w))")


@cache
def _single_pattern() -> re.Pattern[str]:
    """Prepositions and conjunctions of one letter, typed with the Latin twin, before a Cyrillic word."""
    table = look_alikes()
    letters = "".join(table.to_latin[letter] for letter in sorted(table.single))
    return re.compile(f"(?<![\\w.(])[{letters}](?= [{CYRILLIC}]{{2}})")
