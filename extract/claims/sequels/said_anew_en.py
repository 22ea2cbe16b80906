"""The claims of an English text in, the same as the words around them turn them out: leavers, observers, topics."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.model import POLARITIES, Claim

_LANG, _MEMBER, _JOINED, _OBSERVER = "en", "membership", "acceded", "observer"
_NO_LONGER = re.compile(r"\b(?:is|are|was|were) no longer (?:an? )?(?:full )?members?\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:as of|as from|since|from|with effect from|effective)\b", re.IGNORECASE)
_SAME = re.compile(r"\bthe same status\b|\bit was the turn of\b|\b(?:then|next) came the turn of\b", re.IGNORECASE)
_RANK = re.compile(r"\b(?:observers?|members?|joined|acceded|accession|membership)\b", re.IGNORECASE)
_BEHIND = 260
_TOPIC = re.compile(
    r"\W*(?:(?:\d{1,2}|[IVX]{1,4})[.)]\s*)?(?:the\s+)?(?:creation|establishment|formation|foundation|founding|birth|"
    r"termination|dissolution|end)\s+of\s[^,.;:]{2,90}\Z",
    re.IGNORECASE,
)
_LIVES = frozenset({"established", "terminated"})


def said_anew(text: str, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Each claim as it is meant; none for what is only a topic."""
    for claim in claims:
        if claim.lang != _LANG:
            yield claim
        elif not _is_topic(claim):
            yield _left(_ranked(text, claim))


def _is_topic(claim: Claim) -> bool:
    """ "1. Creation of the EAEU": a heading announces what the text below tells."""
    bare = claim.type in _LIVES and not claim.edtf and claim.polarity == POLARITIES[0]
    return bare and _TOPIC.match(claim.quote.strip()) is not None


def _left(claim: Claim) -> Claim:
    """ "As of 29 January A is no longer a member": it left on that day."""
    denied = claim.type == _MEMBER and claim.polarity == "negated" and bool(claim.edtf)
    part = next((p for p in claim.quote.split(";") if _NO_LONGER.search(p)), "") if denied else ""
    day = (claim.edtf or "").removesuffix("/..")
    if not _FROM.search(part) or day[:4] not in part:
        return claim
    return replace(claim, type="withdrew", polarity=POLARITIES[0], edtf=day) if "/" not in day else claim


def _ranked(text: str, claim: Claim) -> Claim:
    """ "Observers since 2018. A got the same status in 2021": the rank that was told of last."""
    if claim.type != _JOINED or not _SAME.search(claim.quote):
        return claim
    told = _RANK.findall(text[max(0, claim.start_char - _BEHIND) : claim.start_char])
    if not told or not told[-1].lower().startswith(_OBSERVER):
        return claim
    return replace(claim, type=_OBSERVER)
