"""A head noun in its sentence in, how far the name of a body around it reaches out; one grammar a language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.language import russian
from extract.language.kazakh_endings import Endings, without_case
from extract.language.tokens import Token, fold
from kb.model import Mention

_LONGEST = 6
_STATES = frozenset({"COUNTRY", "PLACE"})
_SPACE, _HYPHENS = frozenset({" ", "\n"}), frozenset({"-", "‑", "–"})
_ADJECTIVE = frozenset({"ADJF", "PRTF"})
_STEM = 3
# What a city has of its own.
_LOCAL = frozenset({"city", "regional", "district", "provincial", "municipal", "state", "national", "town"})
_VERBAL = ("ған", "ген", "қан", "кен", "атын", "етін", "йтын", "йтін", "ып", "іп", "ды", "ді", "ты", "ті",
            "дағы", "дегі", "тағы", "тегі")  # fmt: skip
_Span = tuple[int, int]


@dataclass(frozen=True, eq=False)
class BodyWords:
    """By language: nouns that head a body's name, Kazakh ones with their owner's ending; words that are no part of it.

    `several`: what makes the noun behind a region any group of its states; `national`: what opens the names of organs
    that every state has.
    """

    heads: Mapping[str, frozenset[str]]
    openers: Mapping[str, frozenset[str]]
    several: tuple[str, ...]
    national: frozenset[str]
    endings: Endings
    stems: frozenset[str] = field(default_factory=frozenset)


def body_words(tables: Mapping[str, Mapping[str, Sequence[str]]], endings: Endings) -> BodyWords:
    """`tables` are data/LANG/body_heads.yml by language; Kazakh nouns keep their letters."""
    rows = {lang: frozenset(n if lang == "kk" else fold(n) for n in rows["heads"]) for lang, rows in tables.items()}
    outside = {lang: frozenset(map(fold, rows["outside"])) for lang, rows in tables.items()}
    stems = frozenset(noun[:_STEM] for noun in rows["ru"])
    national = frozenset(fold(word) for table in tables.values() for word in table["national"])
    return BodyWords(rows, outside, tuple(tables["kk"]["several"]), national, endings, stems)


@dataclass(frozen=True, eq=False)
class Line:
    """One sentence: its words, and which mention stands over each of them."""

    text: str
    tokens: Sequence[Token]
    over: Sequence[Mention | None]

    def gap(self, k: int) -> str:
        """What stands between the word and the next one."""
        return self.text[self.tokens[k].end : self.tokens[k + 1].start]

    def opens(self, k: int) -> bool:
        """Nothing but the sentence, a quotation or a colon begins with the word, and makes its capital."""
        return k == 0 or not set(self.gap(k - 1)).isdisjoint('«"“„:(')


def head_of(token: Token, lang: str, words: BodyWords) -> bool:
    """Whether the word is a noun that heads the name of a body: "Hub", «лигу», "лигасына"."""
    if lang == "en":
        return token.capital and fold(token.text) in words.heads["en"]
    if lang == "kk":
        return token.text.casefold().startswith(tuple(words.heads["kk"]))
    if fold(token.text)[:_STEM] not in words.stems:
        return False
    singular = any(pos == "NOUN" and number == "sing" for pos, _, number in russian.readings(token.text))
    return singular and any(fold(lemma) in words.heads["ru"] for lemma in russian.lemmas(token.text))


def english(line: Line, head: int, words: BodyWords) -> _Span | None:
    """ "The G5 Sahel Task Force": capitals before the noun, a known body among them only as its first part."""
    tokens = line.tokens
    if head + 1 < len(tokens) and line.gap(head) in _SPACE and tokens[head + 1].capital:
        return None  # "Task Force": the last noun heads the name; "EU Association Agreement" is none of a body.
    first = head
    while first and head - first < _LONGEST and _joins(line, first - 1, words):
        first -= 1
    if first == head or (first + 1 == head and fold(tokens[first].text) in words.heads["en"]):
        return None
    own = line.over[first]
    if fold(tokens[first].text) in words.national:
        return None
    if own is not None and own.label in _STATES and line.gap(first) not in _HYPHENS and not _of_city(line, first, head):
        return None  # "Kazakhstan Supreme Court": whose it is decides nothing here.
    return first, head


def _of_city(line: Line, first: int, head: int) -> bool:
    """ "The Almaty Trade Forum": a city and what the body is for; "Moscow City Court" is the city's own."""
    own, what = line.over[first], first + 1
    while what < head and line.over[what] is own:
        what += 1
    return own is not None and own.label == "PLACE" and what < head and fold(line.tokens[what].text) not in _LOCAL


