"""Events in, where texts and reference facts agree, differ or are silent out, and which text says so."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]
RESULTS = {"both": "agree", "disputed": "differ", "reference": "texts silent", "texts": "reference silent"}


def check_rows(events: Iterable[Row]) -> list[dict[str, Any]]:
    """One row an event; the date is that of the texts where they differ, with what stands against it."""
    return [
        {"result": RESULTS[event["support"]], "type": event["type"], "subject_id": event["subject_id"],
         "subject": event["subject"], "object_id": event["object_id"], "object": event["object"],
         "date": event["edtf"], "reference_date": event["stands"] if event["support"] == "disputed" else
         event["edtf"] if event["support"] != "texts" else None,
         "verified": None if event["unverified"] is None else "no" if event["unverified"] else "yes",
         "langs": event["langs"], "documents": event["documents"], "source": event["citation"],
         "known_status": event["known_status"], "why": event["why"]}
        for event in events
    ]  # fmt: skip


def check_counts(rows: Iterable[Row]) -> dict[str, int]:
    """How many events of each result, in the order of what is most worth reading."""
    counted = Counter(row["result"] for row in rows)
    return {result: counted[result] for result in RESULTS.values()}
