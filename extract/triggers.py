"""Trigger tables and a row of items in, the places where a claim may be told out.

A pattern is a row of elements: `word`, `stem*`, `verb+` (with its English endings), `a|b`, `?optional`, `.` (any one
item), `..` (up to three items, no strong mark), `<ORG>` (a name or anaphor of that label), `<>` (any name or date).
`^` stands before the element that carries tense; without it the first one does, in Kazakh the last.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.claim_items import Item
from extract.tokens import fold

_GAP = 3
_STRONG = frozenset(".;:!?")
_INDEX = 3
_FORMS = frozenset({"verb", "noun", "state"})


@dataclass(frozen=True, slots=True)
class Element:
    words: frozenset[str]
    stems: tuple[str, ...]
    label: str = ""
    optional: bool = False
    most: int = 0

    def fits(self, item: Item) -> bool:
        if self.label:
            return item.kind in {"name", "ref", "date"} and (self.label == "any" or item.label == self.label)
        if item.norm in self.words:
            return True
        return item.kind == "word" and bool(self.stems) and item.norm.startswith(self.stems)


@dataclass(frozen=True, slots=True)
class Pattern:
    """`frame`: what it tells. `form`: verb (its ending says how), noun, or state. `head`: the element with the tense."""

    frame: str
    form: str
    elements: tuple[Element, ...]
    head: int


@dataclass(frozen=True, slots=True)
class Trigger:
    """Items `first` to `last`; `head` carries tense, `stem` is how many letters of it the pattern names."""

    frame: str
    form: str
    first: int
    last: int
    head: int
    stem: int


class TriggerTable:
    """The patterns of one language, found by the first letters of their first word."""

    def __init__(self, lang: str, frames: Mapping[str, Mapping[str, str]]) -> None:
        self.lang = lang
        self._index: dict[str, list[Pattern]] = {}
        self._short: list[Pattern] = []
        for frame, forms in frames.items():
            for form, texts in forms.items():
                for text in texts.splitlines():
                    self._add(compile_pattern(lang, frame, form, text))

    def _add(self, pattern: Pattern) -> None:
        for key in _keys(pattern.elements):
            self._index.setdefault(key, []).append(pattern)

    def speaks(self, norms: Iterator[str]) -> bool:
        """Whether any word could open a trigger."""
        return any(norm[:_INDEX] in self._index for norm in norms)

    def find(self, items: Sequence[Item]) -> tuple[Trigger, ...]:
        """Triggers from left to right, the longest where several overlap."""
        found = [t for at, item in enumerate(items) for t in self._at(items, at, item)]
        found.sort(key=lambda t: (t.first - t.last, -t.stem, t.first))
        taken: set[int] = set()
        kept = []
        for trigger in found:
            held = range(trigger.first, trigger.last + 1)
            if taken.isdisjoint(held):
                taken.update(held)
                kept.append(trigger)
        return tuple(sorted(kept, key=lambda t: t.first))

    def _at(self, items: Sequence[Item], at: int, item: Item) -> Iterator[Trigger]:
        keys = [item.norm[:_INDEX]] if item.norm else []
        if item.kind in {"name", "ref"}:
            keys.append(f"<{item.label}>")
        for key in keys:
            for pattern in self._index.get(key, ()):
                ends = match(pattern.elements, items, at)
                if ends is not None:
                    yield _trigger(pattern, items, at, ends)


def _trigger(pattern: Pattern, items: Sequence[Item], at: int, ends: Sequence[int]) -> Trigger:
    head = ends[pattern.head] if ends[pattern.head] >= 0 else at
    norm = items[head].norm
    stems = [s for s in (*pattern.elements[pattern.head].stems, *pattern.elements[pattern.head].words) if norm.startswith(s)]
    return Trigger(pattern.frame, pattern.form, at, max(ends), head, max(map(len, stems), default=len(norm)))


def match(elements: Sequence[Element], items: Sequence[Item], at: int, k: int = 0) -> list[int] | None:
    """The item of each element (-1 for one left out), or None."""
    if k == len(elements):
        return []
    element = elements[k]
    if element.most:
        for size in range(element.most + 1):
            if any(i.text in _STRONG for i in items[at : at + size]):
                return None
            rest = match(elements, items, at + size, k + 1)
            if rest is not None:
                return [-1, *rest]
        return None
    if at < len(items) and element.fits(items[at]):
        rest = match(elements, items, at + 1, k + 1)
        if rest is not None:
            return [at, *rest]
    if element.optional:
        rest = match(elements, items, at, k + 1)
        return None if rest is None else [-1, *rest]
    return None


def compile_pattern(lang: str, frame: str, form: str, text: str) -> Pattern:
    """One row of a trigger table."""
    if form not in _FORMS:
        raise ValueError(f"{frame}: {form!r}: no such form")
    parts = text.split()
    heads = [k for k, part in enumerate(parts) if "^" in part]
    default = len(parts) - 1 if lang == "kk" else 0
    elements = tuple(_element(part.replace("^", "")) for part in parts)
    return Pattern(frame, form, elements, heads[0] if heads else default)


def _element(part: str) -> Element:
    if part == "..":
        return Element(frozenset(), (), most=_GAP)
    if part == ".":
        return Element(frozenset(), ("",))
    optional = part.startswith("?")
    words: set[str] = set()
    stems: list[str] = []
    label = ""
    for choice in part.removeprefix("?").split("|"):
        if choice.startswith("<"):
            label = choice.strip("<>") or "any"
        elif choice.endswith("*"):
            stems.append(fold(choice[:-1]))
        elif choice.endswith("+"):
            words.update(english_forms(choice[:-1]))
        else:
            words.add(fold(choice))
    return Element(frozenset(words), tuple(stems), label, optional)


def english_forms(verb: str) -> set[str]:
    """A regular verb with -s, -ed, -ing."""
    if verb.endswith("e"):
        return {verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    plural = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return {verb, plural, f"{verb}ed", f"{verb}ing"}


def _keys(elements: Sequence[Element]) -> set[str]:
    """First letters of every way in which a pattern may begin."""
    keys: set[str] = set()
    for element in elements:
        keys.update(word[:_INDEX] for word in (*element.words, *element.stems))
        if element.label:
            keys.add(f"<{element.label}>")
        if not element.optional:
            return keys
    return keys
