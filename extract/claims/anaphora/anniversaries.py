"""A text with a mention in, whether only its anniversary is told there out: no text goes on about such a paper."""

from itertools import islice

from extract.language.tokens import fold, tokenise
from kb.model import Mention

# The words of an anniversary, letters folded: behind the name in Kazakh, before it in Russian and English.
_BEHIND = tuple(map(fold, ("жылдығы", "мерейтой")))
_BEFORE = ("годовщин", "юбиле", "летие", "летия", "летию", "летием", "anniversar", "jubilee")
_WORDS, _FAR = 3, 40


def celebrated(text: str, mention: Mention) -> bool:
    """«Шарттың он жылдығы», "on the tenth anniversary of the Treaty"."""
    behind = tokenise(text, mention.end_char, min(len(text), mention.end_char + _FAR))
    if mention.lang == "kk":
        return any(fold(t.text).startswith(_BEHIND) for t in islice(behind, _WORDS))
    before = [fold(t.text) for t in tokenise(text, max(0, mention.start_char - _FAR), mention.start_char)]
    return any(w.startswith(_BEFORE) for w in before[-_WORDS:])
