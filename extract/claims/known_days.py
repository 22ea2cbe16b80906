"""The registry in, out on which days who is known to have joined, left, signed, begun or ended what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kb.edtf_bounds import bounds
from kb.model import Registry
from kb.reference_acts import reference_acts

# How sure a claim is of which a part rests on what is known beside the sentence.
KNOWN_BESIDE = 0.5
# Of these what is joined, left or watched is told with the step; of papers and bodies a text may name it or not.
STEPS = frozenset({"acceded", "withdrew", "suspended", "observer"})
_OF_PAPERS = frozenset({"signed", "adopted", "entered_into_force", "terminated", "established"})
_ACTS = STEPS | _OF_PAPERS | {"ratified"}
# Whoever becomes an associate may step down as well as up.
_EITHER_WAY = ("acceded", "associate")

Act = tuple[str, str | None, str]  # type of the claim, object, EDTF


@dataclass(frozen=True, slots=True)
class KnownDays:
    """`acts`: subject -> all that it is known to have done."""

    acts: Mapping[str, tuple[Act, ...]] = field(default_factory=dict)

    def fit(self, type_: str, subject: str, body: str | None, said: str | None) -> bool:
        """Whether the whole of a known day lies in the date said."""
        known = (day for kind, told, day in self.acts.get(subject, ()) if kind == type_ and _same(kind, told, body))
        return any(inside(day, said) for day in known)


def inside(day: str, said: str | None) -> bool:
    """Whether all that one EDTF date may mean lies in what another may."""
    (first, last), (earliest, latest) = bounds(day), bounds(said) if said else (None, None)
    if first is None or last is None or earliest is None or latest is None:
        return False
    return earliest <= first and last <= latest


def known_days(registry: Registry) -> KnownDays:
    """Made once for all documents. Founders do not accede, and nobody leaves a body by its end."""
    found: dict[str, dict[Act, None]] = {}
    for subject, act in _acts(registry):
        found.setdefault(subject, {})[act] = None
    return KnownDays({subject: tuple(acts) for subject, acts in found.items()})


def _acts(registry: Registry) -> Iterator[tuple[str, Act]]:
    statuses = {fact.id: fact.status for fact in registry.facts}
    entities = registry.entities
    for act in reference_acts(registry):
        joined = entities.get(act.object_id or "")
        paper = act.type in STEPS and joined is not None and joined.type == "TREATY"
        told = act.type in _ACTS and not act.implied and (act.type, statuses.get(act.fact_id)) != _EITHER_WAY
        if told and not paper and act.date:
            yield act.subject_id, (act.type, act.object_id, act.date.edtf)
    for body in (e for e in entities.values() if e.type == "ORG"):
        days = (("established", body.start_edtf), ("terminated", body.end_edtf))
        yield from ((body.id, (kind, None, day)) for kind, day in days if day)


def _same(type_: str, known: str | None, told: str | None) -> bool:
    return type_ in _OF_PAPERS or known == told
