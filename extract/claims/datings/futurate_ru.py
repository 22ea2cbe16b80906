"""A Russian fact with its date and the day of the report in, the same as a plan where it is yet to come out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.scene import Scene, Told
from extract.language.russian import is_present
from kb.model import POLARITIES, Mention

_DATELINE, _PLANNED = ":dateline", "planned"


def day_of_report(mentions: Sequence[Mention]) -> Mention | None:
    """The date of the line that says where and when the report is from."""
    return next((m for m in mentions if m.method.endswith(_DATELINE)), None)


def yet_to_come(scene: Scene, told: Told, issued: Mention | None) -> Told:
    """ "A joins the union on 2 January" of a report of 24 December is a plan: a present, and a day to come."""
    if scene.lang != "ru" or issued is None or told.date is None or told.polarity != POLARITIES[0]:
        return told
    present = is_present(scene.clauses.items[told.trigger.head].norm)
    later = (told.date.earliest or "") > (issued.latest or "9")
    return replace(told, polarity=_PLANNED) if present and later else told
