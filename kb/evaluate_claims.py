"""Gold events and found claims in, strict and undated counts out: each fact once a text, best matching."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kb.model import Claim

_ACTS = frozenset({"signed", "ratified", "adopted", "entered_into_force", "established", "terminated"})
_OUTSIDE = frozenset({"holds_votes", "in_effect", "reached_stage"})


@dataclass(slots=True)
class Counted:
    """True and false positives and misses."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def add_gold(self, hit: bool) -> None:
        self.right += hit
        self.missed += not hit

    def merge(self, other: "Counted") -> None:
        self.right += other.right
        self.false += other.false
        self.missed += other.missed

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else 0.0


@dataclass(slots=True)
class ClaimScore:
    strict: Counted = field(default_factory=Counted)
    undated: Counted = field(default_factory=Counted)
    planned_as_asserted: int = 0
    errors: list[tuple[str, ...]] = field(default_factory=list)


@dataclass(slots=True)
class _Fact:
    """One claim with every sentence of the document that repeats it."""

    claim: Claim
    spans: list[tuple[int, int]]
    derived: bool


def score_claims(
    events: Sequence[Mapping[str, Any]],
    claims: Sequence[Claim],
    registry: Mapping[str, object],
    language: Callable[[int], str],
    inside: Callable[[int, int], bool],
) -> dict[str, ClaimScore]:
    """Counts by language. A vaguer repeat, a derived membership and an unknown entity are no false alarm."""
    gold = sorted((e for e in events if inside(e["start"], e["end"])), key=lambda e: bool(e.get("optional")))
    facts = _facts([c for c in claims if inside(c.start_char, c.end_char) and c.type not in _OUTSIDE])
    scores: dict[str, ClaimScore] = {}
    for strict in (True, False):
        owner = _assign([[i for i, f in enumerate(facts) if _fits(f, e, strict)] for e in gold])
        _count(gold, facts, owner, strict, registry, language, scores)
    return scores


def _facts(claims: Sequence[Claim]) -> list[_Fact]:
    by_key: dict[tuple[str | None, ...], _Fact] = {}
    for c in claims:
        key = (c.type, c.subject_id, c.object_id or None, c.edtf, c.polarity)
        derived = c.origin == "derived"
        fact = by_key.setdefault(key, _Fact(c, [], derived))
        fact.spans.append((c.start_char, c.end_char))
        fact.derived = fact.derived and derived
    return list(by_key.values())


def _fits(fact: _Fact, event: Mapping[str, Any], strict: bool) -> bool:
    c = fact.claim
    if c.type not in _any(event, "type", "alt_types") or c.subject_id not in _any(event, "subject", "alt_subjects"):
        return False
    if c.polarity not in _any(event, "polarity", "alt_polarity"):
        return False
    free = event["type"] in _ACTS and (event["object"] is None or not c.object_id)
    if not free and (c.object_id or None) not in _any(event, "object", "alt_objects"):
        return False
    if not strict:
        return True
    dates = {_closed(d) for d in _any(event, "edtf", "alt_edtf")}
    return _closed(c.edtf) in dates and any(a < event["end"] and b > event["start"] for a, b in fact.spans)


def _any(event: Mapping[str, Any], key: str, alternatives: str) -> set[Any]:
    return {event[key], *(event.get(alternatives) or ())}


def _closed(edtf: str | None) -> str:
    return (edtf or "").upper().removesuffix("/..")


def _assign(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """Fact -> event, as many as possible (augmenting paths)."""
    owner: dict[int, int] = {}

    def place(event: int, seen: set[int]) -> bool:
        for fact in edges[event]:
            if fact not in seen:
                seen.add(fact)
                if fact not in owner or place(owner[fact], seen):
                    owner[fact] = event
                    return True
        return False

    for event in range(len(edges)):
        place(event, set())
    return owner


def _count(
    gold: Sequence[Mapping[str, Any]],
    facts: Sequence[_Fact],
    owner: Mapping[int, int],
    strict: bool,
    registry: Mapping[str, object],
    language: Callable[[int], str],
    scores: dict[str, ClaimScore],
) -> None:
    got = set(owner.values())
    for k, event in enumerate(gold):
        score = scores.setdefault(language(event["start"]), ClaimScore())
        if not event.get("optional"):
            (score.strict if strict else score.undated).add_gold(k in got)
            if strict and k not in got:
                what = f"{event['subject']}>{event['object']}@{event['edtf']} {event['polarity']}"
                score.errors.append(("miss", event["type"], what, ""))
    for i, fact in enumerate(facts):
        if i in owner or _excused(fact, facts, [facts[k] for k in owner], registry):
            continue
        c = fact.claim
        score = scores.setdefault(language(c.start_char), ClaimScore())
        (score.strict if strict else score.undated).false += 1
        if strict:
            score.planned_as_asserted += _contradicts_plan(fact, gold)
            what = f"{c.subject_id}>{c.object_id}@{c.edtf} {c.polarity}"
            score.errors.append(("false", c.type, what, c.quote[:160].replace("\n", " ")))


def _excused(fact: _Fact, facts: Sequence[_Fact], right: Sequence[_Fact], registry: Mapping[str, object]) -> bool:
    c = fact.claim
    if c.subject_id not in registry or (c.object_id and c.object_id not in registry):
        return True
    if fact.derived and any(f.claim.type == "established" and set(f.spans) & set(fact.spans) for f in facts):
        return True
    return any(_vaguer(c, f.claim) for f in right)


def _vaguer(claim: Claim, other: Claim) -> bool:
    same = (claim.type, claim.subject_id, claim.object_id or None, claim.polarity) == (
        other.type, other.subject_id, other.object_id or None, other.polarity,
    )  # fmt: skip
    return same and (not claim.edtf or (other.edtf or "").startswith(claim.edtf))


def _contradicts_plan(fact: _Fact, gold: Sequence[Mapping[str, Any]]) -> bool:
    """An asserted claim where the gold, in the same words, has only a plan, a possibility or a denial."""
    c = fact.claim
    return c.polarity == "asserted" and any(
        e["polarity"] != "asserted"
        and "asserted" not in (e.get("alt_polarity") or ())
        and c.type in _any(e, "type", "alt_types")
        and c.subject_id in _any(e, "subject", "alt_subjects")
        and any(a < e["end"] and b > e["start"] for a, b in fact.spans)
        for e in gold
    )
