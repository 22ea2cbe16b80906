"""Which of en, ru, kk a piece of text is in: a string in, a language and the strength of its evidence out.

Rules of script, letters, function words and endings: they know short headings that statistical guessers lose,
and cost nothing to load.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.tables import language_signs

LATIN_RUN = re.compile("[A-Za-z]+")
LATIN_WORD = re.compile(r"\b[a-z]{2,}\b")
CYRILLIC_WORD = re.compile("[\u0400-\u052fəƏ]+")
# Beyond this many letters more evidence changes nothing and only costs time.
SAMPLE = 4000
LETTER_POINTS = 2.0
WORD_POINTS = 2.0
ENDING_POINTS = 1.0
# Kazakh letters make up 15-25 % of Kazakh text; Russian text full of Kazakh names stays below 3 %.
KAZAKH_SHARE = 0.06
SURE_POINTS = 3.0
ENDING_LENGTHS = (4, 3, 2)


@dataclass(frozen=True, slots=True)
class Guess:
    """`points` is the lead over the runner-up; `sure` says that no context is needed."""

    lang: str
    points: float
    letters: int

    @property
    def sure(self) -> bool:
        return self.points >= SURE_POINTS


def guess_language(text: str) -> Guess:
    """The language that the text itself speaks for; `lang` is empty where it has no letters or no sign at all."""
    sample = text[:SAMPLE]
    latin = sum(map(len, LATIN_RUN.findall(sample)))
    words = CYRILLIC_WORD.findall(sample)
    cyrillic = sum(map(len, words))
    if not latin and not cyrillic:
        return Guess("", 0.0, 0)
    if latin > cyrillic:
        # Names and abbreviations alone (COVID-19, WTO) stand in texts of any language.
        plain = sum(map(len, LATIN_WORD.findall(sample)))
        if not cyrillic or plain > cyrillic / 4:
            return Guess("en", (plain or latin / 4) / 2, latin + cyrillic)
    return _guess_cyrillic(sample, words, latin + cyrillic)


def is_latin(text: str) -> bool:
    """Whether most letters are Latin."""
    latin = sum(map(len, LATIN_RUN.findall(text)))
    return 2 * latin > sum(map(str.isalpha, text))


def detect_language(text: str, default: str = "ru") -> str:
    """One language for a whole text; `default` where nothing speaks for any."""
    return guess_language(text).lang or default


def settle(guesses: Iterable[Guess], default: str) -> list[str]:
    """Languages of pieces in order: the sure ones stand, the others follow the next sure piece, then the last one."""
    items = list(guesses)
    langs: list[str] = [""] * len(items)
    following = ""
    for index in range(len(items) - 1, -1, -1):
        if items[index].sure:
            following = items[index].lang
        langs[index] = following
    before = ""
    for index, guess in enumerate(items):
        if guess.sure:
            before = guess.lang
        else:
            langs[index] = _by_context(guess, langs[index], before, default)
    return langs


def _by_context(guess: Guess, following: str, before: str, default: str) -> str:
    """A weak guess counts where a neighbour agrees with it; a heading belongs to what follows it."""
    if guess.lang and guess.lang in (following, before):
        return guess.lang
    if guess.points >= SURE_POINTS / 2:
        return guess.lang
    if guess.lang == "en":
        return following or before or default or "en"
    cyrillic = [lang for lang in (following, before, default) if lang in ("ru", "kk")]
    if guess.letters and guess.lang != "en":
        return cyrillic[0] if cyrillic else guess.lang or "ru"
    return following or before or default


def _guess_cyrillic(sample: str, words: list[str], letters: int) -> Guess:
    signs = language_signs()
    special = sum(map(sample.count, signs["kk"]["letters"]))
    kazakh = LETTER_POINTS * special
    russian = LETTER_POINTS * sum(map(sample.count, signs["ru"]["letters"]))
    function_words = 0
    for word in words:
        low = word.lower()
        if low in signs["ru"]["words"]:
            function_words += 1
            russian += WORD_POINTS
        elif low in signs["kk"]["words"]:
            kazakh += WORD_POINTS
        elif len(low) > 4:
            tails = [low[-length:] for length in ENDING_LENGTHS]
            russian += ENDING_POINTS * any(tail in signs["ru"]["endings"] for tail in tails)
            kazakh += ENDING_POINTS * any(tail in signs["kk"]["endings"] for tail in tails)
    if function_words > 1 and not _outside_names(words, signs["kk"]["letters"]):
        return Guess("ru", russian, letters)
    if special > KAZAKH_SHARE * letters and kazakh > russian / 2:
        return Guess("kk", max(kazakh - russian, LETTER_POINTS * special / 2), letters)
    if kazakh == russian:
        return Guess("", 0.0, letters)
    return Guess("kk" if kazakh > russian else "ru", abs(kazakh - russian), letters)


def _outside_names(words: Iterable[str], letters: frozenset[str]) -> bool:
    """Whether a word that does not begin like a name has one of the letters."""
    return any(not letters.isdisjoint(word) for word in words if word[0].islower())
