"""Table data/LANG/polarity.yml in, the cues of one language by where they stand out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from extract.claims.grammar.patterns import CLASSES
from extract.claims.moods.cues import CueTable, cue_table
from extract.language.tokens import fold


@dataclass(frozen=True)
class PolarityWords:
    """Cues by where they stand: before or behind the trigger, directly before a noun, anywhere in the sentence.

    `heading`: verbs before the trigger of which an infinitive, a passive or a noun may hang, but no verb in the past.
    """

    before: CueTable
    heading: CueTable
    after: CueTable
    governs: CueTable
    anywhere: CueTable
    next: CueTable
    beyond: CueTable
    timing: CueTable
    alone: CueTable
    until: CueTable
    carried: CueTable
    comments: CueTable
    framing: CueTable
    reversed: CueTable
    judged: CueTable
    owning: CueTable
    ruling: CueTable
    headed: CueTable
    spoken: CueTable
    modals: tuple[str, ...]
    past: tuple[str, ...]
    denials: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    whiles: frozenset[str] = frozenset()
    announcing: tuple[str, ...] = ()
    refuting: tuple[str, ...] = ()
    that: frozenset[str] = frozenset()
    sequel: frozenset[str] = frozenset()
    proposing: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()
    doubting: tuple[str, ...] = ()
    asking: frozenset[str] = frozenset()
    unreal: tuple[str, ...] = ()
    was: frozenset[str] = frozenset()
    hindering: tuple[CueTable, ...] = ()

    @cached_property
    def ahead(self) -> CueTable:
        return CueTable((*self.before.rows, *self.heading.rows))

    @cached_property
    def within(self) -> CueTable:
        return CueTable((*self.ahead.rows, *self.after.rows))

    @cached_property
    def held(self) -> CueTable:
        return CueTable((*self.before.rows, *self.after.rows))


def polarity_words(lang: str, table: Mapping[str, Mapping[str, str]]) -> PolarityWords:
    """`table` is data/LANG/polarity.yml: place -> polarity -> patterns; `asserted` undoes an infinitive."""

    def cues(place: str) -> CueTable:
        return cue_table(lang, table.get(place) or {}, table.get(CLASSES) or {})

    def stems(key: str, part: str = "named") -> tuple[str, ...]:
        return tuple(map(fold, (table.get(key) or {}).get(part, "").split()))

    return PolarityWords(
        cues("before"), cues("heading"), cues("after"), cues("governs"), cues("anywhere"), cues("next"), cues("beyond"),
        cues("timing"), cues("alone"), cues("until"), cues("carried"),
        cues("comments"), cues("framing"), cues("reversed"), cues("judged"), cues("owning"), cues("ruling"),
        cues("headed"), cues("spoken"),
        stems("modals"), stems("past"),
        stems("endings", "negated"), stems("endings", "planned"), stems("compounds"), stems("compounds", "bare"),
        frozenset(stems("compounds", "whiles")), stems("announced", "by"), stems("announced", "denied"),
        frozenset(stems("announced", "that")), frozenset(stems("sequel")), stems("compounds", "proposing"),
        stems("compounds", "proposed"), stems("compounds", "owned"), stems("predicates", "doubting"),
        frozenset(stems("predicates", "asking")),
        stems("endings", "unreal"), frozenset(stems("endings", "be")),
        (cues("hindered"), cues("stalled"), cues("regarded")),
    )  # fmt: skip
