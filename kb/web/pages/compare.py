"""What each source says of one event or one membership, beside the reference facts; with a form for who may judge."""

from typing import Any

from datasette import Response

from kb.edtf_bounds import bounds
from kb.judgements import Judgement
from kb.store.reader import web_events
from kb.web import judging
from kb.web.effect import in_effect
from kb.web.pages.event import event_title
from kb.web.sheets import SHEETS, Sheet
from kb.web.visit import Page, Row, Visit
from kb.web.year_axis import close_axis

PATH = r"/compare/(?P<id>[^/.]+)"
NAV = None
_WIDTH, _NARROW_WIDTH = 420, 220
_LOW, _HIGH = "1800-01-01", "2100-12-31"
_PAGE = 40
# Judgements of a claim that its row shows.
_OF_CLAIMS = ("accept", "reject", "date")
Found = dict[str, Any]


async def page(visit: Visit) -> Page | Response:
    asked = visit.part("id")
    found = await _event(visit, asked) or await _membership(visit, asked)
    if found is None:
        return visit.missing("event")
    if visit.request.method == "POST":
        await judging.judge(visit)
        return Response.redirect(visit.here(judged="1"), 303)
    said = [row for event in found["events"] for row in await _said(visit, event, found["refuted"])]
    number, whole = visit.number("page", 1), bool(visit.part("form"))
    sources = said if whole else said[(number - 1) * _PAGE : number * _PAGE]
    allowed = await judging.may_judge(visit)
    await _judged(visit, sources)
    data = {"about": found["about"], "n_sources": len(said)}
    tables = {"sources": sources, "references": found["references"], "events": found["events"],
              "memberships": found["spells"]}  # fmt: skip
    extras = {
        "allowed": allowed, "drawn": [_picture(said, found["references"], sheet) for sheet in SHEETS],
        "entities": _entities(found["events"]),
        "kind": found["kind"], "actor": (visit.request.actor or {}).get("id", ""), "number": number,
        "more": len(said) > number * _PAGE,
    }  # fmt: skip
    return Page("compare.html", visit.t("compare.title", what=found["title"]), data, tables, extras)


async def _judged(visit: Visit, sources: list[Found]) -> None:
    """Says beside each claim what people judged of it, and whether that has taken effect."""
    about: dict[str, list[Judgement]] = {}
    for judgement in await judging.standing(visit):
        if judgement.verb in _OF_CLAIMS:
            about.setdefault(judgement.target, []).append(judgement)
    for row in sources:
        row["judged"] = [
            {"id": j.id, "verb": j.verb, "value": j.value, "who": j.who, "why": j.why,
             "state": "in_effect" if in_effect(j, row, {}) else "pending"}
            for j in about.get(row["key"], ())
        ]  # fmt: skip


async def _event(visit: Visit, event_id: str) -> Found | None:
    about = await visit.kept(web_events.event, event_id, visit.lang)
    if about is None:
        return None
    events = await visit.kept(web_events.same_question, event_id, visit.lang)
    references: dict[str, Row] = {}
    refuted: set[str] = set()
    for event in events:
        references |= {r["reference_id"]: r for r in await visit.kept(web_events.event_references, event["event_id"])}
        refuted |= {c["event_b"] for c in await visit.kept(web_events.event_conflicts, event["event_id"])}
    return {
        "kind": "event", "about": about, "events": events, "references": list(references.values()), "refuted": refuted,
        "spells": await visit.kept(web_events.event_memberships, event_id, visit.lang),
        "title": await event_title(visit, about),
    }  # fmt: skip


async def _membership(visit: Visit, membership_id: str) -> Found | None:
    about = await visit.kept(web_events.membership, membership_id, visit.lang)
    if about is None:
        return None
    pair = (about["organization_id"], about["member_id"])
    events = await visit.kept(web_events.pair_events, *pair, visit.lang)
    refuted: set[str] = set()
    for event in events:
        refuted |= {c["event_b"] for c in await visit.kept(web_events.event_conflicts, event["event_id"])}
    return {
        "kind": "membership", "about": about, "events": events, "refuted": refuted,
        "references": await visit.kept(web_events.membership_references, *pair),
        "spells": await visit.kept(web_events.spells_of_pair, *pair, visit.lang),
        "title": f"{about['member']} → {about['organization']}",
    }  # fmt: skip


async def _said(visit: Visit, event: Row, refuted: set[str]) -> list[Found]:
    """One row a quote; `verdict` says how it stands to what is known: agrees, differs, alone."""
    verdict = "differs" if event["event_id"] in refuted else "agrees" if event["support"] == "both" else "alone"
    if event["support"] == "disputed" and verdict == "alone":
        verdict = "agrees"  # others dispute it; it is what stands
    quotes = await visit.kept(web_events.event_quotes, event["event_id"], visit.lang)
    about = {name: event[name] for name in ("type", "subject_id", "subject", "object_id", "object", "event_id")}
    about |= {"event_edtf": event["edtf"], "event_confidence": event["confidence"]}
    doubted = event["support"] == "disputed"
    return [{**about, **q, "verdict": "differs" if doubted and q["reason"] else verdict} for q in quotes]


def _picture(sources: list[Found], references: list[Row], sheet: Sheet) -> Found | None:
    """Each date that is told as the span that it may mean, reference facts first; those who tell the same share it."""
    told: dict[tuple[str, str | None, str], list[str]] = {}
    for row in references:
        if row["start_edtf"]:
            told.setdefault(("reference", None, row["start_edtf"]), []).append(row["citation"])
    for row in sources:
        if row["edtf"]:
            told.setdefault((row["verdict"], row["lang"], row["edtf"]), []).append(row["title"] or row["path"])
    spans = [(*key, labels, *bounds(key[2])) for key, labels in told.items()]
    spans = [span for span in spans if span[4] or span[5]]
    if not spans:
        return None
    days = [day for span in spans for day in span[4:6] if day]
    width = _NARROW_WIDTH if sheet.narrow else _WIDTH
    axis, ticks = close_axis(max(min(days), _LOW), min(max(days), _HIGH), width)
    bars = [
        {"kind": kind, "lang": lang, "edtf": edtf, "label": labels[0], "others": len(set(labels)) - 1,
         "x": axis.x(low or _LOW), "x2": axis.x(high or _HIGH)}
        for kind, lang, edtf, labels, low, high in spans
    ]  # fmt: skip
    marks = [(axis.x(tick + "-01-01"[len(tick) - 4 :]), tick) for tick in ticks]
    return {"sheet": sheet, "axis": axis, "bars": bars, "ticks": marks}


def _entities(events: list[Row]) -> list[tuple[str, str]]:
    """What a judgement `same` or `different` may be about."""
    sides = {(e[f"{side}_id"], e[side]) for e in events for side in ("subject", "object") if e[f"{side}_id"]}
    return sorted(sides, key=lambda side: side[1])
