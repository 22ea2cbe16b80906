"""The mentions of a document in, what "the organization", "it" or "the three" stands for at an offset out."""

import math
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TypeVar

from extract.claims.anaphora.anniversaries import celebrated
from extract.claims.anaphora.compared_ru import compared
from extract.claims.anaphora.heroes import hero_of, stands_alone
from extract.claims.anaphora.memory_of_papers import NEAR, PaperMemory, back, near
from extract.claims.anaphora.named_bodies import (
    OPENS,
    Asides,
    aside,
    asked,
    introduced,
    led_by_dates,
    named_bodies,
    named_lists,
    opens,
    opens_named,
)
from extract.claims.anaphora.ours_ru import with_ours
from extract.claims.grammar.endings_kk import ATTRIBUTIVE
from extract.claims.grammar.items import Item, ListWords
from extract.claims.known import ClaimTables
from extract.language.tokens import fold, tokenise
from kb.model import Mention

R = TypeVar("R")

# How far back a name still is what a bare noun means, in characters; a body may be the topic of a whole article.
_FAR = 6000
# A body fades from mind over some sentences; what opens the text, or a sentence, is what it is about.
_FADING, _HERE, _FRESH, _THEME = 400.0, 120, 0.5, 0.5
# A paragraph has a body of its own: those named before it come to mind where it names none.
# What bears the noun in its name is meant by it rather; these nouns are said of any body.
_ANY = ("организаци", "объединени", "структур", "группировк", "блок", fold("бірлестік"))
_NAMED_SO, _SURELY = {fold("ұйым"): 3.0, **dict.fromkeys(_ANY, 2.0)}, 8.0
_SENTENCE_ENDS = re.compile(r"[.!?]\s")
_PARAGRAPH, _PASSED = re.compile(r"\n[^\S\n]*\n"), 0.2
# Between two Kazakh names, and how many words of the second may hold its noun.
_AND_KK, _NAME = frozenset({"мен", "пен", "бен", "жане"}), 4
# Behind these a country only accompanies.
_BEFORE, _WITH = 12, frozenset({"with", "between", "against", "с", "со", "между", "против"})
_NAMED, _PAIR, _RUSSIAN, _RECENT = frozenset({"ORG", "TREATY", "COUNTRY"}), 2, "ru", 400


def _says_where(mention: Mention) -> bool:
    return mention.label == "COUNTRY" and fold(mention.text).endswith(ATTRIBUTIVE)


