"""Known people by initials, title or surname: cleaned text and lexicon in, mentions out."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extract.language.tokens import Token, fold, tokenise
from extract.names.lexicon import Lexicon
from kb.model import Entity, Mention, Sentence

_BETWEEN_INITIALS = re.compile(r"\s*\.?\s*")
_BEFORE_INITIAL = re.compile(r",?\s*")
_MOST_INITIALS = 3
# A capitalised word this near behind the initials is the surname they belong to.
_NEXT_WORD = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A person as written: surname token, span with initials, the initials' first letter where there is one."""

    start: int
    end: int
    surname: str
    initial: str
    entity: Entity | None


def find_persons(
    text: str,
    sentences: Sequence[Sentence],
    taken: Sequence[Mention],
    lexicon: Lexicon,
    titles: Collection[str],
) -> tuple[Mention, ...]:
    """Initials with a surname, a title with a surname, and surnames of people whom the text has named in full."""
    # A surname alone may still have its initials beside it.
    whole = [m for m in taken if m.label != "PERSON" or " " in m.text]
    covered = {p for m in whole for p in range(m.start_char, m.end_char)}
    named = {m.entity_id for m in taken if m.label == "PERSON"}
    found: list[Mention] = []
    for sentence in sentences:
        tokens = tokenise(text, sentence.start_char, sentence.end_char)
        for i, token in enumerate(tokens):
            if token.start in covered or not token.capital or len(token.text) < 3:
                continue
            people = _people(token, sentence.lang, lexicon)
            start, end, initial = _with_initials(text, tokens, i)
            if initial and any(t.start in covered for t in tokens if start <= t.start < end):
                continue
            titled = i > 0 and any(fold(tokens[i - 1].text).startswith(t) for t in titles)
            if initial is None and not people:
                continue
            entity = _one(people, initial, named, titled)
            if entity is None and initial is None:
                continue
            if entity is not None:
                named.add(entity.id)
            why = "initials" if initial else "title" if titled else "surname"
            found.append(
                Mention(
                    "PERSON", start, end, text[start:end], sentence.lang, entity.id if entity else None,
                    method="person:" + why, score=0.95 if initial else 0.85,
                )
            )  # fmt: skip
    return tuple(found)


def _people(token: Token, lang: str, lexicon: Lexicon) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    for key in lexicon.keys(token.text, lang):
        for entity in lexicon.persons.get(fold(key.lstrip("~")), ()):
            found[entity.id] = entity
    return tuple(found.values())


def _one(people: Sequence[Entity], initial: str | None, named: set[str | None], titled: bool) -> Entity | None:
    if initial:
        fit = [p for p in people if any(fold(n)[:1] == fold(initial) for n in _given_names(p))]
        return fit[0] if len(fit) == 1 else None
    seen = [p for p in people if p.id in named]
    if len(seen) == 1:
        return seen[0]
    return people[0] if titled and len(people) == 1 else None


def _given_names(person: Entity) -> Iterator[str]:
    for name in person.names.values():
        yield name.split()[0]


def _with_initials(text: str, tokens: Sequence[Token], at: int) -> tuple[int, int, str | None]:
    """Span of surname and initials on either side, and the first initial."""
    first = at
    while first > 0 and at - first < _MOST_INITIALS and _is_initial(text, tokens[first - 1]):
        if not _BETWEEN_INITIALS.fullmatch(text, tokens[first - 1].end, tokens[first].start):
            break
        first -= 1
    if first < at:
        return tokens[first].start, tokens[at].end, tokens[first].text
    last = at
    while last + 1 < len(tokens) and last - at < _MOST_INITIALS and _is_initial(text, tokens[last + 1]):
        gap = _BEFORE_INITIAL if last == at else _BETWEEN_INITIALS
        if not gap.fullmatch(text, tokens[last].end, tokens[last + 1].start):
            break
        last += 1
    follower = tokens[last + 1] if last + 1 < len(tokens) else None
    if last > at and not (follower and follower.capital and follower.start - tokens[last].end <= _NEXT_WORD):
        return tokens[at].start, tokens[last].end + 1, tokens[at + 1].text
    return tokens[at].start, tokens[at].end, None


def _is_initial(text: str, token: Token) -> bool:
    return len(token.text) == 1 and token.capital and text[token.end : token.end + 1] == "."
