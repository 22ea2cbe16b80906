"""Spells of bodies and instruments: entities, memberships and organs in, from when to when each of them lived out.

An edge of the graph holds only while both its ends live, so that no body is drawn before it was founded or after it
was gone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kb.edtf_bounds import bounds

Row = Mapping[str, Any]
Period = tuple[str, str]

_FIRST, _NEVER = "0000-01-01", "9999-12-32"


@dataclass(frozen=True, slots=True)
class Spell:
    """When something holds: first and last day on which it may begin, and on which it may first no longer hold."""

    start_edtf: str | None = None
    end_edtf: str | None = None
    start_earliest: str | None = None
    start_latest: str | None = None
    end_earliest: str | None = None
    end_latest: str | None = None

    def certainty(self, period: Period | None) -> str | None:
        """`certain`, `possible`, or None where it cannot hold in the period; without one, whether it ever did."""
        if period is None:
            held = self.start_latest is not None and self.start_latest < (self.end_earliest or _NEVER)
            return "certain" if held else "possible"
        first, last = period
        if self.is_empty or (self.start_earliest or _FIRST) > last or (self.end_latest or _NEVER) <= first:
            return None
        sure = (self.start_latest or _NEVER) <= first and (self.end_earliest or _NEVER) > last
        return "certain" if sure else "possible"

    @property
    def is_empty(self) -> bool:
        """Whether it ends before it can begin: the two ends of an edge never lived at one time."""
        return (self.start_earliest or _FIRST) >= (self.end_latest or _NEVER)


def spell_of(start: str | None, end: str | None = None) -> Spell:
    """A spell between two EDTF dates, either of which may be missing."""
    first, last = bounds(start) if start else (None, None), bounds(end) if end else (None, None)
    return Spell(start, end, *first, *last)


def row_spell(row: Row) -> Spell:
    names = ("start_edtf", "end_edtf", "start_earliest", "start_latest", "end_earliest", "end_latest")
    return Spell(*(row[name] for name in names))


def within(spell: Spell, life: Spell) -> Spell:
    """The part of a spell that lies in a life. A start that is not known stays unknown, but not before the life's."""
    found = spell
    if life.start_earliest and life.start_earliest > (spell.start_earliest or _FIRST):
        latest = spell.start_latest and max(spell.start_latest, life.start_latest or _NEVER)
        edtf = life.start_edtf if latest else None
        found = replace(found, start_edtf=edtf, start_earliest=life.start_earliest, start_latest=latest)
    if life.end_latest and life.end_latest < (spell.end_latest or _NEVER):
        earliest = min(spell.end_earliest or _NEVER, life.end_earliest or _NEVER)
        known = None if earliest == _NEVER else earliest
        found = replace(found, end_edtf=life.end_edtf, end_earliest=known, end_latest=life.end_latest)
    return found


def lives_of(entities: Iterable[Row], memberships: Sequence[Row], relations: Iterable[Row]) -> dict[str, Spell]:
    """Entity -> its life: its own dates, those of its parent where an organ has none, and all its memberships.

    A body that counts its members from a predecessor (the European Union from 1958, the OSCE from 1973) lives from
    then on: `members` would otherwise name members of what is not there.
    """
    own = {row["id"]: spell_of(row["start_edtf"], row["end_edtf"]) for row in entities}
    parents = {row["subject_id"]: row["object_id"] for row in relations if row["type"] == "organ_of"}
    lives = _with_memberships(own, memberships)
    undated = [entity_id for entity_id in parents if lives.get(entity_id) == Spell()]
    for organ in undated:
        lives[organ] = _inherited(organ, parents, lives)
    return _with_memberships(lives, memberships)


def _inherited(organ: str, parents: Mapping[str, str], lives: Mapping[str, Spell]) -> Spell:
    """Life of the nearest body above that has dates; the organ's own founding stays unknown."""
    seen = {organ}
    above = parents[organ]
    while lives.get(above, Spell()) == Spell() and above in parents and above not in seen:
        seen.add(above)
        above = parents[above]
    return replace(lives.get(above, Spell()), start_edtf=None, start_latest=None, end_edtf=None)


def _with_memberships(lives: Mapping[str, Spell], memberships: Iterable[Row]) -> dict[str, Spell]:
    found = dict(lives)
    for row in memberships:
        for entity_id in (row["organization_id"], row["member_id"]):
            if entity_id in found:
                found[entity_id] = _stretched(found[entity_id], row_spell(row))
    return found


def _stretched(life: Spell, spell: Spell) -> Spell:
    """The life, begun earlier or ended later where the spell does; a side of the life that is open stays open."""
    found = life
    if life.start_earliest and spell.start_earliest and spell.start_earliest < life.start_earliest:
        found = replace(found, start_edtf=spell.start_edtf, start_earliest=spell.start_earliest,
                        start_latest=spell.start_latest)  # fmt: skip
    if life.end_latest and (spell.end_latest or _NEVER) > life.end_latest:
        found = replace(found, end_edtf=spell.end_edtf, end_earliest=spell.end_earliest, end_latest=spell.end_latest)
    return found
