"""A document's sentences, mentions and quantities in, claims out: who joined, signed or founded what, and when."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.claims.anaphora.capitals import acting_ahead
from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.named_bodies import Asides
from extract.claims.datings.entry_dates import entries_of
from extract.claims.datings.futurate_ru import day_of_report
from extract.claims.filled import Filled
from extract.claims.grammar.hyphened import names_alone
from extract.claims.grammar.items import ListWords
from extract.claims.grammar.syntax_en import Parse
from extract.claims.known import ClaimTables
from extract.claims.language import language
from extract.claims.recalled.dates import with_known_dates
from extract.claims.recalled.steps import recalled
from extract.claims.recalled.subjects import with_known_subjects
from extract.claims.rows.careers_en import careers
from extract.claims.rows.counted_papers import find_counted_papers
from extract.claims.rows.dated_bodies_en import find_dated_bodies
from extract.claims.rows.dated_names import find_dated_names
from extract.claims.rows.dated_rows import find_rows, overruled
from extract.claims.rows.entries import heading_date
from extract.claims.rows.former_names_kk import find_former_names
from extract.claims.rows.headed_notes import heading_name
from extract.claims.rows.labels_ru import find_labels
from extract.claims.rows.list_claims import find_list_claims
from extract.claims.rows.notes_ru import heading_country
from extract.claims.rows.other_names_en import find_other_names
from extract.claims.rows.pages_en import with_pages as with_english_pages
from extract.claims.rows.pages_kk import with_pages as with_kazakh_pages
from extract.claims.rows.pages_ru import with_pages as with_russian_pages
from extract.claims.rows.paper_entries_kk import find_paper_entries
from extract.claims.rows.profiles import find_profiles
from extract.claims.rows.ranked_en import find_ranked
from extract.claims.rows.table_claims import find_table_claims
from extract.claims.rows.table_claims import tables as tables_in
from extract.claims.sentence import Known, of_sentence
from extract.claims.sequels.answers import answered
from extract.claims.sequels.came_to_nothing_ru import came_to_nothing
from extract.claims.sequels.dated_behind_ru import dated_behind
from extract.claims.sequels.decided_foundings_ru import decided_foundings
from extract.claims.sequels.decided_ru import decided
from extract.claims.sequels.historic_future_ru import settled
from extract.claims.sequels.historic_present_kk import present_settled
from extract.claims.sequels.said_anew_en import said_anew
from extract.claims.sequels.when_answers_ru import when_answered
from extract.claims.sequels.yet_to_come import yet_to_come
from extract.language.tokens import fold
from extract.tables import read_table
from kb.model import LANGUAGES, POLARITIES, Claim, Mention, Quantity, Sentence

_SILENT_KINDS = frozenset({"reference", "running-head", "keywords"})
_SUPERSEDING = frozenset({"en", "kk"})
# Kazakh names the paper itself where it turns to another.
_FOUNDING_PAPERS = frozenset({"en", "ru"})


def find_claims(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    tables: ClaimTables,
    stumbles: list[tuple[Sentence, str]] | None = None,
    written: str = "",
    parse: Parse | None = None,
) -> tuple[Claim, ...]:
    """One claim for each thing that a sentence says; offsets into `text`.

    `written`: the ISO day, month or year behind which nothing can have happened by the text, empty where unknown.
    `parse`: sentence and language in, its dependencies out; without it the rules go by order and marks alone.
    `stumbles` takes the sentences that the program fails at, so that others are not lost with them; without it the
    failure is raised.
    """
    told = [s for s in sentences if s.kind not in _SILENT_KINDS and s.lang in LANGUAGES]
    joiners = _joiners()
    ordered = sorted(names_alone(text, mentions), key=lambda m: (m.start_char, -m.end_char))
    memory = Memory(text, ordered, tables, joiners, _asides())
    known = Known(memory, tables, quantities, issued=day_of_report(ordered), parse=parse)
    starts = [m.start_char for m in ordered]
    filled: list[Filled] = []
    for sentence in told:
        inside = ordered[bisect_left(starts, sentence.start_char) : bisect_left(starts, sentence.end_char)]
        filled.append((sentence, _named(_disjoint(inside, sentence.end_char), sentence)))
    found = _of_sentences(text, filled, known, stumbles)
    found += _of_layout(text, filled, found, memory, tables)
    found += _new(found, find_counted_papers(text, filled, tables))
    found += list(find_dated_bodies(text, filled, found))
    found += _new(found, find_other_names(text, filled))
    found += list(find_ranked(text, filled, found, language("en").lists))
    found = with_russian_pages(found, text, filled, memory, tables)
    told_bare = [*find_rows(text, filled, memory, tables), *find_dated_names(text, filled, tables)]
    told_bare += find_paper_entries(text, filled, tables)
    found = list(came_to_nothing(text, filled, found))
    found = list(dated_behind(text, filled, list(when_answered(text, filled, found))))
    found = list(decided(text, told, list(answered(text, told, found))))
    found = list(decided_foundings(list(settled(found))))
    found = overruled(list(present_settled(found)), told_bare)
    found = with_english_pages(found, text, filled, memory, tables)
    found = list(said_anew(text, with_kazakh_pages(found, text, filled, memory, tables)))
    return tuple(yet_to_come(_recalled(text, filled, ordered, found, tables), written))


def _recalled(
    text: str, filled: Sequence[Filled], mentions: Sequence[Mention], found: Sequence[Claim], tables: ClaimTables
) -> list[Claim]:
    """What is told, with what the known days of history say of what it leaves open."""
    found = list(with_known_dates(text, found, mentions, tables.days))
    found = list(with_known_subjects(found, mentions, tables.days))
    found += recalled(text, filled, mentions, found, tables.days)
    return list({(_thing(c), c.origin, c.participants): c for c in found}.values())


def _asides() -> Asides:
    spoken = {lang: language(lang).anaphors for lang in LANGUAGES}
    words = frozenset().union(*(a.asides for a in spoken.values()))
    return Asides(words, spoken["ru"].occasions, {lang: a.dealings for lang, a in spoken.items()})


def _of_sentences(
    text: str, filled: Sequence[Filled], known: Known, stumbles: list[tuple[Sentence, str]] | None
) -> list[Claim]:
    """What the sentences tell one by one, each with what those before it have told."""
    found: list[Claim] = []
    entries = entries_of(text, filled)
    lead: Mention | None = None
    head: Mention | None = None
    for sentence, held in filled:
        beside = replace(known, lead=lead, head=head, entry=entries.get(sentence.start_char))
        made = _made(text, (sentence, held), beside, found[-1] if found else None, stumbles)
        _remember(known.memory, (text, sentence, held), made)
        found += made
        english = sentence.lang == "en"
        head = heading_name(text, sentence, held, head) if english else heading_country(text, sentence, held, head)
        lead = heading_date(text, sentence, held, lead if sentence.lang == "en" else None)
    return found


def _made(
    text: str, filled: Filled, known: Known, last: Claim | None, stumbles: list[tuple[Sentence, str]] | None
) -> list[Claim]:
    """What a sentence tells; nothing where the program fails at it and may go on."""
    sentence, held = filled
    try:
        return of_sentence(text, sentence, held, known, last)
    except Exception as error:
        if stumbles is None:
            raise
        stumbles.append((sentence, f"{type(error).__name__}: {' '.join(str(error).split())}"))
        return []


def _remember(memory: Memory, told: tuple[str, Sentence, Sequence[Mention]], made: Iterable[Claim]) -> None:
    """What a sentence told is meant by those behind it: an heir by "the body", its papers by "the treaty"."""
    text, sentence, held = told
    at = sentence.end_char - 1
    acting = acting_ahead(text, sentence, held[0] if held else None, language("en").anaphors, memory)
    if acting:
        memory.acted(acting, held[0].start_char)
    for claim in (c for c in made if c.polarity == POLARITIES[0]):
        if claim.type == "succeeded" and claim.object_id and sentence.lang in _SUPERSEDING:
            memory.supersede(claim.object_id, claim.subject_id, at)
        founded = claim.type == "established" and claim.origin == "text" and not claim.object_id
        founded = founded and sentence.lang in _FOUNDING_PAPERS
        papers = (memory.charter(claim.subject_id), memory.founder(claim.subject_id)) if founded else ()
        for paper in filter(None, papers):
            memory.meant(paper, at)


def _joiners() -> ListWords:
    """What joins names in any of the languages."""
    return ListWords(
        frozenset().union(*(language(x).lists.joiners for x in LANGUAGES)),
        frozenset().union(*(language(x).lists.fillers for x in LANGUAGES)),
    )


def _of_layout(
    text: str, filled: Sequence[Filled], found: Sequence[Claim], memory: Memory, tables: ClaimTables
) -> list[Claim]:
    """What tables, lists, brackets and labelled lines tell without a sentence of their own."""
    heads = read_table("", "table_heads")
    more = [claim for rows in tables_in(filled, text) for claim in find_table_claims(text, rows, heads, memory)]
    dated = {_thing(c) for c in found}
    more += (c for c in careers(text, filled, memory) if _thing(c) not in dated)
    more += find_former_names(text, filled)
    more += find_list_claims(text, filled, read_table("", "list_heads"), memory)
    more += _new([*found, *more], find_profiles(text, filled, read_table("", "profile_words"), memory))
    return more + _new([*found, *more], find_labels(text, filled, {**tables.founds, **tables.concerns}))


def _thing(claim: Claim) -> tuple[object, ...]:
    """What a claim says, to the date, and in which sentence."""
    return claim.start_char, claim.type, claim.subject_id, claim.object_id, claim.edtf, claim.polarity


def _new(found: Iterable[Claim], more: Iterable[Claim]) -> list[Claim]:
    """Those that no sentence tells already."""
    told = {(c.start_char, c.subject_id, c.object_id) for c in found}
    return [c for c in more if (c.start_char, c.subject_id, c.object_id) not in told]


def _disjoint(mentions: Sequence[Mention], end: int) -> list[Mention]:
    kept: list[Mention] = []
    for m in mentions:
        if m.end_char <= end and (not kept or m.start_char >= kept[-1].end_char):
            kept.append(m)
    return kept


def _named(mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """A bare "Organization" that is capital only because it opens the sentence is no name."""
    classes = language(sentence.lang).anaphors.bodies
    bare = tuple(stem for stem, kinds in classes.items() if not kinds)
    return [
        m
        for m in mentions
        if not (m.start_char == sentence.start_char and m.label == "ORG" and fold(m.text).startswith(bare))
        or any(letter.isspace() for letter in m.text)
    ]
