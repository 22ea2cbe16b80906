"""What each source says of one event or one membership, beside the reference facts; with a form for who may judge."""

from typing import Any

from datasette import Response

from kb.edtf_bounds import bounds
from kb.store.reader import web_events
from kb.web import judging
from kb.web.pages.event import event_title
from kb.web.visit import Page, Row, Visit
from kb.web.year_axis import close_axis

PATH = r"/compare/(?P<id>[^/.]+)"
NAV = None
_WIDTH = 420
_LOW, _HIGH = "1800-01-01", "2100-12-31"
Found = dict[str, Any]


async def page(visit: Visit) -> Page | Response:
    asked = visit.part("id")
    found = await _event(visit, asked) or await _membership(visit, asked)
    if found is None:
        return visit.missing("event")
    if visit.request.method == "POST":
        await judging.judge(visit)
        return Response.redirect(visit.here(judged="1"), 303)
    sources = [row for event in found["events"] for row in await _said(visit, event, found["refuted"])]
    allowed = await judging.may_judge(visit)
    judged = {j.target: j for j in await judging.standing(visit)}
    for row in sources:
        row["judged"] = judged[row["key"]].verb if row["key"] in judged else None
    data = {"about": found["about"]}
    tables = {"sources": sources, "references": found["references"], "events": found["events"],
              "memberships": found["spells"]}  # fmt: skip
    extras = {
        "allowed": allowed, "picture": _picture(sources, found["references"]), "entities": _entities(found["events"]),
        "kind": found["kind"], "actor": (visit.request.actor or {}).get("id", ""),
    }  # fmt: skip
    return Page("compare.html", visit.t("compare.title", what=found["title"]), data, tables, extras)


async def _event(visit: Visit, event_id: str) -> Found | None:
    about = await visit.read(web_events.event, event_id, visit.lang)
    if about is None:
        return None
    events = await visit.read(web_events.same_question, event_id, visit.lang)
    references: dict[str, Row] = {}
    refuted: set[str] = set()
    for event in events:
        references |= {r["reference_id"]: r for r in await visit.read(web_events.event_references, event["event_id"])}
        refuted |= {c["event_b"] for c in await visit.read(web_events.event_conflicts, event["event_id"])}
    return {
        "kind": "event", "about": about, "events": events, "references": list(references.values()), "refuted": refuted,
        "spells": await visit.read(web_events.event_memberships, event_id, visit.lang),
        "title": await event_title(visit, about),
    }  # fmt: skip


async def _membership(visit: Visit, membership_id: str) -> Found | None:
    about = await visit.read(web_events.membership, membership_id, visit.lang)
    if about is None:
        return None
    pair = (about["organization_id"], about["member_id"])
    events = await visit.read(web_events.pair_events, *pair, visit.lang)
    refuted: set[str] = set()
    for event in events:
        refuted |= {c["event_b"] for c in await visit.read(web_events.event_conflicts, event["event_id"])}
    return {
        "kind": "membership", "about": about, "events": events, "refuted": refuted,
        "references": await visit.read(web_events.membership_references, *pair),
        "spells": await visit.read(web_events.spells_of_pair, *pair, visit.lang),
        "title": f"{about['member']} → {about['organization']}",
    }  # fmt: skip


async def _said(visit: Visit, event: Row, refuted: set[str]) -> list[Found]:
    """One row a quote; `verdict` says how it stands to what is known: agrees, differs, alone."""
    verdict = "differs" if event["event_id"] in refuted else "agrees" if event["support"] == "both" else "alone"
    if event["support"] == "disputed" and verdict == "alone":
        verdict = "agrees"  # others dispute it; it is what stands
    quotes = await visit.read(web_events.event_quotes, event["event_id"])
    about = {name: event[name] for name in ("type", "subject_id", "subject", "object_id", "object")}
    return [{**about, **quote, "verdict": verdict} for quote in quotes]


def _picture(sources: list[Found], references: list[Row]) -> Found | None:
    """Each dated statement as the span that it may mean, reference facts first."""
    dated = [("reference", None, r["start_edtf"], r["citation"]) for r in references if r["start_edtf"]]
    dated += [(s["verdict"], s["lang"], s["edtf"], s["title"] or s["path"]) for s in sources if s["edtf"]]
    spans = [(kind, lang, edtf, label, *bounds(edtf)) for kind, lang, edtf, label in dated]
    spans = [span for span in spans if span[4] or span[5]]
    if not spans:
        return None
    days = [day for span in spans for day in span[4:6] if day]
    axis, ticks = close_axis(max(min(days), _LOW), min(max(days), _HIGH), _WIDTH)
    bars = [
        {"kind": kind, "lang": lang, "edtf": edtf, "label": label, "x": axis.x(low or _LOW),
         "x2": axis.x(high or _HIGH)}
        for kind, lang, edtf, label, low, high in spans
    ]  # fmt: skip
    marks = [(axis.x(tick + "-01-01"[len(tick) - 4 :]), tick) for tick in ticks]
    return {"axis": axis, "bars": bars, "ticks": marks}


def _entities(events: list[Row]) -> list[tuple[str, str]]:
    """What a judgement `same` or `different` may be about."""
    sides = {(e[f"{side}_id"], e[side]) for e in events for side in ("subject", "object") if e[f"{side}_id"]}
    return sorted(sides, key=lambda side: side[1])
