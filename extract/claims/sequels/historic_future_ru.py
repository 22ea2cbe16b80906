"""The claims of a text in, the same with what its future tells of years long gone as facts out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.russian import is_future, is_present
from extract.language.tokens import fold, tokenise
from kb.model import POLARITIES, Claim

_RUSSIAN, _PLANNED, _YEAR = "ru", "planned", 4
# Who says or wants what is to come, and what it hangs on: then it stays a plan of its time.
_WANTED = ("голос", "проголос", "хоте", "одобр", "поддерж", "предл", "мечта", "надея")
_SPOKEN = (
    "сообщ",
    "заяв",
    "объяв",
    "обещ",
    "пообещ",
    "реш",
    "договор",
    "план",
    "намер",
    "долж",
    "предпол",
    "ожида",
    *_WANTED,
)
# The verbs that tell each deed, in the future.
_DEEDS = {
    "acceded": ("присоедин", "примкн", "вступ", "войд", "стан", "верн", "буд"),
    "withdrew": ("выйд", "покин", "уйд", "остав"),
    "established": ("созда", "образ", "учред", "основ", "возник", "появ", "род", "буд"),
    "terminated": ("распад", "прекрат", "исчез", "ликвидир", "распуст", "упраздн", "буд"),
    "signed": ("подпиш", "заключ", "буд"),
    "ratified": ("ратифиц", "буд"),
    "entered_into_force": ("вступ", "войд"),
    "renamed": ("переимен", "смен", "получ", "буд"),
    "succeeded": ("смен", "замен", "прид", "преврат", "преобраз", "буд"),
}
_HANGS = frozenset({"что", "если", "чтобы", "когда", "словам", "мнению", "должен", "«", "»", '"', "“", "”"})
_NAMES = ("договора", "договору", "договоре", "договором", "договор", "договоры", "договоров", "договорам")


def settled(claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "В 1993 году к договору присоединится A … В 2002 году создана B": by then A had joined."""
    facts = [c.edtf[:_YEAR] for c in claims if c.lang == _RUSSIAN and c.polarity == POLARITIES[0] and c.edtf]
    told = max((int(year) for year in facts if year.isdigit()), default=0)
    for claim in claims:
        year = (claim.edtf or "")[:_YEAR]
        past = claim.lang == _RUSSIAN and claim.polarity == _PLANNED and year.isdigit() and int(year) < told
        yield replace(claim, polarity=POLARITIES[0]) if past and _foretold(claim) else claim


def _foretold(claim: Claim) -> bool:
    """Its own verb in the future, or in a present that may be one, and nobody who says or wants it."""
    words = [fold(t.text) for t in tokenise(claim.quote)]
    spoken = any(w in _HANGS or (w.startswith(_SPOKEN) and w not in _NAMES) for w in words)
    own = _DEEDS.get(claim.type, ())
    return not spoken and any(w.startswith(own) and (is_future(w) or is_present(w)) for w in words if own)
