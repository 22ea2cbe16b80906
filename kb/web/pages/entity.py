"""One organization, country, treaty, person or programme: names, dates, relations, members, events, sentences."""

from typing import Any

from datasette import Response

from kb.model import LANGUAGES, today
from kb.store.reader import entities, events, web_entities
from kb.web.sheets import SHEETS
from kb.web.spells import holding, spells_picture
from kb.web.titled import titled
from kb.web.visit import Page, Visit

PATH = r"/entity/(?P<id>[^/.]+)"
NAV = None
_SENTENCES, _DOCUMENTS, _EVENTS = 5, 15, 150


async def page(visit: Visit) -> Page | Response:
    key = visit.part("id")
    entity = await visit.read(entities.entity, key)
    if entity is None:
        moved = await visit.read(web_entities.moved_to, key)
        return Response.redirect(visit.entity(moved) + visit.part("form")) if moved else visit.missing("entity")
    happened = await visit.kept(events.timeline, events.Filter(entities=[key], polarity=None), visit.lang)
    tables = {"events": await titled(visit, happened[:_EVENTS]), **await _tables(visit, key)}
    counts = await visit.kept(web_entities.counts, key)
    entity.pop("label", None)
    spells = tables["members"] or tables["bodies"]
    data = {"entity": entity, "counts": {**counts, "events": len(happened)}}
    extras = {
        "name": visit.t.name(entity), "now": holding(spells, today()), "spells": spells,
        "drawn": [spells_picture(spells, today(), sheet) for sheet in SHEETS], "is_body": bool(tables["members"]),
        "named": [(lang, entity[f"name_{lang}"], entity[f"abbr_{lang}"]) for lang in LANGUAGES],
    }  # fmt: skip
    return Page("entity.html", visit.t.name(entity), data, tables, extras)


async def _tables(visit: Visit, key: str) -> dict[str, list[dict[str, Any]]]:
    lang = visit.lang
    quoted = [row for code in LANGUAGES
              for row in await visit.kept(web_entities.sentences, key, code, _SENTENCES)]  # fmt: skip
    return {
        "members": await visit.kept(web_entities.spells_of_members, key, lang),
        "bodies": await visit.kept(web_entities.spells_of_bodies, key, lang),
        "relations": await visit.kept(web_entities.relations, key, lang),
        "conflicts": await visit.kept(web_entities.conflicts, key, lang),
        "sentences": quoted,
        "documents": await visit.kept(web_entities.documents, key, _DOCUMENTS),
        "company": await visit.kept(web_entities.company, key, lang),
        "aliases": await visit.kept(entities.aliases, key),
        "facts": await visit.kept(web_entities.reference_facts, key),
    }