class Memory(PaperMemory):
    """What a document has named so far. Built once a document, asked by offset."""

    _pair: tuple[int, str, tuple[str, ...]] = (0, "", ())

    def __init__(
        self, text: str, mentions: Sequence[Mention], tables: ClaimTables, joiners: ListWords, asides: Asides
    ) -> None:
        self._tables, self._text = tables, text
        self.ours, mentions = with_ours(text, mentions, tables.russian)
        self._bodies = list(named_bodies(text, mentions, tables, asides))
        organs = (m for m in mentions if m.label == "ORG" and m.entity_id in tables.parents)
        self._organs = [(m.start_char, str(m.entity_id), opens(text, m.start_char)) for m in organs]
        # "The treaty on the Commission" brings the organ to mind that it founds.
        made = ((m.start_char, tables.founds.get(m.entity_id or "", "")) for m in mentions if m.label == "TREATY")
        self._founded = [(at, id_, False) for at, id_ in made if id_ in tables.parents]
        # "The fund", "the commission" may be an organ; "the organization" is its body.
        self._with_organs = sorted(
            [*self._bodies, *((at, id_, OPENS if first else 1.0) for at, id_, first in self._organs)]
        )
        led = led_by_dates(text, mentions)
        opening = (m for m in mentions if opens_named(text, m) or (m.start_char in led and m.entity_id))
        self._opening = [(m.start_char, str(m.entity_id)) for m in opening]
        named_papers = [m for m in mentions if m.label == "TREATY" and m.entity_id]
        # What a text has told of before stays in mind when only the anniversary of another is mentioned.
        told_of = (m for k, m in enumerate(named_papers) if not (k and celebrated(text, m)))
        self._instruments = [(m.start_char, str(m.entity_id)) for m in told_of]
        named = (m for m in mentions if m.label in _NAMED and m.entity_id)
        self._named = [m for m in named if m.lang == _RUSSIAN and not (m.label == "ORG" and aside(text, m, asides))]
        # "After the war in A the country …": a Kazakh name that says where something was does nothing.
        self._placed = {m.start_char for m in mentions if _says_where(m)} | compared(text, mentions)
        lists = named_lists(text, [m for m in mentions if m.label == "COUNTRY" and m.entity_id], joiners)
        self._single = [
            (m.start_char, str(m.entity_id), OPENS if opens(text, m.start_char) or asked(text, m) else 1.0)
            for m in mentions if m.label == "COUNTRY" and m.entity_id
        ]  # fmt: skip
        papers = [(start, (tables.parties[id_],)) for start, id_ in self._instruments if id_ in tables.parties]
        self._countries = sorted([*lists, *papers])
        self._paragraphs = [found.end() for found in _PARAGRAPH.finditer(text)]
        self._introduced = introduced(text, mentions)
        self._superseded: dict[str, tuple[int, str]] = {}
        self._by_label = {
            label: [(m.start_char, str(m.entity_id)) for m in mentions if m.label == label and m.entity_id]
            for label in ("ORG", "TREATY")
        }
        self._people = [(m.start_char, m.entity_id) for m in mentions if m.label == "PERSON" and m.entity_id]
        self._alone = {m.start_char for m in mentions if m.lang == _RUSSIAN and stands_alone(text, m)}
        self.hero = hero_of([m for m in mentions if m.label in _NAMED and m.entity_id])

    def supersede(self, old: str, new: str, at: int) -> None:
        """From `at` on the text goes on with the successor, until it names the old body again."""
        self._superseded[old] = (at, new)

    def acted(self, country: str, at: int) -> None:
        """The text speaks of a country there without its name, as by its capital."""
        insort(self._single, (at, country, OPENS))
        insort(self._countries, (at, (country,)))

    def said_again(self, label: str, entity: str, item: Item) -> None:
        """The Russian text goes on about it under a common noun."""
        at = bisect_left(self._named, item.start, key=_begins)
        if not any(m.start_char == item.start for m in self._named[at : at + 1]):
            self._named.insert(at, Mention(label, item.start, item.end, item.text, _RUSSIAN, entity))

    def _current(self, body: str | None, before: int) -> str | None:
        at, new = self._superseded.get(body or "", (before, None))
        again = any(entity == body and start > at for start, entity, _ in back(self._bodies, before))
        return body if new is None or at >= before or again else new

    def two(self, before: int, label: str = "") -> tuple[str, tuple[str, ...]]:
        """Label and ids of the last two of one kind, in the order of the text."""
        at, kind, pair = self._pair
        if pair and before - at < NEAR and label in {"", kind} and self._still(kind, pair, (at, before)):
            return kind, pair
        countries = [(start, id_) for start, ids in self._countries for id_ in ids]
        rows = {label_: near(some, before) for label_, some in {**self._by_label, "COUNTRY": countries}.items()}
        told = {k: some for k, some in rows.items() if some and label in {"", k}}
        if not told:
            return label or "ORG", ()
        # What was named last, if there are two of it.
        order = sorted(told, key=lambda k: (told[k][-1][0], k == "ORG"), reverse=True)
        lasts = {k: tuple(reversed(dict.fromkeys(id_ for _, id_ in reversed(told[k]))))[-_PAIR:] for k in order}
        kind, ids = next(((k, ids) for k, ids in lasts.items() if len(ids) == _PAIR), (order[0], ()))
        if not ids:
            return kind, ()
        self._pair = (before, kind, ids)
        return kind, ids

    def _still(self, kind: str, pair: tuple[str, ...], span: tuple[int, int]) -> bool:
        """Since the pair was spoken of, not so many others were named that they can be the two."""
        since = {id_ for start, id_ in self._by_label.get(kind, ()) if span[0] < start < span[1]}
        return kind in self._by_label and len(since - {*pair}) < _PAIR

    def generations(self, before: int, label: str, kinds: Sequence[str]) -> tuple[str, ...]:
        """The forerunner and the heir, where the last two of one kind are such; of two papers the younger is new."""
        fit = [id_ for _, id_ in reversed(near(self._by_label.get(label, []), before)) if self._fits(id_, label, kinds)]
        last = list(dict.fromkeys(fit))[:_PAIR]
        if len(last) < _PAIR:
            return ()
        new, old = last
        if self._replaced(new, old):
            return new, old
        if label == "TREATY":
            starts = self._tables.starts
            return (new, old) if starts.get(new, "") < starts.get(old, "") else (old, new)
        return (old, new) if self._replaced(old, new) else ()

    def _replaced(self, old: str, new: str) -> bool:
        return self._tables.heirs.get(old, ("", ""))[1] == new or self._superseded.get(old, (0, ""))[1] == new

    def _fits(self, entity: str, label: str, kinds: Sequence[str]) -> bool:
        if not kinds:
            return True
        if label == "TREATY":
            return entity.startswith(tuple(kinds))
        return any(w.startswith(tuple(kinds)) for w in self._tables.words.get(entity, ()))

    def is_called(self, body: str, words: Sequence[str]) -> bool:
        """Whether a name of the body holds one of the words; any does where there are none."""
        return self._fits(body, "ORG", words)

    def two_bodies(self, before: int) -> tuple[str, ...]:
        """The last two bodies, in the order of the text."""
        rows = (id_ for start, id_, _ in back(self._bodies, before) if before - start < NEAR)
        ids = tuple(dict.fromkeys(rows))[:_PAIR]
        return ids[::-1] if len(ids) == _PAIR else ()

    def bodies(self, before: int) -> tuple[str, ...]:
        """All bodies that were named not long ago, in the order of the text."""
        near = [id_ for start, id_, _ in back(self._bodies, before) if before - start < NEAR]
        return tuple(dict.fromkeys(reversed(near)))

    def called(self, before: int, words: Sequence[str]) -> tuple[str, ...]:
        """The bodies and organs named not long ago whose names hold one of the words, in the order of the text."""
        fit = [id_ for _, id_ in reversed(near(self._by_label["ORG"], before)) if self._fits(id_, "ORG", words)]
        return tuple(reversed(dict.fromkeys(fit)))

    def all_bodies(self, before: int) -> tuple[str, ...]:
        """All bodies that were named up to there."""
        return tuple(dict.fromkeys(id_ for _, id_, _ in back(self._bodies, before)))

    def body(self, before: int, words: Sequence[str] = (), without: tuple[str, ...] = ()) -> str | None:
        """The body that is most on the reader's mind, of those whose names hold one of the words.

        `without`: how the ids end of those that cannot be meant.
        """
        if not words and not without and (headed := self._headed(before)):
            return headed
        rows = back(self._with_organs if words else self._bodies, before)
        known = (row for row in rows if self._called(row[1], words) and not row[1].endswith(without))
        found = _on_mind(known, before, _FRESH, self._paragraph(before))
        return self._current(found, before) if self._superseded else found

    def body_called(self, before: int, noun: str) -> str | None:
        """The body in mind, rather one whose name holds the noun: "the alliance" of NATO and the AU."""
        if headed := self._headed(before):
            return headed
        near, bearing = back(self._bodies, before), _NAMED_SO.get(noun, _SURELY)
        rows = ((at, id_, n * (bearing if self._fits(id_, "ORG", (noun,)) else 1.0)) for at, id_, n in near)
        found = _on_mind(rows, before, _FRESH, self._paragraph(before))
        return self._current(found, before) if self._superseded else found

    def called_so(self, body: str, before: int, words: Sequence[str]) -> str:
        """ "A қоғамдастығы мен B пайда болды. Қоғамдастыққа …": of two in one breath the one called by the noun."""
        rows = [(at, id_) for at, id_ in self._by_label["ORG"] if at < before]
        at = max((n for n, row in enumerate(rows) if row[1] == body), default=0)
        if not words or not at or rows[at][0] - rows[at - 1][0] > _HERE:
            return body
        (first, other), second = rows[at - 1], rows[at][0]
        end = rows[at + 1][0] if at + 1 < len(rows) else before
        between, behind = self.words(first, second), self.words(second, end)[:_NAME]
        joined = between[-1:] and between[-1] in _AND_KK
        named = any(w.startswith(tuple(words)) for w in between) and not any(w.startswith(tuple(words)) for w in behind)
        return other if joined and named else body

    def only_body(self, before: int) -> str | None:
        """The one body that the text has told of so far, where it is one alone."""
        named = self.all_bodies(before)
        return named[0] if len(named) == 1 else None

    def _headed(self, before: int) -> str | None:
        """The Russian body that was named last, where it stood alone: "А ШОС?", "ВТО. Член с 2000 года."."""
        last = next(iter(back(self._bodies, before)), None)
        return last[1] if last is not None and last[0] in self._alone and before - last[0] < NEAR else None

    def _called(self, body: str, words: Sequence[str]) -> bool:
        """Whether its own name holds one of the words; "the community" is not the court that bears its name."""
        parent = self._tables.parents.get(body)
        return self._fits(body, "ORG", words) and not (parent and words and self._fits(parent, "ORG", words))

    def introduced_as(self, noun: str, before: int) -> str | None:
        """What "the group" was said to be not long ago, with no other body named since; empty where nobody knows it."""
        rows = ((at, id_) for at, told, id_ in back(self._introduced, before) if told.startswith(noun))
        at, found = next(rows, (-_FAR, ""))
        since = (id_ for start, id_ in self._by_label["ORG"] if at < start < before)
        return found if before - at < NEAR and all(id_ == found for id_ in since) else None

    def has_named(self, body: str, before: int) -> bool:
        """Whether the text has named a body, or its paper, up to there."""
        return any(id_ == body for _, id_, _ in back(self._bodies, before))

    def _paragraph(self, at: int) -> int:
        """Where the paragraph of an offset begins."""
        passed = bisect_right(self._paragraphs, at)
        return self._paragraphs[passed - 1] if passed else 0

    def country(self, before: int) -> tuple[str, ...]:
        """The one country that is most on the reader's mind, and was named not long ago."""
        rows = [row for row in back(self._single, before) if row[0] not in self._placed]
        found = _on_mind(rows, before, 0.0, self._paragraph(before))
        fresh = any(id_ == found and before - start < NEAR for start, id_, _ in rows)
        return (found,) if found and fresh else self._only_country(before)

    def theme(self) -> str | None:
        """The body that most of the document is about: what a table with no name in its head tells of."""
        shares: dict[str, float] = {}
        for _, entity, weight in self._bodies:
            shares[entity] = shares.get(entity, 0.0) + weight
        return next((body for body, share in shares.items() if 2 * share >= sum(shares.values())), None)

    def organ(self, before: int, words: Sequence[str]) -> str | None:
        """The organ named last, not long ago, whose name holds one of the words; rather one that opens a sentence."""
        rows = sorted([*self._organs, *self._founded])
        near = [row for row in back(rows, before) if before - row[0] < NEAR]
        known = [r for r in near if any(w.startswith(tuple(words)) for w in self._tables.words.get(r[1], ()))]
        return next((r[1] for r in (*(r for r in known if r[2]), *known)), None)

    def organs_of(self, body: str | None) -> list[tuple[str, frozenset[str]]]:
        """Organs of a body with the words of their names."""
        organs = (id_ for id_, of in self._tables.parents.items() if of == body)
        return [(id_, self._tables.words.get(id_, frozenset())) for id_ in organs]

    def topic_organ(self, before: int) -> str | None:
        """The organ that opens the sentences before, where no other body has opened one since."""
        last = next((row for row in back(self._opening, before) if before - row[0] < NEAR), None)
        return last[1] if last is not None and self.is_organ(last[1]) else None

    def is_organ(self, body: str | None) -> bool:
        """An organ is no "organization", its body is."""
        return body in self._tables.parents

    def acting(self, place: str | None, name: str) -> str | None:
        """The country that a capital acts for, where its name stands without an ending."""
        return self._tables.capitals.get(place or "") if fold(name) in self._tables.cities else None

    def capital_of(self, place: str | None) -> str | None:
        """The country a city acts for."""
        return self._tables.capitals.get(place or "")

    def recent(self, before: int) -> Iterable[Mention]:
        """Bodies, instruments and countries named not long ago, the last first, but not what only describes a noun."""
        at = bisect_left(self._named, before, key=_begins)
        return takewhile(lambda m: before - m.start_char < _RECENT, reversed(self._named[:at]))

    def person(self, before: int) -> str | None:
        """The only person named not long ago."""
        named = {id_ for start, id_ in self._people if 0 < before - start < _RECENT}
        return named.pop() if len(named) == 1 else None

    def name_of(self, body: str, before: int) -> str:
        """How the body was last called there."""
        return next((self.spelt_out(body, m.text) for m in self.recent(before) if m.entity_id == body), "")

    def spelt_out(self, entity: str | None, name: str) -> str:
        """A Russian name as it stands there, for an abbreviation the name that it stands for."""
        return self._tables.russian.get(entity or "", name) if name.split()[0].isupper() else name

    def full_name(self, entity: str) -> str:
        """What the registry calls it in Russian."""
        return self._tables.russian.get(entity, "")

    def words(self, first: int, last: int) -> list[str]:
        """Folded words of the text between two offsets."""
        return [fold(t.text) for t in tokenise(self._text, max(0, first), last)]

    def countries(self, before: int, size: int = 0, near: bool = False) -> tuple[str, ...]:
        """The last list of countries, of that size where one is asked for."""
        for start, ids in back(self._countries, before):
            if before - start > (_FAR if size and not near else NEAR):
                break
            if not size or len(ids) == size:
                return ids
        return () if size else self._only_country(before)

    def apart(self, before: int) -> tuple[str, ...]:
        """The countries of the last sentence that names any, one by one rather than in a list."""
        found: list[str] = []
        last = before
        for start, id_, _ in back(self._single, before):
            if before - start > NEAR or (found and _SENTENCE_ENDS.search(self._text, start, last)):
                break
            found.append(id_)
            last = start
        return tuple(dict.fromkeys(reversed(found)))

    def country_at(self, before: int) -> int:
        """Where a country was named last."""
        return next((start for start, _, _ in back(self._single, before)), -1)

    def one_country(self, before: int) -> tuple[str, ...]:
        """What "the country" is: the one that was named alone, rather than behind "with", or that the title names."""
        near = [row for row in back(self._countries, before) if before - row[0] <= NEAR]
        alone = [row for row in near if len(row[1]) == 1 and row[0] not in self._placed]
        acting = [ids for start, ids in alone if not self._accompanies(start)]
        titled = self.titled(before)
        if acting or titled:
            return acting[0] if acting else titled
        last = alone or near
        return last[0][1][-1:] if last else self._only_country(before)

    def titled(self, before: int) -> tuple[str, ...]:
        """The one country that the first paragraph, such as a title, names."""
        title = self._paragraphs[0] if self._paragraphs else 0
        named = {id_ for start, ids in self._countries if start < title for id_ in ids}
        return tuple(named) if len(named) == 1 and title < before else ()

    def _accompanies(self, at: int) -> bool:
        before = self.words(at - _BEFORE, at)
        return bool(before) and before[-1] in _WITH

    def _only_country(self, before: int) -> tuple[str, ...]:
        """A text that names one country only goes on telling of it."""
        named = {id_ for start, id_, _ in self._single if start < before}
        return tuple(named) if len(named) == 1 else ()


def _on_mind(rows: Iterable[tuple[int, str, float]], before: int, here: float, opening: int = 0) -> str | None:
    """Of rows (offset, entity, weight), the last first, the entity that was named most and of late."""
    minds: dict[str, float] = {}
    shares: dict[str, float] = {}
    for start, entity, weight in rows:
        if before - start > _FAR:
            break
        shares[entity] = shares.get(entity, 0.0) + weight
        fresh = math.exp((start - before) / _FADING) + (here if before - start < _HERE else 0.0)
        minds[entity] = minds.get(entity, 0.0) + weight * fresh * (1.0 if start >= opening else _PASSED)
    total = sum(shares.values())
    return max(minds, key=lambda e: minds[e] + _THEME * shares[e] / total, default=None)


def _begins(mention: Mention) -> int:
    return mention.start_char
