"""A document's sentences, mentions and quantities in, claims out: who joined, signed or founded what, and when."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.accession_papers_en import describes_paper
from extract.anaphor_words import Anaphors, anaphors
from extract.anaphora import Memory
from extract.answers import answered
from extract.apposed_en import bears_date, own_mood
from extract.arguments import Arguments, CaseWords
from extract.boards_en import is_let_in_as, mood_before, without_boards
from extract.careers_en import careers
from extract.claim_bodies import MEMBER_TYPES, still_there
from extract.claim_dates import attach_dates, dated
from extract.claim_entries import bears_its_day, entered
from extract.claim_frames import drafts
from extract.claim_items import ARTICLES, Item, ListWords, read_items
from extract.claim_overlays import OverlayWords, overlay_words, stage_reached, votes_held
from extract.claim_rows import rows_told
from extract.claim_signed_ru import signed_in_brackets
from extract.claim_tables import ClaimTables
from extract.clause_words import ClauseWords
from extract.clauses import TIMELESS, Clauses
from extract.contrasts import contrasted, denied_names
from extract.date_owners import shared_out, timely
from extract.dated_names import find_dated_names
from extract.dated_rows import find_rows, overruled
from extract.ellipses import further_bodies_told
from extract.entries import heading_date, led_by, may_be_entry
from extract.entry_dates import entries_of, of_entry
from extract.further_subjects import further
from extract.gapping import own_date
from extract.headed_notes import heading_name, under_head
from extract.historic_present_ru import entering
from extract.insertions import without_insertions
from extract.list_claims import find_list_claims
from extract.named_bodies import Asides
from extract.notes_ru import heading_country, noted
from extract.openers import Openers, openers
from extract.other_papers import without_other_papers
from extract.places import PlaceWords, place_of
from extract.polarity import NAMED_ONLY, polarity_of
from extract.polarity_words import PolarityWords, polarity_words
from extract.references import find_references
from extract.repeated_dates import repeated
from extract.scene import Draft, Scene, Told
from extract.slots import Marks, argument_marks
from extract.table_claims import find_table_claims
from extract.table_claims import tables as tables_in
from extract.tables import read_table
from extract.tokens import fold, tokenise
from extract.triggers import Trigger, TriggerTable
from extract.verb_forms import UNTOLD, Form, FormWords, form_words, verb_form
from extract.word_record import word_record
from kb.model import LANGUAGES, POLARITIES, STATE_CLAIMS, Claim, Mention, Quantity, Sentence

_SILENT_KINDS = frozenset({"reference", "running-head", "keywords"})
_PLACED = frozenset(
    {"signed", "adopted", "established", "acceded", "ratified", "proposed", "renamed", "withdrew", "terminated"}
)
# "Treaty of Rome of …", «соглашение от …»: a date behind these belongs to the name.
_OF = frozenset({"of", "от"})
_LONGEST = 1500
# "Its charter" is a noun, "its return to A" tells of a return.
_OWNERS, _FOUNDED = frozenset({"its", "their", "s"}), "established"
_SUPERSEDING = frozenset({"en", "kk"})
# What is told to have been signed, or to have founded a body, needs no day from its name.
_OF_A_DAY = frozenset({"signed", "adopted", _FOUNDED})
# What observers do too, and how near their name stands then.
_LOOSE, _BREATH, _AS = ("membership.in", "membership", "acceded"), 4, "as"


@dataclass(frozen=True, slots=True)
class Language:
    """All tables of one language that the claims need."""

    triggers: TriggerTable
    forms: FormWords
    clauses: ClauseWords
    polarity: PolarityWords
    anaphors: Anaphors
    lists: ListWords
    cases: CaseWords
    places: PlaceWords
    overlays: OverlayWords
    insertions: Openers


@dataclass(frozen=True, slots=True)
class Known:
    """What the sentences of one document share; `lead`: the date that stands alone before the one in hand.

    `entry`: the date of the entry of a chronicle that it stands in.
    """

    memory: Memory
    tables: ClaimTables
    quantities: Sequence[Quantity]
    lead: Mention | None = None
    head: Mention | None = None
    entry: Mention | None = None


@cache
def _marks() -> Marks:
    return argument_marks(read_table("", "argument_marks"))


@cache
def language(lang: str) -> Language:
    """The tables in data/LANG, read and compiled once."""
    arguments, clauses = read_table(lang, "arguments"), read_table(lang, "clauses")
    return Language(
        TriggerTable(lang, read_table(lang, "triggers")), form_words(read_table(lang, "verb_forms")),
        word_record(ClauseWords, clauses), polarity_words(lang, read_table(lang, "polarity")),
        anaphors(read_table(lang, "anaphors")), word_record(ListWords, arguments), word_record(CaseWords, arguments),
        word_record(PlaceWords, read_table(lang, "places")), overlay_words(read_table(lang, "stages")),
        openers(lang, clauses),
    )  # fmt: skip


def find_claims(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    tables: ClaimTables,
) -> tuple[Claim, ...]:
    """One claim for each thing that a sentence says; offsets into `text`."""
    told = [s for s in sentences if s.kind not in _SILENT_KINDS and s.lang in LANGUAGES]
    joiners = ListWords(
        frozenset().union(*(language(x).lists.joiners for x in LANGUAGES)),
        frozenset().union(*(language(x).lists.fillers for x in LANGUAGES)),
    )
    ordered = sorted(mentions, key=lambda m: (m.start_char, -m.end_char))
    asides = Asides(
        frozenset().union(*(language(x).anaphors.asides for x in LANGUAGES)), language("ru").anaphors.occasions
    )
    memory = Memory(text, ordered, tables, joiners, asides)
    known = Known(memory, tables, quantities)
    starts = [m.start_char for m in ordered]
    found: list[Claim] = []
    filled = []
    for sentence in told:
        inside = ordered[bisect_left(starts, sentence.start_char) : bisect_left(starts, sentence.end_char)]
        filled.append((sentence, _named(_disjoint(inside, sentence.end_char), sentence)))
    entries = entries_of(text, filled)
    lead: Mention | None = None
    head: Mention | None = None
    for sentence, held in filled:
        beside = replace(known, lead=lead, head=head, entry=entries.get(sentence.start_char))
        made = _of_sentence(text, sentence, held, beside, found[-1] if found else None)
        for claim in made if sentence.lang in _SUPERSEDING else ():
            if claim.type == "succeeded" and claim.object_id and claim.polarity == POLARITIES[0]:
                memory.supersede(claim.object_id, claim.subject_id, sentence.end_char - 1)
        found += made
        english = sentence.lang == "en"
        head = heading_name(text, sentence, held, head) if english else heading_country(text, sentence, held, head)
        lead = heading_date(text, sentence, held, lead if sentence.lang == "en" else None)
    heads = read_table("", "table_heads")
    for rows in tables_in(filled, text):
        found += find_table_claims(text, rows, heads, memory)
    found += careers(text, filled, memory)
    found += find_list_claims(text, filled, read_table("", "list_heads"), memory)
    told_bare = [*find_rows(text, filled, memory, tables), *find_dated_names(text, filled, tables)]
    return tuple(overruled(list(answered(text, told, found)), told_bare))


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


def _of_sentence(
    text: str, sentence: Sentence, mentions: Sequence[Mention], known: Known, last: Claim | None
) -> list[Claim]:
    memory, tables, quantities = known.memory, known.tables, known.quantities
    words = language(sentence.lang)
    span = (sentence.start_char, sentence.end_char)
    entry = may_be_entry(sentence, mentions)
    speaks = entry or words.triggers.speaks(fold(t.text) for t in tokenise(text, *span))
    if span[1] - span[0] > _LONGEST or not speaks:
        return []
    items = without_insertions(read_items(text, span, mentions, words.lists), words.insertions)
    items = led_by(known.lead, items)
    items = under_head(known.head, items) if sentence.lang == "en" else items
    if sentence.lang == "ru":
        items = noted(items, known.head.entity_id if known.head else memory.hero)
    items = find_references(items, sentence.lang, words.anaphors, memory)
    triggers = [t for t in words.triggers.find(items) if not _is_noun(items, t, sentence.lang)]
    triggers = [t for t in triggers if not _watches(items, t, triggers)]
    if not (triggers or entry or words.triggers.overlaid(items)):
        return []
    forms = {t: verb_form(sentence.lang, t, items, words.forms) for t in triggers}
    clauses = Clauses(sentence.lang, items, forms, words.clauses)
    arguments = Arguments(clauses, words.cases, denied_names(clauses), tables.kazakh)
    scene = Scene(
        text, sentence.lang, clauses, arguments, memory, tables, words.anaphors, _marks(), last, entry=known.entry
    )
    claims: list[Claim] = []
    for told, made_ in _dated(scene, _told(scene, forms, words)):
        made = entering(scene, told, made_)
        claims += _claims(scene, told, made, sentence, words)
        denied = replace(told, polarity="negated", date=None)
        claims += _claims(scene, denied, list(contrasted(scene, told, made)), sentence, words)
        for one, draft in further_bodies_told(scene, told, made):
            claims += _claims(scene, one, [draft], sentence, words)
    claims += _besides(scene, sentence, words, quantities)
    told_of = frozenset(c.object_id if c.type == _FOUNDED else c.subject_id for c in claims if c.type in _OF_A_DAY)
    for one, drafts_ in bears_its_day(scene, told_of):
        claims += _claims(scene, one, drafts_, sentence, words)
    return list(_distinct(without_other_papers(claims, mentions, memory)))


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Each thing once, and without a date only where the sentence does not date it."""
    kept = {(c.type, c.subject_id, c.object_id, c.polarity, c.origin, c.edtf): c for c in claims}
    dated_too = {key[:-1] for key in kept if key[-1]}
    yield from (c for key, c in kept.items() if key[-1] or key[:-1] not in dated_too)


