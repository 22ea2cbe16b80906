"""A row of words and labels in, the items of a sentence that it reads out.

A pattern is a row of elements: `word`, `stem*`, `stem*tail` (any letters between), `verb+` (with its English endings),
`a|b`, `!stem` (none that begins so), `?optional`, `.` (any one word), `..` (up to three items, no mark of a clause),
`...` (up to eight), `....` (up to twelve, commas too), `<ORG>` (a name or anaphor of that label), `<=ORG>` (only a
name), `<PLACE>`, `<any>` (any name or date), `#` (the sentence begins here), `$` (the end of a clause, holding
nothing). `^` stands before the element that carries tense; without it the first one does, in Kazakh the last. `@name`
is the words of a class that many rows of a table share.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.claims.grammar.items import ARTICLES, DASHES, Item
from extract.language.tokens import fold
from kb.errors import TableError

OPENING = 3
# Where a table holds the words that many of its patterns share.
CLASSES = "classes"
_CLASS = re.compile(r"@(\w+)")
# Russian nouns that only say of what kind a member, founder or observer is.
STATES = ("государств", "стран", "республик")
_GAPS = {"..": 3, "...": 8, "....": 12}
_STRONG = frozenset(".,;:!?")
_OVER_COMMAS = 12
_SHORT_GAP, _AND = 3, frozenset({"и", "но", "или"})
_SPOKEN, _NAMING = frozenset({"word", "ref"}), frozenset({"name", "ref", "date"})
_NEVER = ("\n",)
# Before a name these are read as part of it: "both the A and the B".
_LED = ARTICLES | {"both"}
# Kazakh verbs in the past, letters folded.
_PAST = ("рды", "рди", "лды", "лди", "тты", "тти", "йды", "йди")


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
    dated: bool = False

    def fits(self, item: Item) -> bool:
        return self.takes(item.kind, item.label, item.norm)

    def takes(self, kind: str, label: str, norm: str) -> bool:
        """Whether an item of that kind, label and normal form fits."""
        if norm in self.words or self.begins:
            return True
        if self.label and self._labelled(kind, label):
            return True
        # Asked some hundred thousand times a page: what is cheap comes first.
        if not (self.stems or self.ended) or kind not in _SPOKEN or norm.startswith(self.barred or _NEVER):
            return False
        if self.stems and norm.startswith(self.stems):
            return True
        if self.ended and any(norm.startswith(stem) and norm.endswith(tail) for stem, tail in self.ended):
            return True
        tail = apposed(norm) if self.stems and "-" in norm else ""
        return bool(tail) and tail.startswith(self.stems) and not tail.startswith(self.barred or _NEVER)

    def _labelled(self, kind: str, label: str) -> bool:
        if self.label.startswith("="):
            return kind == "name" and label == self.label[1:]
        if kind == "place":
            return self.label == "PLACE"
        return kind in _NAMING and self.label in {"any", label}


def match(
    elements: Sequence[Element], items: Sequence[Item], at: int, k: int = 0, over: Sequence[int] = ()
) -> list[int] | None:
    """The item of each element (-1 for one left out), or None; `over`: where what may stand between two ends."""
    ends = _match(elements, items, at, k, over)
    if ends is None and k and over and over[at] > at and _passes(elements[k], items[at : over[at]]):
        ends = _match(elements, items, over[at], k, over)
    return ends


def _passes(element: Element, items: Sequence[Item]) -> bool:
    """ "Any word" reads an adverbial itself, but in English not its date: "became in 2013 the tenth member"."""
    return "" not in element.stems or (element.dated and any(i.kind == "date" for i in items))


def _told_before(items: Sequence[Item]) -> bool:
    """ "Gave the status, the next year a map was approved": a Kazakh past and a comma close what was told."""
    return any(b.text == "," and a.kind == "word" and a.norm.endswith(_PAST) for a, b in pairwise(items))


def _match(
    elements: Sequence[Element], items: Sequence[Item], at: int, k: int, over: Sequence[int]
) -> list[int] | None:
    if k == len(elements):
        return []
    element = elements[k]
    if element.ends:
        closed = at >= len(items) or (items[at].kind == "mark" and items[at].text not in DASHES)
        rest = match(elements, items, at, k + 1, over) if closed else None
        return None if rest is None else [-1, *rest]
    if element.begins:
        rest = match(elements, items, at, k + 1, over) if at == 0 else None
        return None if rest is None else [-1, *rest]
    if element.most:
        passed = "," if element.most == _OVER_COMMAS else ""
        for size in range(element.most + 1):
            latest = items[at + size - 1].text if size and at + size <= len(items) else ""
            if latest in _STRONG and latest != passed:
                return None
            if passed and _told_before(items[at : at + size]):
                return None
            # "Returned to A and joined B": behind a Russian "and" another verb has objects of its own.
            if element.most == _SHORT_GAP and any(i.norm in _AND for i in items[max(at, at + size - 1) : at + size]):
                continue
            rest = match(elements, items, at + size, k + 1)
            if rest is not None:
                return [-1, *rest]
        return None
    if at < len(items) and element.fits(items[at]):
        rest = match(elements, items, at + 1, k + 1, over)
        if rest is not None:
            return [at, *rest]
    if element.label and at < len(items) and items[at].norm in _LED:
        rest = match(elements, items, at + 1, k, over)
        if rest is not None:
            return rest
    if element.optional:
        rest = match(elements, items, at, k + 1, over)
        return None if rest is None else [-1, *rest]
    return None


def spelt_out(table: str, text: str, classes: Mapping[str, str]) -> str:
    """A pattern with the words of its classes in their place; `table` is named where it has no such class."""

    def words(found: re.Match[str]) -> str:
        if found[1] not in classes:
            raise TableError(f"{table}: {text!r}: no such class: {found[1]!r}")
        return classes[found[1]]

    return _CLASS.sub(words, text)


def compile_elements(lang: str, text: str) -> tuple[tuple[Element, ...], int]:
    """The elements of a pattern and which of them carries tense."""
    parts = text.split()
    heads = [k for k, part in enumerate(parts) if "^" in part]
    default = len([p for p in parts if p != "$"]) - 1 if lang == "kk" else 0
    elements = tuple(_element(part.replace("^", ""), lang == "en") for part in parts)
    return elements, heads[0] if heads else default


def _element(part: str, dated: bool) -> Element:
    if part == "$":
        return Element(frozenset(), (), ends=True)
    if part in _GAPS:
        return Element(frozenset(), (), most=_GAPS[part])
    optional = part.startswith("?")
    if part.removeprefix("?") == ".":
        return Element(frozenset(), ("",), optional=optional, dated=dated)
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


def apposed(norm: str) -> str:
    """ "государством-наблюдателем" is an observer: what stands behind the hyphen of a state."""
    head, _, tail = norm.partition("-")
    return tail if head.startswith(STATES) else ""
