"""Sentences of a chronicle in, the date of the entry that each stands in out, and what it tells that has that date."""

from collections.abc import Sequence

from extract.claims.filled import Filled
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.scene import Draft, Told
from kb.model import POLARITIES, Mention, Sentence

_APART = (" –", " —", " -", ":", ".", ";")
_MARKS = frozenset(",;:.")
_YEAR = 4
# "• 2002: the Charter is signed; …"
_BULLETS = frozenset("•·▪◦‣●■*")
_LEAST = 2
_SUCCEEDED, _DONE = "succeeded", ("рды", "рди", "сты", "сти")
_PROPOSED, _AT = "proposed", "по"
_SMALL = frozenset({"the", "in", "at", "в", "во"})
# What is told as background: "which had left", "a treaty signed in Moscow", "the accession of A".
_ASIDE = frozenset({"participle", "noun", "clause"})


def entries_of(text: str, held: Sequence[Filled]) -> dict[int, Mention]:
    """Start of a sentence -> the date of its entry: its own, and where several lines have one, that of its line."""
    own = {s.start_char: date for s, mentions in held if (date := _opening(text, s, mentions)) is not None}
    if len(own) < _LEAST:
        return {start: date for start, date in own.items() if _tells_when(date)}
    found: dict[int, Mention] = {}
    kept: Mention | None = None
    for sentence, _ in held:
        kept = own.get(sentence.start_char) or (kept if kept and _goes_on(text, kept, sentence) else None)
        if kept is not None and _tells_when(kept):
            found[sentence.start_char] = kept
    return found


def _opening(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """The date that stands first, apart from what follows: "2001, 15 June – …", "1995 жыл. …"."""
    first = mentions[0] if mentions else None
    if first is None or first.label != "DATE":
        return None
    before = text[sentence.start_char : first.start_char].strip()
    if before and before not in _BULLETS:
        return None
    rest = text[first.end_char : sentence.end_char]
    apart = not rest.strip() or rest.startswith(_APART)
    return first if apart else None


def _tells_when(date: Mention) -> bool:
    """No decade, and nothing that is open at one end: "the 1990s" and "since 2004" head an entry, but date no act."""
    return all(end[:_YEAR].isdigit() for end in (date.edtf or "").split("/"))


def _goes_on(text: str, date: Mention, sentence: Sentence) -> bool:
    """In the line of the date, or in the one below where the date has a line of its own."""
    between = text[date.end_char : sentence.start_char]
    lines = [line for line in between.split("\n") if line.strip(" .:")]
    return "\n" not in between or (not lines and between.strip(" .:\n") == "")


def of_entry(clauses: Clauses, told: Told, drafts: Sequence[Draft]) -> bool:
    """Whether it happened when the entry says: an act, in a clause without another time, and no background."""
    trigger, form = told.trigger, told.form
    items = clauses.items
    aside = form.voice in _ASIDE and not (form.voice == "noun" and _heads(items, trigger.first))
    # "Ол A-ны алмастырды": a Kazakh state in the past is an act.
    state = trigger.form == "state" and not (trigger.frame == _SUCCEEDED and items[trigger.head].norm.endswith(_DONE))
    if told.polarity != POLARITIES[0] or state or aside or any(d.date for d in drafts):
        return False
    if trigger.frame == _PROPOSED and items[trigger.first].norm == _AT:
        return False  # "In December, at the proposal of A, B is founded": when A proposed it nobody says.
    low = next((k + 1 for k in range(trigger.first - 1, 0, -1) if items[k].text in _MARKS), 1)
    high = next((k for k in range(trigger.last + 1, len(items)) if items[k].text in _MARKS), len(items))
    # "Signing of A (in force since D)": a bracket has a time of its own.
    clause = [i for i in items[low:high] if i.depth <= items[trigger.head].depth]
    return not any(i.kind == "date" or i.norm in clauses.elsewhen for i in clause)


def _heads(items: Sequence[Item], first: int) -> bool:
    """ "Signing of the treaty on A", "In Moscow, signing of …": the noun is all that the entry, or its part, tells."""
    start = next((k + 1 for k in range(first - 1, 0, -1) if items[k].text == ";"), 0)
    return all(i.kind in {"mark", "place", "date"} or i.norm in _SMALL for i in items[start:first])
