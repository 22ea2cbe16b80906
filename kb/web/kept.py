"""What was read or computed from a database, kept while its file stays the same; the least lately used goes."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Mapping
from pathlib import Path
from typing import Any

_MOST = 256
_MOST_ROWS = 100_000  # of all that is kept; a row takes about a kilobyte


class Kept:
    """Values under keys, for one database. Nobody may change a value that is kept."""

    def __init__(self, path: str | None) -> None:
        self._path = Path(path) if path else None
        self._file: tuple[int, ...] = ()
        self._values: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._rows = 0

    async def value(self, key: Hashable, make: Callable[[], Awaitable[Any]]) -> Any:
        """The value under a key, made where it is not there yet; a database without a file keeps nothing."""
        file = self._identity()
        if not file:
            return await make()
        if file != self._file:
            self._file, self._rows = file, 0
            self._values.clear()
        if key in self._values:
            self._values.move_to_end(key)
            return self._values[key][0]
        value = await make()
        self._put(key, value)
        return value

    def _put(self, key: Hashable, value: Any) -> None:
        # Two may have made the same at once.
        _, before = self._values.pop(key, (None, 0))
        size = _rows_of(value)
        self._values[key] = (value, size)
        self._rows += size - before
        while len(self._values) > _MOST or self._rows > _MOST_ROWS:
            _, (_, gone) = self._values.popitem(last=False)
            self._rows -= gone

    def _identity(self) -> tuple[int, ...]:
        if self._path is None or not self._path.exists():
            return ()
        found = self._path.stat()
        return found.st_ino, found.st_size, found.st_mtime_ns


def _rows_of(value: Any) -> int:
    parts = value.values() if isinstance(value, Mapping) else (value,)
    return 1 + sum(len(part) for part in parts if isinstance(part, list | tuple))
