"""The mentions of a document in, what they bring to mind out: bodies with their weight, lists of countries."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.claims.anaphora.counterparts import dealt_with
from extract.claims.grammar.items import ListWords
from extract.claims.known import ClaimTables
from extract.language.tokens import fold, tokenise
from kb.model import Mention

_LIST_GAP = 16
_TOPIC, OPENS, _BY_PAPER, _ABOUT_IT, _ASIDE, _UNKNOWN, _ORGAN = 0.6, 1.6, 1.3, 0.4, 0.25, 0.2, 0.6
_OPENING = 5
_QUESTION, _ENGLISH = 24, "en"
_ASKING = re.compile(
    r"(?:^|[.?!:]\s+|\n)(?:(?:Why|When|How|And|But|So|Where)\s)?"
    r"(?:[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Ww]ill|[Ww]ould|[Hh]as|[Hh]ave|[Dd]id|[Dd]oes|[Cc]an|[Cc]ould|[Ss]hould|[Mm]ight)"
    r"\s(?:the\s)?$"
)
_LEADING = ("In ", "On ", "By ", "Since ")
# What a list says of each of its names.
_PARENTHESIS = re.compile(r"\([^()]*\)")
_MARK, _OCCASION = re.compile(r"[.,:;!?()\n]"), 32
# A word and the first letter of a name right behind it, mostly in quotation marks.
_INTRODUCED = re.compile(r"\b([^\W\d_]{4,})(?=[^\S\n]+(?P<quote>[«“\"„]?)([^\W\d_]))")
_LOCATIVE = ("да", "де", "та", "те")


@dataclass(frozen=True, slots=True)
class Asides:
    """Words beside a name that make it a mere description; stems of nouns for whose occasion something was.

    `dealings`: by language the stems of what one has with another body ("trade with A").
    """

    words: frozenset[str]
    occasions: tuple[str, ...] = ()
    dealings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def named_bodies(
    text: str, mentions: Sequence[Mention], tables: ClaimTables, asides: Asides
) -> Iterator[tuple[int, str, float]]:
    """Bodies by name or by the instrument that founds them, with weight; an organ stands for its parent."""
    topic = _TOPIC
    for m in mentions:
        if not m.entity_id:
            continue
        if m.label == "ORG":
            weight = _weight(text, m, asides)
            weight *= _UNKNOWN if m.entity_id not in tables.types else _ORGAN if m.entity_id in tables.parents else 1.0
            organ = m.entity_id in tables.parents
            whole = tables.root(m.entity_id) if organ else tables.wholes.get(m.entity_id, m.entity_id)
            yield m.start_char, whole, topic + weight
            topic = 0.0
        elif m.label == "TREATY" and m.entity_id in tables.founds:
            founded = tables.founds[m.entity_id]
            yield m.start_char, tables.wholes.get(founded, founded), _BY_PAPER
        elif m.label == "TREATY" and m.entity_id in tables.concerns:
            # "The protocol on joining A" tells of A, and so does its charter.
            weight = 1.0 if m.entity_id in tables.parties or m.entity_id in tables.entered else _ABOUT_IT
            yield m.start_char, tables.root(tables.concerns[m.entity_id]), weight


def _weight(text: str, mention: Mention, asides: Asides) -> float:
    """What opens a sentence is what it is about, unless it is only dealt with there."""
    if opens(text, mention.start_char) and not _is_dealt_with(text, mention, asides):
        return OPENS
    return _ASIDE if aside(text, mention, asides) else 1.0


def _is_dealt_with(text: str, mention: Mention, asides: Asides) -> bool:
    return dealt_with(text, (mention.start_char, mention.end_char), mention.lang, asides.dealings)


def aside(text: str, mention: Mention, asides: Asides) -> bool:
    """A name that only describes another noun: "countries of the …", "a … summit", "the jubilee of …"."""
    before = [fold(t.text) for t in tokenise(text, max(0, mention.start_char - 24), mention.start_char)][-3:]
    after = [fold(t.text) for t in tokenise(text, mention.end_char, mention.end_char + 24)][:2]
    if mention.lang == "ru" and _of_occasion(text[max(0, mention.start_char - _OCCASION) : mention.start_char], asides):
        return True
    if _is_dealt_with(text, mention, asides):
        return True
    return bool(asides.words & {*before, *after}) or (mention.lang == "kk" and fold(mention.text).endswith(_LOCATIVE))


def _of_occasion(before: str, asides: Asides) -> bool:
    """ "At the jubilee of NATO": the noun stands so near before the name, with no mark between."""
    near = [fold(t.text) for t in tokenise(_MARK.split(before)[-1])][-3:]
    return any(word.startswith(asides.occasions or "\n") for word in near)


def introduced(text: str, mentions: Sequence[Mention]) -> list[tuple[int, str, str]]:
    """ "The group «A»": where a Russian noun says what a name is, noun and body; empty where nobody knows it."""
    bodies = {m.start_char: str(m.entity_id or "") for m in mentions if m.label == "ORG" and m.lang == "ru"}
    named = [(m.start_char, m.end_char) for m in mentions]
    found: list[tuple[int, str, str]] = []
    for told in _INTRODUCED.finditer(text):
        at = told.start(3)
        if at in bodies:
            found.append((told.start(1), fold(told[1]), bodies[at]))
        elif told[3].isupper() and told["quote"] and not any(first <= at < last for first, last in named):
            found.append((told.start(1), fold(told[1]), ""))
    return found


def opens(text: str, at: int) -> bool:
    """A name at the head of a line or sentence, articles aside."""
    before = text[max(0, at - _OPENING) : at].rstrip(' «“"(')
    return not before or before.endswith((".", "!", "?", "\n", "#", "The"))


def asked(text: str, mention: Mention) -> bool:
    """ "Is Armenia leaving?", "Why did Qatar leave?": the name that an English question is about."""
    at = mention.start_char
    return mention.lang == _ENGLISH and _ASKING.search(text[max(0, at - _QUESTION) : at]) is not None


def opens_named(text: str, mention: Mention) -> bool:
    """A body or an organ that its sentence opens with."""
    return mention.label == "ORG" and bool(mention.entity_id) and opens(text, mention.start_char)


def _begins(text: str, at: int) -> bool:
    """Whether a date stands at the head of a sentence, a preposition aside."""
    led = next((word for word in _LEADING if text.endswith(word, 0, at)), "")
    return opens(text, at - len(led))


def led_by_dates(text: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """Where a body stands right behind the English date that opens its sentence: "Three years later the Court …"."""
    found = set()
    for date, body in pairwise(mentions):
        between = text[date.end_char : body.start_char].strip(" ,").lower()
        if date.label == "DATE" and body.label == "ORG" and between in {"", "the"} and _begins(text, date.start_char):
            found.add(body.start_char)
    return frozenset(found)


def named_lists(text: str, mentions: Sequence[Mention], joiners: ListWords) -> list[tuple[int, tuple[str, ...]]]:
    """Where a list of countries begins, and whom it names."""
    found: list[tuple[int, tuple[str, ...]]] = []
    end = -_LIST_GAP - 1
    for m in mentions:
        between = _PARENTHESIS.sub("", text[end : m.start_char]) if 0 <= m.start_char - end <= _LIST_GAP else "."
        words = {fold(t.text) for t in tokenise(between)}
        id_ = str(m.entity_id)
        if found and "." not in between and words <= joiners.joiners | joiners.fillers:
            found[-1] = (found[-1][0], tuple(dict.fromkeys((*found[-1][1], id_))))
        else:
            found.append((m.start_char, (id_,)))
        end = m.end_char
    return found
