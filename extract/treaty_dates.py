"""Instruments of one body told apart by the day in the sentence: linked mentions in, the same with better links out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.treaty_words import Instrument
from kb.model import Mention, Sentence

_DAY = 10  # length of an ISO day


def link_by_day(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], known: Sequence[Instrument]
) -> tuple[Mention, ...]:
    """A sentence that dates an agreement to the day on which its sister was signed speaks of the sister."""
    by_id = {k.entity.id: k for k in known}
    changed: dict[int, Mention] = {}
    rest = sorted(mentions, key=lambda m: m.start_char)
    for sentence in sentences:
        inside = [m for m in rest if sentence.start_char <= m.start_char < sentence.end_char]
        days = {m.edtf for m in inside if m.label == "DATE" and m.edtf and len(m.edtf) == _DAY}
        for mention in inside if days else ():
            own = by_id.get(str(mention.entity_id))
            if own is None or own.entity.start_edtf in days or mention.method.startswith("short:"):
                continue
            sisters = [k for k in known if k.kind == own.kind and k.entity.start_edtf in days and _sisters(own, k)]
            if len(sisters) == 1:
                sister = sisters[0].entity.id
                changed[mention.start_char] = replace(mention, entity_id=sister, method="day:" + mention.method)
    return tuple(changed.get(m.start_char, m) if m.label == "TREATY" else m for m in mentions)


def _sisters(a: Instrument, b: Instrument) -> bool:
    """Two instruments of one body that do the same to it: neither ends it, lets somebody in, or amends the other."""
    return a is not b and bool(a.about & b.about) and {a.action, b.action} <= {"", "establish"}
