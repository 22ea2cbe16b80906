"""An English deed of papers without an object ("Ukraine did not sign") in, the paper of the sentence before out."""

from collections.abc import Sequence

from extract.claims.anaphora.partner_turns_en import names_partner, signed_with
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import Item
from extract.claims.grammar.row_words import row_words
from extract.claims.grammar.slots import COUNTRY
from extract.claims.scene import Scene, Told
from kb.model import Mention

_DEEDS = ("signed", "ratified")
_TOLD = frozenset({*_DEEDS, "adopted", "entered_into_force"})
# Characters from what told of the paper to the deed: a sentence or two.
_FAR = 300


def bare_deed(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "… was signed in 1992 by six states. Georgia signed a year later": what the countries before it signed."""
    items, trigger = scene.clauses.items, told.trigger
    last = scene.before or scene.last
    if scene.lang != "en" or told.form.voice != "active" or trigger.frame not in _DEEDS or last is None:
        return ()
    if names_partner(items, trigger.last):
        return ()  # "With B we signed": another paper than that with A.
    if last.type not in _TOLD or not _ends(items, trigger.last) or trigger.first != trigger.last:
        return ()
    paper = scene.memory.instrument(items[trigger.first].start, far=_FAR)
    acting = scene.find(told, Slot(COUNTRY, "before", bars=scene.marks.placed), far=6.0)
    return (paper,) if paper == last.subject_id and acting is not None else ()


def deed_with(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "With A we signed in 2019", "A signed with the Union in 2019": no noun says that a paper was signed."""
    items, trigger = scene.clauses.items, told.trigger
    if scene.lang != "en" or trigger.frame != "signed" or trigger.first != trigger.last:
        return ()
    return signed_with(items, trigger.last, scene.memory)


def turned(scene: Scene, told: Told, id_: str, of: tuple[str, Mention]) -> str | None:
    """ "With A one was signed in 2015, with B in 2019": what B concluded with that body."""
    party, day = of[0], of[1].edtf or "-"
    partner, body = scene.tables.parties.get(id_), scene.tables.body_of(id_)
    if scene.lang != "en" or partner in {None, party} or told.trigger.frame not in _DEEDS:
        return id_
    others = scene.memory.papers_between(body, party)
    others = [p for p in others if scene.memory.signed_on(p).startswith(day)] or others
    return others[0] if len(others) == 1 else None


def _ends(items: Sequence[Item], at: int) -> bool:
    """Nothing but dates, places and small words from here to the next mark: no room for an object."""
    for item in items[at + 1 :]:
        if item.kind == "mark":
            return True
        if item.kind not in {"date", "place"} and item.norm not in row_words("en").bare:
            return False
    return True
