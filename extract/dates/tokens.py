"""Text and its sentences in, tokens with what their words may mean out; dates and quantities read these."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.language.vocabulary import NOTHING, Entry, Vocabulary, as_cyrillic, normal
from extract.tables import vocabulary
from kb.model import LANGUAGES, Sentence

KINDS = frozenset({
    "month", "month_short", "month_weak", "month_name", "year", "years", "year_adjective", "year_long", "century",
    "decade", "decade_name", "thousandth", "quarter", "quarter_code", "half", "half_code", "half_year", "third",
    "last", "season", "part", "part_adverb", "part_preposition",
    "day_name", "weekday", "of", "article", "and", "to", "between", "both_ends", "deictic",
    "same_mark", "today", "this_year", "period", "passed", "later", "ago", "after_lead", "relation", "relation_after",
    "year_preposition", "year_verb", "approximate", "approximate_after", "ordinal_suffix", "day_suffix",
    "decade_suffix", "case_suffix", "place_suffix", "count_suffix", "block", "block_after", "counted", "months_count",
    "overnight", "earlier", "street", "street_after", "function", "bound_genitive", "bound_locative", "bound_plural",
    "bound_plural_genitive", "verb_ending", "half_short", "vague_head", "exact",
    "first", "fiscal", "day_word", "next_day", "ablative_ending", "length_after", "cardinal", "ordinal", "scale",
    "ahead", "ahead_ending", "past", "past_ending", "present", "ahead_participle", "past_participle",
    "then", "too", "eve", "same_moment", "moment", "sitting", "whole", "from_there", "as_of", "rough",
    "determiner", "saying", "backwards",
})  # fmt: skip
# What is read in a sentence of another language. Not numerals: Kazakh ten is Russian "he".
_ABROAD = frozenset({"month", "month_short", "month_weak", "year", "years", "century", "day_name"})
_TABLES = ("numerals", "date_words")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|\S")
# Addresses hold digits that are no numbers of the text.
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\b10\.\d{4,9}/\S+")
_LONGEST_NUMBER = 9
DASHES = frozenset("-‐‑‒–—−")
NO_GAP, SPACE, LINE = 0, 1, 2


@dataclass(slots=True, eq=False)
class Token:
    """`num` is the value of a short run of digits, -1 for everything else; `gap` is what stands before the token.

    `opens`: it is the first of its sentence.
    """

    text: str
    start: int
    end: int
    lang: str
    entry: Entry
    num: int
    gap: int
    opens: bool = False

    def has(self, kind: str) -> bool:
        return kind in self.entry

    def number(self, kind: str) -> int | None:
        """The value of a kind that holds whole numbers."""
        value = self.entry.get(kind)
        return value if isinstance(value, int) else None

    def name(self, kind: str) -> str:
        return str(self.entry.get(kind, ""))

    @property
    def is_number(self) -> bool:
        return self.num >= 0

    @property
    def is_year(self) -> bool:
        return 1000 <= self.num <= 2199 and self.end - self.start == 4

    @property
    def is_dash(self) -> bool:
        return self.text in DASHES


Tokens = Sequence[Token]
# Stands around the text, so that a rule may look a few tokens ahead or back without asking for the length.
BLANK = Token("", 0, 0, "", NOTHING, -1, LINE)
_MARGIN = 12


def date_tokens(text: str, sentences: Sequence[Sentence]) -> list[Token]:
    """Tokens of all sentences in order, `BLANK` ones behind the last; index -1 is blank, too."""
    masked = _mask_addresses(text)
    found: list[Token] = []
    at = 0
    for sentence in sentences:
        start = max(sentence.start_char, at)
        at = max(at, sentence.end_char)
        before = len(found)
        for match in _TOKEN.finditer(masked, start, at):
            found.append(_token(match[0], match.start(), sentence.lang, found[-1].end if found else -1, text))
        if len(found) > before:
            found[before].opens = True
    found.extend([BLANK] * _MARGIN)
    return found


def _token(word: str, start: int, lang: str, before: int, text: str) -> Token:
    first = word[0]
    gap = NO_GAP if before == start else LINE if "\n" in text[max(before, 0) : start] else SPACE
    end = start + len(word)
    if first.isalpha():
        return Token(word, start, end, lang, meanings(word, lang), -1, gap)
    if first.isdecimal() and len(word) <= _LONGEST_NUMBER:
        return Token(word, start, end, lang, NOTHING, int(word), gap)
    return Token(word, start, end, lang, NOTHING, -1, gap)


def _mask_addresses(text: str) -> str:
    if "www." not in text and "http" not in text and "10." not in text:
        return text
    return _ADDRESS.sub(lambda match: "x" * len(match[0]), text)


@lru_cache(maxsize=100_000)
def meanings(word: str, lang: str) -> Entry:
    """What the word means in its language; names of months and words for year are known in the others, too."""
    key = normal(word)
    for code in (lang, *LANGUAGES):
        entry = _words(code if code in LANGUAGES else "en").look_up(key)
        if not entry and code == lang != "en" and key.isascii():
            entry = _words(code if code in LANGUAGES else "ru").look_up(as_cyrillic(key))
        if entry and code != lang:
            entry = {kind: value for kind, value in entry.items() if kind in _ABROAD}
            if "month" in entry:
                # Russian May is Kazakh butter: abroad a month needs its day or year beside it.
                entry["month_weak"] = 1
        if entry:
            return entry
    return NOTHING


@cache
def _words(lang: str) -> Vocabulary:
    return vocabulary(lang, _TABLES, KINDS)


@cache
def word_list(lang: str, kind: str) -> tuple[str, ...]:
    """The plain words of a kind, for endings that are tried on other words."""
    return _words(lang).words(kind)


_ROMAN = {"I": 1, "І": 1, "Ӏ": 1, "V": 5, "X": 10, "Х": 10, "i": 1, "і": 1, "v": 5, "x": 10, "х": 10}
_LONGEST_ROMAN = 7


def roman(word: str) -> int | None:
    """A Roman numeral up to 39, of Latin letters or their Cyrillic look-alikes."""
    if not word or word[0] not in _ROMAN or len(word) > _LONGEST_ROMAN or any(letter not in _ROMAN for letter in word):
        return None
    digits = [_ROMAN[letter] for letter in word]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-a if a < b else a for a, b in pairs)


@cache
def month_names(lang: str) -> tuple[tuple[str, int], ...]:
    """Month words as listed, for the comparison with misspelt ones; every stem with a common ending in Russian."""
    return _words(lang if lang in LANGUAGES else "en").forms("month")
