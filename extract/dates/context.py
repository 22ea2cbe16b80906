"""What stands around a date in: whether four digits are a year, and how the date bounds what is told, out."""

from extract.dates.tokens import LINE, NO_GAP, Token, Tokens, word_list
from extract.dates.values import Piece

_CLOSING = frozenset({")", "]", ",", ";", ".", ":", "", "»", "”", '"', "?", "!"})
# Ranges of bare years are trusted only in the span that texts talk about.
_TRUSTED_FROM, _TRUSTED_TO = 1500, 2100
_SINGLE_FROM, _SINGLE_TO = 1800, 2100
# In lists only years that this field is about: any other number may stand there.
_CHRONICLE_FROM = 1900
_OPENING = frozenset({"", ".", "!", "?", ";", ":", "|", "•", "·", "*", "\n"})
_LOOK_BACK = 4
# As far ahead as the next name with its year may stand; the text ends with so many blanks.
_LIST_AHEAD = 8
# "At its 2021 summit", "since its 2001 founding".
_OWNERS = frozenset({"its", "their"})
_DATED_THINGS = frozenset(
    {"summit", "session", "meeting", "conference", "congress", "founding", "foundation", "creation", "establishment",
     "formation", "launch", "inception", "birth", "accession", "entry", "admission", "withdrawal", "exit", "departure",
     "suspension", "expulsion", "dissolution", "enlargement", "expansion", "charter", "constitution", "treaty"}
)  # fmt: skip
# Those that a page or a volume may be named with, too.
_PREPOSITIONS = frozenset({"С", "Со", "По", "Из", "От", "За", "Об", "О", "У", "Ко", "До", "Во"})
# "8th of December", "20-қаңтар": so near behind the number of a day stands its month.
_DAY_AHEAD = 4


def is_sure(tokens: Tokens, low: Piece, high: Piece) -> bool:
    """False for digits or a lone month word that nothing around them makes a date."""
    if not (low.weak and high.weak):
        return True
    if low.month is not None:
        return _month_has_context(tokens, low)
    if _is_blocked(tokens, low.first, high.last):
        return False
    if low is not high and low.year is not None and high.year is not None:
        return _TRUSTED_FROM <= low.year < high.year <= _TRUSTED_TO
    return is_plain_year(tokens, low.first, high.last)


def _month_has_context(tokens: Tokens, piece: Piece) -> bool:
    before = tokens[piece.first - 1]
    return before.has("year_preposition") or before.has("relation") or before.has("part") or before.lang == "kk"


def _is_blocked(tokens: Tokens, first: int, last: int) -> bool:
    """Pages, numbers of papers, things that are counted."""
    if _is_counted(tokens, last) or tokens[last].has("block_after"):
        return True
    for k in range(first - 1, max(first - 1 - _LOOK_BACK, -1), -1):
        token = tokens[k]
        if token.text in {"№", "#", "$", "€", "£", "₽", "₸", "¥", "+", "=", "<", ">", "×"}:
            return True
        if token.has("block") and _marks_number(tokens, k):
            return True
        letter = len(token.text) == 1 and token.text.isupper()
        if token.text not in {".", ":", "(", "-", "–", ","} and not token.is_number and not letter:
            return False
    return False


def _marks_number(tokens: Tokens, k: int) -> bool:
    """A short word such as `с` or `т` blocks only with its dot; `с 2006` is since 2006."""
    return len(tokens[k].text) > 2 or tokens[k + 1].text in {".", ":"} or tokens[k].text.lower() in {"pp", "no"}


def _is_counted(tokens: Tokens, last: int) -> bool:
    after = tokens[last]
    if after.text in {"%", "$", "€", "°", "₽", "₸", "‰"} or after.has("counted") or after.has("scale"):
        return True
    return _has_counted_ending(after) if after.lang == "ru" and after.text.islower() else False


def _has_counted_ending(token: Token) -> bool:
    """After a number a Russian noun stands in the plural genitive or locative; a year would be followed by a verb."""
    return not token.entry and token.text.endswith(("ах", "ях", "ов", "ев")) and len(token.text) > 3


