"""A Russian text and its mentions in, what its writer calls "our committee" as a name of what it means out."""

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.language.russian import is_noun, lemmas
from extract.language.tokens import fold
from kb.model import Mention

_OURS = re.compile(r"\b[Нн]аш(?:а|е|его|ему|им|ем|у|ей)?[^\S\n]+([^\W\d_]{3,})")
_BODY, _RUSSIAN = "ORG", "ru"


def with_ours(
    text: str, mentions: Sequence[Mention], names: Mapping[str, str]
) -> tuple[dict[int, str], Sequence[Mention]]:
    """Start of the noun -> the body that it means; the mentions with these in their places."""
    ours = list(_called_ours(text, mentions, names))
    called = {at: str(m.entity_id) for at, m in ours}
    return called, sorted([*mentions, *(m for _, m in ours)], key=lambda m: m.start_char) if ours else mentions


def _called_ours(text: str, mentions: Sequence[Mention], names: Mapping[str, str]) -> Iterator[tuple[int, Mention]]:
    """Where the noun of "our committee" stands, and the committee that was named last, as if it were named there.

    `names`: body -> its full Russian name.
    """
    found = list(_OURS.finditer(text))
    bodies = [m for m in mentions if m.label == _BODY and m.lang == _RUSSIAN and m.entity_id] if found else []
    taken = {m.start_char for m in mentions} if found else set()
    for ours in found:
        at, noun = ours.start(1), ours[1]
        if at in taken or not is_noun(noun):
            continue
        before = (m for m in reversed(bodies) if m.end_char <= ours.start())
        meant = next((m for m in before if _is_called(noun, (m.text, names.get(str(m.entity_id), "")))), None)
        if meant is not None:
            yield at, Mention(_BODY, ours.start(), ours.end(1), noun, _RUSSIAN, meant.entity_id)


def _is_called(noun: str, names: tuple[str, ...]) -> bool:
    """Whether the noun heads one of the names: "our country" is no Organization of countries."""
    heads = (next((word for word in name.split() if is_noun(fold(word))), "") for name in names)
    return any(head and lemmas(fold(head))[0] == lemmas(fold(noun))[0] for head in heads)
