"""Dates as read in, the same out with the year that stands only behind the last of several told in turn."""

from collections.abc import Sequence
from dataclasses import replace

from extract.dates.grammar import Found
from extract.dates.tokens import Token, Tokens

# No more stands between the days of `A 24 сентября, B — 9 декабря, C — 31 декабря 1993 г.`.
_BETWEEN = 8
_ON = "on"
_ENDS = frozenset({"", ".", "!", "?", ";", ":", "\n"})


def _leads(token: Token) -> bool:
    return token.is_dash or token.text == _ON


def _runs_on(tokens: Tokens, before: Found, day: Found) -> bool:
    """ "Joined on 6 June 2019, left on 6 September, joined again on 27 October 2021": the first year goes on."""
    first, second = before.low, day.low
    said = first.year is not None and first.month is not None and before.high is None
    said = said and (first.month or 0, first.day or 0) < (second.month or 0, second.day or 0)
    same = not any(tokens[n].text in _ENDS - {")"} for n in range(before.last, day.first))
    return said and same


def in_turn(tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """A day without year takes the year of the later day that follows it behind a name and a dash or "on"."""
    done = list(found)
    for k in range(len(done) - 2, -1, -1):
        low, following = done[k].low, done[k + 1].low
        bare = done[k].high is None and low.year is None and low.shift is None and low.day and low.month
        dated = done[k + 1].high is None and following.year is not None and following.day and following.month
        if not bare or not dated or (low.month, low.day) >= (following.month, following.day):
            continue
        if k and tokens[done[k].first].lang == "en" and _runs_on(tokens, done[k - 1], done[k]):
            continue
        between = [tokens[n] for n in range(done[k].last, done[k + 1].first)]
        if len(between) <= _BETWEEN and between and _leads(between[-1]) and not any(t.text in _ENDS for t in between):
            done[k] = replace(done[k], low=replace(low, year=following.year))
    return done
