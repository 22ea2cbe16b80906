"""Words run together or torn apart: a text in, the places where a space goes in or a dash is drawn close out."""

import re
from collections.abc import Iterator
from functools import cache

from extract.cleaning.mapped_text import Edit
from extract.cleaning.scripts import CYRILLIC, LOWER, UPPER, capitals
from extract.cleaning.spelling_tables import spelling
from extract.tables import read_table

# Five letters before and after: shorter halves are names like EurAsEC, YouTube, КазМунайГаз.
CAMEL = re.compile(f"(?<=[^\\W\\d_])[{LOWER}]{{4}}(?=[{UPPER}][{LOWER}]{{4}})")
INNER_CAPITAL = re.compile(f"[{LOWER}][{UPPER}]")
COMMA = re.compile(r"[^\W\d_],(?=[^\W\d_]{2})")
SENTENCE = re.compile(f"[{LOWER}]{{3}}[.!?](?=[{UPPER}][{LOWER}]{{2}})")
# Kazakh and Russian words behind a figure; 21st, 90s and 3D are words, and Latin units are short. Its last digit is
# enough: `\d+` would be tried from every digit of a long one.
FIGURE = re.compile(f"(?<![^\\W\\d]|[-.,])\\d(?=[{CYRILLIC}]{{3}}|[a-z]{{5}})")


def find_glue_edits(text: str, lang: str) -> list[Edit]:
    """Spaces to put in, with nothing received behind them."""
    patterns = (COMMA, SENTENCE, CAMEL) if INNER_CAPITAL.search(text) else (COMMA, SENTENCE)
    spots = {match.end() for pattern in patterns for match in pattern.finditer(text)}
    spots.update(match.end() for match in FIGURE.finditer(text) if text[match.end()].islower())
    ended = _glued_ending_pattern(lang)
    if ended:
        spots.update(match.end() for match in ended.finditer(text))
    marks = _year_mark_pattern(lang)
    if marks:
        spots.update(match.end() for match in marks.finditer(text))
    months = _year_and_month_pattern(lang)
    spots.update(match.end() for match in months.finditer(text))
    return [(spot, spot, " ") for spot in sorted(spots)]


def find_dash_edits(text: str, lang: str) -> Iterator[Edit]:
    """A dash between an abbreviation or a figure and its own ending becomes a hyphen without spaces."""
    for pattern, of_figures in ((_ending_pattern(lang), False), (_ordinal_pattern(lang), True)):
        if pattern is None:
            continue
        for match in pattern.finditer(text):
            if of_figures or capitals(match[1]) > 1:
                yield match.start(2), match.end(2), "-"


@cache
def _glued_ending_pattern(lang: str) -> re.Pattern[str] | None:
    """An abbreviation with its ending, run together with a name: `ТМД-данГрузия`."""
    endings = spelling(lang).endings
    return re.compile(f"\\b[{UPPER}]{{2,}}-(?:{_choice(endings)})(?=[{UPPER}][{LOWER}]{{3}})") if endings else None


@cache
def _year_mark_pattern(lang: str) -> re.Pattern[str] | None:
    marks = spelling(lang).year_marks
    return re.compile(f"(?<!\\d)\\d{{4}}(?=(?:{_choice(marks)})(?!\\w))") if marks else None


@cache
def _year_and_month_pattern(lang: str) -> re.Pattern[str]:
    """A month run together with the year before it: `1999 жылғысәуірде`."""
    words = read_table(lang, "date_words")
    months, years = (frozenset(str(word).split("~")[0] for word in words[key]) for key in ("month", "year"))
    return re.compile(f"\\b\\d{{4}} (?:{_choice(years)})[{LOWER}]{{0,3}}?(?={_choice(months)})")


@cache
def _ending_pattern(lang: str) -> re.Pattern[str] | None:
    endings = spelling(lang).endings
    return re.compile(rf"\b(\w+)( [-–—]+ ?|[-–—]+ |[–—])(?:{_choice(endings)})(?![\w-])") if endings else None


@cache
def _ordinal_pattern(lang: str) -> re.Pattern[str] | None:
    ordinals = spelling(lang).ordinals
    return re.compile(rf"(?<!\w)(\d+)( [-–—]+ ?|[-–—]+ |[–—])(?:{_choice(ordinals)})(?![\w-])") if ordinals else None


def _choice(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
