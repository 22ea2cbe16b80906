"""Tagged spans in, those out that name no body and nobody: taxes, lakes and palaces, nouns that a headline raises."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.language.russian import lemmas
from extract.language.tokens import fold, tokenise
from kb.model import Mention, Sentence

_TAGGER, _PAPER = "tagger", "TREATY"
_JUDGED = frozenset({"ORG", "PERSON"})
# A name and one word before that of a city, and how far back both begin.
_BESIDE, _CITY = re.compile(r"([^\s,.;:()]+)\s+([^\W\d_]+)\s+\Z"), 48
_SMALL, _LONG = 3, 4


@dataclass(frozen=True, eq=False)
class NoBodies:
    """Folded, but for `measures`. `heads`: nouns of bodies, whatever name they stand in."""

    measures: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]
    beside: frozenset[str]
    owners: frozenset[str]
    heads: tuple[str, ...]


def no_bodies(table: Mapping[str, Mapping[str, Iterable[str]]], heads: Iterable[str]) -> NoBodies:
    """`table` is data/no_bodies.yml, `heads` those of data/LANG/body_heads.yml."""

    def all_of(name: str) -> frozenset[str]:
        return frozenset(word for words in table[name].values() for word in words)

    def folded(words: Iterable[str]) -> frozenset[str]:
        return frozenset(map(fold, words))

    return NoBodies(
        all_of("measures"), folded(all_of("places")), folded(all_of("common")), folded(all_of("beside")),
        folded(all_of("owners")),        tuple(folded(heads)),
    )  # fmt: skip


class NoBodyJudge:
    """Knows one document."""

    def __init__(self, text: str, sentences: Sequence[Sentence], places: Iterable[Mention], words: NoBodies) -> None:
        self._text, self._sentences, self._words = text, sentences, words
        self._places = {m.start_char for m in places if m.label == "PLACE"}

    def finds(self, mention: Mention) -> bool:
        """Whether the span can be no body and no person: only a tagger is doubted, and no noun of bodies is."""
        if mention.label == _PAPER:
            return self._is_owned(mention)
        if mention.method != _TAGGER or mention.label not in _JUDGED:
            return False
        words = [fold(t.text) for t in tokenise(mention.text)]
        if mention.text in self._words.measures or not words:
            return True
        if self._is_common(mention, words):
            return True
        if any(w.startswith(self._words.heads) for w in words):
            return False
        return self._is_place(mention, words) or self._is_headline(mention, words)

    def _is_owned(self, mention: Mention) -> bool:
        """ "Its new agreement on services": a paper of somebody's that is told by a pronoun is no name of one."""
        first = fold(tokenise(mention.text)[0].text) if tokenise(mention.text) else ""
        return first in self._words.owners

    def _is_place(self, mention: Mention, words: Sequence[str]) -> bool:
        """ "Lake Sevan", «Кремль», "at Camp David outside Washington": where something is."""
        if any(_is_one_of(word, mention.lang, self._words.places) for word in (words[0], words[-1])):
            return True
        return mention.text in self._beside_cities

    @cached_property
    def _beside_cities(self) -> frozenset[str]:
        """Names that a city follows somewhere in the text, with "outside" between."""
        before = (_BESIDE.search(self._text, max(0, at - _CITY), at) for at in self._places)
        return frozenset(m[1] for m in before if m and fold(m[2]) in self._words.beside and m[1][:1].isupper())

    def _is_common(self, mention: Mention, words: Sequence[str]) -> bool:
        """ "Общей армии нет": small words behind one that has its capital from the sentence and names nothing."""
        tokens = tokenise(mention.text)
        small = len(tokens) > 1 and not any(t.text[:1].isupper() for t in tokens[1:])
        return small and _is_one_of(words[0], mention.lang, self._words.common)

    def _is_headline(self, mention: Mention, words: Sequence[str]) -> bool:
        """ "Weighted Votes, Heavy Doubts": capitals of a heading in words that the text has nowhere else so."""
        if mention.lang != "en" or len(words) == 1 or self._text.count(mention.text) > 1:
            return False
        at = mention.start_char
        inside = next((s for s in self._sentences if s.start_char <= at < s.end_char), None)
        if inside is None:
            return False
        held = tokenise(self._text, inside.start_char, inside.end_char)
        return all(t.text[:1].isupper() or len(t.text) <= _SMALL or t.text[:1].isdigit() for t in held)


def _is_one_of(word: str, lang: str, nouns: frozenset[str]) -> bool:
    """The word itself; in Russian in any form, in Kazakh with an ending."""
    if lang == "ru":
        return not nouns.isdisjoint({word, *lemmas(word)})
    return word in nouns or (
        lang == "kk" and len(word) > _LONG and word.startswith(tuple(n for n in nouns if len(n) > _SMALL))
    )
