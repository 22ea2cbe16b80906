"""What was read or computed from a database, kept while its file stays the same; the least lately used goes."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from pathlib import Path
from typing import Any

_MOST = 128


class Kept:
    """Values under keys, for one database. Nobody may change a value that is kept."""

    def __init__(self, path: str | None) -> None:
        self._path = Path(path) if path else None
        self._file: tuple[int, ...] = ()
        self._values: OrderedDict[Hashable, Any] = OrderedDict()

    async def value(self, key: Hashable, make: Callable[[], Awaitable[Any]]) -> Any:
        """The value under a key, made where it is not there yet; a database without a file keeps nothing."""
        file = self._identity()
        if not file:
            return await make()
        if file != self._file:
            self._file = file
            self._values.clear()
        value = self._values[key] if key in self._values else await make()
        self._values[key] = value
        self._values.move_to_end(key)
        while len(self._values) > _MOST:
            self._values.popitem(last=False)
        return value

    def _identity(self) -> tuple[int, ...]:
        if self._path is None or not self._path.exists():
            return ()
        found = self._path.stat()
        return found.st_ino, found.st_size, found.st_mtime_ns