def _joins(line: Line, k: int, words: BodyWords) -> bool:
    """A capital word or a figure, with nothing but a space or a hyphen behind it, that may be part of the name."""
    token, gap = line.tokens[k], line.gap(k)
    letters = gap == "" and line.tokens[k + 1].text.isdigit()  # "G5"
    if gap not in _SPACE and gap not in _HYPHENS and not letters:
        return False
    figure = token.text.isdigit() and k > 0 and line.gap(k - 1) in {"", "-"}
    return (token.capital or figure) and fold(token.text) not in words.openers["en"]


def russian_span(line: Line, head: int, words: BodyWords) -> _Span | None:
    """`Тюркская лига портов`, `Союз хлопковых бирж`: a capital adjective or a complement makes it a name."""
    tokens, first = line.tokens, head
    if line.over[head] is not None:
        return None
    while first and line.gap(first - 1) in _SPACE and _is_adjective(line, first - 1) and not tokens[first].capital:
        first -= 1
    while first and line.gap(first - 1) in _SPACE and _is_adjective(line, first - 1) and tokens[first - 1].capital:
        first -= 1
    if not tokens[first].capital or line.opens(first) or fold(tokens[first].text) in words.openers["ru"]:
        return None
    last = _complement(line, head)
    if first == head and last == head:
        return None
    return first, last


def _is_adjective(line: Line, k: int) -> bool:
    return line.over[k] is None and any(pos in _ADJECTIVE for pos, _, _ in russian.readings(line.tokens[k].text)[:1])


def _complement(line: Line, head: int) -> int:
    """The last word of the genitives behind the noun; adjectives alone are none."""
    last = head
    for k in range(head + 1, min(head + _LONGEST, len(line.tokens))):
        if line.gap(k - 1) not in _SPACE or line.over[k] is not None:
            break
        found = russian.readings(line.tokens[k].text)
        if not any(case == "gent" and pos in _ADJECTIVE | {"NOUN"} for pos, case, _ in found):
            break
        if found[0][0] == "NOUN":
            last = k
            break
    return last


def kazakh(line: Line, head: int, words: BodyWords) -> _Span | None:
    """`Халықаралық мақта одағы`: a capital in mid-sentence, then bare nouns and adjectives up to the noun."""
    tokens, first = line.tokens, head
    if line.over[head] is not None:
        return None
    while first and head - first < _LONGEST and line.gap(first - 1) in _SPACE:
        first -= 1
        if tokens[first].capital or not _is_bare(tokens[first].text, words):
            break
    own = line.over[first]
    if first == head or not tokens[first].capital or not _is_bare(tokens[first].text, words):
        return None
    if own is not None and own.label not in _STATES:
        return None  # "GUAM's consultative forum": nothing says that this is a name.
    if own is None:
        barred = fold(tokens[first].text) in words.openers["kk"] | words.national
        return None if line.opens(first) or barred else (first, head)
    start = next(k for k in range(first + 1) if line.over[k] is own)
    behind = tokens[first + 1].text.casefold()
    apart = own.label == "COUNTRY" or own.end_char != tokens[first].end or behind.startswith(words.several)
    return None if apart or first + 1 == head else (start, head)


def _is_bare(word: str, words: BodyWords) -> bool:
    """No case and no verb's ending: what may stand inside a Kazakh name."""
    return without_case(word, words.endings) == word and not word.endswith(_VERBAL)


SPANS = {"en": english, "ru": russian_span, "kk": kazakh}
