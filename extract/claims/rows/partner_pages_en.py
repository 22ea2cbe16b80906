"""Lines below a country's name on a page of agreements in, when each was signed and took effect out.

"Serbia", below it "Signed: 25 October 2019. Effective date: 10 July 2021."
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.claims.anaphora.memory import Memory
from extract.claims.known import ClaimTables
from extract.claims.rows.masked import COUNTRY, DATE, Masked
from kb.model import Mention

_SIGNS = re.compile("[\ue000-\ue003]")
_SIGNED = re.compile(
    rf"(?:\bsigned|\bdate of (?:signature|signing)|\bsignature)(?: on)?\s*[:–—-]?\s*{DATE}"
    r"(?=\s*(?:[.,;()]|$|and\b|in\b|at\b))"
    rf"|\b(?:agreement|treaty|protocol|memorandum|convention)\b[^{DATE}.;:]{{0,80}}?(?:\(|\bof |\bdated ){DATE}",
    re.IGNORECASE,
)
_FORCE = re.compile(
    rf"(?:\bin force (?:since|from|as of)|\beffective (?:date|from|since|as of)"
    rf"|\b(?:came|entered|entry|comes|enters) into (?:force|effect)|\bin force)(?: on)?\s*[:–—-]?\s*{DATE}",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:has|have) not (?:yet )?(?:entered|come) into (?:force|effect)|^\W*not (?:yet )?in force\b", re.IGNORECASE
)
_FORCED = "entered_into_force"


@dataclass(frozen=True, slots=True)
class Partner:
    """The country of the heading above, and the paper that was told of below it last."""

    country: str = ""
    paper: str = ""


NOBODY = Partner()


def partner_named(page: Masked) -> Partner | None:
    """ "Viet Nam": a heading that holds one country and nothing else."""
    alone = page.line.strip(" .:•0123456789") == COUNTRY
    return Partner(str(page.held[0].entity_id)) if alone and len(page.held) == 1 else None


def paper_of(page: Masked, partner: Partner, memory: Memory, tables: ClaimTables) -> str:
    """The one agreement with the country that was signed on the day told here, else the last one."""
    day = _date(page, _SIGNED)
    if day is None:
        return partner.paper
    fit = [p for p in memory.papers_with(partner.country) if tables.starts.get(p) == day.edtf and memory.is_about(p)]
    return fit[0] if len(fit) == 1 else ""


def told_of_paper(page: Masked) -> Iterator[tuple[str, Mention | None]]:
    """ "Signed: D", "effective from D", "Has not entered into force": the type of claim, its date or none."""
    for kind, pattern in (("signed", _SIGNED), (_FORCED, _FORCE)):
        if (day := _date(page, pattern)) is not None:
            yield kind, day
    if _PENDING.search(page.line):
        yield _FORCED, None


def _date(page: Masked, pattern: "re.Pattern[str]") -> Mention | None:
    found = pattern.search(page.line)
    at = len(_SIGNS.findall(page.line[: found.end()])) - 1 if found else -1
    return page.held[at] if at >= 0 else None
