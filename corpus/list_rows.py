"""Two lines in, whether each is a row of its own out: "Founded: 1997", "1986 – Spain", "Georgia – 14 June 2000"."""

import re

# A row is short: a longer line is prose that was wrapped.
LONGEST = 240
SORTS = (
    # A label of at most five words: "Headquarters: Minsk".
    re.compile(r"[^\W\d_][^\W_]*(?:[ -][^\W_]+){0,4}:(?=\s|$)"),
    # A date and a dash, a colon or a bar: "5 October 2016 – Vietnam".
    re.compile(r"(?:\d{1,2}[. ](?:[^\W\d_]+|\d\d)[. ]\s?)?(?:1[89]|20)\d\d\s?(?:[^\W\d_]{1,5}\.?)?\s?[–—:|-]\s"),
    # A day of the year that stands above: "8 декабря – Беловежское соглашение".
    re.compile(r"\d{1,2}\s[^\W\d_]{3,9}\s[–—-]\s"),
    # A name and a dash, and a date at the end: "Georgia – 14 June 2000".
    re.compile(r"[^\W\d_][^\d.:;–—|]{1,44}\s[–—|-]\s[^;]{0,20}\b(?:1[89]|20)\d\d(?:\s?[^\W\d_]{1,5}\.?)?\s*[;,.]?$"),
    # A name and a date alone: "Georgia 14.06.2000".
    re.compile(
        r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3},?\s(?:\d{1,2}[. ](?:[^\W\d_]+|\d\d)[. ])?"
        r"(?:1[89]|20)\d\d\s?(?:[^\W\d_]{1,5}\.?)?[;,.]?$"
    ),
)
# A year over the days of a chronicle.
YEAR = re.compile(r"(?:1[89]|20)\d\d(?:\s(?:год|г))?[.:]?")


def sort_of(line: str) -> int:
    """Which sort of row it is; 0 for none."""
    if len(line) > LONGEST or line[:1].islower():
        return 0
    return next((number for number, sort in enumerate(SORTS, 1) if sort.match(line)), 0)


def apart(above: str, below: str) -> bool:
    """Two rows of one sort, a head with a colon and its first row, a year and its days are no one paragraph."""
    if YEAR.fullmatch(above) or YEAR.fullmatch(below):
        return True
    sort = sort_of(below)
    return sort > 0 and (sort_of(above) == sort or above.endswith(":"))
