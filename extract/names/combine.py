"""The one place where dictionary, patterns and taggers are weighed: findings of all in, disjoint mentions out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kb.model import Mention, Quantity

# A given name or two and a surname, nothing abbreviated: what taggers cut wrongly looks otherwise.
# A Kazakh owner stands in the genitive or bare, never in the locative (`ЕАЭО-да`) or another case.
_OWNER = re.compile(r"(?:[нтд][ыі]ң|[^\W\d_]{2,}(?<![дт][ае])(?<![дтн][ае]н)(?<![ғгқк][ае]))$")
_FULL_NAME = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){1,2}")

# What no person is called by.
_NOBODY = frozenset({"ORG", "TREATY", "PROGRAMME"})
# Who wins where spans overlap: a longer instrument or programme name holds the names inside it, then the dictionary,
# with initials and titles, then patterns, then taggers. Dates never give way.
_RANK = {
    "date": 0,
    "treaty-dictionary": 1,
    "pattern:treaty": 1,
    "pattern:treaty-sides": 1,
    "dictionary": 2,
    "person": 2,
    "pattern:organ": 1,
    "pattern": 4,
    "tagger": 5,
}


def combine(*findings: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in order of the text, no two overlapping."""
    ranked = sorted(
        (m for found in findings for m in found), key=lambda m: (_rank(m), m.start_char - m.end_char, m.start_char)
    )
    kept: list[Mention] = []
    taken = _Taken()
    for mention in ranked:
        if mention.start_char < mention.end_char and taken.free(mention):
            taken.add(mention)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start_char))


def free_of(mentions: Iterable[Mention], others: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those of `mentions` that overlap none of `others`."""
    taken = _Taken()
    for other in others:
        taken.add(other)
    return tuple(m for m in mentions if taken.free(m))


def without_currencies(mentions: Iterable[Mention], amounts: Sequence[Quantity]) -> tuple[Mention, ...]:
    """ "7 billion US dollars" speaks of money, not of the country."""
    ends = {p: a.end_char for a in amounts for p in range(a.start_char, a.end_char)}
    return tuple(m for m in mentions if m.label != "COUNTRY" or m.end_char > ends.get(m.start_char, 0))


def without_lapses(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """ "Two years later" dates a claim, but names no date."""
    return tuple(m for m in mentions if not m.method.endswith(":lapse"))


def with_bodies(text: str, mentions: Sequence[Mention], parents: Mapping[str, str]) -> tuple[Mention, ...]:
    """Kazakh puts the body before its organ, as one name: `ТМД-ның Экономикалық соты` is one mention."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if (
            before is not None
            and mention.lang == "kk"
            and before.entity_id is not None
            and parents.get(mention.entity_id or "") == before.entity_id
            and mention.label == before.label == "ORG"
            and not text[before.end_char : mention.start_char].strip()
            and _OWNER.search(before.text)
        ):
            start = before.start_char
            joined[-1] = replace(mention, start_char=start, text=text[start : mention.end_char])
        else:
            joined.append(mention)
    return tuple(joined)


def without_namesakes(known: Sequence[Mention], tagged: Sequence[Mention]) -> tuple[Mention, ...]:
    """Leaves out countries and places whose name is part of a longer name of a person (Michael Jordan)."""
    # "Vietnam ASEAN", "Молдова Еркін сауда …": what holds the name of a body or paper is nobody's name; what stands
    # behind somebody known ("Никол Пашинян Ереванның …") is no part of his.
    bodies = [m.start_char for m in known if m.label in _NOBODY or (m.label == "PERSON" and " " in m.text)]
    people = [
        (t.start_char, t.end_char)
        for t in tagged
        if t.label == "PERSON" and _FULL_NAME.fullmatch(t.text)
        and not any(t.start_char <= start < t.end_char for start in bodies)
    ]  # fmt: skip

    def namesake(m: Mention) -> bool:
        length = m.end_char - m.start_char
        return any(m.start_char in (a, b - length) and m.end_char <= b and b - a > length for a, b in people)

    return tuple(m for m in known if not (m.label in {"COUNTRY", "PLACE"} and namesake(m)))


def _rank(mention: Mention) -> int:
    if mention.label == "DATE":
        return _RANK["date"]
    if mention.label in {"TREATY", "PROGRAMME"} and not mention.method.startswith("tagger"):
        return _RANK["treaty-dictionary"]
    family = mention.method.split(":", 1)[0]
    return _RANK.get(mention.method, _RANK.get(family, _RANK["dictionary"]))


class _Taken:
    """Characters that a mention holds."""

    def __init__(self) -> None:
        self._held: set[int] = set()

    def free(self, mention: Mention) -> bool:
        return self._held.isdisjoint(range(mention.start_char, mention.end_char))

    def add(self, mention: Mention) -> None:
        self._held.update(range(mention.start_char, mention.end_char))
