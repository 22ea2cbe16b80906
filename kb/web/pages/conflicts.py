"""Conflicts: where documents disagree with the reference facts or with each other, one row a disagreement."""

from kb.store.reader import web_events
from kb.web.visit import Page, Visit

PATH = "/conflicts"
NAV = "nav.conflicts"


async def page(visit: Visit) -> Page:
    rows = await visit.read(web_events.conflict_rows, visit.lang)
    types = sorted({str(row["type"]) for row in rows})
    kinds = sorted({str(row["kind"]) for row in rows})
    chosen = {"type": visit.choice("type", types), "kind": visit.choice("kind", kinds), "entity": visit.arg("entity")}
    shown = [row for row in rows if _wanted(row, chosen)]
    extras = {"types": types, "kinds": kinds, "chosen": chosen}
    return Page("conflicts.html", visit.t("conflicts.title"), {"total": len(rows)}, {"conflicts": shown}, extras)


def _wanted(row: dict[str, object], chosen: dict[str, str]) -> bool:
    return (
        chosen["type"] in ("", row["type"]) and chosen["kind"] in ("", row["kind"])
        and chosen["entity"] in ("", row["subject_id"], row["object_id"])
    )  # fmt: skip
