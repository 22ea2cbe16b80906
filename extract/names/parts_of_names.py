"""A name that no table knows and the known ones of its text in, the body that it is a part of the name of out."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from extract.language.tokens import fold, tokenise
from kb.model import Entity, Mention

_ENGLISH, _BODY, _SHORTEST = "en", "ORG", 2


def called_in_part(mention: Mention, known: Sequence[Mention], entities: Mapping[str, Entity]) -> str | None:
    """ "The Investment Bank" behind the International Investment Bank, "the Single Market" behind the CSME: that one.

    English alone, where the other languages bend their words; nothing where two bodies of the text are called so.
    """
    if mention.lang != _ENGLISH or mention.label != _BODY:
        return None
    said = _words(mention.text)
    if len(said) < _SHORTEST:
        return None
    bodies = {m.entity_id for m in known if m.label == _BODY and m.entity_id and m.start_char < mention.start_char}
    called = [id_ for id_ in bodies if any(_holds(_words(name), said) for name in _names(entities.get(id_)))]
    return called[0] if len(called) == 1 else None


def _names(entity: Entity | None) -> tuple[str, ...]:
    if entity is None or _ENGLISH not in entity.names:
        return ()
    return (entity.names[_ENGLISH], *(a.text for a in entity.aliases if a.lang == _ENGLISH and a.kind != "misspelling"))


# A text asks the names of its few bodies again for each of its unknown names.
@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(t.text) for t in tokenise(name))


def _holds(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """The words one behind the other, not the whole of the name."""
    size = len(part)
    return len(name) > size and any(name[k : k + size] == part for k in range(len(name) - size + 1))
