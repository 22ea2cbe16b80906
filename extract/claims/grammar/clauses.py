"""The items of a sentence in, how far apart two of them are in grammar out: marks, joints and verbs between count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from extract.claims.grammar.appositions import appositions
from extract.claims.grammar.clause_words import ClauseWords
from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.russian import is_meanwhile, is_part, lemmas, readings

# What lies between an argument and its verb, in the order of how much it parts them.
_WORD, _NAME, _QUIET = 0.15, 0.4, 0.05
_COMMA, _DASH, _COLON, _STRONG, _PAREN = 1.5, 2.0, 4.0, 14.0, 4.0
_CLAUSE = 8.0
_NOT, _BE, _NOUNS = "не", "быть", "тели"  # "Учредители", "представители" end like a past.
_JOINT, _TURN, _VERB, _TRIGGER, _INSERTED = 0.8, 2.0, 3.5, 4.5, 0.8
# Kazakh adjectives made of nouns, letters folded.
_ADJECTIVE = ("лык", "лик", "тык", "тик", "дык", "дик")
_MARKS = {
    ",": _COMMA,
    "-": _DASH,
    "–": _DASH,
    "—": _DASH,
    ":": _COLON,
    ";": _STRONG,
    ".": 0.3,
    "!": _STRONG,
    "?": _STRONG,
}
_NOUNS_AHEAD = frozenset({"name", "ref", "word", "date"})
_DENYING = frozenset({"neither", "nor", "no", "without"})
_YET, _NOT_YET = "yet", frozenset({"not", "never", "t"})
_PREDICATES = frozenset({"has", "have", "had", "was", "were", "is", "are", "did", "does"})
_OPENING, _AROUND, _PREPOSITION = 5, 3, 2
# So far behind the comma a participle with its date may stand.
_DATED_FAR = 4
_CONTRASTED = 12
# How far behind "it" its clause may begin.
_HERALDED = 6
# "X, admitted in 2012, left"; "X, distantly related to Y, joined".
_DESCRIBING = ("ed", "ly")
# "Its successor, X": no verb, and beside another verb it has no date.
TIMELESS = (".its", ".before")
_OBJECTS = ARTICLES | {"its", "their", "his", "her", "all", "both"}
_BEFORE_DATE = frozenset({"the", "from", "of", "early", "late"})


def _beside(trigger: Trigger, form: Form) -> bool:
    """It stands beside its clause and hardly parts it."""
    return form.voice == "participle" or trigger.frame.endswith(".on")


def denied_at(items: Sequence[Item], k: int) -> int | None:
    """The name right behind a Russian "not" at `k`, or behind the preposition between them."""
    n = k + 1
    n += n < len(items) and items[n].kind == "word" and len(items[n].norm) <= _PREPOSITION
    return n if n < len(items) and items[n].kind == "name" and items[n].ids else None


class Clauses:
    """Distances in one sentence."""

    def __init__(self, lang: str, items: Sequence[Item], forms: Mapping[Trigger, Form], words: ClauseWords) -> None:
        self.lang = lang
        self.items = items
        triggers = tuple(forms)
        self._words = words
        self.days, self.turning, self.respective = words.days, words.turning, words.respective
        self.turns, self.happening, self.latter = words.turns, words.happening, words.latter
        self.after = words.behind
        self.sitting = words.sitting
        self.whens, self.meetings = words.whens, words.meetings
        self.afterwards, self.elsewhen = words.afterwards, words.elsewhen
        self.other_times, self.telling, self.opposing = words.other_times, words.telling, words.opposing
        self.unreal, self.managing, self.pieces = words.unreal, words.managing, words.pieces
        self.stating = words.relatives & words.turning
        self.excepting, self.repeatedly, self.gathered = words.excepting, words.repeatedly, words.gathered
        heads = {t.head for t in triggers if t.form != "noun" and not t.frame.endswith(TIMELESS)}
        self.held = {k: t for t in triggers for k in range(t.first, t.last + 1)}
        self.verbs = frozenset(k for k in range(len(items)) if k in heads or self._is_verb(k))
        self._light = {t.head for t, f in forms.items() if lang != "kk" and _beside(t, f)}
        self._light.update(t.head for t in triggers if t.frame.startswith("organ_of"))
        self.forms = forms
        weights = [self._weight(k, heads) for k in range(len(items))]
        self._asides = tuple(self._find_asides() if lang != "kk" else appositions(items, self.held))
        self._sums = [0.0, *accumulate(weights)]

    def cost(self, trigger: Trigger, at: int) -> float:
        """From the nearer end of the trigger to an item; nothing for an item inside it."""
        if trigger.first <= at <= trigger.last:
            return _STRONG if self.items[at].kind == "name" and self.within_aside(trigger, at) else 0.0
        low, high = (at + 1, trigger.first) if at < trigger.first else (trigger.last + 1, at)
        depth = _PAREN * abs(self.items[at].depth - self.items[trigger.head].depth)
        skipped, passed = 0.0, 0
        for start, end in self._asides:
            if low <= start and end <= high:
                # Two insertions in a row share the comma between them.
                skipped += self._sums[end] - self._sums[max(start, passed)] - _INSERTED
                passed = end
            elif start <= at < end and not start <= trigger.head < end:
                dated = self.items[at].kind == "date" and not self._meanwhile(start)
                depth += _PAREN if not dated else _STRONG + (self.lang == "en") * _PAREN
        return self._sums[high] - self._sums[low] + depth - max(0.0, skipped)

    def _meanwhile(self, start: int) -> bool:
        """ "A, speaking on X in B, proposed C": the day of a Russian converb of the same time is that of the verb."""
        return self.lang == "ru" and start + 1 not in self.held and is_meanwhile(self.items[start + 1].norm)

    def _find_asides(self) -> Iterator[tuple[int, int]]:
        """Between two commas behind a name ("the AU, heir to the OAU, was launched") or a joint ("and, after …,")."""
        commas = [k for k, i in enumerate(self.items) if i.text == ","]
        for start, end in pairwise(commas):
            opener = self.items[start + 1].norm
            named = start > 0 and self.items[start - 1].kind in {"name", "ref"}
            told = self.lang == "ru" and self._describes(start + 1, end)
            joined = start > 0 and self.items[start - 1].norm in self._words.joints
            pair = f"{opener} {self.items[min(start + 2, end)].norm}"
            described = self.lang == "en" and len(opener) > _OPENING and opener.endswith(_DESCRIBING)
            aside = told or described or not {opener, pair}.isdisjoint(self._words.asides)
            aside = aside or (self.lang == "ru" and is_part(opener, "GRND"))
            near = {i.norm for i in self.items[start + 2 : min(start + 4, end)]}
            relative = self.lang == "ru" and not near.isdisjoint(self._words.turns & self._words.asides)
            if opener in ARTICLES and self._acts(start + 1, end):
                continue  # "Founded by A, the B admitted C, …": a clause with its own verb, no insertion.
            timed = opener in self._words.timers or (aside and self.lang == "ru")
            accompanied = start - 1 in self.held and opener in self._words.companions
            if accompanied or (named and (aside or relative)) or (joined and timed):
                yield start, end + 1

    def _describes(self, first: int, end: int) -> bool:
        """Whether a Russian participle opens there, or behind its date: "A, «с 2024 года заморозившая» its part".

        "A, «долго колебавшаяся», joined in 2016, B in 2018": an adverb may stand before it, and it need tell nothing.
        """
        # What tells nothing, and names neither day nor body, is only passed over.
        bare = all(i.kind == "word" for i in self.items[first:end])
        for k in range(first, min(first + _DATED_FAR, end)):
            if k in self._light or (bare and is_part(self.items[k].norm, "PRTF")):
                return True
            adverb = bare and is_part(self.items[k].norm, "ADVB")
            if self.items[k].kind != "date" and len(self.items[k].norm) > _PREPOSITION and not adverb:
                return False
        return False

    def _acts(self, first: int, end: int) -> bool:
        """Whether a verb that tells something stands there by itself, in no relative clause."""
        relatives = [k for k in range(first, end) if self.items[k].norm in self._words.relatives]
        own = range(first, min(relatives, default=end))
        return any(
            k in self.held and self.held[k].form == "verb" and self.forms[self.held[k]].voice in {"active", "passive"}
            for k in own
        )

    def aside(self, k: int) -> tuple[int, int] | None:
        """The insertion between two commas that holds an item."""
        return next(((start, end) for start, end in self._asides if start <= k < end), None)

    def within_aside(self, trigger: Trigger, k: int) -> bool:
        """Whether a Russian trigger passes over the insertion that holds an item: "part in A, which B left, was …"."""
        held = self.aside(k) if self.lang == "ru" and trigger.first < k < trigger.head else None
        return held is not None and trigger.first < held[0] and held[1] <= trigger.head

    def between(self, first: int, last: int) -> float:
        """What lies between two items."""
        low, high = sorted((first, last))
        return self._sums[high] - self._sums[min(low + 1, high)]

    def parted(self, first: int, last: int) -> bool:
        """Whether a clause closes between two items for good ("although …"): its date is no date of the next one."""
        held = range(first + 1, last)
        if any(k in self.verbs and self.items[k].norm.endswith(self._words.parting) for k in held):
            return True
        lasting = self.items[first + 1].norm in self._words.lasting
        return lasting and any(self.items[k].text == ":" and k - 1 in self.verbs for k in held)

    def turns_later(self, first: int, last: int) -> bool:
        """Whether a date, or a word such as "then", between two items tells of another time."""
        held = self.items[first:last]
        later = self._words.afterwards
        return any(i.kind == "date" or i.norm in later or i.norm.startswith(self._words.later) for i in held)

    def _opens_date(self, k: int) -> bool:
        """ "since 2004", "as from the 1st" is a date of its own clause, unless a comma sets it off."""
        at = k + 1
        while at < min(k + 3, len(self.items)) and self.items[at].norm in _BEFORE_DATE:
            at += 1
        follows = at < len(self.items) and self.items[at].kind == "date"
        return follows and (k == 0 or self.items[k - 1].kind != "mark")

    def told_aside(self, trigger: Trigger, k: int) -> bool:
        """Whether an item stands in parentheses that tell something of their own: "had six (later A and B joined)"."""
        depth = self.items[k].depth
        if depth <= self.items[trigger.head].depth:
            return False
        first = last = k
        while first > 0 and self.items[first - 1].depth >= depth:
            first -= 1
        while last + 1 < len(self.items) and self.items[last + 1].depth >= depth:
            last += 1
        return any(n in self.held and self.held[n].form == "verb" for n in range(first, last + 1))

    def turns_verb(self, k: int) -> bool:
        """Whether "and" stands there before an English verb of its own: "is a member and may leave"."""
        if self.lang != "en" or k + 1 >= len(self.items) or not self.joins(k):
            return False
        if k and self.items[k].norm == _YET and self.items[k - 1].norm in _NOT_YET:
            return False  # "Has not yet been completed."
        return self.helped(k + 1) or self.items[k + 1].norm in self._words.modals

    def awaits_verb(self, k: int) -> bool:
        """Whether an English modal or "not" stands there, whose verb is still to come."""
        return self.items[k].norm == "not" or self.items[k].norm in self._words.modals

    def relates(self, k: int, behind: str = "") -> bool:
        """Whether a relative clause opens behind a noun, or that mark, and tells or denies another thing."""
        before = self.items[k - 1]
        if behind and k > 1 and self.goes_on(k - 1):
            before = self.items[k - 2]  # "…, from which A withdrew".
        opens = before.text == behind if behind else before.kind in _NOUNS_AHEAD
        return opens and self.items[k].norm in self._words.relatives

    def helped(self, k: int) -> bool:
        """Whether an English auxiliary or the like stands there: a verb of its own follows."""
        return self.lang == "en" and self.items[k].norm in self._words.helpers

    def helped_on(self, item: Item) -> bool:
        """Whether it is an auxiliary, a modal or a denial, which the verbs behind "and" share."""
        return item.norm in self._words.helpers or item.norm in self._words.modals or item.norm in _DENYING

    def starts_predicate(self, k: int) -> bool:
        """ "The charter signed in Y was never ratified": where the verb of the English noun before begins."""
        norm = self.items[k].norm
        return self.lang == "en" and (norm in _PREDICATES or norm in _DENYING or norm in self._words.modals)

    def goes_on(self, k: int) -> bool:
        """Whether a word stands there with which an English participle goes on: "hit by …", "based in …"."""
        return self.items[k].norm in self._words.openers

    def heralds(self, k: int) -> bool:
        """ "It was announced that …", "it is not true that …": an English "it" that stands for the clause behind it."""
        behind = [i.norm for i in self.items[k + 1 : k + _HERALDED]]
        that = next((n for n, norm in enumerate(behind) if norm in self._words.complements), 0)
        return self.lang == "en" and that > 1 and behind[0] in self._words.helpers

    def adding(self, words: Iterable[str]) -> bool:
        """Whether one of the folded words is an "and"."""
        return not self._words.joints.isdisjoint(words)

    def recalls(self, k: int) -> bool:
        """Whether "that" stands there behind a verb of knowing or remembering."""
        return self.items[k].norm in self._words.complements and self.items[k - 1].norm in self._words.factive

    def is_past(self, k: int) -> bool:
        """Whether an English verb in the past stands there."""
        return self.items[k].norm.endswith(self._words.endings) or self.items[k].norm in self._words.verbs

    def joins(self, k: int) -> bool:
        """Whether a conjunction stands there."""
        return self.items[k].norm in self._words.joints or self.items[k].norm in self._words.turns

    def adds(self, k: int) -> bool:
        """Whether "and" or "but" stands there."""
        return self.items[k].norm in self._words.joints or self.items[k].norm in self._words.contrasts

    def reported(self, date: int, first: int) -> bool:
        """ "Said in 2008 that A will join": the date is that of the words."""
        return any(self.complements(k) for k in range(date + 1, first))

    def complements(self, k: int) -> bool:
        """Whether "that" or the like stands there."""
        return self.items[k].norm in self._words.complements

    def parts(self, date: int, first: int) -> bool:
        """Whether a clause of its own begins between a date and a verb behind it: "was boycotted in 2017, yet …"."""
        turns = (k for k in range(date + 2, first) if self.items[k].norm in self._words.contrasts)
        return any(self.items[k - 1].text == "," for k in turns) and any(v < date for v in self.verbs)

    def of_next_verb(self, trigger: Trigger, date: int) -> bool:
        """Whether "and" and a date open what another verb tells: "never joined A and in 2005 lowered its rank"."""
        if any(k not in self.held and self.is_second(k) for k in range(trigger.last + 2, date)):
            return True
        near = range(date + 1, min(date + 4, len(self.items)))
        behind = next((k for k in near if self.items[k].text != "," and not self._is_adverb(k)), date)
        if date <= trigger.last or behind not in self.verbs or behind in self.held:
            return False
        opened = next((k for k in range(date - 1, trigger.last, -1) if len(self.items[k].norm) > _PREPOSITION), 0)
        return opened > trigger.last and self.items[opened].norm in self._words.joints

    def _is_adverb(self, k: int) -> bool:
        return k < len(self.items) and (self.helped(k) or self.items[k].norm.endswith(self._words.adverbs))

    def hung_on(self, trigger: Trigger, date: int) -> bool:
        """Whether a relative clause begins between a verb and a date: "joined A, which was founded in 1992"."""
        relatives = self._words.turns & self._words.asides
        return any(self.items[k].norm in relatives for k in range(trigger.last + 2, date))

    def contrasted(self, trigger: Trigger, date: int) -> bool:
        """Whether a clause with a verb of its own turns away before a date: "has observers, but in 2024 will …"."""
        held = range(trigger.last + 2, date)
        turns = (k for k in held if self.items[k].norm in self._words.contrasts and self.items[k - 1].text == ",")
        at = next(turns, None)
        return at is not None and any(at < k < at + _CONTRASTED for k in self.verbs)

    def later(self, trigger: Trigger, date: int) -> bool:
        """Whether the verb has a time of its own, and the date stands before it: "signed in 1994 and ended later"."""
        if date > trigger.first or not any(v < date for v in self.verbs):
            return False
        near = self.items[max(date + 1, trigger.first - _AROUND) : trigger.last + 2 * _AROUND]
        return any(i.kind == "word" and i.norm in self._words.afterwards for i in near)

    def opens(self, k: int) -> bool:
        """Nothing but dates and small words stands before it."""
        return k <= _OPENING and not any(i.kind == "name" or n in self.verbs for n, i in enumerate(self.items[:k]))

    def leans(self, k: int) -> bool:
        """A verb right behind "and" or a comma, adverbs and auxiliaries aside, shares its subject with another."""
        k -= 1
        while k > 0 and (self.items[k].norm in self._words.helpers or self.items[k].norm.endswith(self._words.adverbs)):
            k -= 1
        return k > 0 and (self.items[k].text == "," or self.items[k].norm in self._words.joints)

    def _weight(self, k: int, heads: set[int]) -> float:
        item = self.items[k]
        if k in heads:
            return _INSERTED if k in self._light else _TRIGGER
        if item.text == "," and self.lang == "ru" and self._opens_clause(k):
            return _CLAUSE
        if item.text == "," and self.lang == "kk" and self._of_like_words(k):
            return _WORD
        if item.kind == "mark":
            # What parts a remark in brackets parts nothing outside them.
            return _QUIET if item.depth and self.lang == "en" else _MARKS.get(item.text, _QUIET)
        if item.kind in {"name", "ref"}:
            return _NAME
        if item.kind == "date":
            return _QUIET
        if item.norm in self._words.turns:
            # "Since joined by B", "once admitted": before a participle it opens no clause.
            return _WORD if self._opens_date(k) or (self.lang == "en" and k + 1 in heads) else _TURN
        if item.norm in self._words.joints:
            return _JOINT
        if k not in self.verbs or k in self.held:
            return _WORD
        return _INSERTED if self._is_insertion(k) or self._governs(k, heads) else _VERB

    def _of_like_words(self, k: int) -> bool:
        """ "Гуманитарлық, экономикалық және әскери": a comma between Kazakh adjectives parts nothing."""
        near = self.items[k - 1 : k + 2 : 2] if k else ()
        return len(near) > 1 and all(i.kind == "word" and i.norm.endswith(_ADJECTIVE) for i in near)

    def _governs(self, k: int, heads: set[int]) -> bool:
        """ "X предполагалось создать": a Russian verb right before its infinitive parts nothing."""
        return self.lang == "ru" and k + 1 in heads and any(p == "INFN" for p, _, _ in readings(self.items[k + 1].norm))

    def _opens_clause(self, k: int) -> bool:
        """ "…, not having recognised B" and "A did not join, B, which joined in 1974, left": what follows is apart."""
        following = [i for i in self.items[k + 1 : k + 4] if i.norm != _NOT]
        if len(following) < 2 or following[0].kind == "mark":
            return False
        if following[0].kind == "word":
            return any(pos == "GRND" for pos, _, _ in readings(following[0].norm)[:1])
        begun = max((n for n in range(k) if self.items[n].kind == "mark"), default=-1)
        told = any(n in self.verbs for n in range(begun + 1, k))
        return told and following[0].label == "COUNTRY" and following[1].text == ","

    def _is_insertion(self, k: int) -> bool:
        """A participle between commas or before "by", which stands beside its clause."""
        before = self.items[k - 1] if k else None
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        if before is None or after is None or after.norm not in self._words.openers:
            return False
        return before.text == "," or (after.norm == "by" and before.norm in self._words.joints)

    def is_second(self, k: int) -> bool:
        """ "Ratified the charter and recalled its envoys": behind "and" an English past with an object of its own."""
        following = self.items[k + 1].norm if k + 1 < len(self.items) else ""
        past = self.lang == "en" and self.items[k].norm.endswith("ed")
        return past and following in _OBJECTS and k > 0 and self.joins(k - 1)

    def _is_verb(self, k: int) -> bool:
        item = self.items[k]
        if item.kind != "word" or len(item.norm) < 3:
            return False
        if item.norm in self._words.verbs or self.is_second(k):
            return True
        if k and self.items[k - 1].norm in self._words.firsts:
            return False  # Kazakh "being the first" tells how, not what.
        if self.lang == "ru" and (len(item.norm) < 5 or item.norm.endswith(_NOUNS)):
            return any(pos == "VERB" for pos, _, _ in readings(item.norm)[:1]) and _BE not in lemmas(item.norm)
        if not item.norm.endswith(self._words.endings) or item.text[0].isupper() or len(item.norm) < 5:
            return False
        if self.lang != "kk":
            return True
        following = self.items[k + 1] if k + 1 < len(self.items) else None
        if following is None or following.kind == "mark":
            return True
        return following.norm in self._words.joints or following.norm in self._words.behind
