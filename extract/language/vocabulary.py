"""A word as written in, what it may mean for dates and quantities out (kind -> value)."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

Value = int | float | str
Entry = Mapping[str, Value]

NOTHING: Entry = MappingProxyType({})
_LATIN_LIKE_CYRILLIC = str.maketrans("aceikmopxyhtbəө", "асеікморхунтвәө")
_LATIN_LOOKALIKES = frozenset("aceikmopxyhtbəө")
# Kazakh letters that come as their Russian look-alikes or, from old fonts, as Macedonian ones.
_FOLDED = str.maketrans("әғқңөұүһіѓќё", "агкноуухигке")


class Vocabulary:
    """The words of one language. Immutable in use; looked-up words are remembered."""

    def __init__(
        self,
        lang: str,
        exact: Mapping[str, Mapping[str, Value]],
        stems: Mapping[str, Sequence[tuple[str, str, Value]]],
        endings: Mapping[str, frozenset[str]],
    ) -> None:
        self.lang = lang
        self._exact = exact
        self._stems = stems
        self._endings = endings
        self._folded = _fold_table(exact, stems, endings) if lang == "kk" else None
        self._longest = max(map(len, stems), default=0)

    def look_up(self, word: str) -> Entry:
        """Every kind of the word; endings are tried where the whole word is not listed."""
        found: dict[str, Value] = dict(self._exact.get(word, NOTHING))
        for cut in range(1, min(len(word), self._longest) + 1):
            for group, kind, value in self._stems.get(word[:cut], ()):
                if word[cut:] in self._endings[group]:
                    found[kind] = value
        if not found and self._folded is not None:
            return self._folded.look_up(word.translate(_FOLDED))
        return found or NOTHING

    def words(self, kind: str) -> tuple[str, ...]:
        """The words of a kind that are listed whole."""
        return tuple(word for word, entry in self._exact.items() if kind in entry)

    def forms(self, kind: str) -> tuple[tuple[str, int], ...]:
        """Every form of a kind that holds whole numbers; for the few words that are compared letter by letter."""
        whole = [(word, entry[kind]) for word, entry in self._exact.items() if kind in entry]
        grown = [
            (stem + ending, value)
            for stem, rows in self._stems.items()
            for group, name, value in rows
            if name == kind
            for ending in self._endings[group]
        ]
        return tuple((word, value) for word, value in [*whole, *grown] if isinstance(value, int))


def _fold_table(
    exact: Mapping[str, Mapping[str, Value]],
    stems: Mapping[str, Sequence[tuple[str, str, Value]]],
    endings: Mapping[str, frozenset[str]],
) -> Vocabulary:
    """The same words blind to the Kazakh letters; of two words that fold into one the first listed stays."""
    words: dict[str, Mapping[str, Value]] = {}
    for word, entry in exact.items():
        words.setdefault(word.translate(_FOLDED), entry)
    roots: dict[str, Sequence[tuple[str, str, Value]]] = {}
    for stem, rows in stems.items():
        roots.setdefault(stem.translate(_FOLDED), rows)
    tails = {name: frozenset(ending.translate(_FOLDED) for ending in group) for name, group in endings.items()}
    return Vocabulary("", words, roots, tails)


@lru_cache(maxsize=100_000)
def normal(word: str) -> str:
    """Lower case, ё as е, and Latin look-alikes inside a Cyrillic word as the letters they stand for."""
    low = word.lower().replace("ё", "е")
    if not low.isascii() and any("\u0400" <= letter <= "\u04ff" for letter in low):
        return low.translate(_LATIN_LIKE_CYRILLIC)
    return low


def as_cyrillic(word: str) -> str:
    """A word of Latin letters only that may be Cyrillic in disguise (`c`, `o`), else the word itself."""
    return word.translate(_LATIN_LIKE_CYRILLIC) if _LATIN_LOOKALIKES.issuperset(word) else word
