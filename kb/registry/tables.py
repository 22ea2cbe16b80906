"""Files of a registry: in go directories, out come parsed tables that know the line of everything in them.

Line numbers are looked up only when something is wrong, so that a load without faults pays nothing for them.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kb.errors import TableError

_BREAKS = frozenset("\t\n\r")
Value: TypeAlias = "str | list[Value] | dict[str, Value]"


@dataclass(frozen=True, slots=True)
class Table:
    """One file of a registry directory. `folder` is `entities`, `facts` or empty."""

    path: str
    folder: str
    name: str
    text: str

    def error(self, reason: str, *keys: str, value: str | None = None) -> TableError:
        """The error to raise: its line is that of the keys from the top down, or of a scalar below them."""
        return self.error_at(line_of(self.text, keys, value), reason)

    def error_at(self, line: int, reason: str) -> TableError:
        return TableError(f"{self.path}:{line}: {reason}")


def registry_tables(extra_dirs: tuple[Path, ...]) -> list[Table]:
    """All files of the package's own registry and of the user's directories, in a fixed order."""
    tables = list(_tables_of(resources.files("kb.registry").joinpath("data")))
    for directory in extra_dirs:
        found = list(_tables_of(directory)) if directory.is_dir() else []
        if not found:
            raise TableError(f"{directory}: no registry there: entities/*.yml, facts/*.csv, ambiguous.yml, sources.csv")
        tables += found
    return tables


def _tables_of(directory: Traversable) -> Iterator[Table]:
    for folder, suffixes in (("entities", (".yml",)), ("facts", (".csv",)), ("", (".yml", ".csv"))):
        place = directory.joinpath(folder) if folder else directory
        if not place.is_dir():
            continue
        for file in sorted(place.iterdir(), key=lambda item: item.name):
            if file.name.endswith(suffixes) and file.is_file():
                yield Table(str(file), folder, file.name, _read(file))


def _read(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as exc:
        raise TableError(f"{file}:1: not UTF-8 ({exc.reason} at byte {exc.start})") from exc


def control_character(text: str) -> str | None:
    """The first character of a text that cannot be shown and that XML cannot carry, as a code point."""
    return next((f"U+{ord(c):04X}" for c in text if c not in _BREAKS and _is_unprintable(c)), None)


def _is_unprintable(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or ord(character) & 0xFFFE == 0xFFFE


def parse_yaml(table: Table) -> Value:
    """The file as text, lists and mappings. Every scalar stays text: `no` is Norway and `1994` a date, not a number."""
    loader = yaml.CSafeLoader(table.text)
    next_event: Callable[[], Any] = loader.get_event
    try:
        next_event()  # start of the stream
        if not loader.check_event(DocumentStartEvent):
            return {}
        next_event()
        value = _value(table, next_event(), next_event)
        next_event()  # end of the document
        if loader.check_event(DocumentStartEvent):
            raise table.error_at(_line(next_event()), "a second document in one file")
        return value
    except yaml.MarkedYAMLError as exc:
        line = exc.problem_mark.line + 1 if exc.problem_mark else 1
        raise table.error_at(line, exc.problem or "not YAML") from exc
    finally:
        loader.dispose()


def _value(table: Table, event: Any, next_event: Callable[[], Any]) -> Value:
    kind = type(event)
    if kind is ScalarEvent:
        if wrong := control_character(event.value):
            raise table.error_at(_line(event), f"control character {wrong} in a text")
        return event.value  # type: ignore[no-any-return]
    if kind is MappingStartEvent:
        return _mapping(table, next_event)
    if kind is SequenceStartEvent:
        items: list[Value] = []
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(_value(table, event, next_event))
        return items
    raise table.error_at(_line(event), "anchors and aliases are not used in registry files")


def _mapping(table: Table, next_event: Callable[[], Any]) -> dict[str, Value]:
    mapping: dict[str, Value] = {}
    while type(event := next_event()) is not MappingEndEvent:
        if type(event) is not ScalarEvent:
            raise table.error_at(_line(event), "a key must be a plain word")
        if event.value in mapping:
            raise table.error_at(_line(event), f"duplicate key {event.value!r}")
        mapping[event.value] = _value(table, next_event(), next_event)
    return mapping


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def line_of(text: str, keys: tuple[str, ...], value: str | None = None) -> int:
    """The line where these keys stand, each below the one before (a number counts list items from 0)."""
    node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    line = 1
    for key in keys:
        children = _children(node)
        if key not in children:
            break
        line, node = children[key]
    if value is not None:
        return _line_of_scalar(node, value) or line
    return line


def _children(node: Any) -> dict[str, tuple[int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        return {key.value: (key.start_mark.line + 1, child) for key, child in node.value}
    if isinstance(node, yaml.SequenceNode):
        return {str(i): (child.start_mark.line + 1, child) for i, child in enumerate(node.value)}
    return {}


def _line_of_scalar(node: Any, value: str) -> int | None:
    if isinstance(node, yaml.ScalarNode):
        return int(node.start_mark.line) + 1 if node.value == value else None
    lines = (_line_of_scalar(child, value) for _, child in _children(node).values())
    return next((line for line in lines if line is not None), None)
