"""Table data/LANG/anaphors.yml in, the words of one language that point back to what was named before out.

A mapping goes from the stem of a noun to the words that a name must hold to be meant (none: any name of the label).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from extract.language.word_record import word_record

# Words of a language that are remembered.
_REMEMBERED = 20_000
# The rows whose words point back themselves; the other rows tell what may stand around them.
_POINTING = (
    "bodies", "body_pronouns", "organ_nouns", "organs", "natured", "pairing", "paired", "owners", "obliques", "none_of",
    "instruments", "nameless", "interim", "lasting_papers",
    "countries", "country", "members", "groups", "counts", "nations", "peoples", "ordinals", "latter", "besides",
)  # fmt: skip


@dataclass(frozen=True)
class BodyWords:
    """What stands for a body: "the organization", "its successor", "the former"."""

    bodies: Mapping[str, tuple[str, ...]]
    body_pronouns: Mapping[str, tuple[str, ...]]
    natured: tuple[str, ...]
    natures: Mapping[str, tuple[str, ...]]
    organic: frozenset[str]
    organs: Mapping[str, tuple[str, ...]]
    organ_nouns: tuple[str, ...]
    organs_alone: frozenset[str]
    organ_articles: frozenset[str]
    organ_neutral: tuple[str, ...]
    organ_tails: frozenset[str]
    kinds: frozenset[str]
    described: tuple[str, ...]
    pairing: frozenset[str]
    paired: frozenset[str]
    undergone: frozenset[str]
    lives: frozenset[str]
    entering: frozenset[str]
    asides: frozenset[str]
    occasions: tuple[str, ...]
    dealings: tuple[str, ...]
    wheres: frozenset[str]
    insides: tuple[str, ...]
    lasting: frozenset[str]
    fellows: tuple[str, ...]
    strangers: frozenset[str]
    indefinite: frozenset[str]
    memberly: tuple[str, ...]
    proposable: tuple[str, ...]
    exchanging: tuple[str, ...]
    giving: tuple[str, ...]
    steps: tuple[str, ...]
    such: frozenset[str]
    none_of: tuple[str, ...]
    joinable: tuple[str, ...]
    companies: tuple[str, ...]
    manned: tuple[str, ...]
    gatherings: tuple[str, ...]


@dataclass(frozen=True)
class PaperWords:
    """What stands for an instrument: "the treaty on it", "the corresponding agreement", `шартқа`."""

    instruments: Mapping[str, tuple[str, ...]]
    papers: tuple[str, ...]
    pacts: frozenset[str]
    interim: tuple[str, ...]
    lasting_papers: tuple[str, ...]
    nameless: tuple[str, ...]
    named_by: frozenset[str]
    changes: tuple[str, ...]
    accession: tuple[str, ...]
    corresponding: tuple[str, ...]
    alike: tuple[str, ...]
    joining: tuple[str, ...]
    ending: tuple[str, ...]
    creating: tuple[str, ...]
    begetting: tuple[str, ...]
    founding: tuple[str, ...]
    founded: tuple[str, ...]
    founding_talk: tuple[str, ...]
    drafts: tuple[str, ...]
    passable: tuple[str, ...]
    each_of: tuple[str, ...]
    founds_it: frozenset[str]
    older: frozenset[str]
    newer: frozenset[str]
    anew: tuple[str, ...]
    paper_verbs: frozenset[str]
    paper_deeds: frozenset[str]
    houses: tuple[str, ...]
    lawful: tuple[str, ...]
    connectors: frozenset[str]
    statuses: tuple[str, ...]
    regarding: frozenset[str]


@dataclass(frozen=True)
class CountryWords:
    """What stands for countries: "the three", "the Baltic states", "the Swedes", a capital."""

    countries: tuple[str, ...]
    country: frozenset[str]
    groups: Mapping[str, int]
    members: tuple[str, ...]
    counts: Mapping[str, int]
    numerals: frozenset[str]
    wholly: frozenset[str]
    collectives: Mapping[str, tuple[str, ...]]
    regions: Mapping[str, tuple[str, ...]]
    these: frozenset[str]
    nations: Mapping[str, str]
    agents: tuple[str, ...]
    peoples: Mapping[str, str]
    lands: frozenset[str]
    actors: tuple[str, ...]
    acting: frozenset[str]
    placing: frozenset[str]
    owner: frozenset[str]
    owned: tuple[str, ...]
    unowned: tuple[str, ...]
    deeds: frozenset[str]
    deciding: frozenset[str]
    stepping: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Anaphors(BodyWords, PaperWords, CountryWords):
    """Words of one language that point back, and the words around them that decide at what."""

    never: frozenset[str]
    besides: tuple[str, ...]
    naming: tuple[str, ...]
    determiners: frozenset[str]
    blockers: tuple[str, ...]
    plurals: tuple[str, ...]
    tails: frozenset[str]
    singular: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    singulars: frozenset[str]
    personal: frozenset[str]
    ordinals: Mapping[str, int]
    latter: frozenset[str]
    lasts: frozenset[str]
    obliques: Mapping[str, int]
    alone: frozenset[str]
    adverbs: frozenset[str]
    together: tuple[str, ...]
    owners: frozenset[str]
    owning: frozenset[str]
    owning_one: frozenset[str]
    turned: Mapping[str, str]
    meant: frozenset[str]

    @cached_property
    def points(self) -> Callable[[str], bool]:
        """Whether a word may stand for anything named before; of the words of a text few may."""
        opened = tuple({stem for row in _POINTING for stem in getattr(self, row)})
        return lru_cache(_REMEMBERED)(lambda norm: norm.startswith(opened))


def anaphors(table: Mapping[str, Any]) -> Anaphors:
    """`table` is data/LANG/anaphors.yml; a paper without a name is an instrument too, who owns one body owns."""
    nameless = [*table["instruments"], *(table.get("papers") or ())]
    owning = [*(table.get("owning") or ()), *(table.get("owning_one") or ())]
    return word_record(Anaphors, {**table, "nameless": nameless, "owning": owning})


def is_form(norm: str, stem: str, lang: str, words: Anaphors) -> bool:
    """The noun in the singular: a plural stands for several, and longer words are others."""
    if not norm.startswith(stem):
        return False
    tail = norm[len(stem) :]
    if lang == "en" or not tail:
        return not tail
    # A stem that holds its case ends where the plural begins: `құрылымда` opens `құрылымдарды`.
    if lang == "kk" and norm[len(stem) - 2 :].startswith(words.plurals):
        return False
    return not tail.startswith(words.plurals) and (not words.tails or tail in words.tails)
