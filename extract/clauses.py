"""The items of a sentence in, how far apart two of them are in grammar out: marks, joints and verbs between count."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from extract.claim_items import Item
from extract.tokens import fold
from extract.triggers import Trigger
from extract.verb_forms import Form

# What lies between an argument and its verb, in the order of how much it parts them.
_WORD, _NAME, _QUIET = 0.15, 0.4, 0.05
_COMMA, _DASH, _COLON, _STRONG, _PAREN = 1.5, 2.0, 4.0, 14.0, 4.0
_JOINT, _TURN, _VERB, _TRIGGER, _INSERTED = 0.8, 2.0, 3.5, 4.5, 0.8
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


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """`joints` add ("and"), `turns` open a clause of their own ("which", "while"), `verbs` are common finite verbs."""

    joints: frozenset[str]
    turns: frozenset[str]
    verbs: frozenset[str]
    endings: tuple[str, ...]
    openers: frozenset[str]
    asides: frozenset[str]
    behind: frozenset[str]
    parting: tuple[str, ...]
    later: tuple[str, ...]


def clause_words(table: Mapping[str, Sequence[str]]) -> ClauseWords:
    """`table` is data/LANG/clauses.yml."""
    return ClauseWords(
        frozenset(map(fold, table["joints"])), frozenset(map(fold, table["turns"])),
        frozenset(map(fold, table["verbs"])), tuple(map(fold, table["endings"])),
        frozenset(map(fold, table.get("openers", ()))), frozenset(map(fold, table.get("asides", ()))),
        frozenset(map(fold, table.get("behind", ()))), tuple(map(fold, table.get("parting", ("\n",)))),
        tuple(map(fold, table.get("later", ("\n",)))),
    )  # fmt: skip


def _beside(trigger: Trigger, form: Form) -> bool:
    """It stands beside its clause and hardly parts it."""
    return form.voice == "participle" or trigger.frame.endswith(".on")


class Clauses:
    """Distances in one sentence."""

    def __init__(self, lang: str, items: Sequence[Item], forms: Mapping[Trigger, Form], words: ClauseWords) -> None:
        self.lang = lang
        self.items = items
        triggers = tuple(forms)
        self._words = words
        heads = {t.head for t in triggers if t.form != "noun"}
        self.held = {k: t for t in triggers for k in range(t.first, t.last + 1)}
        self.verbs = frozenset(k for k in range(len(items)) if k in heads or self._is_verb(k))
        self._light = {t.head for t, f in forms.items() if lang != "kk" and _beside(t, f)}
        self._light.update(t.head for t in triggers if t.frame.startswith("organ_of"))
        weights = [self._weight(k, heads) for k in range(len(items))]
        self._asides = tuple(self._find_asides())
        self._sums = [0.0, *accumulate(weights)]

    def cost(self, trigger: Trigger, at: int) -> float:
        """From the nearer end of the trigger to an item; nothing for an item inside it."""
        if trigger.first <= at <= trigger.last:
            return 0.0
        low, high = (at + 1, trigger.first) if at < trigger.first else (trigger.last + 1, at)
        depth = _PAREN * abs(self.items[at].depth - self.items[trigger.head].depth)
        skipped = 0.0
        for start, end in self._asides:
            if low <= start and end <= high:
                skipped += self._sums[end] - self._sums[start] - _INSERTED
            elif start <= at < end and not start <= trigger.head < end:
                depth += _PAREN
        return self._sums[high] - self._sums[low] + depth - max(0.0, skipped)

    def _find_asides(self) -> Iterator[tuple[int, int]]:
        """Between two commas behind a name: "the AU, successor to the OAU, was launched"."""
        commas = [k for k, i in enumerate(self.items) if i.text == ","]
        for start, end in pairwise(commas):
            named = start > 0 and self.items[start - 1].kind in {"name", "ref"}
            told = start + 1 in self._light and self.lang == "ru"
            pair = f"{self.items[start + 1].norm} {self.items[min(start + 2, end)].norm}"
            if named and (told or not {self.items[start + 1].norm, pair}.isdisjoint(self._words.asides)):
                yield start, end + 1

    def between(self, first: int, last: int) -> float:
        """What lies between two items."""
        low, high = sorted((first, last))
        return self._sums[high] - self._sums[min(low + 1, high)]

    def parted(self, first: int, last: int) -> bool:
        """Whether a clause closes between two items for good ("although …"): its date is no date of the next one."""
        held = range(first + 1, last)
        return any(k in self.verbs and self.items[k].norm.endswith(self._words.parting) for k in held)

    def turns_later(self, first: int, last: int) -> bool:
        """Whether a date, or a word such as "then", between two items tells of another time."""
        held = self.items[first:last]
        return any(i.kind == "date" or i.norm.startswith(self._words.later) for i in held)

    def _opens_date(self, k: int) -> bool:
        """ "since 2004" is a date of its own clause, unless a comma sets it off."""
        follows = k + 1 < len(self.items) and self.items[k + 1].kind == "date"
        return follows and (k == 0 or self.items[k - 1].kind != "mark")

    def joins(self, k: int) -> bool:
        """Whether a conjunction stands there."""
        return self.items[k].norm in self._words.joints or self.items[k].norm in self._words.turns

    def _weight(self, k: int, heads: set[int]) -> float:
        item = self.items[k]
        if k in heads:
            return _INSERTED if k in self._light else _TRIGGER
        if item.kind == "mark":
            return _MARKS.get(item.text, _QUIET)
        if item.kind in {"name", "ref"}:
            return _NAME
        if item.kind == "date":
            return _QUIET
        if item.norm in self._words.turns:
            return _WORD if self._opens_date(k) else _TURN
        if item.norm in self._words.joints:
            return _JOINT
        if k not in self.verbs or k in self.held:
            return _WORD
        return _INSERTED if self._is_insertion(k) else _VERB

    def _is_insertion(self, k: int) -> bool:
        """A participle between commas or before "by", which stands beside its clause."""
        before = self.items[k - 1] if k else None
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        if before is None or after is None or after.norm not in self._words.openers:
            return False
        return before.text == "," or (after.norm == "by" and before.norm in self._words.joints)

    def _is_verb(self, k: int) -> bool:
        item = self.items[k]
        if item.kind != "word" or len(item.norm) < 3:
            return False
        if item.norm in self._words.verbs:
            return True
        if not item.norm.endswith(self._words.endings) or item.text[0].isupper() or len(item.norm) < 5:
            return False
        if self.lang != "kk":
            return True
        following = self.items[k + 1] if k + 1 < len(self.items) else None
        if following is None or following.kind == "mark":
            return True
        return following.norm in self._words.joints or following.norm in self._words.behind
