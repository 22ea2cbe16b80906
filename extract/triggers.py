"""Trigger tables and a row of items in, the places where a claim may be told out.

A pattern is a row of elements: `word`, `stem*`, `stem*tail` (any letters between), `verb+` (with its English endings),
`a|b`, `!stem` (none that begins so), `?optional`, `.` (any one word), `..` (up to three items, no mark of a clause),
`...` (up to eight), `....` (up to twelve, commas too), `<ORG>` (a name or anaphor of that label), `<=ORG>` (only a
name), `<any>` (any name or date), `#` (the sentence begins here), `$` (the end of a clause, holding nothing), `@name`
(a row of the table's classes). `^` stands before the element that carries tense; without it the first one does, in
Kazakh the last.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.claim_items import DASHES, Item
from extract.russian import readings
from extract.tokens import fold
from kb.errors import TableError
from kb.model import CLAIM_TYPES

_GAPS = {"..": 3, "...": 8, "....": 12}
_TOWARDS = frozenset({"в", "во"})
_STRONG = frozenset(".,;:!?")
_OVER_COMMAS = 12
# Further behind another verb of the same kind stands the verb of another clause.
_OWN_GAP = 3
# "A, when the treaty entered into force": what stands right beside the verb has it, not a body further off.
_OF_ITS_OWN = ("entered_into_force",)
OPENING = 3
_ARTICLES, _POSSESSIVE = frozenset({"the", "a", "an"}), "s"
# "Formed a customs union" founds a body and reaches a stage.
OVERLAID = frozenset({"reached_stage", "holds_votes"})
# Words that many patterns share.
_CLASSES = "classes"
_CLASS = re.compile(r"@(\w+)")
_FORMS = frozenset({"verb", "noun", "state"})
# Words that look like a claim and tell none: they are kept from the other patterns.
_NOTHING = "nothing"
_DESCRIBING = frozenset({"ADVB", "ADJF", "ADJS", "COMP", "PRED", "PREP", "CONJ"})
# Russian nouns that only say of what kind a member, founder or observer is.
_STATES = ("государств", "стран", "республик")
_FRAMES = frozenset({*CLAIM_TYPES, "again", _NOTHING})


_SPOKEN, _NAMING = frozenset({"word", "ref"}), frozenset({"name", "ref", "date"})
_NEVER = ("\n",)


@dataclass(frozen=True, slots=True)
class Element:
    words: frozenset[str]
    stems: tuple[str, ...]
    label: str = ""
    optional: bool = False
    most: int = 0
    barred: tuple[str, ...] = ()
    ends: bool = False
    begins: bool = False
    ended: tuple[tuple[str, str], ...] = ()

    def fits(self, item: Item) -> bool:
        norm = item.norm
        if norm in self.words or self.begins:
            return True
        if self.label and self._labelled(item):
            return True
        # Asked some hundred thousand times a page: what is cheap comes first.
        if not (self.stems or self.ended) or item.kind not in _SPOKEN or norm.startswith(self.barred or _NEVER):
            return False
        if self.stems and norm.startswith(self.stems):
            return True
        if self.ended and any(norm.startswith(stem) and norm.endswith(tail) for stem, tail in self.ended):
            return True
        tail = _apposed(norm) if self.stems and "-" in norm else ""
        return bool(tail) and tail.startswith(self.stems) and not tail.startswith(self.barred or _NEVER)

    def _labelled(self, item: Item) -> bool:
        if self.label.startswith("="):
            return item.kind == "name" and item.label == self.label[1:]
        return item.kind in _NAMING and self.label in {"any", item.label}


@dataclass(frozen=True, slots=True)
class Pattern:
    """`frame`: what it tells. `form`: verb (its ending says how), noun, or state. `head`: what carries tense.

    `needs`: of each element that cannot be left out the first letters of its words; a sentence without them is passed.
    """

    frame: str
    form: str
    elements: tuple[Element, ...]
    head: int
    needs: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """Items `first` to `last`; `head` carries tense. `stem`: letters that the pattern names, `root`: fewest of them."""

    frame: str
    form: str
    first: int
    last: int
    head: int
    stem: int
    root: int


class TriggerTable:
    """The patterns of one language, found by the first letters of their first word."""

    def __init__(self, lang: str, frames: Mapping[str, Mapping[str, str]]) -> None:
        self.lang = lang
        self._index: dict[str, list[Pattern]] = {}
        self._spoken: set[str] = set()
        classes = frames.get(_CLASSES, {})
        for frame, forms in frames.items():
            for form, texts in forms.items() if frame != _CLASSES else ():
                for text in texts.splitlines():
                    self._add(compile_pattern(lang, frame, form, _spelt_out(lang, text, classes)))

    def _add(self, pattern: Pattern) -> None:
        for key in openings(pattern.elements, whole=True):
            self._index.setdefault(key, []).append(pattern)
        # A sentence cannot be searched for names: a pattern that opens with one is announced by its next word.
        named = next((k for k, e in enumerate(pattern.elements) if not e.label), 0)
        self._spoken.update(openings(pattern.elements[named:]))

    def speaks(self, norms: Iterator[str]) -> bool:
        """Whether any word could open a trigger."""
        return any(norm[:OPENING] in self._spoken for norm in norms)

    def find(self, items: Sequence[Item]) -> tuple[Trigger, ...]:
        """Triggers from left to right, the longest where several overlap."""
        heads = _heads(items)
        found = [t for at in range(len(items)) for t in self._at(items, at, heads) if t.frame not in OVERLAID]
        # "Before accession to A, B was in C": what follows a noun belongs to it and opens no other trigger.
        nouns = {t.last + 1 for t in found if t.form == "noun"}
        found = [t for t in found if t.first not in nouns or not (items[t.first].norm in _TOWARDS or _led(items, t))]
        found = [t for t in found if not _apposition(items, t)]
        passed = _passes_over if self.lang == "kk" else _nested
        found = [t for t in found if not any(passed(t, other) for other in found)]
        found = [t for t in found if self.lang != "en" or not _owner(items, t)]
        found.sort(key=lambda t: (t.first - t.last, -t.stem, t.first))
        taken: set[int] = set()
        kept = []
        for trigger in found:
            held = range(trigger.first, trigger.last + 1)
            if taken.isdisjoint(held):
                taken.update(held)
                kept.append(trigger)
        return tuple(sorted((t for t in kept if t.frame != _NOTHING), key=lambda t: t.first))

    def overlaid(self, items: Sequence[Item]) -> tuple[Trigger, ...]:
        """Triggers that say a second thing with the words of the others."""
        heads = _heads(items)
        found = (t for at in range(len(items)) for t in self._at(items, at, heads) if t.frame in OVERLAID)
        return tuple({t.first: t for t in sorted(found, key=lambda t: (t.first, t.last))}.values())

    def _at(self, items: Sequence[Item], at: int, heads: frozenset[str]) -> Iterator[Trigger]:
        item = items[at]
        keys = list(dict.fromkeys(n[:OPENING] for n in (item.norm, _apposed(item.norm)) if n))
        keys.append(f"={item.norm}")
        if item.kind in {"name", "ref"}:
            keys.append(f"<{item.label}>")
        for key in keys:
            for pattern in self._index.get(key, ()):
                first = pattern.elements[0]
                if not (first.fits(item) or first.label or first.optional or first.most):
                    continue
                if any(heads.isdisjoint(need) for need in pattern.needs):
                    continue
                ends = match(pattern.elements, items, at)
                trigger = None if ends is None else _trigger(pattern, items, at, ends)
                if trigger is not None and not (self.lang == "ru" and _describes(items[trigger.head], pattern)):
                    yield trigger


def _heads(items: Sequence[Item]) -> frozenset[str]:
    """What the words of a sentence begin with, to one, two and three letters."""
    norms = [n for i in items for n in (i.norm, _apposed(i.norm)) if n]
    return frozenset(norm[:size] for norm in norms for size in range(1, OPENING + 1))


def _needs(elements: Sequence[Element]) -> tuple[frozenset[str], ...]:
    free = (e for e in elements[1:] if not (e.optional or e.most or e.ends or e.begins or e.label or "" in e.stems))
    return tuple(words for words in (frozenset(openings([e])) for e in free) if "" not in words)


def _describes(item: Item, pattern: Pattern) -> bool:
    """A Russian stem opens adverbs and adjectives too, which tell of nothing: `последовательно`, `выше`."""
    if pattern.form == "state" or item.kind != "word" or item.norm in pattern.elements[pattern.head].words:
        return False
    return all(pos in _DESCRIBING for pos, _, _ in readings(item.norm))


def _apposition(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "Государства — члены организации" with loose dashes is a noun, and says of nobody that he is one."""
    opens = trigger.form == "state" and trigger.first > 0 and items[trigger.first].text in DASHES
    return opens and items[trigger.first - 1].norm.startswith(_STATES)


