"""A language and a table's name in, checked records out; the only reader of `extract/data/`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from extract.language.vocabulary import Value, Vocabulary
from kb.errors import TableError

_DATA = Path(__file__).parent / "data"
# libyaml where it is there: the tables of a cold start load ten times faster.
_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SAFE):  # type: ignore[misc]
    """Stops where a key stands twice: YAML would drop the rows of the first in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = Counter(key.value for key, _ in node.value)
        twice = next((key for key, times in keys.items() if times > 1), None)
        if twice is not None:
            raise yaml.YAMLError(f"line {node.start_mark.line + 1}: {twice}: stands twice")
        found: dict[Any, Any] = super().construct_mapping(node, deep)
        return found


@cache
def read_table(lang: str, name: str) -> Mapping[str, Any]:
    """The mapping in `data/LANG/NAME.yml`, or in `data/NAME.yml` where `lang` is empty."""
    path = _DATA / lang / f"{name}.yml"
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except (OSError, yaml.YAMLError) as error:
        raise TableError(f"{lang}/{name}.yml: {error}") from error
    if not isinstance(rows, dict):
        raise TableError(f"{lang}/{name}.yml: a mapping is expected")
    if (key := _unquoted(rows)) is not None:
        raise TableError(f"{lang}/{name}.yml: {key}: a bare on, off, yes or no is no word in YAML; quote it")
    return rows


def _unquoted(rows: Any, key: str = "") -> str | None:
    """Under which key a word stands that YAML reads as true or false."""
    if isinstance(rows, Mapping):
        pairs = [(str(k), value) for k, value in rows.items()] + [(key, k) for k in rows]
    else:
        pairs = [(key, value) for value in rows] if isinstance(rows, list) else []
    deeper = (k if isinstance(value, bool) else _unquoted(value, k) for k, value in pairs)
    return next((k for k in deeper if k is not None), None)


def check_keys(where: str, rows: Mapping[str, Any], allowed: Iterable[str]) -> None:
    """Stops at a key nobody reads: a misspelt one would pass in silence."""
    unknown = sorted(str(key) for key in rows if key not in frozenset(allowed))
    if unknown:
        raise TableError(f"{where}: unknown key {', '.join(unknown)}")


@cache
def vocabulary(lang: str, names: tuple[str, ...], kinds: frozenset[str]) -> Vocabulary:
    """The words of several tables `kind -> {word: value}` or `kind -> [words]`, as one vocabulary.

    `word~class` stands for the word with every ending of that class in `word_endings.yml`.
    """
    endings = _endings(lang)
    exact: dict[str, dict[str, Value]] = {}
    stems: dict[str, list[tuple[str, str, Value]]] = {}
    for name in names:
        rows = read_table(lang, name)
        check_keys(f"{lang}/{name}.yml", rows, kinds)
        for kind, word, value in _entries(f"{lang}/{name}.yml", rows):
            stem, _, group = word.partition("~")
            if group and group not in endings:
                raise TableError(f"{lang}/{name}.yml: {word!r}: no such class of endings")
            if group:
                stems.setdefault(stem, []).append((group, kind, value))
            else:
                exact.setdefault(stem, {})[kind] = value
    return Vocabulary(lang, exact, stems, endings)


def _entries(where: str, rows: Mapping[str, Any]) -> Iterator[tuple[str, str, Value]]:
    for kind, words in rows.items():
        pairs = words.items() if isinstance(words, dict) else ((word, 1) for word in words)
        for word, value in pairs:
            if not isinstance(word, str) or word != word.lower():
                raise TableError(f"{where}: {kind}: {word!r}: a word in lower case is expected")
            if not isinstance(value, int | float | str) or isinstance(value, bool):
                raise TableError(f"{where}: {kind}: {word}: {value!r}: a number or a word is expected")
            yield kind, word, value


@cache
def _endings(lang: str) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(_joined(slots)) for name, slots in read_table(lang, "word_endings").items()}


def _joined(slots: list[list[str]]) -> list[str]:
    found = [""]
    for slot in slots:
        found = [head + tail for head in found for tail in slot]
    return found
