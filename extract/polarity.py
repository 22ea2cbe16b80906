"""A trigger with its form among its items in, its polarity out; empty where the words only name, and tell nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.claim_items import Item
from extract.clauses import Clauses
from extract.tokens import fold
from extract.triggers import Element, Trigger, compile_elements, match
from extract.verb_forms import Form
from kb.model import POLARITIES

NAMED_ONLY = ""
_STOPS = frozenset(".;:!?")
_LEFT, _RIGHT = 9, 9
_NEAR = 5
_RANK = {"negated": 0, "hypothetical": 1, "planned": 2}


@dataclass(frozen=True, slots=True)
class Cue:
    polarity: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class PolarityWords:
    """Cues by where they stand: before or behind the trigger, directly before a noun, anywhere in the sentence."""

    before: tuple[Cue, ...]
    after: tuple[Cue, ...]
    governs: tuple[Cue, ...]
    anywhere: tuple[Cue, ...]
    next: tuple[Cue, ...]
    denials: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()


def polarity_words(lang: str, table: Mapping[str, Mapping[str, str]]) -> PolarityWords:
    """`table` is data/LANG/polarity.yml: place -> polarity -> patterns; `asserted` undoes an infinitive."""

    def cues(place: str) -> tuple[Cue, ...]:
        rows = table.get(place) or {}
        return tuple(
            Cue(polarity, compile_elements(lang, text)[0])
            for polarity, texts in rows.items()
            for text in texts.splitlines()
        )

    denials = tuple(fold(x) for x in (table.get("endings") or {}).get("negated", "").split())
    compounds = tuple(fold(x) for x in (table.get("compounds") or {}).get("named", "").split())
    return PolarityWords(
        cues("before"), cues("after"), cues("governs"), cues("anywhere"), cues("next"), denials, compounds
    )


def polarity_of(trigger: Trigger, form: Form, clauses: Clauses, words: PolarityWords) -> str:
    """One of the four polarities, or NAMED_ONLY (an agreement "on the establishment of …" establishes nothing)."""
    items = clauses.items
    first, last = _scope(trigger, form, clauses)
    found = set(_cues(words.before, items, first, trigger.head))
    found.update(_cues(words.after, items, trigger.last + 1, last))
    within = _cues((*words.before, *words.after), items, trigger.first, trigger.last + 1)
    found.update(p for p in within if p == "negated")
    found.update(_following(words.next, items, trigger.last + 1))
    found.update(_denied(items[trigger.first : last], words))
    if form.voice in {"noun", "infinitive", "converb"}:
        found.update(_cues(words.governs, items, _governed_from(items, trigger.first), trigger.first))
        compound = items[trigger.last + 1].norm if trigger.last + 1 < len(items) else ""
        if "named" in found or (compound and compound.startswith(words.compounds)):
            return NAMED_ONLY
    found.update(_cues(words.anywhere, items, 0, trigger.head))
    if items[-1].text == "?":
        found.add("hypothetical")
    if form.mood and not (form.voice == "infinitive" and "asserted" in found):
        found.add(form.mood)
    return min((p for p in found if p in _RANK), key=_RANK.__getitem__, default=POLARITIES[0])


def _governed_from(items: Sequence[Item], at: int) -> int:
    """The words that may govern a noun or infinitive: those before it in the same breath."""
    first = at
    while first > 0 and at - first < _NEAR and items[first - 1].kind != "mark":
        first -= 1
    return first


def _scope(trigger: Trigger, form: Form, clauses: Clauses) -> tuple[int, int]:
    """Items that can change what the trigger says: its clause as far as marks and other triggers let it reach."""
    items, held = clauses.items, clauses.held
    first = trigger.first
    while first > 0 and trigger.first - first < _LEFT and not _stops(first - 1, trigger, clauses):
        first -= 1
    last = trigger.last + 1
    limit = min(len(items), last + _RIGHT)
    while last < limit and items[last].kind != "mark" and held.get(last) in (None, trigger):
        last += 1
    return first, last


def _stops(at: int, trigger: Trigger, clauses: Clauses) -> bool:
    item = clauses.items[at]
    if item.text in _STOPS:
        return True
    other = clauses.held.get(at)
    if other is not None and other is not trigger:
        return other.form != "noun"
    # A short insertion between commas ("has not, however, joined") does not close the clause.
    return item.text == "," and not any(i.text == "," for i in clauses.items[max(0, at - 4) : at])


def _cues(cues: Sequence[Cue], items: Sequence[Item], first: int, last: int) -> Iterator[str]:
    """What the longest cue at each place says: "not only" is no "not"."""
    for at in range(first, last):
        norm = items[at].norm
        if not norm:
            continue
        longest, found = -1, set()
        for cue in cues:
            ends = match(cue.elements, items, at) if cue.elements[0].fits(items[at]) else None
            end = -1 if ends is None else max(ends)
            if longest <= end < max(last, first + 1) and ends is not None:
                found = {cue.polarity} | (found if end == longest else set())
                longest = end
        yield from found


def _following(cues: Sequence[Cue], items: Sequence[Item], at: int) -> Iterator[str]:
    for cue in cues:
        if at < len(items) and cue.elements[0].fits(items[at]) and match(cue.elements, items, at) is not None:
            yield cue.polarity


def _denied(items: Sequence[Item], words: PolarityWords) -> Iterator[str]:
    """Where negation is an ending, a verb behind the trigger denies it ("көздемейді")."""
    if words.denials and any(len(i.norm) > 5 and i.kind == "word" and i.norm.endswith(words.denials) for i in items):
        yield "negated"