def _led(items: Sequence[Item], trigger: Trigger) -> bool:
    """A state that opens with a name: "the end of Georgia in the CIS" does not say that Georgia is in it."""
    return trigger.form == "state" and items[trigger.first].kind == "name"


def _owner(items: Sequence[Item], trigger: Trigger) -> bool:
    """An English verb that ends with a name: "left A's command" and "suspended A's aid" are about something else."""
    following = items[trigger.last + 1].norm if trigger.last + 1 < len(items) else ""
    return trigger.form == "verb" and items[trigger.last].kind == "name" and following == _POSSESSIVE


def _apposed(norm: str) -> str:
    """ "государством-наблюдателем" is an observer: what stands behind the hyphen of a state."""
    head, _, tail = norm.partition("-")
    return tail if head.startswith(_STATES) else ""


def _trigger(pattern: Pattern, items: Sequence[Item], at: int, ends: Sequence[int]) -> Trigger:
    head = ends[pattern.head] if ends[pattern.head] >= 0 else at
    norm = items[head].norm
    element = pattern.elements[pattern.head]
    opened = (stem for stem, tail in element.ended if norm.endswith(tail))
    stems = [s for s in (*element.stems, *element.words, *opened) if norm.startswith(s)]
    sizes = [len(s) for s in stems] or [len(norm)]
    return Trigger(pattern.frame, pattern.form, at, max(ends), head, max(sizes), min(sizes))


