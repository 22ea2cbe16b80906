"""A sentence or a word typed in, the words under which it is searched out: lemmas, stems, е for ё, composed letters."""

import unicodedata
from functools import cache

from extract.language import russian
from extract.language.kazakh_endings import Endings, bases, compile_endings
from extract.language.tokens import fold, tokenise
from extract.tables import read_table

_SHORTEST_STEM = 4


@cache
def _endings() -> Endings:
    rows = read_table("kk", "endings")
    return compile_endings({k: v for k, v in rows.items() if k != "softening"}, rows["softening"])


def sentence_words(text: str, lang: str) -> str:
    """What a reader may type for this sentence and its own letters do not spell, each once, in order."""
    spelt = {token.text.lower() for token in tokenise(text)}
    found: dict[str, None] = {}
    for token in tokenise(unicodedata.normalize("NFC", text)):
        found.update(dict.fromkeys(_forms(token.text, lang)))
    return " ".join(word for word in found if word not in spelt)


def _forms(word: str, lang: str) -> tuple[str, ...]:
    plain = (word.lower(), word.lower().replace("ё", "е"), fold(word))
    if word.isascii():
        return plain
    if lang == "ru":
        return plain + russian.lemmas(word)
    return plain + bases(word, _endings()) if lang == "kk" else plain


def typed_forms(word: str) -> tuple[str, ...]:
    """Forms that count as a word typed by a reader, in whatever language; the word itself first."""
    plain = (word.lower(), word.lower().replace("ё", "е"), fold(word))
    if word.isascii() or word.isupper():
        return tuple(dict.fromkeys(plain))
    stems = [stem for stem in bases(word, _endings()) if len(stem) >= _SHORTEST_STEM]
    # Names keep their Kazakh letters, stems do not: the beginning of the word itself stands beside its stem.
    spelt = [start for stem in stems if fold(start := word.lower()[: len(stem)]) == stem]
    return tuple(dict.fromkeys([*plain, *russian.lemmas(word), *spelt, *stems]))
