"""Who reached which stage of integration in, the stages of each body over time with their instruments out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kb.graph_spells import spell_of

Row = Mapping[str, Any]
# From the loosest to the closest, as the literature has them.
ORDER = ("stage-preferential", "stage-fta", "stage-customs-union", "stage-common-market", "stage-economic-union",
         "stage-monetary-union")  # fmt: skip


def stage_rows(events: Iterable[Row], ends: Mapping[str, str], instruments: Collection[str]) -> list[dict[str, Any]]:
    """One row for each step; a stage lasts as long as the body, since a closer one holds it within itself."""
    rows: list[dict[str, Any]] = []
    for _, steps in groupby(sorted(events, key=_order), key=lambda event: event["body_id"]):
        rows += _of_body(list(steps), ends, instruments)
    return rows


def chosen_rows(
    rows: Iterable[Row], bodies: Collection[str] = (), period: tuple[str, str] | None = None
) -> list[dict[str, Any]]:
    """The steps of some bodies, of all where none is named, that hold or may hold in a period of ISO days."""
    return [
        dict(row) for row in rows
        if (not bodies or row["body_id"] in bodies)
        and (period is None or spell_of(row["since"], row["until"]).certainty(period))
    ]  # fmt: skip


def _order(event: Row) -> tuple[str, str, int]:
    return event["body_id"], event["earliest"] or "9999", _rank(event)


def _rank(event: Row) -> int:
    return ORDER.index(event["stage_id"]) if event["stage_id"] in ORDER else -1


def _of_body(steps: Sequence[Row], ends: Mapping[str, str], instruments: Collection[str]) -> list[dict[str, Any]]:
    rows = []
    for number, step in enumerate(steps):
        closer = [later["edtf"] for later in steps[number + 1 :] if _rank(later) > _rank(step)]
        until = ends.get(step["body_id"]) or step["body_end"]
        rows.append({
            "body_id": step["body_id"], "body": step["body"], "stage": step["stage"], "stage_id": step["stage_id"],
            "since": step["edtf"], "until": until, "closer_from": closer[0] if closer else None,
            "instrument": _instrument(step, instruments),
            "support": step["support"], "unverified": bool(step["unverified"]), "source": step["citation"],
            "note": step["note"], "documents": step["documents"], "event_id": step["id"],
        })  # fmt: skip
    return rows


def _instrument(step: Row, instruments: Collection[str]) -> str | None:
    """The instrument that marks the step stands first in the note of the reference fact."""
    words = (step["note"] or "").replace(";", " ").replace(".", " ").split()
    return next((word for word in words if word in instruments), None)