def match(elements: Sequence[Element], items: Sequence[Item], at: int, k: int = 0) -> list[int] | None:
    """The item of each element (-1 for one left out), or None."""
    if k == len(elements):
        return []
    element = elements[k]
    if element.ends:
        closed = at >= len(items) or (items[at].kind == "mark" and items[at].text not in DASHES)
        rest = match(elements, items, at, k + 1) if closed else None
        return None if rest is None else [-1, *rest]
    if element.begins:
        rest = match(elements, items, at, k + 1) if at == 0 else None
        return None if rest is None else [-1, *rest]
    if element.most:
        for size in range(element.most + 1):
            passed = "," if element.most == _OVER_COMMAS else ""
            if any(i.text in _STRONG and i.text != passed for i in items[at : at + size]):
                return None
            rest = match(elements, items, at + size, k + 1)
            if rest is not None:
                return [-1, *rest]
        return None
    if at < len(items) and element.fits(items[at]):
        rest = match(elements, items, at + 1, k + 1)
        if rest is not None:
            return [at, *rest]
    if element.label and at < len(items) and items[at].norm in _ARTICLES:
        rest = match(elements, items, at + 1, k)
        if rest is not None:
            return rest
    if element.optional:
        rest = match(elements, items, at, k + 1)
        return None if rest is None else [-1, *rest]
    return None


