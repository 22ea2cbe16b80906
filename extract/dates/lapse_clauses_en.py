"""English tokens in, what a number of years and a clause about another year say out.

"Joined in 1986, nine years before it left" is counted from 1986, "nine years after joining in 1986, it left" too.
"""

from extract.dates.tokens import LINE, Tokens

# Behind the unit of such a lapse: its date is told in the same sentence, or it is said with it.
BESIDE, OPENING = " beside", " opening"
# What follows "before" lies ahead of the date told, what follows "after" behind it.
_SIDES = {"before": 1, "after": -1}
_COUNTED, _CLOSED = frozenset({"year", "month"}), frozenset({"", ".", ";", ":", "!", "?", ")", "—", "–"})
_EXACT = frozenset({"just", "only", "barely", "exactly", "and", "but"})
# "Three years after that", "a year after the war": what tells nothing of its own, or has a date already.
_POINTING = frozenset({"that", "this", "then", ",", "war"})


def side_of_clause(tokens: Tokens, i: int, at: int, unit: str) -> int | None:
    """1 or -1, where behind a comma and a number of years "before" or "after" opens a clause without a date."""
    side = _SIDES.get(tokens[at].text) if tokens[at].lang == "en" and unit in _COUNTED else None
    lead = i - 1 - (tokens[i - 1].text in _EXACT)
    if side is None or tokens[lead].text != "," or tokens[at + 1].text in _POINTING | _CLOSED:
        return None
    k = at + 1
    while tokens[k].text not in _CLOSED and tokens[k].gap != LINE:
        if tokens[k].is_year or tokens[k].has("month") or tokens[k].has("later") or tokens[k].has("decade_name"):
            return None
        k += 1
    return side


def year_behind_opening(tokens: Tokens, i: int, at: int, count: int, unit: str) -> int | None:
    """The year that "two years after it had joined in 1993," leads to: only where the clause has one year."""
    side = _SIDES.get(tokens[at].text) if tokens[at].lang == "en" and unit == "year" else None
    first = i - (tokens[i - 1].text.lower() in _EXACT)
    if side is None or not tokens[first].opens:
        return None
    k, years = at + 1, list[int]()
    while tokens[k].text not in _CLOSED | {","} and tokens[k].gap != LINE:
        years += [tokens[k].num] if tokens[k].is_year else []
        k += 1
    return years[0] - side * count if len(years) == 1 and tokens[k].text == "," else None