def _besides(scene: Scene, sentence: Sentence, words: Language, quantities: Sequence[Quantity]) -> Iterator[Claim]:
    """Stages and votes, which share their words with the claims above."""
    items = scene.clauses.items
    forms = {t: verb_form(scene.lang, t, items, words.forms) for t in words.triggers.overlaid(items)}
    stages = [t for t in _told(scene, forms, words) if t.trigger.frame == "reached_stage"]
    made = [(told, list(stage_reached(scene, told, words.overlays))) for told in stages]
    dates = attach_dates(scene.clauses, {told.trigger: told.form for told, drafts_ in made if drafts_}, _OF)
    for told, drafts_ in made:
        at = dates.get(told.trigger, -1)
        yield from _claims(scene, replace(told, date=items[at].mention if at >= 0 else None), drafts_, sentence, words)
    for told, drafts_ in (*entered(scene), *rows_told(scene), *signed_in_brackets(scene)):
        yield from _claims(scene, told, drafts_, sentence, words)
    if quantities:
        told = Told(Trigger("holds_votes", "state", 0, 0, 0, 0, 0), Form("active"), "asserted", None)
        yield from _claims(scene, told, list(votes_held(scene, quantities, words.overlays)), sentence, words)


def _is_noun(items: Sequence[Item], trigger: Trigger, lang: str) -> bool:
    """ "In the form of": an English verb behind an article is none."""
    if lang != "en" or trigger.form != "verb" or not trigger.first:
        return False
    if trigger.first == trigger.head and _part_of_name(items, trigger.head):
        return True
    opens = trigger.first == trigger.head
    before = items[trigger.first - 1].norm
    named = before in ARTICLES or (before in _OWNERS and trigger.frame == _FOUNDED)
    return opens and named and not items[trigger.head].norm.endswith("ed")