def _spelt_out(lang: str, text: str, classes: Mapping[str, str]) -> str:
    """A pattern with the words of its classes in their place."""

    def words(found: re.Match[str]) -> str:
        if found[1] not in classes:
            raise TableError(f"{lang}/triggers.yml: {text!r}: no such class: {found[1]!r}")
        return classes[found[1]]

    return _CLASS.sub(words, text)


def compile_pattern(lang: str, frame: str, form: str, text: str) -> Pattern:
    """One row of a trigger table."""
    if form not in _FORMS or frame.partition(".")[0] not in _FRAMES:
        raise TableError(f"{lang}/triggers.yml: {frame}: {form!r}: no such claim or form")
    elements, head = compile_elements(lang, text)
    return Pattern(frame, form, elements, head, _needs(elements))


def compile_elements(lang: str, text: str) -> tuple[tuple[Element, ...], int]:
    """The elements of a pattern and which of them carries tense."""
    parts = text.split()
    heads = [k for k, part in enumerate(parts) if "^" in part]
    default = len([p for p in parts if p != "$"]) - 1 if lang == "kk" else 0
    elements = tuple(_element(part.replace("^", "")) for part in parts)
    return elements, heads[0] if heads else default


def _element(part: str) -> Element:
    if part == "$":
        return Element(frozenset(), (), ends=True)
    if part in _GAPS:
        return Element(frozenset(), (), most=_GAPS[part])
    optional = part.startswith("?")
    if part.removeprefix("?") == ".":
        return Element(frozenset(), ("",), optional=optional)
    if part == "#":
        return Element(frozenset(), (), begins=True)
    words: set[str] = set()
    stems: list[str] = []
    barred: list[str] = []
    ended: list[tuple[str, str]] = []
    label = ""
    for choice in part.removeprefix("?").split("|"):
        if choice.startswith("<"):
            label = choice.strip("<>") or "any"
        elif choice.startswith("!"):
            barred.append(fold(choice[1:]))
        elif choice.endswith("*"):
            stems.append(fold(choice[:-1]))
        elif "*" in choice:
            stem, _, tail = map(fold, choice.partition("*"))
            ended.append((stem, tail))
        elif choice.endswith("+"):
            words.update(english_forms(choice[:-1]))
        else:
            words.add(fold(choice))
    return Element(frozenset(words), tuple(stems), label, optional, barred=tuple(barred), ended=tuple(ended))


def english_forms(verb: str) -> set[str]:
    """A regular verb with -s, -ed, -ing."""
    if verb.endswith("e"):
        return {verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    if len(verb) < 5 and verb[-1] not in "aeiouwy" and verb[-2] in "aeiou" and verb[-3] not in "aeiou":
        return {verb, f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing", f"{verb}ed", f"{verb}ing"}
    plural = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return {verb, plural, f"{verb}ed", f"{verb}ing"}


def _nested(long: Trigger, short: Trigger) -> bool:
    """ "Membership was suspended and restored": of two verbs that one noun opens, the nearer is the noun's."""
    return (
        long.first == short.first != short.head
        and short.last < long.last
        and short.head == short.last
        and long.head == long.last
        and short.frame != long.frame
    )


def _passes_over(long: Trigger, short: Trigger) -> bool:
    """A Kazakh pattern whose gap runs over the end of another one of its kind belongs to two clauses."""
    if long.head == short.head and long.first < short.first and short.frame.startswith(_OF_ITS_OWN):
        return True
    same = long.first == short.first and long.frame == short.frame and long.form == short.form == "verb"
    return same and long.head > short.last + _OWN_GAP


def openings(elements: Sequence[Element], whole: bool = False) -> set[str]:
    """First letters of every way in which a pattern may begin; `whole`: words in full behind "=", stems as ever."""
    keys: set[str] = set()
    for element in elements:
        opened = (stem for stem, _ in element.ended)
        keys.update(word[:OPENING] for word in (*element.stems, *opened))
        keys.update(f"={word}" if whole else word[:OPENING] for word in element.words)
        if element.label:
            keys.add(f"<{element.label}>")
        if not element.optional and not element.begins and not element.most:
            return keys
    return keys
