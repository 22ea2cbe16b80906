"""Tagged spans in, those that can be names out: taggers take any capital for one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.language import russian
from extract.language.tokens import Token, fold, tokenise
from kb.model import Mention, Sentence

_TAIL = 4
# "Membership in Petrocaribe": what one may have in a body.
_PART, _PHRASE = ("member", "particip", "interest", "stake", "share", "seat", "role", "engage"), 24


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded: nouns that name a body only together with others, nouns that head instruments, codes of countries."""

    bodies: frozenset[str]
    instruments: frozenset[str]
    codes: frozenset[str]


class NameLike:
    """Judges tagged spans of one document."""

    def __init__(self, text: str, sentences: Sequence[Sentence], known: Sequence[Mention], words: NameWords) -> None:
        self._text = text
        self._starts = sorted(s.start_char for s in sentences)
        self._words = words
        self._inside = frozenset(t.text for s in sentences for t in self._amid(s))
        self._surnames = {fold(m.text.split()[-1])[:_TAIL] for m in known if m.label == "PERSON" and " " in m.text}

    def fits(self, mention: Mention) -> bool:
        """Whether the span can be a name of its label."""
        tokens = tokenise(mention.text)
        if not tokens:
            return False
        if mention.label == "TREATY" and not any(self._heads_instrument(t) for t in tokens):
            return False
        if mention.label == "PERSON":
            return len(tokens) > 1 or fold(tokens[0].text)[:_TAIL] in self._surnames
        return len(tokens) > 1 or self._single(mention, tokens[0].text)

    def _single(self, mention: Mention, word: str) -> bool:
        """One word alone: an abbreviation, or a word that is no common noun and is capital in mid-sentence, too."""
        if word in self._words.codes or _is_form(fold(word), self._words.bodies | self._words.instruments):
            return False
        if sum(letter.isupper() for letter in word) > 1:
            return True  # an abbreviation, or a name like KazMunayGas
        if mention.lang == "ru" and russian.is_common_noun(word):
            return False
        if mention.lang == "en" and mention.label == "ORG" and self._is_where(mention.start_char):
            return False
        return not self._opens(mention.start_char) or word in self._inside

    def _is_where(self, at: int) -> bool:
        """ "Launched in Durban": an English word alone behind "in" is a place, unless one has a part in it."""
        before = [fold(t.text) for t in tokenise(self._text, max(0, at - _PHRASE), at)][-2:]
        return before[-1:] == ["in"] and not (len(before) > 1 and before[0].startswith(_PART))

    def _heads_instrument(self, token: Token) -> bool:
        return token.upper or _is_form(fold(token.text), self._words.instruments)

    def _opens(self, at: int) -> bool:
        """Nothing but marks between the start of the sentence, or of a cell of a table, and the word."""
        start = self._starts[bisect_right(self._starts, at) - 1] if self._starts and self._starts[0] <= at else 0
        return not any(c.isalnum() for c in self._text[start:at].rpartition("|")[2])

    def _amid(self, sentence: Sentence) -> Iterator[Token]:
        """Capitalised words behind the first one; a heading in title case says nothing."""
        tokens = tokenise(self._text, sentence.start_char, sentence.end_char)
        if sentence.kind == "body" and not all(t.capital for t in tokens):
            yield from (t for t in tokens[1:] if t.capital and not self._opens(t.start))


def _is_form(word: str, nouns: frozenset[str]) -> bool:
    """The noun itself, or with an ending."""
    return any(word[: len(word) - n] in nouns for n in range(min(_TAIL, len(word) - 2) + 1))


def name_words(bodies: Iterable[str], instruments: Iterable[str], codes: Iterable[str]) -> NameWords:
    """`bodies` of data/LANG/body_nouns.yml, `instruments` that head names in data/LANG/treaty_words.yml."""
    return NameWords(frozenset(map(fold, bodies)), frozenset(map(fold, instruments)), frozenset(codes))
