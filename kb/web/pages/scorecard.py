"""Implementation: what the members of a body signed, ratified and put into force, and what is still open."""

from collections.abc import Mapping
from typing import Any

from kb.instruments import Record, in_words
from kb.scorecard import OPEN, detail_rows, scorecard_rows, totals
from kb.store.reader import systems
from kb.store.reader.entities import names
from kb.web.asked import bodies_asked
from kb.web.register import instruments_held
from kb.web.state_table import SIGNS, state_table
from kb.web.visit import Page, Refused, Visit

PATH = "/scorecard"
NAV = "nav.scorecard"
_FIRST = "eaeu"  # the body of which nobody asks for another
_PAGE = 60


async def page(visit: Visit) -> Page:
    held = await instruments_held(visit)
    known = _bodies(held)
    if not known:
        raise Refused(visit.t("scorecard.empty"), 404)
    asked = await bodies_asked(visit)
    if len(asked) > 1:
        raise Refused(visit.t("scorecard.one"), 400)
    body = asked[0] if asked else _FIRST if _FIRST in known else min(known)
    every = detail_rows(held, await visit.kept(systems.parties_of, body, visit.lang), body)
    only_open = visit.arg("open") == "yes"
    details = in_words((r for r in every if not only_open or r["state_id"] == OPEN), visit.lang, visit.t.of)
    number, scores = visit.number("page", 1), scorecard_rows(every)
    shown = details if visit.part("form") else details[(number - 1) * _PAGE : number * _PAGE]
    called = known | await visit.read(names, [body], visit.lang)
    data = {"organization": body, "open": only_open, "totals": totals(scores)}
    extras: dict[str, Any] = {
        "known": sorted(called.items(), key=lambda item: visit.t.order(item[1])), "body": called[body],
        "states": state_table(every), "signs": SIGNS, "number": number, "more": len(details) > number * _PAGE,
        "n_details": len(details), "named": {row["instrument_id"]: row["instrument"] for row in every},
    }  # fmt: skip
    title = visit.t("scorecard.title", body=called[body])
    return Page("scorecard.html", title, data, {"scorecard": scores, "detail": shown}, extras)


def _bodies(held: Mapping[str, Record]) -> dict[str, str]:
    """Bodies with an instrument that somebody signed, ratified or acceded to, by their names."""
    return {
        body: name for record in held.values() if record.signatories or record.ratified or record.acceded
        for body, name in record.bodies.items()
    }  # fmt: skip
