"""The claims of a text in, the same with what its Kazakh historic present tells of years long gone as facts out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.tokens import fold, tokenise
from kb.model import POLARITIES, Claim

_KAZAKH, _PLANNED, _YEAR = "kk", "planned", 4
_WATCHER, _PARTS = "observer", re.compile("[;.]")
# "2001, 15 маусым – …"; so many of them make a chronicle, and so far from the others its last one may be.
_ENTRY = re.compile(r"\W{0,3}(?P<year>(?:1[89]|20)\d\d)\b[^–—:;.]{0,25}\s?[–—:]\s")
_ENTRIES, _GAP = 3, 5
# A chronicle that goes up to this year tells of nothing to come.
_PAST_YEAR = 2020
# The present of a verb, letters folded; "can" and the past of "be" look like one.
_PRESENT = ("ады", "еди", "йды", "йди", "яды")
_NOT_PRESENT = frozenset(map(fold, ("еді", "алады", "керек", "көздейді")))
# The verbs that tell each deed, letters folded.
_DEEDS = {
    deed: tuple(map(fold, stems.split()))
    for deed, stems in {
        "acceded": "қосыл кір ен бол өт қабылдан алын атан орал келеді",
        "observer": "ал бол атан беріл",
        "suspended": "тоқтат мұздат",
        "withdrew": "шығ кет",
        "established": "құр қала негізд ашыл бол келеді",
        "terminated": "ыдыра тара жойыл тоқта істемейді етпейді сүрмейді",
        "signed": "қой жаса",
        "ratified": "бекіт ратифик мақұлда",
        "adopted": "қабылда бекіт",
        "entered_into_force": "ен кір",
        "renamed": "атал өзгер",
        "succeeded": "айнал алмас ауыс",
    }.items()
}
# What makes of it a plan, a promise or something that somebody says, letters folded.
_OPEN = tuple(
    map(
        fold,
        (
            "деп", "деген", "деді", "дейді", "жоспар", "көзде", "тиіс", "керек", "мақсат", "міндет", "ниет", "үміт",
            "шешім", "уәде", "егер", "келісті", "келісіл", "күт", "болжа", "айт", "мәлімде", "хабарла", "жарияла",
            "ұсын", "өтініш", "қажет", "мүмкін", "дайын", "ұйғар", "уағдалас", "дейін", "әлі", "болашақ", "келесі",
        ),
    )
)  # fmt: skip


def present_settled(claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "1996 жылы A одаққа қосылады … 2000 жылы B құрылды": by then A had joined."""
    facts = [c.edtf[:_YEAR] for c in claims if c.lang == _KAZAKH and c.polarity == POLARITIES[0] and c.edtf]
    told = max((int(year) for year in (*facts, _last_entry(claims)) if year.isdigit()), default=0)
    for claim in claims:
        year = (claim.edtf or "")[:_YEAR]
        past = claim.lang == _KAZAKH and claim.polarity == _PLANNED and year.isdigit() and int(year) <= told
        past = past and (int(year) < told or _ENTRY.match(claim.quote) is not None)
        yield replace(claim, polarity=POLARITIES[0]) if past and _only_present(claim) else claim


def _last_entry(claims: Sequence[Claim]) -> str:
    """ "2006 – A-ға өтеді", "2012 – B-дан шығады", "2019 – …": the last year of a chronicle all in the present."""
    led = {c.start_char: _ENTRY.match(c.quote) for c in claims if c.lang == _KAZAKH}
    years = sorted({int(found["year"]) for found in led.values() if found})
    if len(years) < _ENTRIES:
        return ""
    near = years[-1] - years[-2] <= _GAP or years[-1] <= _PAST_YEAR
    return str(years[-1] if near else years[-2])


def _only_present(claim: Claim) -> bool:
    """Its sentence, or a part of it, ends in its own verb in the present, and nobody says or wants it."""
    words = [fold(t.text) for t in tokenise(claim.quote) if not t.text.isdigit()]
    if any(w.startswith(_OPEN) for w in words):
        return False
    # An entry of a chronicle may tell of several things; elsewhere the sentence ends in its own verb.
    parts = _PARTS.split(claim.quote) if _ENTRY.match(claim.quote) else [claim.quote]
    return any(_tells(claim, part) for part in parts)


def _tells(claim: Claim, part: str) -> bool:
    words = [fold(t.text) for t in tokenise(part) if not t.text.isdigit()]
    watches = claim.type == _WATCHER and _ENTRY.match(claim.quote) is not None
    if not words or (words[-1] in _NOT_PRESENT and not watches):
        return False
    return words[-1].endswith(_PRESENT) and words[-1].startswith(_DEEDS.get(claim.type, "\n"))
