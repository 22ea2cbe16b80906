"""Cleaned text and its segments in, sentences out, each with the language and kind of its segment."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.cleaning.short_years_ru import only_dates
from extract.language import russian
from extract.tables import check_keys, read_table
from kb.errors import TableError
from kb.model import LANGUAGES, Segment, Sentence

# A stop, what closes behind it (quotes, brackets, a note like [3]), then white space.
STOP = re.compile(r"[.!?…]+[»”\"'’)\]*_¹²³⁰⁴⁵⁶⁷⁸⁹]*(?:\s?\[\d[^\]]{0,20}\])?(?=\s|\Z)")
NEXT = re.compile(r"\s+[«“\"'‘(\[–—-]*\s?(?P<word>(?P<first>\S)\w*)")
# "… а в 1999 г. — Таджикистан": a dash on the same line goes on with its sentence.
DASHED = re.compile(r"[^\S\n]+[–—-][^\S\n]")
TOKEN = re.compile(r"[^\W_](?:[\w.-]*\w)?\Z")
ITEM = re.compile(r"(?:\d{1,3}|[^\W\d_])\Z")
DAY = re.compile(r"\d{1,2}\Z")
BRACKETS = {"(": ")", "[": "]"}
# The longest stretch that is looked back over for the word before a stop or an open bracket.
REACH = 24
BRACKET_REACH = 600
WHOLE_KINDS = frozenset({"title", "keywords", "caption", "reference"})
# "In 2014 Russia …" with its year written short: so few words make no sentence.
YEAR_WORDS = 6
# No sentence is longer. A text without stops is cut, for later stages compare all names of a sentence, and taggers
# need memory by the longest one.
LONGEST = 3_000
# So far behind a stop a predicate is looked for.
AHEAD = 200
YEAR_RU = frozenset({"г", "гг"})
# As far back from a short year a verb may wait for what stands behind the year.
AWAITED, PREPOSITION = 7, 2
# "Договора" is a nominative in speech only.
COLLOQUIAL = frozenset({"договора"})
DASHES, RELATIVE = frozenset("-–—"), "котор"
ENDING = re.compile(r"[.!?…;\n](?:\s|\Z)")
# The verb of a Kazakh sentence stands behind its date.
YEAR_KK = frozenset({"ж", "жж"})
OWNED, OWNED_AND_COLON = ("жылы", "күні", "уақыты", "мерзімі"), ("жылы:", "күні:", "уақыты:", "мерзімі:")
PREDICATES = frozenset({"VERB", "PRTS"})
KEYS = ("inside", "before_figure", "before_name", "year", "before_day", "maybe", "starters")


@dataclass(frozen=True, slots=True)
class ShortForms:
    inside: frozenset[str]
    before_figure: frozenset[str]
    before_name: frozenset[str]
    year: frozenset[str]
    before_day: frozenset[str]
    maybe: frozenset[str]
    starters: frozenset[str]


def find_sentences(clean_text: str, segments: Sequence[Segment]) -> tuple[Sentence, ...]:
    """In cleaned offsets and order. A heading is one sentence, so is each row of a table."""
    return tuple(sentence for segment in segments for sentence in _of_segment(clean_text, segment))


def split_sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """Bounds of the sentences of one string of running text."""
    bounds = [0, *_stops(text, short_forms(lang)), len(text)]
    return [span for span in (_trim(text, *pair) for pair in pairwise(bounds)) if span[0] < span[1]]


def _of_segment(text: str, segment: Segment) -> Iterator[Sentence]:
    piece = text[segment.start_char : segment.end_char]
    if segment.kind == "table":
        spans = [_trim(piece, *row.span()) for row in re.finditer(r"[^\n]+", piece)]
    elif segment.kind in WHOLE_KINDS:
        spans = [_trim(piece, 0, len(piece))]
    else:
        spans = split_sentences(piece, segment.lang)
    for start, end in (part for span in spans for part in _parts(piece, *span)):
        yield Sentence(segment.lang, segment.start_char + start, segment.start_char + end, segment.kind)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, or between words what is too long for one."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        yield start, cut if cut > 0 else start + LONGEST
        start = cut + 1 if cut > 0 else start + LONGEST
    if start < end:
        yield start, end


def _stops(text: str, forms: ShortForms) -> Iterator[int]:
    begun = 0
    for match in STOP.finditer(text):
        following = NEXT.match(text, match.end())
        if following and _ends_sentence(text, match, following, forms, begun):
            begun = match.end()
            yield begun


def _ends_sentence(text: str, stop: re.Match[str], following: re.Match[str], forms: ShortForms, begun: int) -> bool:
    first = following["first"]
    if first.islower() or first in ",;:)]»”№" or _inside_brackets(text, stop.end()):
        return False
    if stop[0] != ".":
        bracketed = stop[0] == ".)" and "\n" not in following[0]
        return not (bracketed and _dated_in_brackets(text[begun : stop.start()], forms))
    token = TOKEN.search(text, max(begun, stop.start() - REACH), stop.start())
    if token is None:
        return True
    word = token[0].lower()
    pair = _spaced_pair(text, token)
    if word == "г" and not _has_figure(text[begun : token.start()]):
        return False
    if (word in forms.before_day or pair in forms.before_day) and DAY.match(following["word"]):
        return False
    initial = len(token[0]) == 1 and token[0].isupper() and first.isupper()
    if not initial and (word in forms.year or pair in forms.year):
        if DASHED.match(following[0]) or (word in YEAR_RU and _only_goes_on(text, following.start("word"))):
            return False
        if following["word"].lower() in forms.starters:
            return True
        if word in YEAR_RU and only_dates(text[begun : token.start()], text[following.start("word") :][:AHEAD]):
            return False
        if word in YEAR_KK and not _closes_entry(text[begun : token.start()]):
            return False
        before = text[begun : stop.start()].split(None, YEAR_WORDS)
        ends = len(before) > YEAR_WORDS or _has_predicate(word, before)
        return ends and not (word in YEAR_RU and _awaited(text, begun, stop, following))
    if word in forms.before_name:
        return following["word"].lower() in forms.starters
    if not initial and (word in forms.maybe or pair in forms.maybe):
        return True
    return not _goes_on(text[max(begun, token.start() - REACH) : token.start()], token[0], first, forms)


def _dated_in_brackets(before: str, forms: ShortForms) -> bool:
    """ "Протоколом A (март 1996 г.) B была …": what opens its brackets within the sentence does not end it."""
    said, opened, inside = before.rpartition("(")
    last = "".join(inside.split()[-1:])
    return bool(opened) and any(c.isalpha() for c in said) and last in forms.year


def _only_goes_on(text: str, at: int) -> bool:
    """ "Was founded in 1991 г. by A and B.": what stands in no nominative and has no predicate is no sentence."""
    words = [w for w in re.split(r"[\s,;:()]+", text[at : at + AHEAD].split("\n\n")[0]) if w]
    last = next((k for k, w in enumerate(words) if w[-1] in ".!?" and len(w) > len("Н.А.")), len(words))
    rest = [w.strip('«»"“”.!?') for w in words[: last + 1]]
    first = next((w for w in rest if len(w.strip(".")) > 1 and "." not in w), "")
    nominative = any(case in {"nomn", None} for _, case, _ in russian.readings(first))
    if not first.isalpha() or (nominative and first.lower() not in COLLOQUIAL):
        return False
    return not any(russian.readings(w)[0][0] in PREDICATES for w in rest if w.isalpha() and len(w) > 1)


def _has_predicate(word: str, before: Sequence[str]) -> bool:
    """ "The Charter was signed in 1994 г." is complete; "in 1994 г." only opens a sentence."""
    if word not in YEAR_RU:
        return False
    return any(russian.readings(w)[0][0] in PREDICATES for w in before if w.islower() and w.isalpha() and len(w) > 3)


def _opens_noun(words: Sequence[str]) -> bool:
    """ "Подписанный Россией в 1996 г. Договор": a participle that opens a sentence has its noun before any verb."""
    opened = bool(words) and russian.readings(words[0])[0][:2] == ("PRTF", "nomn")
    return opened and not any(russian.takes(w) or russian.is_part(w, "VERB") for w in words if w.islower())


def _waiting(words: Sequence[str]) -> tuple[str, str]:
    """The case that the last verb waits for, with nothing but dates and places behind it, and the verb."""
    for k in range(len(words) - 1, -1, -1):
        plain = words[k].islower() and words[k].isalpha()
        case = (russian.takes(words[k]) or russian.converb_takes(words[k])) if plain else ""
        if case:
            return case, words[k]
        beside = words[max(0, k - 1)] + words[min(k + 1, len(words) - 1)]
        placed = len(words[k]) <= PREPOSITION or (words[k][0].isupper() and len(words[max(0, k - 1)]) <= PREPOSITION)
        if not placed and not any(c.isdigit() for c in words[k] + beside):
            return "", ""
    return "", ""


def _own_clause(words: list[str], verb: str) -> list[str]:
    """What stands behind the year up to a clause with "который"; behind a converb up to any comma."""
    for k, word in enumerate(words[:-1]):
        hung = any(w.startswith(RELATIVE) for w in words[k + 1 : k + 3])
        if word.endswith(",") and (hung or russian.is_part(verb, "GRND")):
            return words[: k + 1]
    return words


def _awaited(text: str, begun: int, stop: re.Match[str], following: re.Match[str]) -> bool:
    """ "Подписали в 1996 г. Соглашение о границе": no verb stands behind the year, and the one before waits for it."""
    if _opens_noun(text[begun : stop.start()].split()):
        return True
    closed = ENDING.search(text, following.start("word"))
    rest = text[following.start("word") : closed.start() if closed else len(text)].split()
    wanted, verb = _waiting(text[begun : stop.start()].split()[-AWAITED:])
    rest = _own_clause(rest, verb)
    if not wanted or not rest or any(w in DASHES or russian.takes(w) for w in rest if w.islower() or w in DASHES):
        return False
    word = following["word"]
    return word.isupper() or (
        any(case == wanted for _, case, _ in russian.readings(word)[:2])
        and (wanted == "accs" or not russian.is_case(word, "nomn"))
    )


def _closes_entry(before: str) -> bool:
    """ "Құрылған жылы – 1996 ж.": only where a mark asks for the year no verb stands behind it in Kazakh."""
    words = before.split()
    marked = len(words) > 2 and words[-2] in {"–", "—", "-", ":"} and words[-3].endswith(OWNED)
    return marked or (len(words) > 1 and words[-2].endswith(OWNED_AND_COLON))


def _has_figure(before: str) -> bool:
    """`2014 г.` is a year; without a figure right before it `г.` stands for a city and belongs to its name."""
    return any(c.isdigit() for c in (before.split() or [""])[-1])


def _goes_on(before: str, token: str, first: str, forms: ShortForms) -> bool:
    """The full stop behind this token belongs to a short form, initials or the number of a list item."""
    word = token.lower()
    last = word.rsplit(".", 1)[-1]
    if word in forms.inside or (len(last) > 1 and last in forms.inside):
        return True
    if first.isdigit() and (word in forms.before_figure or last in forms.before_figure):
        return True
    if len(last) == 1 and last.isalpha() and token[-1].isupper():
        return True
    return ITEM.match(word) is not None and not before.strip(" –—-•(")


def _spaced_pair(text: str, token: re.Match[str]) -> str:
    """`т. б` for the `б` behind `т. `: short forms of two words are written with a space too."""
    before = text[max(0, token.start() - 3) : token.start()]
    return f"{before[0]}.{token[0]}".lower() if len(before) == 3 and before[1:] == ". " else ""


def _inside_brackets(text: str, position: int) -> bool:
    """A bracket that was opened before and is closed behind holds the stop."""
    start = max(0, position - BRACKET_REACH)
    for opening, closing in BRACKETS.items():
        opened = text.rfind(opening, start, position)
        if opened > text.rfind(closing, start, position):
            closed = text.find(closing, position, position + BRACKET_REACH)
            again = text.find(opening, position, position + BRACKET_REACH)
            if closed >= 0 and (again < 0 or closed < again):
                return True
    return False


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


@cache
def short_forms(lang: str) -> ShortForms:
    """The table of a language; English where there is none."""
    known = lang if lang in LANGUAGES else "en"
    rows = read_table(known, "abbreviations")
    check_keys(f"{known}/abbreviations.yml", rows, KEYS)
    for key in KEYS:
        words = rows.get(key)
        if not isinstance(words, list) or not all(isinstance(word, str) and word == word.lower() for word in words):
            raise TableError(f"{known}/abbreviations.yml: {key}: a list of lower-case words is expected")
    return ShortForms(*(frozenset(rows[key]) for key in KEYS))
