"""A Kazakh treaty noun with what seems its title in, where the title begins behind the names of its parties out."""

from collections.abc import Sequence

from extract.language.tokens import fold
from kb.model import Mention

_PARTIES = frozenset({"ORG", "COUNTRY"})
# "With": a word between two parties, or the ending of the last one; names that look so.
_WITH = ("мен", "бен", "пен")
_ALIKE = frozenset({"йемен"})
_BETWEEN = fold("арасында")


def behind_parties(text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> int | None:
    """ "A мен B Экономикалық әріптестік туралы келісімге": the parties stand before the title and are none of it.

    None where the title does not open with parties, or is with a body alone, or says no more than between whom it is.
    """
    named = sorted((m for m in mentions if m.label in _PARTIES), key=lambda m: m.start_char)
    at, parted = span[0], False
    countries = any(m.label == "COUNTRY" and span[0] <= m.start_char < span[1] for m in named)
    while countries and (party := next((m for m in named if m.start_char == at and m.end_char < span[1]), None)):
        behind = text[party.end_char : span[1]].split(maxsplit=2)
        attached = party.text.endswith(_WITH) and fold(party.text) not in _ALIKE
        if not behind:
            return None
        if behind[0].startswith(_BETWEEN):
            # "ЕАЭО мен Вьетнам арасындағы …": what stands behind it says which paper it is.
            return text.index(behind[1], party.end_char) if parted and len(behind) == len("abc") else None
        joint = behind[0] in _WITH
        if not (attached or joint or parted or party.label == "COUNTRY" or _led(text, party, named)):
            return None
        parted = parted or attached or joint
        at = text.index(behind[1] if joint and len(behind) > 1 else behind[0], party.end_char)
    return at if parted else None


def _led(text: str, party: Mention, named: Sequence[Mention]) -> bool:
    """ "ЕАЭО Сербиямен қаржы туралы келісім": the partner stands right behind the body, in the instrumental."""
    following = next((m for m in named if m.start_char > party.start_char), None)
    near = following is not None and not text[party.end_char : following.start_char].strip()
    return near and following is not None and following.text.endswith(_WITH)
