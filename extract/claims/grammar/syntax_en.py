"""A parsed English sentence and its items in, how a name stands to a trigger in grammar out.

The parser (spaCy's `en_core_web_sm`, relations of ClearNLP) errs too often to decide alone: what it says weighs
beside distance, prepositions and marks, see `arguments`.
"""

from collections.abc import Callable, Iterator, Sequence

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.language.dependencies import Dependent

Parse = Callable[[str, str], Sequence[Dependent]]
OWN, SHARED, NONE = "own", "shared", ""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj"})
_LISTED = frozenset({"conj", "appos"})
_DESCRIBING = frozenset({"relcl", "acl"})
# Clauses whose subject is that of the clause they hang on, where they have none themselves.
_SUBJECTLESS, _GOES_ON = frozenset({"conj", "xcomp", "advcl"}), frozenset({"conj", "xcomp"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "xcomp", "parataxis", "acl", "pcomp"})
# So many words up from a name is still within its clause, so many is the verb's own argument.
_CLIMB, _DIRECT, _LONGEST_LIST = 6, 2, 20


class Syntax:
    """The dependencies of one sentence, parsed when they are first asked for."""

    def __init__(self, text: str, span: tuple[int, int], items: Sequence[Item], parse: Parse) -> None:
        self._sentence, self._from = text[span[0] : span[1]], span[0]
        self._items, self._parse = items, parse
        self._read: Sequence[Dependent] | None = None
        self._hanging: dict[int, list[int]] = {}
        self._told: dict[tuple[int, int, int], str] = {}

    def relation(self, trigger: Trigger, k: int) -> str:
        """`own`: the name is an argument of the trigger; `shared`: through another verb, or as what a clause
        describes; empty where it is neither, or where there is no parse."""
        key = (trigger.first, trigger.last, k)
        if key not in self._told:
            self._told[key] = self._relate(trigger, k)
        return self._told[key]

    def _relate(self, trigger: Trigger, k: int) -> str:
        words = self._words()
        deed = set(self._covering(self._items[trigger.first].start, self._items[trigger.last].end))
        name = self._head_of(self._covering(self._items[k].start, self._items[k].end))
        if not deed or name is None:
            return NONE
        if name in deed:
            return OWN
        first = self._first_listed(name)
        if any(deed.intersection(self._clauses(n, _DESCRIBING, _GOES_ON)) for n in (first, name)):
            return SHARED
        at = first
        for step in range(_CLIMB):
            above, relation = words[at].head, words[at].relation
            if above == at:
                return NONE
            if above in deed:
                return OWN if step < _DIRECT else NONE
            if relation in _SUBJECTS:
                return SHARED if deed.intersection(self._subjectless(above)) else NONE
            if relation in _OBJECTS:
                return NONE
            at = above
        return NONE

    def dates(self, trigger: Trigger, k: int) -> bool:
        """Whether the date says when the trigger was, with no clause of another verb between them."""
        words = self._words()
        deed = set(self._covering(self._items[trigger.first].start, self._items[trigger.last].end))
        at = self._head_of(self._covering(self._items[k].start, self._items[k].end))
        if at is None:
            return False
        for _ in range(_CLIMB):
            above = words[at].head
            if above in deed:
                return True
            if above == at or words[above].relation in _CLAUSES:
                return False
            at = above
        return False

    def _words(self) -> Sequence[Dependent]:
        if self._read is None:
            self._read = self._parse(self._sentence, "en")
            for n, word in enumerate(self._read):
                if word.head != n:
                    self._hanging.setdefault(word.head, []).append(n)
        return self._read

    def _covering(self, start: int, end: int) -> list[int]:
        low, high = start - self._from, end - self._from
        return [n for n, word in enumerate(self._words()) if word.start < high and word.end > low]

    def _head_of(self, covered: Sequence[int]) -> int | None:
        """The word of a name that hangs on something outside it."""
        return next((n for n in covered if self._words()[n].head == n or self._words()[n].head not in covered), None)

    def _first_listed(self, name: int) -> int:
        """ "A, B and C": the list hangs on what its first name hangs on."""
        for _ in range(_LONGEST_LIST):
            if self._words()[name].relation not in _LISTED:
                break
            name = self._words()[name].head
        return name

    def _clauses(self, noun: int, opening: frozenset[str], going_on: frozenset[str]) -> Iterator[int]:
        """The verbs of the clauses that hang on a word, and those that they go on with."""
        held = [n for n in self._hanging.get(noun, ()) if self._words()[n].relation in opening]
        while held:
            verb = held.pop()
            yield verb
            held += [n for n in self._hanging.get(verb, ()) if self._words()[n].relation in going_on]

    def _subjectless(self, verb: int) -> Iterator[int]:
        """The verbs whose subject is that of another: "A left B and joined C"."""
        held = [verb]
        while held:
            hanging = self._hanging.get(held.pop(), ())
            for n in (n for n in hanging if self._words()[n].relation in _SUBJECTLESS):
                if not any(self._words()[m].relation in _SUBJECTS for m in self._hanging.get(n, ())):
                    yield n
                    held.append(n)
