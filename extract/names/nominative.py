"""A name as it stands in a text in, its nominative out: the form that ids and titles are made from."""

import re

from extract.language import russian
from extract.language.kazakh_endings import Endings, without_case

# Of a noun that has an owner, as the last of a body's name does: «одағын».
_ACCUSATIVE = ("ғын", "гін", "сын", "сін", "мын", "тін", "рын")
_ARTICLES = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
# A genitive hangs on the noun before it; a nominative needs no change.
_HANGING = frozenset({"gent", "nomn", None})


def nominative(name: str, lang: str, label: str, endings: Endings) -> str:
    """Without article, without the case of its head, white space folded."""
    words = re.split(r"\s+", without_article(name.strip(), lang))
    if lang == "ru":
        words = list(russian.nominative(tuple(words))) if label == "PERSON" else _russian(words)
    elif lang == "kk":
        owned = label == "ORG" and len(words) > 1 and words[-1].endswith(_ACCUSATIVE)
        words[-1] = words[-1][:-1] if owned else without_case(words[-1], endings)
    return " ".join(words)


def without_article(name: str, lang: str) -> str:
    """`the Interstate Council` is called `Interstate Council`."""
    return _ARTICLES.sub("", name, count=1) if lang == "en" and _ARTICLES.match(name) else name


def _russian(words: list[str]) -> list[str]:
    """The head noun and the adjectives before it change; what hangs on the head stays."""
    for i, word in enumerate(words):
        parts = {pos for pos, _, _ in russian.readings(word)}
        if "NOUN" in parts and "ADJF" not in parts:
            return [*russian.nominative(tuple(words[: i + 1])), *_bearer(words[i + 1 :])]
    return words


def _bearer(words: list[str]) -> list[str]:
    """ "В Болашак Фонде": the noun behind a name that does not change is the head, unless it hangs on that name."""
    cases = {case for pos, case, _ in russian.readings(words[0]) if pos == "NOUN"} if words else set()
    if len(words) != 1 or not words[0][:1].isupper() or not cases or not cases.isdisjoint(_HANGING):
        return words
    return list(russian.nominative(tuple(words)))
