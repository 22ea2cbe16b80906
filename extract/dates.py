"""Cleaned text and its sentences in, every date as a mention with its EDTF value and bounds out."""

from collections.abc import Sequence

from extract.date_grammar import read_dates
from extract.date_tokens import date_tokens
from kb.edtf_bounds import bounds
from extract.relative_dates import Anchors, resolve
from kb.model import Mention, Sentence


def find_dates(text: str, sentences: Sequence[Sentence], published: str = "") -> tuple[Mention, ...]:
    """Dates in the order of the text.

    `published` is the ISO day, month or year from which "today" and "last year" count. `method` is `date:` and how the
    date bounds what is told (plain, since, until, by, before, after), and behind another colon where its year is from.
    """
    tokens = date_tokens(text, sentences)
    found = []
    for item, edtf, how in resolve(read_dates(tokens), Anchors(published)):
        earliest, latest = bounds(edtf)
        start, end = tokens[item.first].start, tokens[item.last - 1].end
        method = f"date:{item.relation}:{how}" if how else f"date:{item.relation}"
        lang = tokens[item.first].lang
        found.append(Mention("DATE", start, end, text[start:end], lang, None, edtf, earliest, latest, method))
    return tuple(found)
