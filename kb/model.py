"""Every record of the project, passing or stored; standard library only.

Offsets are half-open code points: into the cleaned text between the stages, into `Document.text` where stored.
"""

import datetime
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

LANGUAGES = ("en", "ru", "kk")
SEGMENT_KINDS = ("title", "abstract", "keywords", "body", "table", "caption", "reference", "running-head")
LABELS = ("ORG", "TREATY", "COUNTRY", "PLACE", "PERSON", "PROGRAMME", "CONCEPT", "DATE", "QUANTITY")
CLAIM_TYPES = (
    "proposed", "signed", "ratified", "adopted", "entered_into_force", "in_effect", "established", "terminated",
    "membership", "acceded", "observer", "suspended", "withdrew", "succeeded", "renamed", "organ_of",
    "reached_stage", "holds_votes",
)  # fmt: skip
STATE_CLAIMS = frozenset({"membership", "observer", "organ_of", "in_effect"})
POLARITIES = ("asserted", "planned", "hypothetical", "negated")
STATUSES = (
    "member", "participant", "associate", "observer", "partner", "candidate", "signatory", "suspended", "frozen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document in one language and of one kind; a running head may lie inside a body segment."""

    lang: str
    kind: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text whose kind a reader knows from the format itself (heading, table, caption, footnote)."""

    kind: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read. `pages` are the first offsets of pages 1, 2, …; `blocks` what the format tells of kinds.

    `body_start` is where the text proper begins, behind front matter. `lang` empty means that it is detected.
    """

    path: str
    text: str
    sha256: str
    media_type: str
    reader: str
    title: str = ""
    authors: tuple[str, ...] = ()
    lang: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    doi: str = ""
    licence: str = ""
    pages: tuple[int, ...] = ()
    blocks: tuple[Block, ...] = ()
    body_start: int = 0

    @property
    def id(self) -> str:
        return short_hash(self.path)


@dataclass(frozen=True, slots=True)
class CleanText:
    """What the stages see. `starts[i]`, `ends[i]` bound the received characters behind cleaned character i."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def received(self, start: int, end: int) -> tuple[int, int]:
        """The span of the received text behind a cleaned, non-empty span."""
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class Sentence:
    lang: str
    start_char: int
    end_char: int
    kind: str = "body"
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or date where it stands. `method` says which rule or tagger found it and why it was linked."""

    label: str
    start_char: int
    end_char: int
    text: str
    lang: str
    entity_id: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    method: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Quantity:
    start_char: int
    end_char: int
    text: str
    value: float
    unit: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    entity_id: str
    role: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says happened, holds, is planned or did not happen."""

    type: str
    subject_id: str
    object_id: str | None
    polarity: str
    start_char: int
    end_char: int
    quote: str
    lang: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    place_id: str | None = None
    value: float | None = None
    unit: str | None = None
    new_name: str | None = None
    confidence: float = 1.0
    origin: str = "text"
    participants: tuple[Participant, ...] = ()

    @property
    def key(self) -> str:
        """Content address, free of document and offset, so that a judgement outlives re-ingest."""
        quote = re.sub(r"\s+", " ", self.quote).strip().casefold()
        parts = (self.type, self.subject_id, self.object_id or "", self.edtf or "", self.polarity, quote)
        return short_hash("\x1f".join(parts))


@dataclass(frozen=True, slots=True)
class Findings:
    """What the pipeline gives for one document, in offsets of the text as received.

    `stumbles`: sentences that the program failed at, by a mistake of its own, with the reason; the rest is complete.
    """

    segments: tuple[Segment, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    discovered: tuple["Entity", ...] = ()
    stumbles: tuple[tuple[Sentence, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an entity. `kind`: name, abbreviation, former, variant, misspelling, short.

    A `short` name ("the Community") counts only capitalised and resolves to what the document last named.
    """

    entity_id: str
    lang: str
    text: str
    kind: str = "name"
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    type: str
    names: Mapping[str, str]
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    scope: str | None = None
    field: str | None = None
    start_edtf: str | None = None
    end_edtf: str | None = None
    wikidata: str | None = None
    origin: str = "registry"
    aliases: tuple[Alias, ...] = ()

    def name(self, lang: str) -> str:
        """The name in a language of output, in English where there is none, the id at the worst."""
        return self.names.get(lang) or self.names.get("en") or next(iter(self.names.values()), self.id)


@dataclass(frozen=True, slots=True)
class Relation:
    """`type`: organ_of, succeeded, seat, author, head, part_of, founded_by, borders, capital_of, concerns."""

    subject_id: str
    type: str
    object_id: str


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    citation: str
    url: str = ""
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceFact:
    """A fact known beforehand: an act (`type` of a claim) or a state (`membership` with `status`, start and end)."""

    id: str
    type: str
    subject_id: str
    object_id: str | None
    status: str | None
    start_edtf: str | None
    end_edtf: str | None
    source_id: str
    unverified: bool = False
    note: str = ""
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim as it stands in the database, with what consolidation needs of its document.

    `accepted`: a person says that it is right. `named`: what its sentence calls by a name of its own.
    """

    id: int
    document_id: str
    text_sha: str
    claim: Claim
    accepted: bool = False
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Event:
    """Claims about one thing, and reference facts beside them, put together.

    `status`: which one begins where somebody joins, belongs, watches or is suspended, as far as reference facts say.
    """

    id: str
    type: str
    subject_id: str
    object_id: str | None
    polarity: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    place_id: str | None = None
    n_claims: int = 0
    n_documents: int = 0
    langs: str = ""
    support: str = "texts"
    confidence: float = 1.0
    claim_ids: tuple[int, ...] = ()
    reference_ids: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """One spell of one status; `start_*` the first day it holds, `end_*` the first day it no longer does."""

    id: str
    organization_id: str
    member_id: str
    status: str
    start_edtf: str | None
    start_earliest: str | None
    start_latest: str | None
    end_edtf: str | None
    end_earliest: str | None
    end_latest: str | None
    support: str
    event_ids: tuple[str, ...] = ()
    reference_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """`event_a` is what stands, `event_b` what disagrees with it, `reference_id` the fact whose status it is about."""

    id: str
    kind: str
    event_a: str
    event_b: str
    explanation: str
    reference_id: str | None = None


@dataclass(frozen=True, slots=True)
class Consolidated:
    """`reasons`: claim -> why it is counted for an event about another thing than it names, or for none that stands."""

    events: tuple[Event, ...] = ()
    memberships: tuple[Membership, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reasons: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issue:
    path: str
    stage: str
    message: str
    at: str


@dataclass(frozen=True, slots=True)
class Indicator:
    country: str
    year: int
    indicator: str
    unit: str
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What speaks for one reading of an ambiguous name: stems in the sentence, entities near it, years of its date.

    `after` is the first year in which the reading is possible, `before` the first in which it no longer is.
    """

    entity_id: str
    words: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    after: int | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class NameRule:
    """A name of several entities in one language (in all where `lang` is empty).

    A `default` of None means that without a reason no reading is taken.
    """

    text: str
    lang: str
    default: str | None
    candidates: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known beforehand."""

    entities: Mapping[str, Entity]
    relations: tuple[Relation, ...] = ()
    facts: tuple[ReferenceFact, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    redirects: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)


def short_hash(text: str) -> str:
    """16 hex digits: short enough for an address, no collision below some hundred million rows."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def hash_of(parts: Iterable[str]) -> str:
    return short_hash("\x1f".join(parts))


def today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()
