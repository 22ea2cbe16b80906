"""`kb serve`: a database in, its pages at an address out."""

import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from kb.cli.options import db_option
from kb.errors import TableError
from kb.web.loopback import is_loopback

_PAGE_SIZE = 50
_SQL_LIMIT_MS = 3000
_MOST_ROWS = 5000
_CELL = 400


@click.command()
@db_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True)
@click.option("--sql/--no-sql", "sql", default=None, help="Let users write SQL; on for a loopback address only.")
@click.option("--judgements", type=click.Path(dir_okay=False, path_type=Path), help="Where judgements are written.")
@click.option("--base-url", default="/", show_default=True, help="The prefix under which a proxy serves us.")
@click.option(
    "--plugins-dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Plugins of Datasette of your own, such as one that says who may judge.",
)
def command(db: Path, host: str, port: int, sql: bool | None, plugins_dir: Path | None, **given: Any) -> None:
    """Browse the database: Datasette with our pages, read-only."""
    import uvicorn

    from kb.cli.output import note

    base_url: str = given["base_url"]
    app = make_app(db, is_loopback(host) if sql is None else sql, given["judgements"], base_url, plugins_dir).app()
    shown = f"[{host}]" if ":" in host else host
    with listening(host, port) as listener:
        note(f"http://{shown}:{listener.getsockname()[1]}{base_url}  (stop with Ctrl-C)")
        config = uvicorn.Config(app, host=host, port=port, log_level="warning", lifespan="on", workers=1)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens already, so that no address is shown which cannot be had."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, _, _, address = found[0]
        listener = socket.socket(family, kind)
    except (OSError, UnicodeError) as exc:
        raise TableError(f"cannot listen on {host}: {_reason(exc)}") from exc
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as exc:
        listener.close()
        raise TableError(f"cannot listen on {host}, port {port}: {_reason(exc)}") from exc
    return listener


def _reason(exc: Exception) -> str:
    return (exc.strerror or str(exc)) if isinstance(exc, OSError) else "not a host name"


def make_app(
    db: Path, sql: bool, judgements: Path | None = None, base_url: str = "/", plugins_dir: Path | None = None
) -> Any:
    """A Datasette over one file; the descriptions follow the file's stem."""
    from datasette.app import Datasette
    from datasette.plugins import pm

    from kb.store.database import open_for_reading
    from kb.web.descriptions import metadata_for

    with open_for_reading(db):
        pass  # says in one line what is wrong with the file, where Datasette would show a page of trace
    # Datasette prints every 404 through rich where that is installed, and fails where there is no trace to print.
    pm.get_plugin("datasette.handle_exception").rich = None
    path = str(db.absolute())
    # Immutable files are served fastest, but a journal left by another program would be passed over in silence.
    settled = not db.with_name(db.name + "-wal").exists()
    settings = {
        "suggest_facets": False, "default_allow_sql": sql, "default_page_size": _PAGE_SIZE, "base_url": base_url,
        "sql_time_limit_ms": _SQL_LIMIT_MS, "max_returned_rows": _MOST_ROWS,
        "truncate_cells_html": _CELL,
    }  # fmt: skip
    files = {"immutables": [path]} if settled else {"files": [path]}
    plugins = str(plugins_dir) if plugins_dir else None
    return Datasette(**files, metadata=metadata_for(db.stem, judgements), settings=settings, plugins_dir=plugins)
