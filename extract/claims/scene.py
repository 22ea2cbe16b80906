"""What a builder of claims sees of one sentence: its items, triggers, dates and the memory of the document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from extract.claims.anaphora.and_others_en import named_beside
from extract.claims.anaphora.around_kk import only_around
from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.arguments import Arguments, Slot
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.dated_lists import behind_dates
from extract.claims.grammar.items import Item, Member
from extract.claims.grammar.other_kinds_ru import names_other_kind
from extract.claims.grammar.slots import Marks
from extract.claims.grammar.subjects_ru import said_behind
from extract.claims.grammar.together_kk import company_of
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.known import ClaimTables
from extract.language.russian import is_case, readings
from extract.language.tokens import fold, tokenise
from kb.model import Claim, Mention, Participant

_PRONOUN_FAR = 7.0
_STATUS_FAR = 500
_ANNOUNCING, _GOING_ON = frozenset(":–—"), frozenset(",(")
_SUBJECT, _NO = 7, frozenset({"no", "none"})
# So near behind "at the" stands the meeting.
_SITTING = 5
_SHORT, _DATED, _PROMISED = 4, 6, 4
# Kazakh, letters folded.
_CONVERBS, _UNTIL = ("ып", "ип"), fold("дейін")


@dataclass(frozen=True, slots=True)
class Told:
    """One trigger read: how it stands, whether it is true, when it was."""

    trigger: Trigger
    form: Form
    polarity: str
    date: Mention | None
    date_item: int = -1


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has its date, place and sentence. `item` is where its subject stands (-1: not named here)."""

    type: str
    subject_id: str
    object_id: str | None
    item: int = -1
    participants: tuple[Participant, ...] = ()
    date: Mention | None = None
    new_name: str | None = None
    value: float | None = None
    unit: str | None = None
    confidence: float = 1.0
    members: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with everything around it that its claims need.

    `last`: the last claim of the sentences before; `before`: what this one told as a fact before the trigger in hand;
    `spoken`: what it told last of a member, in any mood; `steps`: the same of its whole list, where it was planned;
    `entry`: the date of the chronicle's entry that it stands in; `hoped`: what it told last, where that is open;
    `others`: what it told of another member before what is `spoken`.
    """

    text: str
    lang: str
    clauses: Clauses
    arguments: Arguments
    memory: Memory
    tables: ClaimTables
    anaphors: Anaphors
    marks: Marks
    last: Claim | None = None
    before: Draft | None = None
    spoken: Draft | None = None
    steps: tuple[Draft, ...] = ()
    entry: Mention | None = None
    hoped: tuple[Draft, ...] = ()
    denied: Draft | None = None
    others: Draft | None = None

    def find(self, told: Told, slot: Slot, without: Iterable[int] = (), far: float = 12.0) -> int | None:
        return self.arguments.best(told.trigger, told.form, slot, without, far)

    def ids(self, k: int | None) -> tuple[str, ...]:
        return () if k is None else self.clauses.items[k].ids

    def days(self, k: int | None) -> dict[str, Mention]:
        """Entity -> the date in parentheses behind its name."""
        members = [] if k is None else self.clauses.items[k].members
        dates = [m.date for m in members]
        if sum(date is not None for date in dates) > 1:
            # "A, B (2009), C (2010)": a date is of all names since the one before it, but where the last has none, of
            # its own name and of what "and" joins to it.
            shared = dates[-1] is not None
            for n in range(len(dates) - 2, -1, -1):
                if dates[n] is None and (shared or self._both(members[n], members[n + 1])):
                    dates[n] = dates[n + 1]
        return {m.entity_id: date for m, date in zip(members, dates, strict=True) if m.entity_id and date}

    def _both(self, first: Member, second: Member) -> bool:
        return self.clauses.adding(fold(t.text) for t in tokenise(self.text, first.end, second.start))

    def spoken_of(self) -> bool:
        """ "It" can be the status of an observer: the sentences before are about one."""
        start = self.clauses.items[0].start
        near = fold(self.text[max(0, start - _STATUS_FAR) : self.clauses.items[-1].end])
        return any(stem in near for stem in self.anaphors.statuses)

    def announced(self, told: Told) -> Iterator[tuple[str, int, Mention | None]]:
        """Names behind a colon that the clause before it promised ("three more joined: A on …, B on …")."""
        items, at = self.clauses.items, self._promise(told)
        if at is None:
            return
        if self.led_by_dates(told):
            yield from behind_dates(items, at)
            return
        end = min((k for k in self.clauses.verbs if k > at), default=len(items)) if self.lang == "ru" else len(items)
        names = [k for k in range(at, end) if items[k].kind == "name" and items[k].label == "COUNTRY"]
        if names and end < len(items) and all(i.kind != "mark" for i in items[names[-1] : end]):
            return  # "…: A and B joined C": they have a verb of their own.
        for k, following in zip(names, [*names[1:], len(items)], strict=bool(names)):
            date = next((i.mention for i in items[k + 1 : following] if i.kind == "date"), None)
            for member in items[k].members:
                if member.entity_id:
                    yield member.entity_id, k, member.date or date

    def _promise(self, told: Told) -> int | None:
        """The mark behind the trigger that announces a list."""
        items, at = self.clauses.items, told.trigger.last + 1
        while at < len(items) and not items[at].ids and items[at].text not in _ANNOUNCING:
            said = {"word", "ref", "date"} if self.lang == "ru" else {"word", "ref"}
            if items[at].kind not in said or at > told.trigger.last + _PROMISED:
                return None
            at += 1
        return at if at < len(items) and items[at].text in _ANNOUNCING else None

    def led_by_dates(self, told: Told) -> bool:
        """ "The members: in 1973 A and B, in 1981 C": a colon and a date before the first of the names."""
        at = self._promise(told)
        following = () if at is None or self.clauses.items[at].text != ":" else self.clauses.items[at + 1 : at + 3]
        kinds = [i.kind for i in following if i.kind != "word"]
        if self.lang == "en" or kinds[:1] != ["date"] or at is None:
            return False
        # A verb closes a Kazakh sentence: where one follows, it tells of them.
        last = len(self.clauses.items) if self.lang == "kk" else self._first_country(at) + 2
        return self.clauses.verbs.isdisjoint(range(at, last))

    def _first_country(self, at: int) -> int:
        return next((k for k, i in enumerate(self.clauses.items) if k >= at and i.label == "COUNTRY"), at)

    def placed(self, k: int) -> bool:
        """The name says where, not who."""
        return k >= 0 and bool(self.arguments.marks(k) & self.marks.standing)

    def owning(self, k: int) -> bool:
        """A Kazakh name in the genitive owns another noun: it neither acts nor is acted upon."""
        return self.lang == "kk" and ".genitive" in self.arguments.marks(k)

    def ungoverned(self, k: int | None) -> bool:
        """A Russian name that cannot stand in the genitive is no complement of a noun: "after ratification it …"."""
        if self.lang != "ru" or k is None:
            return False
        word = self.clauses.items[k].text.split()[0]
        return not word.isupper() and not is_case(word, "gent")

    def beside_other(self, told: Told, k: int | None) -> bool:
        """A bare noun right before an active Kazakh verb is what was adopted: "a statement on the belt"."""
        first = told.trigger.first
        if self.lang != "kk" or k is None or not first or k + 2 >= first or told.form.voice != "active":
            return False
        behind, bare = self.clauses.items[first - 1], ".accusative" not in self.arguments.marks(k)
        return bare and behind.kind in {"word", "ref"} and behind.norm.startswith(self.anaphors.nameless)

    def astray(self, told: Told) -> list[int]:
        """Kazakh names whose case lets them neither be founded nor begin: "the Union's court began its work"."""
        first = told.trigger.first
        noun = first + (self.clauses.items[first].kind == "name")  # "X's foundation … laid"
        owned = noun < told.trigger.head and self.clauses.items[noun].norm.endswith(self.marks.possessed)
        if self.lang != "kk" or told.form.voice not in {"active", "converb"}:
            return []
        # What owns the noun stands in the genitive; "after A it stopped its work" does not end A.
        bars = {".ablative"} if owned else self.marks.oblique - {".accusative", ".within"}
        return [k for k, i in enumerate(self.clauses.items) if i.kind == "name" and self.arguments.marks(k) & bars]

    def companions(self, k: int) -> Iterator[int]:
        """Kazakh countries before "together with A and B", which did the same."""
        items = self.clauses.items
        company = company_of(items, k, self.anaphors.together) if self.lang == "kk" else None
        if company is None:
            return
        noun = company.norm not in self.anaphors.adverbs and company.norm.endswith(
            (*self.marks.ablative, *self.marks.dative)
        )
        if noun or self.arguments.marks(k) & self.marks.oblique:
            return  # "Took A into its ranks", "A left the ranks": no "alongside".
        others = [n for n in range(k) if items[n].kind in {"name", "ref"} and items[n].label == "COUNTRY"]
        yield from [n for n in others if not self.arguments.marks(n) & self.marks.oblique][-1:]

    def behind_participle(self, told: Told, labels: frozenset[str]) -> int | None:
        """The name that a participle directly in front of it describes, in Russian also behind it and a comma."""
        items, k, before = self.clauses.items, told.trigger.last + 1, told.trigger.first - 2
        if told.form.voice != "participle" or self.lang == "en":
            return None
        if self.lang == "ru" and before >= 0 and items[before + 1].text == "," and items[before].label in labels:
            return before
        return k if k < len(items) and items[k].label in labels else None

    def describes_country(self, told: Told) -> bool:
        """A Kazakh participle right before a country tells of it, not of a body: "the USSR, which fell apart".

        So it does of a name that nobody knows: "the Council, founded in 1945".
        """
        items, k = self.clauses.items, told.trigger.last + 1
        if self.lang != "kk" or told.form.voice != "participle" or k >= len(items):
            return False
        other = items[k].kind == "word" and items[k].text[0].isupper()
        return other or (items[k].kind == "name" and items[k].label == "COUNTRY")

    def before_participle(self, told: Told, labels: frozenset[str]) -> int | None:
        """The Russian name right before the comma of a participle: "the Charter, signed on …"."""
        k = told.trigger.first - 2
        behind = k >= 0 and told.form.voice == "participle" and self.clauses.items[k + 1].text == ","
        held = behind and self.lang == "ru" and self.clauses.items[k].label in labels and self.clauses.items[k].ids
        return k if held else None

    def other_patient(self, told: Told) -> bool:
        """A Kazakh noun, possessive or accusative, before the verb is what was made, not a name further off.

        So is a Russian noun before the comma of a participle: "a wider bloc, launched in 2015".
        """
        items, first = self.clauses.items, told.trigger.first
        if self.lang == "ru" and told.form.voice == "participle" and first > 1 and items[first - 1].text == ",":
            behind = items[first - 2]
            other = behind.kind == "word" and behind.norm.startswith(tuple(self.anaphors.bodies))
            return other or _disagrees(behind, items[first])
        if self.lang != "kk" or not first:
            return False
        behind = items[first - 1]
        if told.trigger.frame == "terminated" and behind.kind == "name" and behind.label == "COUNTRY":
            # "When the USSR fell apart": what stands there without a case is what ended.
            return first == told.trigger.last and not any(m.startswith(".") for m in self.arguments.marks(first - 1))
        # "After A", "before": adverbs of time end like a noun with an owner.
        small = self.anaphors.adverbs | self.anaphors.pronouns
        owned = behind.norm.endswith(self.marks.owned) and behind.norm not in small
        owned = owned and not behind.norm.startswith(tuple(self.anaphors.groups))
        return behind.kind == "word" and len(behind.norm) >= _SHORT and owned

    def of_thing(self, told: Told) -> bool:
        """A noun beside the verb is what was adopted: "a law was adopted"."""
        items, trigger = self.clauses.items, told.trigger
        if self.lang == "kk":
            at = trigger.first - 1
            while at >= 0 and (items[at].kind in {"date", "place"} or self._passed(at)):
                at -= 1
            thing = at < 0 or items[at].kind == "word" or (items[at].kind, items[at].label) == ("ref", "TREATY")
            return thing and not only_around(self.clauses, self.arguments, at, self.anaphors)
        k = trigger.last + 1
        if k >= len(items) or items[k].kind != "word":
            return False
        return len(items[k].norm) > _SHORT and items[k].norm[:5] not in self.marks.thing

    def _passed(self, k: int) -> bool:
        """A small word between a verb and its arguments, or between two dates of one list."""
        items, clauses = self.clauses.items, self.clauses
        small = items[k].norm in self.anaphors.adverbs or items[k].norm in clauses.respective
        return small or (clauses.joins(k) and {items[k - 1].kind, items[k + 1].kind} == {"date"})

    def other_thing(self, told: Told) -> bool:
        """A Russian noun in the accusative behind the verb is what was signed or adopted: "approved the request"."""
        k = told.trigger.last + 1
        if self.lang != "ru" or told.form.voice != "active" or k >= len(self.clauses.items):
            return False
        item = self.clauses.items[k]
        first = readings(item.norm)[:1] if item.kind == "word" else ()
        return any(pos == "NOUN" and case == "accs" for pos, case, _ in first)

    def unlinked(self, k: int | None) -> bool:
        """A name stands there that nobody knows: nothing else may take its place."""
        return k is not None and not self.clauses.items[k].ids

    def means_behind(self, told: Told) -> bool:
        """A noun for the body that was named, right behind a trigger with a date: "the end of the organization"."""
        items, first, last = self.clauses.items, told.trigger.first, told.trigger.last
        meant = any(i.kind == "ref" and i.label == "ORG" and i.ids for i in items[last + 1 : last + 2])
        return meant and any(i.kind == "date" for i in items[max(0, first - _DATED) : last + _DATED])

    def relative_behind(self, told: Told) -> bool:
        """ "A, in the founding of which …": a Russian relative pronoun right behind the noun stands for the body."""
        items, k = self.clauses.items, told.trigger.last + 1
        return self.lang == "ru" and k < len(items) and items[k].norm in self.anaphors.relatives and bool(items[k].ids)

    def pronoun(self, told: Told) -> int | None:
        """The nearest pronoun that may stand for a subject."""
        near = [
            (self.clauses.cost(told.trigger, k), k)
            for k, item in enumerate(self.clauses.items)
            if item.kind == "word"
            and item.norm in self.anaphors.pronouns
            and k <= told.trigger.last + 2
            and not self.clauses.heralds(k)
        ]
        cost, k = min(near, default=(_PRONOUN_FAR, -1))
        return k if cost < _PRONOUN_FAR else said_behind(self.clauses, told.trigger, told.form.voice)

    def leans(self, told: Told) -> bool:
        """The verb has no subject of its own."""
        return self.clauses.leans(told.trigger.first)

    def goes_on(self, told: Told) -> bool:
        """ "The parliaments ratified it and on D it came into force": a Kazakh verb with nothing but a date.

        So too "it was signed in May (from D on in force)".
        """
        items, first = self.clauses.items, told.trigger.first
        begun = max((k for k in range(first) if k in self.clauses.verbs), default=None)
        own = () if begun is None or self.lang != "kk" else range(begun + 1, first)
        small = (
            k for k in own if items[k].kind in {"word", "name", "ref"} and items[k].norm not in self.anaphors.adverbs
        )
        joined = any(items[k].text in _GOING_ON or self.clauses.joins(k) for k in own)
        return joined and all(self.clauses.joins(k) for k in small)

    def other_object(self, told: Told) -> bool:
        """What is joined or left is named here, and it is no body that we know."""
        items, last = self.clauses.items, told.trigger.last
        following = items[last + 1] if last + 1 < len(items) else None
        if self.lang == "kk":
            at = told.trigger.first - 1
            while at >= 0 and (items[at].norm in self.anaphors.adverbs or items[at].kind in {"date", "place"}):
                at -= 1
            behind = items[at] if at >= 0 else None
            # "Went out of the talks": a converb before the verb tells no more than the verb.
            verbs = items[told.trigger.first : last]
            if told.trigger.frame == "withdrew" and all(i.norm.endswith(_CONVERBS) for i in verbs):
                near = at + 1 == told.trigger.first or items[at + 1].kind not in {"date", "place"}
                if behind is None or behind.kind != "word":
                    return False
                near = near and not behind.norm.startswith(self.anaphors.actors)
                near = near and behind.norm not in self.anaphors.owning  # "Олардың шығуы рәсімделді".
                return near or behind.norm.endswith(self.marks.ablative)
            # "Such organizations Georgia joined in 1993": who joined may stand between.
            beyond = next((i for i in reversed(items[: at + 1]) if i.kind != "name" or i.label != "COUNTRY"), None)
            behind = beyond if beyond and beyond.norm.startswith(tuple(self.anaphors.bodies)) else behind
            given = behind is not None and behind.kind == "word" and behind.norm.endswith(self.marks.dative)
            given = given and behind is not None and not behind.norm.startswith(self.anaphors.together)
            # "Until the summit": a dative that a postposition governs is no goal.
            given = given and items[at + 1].norm != _UNTIL
            return given and told.trigger.form == "verb"
        if self.lang == "ru":
            return self._other_beside(told)
        if following is None or following.kind != "word":
            return False
        sits = any(self.arguments.is_sitting(k) for k in range(last + 2, min(last + _SITTING, len(items))))
        timed = sits or (
            last + 2 < len(items) and (items[last + 2].kind == "date" or items[last + 2].norm in self.marks.times)
        )
        return told.trigger.form == "verb" and following.norm in self.marks.objects and not timed

    def of_strangers(self, told: Told) -> bool:
        """ "Others could come in", "no country has ever joined": the subject is none of those who were named."""
        near = reversed(self.clauses.items[max(0, told.trigger.first - _SUBJECT) : told.trigger.first])
        own = list(takewhile(lambda i: i.kind not in {"mark", "name"}, near))
        nobody = any(i.norm in _NO for i in own) and any(
            i.norm.startswith(self.anaphors.countries) and not i.ids for i in own
        )
        # "A, B and two others came in": the others are beside those who were named.
        beside = named_beside(self.clauses.items, told.trigger.first) if self.lang == "en" else ()
        return nobody or (not beside and any(i.norm in self.anaphors.strangers for i in own[:_SHORT]))

    def _is_other(self, item: Item) -> bool:
        return item.kind == "word" and not item.norm.startswith(
            (*self.anaphors.groups, *self.anaphors.fellows, *self.anaphors.bodies)
        )

    def _other_beside(self, told: Told) -> bool:
        """A common noun behind one of the Russian prepositions of what is joined or left, beside the verb."""
        items, first, last = self.clauses.items, told.trigger.first, told.trigger.last
        beyond = last + 2 < len(items) and items[last + 1].label == "COUNTRY"  # "The accession of A to the zone".
        pairs = [(last, last + 1), (last + 1, last + 2), (first - 2, first - 1), *([(last + 2, last + 3)] * beyond)]
        return names_other_kind(items, last, self.anaphors.bodies) or any(
            k >= 0 and n < len(items) and items[k].norm in self.marks.towards and self._is_other(items[n])
            for k, n in pairs
        )


def _disagrees(name: Item, participle: Item) -> bool:
    """ "The renaming of A into B, proclaimed on X": a neuter participle is not of a name without a neuter word."""
    neuter = any(word.endswith(("о", "е")) for word in fold(name.text).split()) or name.text.isupper()
    return participle.norm.endswith(("ое", "ееся", "оеся")) and name.kind == "name" and not neuter