def is_plain_year(tokens: Tokens, first: int, last: int) -> bool:
    """True where four digits without a word for year are one: after a preposition, in brackets, behind a comma."""
    token, before, after = tokens[first], tokens[first - 1], tokens[last]
    if not _SINGLE_FROM <= token.num <= _SINGLE_TO or (after.text in {"-", "/"} and after.gap == NO_GAP):
        return False
    if after.gap == NO_GAP and after.text.isalpha():
        return False
    if before.has("approximate") and after.lang == "ru" and after.text.islower() and not after.has("function"):
        # "около 2000 компаний": what is counted stands right behind.
        return False
    if before.has("year_preposition") or before.has("relation") or before.has("approximate"):
        return token.gap != NO_GAP or before.lang != "en"
    if before.text in {"(", "["}:
        return after.text in _CLOSING or after.is_dash
    if _in_chronicle(tokens, first, last):
        return True
    if token.lang == "kk" and _shares_year_word(tokens, first, last):
        return True
    if before.text in {",", ";", "’", "'"}:
        closed = after.text in _CLOSING or after.has("year_verb")
        return closed and token.gap != NO_GAP and not tokens[first - 2].is_number
    if after.text in {")", "]"}:
        return before.text.isalpha()
    if before.has("article") or before.has("part"):
        return after.text.isalpha()
    if before.text.lower() in _OWNERS and after.text.lower() in _DATED_THINGS:
        return True
    starts = before.text in {"", ".", "!", "?", "\n"} or token.gap == LINE
    return starts and after.has("year_verb")


def _shares_year_word(tokens: Tokens, first: int, last: int) -> bool:
    """`A 1984, B 1995, C 1999 жылы`: names with a year each, whose word stands behind the last of them."""
    if not tokens[first - 1].text[:1].isalpha() or tokens[last].text != "," or tokens[first].num < _CHRONICLE_FROM:
        return False
    for k in range(last, last + _LIST_AHEAD):
        token = tokens[k]
        if token.is_year:
            return tokens[k + 1].has("year") or _shares_year_word(tokens, k, k + 1)
        if not token.text[:1].isalpha() and token.text not in {",", "-"}:
            return False
    return False


def _in_chronicle(tokens: Tokens, first: int, last: int) -> bool:
    """Lists of events by year: `1991 — …; 1992 — …`, `2000: …`, a cell of a table, and `Армения — 1992,`."""
    token, before, after = tokens[first], tokens[first - 1], tokens[last]
    if not _CHRONICLE_FROM <= token.num <= _SINGLE_TO:
        return False
    apart = after.gap != NO_GAP and tokens[last + 1].gap != NO_GAP
    opens = before.text in _OPENING or token.gap == LINE or token.lang != before.lang
    if opens and ((after.is_dash and apart) or after.text in {":", "|"}):
        return tokens[last + 1].text[:1].isalpha() or tokens[last + 1].text in {"«", '"', "“"}
    if before.text == "," and after.is_dash and apart and tokens[last + 1].text[:1].isupper():
        return True
    if before.text in {"", "."} and after.text == "." and _opens_entry(tokens, last + 1):
        return True
    if token.opens and _heads_days(tokens, last):
        return True
    closed = after.text in _CLOSING or after.text == "|" or after.gap == LINE
    named = tokens[first - 2].text[:1].isupper() or tokens[first - 2].text in {"»", ")", '"'}
    named = named or after.text in {")", "]"}  # `(обе — 2009)`
    return before.is_dash and before.gap != NO_GAP and token.gap != NO_GAP and closed and named


def _heads_days(tokens: Tokens, at: int) -> bool:
    """ "1991. 8 декабря …", or alone in its line before a day or a month: what follows wants this year."""
    dotted = tokens[at].text in {".", ":"}
    at += dotted
    if not dotted and tokens[at].gap != LINE:
        return False
    at += tokens[at].has("part_preposition") or tokens[at].has("year_preposition") or tokens[at].has("relation")
    day = tokens[at].is_number and any(tokens[k].has("month") for k in range(at + 1, at + _DAY_AHEAD))
    return day or tokens[at].has("month")


def _opens_entry(tokens: Tokens, at: int) -> bool:
    """The first word of `1994. Речь в МГУ. 1995. Основан совет.`, and not the page of a book.

    `1990. С исчезновением …` opens one, `1990. С. 15` tells of a page.
    """
    token = tokens[at]
    if not (token.text.istitle() or token.text.isupper()) or token.gap == NO_GAP:
        return False
    if token.text in _PREPOSITIONS:
        return tokens[at + 1].text[:1].isalpha()
    return token.text in {"В", "К", "На"} or (len(token.text) > 2 and not token.has("block"))


def relation_of(tokens: Tokens, first: int, last: int) -> str:
    """since, until, by, before, after or plain, by the word before the date or, in Kazakh, behind it."""
    behind = tokens[last]
    if behind.has("relation_after"):
        return behind.name("relation_after")
    if is_ablative(tokens[last - 1]):
        return "since"
    at = first - 1
    while tokens[at].has("article") or tokens[at].has("weekday") or tokens[at].text == ",":
        at -= 1
    # "Dates back to 1994": the end of the way back is where it began.
    back = tokens[at].name("relation") == "until" and tokens[at - 1].has("backwards")
    return "since" if back else tokens[at].name("relation") or "plain"


def is_ablative(token: Token) -> bool:
    """Kazakh says "since" and "from" by the case alone: `2008 жылдан`, `1 қаңтардан`."""
    return token.lang == "kk" and token.text.lower().endswith(word_list("kk", "ablative_ending"))
