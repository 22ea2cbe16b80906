"""Trigger tables and a row of items in, the places where a claim may be told out.

Patterns are written as `patterns.py` beside this file says; `@name` in one is a row of the table's `classes`, what a
row of `between` reads may stand between the elements of any, and `paradigms` adds the other forms of an irregular past.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.patterns import (
    CLASSES,
    OPENING,
    STATES,
    Element,
    apposed,
    compile_elements,
    match,
    openings,
    spelt_out,
)
from extract.language.russian import readings
from extract.language.tokens import fold
from kb.errors import TableError
from kb.model import CLAIM_TYPES

_TOWARDS = frozenset({"в", "во"})
# Further behind another verb of the same kind stands the verb of another clause.
_OWN_GAP = 3
_JOINTS = frozenset({"и", "а", "но", "или"})
# "A, when the treaty entered into force": what stands right beside the verb has it, not a body further off.
_OF_ITS_OWN = ("entered_into_force",)
_POSSESSIVE = "s"
_ABOUT = frozenset(map(fold, ("туралы", "жөніндегі")))
# Kazakh nouns of deeds that another verb governs, letters folded.
_SAID = fold("деп")
_GOVERNED, _PLANNED = ("у", "уды", "уди", "уга", "уге", "удан", "уден"), ".planned"
# "Formed a customs union" founds a body and reaches a stage.
OVERLAID = frozenset({"reached_stage", "holds_votes"})
# What may stand between the elements of any pattern.
_BETWEEN = "between"
# English verbs whose forms no ending makes: past -> the others.
_PARADIGMS = "paradigms"
_TABLES = frozenset({CLASSES, _BETWEEN, _PARADIGMS})
_FORMS = frozenset({"verb", "noun", "state"})
# Words that look like a claim and tell none: they are kept from the other patterns.
_NOTHING = "nothing"
# "Стала членом": what one becomes stands in the instrumental.
_BECOMES, _MEMBERS, _PREDICATED = ("стал", "стан", "стат"), ("член", "участни"), frozenset({"ablt", None})
_AMONG = frozenset({"члены", "участники"})
_CANDIDATE, _MEMBER_FRAMES = "кандидат", frozenset({"membership", "acceded"})
_DESCRIBING = frozenset({"ADVB", "ADJF", "ADJS", "COMP", "PRED", "PREP", "CONJ"})
_FRAMES = frozenset({*CLAIM_TYPES, "again", _NOTHING})
_BECOME, _ASIDE = frozenset({"become", "became", "becomes", "becoming"}), 5
# Words whose patterns are remembered.
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Pattern:
    """`frame`: what it tells. `form`: verb (its ending says how), noun, or state. `head`: what carries tense.

    `needs`: of each element that cannot be left out its words, or the first letters of its stems; a sentence without
    them is passed.
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
        self._second: dict[str, list[Pattern]] = {}
        self._spoken: set[str] = set()
        classes = frames.get(CLASSES, {})
        self._between = [compile_elements(lang, text)[0] for text in frames.get(_BETWEEN, {}).values()]
        paradigms = frames.get(_PARADIGMS, {})
        for frame, forms in frames.items():
            for form, texts in forms.items() if frame not in _TABLES else ():
                for text in texts.splitlines():
                    spelt = spelt_out(f"{lang}/triggers.yml", text, classes)
                    spelt = _in_every_tense(spelt, paradigms) if form == "verb" else spelt
                    self._add(compile_pattern(lang, frame, form, spelt))
        # The words of a language repeat, and each is asked for some twenty patterns.
        self._opened = lru_cache(_REMEMBERED)(self._opened_by)
        self._passed = lru_cache(_REMEMBERED)(self._passed_by)

    def _add(self, pattern: Pattern) -> None:
        index = self._second if pattern.frame in OVERLAID else self._index
        for key in openings(pattern.elements, whole=True):
            index.setdefault(key, []).append(pattern)
        self._spoken.update(_announcing(pattern.elements))

    def speaks(self, norms: Iterator[str]) -> bool:
        """Whether any word could be of a trigger, the one that tells most of its pattern."""
        return any(not self._spoken.isdisjoint(_heads_of(norm)) for norm in norms)

    def find(self, items: Sequence[Item]) -> tuple[Trigger, ...]:
        """Triggers from left to right, the longest where several overlap."""
        heads, over = _heads(items), self._over(items)
        sizes = dict(pair for at in range(len(items)) for pair in self._at(items, at, heads, over))
        found = list(sizes)
        # "Before accession to A, B was in C": what follows a noun belongs to it and opens no other trigger.
        nouns = {t.last + 1 for t in found if t.form == "noun"}
        found = [t for t in found if t.first not in nouns or not (items[t.first].norm in _TOWARDS or _led(items, t))]
        found = [t for t in found if not _apposition(items, t)]
        passed = _passes_over if self.lang == "kk" else _nested
        found = [t for t in found if not any(passed(t, other, items) for other in found)]
        found = [t for t in found if self.lang != "en" or not (_owner(items, t) or _predicative(items, t))]
        if self.lang == "ru":
            found = [t for t in found if not (_reaches_back(items, t, found) or _on(items, t, found))]
            found = [t for t in found if not _over_verb(items, t, found)]
            found = [t for t in found if not (_no_predicate(items, t) or _of_candidate(items, t))]
        # An adverbial that is passed over counts for nothing: what reads it too is longer ("был временно исключён").
        found.sort(key=lambda t: (-sizes[t], t.last - t.first, -t.stem, t.first))
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
        found = (t for at in range(len(items)) for t, _ in self._at(items, at, heads, second=True))
        return tuple({t.first: t for t in sorted(found, key=lambda t: (t.first, t.last))}.values())

    def _over(self, items: Sequence[Item]) -> Sequence[int]:
        """For each item where the adverbials end that begin there ("in 2006", "in Moscow", "formally"); else itself."""
        over = list(range(len(items) + 1))
        for k in range(len(items) - 1, 0, -1):
            ends = (match(e, items, k) for e in self._passed(items[k].kind, items[k].label, items[k].norm))
            last = max((max(e) for e in ends if e is not None), default=-1)
            # "Was admitted in 1984, a week later, Vietnam in 1995": a name behind a comma is what comes next.
            following = items[over[last + 1]].kind if last >= k and over[last + 1] < len(items) else ""
            if following == "word" or (following and items[last].text != ","):
                over[k] = over[last + 1]
        return over if any(end > k for k, end in enumerate(over)) else ()

    def _at(
        self, items: Sequence[Item], at: int, heads: frozenset[str], over: Sequence[int] = (), second: bool = False
    ) -> Iterator[tuple[Trigger, int]]:
        """Triggers that begin there, with how many items they read behind their first."""
        item = items[at]
        for pattern in self._opened(item.kind, item.label, item.norm, second):
            # Run for some twenty patterns of every word: a bare loop is the fastest.
            for need in pattern.needs:
                if heads.isdisjoint(need):
                    break
            else:
                yield from self._read(pattern, items, at, over)

    def _read(
        self, pattern: Pattern, items: Sequence[Item], at: int, over: Sequence[int]
    ) -> Iterator[tuple[Trigger, int]]:
        """The trigger, where the pattern fits there."""
        ends = match(pattern.elements, items, at)
        close = ends is not None
        ends = match(pattern.elements, items, at, over=over) if over and not close else ends
        trigger = None if ends is None else _trigger(pattern, items, at, ends)
        if trigger is not None and not (self.lang == "ru" and _describes(items[trigger.head], pattern)):
            read = trigger.last - trigger.first if close else sum(end >= 0 for end in ends or ()) - 1
            yield trigger, read

    def _opened_by(self, kind: str, label: str, norm: str, second: bool) -> tuple[Pattern, ...]:
        """Patterns that may begin with such an item."""
        keys = list(dict.fromkeys(n[:OPENING] for n in (norm, apposed(norm)) if n))
        keys.append(f"={norm}")
        if kind in {"name", "ref"}:
            keys += [f"<{label}>", f"<={label}>"]
        index = self._second if second else self._index
        firsts = ((pattern, pattern.elements[0]) for key in keys for pattern in index.get(key, ()))
        return tuple(p for p, e in firsts if e.takes(kind, label, norm) or e.label or e.optional or e.most)

    def _passed_by(self, kind: str, label: str, norm: str) -> tuple[tuple[Element, ...], ...]:
        """What may stand between two elements, and may begin with such an item."""
        return tuple(e for e in self._between if e[0].takes(kind, label, norm))


