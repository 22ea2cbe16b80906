"""A line that announces members and the items below it in, a claim for each country that an item names out."""

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_claim, dated_from
from extract.language.tokens import fold, tokenise
from kb.model import Claim, Mention, Sentence

_BULLET = re.compile(r"\s*(?:[•·▪●○*–—-]|\d{1,2}[.)]|[^\W\d_]\))\s*")
_BREAK = re.compile(r"\n|\s[•·▪●○*–—-]\s|\s\d{1,2}[.)]\s")
# Russian lists are read as parts of their page.
_READ_ELSEWHERE = frozenset({"ru"})
_BRACKET = re.compile(r"\([^()]*\)")
# What may stand between the names of a line.
_BETWEEN = frozenset({*map(fold, ("и", "және")), "and", "the"})
# A line with more words is no head, an item that says more than name and date is read as a sentence.
_HEAD_WORDS, _ITEM_WORDS, _FIRST, _SHORT = 9, 5, 4, 2


def find_list_claims(
    text: str, rows: Sequence[Filled], heads: Mapping[str, Sequence[str]], memory: Memory
) -> Iterator[Claim]:
    """`heads`: type -> stems of the words that announce it."""
    what: tuple[str, str] | None = None
    for sentence, mentions in (row for row in rows if row[0].lang not in _READ_ELSEWHERE):
        line = text[sentence.start_char : sentence.end_char]
        bullet = _BULLET.match(line)
        opens = _opens(sentence, mentions, bullet.end() if bullet else 0)
        led = _led(sentence, mentions)
        plain = opens and _names_only(text, sentence, mentions)
        if what and ((((bullet and opens) or led) and _is_bare(text, sentence, mentions)) or plain):
            for line_mentions in _lines(text, mentions):
                yield from _item(text, sentence, line_mentions, what)
        else:
            what = _announced(line, sentence, mentions, heads, memory)


def _announced(
    line: str, sentence: Sentence, mentions: Sequence[Mention], heads: Mapping[str, Sequence[str]], memory: Memory
) -> tuple[str, str] | None:
    """Type and body of the list below a short line without countries of its own."""
    words = [fold(t.text) for t in tokenise(line)]
    headed = line.rstrip().endswith(":") or sentence.kind == "title" or (line.endswith(".") and len(words) <= _SHORT)
    if any(m.label == "COUNTRY" for m in mentions) or not headed:
        return None
    named = [m for m in mentions if m.label == "ORG" and m.entity_id]
    inside = sum(len(list(tokenise(m.text))) for m in named)
    joined = " ".join(words)
    kinds = [kind for kind, stems in heads.items() if any(f" {fold(s)}" in f" {joined}" for s in stems)]
    body = named[-1].entity_id if named else memory.body(sentence.start_char)
    if not kinds or not body or len(words) - inside > _HEAD_WORDS:
        return None
    return kinds[0], body


def _led(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """ "1995 – A and B": the item begins with a date."""
    named = [m for m in mentions if m.label in {"COUNTRY", "DATE"}][:2]
    first = named[0] if len(named) > 1 else None
    return first is not None and first.label == "DATE" and first.start_char <= sentence.start_char + _FIRST


def _opens(sentence: Sentence, mentions: Sequence[Mention], at: int) -> bool:
    """The item begins with a country."""
    named = [m for m in mentions if m.label == "COUNTRY" and m.entity_id]
    return bool(named) and named[0].start_char <= sentence.start_char + at + _FIRST


def _names_only(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """ "22 member states:", and below one name a line without any bullet: nothing but names, dates and marks.

    What stands in brackets behind a name ("B (suspended in 2012)") may say more.
    """
    at, outside = sentence.start_char, ""
    for m in mentions:
        outside += text[at : max(at, m.start_char)]
        at = max(at, m.end_char)
    said = {fold(t.text) for t in tokenise(_BRACKET.sub(" ", outside + text[at : sentence.end_char]))}
    alone = all(word in _BETWEEN or not word[:1].isalpha() for word in said)
    return alone and text[sentence.start_char - 1 : sentence.start_char] in {"", "\n"}


def _is_bare(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Little beside names and dates."""
    at, outside = sentence.start_char, ""
    for m in mentions:
        outside += text[at : max(at, m.start_char)] + " "
        at = max(at, m.end_char)
    words = [t for t in tokenise(outside + text[at : sentence.end_char]) if t.text[0].isalpha()]
    return len(words) <= _ITEM_WORDS


def _lines(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The mentions of each line of what counts as one sentence for want of stops."""
    line: list[Mention] = []
    head = next((m.label for m in mentions if m.label in {"COUNTRY", "DATE"}), "")
    for m in mentions:
        if line and m.label == head and _BREAK.search(text[line[-1].end_char : m.start_char]):
            yield line
            line = []
        line.append(m)
    if line:
        yield line


def _item(text: str, sentence: Sentence, mentions: Sequence[Mention], what: tuple[str, str]) -> Iterator[Claim]:
    dates = [m for m in mentions if m.label == "DATE" and m.edtf]
    countries = [m for m in mentions if m.label == "COUNTRY" and m.entity_id]
    # "A, B (left in 1998), C": what a bracket says is of one name.
    shared = len(dates) == 1 and (len(countries) == 1 or not _bracketed(text, sentence, dates[0]))
    when = dated_from(what[0], dates[0] if shared else None)
    for country in countries:
        yield bare_claim(text, sentence, what[0], str(country.entity_id), what[1], when)


def _bracketed(text: str, sentence: Sentence, date: Mention) -> bool:
    """Whether a bracket that opened before the date is still open there."""
    before = text[sentence.start_char : date.start_char]
    return before.count("(") > before.count(")")
