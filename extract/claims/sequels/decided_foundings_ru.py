"""The claims of a text in, the same with the foundings that its chronicle tells as decisions out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.russian import is_present
from extract.language.tokens import fold, tokenise
from kb.model import POLARITIES, Claim

_RUSSIAN, _PLANNED, _FOUNDED = "ru", "planned", "established"
_DECIDING = ("приним", "реша", "договарива", "постановл", "провозглаш", "соглаш", "условл")
# What can only be done to a body that is there, by whether the body is its object or its subject.
_TO_IT = frozenset({"acceded", "withdrew", "suspended", "observer", "membership", "organ_of"})
_OF_IT = frozenset({"terminated", "renamed"})
# Who wants or awaits it, or when it is to be: then it stays a decision.
_OPEN = ("план", "намер", "проект", "предлож", "подготов", "возможн", "рассмотр", "вопрос", "если")
_BY = frozenset({"к", "ко"})


def decided_foundings(claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "1949: six countries decide to create A. In February B joins it": that is how a chronicle tells a founding."""
    there = _there(claims)
    founded = {c.subject_id for c in claims if c.type == _FOUNDED and c.polarity == POLARITIES[0]}
    for claim in claims:
        later = there.get(claim.subject_id, -1) > claim.start_char and claim.subject_id not in founded
        told = claim.type == _FOUNDED and claim.polarity == _PLANNED and claim.lang == _RUSSIAN and bool(claim.edtf)
        yield replace(claim, polarity=POLARITIES[0]) if told and later and _decided_now(claim) else claim


def _there(claims: Sequence[Claim]) -> dict[str, int]:
    """Body -> where the text tells last of what shows that it is there."""
    found: dict[str, int] = {}
    for claim in claims:
        body = claim.object_id if claim.type in _TO_IT else claim.subject_id if claim.type in _OF_IT else None
        if body and claim.polarity == POLARITIES[0]:
            found[body] = max(found.get(body, -1), claim.start_char)
    return found


def _decided_now(claim: Claim) -> bool:
    """The decision is told in the present, and nothing says that it is for later."""
    words = [fold(t.text) for t in tokenise(claim.quote)]
    decided = any(w.startswith(_DECIDING) and is_present(w) for w in words)
    return decided and not any(w.startswith(_OPEN) or w in _BY for w in words)
