"""Judgements of people in, the claims and merged ids that follow from them out; every judgement can be taken back.

A claim is named by its key, which outlives re-ingest; an entity by its id. Nothing is ever overwritten: a judgement
is taken back by another one of verb `undo`.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields, replace

from kb.edtf_bounds import bounds
from kb.errors import TableError
from kb.model import Participant, StoredClaim, hash_of

VERBS = ("same", "different", "accept", "reject", "date", "undo")
_ABOUT_CLAIMS = frozenset({"accept", "reject", "date"})
_WORDS_NEEDED = frozenset({"same", "different", "date"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """`target` is a claim's key, an entity's id or, for `undo`, a judgement's id; `value` the other id or the date."""

    verb: str
    target: str
    value: str
    who: str
    at: str
    why: str

    @property
    def id(self) -> str:
        return hash_of(astuple(self))


COLUMNS = ("id", *(f.name for f in fields(Judgement)))


def checked(judgement: Judgement) -> Judgement:
    """The judgement itself, or an error that says what is wrong with it."""
    if judgement.verb not in VERBS:
        raise TableError(f"{judgement.verb!r} is no judgement: {', '.join(VERBS)}")
    if not judgement.target or (judgement.verb in _WORDS_NEEDED and not judgement.value):
        raise TableError(f"{judgement.verb}: what is judged is missing")
    if judgement.verb in {"same", "different"} and judgement.target == judgement.value:
        raise TableError(f"{judgement.verb}: {judgement.target!r} is one entity")
    if judgement.verb == "date" and bounds(judgement.value) == (None, None):
        raise TableError(f"{judgement.value!r} is no date")
    if not judgement.who or not judgement.at:
        raise TableError(f"{judgement.verb} {judgement.target}: who judged, and when?")
    return judgement


def effective(judgements: Iterable[Judgement]) -> list[Judgement]:
    """What stands, oldest first: nothing that was undone, and of several about one thing the last."""
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    undone = {j.target for j in ordered if j.verb == "undo"}
    standing: dict[tuple[str, str, str], Judgement] = {}
    for judgement in ordered:
        if judgement.verb != "undo" and judgement.id not in undone:
            standing[_subject(judgement)] = judgement
    return sorted(standing.values(), key=lambda j: (j.at, j.id))


def _subject(judgement: Judgement) -> tuple[str, str, str]:
    """`same` and `different` of one pair answer one question, `accept` and `reject` of one claim too."""
    if judgement.verb in {"same", "different"}:
        first, second = sorted((judgement.target, judgement.value))
        return "pair", first, second
    return ("date" if judgement.verb == "date" else "claim"), judgement.target, ""


def merges(standing: Iterable[Judgement]) -> dict[str, Judgement]:
    """Merged id -> the judgement that says into which; a circle of merges is broken at its last link."""
    found: dict[str, Judgement] = {}
    for judgement in standing:
        if judgement.verb == "same" and judgement.target not in _chain(found, judgement.value):
            found[judgement.target] = judgement
    return found


def _chain(found: Mapping[str, Judgement], entity_id: str) -> list[str]:
    chain = [entity_id]
    while chain[-1] in found:
        chain.append(found[chain[-1]].value)
    return chain


def resolved(merged: Mapping[str, Judgement], entity_id: str) -> str:
    return _chain(merged, entity_id)[-1]


def judged_claims(
    claims: Sequence[StoredClaim], keys: Mapping[int, str], standing: Sequence[Judgement]
) -> list[StoredClaim]:
    """The claims without the rejected ones, with corrected dates and merged entities; `keys`: claim -> key."""
    by_key: dict[str, dict[str, Judgement]] = {}
    for judgement in standing:
        if judgement.verb in _ABOUT_CLAIMS:
            by_key.setdefault(judgement.target, {})[judgement.verb] = judgement
    merged = merges(standing)
    found = []
    for stored in claims:
        about = by_key.get(keys[stored.id], {})
        if "reject" not in about:
            found.append(_merged(_judged(stored, about), merged) if about or merged else stored)
    return found


def _judged(stored: StoredClaim, about: Mapping[str, Judgement]) -> StoredClaim:
    claim = stored.claim
    if "accept" in about:
        claim = replace(claim, confidence=1.0)
    if "date" in about:
        edtf = about["date"].value
        earliest, latest = bounds(edtf)
        claim = replace(claim, edtf=edtf, earliest=earliest, latest=latest, origin="human")
    return replace(stored, claim=claim, accepted="accept" in about)


def _merged(stored: StoredClaim, merged: Mapping[str, Judgement]) -> StoredClaim:
    claim = stored.claim
    participants = tuple(Participant(resolved(merged, p.entity_id), p.role) for p in claim.participants)
    return replace(stored, claim=replace(
        claim, subject_id=resolved(merged, claim.subject_id),
        object_id=resolved(merged, claim.object_id) if claim.object_id else None,
        participants=tuple(dict.fromkeys(participants)),
    ))  # fmt: skip


def to_csv(judgements: Iterable[Judgement]) -> str:
    """Oldest first, so that a reviewer sees what is new at the end of the file."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((j.id, *astuple(j)) for j in sorted(judgements, key=lambda j: (j.at, j.id)))
    return target.getvalue()


def from_csv(text: str, name: str) -> list[Judgement]:
    """Rows of the reviewed file; a row that a person changed is a new judgement, whatever its id says."""
    reader = csv.DictReader(io.StringIO(text))
    missing = set(COLUMNS[1:]) - set(reader.fieldnames or ())
    if missing:
        raise TableError(f"{name}:1: no column {', '.join(sorted(missing))}")
    found = []
    for row in reader:
        try:
            found.append(checked(Judgement(*((row[column] or "").strip() for column in COLUMNS[1:]))))
        except TableError as exc:
            raise TableError(f"{name}:{reader.line_num}: {exc}") from exc
    return found
