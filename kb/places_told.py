"""Claims of one event in, the places that cannot both be right out: a paper is signed in one place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kb.clusters import SURE
from kb.disagreements import conflict_of
from kb.model import Claim, Conflict, Event, Registry, StoredClaim


def place_of(claims: Iterable[StoredClaim]) -> tuple[str | None, str | None]:
    """The place that most claims name, in the commonest writing, and its entity; what a person accepted goes first."""
    placed = [c for c in claims if c.claim.place]
    told = [(c.claim.place, c.claim.place_id) for c in [c for c in placed if c.accepted] or placed]
    towns = Counter(entity or place for place, entity in told)
    best = towns.most_common(1)[0][0] if towns else None
    written = Counter(t for t in told if best in (t[1], t[0]))
    return written.most_common(1)[0][0] if written else (None, None)


def place_conflicts(events: Iterable[Event], claims: Iterable[StoredClaim], registry: Registry) -> Iterator[Conflict]:
    """One a paper: the place that stands, and the next of those that some other text names instead."""
    by_id = {s.id: s for s in claims}
    for event in events:
        if event.type == "signed" and event.polarity == "asserted":
            told = [by_id[i] for i in event.claim_ids if _tells_place(by_id[i].claim)]
            others = _others(event, told, registry)
            if others:
                explanation = f"{event.type}: {event.place} / {others[0].claim.place}"
                yield conflict_of("place", event, event, explanation)


def _tells_place(claim: Claim) -> bool:
    return bool(claim.place_id and claim.edtf) and claim.confidence >= SURE


def _others(event: Event, told: Sequence[StoredClaim], registry: Registry) -> list[StoredClaim]:
    stands = event.place_id
    if stands is None:
        return []
    within = {(r.subject_id, r.object_id) for r in registry.relations if r.type == "part_of"}
    spoken = {s.text_sha for s in told if s.claim.place_id == stands}
    return [
        s for s in told
        if s.claim.place_id not in {stands, None} and s.text_sha not in spoken and spoken
        and not {(s.claim.place_id, stands), (stands, s.claim.place_id)} & within
        and _is_town(registry, s.claim.place_id) and _is_town(registry, stands)
        and not _names(s.claim.quote, stands, registry)
    ]  # fmt: skip


def _is_town(registry: Registry, entity_id: str | None) -> bool:
    place = registry.entities.get(entity_id or "")
    return place is not None and place.type == "PLACE"


def _names(quote: str, entity_id: str, registry: Registry) -> bool:
    """Whether a sentence names the place too, in whatever case: "in Minsk, fourteen years after Astana"."""
    place, text = registry.entities[entity_id], quote.casefold()
    names = {*place.names.values(), *(alias.text for alias in place.aliases)}
    return any(name.casefold()[: max(len(name) - 1, 3)] in text for name in names)
