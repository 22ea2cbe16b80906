"""What a page is given and what it gives: a request as `Visit` in, a `Page` of plain values out."""

from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

from datasette import Request
from datasette.utils import tilde_encode

from kb.model import LANGUAGES
from kb.web.kept import Kept
from kb.web.words import Words, words

ROOT = "/-/kb"
Row = Mapping[str, Any]
T = TypeVar("T")
_kept: WeakKeyDictionary[Any, Kept] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Page:
    """`data` is what the template and `.json` show; `tables` are also served by `.csv?part=NAME`, the first by itself.

    Everything in `data` and `tables` must be plain (text, numbers, lists, mappings). `extras` goes to the template
    alone (functions, pictures). `vega` loads Vega's scripts.
    """

    template: str
    title: str
    data: Mapping[str, Any] = field(default_factory=dict)
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    extras: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    vega: bool = False


class Refused(Exception):
    """An address asks for what cannot be answered: `line` says why in the reader's language, `status` is of HTTP."""

    def __init__(self, line: str, status: int) -> None:
        super().__init__(line)
        self.line = line
        self.status = status


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: its language, its arguments, the database, and how to link."""

    datasette: Any
    request: Request
    database: str
    t: Words

    @property
    def lang(self) -> str:
        return self.t.lang

    def part(self, name: str) -> str:
        """What the address holds in a named group of `PATH`."""
        return str(self.request.url_vars.get(name) or "")

    def arg(self, name: str, default: str = "") -> str:
        # SQLite's full-text search ends a query at a NUL.
        return (self.request.args.get(name) or default).replace("\0", " ").strip()

    def args(self, name: str) -> list[str]:
        return [text for value in self.request.args.getlist(name) if (text := value.replace("\0", " ").strip())]

    def choice(self, name: str, allowed: Iterable[str], default: str = "") -> str:
        """An argument that must be one of some values; anything else counts as not given."""
        value = self.arg(name)
        return value if value in allowed else default

    def number(self, name: str, default: int, most: int = 10_000) -> int:
        value = self.arg(name)
        return min(max(int(value), 1), most) if value.isdecimal() and len(value) < 9 else default

    async def read(self, function: Callable[..., T], *args: Any, **options: Any) -> T:
        """A reader of `kb.store.reader`, called with a connection before its arguments."""
        db = self.datasette.get_database(self.database)
        result: T = await db.execute_fn(lambda conn: function(conn, *args, **options))
        return result

    async def kept(self, function: Callable[..., T], *args: Any) -> T:
        """The same, asked of the database once while its file stays as it is; what comes must not be changed."""
        found: T = await self.remembered((function, repr(args)), lambda: self.read(function, *args))
        return found

    async def remembered(self, key: Hashable, make: Callable[[], Awaitable[T]]) -> T:
        """What `make` gives, made once while the database's file stays as it is."""
        db = self.datasette.get_database(self.database)
        found: T = await _kept.setdefault(db, Kept(db.path)).value(key, make)
        return found

    def url(self, path: str = "", **query: Any) -> str:
        """An address of ours, behind the prefix, in the language of this address: `url("/entity/eaeu", on="2012")`."""
        return self._with_query(str(self.datasette.urls.path(ROOT + path)), query)

    def entity(self, entity_id: str | None) -> str:
        return self.url(f"/entity/{tilde_encode(entity_id or '')}")

    def document(self, document_id: str, **query: Any) -> str:
        return self.url(f"/document/{tilde_encode(document_id)}", **query)

    def event(self, event_id: str) -> str:
        return self.url(f"/event/{tilde_encode(event_id)}")

    def table(self, name: str, **query: Any) -> str:
        """The plain Datasette page of a table or canned query."""
        address = str(self.datasette.urls.table(self.database, name))
        return address + ("?" + urlencode(query) if query else "")

    def row(self, table: str, key: str) -> str:
        return str(self.datasette.urls.row(self.database, table, tilde_encode(key)))

    def here(self, suffix: str = "", **changes: Any) -> str:
        """This page with other arguments (None takes one away); `suffix` is `.json` or `.csv`."""
        query: dict[str, Any] = {key: self.request.args.getlist(key) for key in self.request.args}
        query.pop("part", None)
        query.update(changes)
        path = str(self.request.path)
        for known in (".json", ".csv"):
            path = path.removesuffix(known)
        # Behind a proxy the prefix may have been taken off the path, or not.
        prefix = str(self.datasette.setting("base_url"))
        path = "/" + path.removeprefix(prefix) if path.startswith(prefix) else path
        return self._with_query(str(self.datasette.urls.path(path)) + suffix, query)

    def _with_query(self, address: str, query: Mapping[str, Any]) -> str:
        kept = {key: value for key, value in query.items() if value not in (None, "", [])}
        if "lang" not in query and self.request.args.get("lang") in LANGUAGES:
            kept["lang"] = self.lang
        return address + ("?" + urlencode(kept, doseq=True) if kept else "")

    def missing(self, key: str) -> Page:
        """The page for something that is not there; `key` is its label under `missing.`."""
        return Page("missing.html", self.t("missing.title"), {"what": self.t(f"missing.{key}")}, status=404)

    def refused(self, why: Refused) -> Page:
        """The page for an address that was refused; it leads back to the same page without its parameters."""
        title = self.t("missing.title" if why.status == 404 else "missing.wrong")
        back = self.url(str(self.request.path).partition(ROOT)[2])
        return Page("missing.html", title, {"what": why.line}, extras={"back": back}, status=why.status)


def language_of(request: Request) -> str:
    """`?lang=`, else the first of the browser's languages that we speak, else English; no cookie."""
    asked = str(request.args.get("lang") or "")
    if asked in LANGUAGES:
        return asked
    accepted = str(request.headers.get("accept-language") or "")
    for item in accepted.split(","):
        code = item.partition(";")[0].strip().lower().partition("-")[0]
        if code in LANGUAGES:
            return code
    return "en"


def visit_of(datasette: Any, request: Request, database: str) -> Visit:
    return Visit(datasette, request, database, words(language_of(request)))
