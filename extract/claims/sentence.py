"""One sentence with its mentions in, the claims that it tells out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.references import find_references
from extract.claims.datings.by_paper_ru import by_paper
from extract.claims.datings.futurate_en import still_ahead
from extract.claims.datings.futurate_ru import yet_to_come
from extract.claims.datings.historic_present_ru import entering
from extract.claims.datings.owned import attach_dates
from extract.claims.frames.overlays import stage_reached, votes_held
from extract.claims.grammar.arguments import Arguments
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.datelines_en import behind_dateline
from extract.claims.grammar.insertions import without_insertions
from extract.claims.grammar.items import Item, read_items
from extract.claims.grammar.last_in_row_ru import without_turns
from extract.claims.grammar.only_then_en import told_as_done
from extract.claims.grammar.placed_en import without_placings
from extract.claims.grammar.relatives_en import hung_on_nearest
from extract.claims.grammar.scare_quotes_ru import unquoted
from extract.claims.grammar.syntax_en import Parse, Syntax
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form, verb_form
from extract.claims.known import ClaimTables
from extract.claims.language import Language, language, marks
from extract.claims.making import claims_of
from extract.claims.moods.coming_kk import settled
from extract.claims.moods.declined_kk import declined
from extract.claims.rows.dated_papers_en import bears_its_day, entered
from extract.claims.rows.entries import led_by, may_be_entry
from extract.claims.rows.headed_notes import under_head
from extract.claims.rows.many_bodies_ru import many_bodies
from extract.claims.rows.notes_ru import noted
from extract.claims.rows.rows_ru import rows_told
from extract.claims.rows.signed_ru import signed_in_brackets
from extract.claims.scene import Scene, Told
from extract.claims.sequels.contrasts import contrasted, denied_names
from extract.claims.sequels.ellipses import further_bodies_told
from extract.claims.sequels.founded_by_paper_en import with_day_of_paper
from extract.claims.sequels.other_papers import without_other_papers
from extract.claims.sequels.part_given_up_ru import part_given_up
from extract.claims.telling import OF, told_by, with_dates, with_drafts
from extract.claims.told_triggers import is_noun, watches
from extract.language.tokens import fold, tokenise
from kb.model import Claim, Mention, Quantity, Sentence

_LONGEST = 1500
_FOUNDED = "established"
# What is told to have been signed, or to have founded a body, needs no day from its name.
_OF_A_DAY = frozenset({"signed", "adopted", _FOUNDED})


@dataclass(frozen=True, slots=True)
class Known:
    """What the sentences of one document share; `lead`: the date that stands alone before the one in hand.

    `entry`: the date of the entry of a chronicle that it stands in; `issued`: the day of the report; `parse`: what
    hangs on what in an English sentence, as a parser reads it.
    """

    memory: Memory
    tables: ClaimTables
    quantities: Sequence[Quantity]
    lead: Mention | None = None
    head: Mention | None = None
    entry: Mention | None = None
    issued: Mention | None = None
    parse: Parse | None = None


def of_sentence(
    text: str, sentence: Sentence, mentions: Sequence[Mention], known: Known, last: Claim | None
) -> list[Claim]:
    """Each thing that the sentence tells, once; `last` is the claim before it, which a bare verb may repeat."""
    memory, tables, quantities = known.memory, known.tables, known.quantities
    words, span = language(sentence.lang), (sentence.start_char, sentence.end_char)
    entry = may_be_entry(sentence, mentions)
    speaks = entry or words.triggers.speaks(fold(t.text) for t in tokenise(text, *span))
    if span[1] - span[0] > _LONGEST or not speaks:
        return []
    read = read_items(text, span, mentions, words.lists, without_placings if sentence.lang == "en" else list)
    items = without_insertions(unquoted(read) if sentence.lang == "ru" else read, words.insertions)
    items = led_by(known.lead, items)
    items = told_as_done(under_head(known.head, behind_dateline(items))) if sentence.lang == "en" else items
    if sentence.lang == "ru":
        items = noted(without_turns(items), known.head.entity_id if known.head else memory.hero)
    items = find_references(items, sentence.lang, words.anaphors, memory)
    items = hung_on_nearest(text, items, words.lists.repeated) if sentence.lang == "en" else items
    settled_ = (declined(items, settled(items, t, words.forms.coming)) for t in words.triggers.find(items))
    triggers = [t for t in settled_ if not is_noun(items, t, sentence.lang)]
    triggers = [t for t in triggers if not watches(items, t, triggers)]
    if not (triggers or entry or words.triggers.overlaid(items)):
        return []
    forms = {t: verb_form(sentence.lang, t, items, words.forms) for t in triggers}
    clauses = Clauses(sentence.lang, items, forms, words.clauses)
    syntax = _syntax(text, sentence, items, known)
    arguments = Arguments(clauses, words.cases, denied_names(clauses), tables.kazakh, syntax)
    scene = Scene(
        text, sentence.lang, clauses, arguments, memory, tables, words.anaphors, marks(), last, entry=known.entry
    )
    claims: list[Claim] = []
    for one_, made_ in by_paper(scene, with_dates(scene, with_drafts(scene, told_by(scene, forms, words)))):
        told = still_ahead(scene, yet_to_come(scene, one_, known.issued), known.issued)
        made = entering(scene, told, made_)
        claims += claims_of(scene, told, made, sentence)
        denied = replace(told, polarity="negated", date=None)
        claims += claims_of(scene, denied, list(contrasted(scene, told, made)), sentence)
        for one, draft in further_bodies_told(scene, told, made):
            claims += claims_of(scene, one, [draft], sentence)
    claims += _besides(scene, sentence, words, quantities)
    told_of = frozenset(c.object_id if c.type == _FOUNDED else c.subject_id for c in claims if c.type in _OF_A_DAY)
    for one, drafts_ in bears_its_day(scene, told_of):
        claims += claims_of(scene, one, drafts_, sentence)
    return list(_distinct(part_given_up(with_day_of_paper(without_other_papers(claims, mentions, memory)))))


def _syntax(text: str, sentence: Sentence, items: Sequence[Item], known: Known) -> Syntax | None:
    span = (sentence.start_char, sentence.end_char)
    return Syntax(text, span, items, known.parse) if known.parse and sentence.lang == "en" else None


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Each thing once, and without a date only where the sentence does not date it."""
    kept = {(c.type, c.subject_id, c.object_id, c.polarity, c.origin, c.edtf): c for c in claims}
    dated_too = {key[:-1] for key in kept if key[-1]}
    yield from (c for key, c in kept.items() if key[-1] or key[:-1] not in dated_too)


def _besides(scene: Scene, sentence: Sentence, words: Language, quantities: Sequence[Quantity]) -> Iterator[Claim]:
    """Stages and votes, which share their words with the claims above."""
    items = scene.clauses.items
    forms = {t: verb_form(scene.lang, t, items, words.forms) for t in words.triggers.overlaid(items)}
    stages = [t for t in told_by(scene, forms, words) if t.trigger.frame == "reached_stage"]
    made = [(told, list(stage_reached(scene, told, words.overlays))) for told in stages]
    dates = attach_dates(scene.clauses, {told.trigger: told.form for told, drafts_ in made if drafts_}, OF)
    for told, drafts_ in made:
        at = dates.get(told.trigger, -1)
        yield from claims_of(scene, replace(told, date=items[at].mention if at >= 0 else None), drafts_, sentence)
    for told, drafts_ in (*entered(scene), *rows_told(scene), *many_bodies(scene), *signed_in_brackets(scene)):
        yield from claims_of(scene, told, drafts_, sentence)
    if quantities:
        told = Told(Trigger("holds_votes", "state", 0, 0, 0, 0, 0), Form("active"), "asserted", None)
        yield from claims_of(scene, told, list(votes_held(scene, quantities, words.overlays)), sentence)