def _watches(items: Sequence[Item], loose: Trigger, triggers: Sequence[Trigger]) -> bool:
    """ "Takes part in A as an observer", "an observer in A since 2005": in the same breath it is no membership.

    "Was let into A as an observer" is no accession.
    """
    if is_let_in_as(items, loose, triggers):
        return True
    if loose.frame not in _LOOSE:
        return False
    for other in (t for t in triggers if t.frame.startswith("observer")):
        if loose.frame != _LOOSE[0] and not (other.first > loose.last and items[other.first].norm == _AS):
            continue
        low, high = sorted((loose, other), key=lambda t: t.first)
        between = items[low.last + 1 : high.first]
        if len(between) <= _BREATH and not any(i.text in {",", ";"} for i in between):
            return True
    return False


def _part_of_name(items: Sequence[Item], k: int) -> bool:
    """ "The XYZ Institute, opened in …": a capital behind a body's name goes on with it."""
    text, before = items[k].text, items[k - 1]
    return text[0].isupper() and text[1:].islower() and before.kind == "name" and before.label != "COUNTRY"


def _told(scene: Scene, forms: Mapping[Trigger, Form], words: Language) -> Iterator[Told]:
    for trigger, form in forms.items():
        if form.mood == UNTOLD or _says_which(scene, trigger):
            continue
        polarity = polarity_of(trigger, form, scene.clauses, words.polarity)
        polarity = mood_before(scene.clauses, trigger, own_mood(scene.clauses, trigger, polarity, words.polarity))
        if trigger.frame.endswith(".planned") and polarity in {POLARITIES[0], NAMED_ONLY}:
            polarity = "planned"
        if polarity != NAMED_ONLY:
            yield Told(trigger, form, polarity, None)


def _says_which(scene: Scene, trigger: Trigger) -> bool:
    """ "The treaty enlarging A to B was signed": an English participle behind a paper says which one it is."""
    paper = scene.clauses.items[trigger.first - 1] if scene.lang == "en" and trigger.first else None
    doing = scene.clauses.items[trigger.head].norm.endswith("ing") and trigger.first == trigger.head
    return paper is not None and doing and (paper.norm in scene.anaphors.instruments or paper.label == "TREATY")


