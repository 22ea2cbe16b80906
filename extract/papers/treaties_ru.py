"""How Russian names of instruments open, and whose they are: tokens in, first words and titles with their body out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.language import russian
from extract.language.kazakh_endings import Endings
from extract.language.tokens import Token
from extract.names.organ_phrases import may_be_owner
from extract.papers.treaty_words import TreatyWords, kind_of
from kb.model import Mention

_ADJECTIVE = frozenset({"ADJF", "PRTF"})
# Instruments that belong to one body; of others only what an adjective makes a name ("Торговое соглашение ОЭС").
_OF_A_BODY = frozenset({"charter", "act"})
_ADJECTIVAL = frozenset({"treaty", "declaration", "convention", *_OF_A_BODY})


@dataclass(frozen=True, slots=True)
class Titled:
    """`Хартия СВМДА`: span, kind, the body, and whether the noun alone stands before it."""

    start: int
    end: int
    kind: str
    body: str
    plain: bool


def first_of_title(text: str, tokens: Sequence[Token], noun: int) -> int:
    """The capitalised adjective before a noun in small letters: `Совместное заявление о …`, `Новое торговое …`."""
    before = noun - 1
    while before > 0 and not tokens[before].capital and _adjective(text, tokens, before):
        before -= 1
    opens = before > 0 and not tokens[noun].capital and tokens[before].capital and _adjective(text, tokens, before)
    return before if opens else noun


def may_be_adjectival(text: str, tokens: Sequence[Token], noun: int) -> bool:
    """A noun that an adjective before it may make a name: `патентная конвенция`, `Конституционный Акт`."""
    return not tokens[noun].capital or (not tokens[noun].upper and _adjective(text, tokens, noun - 1))


def before_adjectives(text: str, tokens: Sequence[Token], noun: int) -> int:
    """Behind `Евразийская` in `Евразийская патентная конвенция`: the small adjectives between belong to the name."""
    first = noun
    while first > 0 and not tokens[first - 1].capital and _adjective(text, tokens, first - 1):
        first -= 1
    return first


def find_by_body(
    text: str, tokens: Sequence[Token], named: Sequence[Mention], table: TreatyWords, endings: Endings
) -> Iterator[Titled]:
    """A treaty noun with the name of its body right behind it."""
    bodies = {m.start_char: m for m in named if m.label == "ORG"}
    taken = {p for m in named for p in range(m.start_char, m.end_char)}
    for i, token in enumerate(tokens[:-1]):
        body = bodies.get(tokens[i + 1].start)
        owner = body is not None and may_be_owner(tokens[i + 1])
        if body is None or not owner or token.start in taken or not text[token.end : body.start_char].isspace():
            continue
        kind = kind_of(token, table, "ru", endings)
        first = first_of_title(text, tokens, i)
        if first == i == 1 and not token.capital and not _ordinary(tokens[0], table) and _adjective(text, tokens, 0):
            first = 0
        if kind is None or not tokens[first].capital or tokens[first].start in taken:
            continue
        if kind in (_OF_A_BODY if first == i else _ADJECTIVAL) and not token.upper:
            yield Titled(tokens[first].start, body.end_char, kind, str(body.entity_id), first == i)


def _ordinary(token: Token, table: TreatyWords) -> bool:
    """`Новое соглашение ЕАЭС`: a word that any paper may bear."""
    return any(lemma in table.ordinary for lemma in russian.lemmas(token.text))


def _adjective(text: str, tokens: Sequence[Token], k: int) -> bool:
    tight = text[tokens[k].end : tokens[k + 1].start].isspace()
    return tight and any(pos in _ADJECTIVE for pos, _, _ in russian.readings(tokens[k].text))
