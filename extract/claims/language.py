"""Tables of one language in, what reading claims needs of them out."""

from dataclasses import dataclass
from functools import cache

from extract.claims.anaphora.words import Anaphors, anaphors
from extract.claims.fillers.places import PlaceWords
from extract.claims.frames.overlays import OverlayWords, overlay_words
from extract.claims.grammar.arguments import CaseWords
from extract.claims.grammar.clause_words import ClauseWords
from extract.claims.grammar.items import ListWords
from extract.claims.grammar.openers import Openers, openers
from extract.claims.grammar.slots import Marks, argument_marks
from extract.claims.grammar.triggers import TriggerTable
from extract.claims.grammar.verb_forms import FormWords, form_words
from extract.claims.moods.words import PolarityWords, polarity_words
from extract.language.word_record import word_record
from extract.tables import read_table


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


@cache
def marks() -> Marks:
    """The marks of arguments, which all languages share."""
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
