"""The lines of a fact sheet in, what its labels tell of the body in its title out: "Founded: 28 May 1975"."""

import re
from collections.abc import Iterator

from extract.claims.rows.masked import BODY, DATE, Masked
from kb.model import Mention

# What a label tells: type of claim -> the label, whole.
_DATED = (
    ("established", re.compile(r"(?:date |year )?(?:founded|established|created|formed|set up|(?:of )?foundation"
                               r"|(?:of )?establishment|(?:of )?creation|(?:of )?formation)", re.IGNORECASE)),
    ("terminated", re.compile(r"(?:date |year )?(?:(?:of )?(?:dissolution|liquidation)|dissolved|abolished|disbanded"
                              r"|ceased to exist)", re.IGNORECASE)),
)  # fmt: skip
_HEIR = re.compile(r"(?P<old>preceded by|predecessor|replaced)|succeeded by|successor|replaced by", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:[•·▪●○*–—-]\s*)?(?P<label>[A-Z][A-Za-z ]{3,24}?)\s*:\s*(?P<rest>.*)", re.DOTALL)
_DAY = re.compile(rf"(?:on |in )?{DATE}(?:[\s,;(][^{DATE}]*)?")
_SHEET = re.compile(
    r"(?:key |basic |general |quick )?(?:facts|data|information|profile|overview)(?: sheet)?|at a glance|in brief",
    re.IGNORECASE,
)


def labelled(page: Masked) -> bool:
    """Whether the line goes on with a sheet."""
    return _LABEL.fullmatch(page.line) is not None or _SHEET.fullmatch(page.line.strip()) is not None


def facts_told(page: Masked, body: str) -> Iterator[tuple[str, str, str | None, Mention | None]]:
    """Type, subject, object and date of what the line tells."""
    found = _LABEL.fullmatch(page.line)
    if found is None:
        return
    dates, bodies = page.of(DATE), page.of(BODY)
    kind = next((k for k, label in _DATED if label.fullmatch(found["label"])), "")
    if kind and len(dates) == 1 and _DAY.fullmatch(found["rest"].strip(" .")):
        yield kind, body, None, dates[0]
    heir = _HEIR.fullmatch(found["label"])
    if heir and not dates and found["rest"].strip(" .") == BODY:
        other = str(bodies[0].entity_id)
        if other != body:
            yield ("succeeded", body, other, None) if heir["old"] else ("succeeded", other, body, None)
