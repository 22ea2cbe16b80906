"""The claims of a text in, the same with what its Kazakh historic present tells of years long gone as facts out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.tokens import fold, tokenise
from kb.model import POLARITIES, Claim

_KAZAKH, _PLANNED, _YEAR = "kk", "planned", 4
# The present of a verb, letters folded; "can" and the past of "be" look like one.
_PRESENT = ("ады", "еди", "йды", "йди", "яды")
_NOT_PRESENT = frozenset(map(fold, ("еді", "алады", "керек", "көздейді")))
# The verbs that tell each deed, letters folded.
_DEEDS = {
    deed: tuple(map(fold, stems.split()))
    for deed, stems in {
        "acceded": "қосыл кір ен бол өт қабылдан алын атан",
        "withdrew": "шығ кет",
        "established": "құр қала негізд ашыл бол келеді",
        "terminated": "ыдыра тара жойыл тоқта",
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
    told = max((int(year) for year in facts if year.isdigit()), default=0)
    for claim in claims:
        year = (claim.edtf or "")[:_YEAR]
        past = claim.lang == _KAZAKH and claim.polarity == _PLANNED and year.isdigit() and int(year) < told
        yield replace(claim, polarity=POLARITIES[0]) if past and _only_present(claim) else claim


def _only_present(claim: Claim) -> bool:
    """Its sentence ends in its own verb in the present, and nobody says or wants it."""
    words = [fold(t.text) for t in tokenise(claim.quote) if not t.text.isdigit()]
    if not words or any(w.startswith(_OPEN) for w in words) or words[-1] in _NOT_PRESENT:
        return False
    return words[-1].endswith(_PRESENT) and words[-1].startswith(_DEEDS.get(claim.type, "\n"))
