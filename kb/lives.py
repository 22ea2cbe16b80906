"""The registry in; when bodies and instruments lived, and which other body a name may mean on a day out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.intervals import Interval, interval, overlap
from kb.model import Registry

Span = tuple[str | None, str | None]
_FROM = frozenset({"signed", "adopted"})


@dataclass(frozen=True, slots=True)
class Lives:
    """`begun` reaches back to the signing of what founds a body: from then on one may speak of it."""

    lived: Mapping[str, Interval]
    begun: Mapping[str, Interval]
    predecessors: Mapping[str, frozenset[str]]
    successors: Mapping[str, frozenset[str]]
    namesakes: Mapping[str, frozenset[str]]

    def holds(self, entity_id: str | None, date: Interval) -> bool:
        """Whether it may have existed then; of what nobody dates one never knows."""
        span = self.begun.get(entity_id or "")
        return span is None or overlap(span, date)

    def others(self, entity_id: str, date: Interval) -> list[str]:
        """Bodies of the same name, or of the same line of succession, that did exist then."""
        span = self.lived[entity_id]
        early = span.earliest is not None and date.latest is not None and date.latest < span.earliest
        line = self.predecessors if early else self.successors
        found = self.namesakes.get(entity_id, frozenset()) | line.get(entity_id, frozenset())
        return sorted(other for other in found if other in self.lived and overlap(self.lived[other], date))


def lives_of(registry: Registry) -> Lives:
    """Facts before entries: a fact has its source."""
    spans = body_spans(registry)
    lived = {entity_id: span for entity_id, ends in spans.items() if (span := _span(*ends))}
    signed = _instrument_starts(registry)
    begun = dict(lived) | {entity_id: Interval("", start, None) for entity_id, start in signed.items()}
    for body, instrument in _founding(registry):
        span, start = begun.get(body), signed.get(instrument)
        if span and start and span.earliest and start < span.earliest:
            begun[body] = Interval("", start, span.latest)
    after = _line((r.object_id, r.subject_id) for r in registry.relations if r.type == "succeeded")
    before = _line((r.subject_id, r.object_id) for r in registry.relations if r.type == "succeeded")
    return Lives(lived, begun, before, after, _namesakes(registry))


def body_spans(registry: Registry) -> dict[str, Span]:
    """First and last day of each body, from the facts and else from its entry."""
    lives = {e.id: (e.start_edtf, e.end_edtf) for e in registry.entities.values() if e.type == "ORG"}
    for fact in registry.facts:
        start, end = lives.get(fact.subject_id, (None, None))
        if fact.type == "established":
            lives[fact.subject_id] = (fact.start_edtf, end)
        elif fact.type == "terminated":
            lives[fact.subject_id] = (start, fact.start_edtf)
    return lives


def _span(start: str | None, end: str | None) -> Interval | None:
    first, last = interval(start), interval(end)
    if first is None and last is None:
        return None
    return Interval("", first.earliest if first else None, last.latest if last else None)


def _instrument_starts(registry: Registry) -> dict[str, str]:
    found: dict[str, str] = {}
    for fact in registry.facts:
        date = interval(fact.start_edtf)
        if fact.type in _FROM and date and date.earliest:
            found[fact.subject_id] = min(date.earliest, found.get(fact.subject_id, date.earliest))
    return found


def _founding(registry: Registry) -> set[tuple[str, str]]:
    pairs = {(r.subject_id, r.object_id) for r in registry.relations if r.type == "founded_by"}
    return pairs | {(f.subject_id, f.object_id) for f in registry.facts if f.type == "established" and f.object_id}


def _line(steps: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """All that lies on the way, however many steps away."""
    direct: dict[str, set[str]] = defaultdict(set)
    for one, other in steps:
        direct[one].add(other)

    def reached(start: str, seen: frozenset[str]) -> frozenset[str]:
        for step in direct.get(start, ()):
            if step not in seen:
                seen = reached(step, seen | {step})
        return seen

    return {start: reached(start, frozenset()) for start in direct}


def _namesakes(registry: Registry) -> dict[str, frozenset[str]]:
    """Short names ("the Union") say nothing: they mean what was last spoken of."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in registry.entities.values():
        if entity.type == "ORG":
            for alias in entity.aliases:
                if alias.kind != "short":
                    bearers[alias.text.casefold()].add(entity.id)
    found: dict[str, set[str]] = defaultdict(set)
    for ids in bearers.values():
        for entity_id in ids:
            found[entity_id] |= ids - {entity_id}
    return {entity_id: frozenset(others) for entity_id, others in found.items()}
