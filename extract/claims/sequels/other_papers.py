"""Claims of a sentence in, the same without those of a paper that was only thought to be meant out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.anaphora.memory import Memory
from kb.model import Claim, Mention

_KAZAKH, _MADE, _OF_TOWNS = "kk", frozenset({"signed", "adopted"}), "declaration-"
_YEAR, _DAY = len("2014"), len("2014-05-29")


def without_other_papers(claims: Sequence[Claim], mentions: Sequence[Mention], memory: Memory) -> Iterator[Claim]:
    """ "The agreement was signed on 29 May 2015": not the one of 2014 that was named before, but that of the day.

    Only of papers without a name here: what is told of a named one is told of it, even where history differs.
    """
    claims = [c for c in claims if not _of_another_meeting(c, memory)]
    named = {m.entity_id for m in mentions}
    others: dict[str, str | None] = {}
    for claim in claims:
        known = memory.signed_on(claim.subject_id) if claim.type == "signed" and claim.polarity == "asserted" else ""
        told = claim.edtf or ""
        if not known or not told[:_YEAR].isdigit() or told[:_YEAR] == known[:_YEAR] or claim.subject_id in named:
            continue
        # States sign later what others signed before.
        paper = (
            memory.paper_of_day(claim.start_char, (), told) if len(told) == _DAY and not claim.participants else None
        )
        if paper is not None or told < known:
            others[claim.subject_id] = paper
    told_right = {c.subject_id for c in claims if c.type == "signed" and _fits(c, memory)}
    for claim in claims:
        if claim.subject_id not in others:
            yield claim
        elif claim.subject_id in told_right:
            # "The treaty, signed in 2023, replaced one that they had signed in 2018": only the second is another.
            if claim.type != "signed" or _fits(claim, memory):
                yield claim
        elif (paper := others[claim.subject_id]) is not None:
            yield replace(claim, subject_id=paper, object_id=memory.body_of(paper))


def _of_another_meeting(claim: Claim, memory: Memory) -> bool:
    """ "Алматы декларациясы 1978 жылы қабылданды": more than one meeting in a town has ended with a declaration."""
    known, told = memory.signed_on(claim.subject_id)[:_YEAR], (claim.edtf or "")[:_YEAR]
    dated = claim.lang == _KAZAKH and claim.type in _MADE and claim.subject_id.startswith(_OF_TOWNS)
    return dated and known.isdigit() and told.isdigit() and abs(int(known) - int(told)) > 1


def _fits(claim: Claim, memory: Memory) -> bool:
    """Whether its paper was signed in the year that is told."""
    known = memory.signed_on(claim.subject_id)
    return bool(known) and (claim.edtf or "")[:_YEAR] == known[:_YEAR]
