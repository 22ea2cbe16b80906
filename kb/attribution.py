"""Claims and reference acts in, the claims with what they are really about out, and those that stay in doubt.

Articles write "the agreement" or "the Union" where several are meant. A day that contradicts what is known of one
instrument and is exactly the day of its sister speaks of the sister, and is no disagreement between sources; so does
a day on which of several bodies of one name, or one line, only one existed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kb.disagreements import bound_to
from kb.intervals import Interval, interval, overlap, start_of
from kb.lives import Lives
from kb.model import Claim, Registry, StoredClaim
from kb.reasons import several
from kb.reference_acts import ReferenceAct

# What happens to an instrument or a body, and what a party does with one.
_OF_SUBJECT = frozenset({"signed", "adopted", "entered_into_force", "established", "terminated", "in_effect"})
_OF_PARTY = frozenset({"acceded", "withdrew"})
_JOINING = ("acceded", "observer")
# One act in two words: which of them stands for it is known.
_SAME_ACT = (_JOINING, ("signed", "adopted"))


@dataclass(frozen=True, slots=True)
class Attributed:
    """`doubtful`: claims whose day is that of several sisters, so that nobody can say which is meant, and why."""

    claims: tuple[StoredClaim, ...]
    doubtful: Mapping[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Known:
    """Reference acts by what they are of, by day, and which bodies instruments concern."""

    own: dict[tuple[str, str, str], list[ReferenceAct]] = field(default_factory=lambda: defaultdict(list))
    by_day: dict[tuple[str, str], list[ReferenceAct]] = field(default_factory=lambda: defaultdict(list))
    related: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spoken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    parents: dict[str, str] = field(default_factory=dict)
    seated: set[str] = field(default_factory=set)


def attributed(
    claims: Sequence[StoredClaim], acts: Iterable[ReferenceAct], registry: Registry, lives: Lives
) -> Attributed:
    """Only asserted, dated claims move; the claim itself keeps what was read, the event gets what was meant."""
    known = _known(claims, acts, registry)
    found: list[StoredClaim] = []
    doubtful: dict[int, str] = {}
    for stored in claims:
        date = interval(start_of(stored.claim.edtf))
        judged = stored.accepted or stored.claim.origin == "human"
        if stored.claim.polarity != "asserted" or date is None or judged:
            found.append(stored)
            continue
        moved = _in_other_word(stored, date, known) or _meant(stored, date, known, lives)
        if moved is None:
            doubtful[stored.id] = several(stored.claim, _of_that_day(stored.claim, known))
        found.append(moved or stored)
    return Attributed(tuple(found), doubtful)


def _known(claims: Iterable[StoredClaim], acts: Iterable[ReferenceAct], registry: Registry) -> _Known:
    known = _Known()
    for act in acts:
        known.own[act.type, act.subject_id, _object(act.type, act.object_id)].append(act)
        if act.date and act.date.width == 1:
            known.by_day[act.type, act.date.edtf].append(act)
        if act.type == "membership" and act.object_id:
            known.seated.add(act.object_id)
        if act.object_id and act.type in _OF_SUBJECT:
            _relate(known, act.subject_id, act.object_id)
    for relation in registry.relations:
        if relation.type == "organ_of":
            known.parents[relation.subject_id] = relation.object_id
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


def _in_other_word(stored: StoredClaim, date: Interval, known: _Known) -> StoredClaim | None:
    """ "Joined" said of the day on which one is known to have become an observer, "adopted" of that of signing."""
    claim = stored.claim
    for words in _SAME_ACT:
        if claim.type not in words:
            continue
        starts = {word: _own(known, word, claim.subject_id, claim.object_id) for word in words}
        other = next(word for word in words if word != claim.type)
        told_apart = words is _JOINING and not starts[claim.type]
        if told_apart or _agrees(starts[claim.type], date) or not _agrees(starts[other], date):
            continue
        if words is _JOINING or not starts[claim.type]:
            return replace(stored, claim=replace(claim, type=other))
    return None


def _own(known: _Known, kind: str, subject_id: str, object_id: str | None) -> list[ReferenceAct]:
    return known.own.get((kind, subject_id, _object(kind, object_id)), [])


def _meant(stored: StoredClaim, date: Interval, known: _Known, lives: Lives) -> StoredClaim | None:
    """The claim with what it is about; None where that may be several things."""
    claim = stored.claim
    if claim.type == "succeeded":
        return _of_another_successor(stored, date, known, lives)
    body = bound_to(claim.type, "", claim.object_id)
    if body is None or _own(known, claim.type, claim.subject_id, body):
        return _of_sister(stored, date, known)
    if body in known.parents and body not in known.seated and claim.type in _OF_PARTY:
        return _of_parent(stored, date, known)
    meant = _of_part(stored, date, known) or _of_sister(stored, date, known)
    if meant is not stored or body not in lives.lived or lives.holds(body, date):
        return meant
    return _of_another_time(stored, date, known, lives.others(body, date))


def _of_another_successor(stored: StoredClaim, date: Interval, known: _Known, lives: Lives) -> StoredClaim:
    """What was not there yet succeeded nobody: one of its own predecessors did."""
    claim = stored.claim
    if lives.holds(claim.subject_id, date) or _own(known, "succeeded", claim.subject_id, claim.object_id):
        return stored
    others = [other for other in lives.others(claim.subject_id, date) if other != claim.object_id]
    return replace(stored, claim=replace(claim, subject_id=others[0])) if len(others) == 1 else stored


def _of_parent(stored: StoredClaim, date: Interval, known: _Known) -> StoredClaim | None:
    """Nobody joins an organ without members of its own: who sits in it follows from the body."""
    claim = stored.claim
    parent = known.parents[claim.object_id or ""]
    if _agrees(_own(known, claim.type, claim.subject_id, parent), date):
        return replace(stored, claim=replace(claim, object_id=parent))
    return None


def _of_part(stored: StoredClaim, date: Interval, known: _Known) -> StoredClaim | None:
    """An observer in the assembly is often called one of the body."""
    claim = stored.claim
    parts = [part for part, parent in known.parents.items() if parent == claim.object_id]
    acting = [part for part in parts if _agrees(_own(known, claim.type, claim.subject_id, part), date)]
    return replace(stored, claim=replace(claim, object_id=acting[0])) if len(acting) == 1 else None


def _of_another_time(stored: StoredClaim, date: Interval, known: _Known, others: Sequence[str]) -> StoredClaim | None:
    """Of the bodies that the name may mean, the one that existed then; a known act settles it between several."""
    claim = stored.claim
    acting = [other for other in others if _agrees(_own(known, claim.type, claim.subject_id, other), date)]
    best = acting if len(acting) == 1 else others
    if len(best) == 1:
        return replace(stored, claim=replace(claim, object_id=best[0]))
    return None if best else stored


def _agrees(acts: Iterable[ReferenceAct], date: Interval) -> bool:
    return any(act.date is None or overlap(act.date, date) for act in acts)


def _of_sister(stored: StoredClaim, date: Interval, known: _Known) -> StoredClaim | None:
    """The claim, moved to the sister whose day it is; itself where nothing is wrong; None where it may be several."""
    claim = stored.claim
    if claim.type not in _OF_SUBJECT | _OF_PARTY:
        return stored
    own = _own(known, claim.type, claim.subject_id, claim.object_id)
    if _agrees(own, date):
        return stored
    if own and claim.type in _OF_PARTY and claim.object_id in known.parents:
        return None  # who sits in an organ follows from the body: one does not join it on a day of its own
    found = [] if date.width != 1 else _sisters(stored, date, known, bool(own))
    parts = [act for act in found if known.parents.get(act.subject_id) == claim.subject_id]
    if own and claim.type in _OF_SUBJECT and claim.subject_id in stored.named:
        # Of what a sentence names itself it says a wrong day, unless it speaks of an organ or names the sister too.
        found = [act for act in found if act in parts or act.subject_id in stored.named]
        if not found:
            return stored
    spoken = known.spoken[stored.document_id]
    named = [act for act in found if _target(act) in spoken]
    best = next((acts for acts in (found, parts, named) if len(acts) == 1), [])
    if len(best) == 1:
        subject, obj = best[0].subject_id, best[0].object_id
        return replace(stored, claim=replace(claim, subject_id=subject, object_id=obj))
    return None if found else stored


def _of_that_day(claim: Claim, known: _Known) -> Iterator[str]:
    """What else is known to have happened so on that day to something of the same body."""
    for act in known.by_day.get((claim.type, claim.edtf or ""), ()):
        if claim.type not in _OF_PARTY or act.subject_id == claim.subject_id:
            yield _target(act)


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
