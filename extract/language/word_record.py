"""A table of words and the type of a record in, the record out: the annotation of a field says how its key is read.

`frozenset[str]` and `tuple[str, ...]` are words, `Mapping[str, str]` and `Mapping[str, int]` words with what they stand
for, `Mapping[str, tuple[str, ...]]` names or words with words of their own. Words are folded; a missing key is empty.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from extract.language.tokens import fold
from kb.errors import TableError

R = TypeVar("R")


def word_record(kind: type[R], table: Mapping[str, Any], **given: object) -> R:
    """A data class of the types above, but for what is given; keys without a field are for others.

    TableError where a value is of another kind.
    """
    found = dict(given)
    for field in (f for f in fields(kind) if f.name not in given):  # type: ignore[arg-type]
        try:
            found[field.name] = _READERS[field.type](table.get(field.name) or ())
        except (AttributeError, TypeError, ValueError) as error:
            raise TableError(f"{field.name}: {table[field.name]!r}: not a {field.type}") from error
    return kind(**found)


def _words(value: Iterable[object]) -> tuple[str, ...]:
    if isinstance(value, str):
        raise TypeError("a list is expected")
    return tuple(fold(str(word)) for word in value)


def _mapped(each: Callable[[Any], Any]) -> Callable[[Any], Mapping[str, Any]]:
    return lambda rows: {fold(str(key)): each(value) for key, value in (rows.items() if rows else ())}


_READERS: Mapping[Any, Callable[[Any], Any]] = {
    frozenset[str]: lambda value: frozenset(_words(value)),
    tuple[str, ...]: _words,
    Mapping[str, str]: _mapped(str),
    Mapping[str, int]: _mapped(int),
    Mapping[str, tuple[str, ...]]: _mapped(lambda words: _words(words or ())),
}
