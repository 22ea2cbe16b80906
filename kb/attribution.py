"""Claims and reference acts in, the claims with what they are really about out, and those that stay in doubt.

Articles write "the agreement" or "the treaty" where several of one body are meant. A day that contradicts what is known
of one instrument and is exactly the day of its sister speaks of the sister, and is no disagreement between sources.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kb.intervals import Interval, interval, overlap, start_of
from kb.model import Registry, StoredClaim
from kb.reference_acts import ReferenceAct

# What happens to an instrument or a body, and what a party does with one.
_OF_SUBJECT = frozenset({"signed", "adopted", "entered_into_force", "established", "terminated"})
_OF_PARTY = frozenset({"acceded", "withdrew"})
_JOINING = ("acceded", "observer")


@dataclass(frozen=True, slots=True)
class Attributed:
    """`doubtful`: claims whose day is that of several sisters, so that nobody can say which is meant."""

    claims: tuple[StoredClaim, ...]
    doubtful: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Known:
    """Reference acts by what they are of, by day, and which bodies instruments concern."""

    own: dict[tuple[str, str, str], list[ReferenceAct]] = field(default_factory=lambda: defaultdict(list))
    by_day: dict[tuple[str, str], list[ReferenceAct]] = field(default_factory=lambda: defaultdict(list))
    related: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spoken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    organs: set[str] = field(default_factory=set)


def attributed(claims: Sequence[StoredClaim], acts: Iterable[ReferenceAct], registry: Registry) -> Attributed:
    """Only asserted, dated claims move; the claim itself keeps what was read, the event gets what was meant."""
    known = _known(claims, acts, registry)
    found, doubtful = [], set()
    for stored in claims:
        date = interval(start_of(stored.claim.edtf))
        if stored.claim.polarity != "asserted" or date is None or stored.claim.origin == "human":
            found.append(stored)
            continue
        moved = _in_other_status(stored, date, known) or _of_sister(stored, date, known)
        if moved is None:
            doubtful.add(stored.id)
        found.append(moved or stored)
    return Attributed(tuple(found), frozenset(doubtful))


def _known(claims: Iterable[StoredClaim], acts: Iterable[ReferenceAct], registry: Registry) -> _Known:
    known = _Known()
    for act in acts:
        known.own[act.type, act.subject_id, _object(act.type, act.object_id)].append(act)
        if act.date and act.date.width == 1:
            known.by_day[act.type, act.date.edtf].append(act)
        if act.object_id and act.type in _OF_SUBJECT:
            _relate(known, act.subject_id, act.object_id)
    for relation in registry.relations:
        if relation.type == "organ_of":
            known.organs.add(relation.subject_id)
        if relation.type in {"concerns", "founded_by", "organ_of", "part_of"}:
            _relate(known, relation.subject_id, relation.object_id)
    for stored in claims:
        known.spoken[stored.document_id].update({stored.claim.subject_id, stored.claim.object_id or ""})
        _add_told(known, stored)
    return known


def _add_told(known: _Known, stored: StoredClaim) -> None:
    """What only texts know counts as known too: the day of an organ that no reference fact dates."""
    claim, date = stored.claim, interval(stored.claim.edtf)
    if claim.type not in _OF_SUBJECT or claim.polarity != "asserted" or date is None or date.width != 1:
        return
    if not known.own.get((claim.type, claim.subject_id, "")):
        act = ReferenceAct(claim.type, claim.subject_id, claim.object_id, date, "")
        known.by_day[claim.type, date.edtf].append(act)


def _relate(known: _Known, a: str, b: str) -> None:
    known.related[a].add(b)
    known.related[b].add(a)


def _object(kind: str, object_id: str | None) -> str:
    return "" if kind in _OF_SUBJECT else object_id or ""


def _in_other_status(stored: StoredClaim, date: Interval, known: _Known) -> StoredClaim | None:
    """ "Joined" said of a day on which the member is known to have become an observer, or the other way round."""
    claim = stored.claim
    if claim.type not in _JOINING or not claim.object_id:
        return None
    starts = {kind: known.own.get((kind, claim.subject_id, claim.object_id), []) for kind in _JOINING}
    if not starts[claim.type] or _agrees(starts[claim.type], date):
        return None
    other = next(kind for kind in _JOINING if kind != claim.type)
    return replace(stored, claim=replace(claim, type=other)) if _agrees(starts[other], date) else None


def _agrees(acts: Iterable[ReferenceAct], date: Interval) -> bool:
    return any(act.date is None or overlap(act.date, date) for act in acts)


def _of_sister(stored: StoredClaim, date: Interval, known: _Known) -> StoredClaim | None:
    """The claim, moved to the sister whose day it is; itself where nothing is wrong; None where it may be several."""
    claim = stored.claim
    if claim.type not in _OF_SUBJECT | _OF_PARTY:
        return stored
    own = known.own.get((claim.type, claim.subject_id, _object(claim.type, claim.object_id)), [])
    if _agrees(own, date):
        return stored
    if own and claim.type in _OF_PARTY and claim.object_id in known.organs:
        return None  # who sits in an organ follows from the body: one does not join it on a day of its own
    found = [] if date.width != 1 else _sisters(stored, date, known, bool(own))
    named = [act for act in found if _target(act) in known.spoken[stored.document_id]]
    best = found if len(found) == 1 else named
    if len(best) == 1:
        subject, obj = best[0].subject_id, best[0].object_id
        return replace(stored, claim=replace(claim, subject_id=subject, object_id=obj))
    return None if found else stored


def _target(act: ReferenceAct) -> str:
    return (act.object_id or "") if act.type in _OF_PARTY else act.subject_id


def _sisters(stored: StoredClaim, date: Interval, known: _Known, known_otherwise: bool) -> list[ReferenceAct]:
    """Acts of that type on that day on something of the same body, or of a body that the document speaks of."""
    claim, spoken = stored.claim, known.spoken[stored.document_id]
    bodies = known.related[claim.subject_id] | ({claim.object_id} if claim.object_id else set())
    found: dict[str, ReferenceAct] = {}
    for act in known.by_day.get((claim.type, date.edtf), ()):
        if claim.type in _OF_PARTY:
            fits = act.subject_id == claim.subject_id and _near(known, _target(act), claim.object_id)
        else:
            near = known.related[act.subject_id] | {act.object_id or ""}
            fits = known_otherwise and act.subject_id != claim.subject_id and bool(near & (bodies | spoken) - {""})
        if fits and _target(act) != (claim.object_id if claim.type in _OF_PARTY else claim.subject_id):
            found[_target(act)] = act
    return list(found.values())


def _near(known: _Known, a: str, b: str | None) -> bool:
    """An instrument and its body, or two instruments of one body."""
    return b is not None and (b in known.related[a] or bool(known.related[a] & known.related[b]))