def _heads(items: Sequence[Item]) -> frozenset[str]:
    """The words of a sentence behind "=", and what they begin with, to one, two and three letters."""
    return frozenset().union(*(_heads_of(i.norm) for i in items if i.norm))


@lru_cache(_REMEMBERED)
def _heads_of(norm: str) -> frozenset[str]:
    words = (n for n in (norm, apposed(norm)) if n)
    return frozenset({f"={norm}", *(n[:size] for n in words for size in range(1, OPENING + 1))})


def _needs(elements: Sequence[Element]) -> tuple[frozenset[str], ...]:
    free = (e for e in elements[1:] if _is_sure(e) and "" not in e.stems)
    return tuple(words for words in (frozenset(openings([e], whole=True)) for e in free) if "" not in words)


def _announcing(elements: Sequence[Element]) -> set[str]:
    """What the longest words begin with that a pattern cannot do without: "was admitted to" is announced by "admitted".

    A sentence cannot be searched for names; a pattern that is sure of no word is announced by whatever may open it.
    """
    sure = [e for e in elements if _is_sure(e) and "" not in e.stems]
    if sure:
        return openings([max(sure, key=_shortest)], whole=True)
    named = next((k for k, e in enumerate(elements) if not e.label), 0)
    return openings(elements[named:], whole=True)


