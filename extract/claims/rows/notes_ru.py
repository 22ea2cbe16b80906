"""A Russian sentence of notes in, the same with the country that they are about as its subject out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.claims.grammar.items import Item, Member
from extract.language.tokens import tokenise
from extract.language.word_record import word_record
from extract.tables import read_table
from kb.model import Mention, Sentence

_COUNTRY, _DASH = "COUNTRY", "—"
# What takes effect is a paper; what becomes known is no country.
_FORCE = ("в", "силу")


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What may open a note: what its country is, and what it did."""

    states: frozenset[str]
    active: frozenset[str]


@cache
def _words() -> NoteWords:
    return word_record(NoteWords, read_table("ru", "notes"))


def heading_country(text: str, sentence: Sentence, held: Sequence[Mention], kept: Mention | None) -> Mention | None:
    """The country of a line that holds nothing else: "Латвия."; under it stand notes until the next one."""
    name = held[0] if len(held) == 1 else None
    if sentence.lang != "ru" or name is None or name.label != _COUNTRY or not name.entity_id:
        return kept
    rest = text[sentence.start_char : name.start_char] + text[name.end_char : sentence.end_char]
    return kept if any(t.text.isalnum() for t in tokenise(rest)) else name


def noted(items: tuple[Item, ...], country: str | None) -> tuple[Item, ...]:
    """ "Член организации с 2000 года." in a text about one country, or under its name: it is the member."""
    if country is None or not items or any(i.label == _COUNTRY for i in items) or _takes_effect(items):
        return items
    first, words = items[0], _words()
    dashed = first.norm in words.states
    if first.kind != "word" or not (dashed or first.norm in words.active):
        return items
    member = Member(country, _COUNTRY, first.start, first.start, first.text)
    subject = Item("name", "", first.text, first.start, first.start, _COUNTRY, (member,))
    mark = Item("mark", _DASH, _DASH, first.start, first.start)
    return (subject, mark, *items) if dashed else (subject, *items)


def _takes_effect(items: Sequence[Item]) -> bool:
    return tuple(i.norm for i in items[1:3]) == _FORCE
