"""Claims of a text in, those out to which a Russian clause behind them gives their day: `это произойдёт в мае`."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from extract.claims.datings.owned import dated
from kb.model import POLARITIES, STATE_CLAIMS, Claim, Mention, Sentence

_RUSSIAN, _DATE, _PLANNED = "ru", "DATE", "planned"
_PERHAPS = r"(?:официально|уже|лишь|только|не раньше|скорее всего|,? ?как ожидается,?|,? ?вероятно,?)"
_AT = rf"(?:{_PERHAPS} )?(?:в|во|на|с|со)? ?$"
_AHEAD = r"(?:произойд[её]т|случится|должно произойти|должно случиться|намечено|ожидается|планируется|назначено)"
_OVER = r"(?:произошло|случилось)"
_WILL_BE = re.compile(rf"\b(?:это {_AHEAD}|{_AHEAD} это) {_AT}", re.IGNORECASE)
_HAS_BEEN = re.compile(rf"\b(?:это {_OVER}|{_OVER} это) {_AT}", re.IGNORECASE)
# A vote on a bill is when it is ratified, a ceremony when it is signed.
_DEEDS = {
    "ratified": r"(?:рассмотрение|голосование|чтение|утверждение|одобрение|обсуждение)",
    "signed": r"(?:подписание|церемония(?: подписания)?)",
}
_SET_FOR = r"(?:намечен|назначен|запланирован|ожида|предполага|состоится|пройд[её]т|перенесен)\w*"
_SITTINGS = {
    deed: re.compile(rf"^\W*(?:\w+ое |\w+ая |сама )?{noun} (?:было |была )?{_SET_FOR} {_AT}", re.IGNORECASE)
    for deed, noun in _DEEDS.items()
}


def dated_behind(
    text: str, filled: Sequence[tuple[Sentence, Sequence[Mention]]], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """ "It will enter into force; this is expected in May", "They backed the bill to ratify A. The vote is in May"."""
    days = dict(_days(text, filled, {c.start_char for c in claims}))
    for claim in claims:
        open_ = not claim.edtf and claim.type not in STATE_CLAIMS and claim.origin == "text"
        kinds = (claim.polarity, f"{claim.polarity}:{claim.type}")
        day = next((d for k in kinds if open_ and (d := days.get((claim.start_char, k)))), None)
        when = dated(claim.type, day) if day is not None else None
        if when is None:
            yield claim
        else:
            yield replace(claim, edtf=when.edtf, earliest=when.earliest, latest=when.latest)


def _days(
    text: str, filled: Sequence[tuple[Sentence, Sequence[Mention]]], telling: AbstractSet[int]
) -> Iterator[tuple[tuple[int, str], Mention]]:
    """Where a sentence begins and what of it is dated (polarity, or polarity and type), and its day.

    `telling`: where sentences begin that tell something of their own.
    """
    rows = [(sentence, held) for sentence, held in filled if sentence.lang == _RUSSIAN]
    for sentence, held in rows:
        for m in held:
            said = text[sentence.start_char : m.start_char] if m.label == _DATE else ""
            if said and (polarity := _told(said)):
                yield (sentence.start_char, polarity), m
    for (first, _), (then, held) in pairwise(rows):
        day = next((m for m in held if m.label == _DATE), None)
        if day is None or then.start_char in telling:
            continue
        said = text[then.start_char : day.start_char]
        if (polarity := _told(said)) and said.count(",") <= 1:
            yield (first.start_char, polarity), day
        for deed, sitting in _SITTINGS.items():
            if sitting.search(said):
                yield (first.start_char, f"{_PLANNED}:{deed}"), day


def _told(said: str) -> str:
    """Of what polarity that is which the words before a date say of "this"."""
    return _PLANNED if _WILL_BE.search(said) else POLARITIES[0] if _HAS_BEEN.search(said) else ""
