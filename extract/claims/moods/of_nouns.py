"""A noun of doing ("the accession of A") in its clause in, what its predicate, owner and rulers say of it out."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.moods.afterthoughts_ru import judged
from extract.claims.moods.cues import cues_in
from extract.claims.moods.genitives_ru import owned_by, ruled_out
from extract.claims.moods.goals_ru import aimed
from extract.claims.moods.hindered_kk import hindered, regarded
from extract.claims.moods.words import PolarityWords
from extract.language.russian import is_future

RANK = {"negated": 0, "hypothetical": 1, "planned": 2}
_SPEECH, _RIGHT = 8, 9
_PUT_ASIDE = frozenset({"en", "ru"})


def of_noun(
    trigger: Trigger, clauses: Clauses, words: PolarityWords, scope: tuple[int, int], found: set[str]
) -> set[str]:
    """What is known of a noun of doing, and what its predicate, its owner and the words that rule it say besides."""
    items, (governed, last) = clauses.items, scope
    found = found | set(_carried(trigger, clauses, last, words))
    found.update(_said_beyond(clauses, last, words) if found.isdisjoint(RANK) else ())
    found.update(owned_by(trigger, clauses, words.owning), ruled_out(trigger, clauses, words.ruling))
    found.update(aimed(trigger, clauses, words.headed))
    if words.past and any(i.kind == "word" and is_future(i.norm) for i in items[trigger.last + 1 : last]):
        found.add("planned")
    return found or set(cues_in(words.alone, items, governed, trigger.first))


def _carried(trigger: Trigger, clauses: Clauses, last: int, words: PolarityWords) -> Iterator[str]:
    """What the words behind a noun say of the deed that it names: "was put off", "was vetoed"."""
    yield from cues_in(words.carried, clauses.items, trigger.last + 1, last)
    yield from judged(trigger, clauses, words.judged)
    if _intended(clauses.items[trigger.last + 1 : last], words):
        yield "planned"
    yield from hindered(trigger, clauses.items, last, words.hindering)
    if clauses.lang == "kk":
        yield from regarded(trigger, clauses, last, words.hindering)


def _said_beyond(clauses: Clauses, last: int, words: PolarityWords) -> Iterator[str]:
    """ "The accession of A, an observer since D, has been put off": what is said of a noun past an aside."""
    held = clauses.aside(last) if clauses.lang in _PUT_ASIDE else None
    first = _past_speech(clauses, last) if held is None else held[1]
    if first <= last or (held is not None and held[0] != last):
        return
    end = first
    while end < min(len(clauses.items), first + _RIGHT) and clauses.items[end].kind != "mark":
        end += 1
    yield from cues_in(words.after, clauses.items, first, end)
    yield from cues_in(words.carried, clauses.items, first, end)


def _past_speech(clauses: Clauses, comma: int) -> int:
    """ "Withdrawal from A, says the minister, is possible": where an English sentence goes on behind who says it."""
    items = clauses.items
    if clauses.lang != "en" or comma >= len(items) or items[comma].text != ",":
        return 0
    closing = next((k for k in range(comma + 2, min(comma + _SPEECH, len(items))) if items[k].text == ","), 0)
    said = any(k in clauses.verbs and k not in clauses.held for k in (comma + 1, closing - 1))
    # "Observers believe", "officials in the capital say": a plural, and a verb before the second comma.
    plural = any(i.kind == "word" and i.norm.endswith("s") for i in items[comma + 1 : closing - 1])
    believed = plural and items[closing - 1].kind == "word" and not items[closing - 1].norm.endswith("s")
    return closing + 1 if closing and (said or believed) else 0


def _intended(items: Sequence[Item], words: PolarityWords) -> bool:
    """A Kazakh verb of intention behind a noun ("шектелмек") makes of it what is yet to be."""
    return bool(words.aims) and any(len(i.norm) > 5 and i.kind == "word" and i.norm.endswith(words.aims) for i in items)
