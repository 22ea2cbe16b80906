"""A trigger among its items in, the names that fill its slots out: the nearest in grammar, of the right label."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile

from extract.claims.grammar.absolutes_en import beyond_absolute, effected_steps
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.endings_kk import ATTRIBUTIVE
from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.grammar.subjects_en import (
    agents_of_others,
    depositaries,
    governed,
    insertions,
    inviting,
    of_relatives,
    prompted,
    set_against,
    wholes,
)
from extract.claims.grammar.subjects_ru import is_predicative, no_subjects
from extract.claims.grammar.syntax_en import NONE, OWN, SHARED, Syntax
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.tokens import fold

_COUNTRY = "COUNTRY"
# How the id of a name that was found in a text begins.
_UNKNOWN = "x-"
_OWNERS = frozenset({"ORG", "TREATY", "PROGRAMME"})
# Beyond this an argument belongs to another clause.
FAR = 12.0
_WRONG_SIDE = {"en": 4.0, "ru": 1.2, "kk": 9.0}
_REF, _MISMARKED, _MARKED = 1.0, 3.0, -2.0
_ADJACENT = 2
# A trigger may open with a preposition.
_SHORT = 3
_CLAUSE_ENDS = frozenset(",;")
# A trigger that ends with its own subject: "the bloc was left by A".
_SUBJECT_LAST = ".left"
# Letters folded: a possessive in the locative.
_OWNED_PLACE = ("ында", "инде", "сында", "синде")
# "The war in A": a locative that describes a noun.
_SELF, _GENITIVE = fold("өзі"), frozenset({".genitive", ".accusative"})
# "47-ші": the ending of an ordinal stands alone.
_ORDINAL, _VENUE_FAR = 3, 7
# Cases whose endings are no words by themselves, and letters of the longest.
_PARTED, _ENDING = ("genitive", "dative", "accusative"), 3
_DESCRIBED, _DISSOLVED = frozenset({"participle"}), "terminated.self"
# "Turned the forum into A": what an English trigger of founding ends with was founded.
_FOUNDED = "established"
_UNMARKED, _TOUCHING, _HELD, _NAMELESS, _NEARBY = 5.0, 0.4, 12.0, 1.0, 3.0
# A relative pronoun between the verb and a name behind it, or another noun that the name belongs to.
_RELATIVE = 12.0
# "The seat in A was kept by B": what a Russian trigger opens with is the object.
_SEATS = frozenset({"место", "кресло"})
_TREATY, _FRAMEWORK = "TREATY", "framework"
_STATE = "state"
# What the parse of an English sentence is worth beside all this, and where a state is told, which lists part.
_PARSED, _OF_STATES = {OWN: -6.0, SHARED: -6.0, NONE: 0.0}, {OWN: -6.0, SHARED: -4.0, NONE: 0.0}
_MOST, _JOINS = -6.0, frozenset({"and", "&"})
# Names beside an English verb that act in another clause, or suffer.
_OTHER_ACTORS = (
    of_relatives,
    set_against,
    wholes,
    insertions,
    depositaries,
    prompted,
    inviting,
    governed,
    beyond_absolute,
    effected_steps,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """Whom to look for. `side`: before, after or any; `marks`: prepositions or cases that speak for it, `bars` against.

    `strict`: a barred name never, and one neither marked nor next to the trigger hardly fills it.
    """

    labels: frozenset[str]
    side: str = "any"
    marks: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class CaseWords:
    """Kazakh case -> endings (folded); words that may stand between a preposition and its name.

    Behind one of `relatives` a clause of its own begins: what follows is no argument of the verb before it.
    """

    cases: Mapping[str, tuple[str, ...]]
    skipped: frozenset[str]
    framing: frozenset[str]
    relatives: frozenset[str]
    bare: tuple[str, ...]
    heads: frozenset[str]
    sittings: frozenset[str]
    composing: frozenset[str]
    acting: tuple[str, ...]
    admitted: tuple[str, ...]


class Arguments:
    """The names of one sentence as candidates for the slots of its triggers."""

    def __init__(
        self,
        clauses: Clauses,
        words: CaseWords,
        denied: frozenset[int] = frozenset(),
        whole: frozenset[str] = frozenset(),
        syntax: Syntax | None = None,
    ) -> None:
        """`whole`: folded Kazakh names in the nominative, whose last letters are no case."""
        self.clauses = clauses
        self.syntax = syntax
        self.denied = denied
        self._words = words
        self._whole = whole
        self._marks = {k: self._marked(k) for k, i in enumerate(clauses.items) if i.kind in {"name", "ref"}}

    def best(
        self, trigger: Trigger, form: Form, slot: Slot, without: Iterable[int] = (), far: float = FAR
    ) -> int | None:
        """The item that fills the slot best, None where none is near enough.

        What a trigger ends with is neither denied nor framed: "opened its doors for A", "was left without A".
        """
        scored = [
            (self.score(trigger, form, slot, k), k)
            for k, marks in self._marks.items()
            if k not in without
            and (k not in self.denied or k == trigger.last or self._described(trigger, form, k))
            and not self.clauses.told_aside(trigger, k)
            and not self._opens_name(k)
            and (trigger.first <= k <= trigger.last or trigger.frame.startswith("suspended") or not self.belongs(k))
            and self.clauses.items[k].label in slot.labels
            and (k == trigger.last or not (self.framed(k) or self._part_of(marks, k)))
            and not (slot.strict and marks & slot.bars and not marks & slot.marks)
            and not (form.voice != "noun" and self._owns(k) and not trigger.first <= k <= trigger.last)
        ]
        cost, found = min(self._weighed(scored, trigger, slot, far), default=(far, -1))
        return found if cost < far else None

    def _weighed(
        self, scored: Iterable[tuple[float, int]], trigger: Trigger, slot: Slot, far: float
    ) -> list[tuple[float, int]]:
        """Those that may still be the best by what the parse says, which is asked of no others: it takes its time."""
        ranked = sorted(scored)
        best = ranked[0][0] if ranked else far
        near = [(cost, k) for cost, k in ranked if cost + _MOST <= min(best, far)]
        if self.syntax is None or (near == ranked[:1] and best < far):
            return ranked[:1]
        return [(cost + self._parsed(trigger, slot, k), k) for cost, k in near]

    def _parsed(self, trigger: Trigger, slot: Slot, k: int) -> float:
        """What the parse of an English sentence is worth, of a name that may fill the slot: neither part of a longer
        one, nor in brackets, nor behind a preposition that speaks against it."""
        items = self.clauses.items
        deeper = items[k].depth > items[trigger.head].depth
        if self.syntax is None or deeper or self._marks[k] & slot.bars or self._ends_name(k):
            return 0.0
        if trigger.form != _STATE:
            return _PARSED[self.syntax.relation(trigger, k)]
        # "Has five members and several observers, among them A": the observers are not those of "them".
        return _OF_STATES[self.syntax.relation(trigger, k)] if items[k].kind == "name" else 0.0

    def _ends_name(self, k: int) -> bool:
        """ "The Amu Darya Water and Energy Community": a capitalised word that opens no sentence goes before it."""
        items = self.clauses.items
        at = k - 1 - (k > 1 and items[k - 1].norm in _JOINS)
        before = items[at] if at > 0 else None
        return before is not None and before.kind == "word" and before.text[0].isupper() and items[k].label == "ORG"

    def framed(self, k: int) -> bool:
        """ "Within A": a Kazakh word of this kind stands behind its name ("A аясындағы B" is B)."""
        items, framing, marks = self.clauses.items, self._words.framing, self._marks[k]
        if self.clauses.lang == "en" and items[k].kind == "ref" and items[k].label == _TREATY:
            marks -= {_FRAMEWORK}  # "A framework agreement": there the word only says of what kind it is.
        if self.clauses.lang != "kk" or not marks & framing:
            return bool(marks & framing)
        return k + 1 < len(items) and items[k + 1].norm in framing

    def _part_of(self, marks: frozenset[str], k: int) -> bool:
        """ "Republics that were part of the USSR": a Russian country whose parts others were does nothing itself."""
        named = self.clauses.lang == "ru" and self.clauses.items[k].label == _COUNTRY
        return named and bool(marks & self._words.composing)

    def _described(self, trigger: Trigger, form: Form, k: int) -> bool:
        """ "The treaty and not the Charter adopted in 1993": what a participle tells of a denied name is a fact."""
        told = self.clauses.lang == "en" and form.voice in {"participle", "passive"}
        return told and trigger.first == trigger.head == k + 1

    def _opens_name(self, k: int) -> bool:
        """An English body right before a capitalised word begins a longer name: "the SCO Development Bank"."""
        items = self.clauses.items
        if self.clauses.lang != "en" or items[k].label != "ORG" or items[k].kind != "name" or k + 1 >= len(items):
            return False
        following = items[k + 1]
        return following.kind == "word" and following.text[0].isupper() and following.text[1:].islower()

    def belongs(self, k: int) -> bool:
        """A body whose name describes the noun behind it ("CSTO drills"), an unknown one also beside "meeting"."""
        items = self.clauses.items
        if items[k].label != "ORG" or k + 1 >= len(items):
            return False
        if self._met(k):
            return True
        following = items[k + 1].norm
        return following in self._words.heads or (not items[k].ids and following in self._words.sittings)

    def _met(self, k: int) -> bool:
        """ "At the third meeting of the Council of Ministers A was admitted": an English body nobody knows only met."""
        item = self.clauses.items[k]
        known = self.clauses.lang != "en" or any(not id_.startswith(_UNKNOWN) for id_ in item.ids)
        return not known and not self._words.sittings.isdisjoint({*self._marks[k], *fold(item.text).split()})

    def _owns(self, k: int) -> bool:
        """An English body or instrument with 's: what it has did or suffered something, not itself."""
        items = self.clauses.items
        follows = items[k + 1].norm if k + 1 < len(items) else ""
        return self.clauses.lang == "en" and items[k].label in _OWNERS and follows == "s"

    def score(self, trigger: Trigger, form: Form, slot: Slot, k: int) -> float:
        """Distance, side, prepositions and cases put together; the smaller the better."""
        clauses = self.clauses
        cost = clauses.cost(trigger, k)
        holder = clauses.held.get(k, trigger)
        if clauses.lang == "en" and holder.form == "state" and holder.first == trigger.last + 1:
            return 0.0  # "joined its successor, X"
        # "Denmark left A, but may join B": a name that a Russian trigger opens with is the subject of both.
        # So is a body that a participle in front of it describes, or that lost somebody and then ended.
        shared = clauses.items[k].label == "COUNTRY" or form.voice in _DESCRIBED or trigger.frame == _DISSOLVED
        opens = clauses.lang == "ru" and holder.first == k and shared
        if holder is not trigger and not opens:
            cost += _HELD if clauses.lang != "en" or holder.form != "state" else _NAMELESS
        side = self._side(trigger, form, slot)
        if side != "any" and not trigger.first <= k <= trigger.last and (k > trigger.last) != (side == "after"):
            cost += _WRONG_SIDE[clauses.lang]
            if clauses.lang == "kk" and any(i.text in _CLAUSE_ENDS for i in clauses.items[trigger.last + 1 : k]):
                cost += FAR
        if clauses.items[k].kind == "ref":
            cost += _REF if clauses.items[k].members else _NAMELESS if cost < _NEARBY else FAR
        marks = self._marks[k]
        # What a Russian trigger names itself needs no preposition to speak for it.
        own = clauses.lang == "ru" and trigger.first <= k <= trigger.last
        into = clauses.lang == "en" and k == trigger.last and trigger.frame == _FOUNDED
        if marks & slot.marks:
            cost += _MARKED
        if k > trigger.last and any(i.norm in self._words.relatives for i in clauses.items[trigger.last + 1 : k]):
            cost += _RELATIVE
        owner = self._complements(k)
        if owner is not None and owner.frame != trigger.frame != "proposed":
            cost += _RELATIVE
        placed = marks & slot.bars and not into and not self._within(trigger, slot.bars, k)
        if placed and not (own and marks & slot.marks):
            cost += _MISMARKED
        elif slot.strict and not marks & slot.marks and clauses.cost(trigger, k) > _TOUCHING:
            cost += _UNMARKED
        return cost

    def _within(self, trigger: Trigger, bars: frozenset[str], k: int) -> bool:
        """The preposition before the name ends the trigger itself: "gave birth to"."""
        touches = k > trigger.last and self.clauses.cost(trigger, k) <= _TOUCHING
        return touches and self.clauses.items[trigger.last].norm in bars

    def _complements(self, k: int) -> Trigger | None:
        """The noun that the name right behind it belongs to: "the foundation of X"."""
        at = k - 1
        while at >= 0 and self.clauses.items[at].norm in ARTICLES:
            at -= 1
        held = self.clauses.held.get(at)
        owns = held is not None and held.form == "noun" and held.last > held.first and held.last == at
        return held if owns else None

    def unacting(self, trigger: Trigger, form: Form) -> list[int]:
        """Names that cannot be the subject of a verb that tells of it: "entered", "left", "was admitted".

        In English they act in a relative clause, in Russian their case says so.
        """
        if self.clauses.lang == "en":
            return [k for read in _OTHER_ACTORS for k in read(self.clauses, trigger)]
        verb = self.clauses.items[trigger.head].norm
        stems = {"active": self._words.acting, "passive": self._words.admitted}.get(form.voice, ())
        # "The decision on the admission of A came into force": behind a noun the verb has another subject.
        opening = self.clauses.items[trigger.first].norm
        # «Членом A стала B»: a noun in the instrumental is what the subject became.
        became = trigger.form == "verb" and is_predicative(opening)
        opens = trigger.first == trigger.head or len(opening) <= _SHORT or became or opening in _SEATS
        if self.clauses.lang != "ru" or not opens or not verb.startswith(stems):
            return []
        # "The bloc was left without A": what the trigger ends with stands as its words want it.
        own = None if trigger.frame.endswith(_SUBJECT_LAST) else trigger.last
        return [k for k in no_subjects(self.clauses.items, verb) if k != own]

    def unsuffering(self, trigger: Trigger, form: Form) -> list[int]:
        """Russian names that cannot be what a short participle tells of: "a decision on A was taken".

        English ones that do something to another thing: "the fund run by A was set up".
        """
        if self.clauses.lang == "en":
            return [*agents_of_others(self.clauses, trigger, form), *beyond_absolute(self.clauses, trigger)]
        if self.clauses.lang != "ru" or form.voice != "passive":
            return []
        others = no_subjects(self.clauses.items, self.clauses.items[trigger.head].norm)
        # "The work of A was ended": the noun that the trigger opens with is the subject, not the name that it holds.
        return [k for k in others if not trigger.first < k < trigger.head]

    def is_sitting(self, k: int) -> bool:
        """ "The Baku summit": a meeting is where something happens, not what is joined."""
        return self.clauses.items[k].norm in self._words.sittings

    def marks(self, k: int) -> frozenset[str]:
        return self._marks[k]

    def _side(self, trigger: Trigger, form: Form, slot: Slot) -> str:
        if self.clauses.lang == "kk" and form.voice == "participle":
            return "any"
        return slot.side

    def _marked(self, k: int) -> frozenset[str]:
        """The preposition before a name, its Kazakh case behind a dot."""
        items = self.clauses.items
        found = set()
        at = k - 1
        while at >= 0 and k - at <= _ADJACENT + 3 and items[at].norm in self._words.skipped:
            found.add(items[at].norm)
            at -= 1
        if at >= 0 and items[at].kind == "word":
            found.add(items[at].norm)
        if self._words.cases:
            found.update(self._cases(items[k]))
            if k + 1 < len(items) and items[k + 1].kind == "word":
                # "Францияның өзі": France itself.
                found -= _GENITIVE if items[k + 1].norm == _SELF and ".genitive" in found else frozenset()
                found.add(items[k + 1].norm)
                found.update(self._parted_case(items[k + 1].norm))
            own = ".genitive" in found and self._is_venue(k)
            if own or (
                items[k].label == "COUNTRY" and (self._is_ground(k) or fold(items[k].text).endswith(ATTRIBUTIVE))
            ):
                found.add(".within")
        return frozenset(found)

    def _is_venue(self, k: int) -> bool:
        """ "At the Assembly's session": a noun in the locative owns the Kazakh name before it."""
        near = self.clauses.items[k + 1 : k + _VENUE_FAR]
        following = [i for i in near if i.kind != "mark" and not i.norm.isdigit() and len(i.norm) > _ORDINAL]
        # "At the Assembly's online session, held today": what stands between describes the meeting.
        own = takewhile(lambda i: i.kind in {"word", "date", "place"}, following)
        if any(i.norm in self.clauses.meetings for i in own):
            return True
        return any(i.kind == "word" and i.norm.endswith(_OWNED_PLACE) for i in following[:1])

    def _is_ground(self, k: int) -> bool:
        """ "On the soil of Azerbaijan": a bare Kazakh country right before its own place."""
        items = self.clauses.items
        bare = k + 1 < len(items) and items[k].kind == "name" and not any(self._cases(items[k]))
        if not bare or items[k + 1].norm in self._words.composing:
            return False
        return items[k + 1].kind == "word" and items[k + 1].norm.endswith(_OWNED_PLACE)

    def _parted_case(self, word: str) -> Iterable[str]:
        """The case of a name whose ending a conversion has parted from it: "… Соты ның"."""
        if len(word) <= _ENDING and word not in self._words.skipped:
            yield from (f".{case}" for case in _PARTED if word in self._words.cases[case])

    def _cases(self, item: Item) -> Iterable[str]:
        spoken = fold(item.text).split()
        word = spoken[-1] if spoken else ""
        if word.endswith(self._words.bare):
            return
        found = [f".{case}" for case, endings in self._words.cases.items() if word.endswith(endings)]
        # "Мексика", "… комитеті" only look inflected; before the last name of a list, or its body, others may stand.
        if found and not any(" ".join(spoken[k:]) in self._whole for k in range(len(spoken))):
            yield from found