def _is_sure(element: Element) -> bool:
    """A word stands there for certain."""
    return not (element.optional or element.most or element.ends or element.begins or element.label)


def _shortest(element: Element) -> int:
    return min((len(w) for w in (*element.words, *element.stems, *(stem for stem, _ in element.ended))), default=0)


def _describes(item: Item, pattern: Pattern) -> bool:
    """A Russian stem opens adverbs and adjectives too, which tell of nothing: `последовательно`, `выше`."""
    if pattern.form == "state" or item.kind != "word" or item.norm in pattern.elements[pattern.head].words:
        return False
    return all(pos in _DESCRIBING for pos, _, _ in readings(item.norm))


def _apposition(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "Государства — члены организации" with loose dashes is a noun, and says of nobody that he is one."""
    opens = trigger.form == "state" and trigger.first > 0 and items[trigger.first].text in DASHES
    before = items[trigger.first - 1]
    return opens and before.norm.startswith(STATES) and not before.ids


def _led(items: Sequence[Item], trigger: Trigger) -> bool:
    """A state that opens with a name: "the end of Georgia in the CIS" does not say that Georgia is in it."""
    return trigger.form == "state" and items[trigger.first].kind == "name"


def _owner(items: Sequence[Item], trigger: Trigger) -> bool:
    """An English verb that ends with a name: "left A's command" and "suspended A's aid" are about something else."""
    following = items[trigger.last + 1].norm if trigger.last + 1 < len(items) else ""
    return trigger.form == "verb" and items[trigger.last].kind == "name" and following == _POSSESSIVE


def _predicative(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "Became, in 2013, the tenth member of A": a state behind a date between commas is what the verb says of it."""
    first = trigger.first
    if trigger.form != "state" or items[first].text != "," or items[first - 1].kind != "date":
        return False
    opening = next((k for k in range(first - 1, max(0, first - _ASIDE), -1) if items[k].text == ","), 0)
    return opening > 0 and items[opening - 1].norm in _BECOME


def _trigger(pattern: Pattern, items: Sequence[Item], at: int, ends: Sequence[int]) -> Trigger:
    head = ends[pattern.head] if ends[pattern.head] >= 0 else at
    norm = items[head].norm
    element = pattern.elements[pattern.head]
    opened = (stem for stem, tail in element.ended if norm.endswith(tail))
    stems = [s for s in (*element.stems, *element.words, *opened) if norm.startswith(s)]
    sizes = [len(s) for s in stems] or [len(norm)]
    return Trigger(pattern.frame, pattern.form, at, max(ends), head, max(sizes), min(sizes))


def _in_every_tense(text: str, paradigms: Mapping[str, str]) -> str:
    """A pattern that names the past of an irregular verb where it carries tense reads its other forms too."""
    parts = text.split()
    head = next((k for k, part in enumerate(parts) if "^" in part), 0)
    more = [paradigms[word] for word in parts[head].lstrip("?^").split("|") if word in paradigms]
    parts[head] = "|".join((parts[head], *more))
    return " ".join(parts)


def compile_pattern(lang: str, frame: str, form: str, text: str) -> Pattern:
    """One row of a trigger table."""
    if form not in _FORMS or frame.partition(".")[0] not in _FRAMES:
        raise TableError(f"{lang}/triggers.yml: {frame}: {form!r}: no such claim or form")
    elements, head = compile_elements(lang, text)
    return Pattern(frame, form, elements, head, _needs(elements))


def _reaches_back(items: Sequence[Item], trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """ "Became an observer at A and became a member of B": a noun of the first Russian verb is none of the second.

    So is a name before a relative clause none that the trigger has to hold: its verb is read without it.
    """
    if trigger.first >= trigger.head - 1 or trigger.form == "noun":
        return False
    own = [v.first for v in found if v.head == trigger.head and v.first > trigger.first and v.form != "noun"]
    for other in found if own else ():
        if other.form == "verb" and trigger.first <= other.last < trigger.head and other.head < trigger.head:
            between = items[other.last + 1 : trigger.head]
            parted = any(i.text == "," or i.norm in _JOINTS for i in between)
            if parted and any(first > other.last for first in own):
                return True
    return False


def _over_verb(items: Sequence[Item], trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """ "Approved the vision and gave A the status of observer": the noun at the end is of the nearer Russian verb."""
    if trigger.first != trigger.head or trigger.form == "noun":
        return False
    nearer = (t for t in found if t.last == trigger.last and t.frame == trigger.frame and t.first == t.head)
    starts = (t.first for t in nearer if t.first > trigger.first + 1)
    return any(items[first - 1].norm in _JOINTS for first in starts)


def _no_predicate(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "The heads of the member states decided to become …": a Russian noun that nobody becomes, by its case."""
    first, head = items[trigger.first], items[trigger.head]
    if trigger.first == trigger.head or not head.norm.startswith(_BECOMES) or first.kind not in {"word", "ref"}:
        return False
    noun = apposed(first.norm) or first.norm
    return noun.startswith(_MEMBERS) and not any(case in _PREDICATED for _, case, _ in readings(noun))


def _of_candidate(items: Sequence[Item], trigger: Trigger) -> bool:
    """ "Is a candidate for membership of A", «…, рвалась в члены A»: no member, though the words hold one."""
    held = [i.norm for i in items[trigger.first : trigger.last + 1]]
    told = trigger.frame in _MEMBER_FRAMES
    striving = trigger.form == "state" and any(a in _TOWARDS and b in _AMONG for a, b in pairwise(held))
    return told and (striving or any(norm.startswith(_CANDIDATE) for norm in held))


def _on(items: Sequence[Item], trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """ "In A it never was and of joining B does not speak": a Russian verb does not reach over its "and" to B."""
    parted = any(items[k].norm in _JOINTS for k in range(trigger.head + 1, trigger.last))
    return parted and any(t.head == t.last == trigger.head and t.first < t.head for t in found)


def _nested(long: Trigger, short: Trigger, items: Sequence[Item]) -> bool:
    """ "Membership was suspended and restored": of two verbs that one noun opens, the nearer is the noun's."""
    return (
        long.first == short.first != short.head
        and short.last < long.last
        and short.head == short.last
        and long.head == long.last
        and short.frame != long.frame
    )


def _passes_over(long: Trigger, short: Trigger, items: Sequence[Item]) -> bool:
    """A Kazakh pattern whose gap runs over the end of another one of its kind belongs to two clauses."""
    if long.head == short.head and long.first < short.first and short.frame.startswith(_OF_ITS_OWN):
        return True
    # "Will be an observer, it was announced": a verb behind "that" is none of the noun before it.
    said = short.last + 1 < len(items) and items[short.last + 1].norm == _SAID
    if said and long.first == short.first < short.head == short.last < long.last:
        return True
    if long.first != short.first or not long.form == short.form == "verb":
        return False
    # "Decided on joining its ranks": what governs the noun of a deed is no deed of the same kind.
    governed = short.first < short.head < long.head and items[short.head].norm.endswith(_GOVERNED)
    if governed and short.frame == long.frame.partition(".")[0] and not long.frame.endswith(_PLANNED):
        return True
    reaches = long.frame == short.frame and long.head > short.last + _OWN_GAP
    # "Signed the law on ratifying A": the pattern goes on with what it is on.
    return reaches and not (short.first == short.last and items[short.last + 1].norm in _ABOUT)
