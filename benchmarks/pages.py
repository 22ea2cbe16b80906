"""`python benchmarks/pages.py DB [RUNS]`: how long the pages take over HTTP on a database such as `million.py` makes.

`kb serve` runs by itself; one client asks for every page of ours in three languages and for the table pages of
Datasette, then eight ask at once. Out come Markdown tables of medians in milliseconds; the exit code tells only of
errors, never of time.
"""

import http.client
import socket
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from kb.model import LANGUAGES

_RUNS, _CLIENTS, _PATIENCE_S = 9, 8, 60
# The heaviest of each kind: the body and the country that most sentences name, the event with most quotes.
_IDS = {
    "document": "SELECT id FROM documents WHERE path LIKE '%/en/0000/%' ORDER BY n_chars DESC LIMIT 1",
    "beside": "SELECT id FROM documents WHERE path LIKE '%/ru/0000/%' AND replace(path, '/ru/', '/en/') = "
    "(SELECT path FROM documents WHERE path LIKE '%/en/0000/%' ORDER BY n_chars DESC LIMIT 1)",
    "event": "SELECT id FROM events ORDER BY n_claims DESC, id LIMIT 1",
    "spell": "SELECT id FROM memberships WHERE organization_id = 'eaeu' ORDER BY id LIMIT 1",
    "texts_spell": "SELECT id FROM memberships WHERE support = 'texts' ORDER BY id LIMIT 1",
    "found": "SELECT entity_id FROM mentions WHERE entity_id LIKE 'x-%' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
}
_PAGES = (
    "", "/timeline", "/timeline?from=&polarity=all", "/timeline?entity=eaeu", "/timeline?entity=kz&page=3", "/graph",
    "/graph?on=2012-01-01", "/graph?view=nesting", "/convergence", "/convergence?kind=heat",
    "/convergence?kind=country", "/convergence?kind=region&body=eaeu", "/convergence?kind=points",
    "/convergence?kind=clubs", "/convergence?kind=index", "/conflicts", "/conflicts?page=3", "/documents",
    "/documents?source=kk&page=60", "/search?q=Kazakhstan", "/search?q=" + quote("Казахстана и России"),
    "/search?q=" + quote("Еуразиялық одақ"), "/search?q=customs+union&page=5", "/entity/eaeu", "/entity/kz",
    "/entity/ru", "/entity/treaty-eaeu-2014", "/entity/{found}", "/document/{document}",
    "/document/{document}?beside={beside}", "/event/{event}", "/compare/{event}", "/compare/{spell}",
    "/compare/{texts_spell}",
)  # fmt: skip
_TABLES = (
    "documents", "segments", "sentences", "mentions", "mentions?label=ORG", "mentions?_facet=label&_facet=lang",
    "mentions?entity_id=kz", "mentions?_sort_desc=earliest", "sentences?_search=union", "entities", "entities?type=ORG",
    "aliases", "claims", "claims?_facet=type", "claim_participants", "quantities", "events", "events?_facet=support",
    "event_claims", "memberships", "reference_facts", "conflicts", "indicators", "issues",
)  # fmt: skip


@contextmanager
def serving(db: Path) -> Iterator[int]:
    """The port of a server of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [
        sys.executable,
        "-c",
        "from kb.cli.main import main; main()",
        "serve",
        "--db",
        str(db),
        "--port",
        str(port),
    ]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        try:
            fetch(http.client.HTTPConnection("127.0.0.1", port), "/-/kb")
            return
        except ConnectionError:
            time.sleep(0.2)
    raise TimeoutError("the server does not answer")


def fetch(client: http.client.HTTPConnection, path: str) -> tuple[int, float, int]:
    """Status, milliseconds, bytes."""
    start = time.perf_counter()
    client.request("GET", path)
    answer = client.getresponse()
    size = len(answer.read())
    return answer.status, (time.perf_counter() - start) * 1000, size


def addresses(db: Path) -> tuple[dict[str, list[str]], list[str]]:
    """Pages of ours, each in every language under its name, and table pages."""
    conn = sqlite3.connect(db)
    ids = {name: quote(str((conn.execute(sql).fetchone() or ("none",))[0])) for name, sql in _IDS.items()}
    conn.close()
    pages = {}
    for pattern in _PAGES:
        path = "/-/kb" + pattern.format(**ids)
        joint = "&" if "?" in path else "?"
        pages[pattern or "home"] = [f"{path}{joint}lang={lang}" for lang in LANGUAGES]
    return pages, [f"/{db.stem}/{table}" for table in _TABLES]


def medians(port: int, paths: list[str], runs: int, wrong: list[str]) -> list[tuple[float, float]]:
    """Of each address the median, and the first answer, which is not counted: it fills what the server keeps."""
    client = http.client.HTTPConnection("127.0.0.1", port)
    found = []
    for path in paths:
        first = fetch(client, path)[1]
        times = []
        for _ in range(runs):
            status, spent, _ = fetch(client, path)
            times.append(spent)
            if status != http.client.OK:
                wrong.append(f"{status} {path}")
        found.append((statistics.median(times), first))
    client.close()
    return found


def at_once(port: int, paths: list[str], wrong: list[str]) -> list[float]:
    """Eight clients, each with every address, each beginning elsewhere."""

    def one(number: int) -> list[float]:
        client = http.client.HTTPConnection("127.0.0.1", port)
        start = number * len(paths) // _CLIENTS
        times = []
        for path in paths[start:] + paths[:start]:
            status, spent, _ = fetch(client, path)
            times.append(spent)
            if status != http.client.OK:
                wrong.append(f"{status} {path}, {_CLIENTS} at once")
        client.close()
        return times

    with ThreadPoolExecutor(_CLIENTS) as pool:
        return [spent for times in pool.map(one, range(_CLIENTS)) for spent in times]


def main() -> None:
    db = Path(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else _RUNS
    pages, tables = addresses(db)
    wrong: list[str] = []
    with serving(db) as port:
        print(f"| page | {' | '.join(LANGUAGES)} | first |\n|---|{'---|' * len(LANGUAGES)}---|")
        for name, paths in pages.items():
            found = medians(port, paths, runs, wrong)
            shown = " | ".join(f"{spent:.0f}" for spent, _ in found)
            print(f"| `{name}` | {shown} | {found[0][1]:.0f} |", flush=True)
        print("\n| table | ms | first |\n|---|---|---|")
        for name, (spent, first) in zip(_TABLES, medians(port, tables, runs, wrong), strict=True):
            print(f"| `{name}` | {spent:.0f} | {first:.0f} |", flush=True)
        every = [path for paths in pages.values() for path in paths] + tables
        start = time.perf_counter()
        times = at_once(port, every, wrong)
        rate = len(times) / (time.perf_counter() - start)
        print(f"\n{_CLIENTS} clients at once: {len(times)} requests, median {statistics.median(times):.0f} ms, "
              f"slowest {max(times):.0f} ms, {rate:.0f} a second, {len(wrong)} errors")  # fmt: skip
    print("\n".join(sorted(set(wrong))))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
