"""Events in, the same with a title that reads as a sentence in the reader's language out."""

from collections.abc import Sequence
from typing import Any

from kb.store.reader import web_timeline
from kb.store.reader.titles import event_statuses, single_parties
from kb.timeline import readable
from kb.web.visit import Row, Visit


async def titled(visit: Visit, rows: Sequence[Row]) -> list[dict[str, Any]]:
    ids = sorted({row[side] for row in rows for side in ("subject_id", "object_id") if row[side]})
    types = await visit.read(web_timeline.types_of, ids)
    parties = await visit.kept(single_parties, visit.lang)
    return readable(rows, types, parties, visit.lang, await visit.kept(event_statuses))
