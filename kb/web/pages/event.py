"""One event: every quote in every language, the reference facts with their sources, who took part, what disagrees."""

from datasette.utils import tilde_decode

from kb.model import LANGUAGES
from kb.store.reader import web_events
from kb.store.reader.entities import names
from kb.web.titled import titled
from kb.web.visit import Page, Row, Visit

PATH = r"/event/(?P<id>[^/.]+)"
NAV = None
_PAGE = 25  # quotes of each language


async def page(visit: Visit) -> Page:
    event_id = tilde_decode(visit.part("id"))
    found = await visit.kept(web_events.event, event_id, visit.lang)
    if found is None:
        return visit.missing("event")
    tables = {
        "quotes": await visit.kept(web_events.event_quotes, event_id, visit.lang),
        "references": await visit.kept(web_events.event_references, event_id),
        "participants": await visit.kept(web_events.event_participants, event_id, visit.lang),
        "conflicts": await visit.kept(web_events.event_conflicts, event_id),
        "memberships": await visit.kept(web_events.event_memberships, event_id, visit.lang),
    }
    related = [row for row in await visit.kept(web_events.same_question, event_id, visit.lang)
               if row["event_id"] != event_id]  # fmt: skip
    place = found["place_id"]
    known = await visit.read(names, [place], visit.lang) if place else {}
    shown = {**found, "place_name": known.get(place, found["place"])}
    number, quotes = visit.number("page", 1), by_language(tables["quotes"])
    first, end = (number - 1) * _PAGE, number * _PAGE
    extras = {
        "by_lang": {lang: said[first:end] for lang, said in quotes.items() if said[first:end]},
        "related": related, "number": number, "more": any(len(said) > end for said in quotes.values()),
        "n_of": {lang: len(said) for lang, said in quotes.items()},
    }  # fmt: skip
    return Page("event.html", await event_title(visit, found), {"event": shown}, tables, extras)


async def event_title(visit: Visit, found: Row) -> str:
    return str((await titled(visit, [found]))[0]["title"])


def by_language(quotes: list[dict[str, object]]) -> dict[str, list[dict[str, object]]]:
    """The same quotes, one list a language, in the order of the languages everywhere."""
    found = {lang: [quote for quote in quotes if quote["lang"] == lang] for lang in LANGUAGES}
    return {lang: rows for lang, rows in found.items() if rows}
