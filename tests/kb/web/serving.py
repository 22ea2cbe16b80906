"""A database in, the address of a `kb serve` of its own out, as long as one is inside; and the browser to look with."""

import runpy
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

_PATIENCE_S = 120
# Its folder must not be on the path: `kb` and `corpus` in there would hide ours, from worker processes too.
_FINDER = runpy.run_path(str(Path(__file__).parents[2] / "chromium.py"))
find_chromium: Callable[[], str | None] = _FINDER["find_chromium"]


@contextmanager
def serving(db: Path, prefix: str = "/") -> Iterator[str]:
    """`prefix` is a proxy's, with slashes around it; the address ends without one."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from kb.cli.main import main; main()", "serve", "--db", str(db),
               "--port", str(port), "--base-url", prefix]  # fmt: skip
    address = f"http://127.0.0.1:{port}{prefix.rstrip('/')}"
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(f"{address}/-/kb")
            yield address
        finally:
            server.terminate()


def _wait_for(address: str) -> None:
    for _ in range(_PATIENCE_S * 10):
        try:
            urlopen(address).close()
            return
        except HTTPError:
            raise  # it answers, and wrongly
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} does not answer after {_PATIENCE_S} seconds")