def _dated(scene: Scene, told: Iterable[Told]) -> list[tuple[Told, list[Draft]]]:
    """What is told with its date: a trigger whose arguments are not there takes no date from the others."""
    made: list[tuple[Told, list[Draft]]] = []
    for one in told:
        found = without_boards(scene, one, list(drafts(scene, one)))
        if found:
            made.append((one, found))
            fact = found[-1] if one.polarity == POLARITIES[0] else scene.before
            if found[-1].type in MEMBER_TYPES:
                scene = replace(scene, spoken=found[-1], steps=tuple(found) if one.polarity == "planned" else ())
            scene = replace(scene, before=fact)
    moods = {one.trigger: "" if one.polarity == POLARITIES[0] else one.polarity for one, _ in made}
    undated = [one for one, found in made if not all(d.date for d in found)]
    undated = [one for one in undated if bears_date(scene.clauses, one.trigger)]
    forms = {one.trigger: replace(one.form, mood=moods[one.trigger]) for one in undated}
    acts = {t: form for t, form in forms.items() if not _is_timeless(scene, t)}
    forms = acts or forms
    dates = attach_dates(scene.clauses, forms, _OF)
    dates = timely(scene.clauses, [one for one, _ in made], dates)
    items = scene.clauses.items
    made = [(one, shared_out(scene.clauses, one, found)) for one, found in made]
    return [
        (replace(one, date=items[dates[one.trigger]].mention, date_item=dates[one.trigger]), found)
        if one.trigger in dates
        else (replace(one, date=scene.entry), found)
        if scene.entry and of_entry(scene.clauses, one, found) else (one, found)
        for one, found in made
    ]  # fmt: skip


def _is_timeless(scene: Scene, trigger: Trigger) -> bool:
    """ "Was adopted by the Council, the Community's supreme organ": what an apposition adds has no date of a verb."""
    added = trigger.frame.startswith("organ_of") and scene.clauses.items[trigger.first].text == ","
    return added or trigger.frame.endswith(TIMELESS) or describes_paper(scene, trigger)


def _claims(scene: Scene, told: Told, made: Sequence[Draft], sentence: Sentence, words: Language) -> Iterator[Claim]:
    place, place_id = place_of(scene.clauses, told.trigger, words.places)
    for drafted in [*made, *further(scene, told, made), *repeated(scene, told, made)]:
        mention = drafted.date or own_date(scene.clauses, told, drafted) or told.date
        mention = mention or _listed_date(scene, drafted, made)
        when = dated(drafted.type, mention)
        draft = replace(drafted, object_id=still_there(scene, drafted, when.earliest))
        # Where the second of two was signed, the place of the first does not say.
        at = (place, place_id) if draft.type in _PLACED and drafted in made else (None, None)
        claim = Claim(
            draft.type, draft.subject_id, draft.object_id, told.polarity, sentence.start_char, sentence.end_char,
            scene.text[sentence.start_char : sentence.end_char], sentence.lang, when.edtf, when.earliest, when.latest,
            at[0], at[1], draft.value, draft.unit, draft.new_name, draft.confidence, "text", draft.participants,
        )  # fmt: skip
        yield claim
        if told.polarity == "asserted":
            yield from _derived(claim, draft, mention)
            yield from _begun(claim, mention)


def _listed_date(scene: Scene, draft: Draft, made: Sequence[Draft]) -> Mention | None:
    """ "The accession of A and B (2007)": the only date in a Russian list is that of all."""
    if scene.lang != "ru" or draft.item < 0 or draft.type in STATE_CLAIMS:
        return None
    dates = [d.date for d in made if d.item == draft.item and d.date]
    return dates[0] if len(dates) == 1 else None


def _begun(claim: Claim, mention: Mention | None) -> Iterator[Claim]:
    """What is in effect since a day entered into force on it."""
    if claim.type == "in_effect" and (claim.edtf or "").endswith("/.."):
        when = dated("entered_into_force", mention)
        yield replace(
            claim,
            type="entered_into_force",
            edtf=when.edtf,
            earliest=when.earliest,
            latest=when.latest,
            origin="derived",
        )


def _derived(claim: Claim, draft: Draft, mention: Mention | None) -> Iterator[Claim]:
    """Who founds a body is its member."""
    when = dated("acceded", mention)
    for id_ in draft.members:
        yield replace(
            claim, type="membership", subject_id=id_, object_id=claim.subject_id, origin="derived", participants=(),
            edtf=when.edtf, earliest=when.earliest, latest=when.latest, place=None, place_id=None,
        )  # fmt: skip
