"""Conflicts: where documents disagree with the reference facts or with each other, one row a disagreement."""

from kb.store.reader import web_events
from kb.web.visit import Page, Visit

PATH = "/conflicts"
NAV = "nav.conflicts"
_PAGE = 60


async def page(visit: Visit) -> Page:
    rows = await visit.kept(web_events.conflict_rows, visit.lang)
    types = sorted({str(row["type"]) for row in rows})
    kinds = sorted({str(row["kind"]) for row in rows})
    chosen = {"type": visit.choice("type", types), "kind": visit.choice("kind", kinds), "entity": visit.arg("entity")}
    wanted = [row for row in rows if _wanted(row, chosen)]
    number = visit.number("page", 1)
    # Files hold everything, a page what can be read at once.
    shown = wanted if visit.part("form") else wanted[(number - 1) * _PAGE : number * _PAGE]
    extras = {"types": types, "kinds": kinds, "chosen": chosen, "number": number, "more": len(wanted) > number * _PAGE}
    data = {"total": len(rows), "found": len(wanted)}
    return Page("conflicts.html", visit.t("conflicts.title"), data, {"conflicts": shown}, extras)


def _wanted(row: dict[str, object], chosen: dict[str, str]) -> bool:
    return (
        chosen["type"] in ("", row["type"]) and chosen["kind"] in ("", row["kind"])
        and chosen["entity"] in ("", row["subject_id"], row["object_id"])
    )  # fmt: skip
