"""One event: every quote in every language, the reference facts with their sources, who took part, what disagrees."""

from datasette.utils import tilde_decode

from kb.store.reader import web_events
from kb.store.reader.titles import entity_types, single_parties
from kb.timeline import title_of
from kb.web.visit import Page, Row, Visit

PATH = r"/event/(?P<id>[^/.]+)"
NAV = None


async def page(visit: Visit) -> Page:
    event_id = tilde_decode(visit.part("id"))
    found = await visit.read(web_events.event, event_id, visit.lang)
    if found is None:
        return visit.missing("event")
    tables = {
        "quotes": await visit.read(web_events.event_quotes, event_id),
        "references": await visit.read(web_events.event_references, event_id),
        "participants": await visit.read(web_events.event_participants, event_id, visit.lang),
        "conflicts": await visit.read(web_events.event_conflicts, event_id),
        "memberships": await visit.read(web_events.event_memberships, event_id, visit.lang),
    }
    related = [row for row in await visit.read(web_events.same_question, event_id, visit.lang)
               if row["event_id"] != event_id]  # fmt: skip
    extras = {"by_lang": by_language(tables["quotes"]), "related": related}
    return Page("event.html", await event_title(visit, found), {"event": found}, tables, extras)


async def event_title(visit: Visit, found: Row) -> str:
    types = await visit.read(entity_types)
    parties = await visit.read(single_parties, visit.lang)
    return title_of(found, types, parties.get(found["event_id"]), visit.lang)


def by_language(quotes: list[dict[str, object]]) -> dict[str, list[dict[str, object]]]:
    """The same quotes, one list a language, in the order in which they come."""
    found: dict[str, list[dict[str, object]]] = {}
    for quote in quotes:
        found.setdefault(str(quote["lang"]), []).append(quote)
    return found
