"""Cleaned text and its tokens in, every date as a mention with its EDTF value and bounds out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.dates.grammar import Found, read_dates
from extract.dates.resolved import Anchors, resolve
from extract.dates.tokens import Tokens
from extract.dates.turns import in_turn
from kb.edtf_bounds import bounds
from kb.model import Mention

# Methods of dates that are counted from another one.
_COUNTED = (":relative", ":lapse")
# "(Linn, 2012: 64; Vinokurov, 2018)": an open bracket, an author and a comma before a year of publication.
_CITATION = re.compile(r"[(\[][^()\[\]]*[^\W\d_]{2,}\.?,\s*$")
_CITED = 120
_DAY, _YEAR = re.compile(r"-\d\d-\d\d$"), re.compile(r"\d{4}")
_THAT_DAY, _BEFORE = re.compile(r"\bв этот (?:же )?день,? (?:но )?в $", re.IGNORECASE), 24
_APPOSED = re.compile(r",\s*|\s*\(\s*|\s*[—–-]\s*")


def find_dates(text: str, tokens: Tokens, published: str = "") -> tuple[Mention, ...]:
    """Dates in the order of the text.

    `published` is the ISO day, month or year from which "today" and "last year" count. `method` is `date:` and how the
    date bounds what is told (plain, since, until, by, before, after), and behind another colon where its year is from.
    """
    found = []

    def cited(item: Found) -> bool:
        at = tokens[item.first].start
        return item.low.month is None and bool(_CITATION.search(text[max(0, at - _CITED) : at]))

    for item, edtf, how in resolve(tokens, in_turn(tokens, tuple(read_dates(tokens))), Anchors(published), cited):
        earliest, latest = bounds(edtf)
        start, end = tokens[item.first].start, tokens[item.last - 1].end
        method = f"date:{item.relation}:{how}" if how else f"date:{item.relation}"
        lang = tokens[item.first].lang
        found.append(Mention("DATE", start, end, text[start:end], lang, None, edtf, earliest, latest, method))
    return _explained(text, _on_that_day(text, found))


def _on_that_day(text: str, dates: Sequence[Mention]) -> list[Mention]:
    """ "2 April is the Day of Unity. On this day in 1996 …": the Russian day said before, of that year."""
    done = list(dates)
    for i, (first, second) in enumerate(pairwise(dates)):
        day = _DAY.search(first.edtf or "")
        year = _YEAR.fullmatch(second.edtf or "")
        if day and year and _THAT_DAY.search(text[max(0, second.start_char - _BEFORE) : second.start_char]):
            edtf = f"{year[0]}{day[0]}"
            earliest, latest = bounds(edtf)
            done[i + 1] = replace(second, edtf=edtf, earliest=earliest, latest=latest)
    return done


def _explained(text: str, dates: Sequence[Mention]) -> tuple[Mention, ...]:
    """ "On the same day, 18 November 2011": the date behind the comma says which day is meant."""
    done = list(dates)
    for i, (first, second) in enumerate(pairwise(dates)):
        between = text[first.end_char : second.start_char]
        if first.method.endswith(_COUNTED) and not second.method.endswith(_COUNTED) and _APPOSED.fullmatch(between):
            done[i] = replace(first, edtf=second.edtf, earliest=second.earliest, latest=second.latest)
    return tuple(done)
