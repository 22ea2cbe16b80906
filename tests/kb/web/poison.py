"""A database in, the same with script, markup and odd characters in every name, title, quote, path and address out."""

import shutil
import sqlite3
from pathlib import Path

# Each would set window.harm, or break out of where it stands, if one page forgot to escape it.
HARMS = (
    "<script>window.harm=1</script>",
    "\"'><img src=x onerror=window.harm=2>",
    "</script><script>window.harm=3</script>",
    "</title></textarea></style><svg onload=window.harm=4>",
    '" onmouseover="window.harm=5" autofocus onfocus=\'window.harm=6',
    "{{ 7*7 }}${7*7}<%= 7*7 %>&lt;b&gt;&#60;b&#62;",
    "\u202edrow\u202c \u2066\u200f\u200d\ufeff",
    "\x01\x08\x0b\x1b[31m\x7f\x9f",
    "]]> --> <!-- <b>",
    "javascript:window.harm=7",
    "=HYPERLINK(1)\r\nSet-Cookie: harm=1\r\n",
    "%3Cscript%3E ../../etc/passwd \\..\\ /-/kb",
)
ADDRESSES = ("javascript:window.harm=8", "JaVaScRiPt\t:window.harm=9", "data:text/html,<script>window.harm=1</script>",
             "//harm.invalid/", "https://harm.invalid/\"onclick=\"window.harm=1")  # fmt: skip
# Free text of documents, people and registries. Ids, dates and values of closed lists are checked when written.
_TEXTS = {
    "documents": ("title", "authors", "source", "doi", "licence", "path", "text", "media_type", "reader", "published"),
    "sentences": ("text",), "entities": ("name_en", "name_ru", "name_kk", "abbr_en", "abbr_ru", "abbr_kk", "wikidata"),
    "aliases": ("text",), "mentions": ("text", "method", "edtf"), "discoveries": ("text",),
    "claims": ("quote", "place", "unit", "new_name", "subject_read", "object_read", "edtf"),
    "quantities": ("text", "unit", "about"), "sources": ("citation", "retrieved"),
    "reference_facts": ("note", "start_edtf", "end_edtf"), "events": ("place", "edtf"),
    "memberships": ("start_edtf", "end_edtf"), "conflicts": ("explanation",), "redirects": ("reason",),
    "indicators": ("source", "unit"),
}  # fmt: skip


def poisoned(source: Path, target: Path) -> Path:
    """A copy of `source` at `target`; every text keeps its beginning, so that offsets still hold."""
    shutil.copy(source, target)
    conn = sqlite3.connect(target)
    for table, columns in _TEXTS.items():
        for shift, column in enumerate(columns):
            for n, harm in enumerate(HARMS):
                conn.execute(
                    f"UPDATE {table} SET {column} = {column} || ' ' || ? WHERE (rowid + ?) % ? = ?",
                    (harm, shift, len(HARMS), n),
                )
    for table in ("documents", "sources"):
        for n, address in enumerate(ADDRESSES):
            conn.execute(f"UPDATE {table} SET url = ? WHERE rowid % ? = ?", (address, len(ADDRESSES), n))
    for harm in HARMS:
        conn.execute("INSERT INTO issues (path, stage, message, at) VALUES (?, 'read', ?, '2026-01-01')", (harm, harm))
    conn.commit()
    conn.execute("VACUUM")
    conn.close()
    return target
