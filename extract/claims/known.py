"""The registry in, what claims need to know of entities out: types, founding instruments, parents, words of names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from extract.claims.known_days import KnownDays, known_days
from extract.language.tokens import fold, tokenise
from kb.edtf_bounds import bounds
from kb.model import Entity, ReferenceFact, Registry, Relation

K = TypeVar("K")

# A name of three letters is an abbreviation: it says nothing about the kind of body.
_SHORTEST_WORD = 4
_LONG_NAME = 10
# Titles are compared by how their longer words begin, whatever their endings.
OPENING = 4
_PACTS = ("Agreement", "Treaty", "Pact", "Convention")
# How the ids of papers begin that govern a body, and what those hold by which it was joined.
_GENDERED = frozenset({"ORG", "TREATY"})
_GOVERNING, _ADMITTING = ("charter-", "statute-", "articles-", "act-", "constitution-"), "-accession-"
_ENDING = "-termination-"

# What a status is called where it does not begin a membership.
_STATUSES = frozenset({"observer", "suspended", "frozen", "partner", "candidate"})
# What is a body with members and papers of its own, though its id begins with that of another.
_OF_ITS_OWN = ("-economic-union", "cis-fta")


@dataclass(frozen=True, slots=True)
class ClaimTables:
    """What is known beforehand of the entities that claims are about.

    `founds`: instrument -> the body that it founds. `concerns`: instrument -> the body that it is about.
    `words`: body -> folded words of all its names; an anaphor ("the bank") must be one of them.
    `wholes`: part -> body, `charters`: body -> its charter, `founders`: body -> what founds it,
    `accessions`: country and body -> the instrument by which it joined, `parties`: that instrument -> the country.
    `heirs`: body that has ended -> its last day and its one successor. `capitals`: city -> the country it acts for,
    `cities`: their folded names in the nominative. `entered`: instrument -> the body that is joined by acceding to it,
    `russian`: body or instrument -> its full name, whose noun tells the gender of an abbreviation,
    `endings`: body -> the instrument that ended it. `pacts`: bodies that are called agreements, as NAFTA is.
    `titles`: instrument -> how the longer words of its names begin, folded.
    `turns`: country and body -> what is known to have begun ("start", or the status) and ended ("end") when, in EDTF;
    `starts`: entity -> EDTF. `kazakh`: folded Kazakh names without a case, whatever their ending looks like.
    `days`: when who is known to have done what.
    """

    types: Mapping[str, str]
    founds: Mapping[str, str]
    concerns: Mapping[str, str]
    parents: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    seats: Mapping[str, str]
    wholes: Mapping[str, str]
    charters: Mapping[str, str]
    founders: Mapping[str, str]
    accessions: Mapping[tuple[str, str], str]
    parties: Mapping[str, str] = field(default_factory=dict)
    heirs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    capitals: Mapping[str, str] = field(default_factory=dict)
    cities: frozenset[str] = frozenset()
    entered: Mapping[str, str] = field(default_factory=dict)
    russian: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)
    pacts: frozenset[str] = frozenset()
    starts: Mapping[str, str] = field(default_factory=dict)
    kazakh: frozenset[str] = frozenset()
    titles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    turns: Mapping[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    days: KnownDays = field(default_factory=KnownDays)

    def living(self, body: str, day: str) -> str:
        """The body, or whoever succeeded it where it had ended by that day."""
        seen = {body}
        while (heir := self.heirs.get(body)) and heir[0] < day and heir[1] not in seen:
            seen.add(body := heir[1])
        return body

    def before(self, body: str, day: str) -> str | None:
        """Whose heir it is that was still there on that day: the OAU in 1984 for the AU."""
        olds = [old for old, (ended, heir) in self.heirs.items() if heir == body and day < ended]
        return olds[0] if len(olds) == 1 else None

    def body_of(self, instrument: str) -> str | None:
        """The body an instrument founds or, failing that, is about."""
        return self.founds.get(instrument) or self.concerns.get(instrument)

    def entered_by(self, instrument: str) -> str:
        """What a state enters that accedes to it: the body it founds or governs, else the instrument itself."""
        return self.entered.get(instrument, instrument)

    def paper_of(self, body: str) -> str | None:
        """The one instrument that founds a body."""
        papers = [paper for paper, founded in self.founds.items() if founded == body]
        return papers[0] if len(papers) == 1 else None

    def root(self, body: str) -> str:
        """The body of which this one is an organ, over all steps: nobody joins a board."""
        seen = {body}
        while (parent := self.parents.get(body)) and parent not in seen:
            seen.add(body := parent)
        return body


def claim_tables(registry: Registry) -> ClaimTables:
    """Looks up of the registry, made once for all documents."""
    types = {e.id: e.type for e in registry.entities.values()}
    founds = _first((r.object_id, r.subject_id) for r in registry.relations if r.type == "founded_by")
    concerns = _first(
        (r.subject_id, r.object_id)
        for r in registry.relations
        if r.type == "concerns" and types.get(r.object_id) == "ORG"
    )
    parents = _first((r.subject_id, r.object_id) for r in _organs(registry.relations))
    wholes = _first((id_, id_[:k]) for id_ in types for k, c in enumerate(id_) if c == "-" and _is_body(types, id_, k))
    charters = _first(
        (body, id_) for table in (founds, concerns) for id_, body in table.items() if id_.startswith(_GOVERNING)
    )
    accessions = _first(
        ((r.object_id, concerns[r.subject_id]), r.subject_id)
        for r in registry.relations
        if r.type == "concerns" and _ADMITTING in r.subject_id
        if types.get(r.object_id) == "COUNTRY" and r.subject_id in concerns
    )
    bodies = (e for e in registry.entities.values() if e.type == "ORG")
    seats = _first((r.subject_id, r.object_id) for r in registry.relations if r.type == "seat")
    capitals = {r.subject_id: r.object_id for r in registry.relations if r.type == "capital_of"}
    turns = _turns(registry.facts)
    return ClaimTables(
        types, founds, concerns, parents, {e.id: _words(e) for e in bodies}, seats, wholes, charters,
        _first((body, id_) for id_, body in founds.items()), accessions,
        _single((r.subject_id, r.object_id) for r in registry.relations if _joins(types, r)), _heirs(registry),
        capitals, frozenset(fold(name) for id_ in capitals for name in _texts(registry.entities[id_])),
        {**{id_: body for id_, body in concerns.items() if _governs(registry, id_, body)}, **founds},
        {e.id: e.names["ru"] for e in registry.entities.values() if e.type in _GENDERED and "ru" in e.names},
        {body: id_ for id_, body in concerns.items() if _ENDING in id_},
        frozenset(e.id for e in registry.entities.values() if e.type == "ORG" and e.names["en"].endswith(_PACTS)),
        {e.id: e.start_edtf for e in registry.entities.values() if e.start_edtf},
        frozenset(name for e in registry.entities.values() for name in _kazakh(e)),
        {e.id: _begun(e) for e in registry.entities.values() if e.type == "TREATY"},
        turns, known_days(registry),
    )  # fmt: skip


def _turns(facts: Iterable[ReferenceFact]) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for fact in facts:
        if fact.type != "membership" or fact.object_id is None:
            continue
        kind = fact.status if fact.status in _STATUSES else "start"
        told = ((kind, fact.start_edtf), ("end", fact.end_edtf))
        pair = (fact.subject_id, fact.object_id)
        found[pair] = (*found.get(pair, ()), *((name, edtf) for name, edtf in told if edtf))
    return found


def _governs(registry: Registry, instrument: str, body: str) -> bool:
    """Its charter, an accession treaty, a treaty on the body, or one that gave the body its name (the CSTO)."""
    if instrument.startswith(_GOVERNING) or _ADMITTING in instrument:
        return True
    papers, bodies = (
        [fold(name) for name in _texts(registry.entities[id_]) if len(name) >= _LONG_NAME] for id_ in (instrument, body)
    )
    return any(b.startswith(p) or f" on {b}" in p or f" on the {b}" in p for p in papers for b in bodies)


def _heirs(registry: Registry) -> dict[str, tuple[str, str]]:
    after = _single((r.object_id, r.subject_id) for r in registry.relations if r.type == "succeeded")
    ends = {id_: bounds(registry.entities[id_].end_edtf)[1] for id_ in after if registry.entities[id_].end_edtf}
    return {id_: (last, after[id_]) for id_, last in ends.items() if last}


def _is_body(types: Mapping[str, str], id_: str, at: int) -> bool:
    """An id begins with that of the body it is part of ("csto-…"); the CIS Economic Union has members of its own."""
    if id_.endswith(_OF_ITS_OWN):
        return False
    return types[id_] == "ORG" == types.get(id_[:at]) and not id_[at + 1 :].isdigit()


def _organs(relations: Iterable[Relation]) -> Iterable[Relation]:
    return (r for r in relations if r.type == "organ_of")


def _first(pairs: Iterable[tuple[K, str]]) -> dict[K, str]:
    found: dict[K, str] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def _joins(types: Mapping[str, str], relation: Relation) -> bool:
    """An instrument that is about a country."""
    return relation.type == "concerns" and types.get(relation.object_id) == "COUNTRY"


def _single(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Only those that have one value."""
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: values.pop() for key, values in found.items() if len(values) == 1}


def _texts(entity: Entity) -> list[str]:
    return [*entity.names.values(), *(a.text for a in entity.aliases)]


def _kazakh(entity: Entity) -> Iterable[str]:
    called = (*(names.get("kk", "") for names in (entity.names, entity.abbreviations)), *_aliased(entity, "kk"))
    return (fold(name) for name in called if name)


def _aliased(entity: Entity, lang: str) -> Iterable[str]:
    return (alias.text for alias in entity.aliases if alias.lang == lang and alias.kind != "misspelling")


def _words(entity: Entity) -> frozenset[str]:
    return frozenset(fold(t.text) for text in _texts(entity) for t in tokenise(text) if len(t.text) >= _SHORTEST_WORD)


def _begun(entity: Entity) -> frozenset[str]:
    return frozenset(word[:OPENING] for word in _words(entity))
