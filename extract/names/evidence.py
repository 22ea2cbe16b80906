"""Mentions that only a default speaks for, in a text that names nothing else of the field, are taken back."""

from collections.abc import Collection, Mapping, Sequence

from extract.language.tokens import fold
from kb.model import Mention

_OF_THE_FIELD = frozenset({"ORG", "TREATY", "COUNTRY", "PROGRAMME"})
# Reasons of the linker that are no evidence by themselves.
_EMPTY = frozenset({"default", "only", "named"})


def with_evidence(mentions: Sequence[Mention], namesakes: Mapping[str, Collection[str]]) -> tuple[Mention, ...]:
    """All mentions where one is certain; else those that do not rest on a default or on a given name."""
    weak = {id(m) for m in mentions if _is_namesake(m, namesakes) or _rests_on(m, frozenset())}
    doubtful = {m.entity_id for m in mentions if id(m) in weak}
    weak |= {id(m) for m in mentions if _rests_on(m, doubtful)}
    if any(m.label in _OF_THE_FIELD and id(m) not in weak for m in mentions):
        return tuple(mentions)
    return tuple(m for m in mentions if id(m) not in weak)


def _is_namesake(mention: Mention, namesakes: Mapping[str, Collection[str]]) -> bool:
    word = fold(mention.text)
    return mention.label == "COUNTRY" and any(word.startswith(fold(n)) for n in namesakes.get(mention.lang, ()))


def _rests_on(mention: Mention, doubtful: Collection[str | None]) -> bool:
    """Whether every reason of the link is empty or is a mention that is doubtful itself."""
    kind, _, reasons = mention.method.partition(":")
    if kind != "context":
        return False
    return all(r in _EMPTY or r.partition("=")[2] in doubtful for r in reasons.split("+"))
