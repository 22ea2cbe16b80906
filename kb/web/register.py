"""A visit in, the instruments of its database out, as the commands `kb instruments` and `kb scorecard` have them.

Sorts are those of the registry that ships; an instrument of a registry of one's own has its sort in its id.
"""

from collections.abc import Mapping

from kb.instruments import Record, records, shipped_kinds
from kb.store.reader import systems
from kb.web.visit import Visit


async def instruments_held(visit: Visit) -> Mapping[str, Record]:
    async def make() -> Mapping[str, Record]:
        named = await visit.kept(systems.instruments, visit.lang)
        return records(named, await visit.kept(systems.instrument_acts), shipped_kinds())

    return await visit.remembered(("instruments", visit.lang), make)
