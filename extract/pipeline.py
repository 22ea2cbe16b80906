"""The list of stages: a document's text and segments in, findings in offsets of the text as received out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from extract import nlp
from extract.claims.known import ClaimTables, claim_tables
from extract.claims.stage import find_claims
from extract.cleaning.normalise import clean_document
from extract.cleaning.sentences import find_sentences
from extract.dates.stage import find_dates
from extract.dates.tokens import date_tokens
from extract.language.kazakh_endings import Endings, compile_endings
from extract.language.tokens import fold
from extract.names.body_phrases import find_body_phrases
from extract.names.body_spans import BodyWords, body_words
from extract.names.combine import combine, free_of, with_bodies, without_currencies, without_lapses, without_namesakes
from extract.names.discovery import Discovery, discover, title_stems, trimmed
from extract.names.eponyms import without_eponyms
from extract.names.evidence import with_evidence
from extract.names.introductions import Introduction, find_introductions, find_spelt_out
from extract.names.lexicon import Lexicon, NameTables, build_lexicon
from extract.names.linking import link_introduced, link_names
from extract.names.long_names import introduced_bodies
from extract.names.namelike import name_words
from extract.names.names import find_names
from extract.names.nobodies import no_bodies
from extract.names.organ_phrases import OrganWords, find_organ_phrases, sole_organs, with_body_behind
from extract.names.parts_of_bodies_ru import Parts, linked_parts, parts_of_bodies, with_own_parts
from extract.names.persons import find_persons
from extract.names.readings import LinkTables, rule_index
from extract.papers.spelt_papers import with_papers
from extract.papers.treaties import find_treaties
from extract.papers.treaty_dates import link_by_day
from extract.papers.treaty_shorts import find_short_treaties
from extract.papers.treaty_words import Instrument, TreatyWords, instruments, treaty_words
from extract.quantities.stage import find_quantities
from extract.tables import read_table
from kb.model import (
    LANGUAGES,
    CleanText,
    Findings,
    Mention,
    NameRule,
    Registry,
    Segment,
    Sentence,
    hash_of,
)  # fmt: skip

# Bibliographies name bodies and years, but tell no facts.
_TOLD = frozenset({"title", "abstract", "keywords", "body", "table", "caption"})
# Names that may hold a date as part of a title.
_TITLED = frozenset({"PROGRAMME", "TREATY"})


@dataclass(frozen=True, slots=True)
class Received:
    """One document as the pipeline takes it: `pages` are first offsets of pages, `published` an ISO date or empty."""

    text: str
    segments: tuple[Segment, ...]
    published: str = ""
    pages: tuple[int, ...] = ()


class Pipeline:
    """The stages with what they know. Built once, used for many documents; holds no state of any of them."""

    def __init__(self, registry: Registry, rules: Sequence[NameRule] = ()) -> None:
        self.registry = registry
        self.rules = tuple(rules)

    @cached_property
    def endings(self) -> Endings:
        rows = read_table("kk", "endings")
        return compile_endings({k: v for k, v in rows.items() if k != "softening"}, rows["softening"])

    @cached_property
    def lexicon(self) -> Lexicon:
        nouns = {lang: read_table(lang, "body_nouns")["nouns"] for lang in LANGUAGES}
        return build_lexicon(
            self.registry.entities, NameTables(self.endings, self._parents(), nouns, read_table("", "british"))
        )

    def _parents(self) -> dict[str, str]:
        return {r.subject_id: r.object_id for r in self.registry.relations if r.type == "organ_of"}

    @cached_property
    def link_tables(self) -> LinkTables:
        forms = frozenset(form for lang in LANGUAGES for form in read_table("", "company_forms")[lang])
        stems = read_table("", "proper_stems")
        nouns = [read_table(lang, "body_nouns") for lang in LANGUAGES]
        openers = frozenset(fold(noun) for rows in nouns for noun in rows.get("openers", ()))
        governed = {lang: rows.get("complemented", ()) for lang, rows in zip(LANGUAGES, nouns, strict=True)}
        return LinkTables(
            self.registry.entities, self._parents(), rule_index(self.rules), stems, self._implied(), forms, openers,
            _pairs(governed), _pairs(read_table("", "opening_words")),
        )  # fmt: skip

    def _implied(self) -> dict[str, list[str]]:
        """Organ -> its body, instrument -> what it founds or concerns."""
        found: dict[str, list[str]] = {}
        for r in self.registry.relations:
            if r.type in {"organ_of", "concerns"}:
                found.setdefault(r.subject_id, []).append(r.object_id)
            elif r.type == "founded_by":
                found.setdefault(r.object_id, []).append(r.subject_id)
        return found

    @cached_property
    def treaty_words(self) -> Mapping[str, TreatyWords]:
        return {lang: treaty_words(read_table(lang, "treaty_words")) for lang in LANGUAGES}

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        return instruments(self.registry.entities, self.registry.relations, self.treaty_words, self.endings)

    def extract(self, received: Received) -> Findings:
        """Everything found in one document."""
        clean, segments = clean_document(received.text, received.segments)
        sentences = find_sentences(clean.text, segments)
        tokens = date_tokens(clean.text, sentences)
        dates = find_dates(clean.text, tokens, received.published)
        names = self._names(clean.text, sentences, dates)
        dates = free_of(dates, names)
        organs = find_organ_phrases(clean.text, sentences, names, self._organ_words)
        organs = linked_parts(organs, names, self._parts)
        names = combine(organs, names)
        known = combine(dates, names, self._treaties(clean.text, sentences, combine(dates, names)))
        tagged = self._tagged(clean.text, sentences)
        known = link_by_day(sentences, without_namesakes(known, tagged), self.instruments)
        bodies = combine(self._bodies(clean.text, sentences, known, free_of(tagged, known)))
        known = free_of(known, bodies)
        spans = (*bodies, *free_of(tagged, (*known, *bodies)))
        known = combine(known, self._introduced_bodies(clean.text, sentences, known, spans))
        found = discover(clean.text, sentences, known, free_of(spans, known), self._discovery)
        quantities = find_quantities(clean.text, tokens, [(d.start_char, d.end_char) for d in dates])
        mentions = without_currencies(combine(found.mentions, known), quantities)
        stumbles: list[tuple[Sentence, str]] = []
        told = (clean.text, sentences, mentions, quantities, self.claim_tables)
        claims = find_claims(*told, stumbles, received.published, nlp.parse)
        named = {m.entity_id for m in mentions}
        return _received(
            clean, received,
            Findings(received.segments, sentences, without_lapses(mentions), claims, quantities,
                     tuple(e for e in found.entities if e.id in named), tuple(stumbles)),
        )  # fmt: skip

    def _names(self, text: str, sentences: Sequence[Sentence], dates: Sequence[Mention]) -> tuple[Mention, ...]:
        candidates = find_names(text, sentences, self.lexicon, dates)
        first = link_names(text, sentences, candidates, dates, self.link_tables)
        introduced = self._introduced(text, sentences, first)
        expected = [i for m in first for i in (*self.link_tables.implied.get(str(m.entity_id), ()), str(m.entity_id))]
        linked = link_names(text, sentences, candidates, dates, self.link_tables, introduced, expected)
        linked = with_evidence(free_of(linked, _outside(dates, linked)), read_table("", "namesakes"))
        linked = with_body_behind(text, with_bodies(text, linked, self._parents()), self._parents())
        linked = with_own_parts(text, linked, self._parts)
        further = link_introduced(text, sentences, linked, introduced, self.endings)
        titles = [t for lang in LANGUAGES for t in read_table("", "person_titles")[lang]]
        people = find_persons(text, sentences, linked, self.lexicon, titles)
        return without_eponyms(text, combine(linked, further, people), read_table("", "eponyms"))

    def _bodies(
        self, text: str, sentences: Sequence[Sentence], known: Sequence[Mention], tagged: Sequence[Mention]
    ) -> Iterable[Mention]:
        return find_body_phrases(text, sentences, known, tagged, self._body_words)

    def _introduced_bodies(
        self, text: str, sentences: Sequence[Sentence], known: Sequence[Mention], spans: Sequence[Mention]
    ) -> tuple[Mention, ...]:
        return introduced_bodies(text, sentences, known, trimmed(text, spans), self._fillers, self.endings)

    @cached_property
    def _fillers(self) -> frozenset[str]:
        return frozenset(word for lang in LANGUAGES for word in read_table("", "introducers")[lang])

    @cached_property
    def _body_words(self) -> BodyWords:
        return body_words({lang: read_table(lang, "body_heads") for lang in LANGUAGES}, self.endings)

    @cached_property
    def _parts(self) -> Parts:
        return parts_of_bodies(self.registry.entities, self.registry.relations)

    @cached_property
    def _organ_words(self) -> OrganWords:
        nouns = frozenset(fold(noun) for noun in read_table("ru", "body_nouns")["organs"])
        entities = self.registry.entities
        named = ((body, entities[id_].names["ru"], id_) for id_, body in self._parents().items())
        return OrganWords(nouns, self.treaty_words["ru"].ordinary, sole_organs(named))

    def _introduced(
        self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
    ) -> tuple[Introduction, ...]:
        small = {word for lang in LANGUAGES for word in read_table("", "small_words")[lang]}
        long_forms = [m for m in mentions if not m.method.startswith("dictionary:abbr")]
        known = find_introductions(text, mentions, self._fillers)
        spelt = find_spelt_out(text, sentences, long_forms, small)
        return (*known, *with_papers(spelt, self.treaty_words, self.endings))

    def _treaties(self, text: str, sentences: Sequence[Sentence], known: Sequence[Mention]) -> tuple[Mention, ...]:
        tables = (self.treaty_words, self.instruments, self.endings)
        found = find_treaties(text, sentences, known, *tables)
        return (*found, *find_short_treaties(text, sentences, combine(known, found), *tables))

    def _tagged(self, text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for lang in LANGUAGES:
            spans = [(s.start_char, s.end_char) for s in sentences if s.lang == lang and s.kind in _TOLD]
            if spans:
                found += [
                    Mention(t.label, t.start, t.end, text[t.start : t.end], lang, method="tagger", score=0.7)
                    for t in nlp.tag(text, spans, lang)
                ]
        return tuple(found)

    @cached_property
    def _discovery(self) -> Discovery:
        ordinary = read_table("", "ordinary_nouns")
        nouns = [n for lang in LANGUAGES for n in (*read_table(lang, "body_nouns")["nouns"], *ordinary[lang])]
        heads = [head for words in self.treaty_words.values() for head in words.heads]
        codes = (e.id.upper() for e in self.registry.entities.values() if e.type == "COUNTRY")
        words = name_words(nouns, heads, codes)
        papers = [e for e in self.registry.entities.values() if e.type == "TREATY"]
        titles = tuple(title_stems((*e.names.values(), *(a.text for a in e.aliases))) for e in papers)
        bodies = [head for lang in LANGUAGES for head in read_table(lang, "body_heads")["heads"]]
        nobodies = no_bodies(read_table("", "no_bodies"), bodies)
        return Discovery(self.registry.entities, self.endings, words, nobodies, titles)

    @cached_property
    def claim_tables(self) -> ClaimTables:
        return claim_tables(self.registry)


def _outside(dates: Sequence[Mention], names: Iterable[Mention]) -> tuple[Mention, ...]:
    """Dates that are no part of a title: "Strategy until 2025", "the protocol to the treaty of 1949"."""
    titled = [m for m in names if m.label in _TITLED and m.method.startswith("dictionary:")]
    return free_of(dates, titled)


def _pairs(words: Mapping[str, Sequence[str]]) -> frozenset[tuple[str, str]]:
    return frozenset((lang, word) for lang, some in words.items() for word in some)


def _received(clean: CleanText, received: Received, found: Findings) -> Findings:
    """Everything with the offsets and the wording of the text as received."""

    def moved(item: Any, **more: Any) -> Any:
        start, end = clean.received(item.start_char, item.end_char)
        return replace(item, start_char=start, end_char=end, **more)

    def worded(item: Any, key: str) -> Any:
        start, end = clean.received(item.start_char, item.end_char)
        return replace(item, start_char=start, end_char=end, **{key: received.text[start:end]})

    return Findings(
        found.segments,
        tuple(
            moved(s, page=_page(clean.received(s.start_char, s.end_char)[0], received.pages)) for s in found.sentences
        ),
        tuple(worded(m, "text") for m in found.mentions),
        tuple(worded(c, "quote") for c in found.claims),
        tuple(worded(q, "text") for q in found.quantities),
        found.discovered,
        tuple((moved(sentence), reason) for sentence, reason in found.stumbles),
    )


def _page(offset: int, pages: Sequence[int]) -> int | None:
    return sum(start <= offset for start in pages) or None


def fingerprint(registry_hash: str) -> str:
    """A hash of code, tables and models: when it changes, documents are extracted again."""
    here = Path(__file__).parent
    files = sorted(p for p in here.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    parts = (f"{p.relative_to(here)}:{hash_of([p.read_bytes().hex()])}" for p in files)
    return hash_of([registry_hash, nlp.taggers(), *parts])
