"""`python benchmarks/million.py OUT.db [MENTIONS]`: a database with a million mentions, or as many as are asked for.

The shipped articles are extracted once; copies of what was found go in by the writer of `kb build`. No two copies are
one text; in most of them a third of the claims tell another date and the discovered names are others, so that events,
disagreements and names grow with the documents, as they do in a real collection.
"""

import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from corpus.readers.registry import find_files
from kb.build import reconsolidate, shipped_articles
from kb.convergence.tables import shipped_indicators
from kb.engine import run
from kb.extraction import attempt_file, find_tasks
from kb.model import Claim, Entity, Issue, Mention, short_hash
from kb.registry.load import load_registry
from kb.store.database import building
from kb.store.indexes import create_indexes, drop_indexes
from kb.store.indicators import save_indicators
from kb.store.writer import Extracted, save_document
from kb.store.writer_registry import save_registry

_MENTIONS = 1_000_000
_WORKERS = 2
# Every so many copies the same dates and the same discovered names come again.
_DATES, _NAMES = 12, 40


def originals() -> list[Extracted]:
    tasks = list(find_tasks(find_files((shipped_articles(),)), ()))
    found = [outcome for _, outcome in run(tasks, attempt_file, _WORKERS, "")]
    return [item for item in found if not isinstance(item, Issue)]


def copies(items: list[Extracted], mentions: int) -> Iterator[Extracted]:
    """As many copies of all as have so many mentions together."""
    number = written = 0
    while written < mentions:
        for item in items:
            written += len(item.findings.mentions)
            yield copy(item, number)
        number += 1


def copy(item: Extracted, number: int) -> Extracted:
    document, found = item.document, item.findings
    folder, _, name = document.path.rpartition("/")
    path = f"{folder}/{number:04}/{name}"
    text = f"{document.text}\n\n{number}"
    renamed = {e.id: _renamed(e, number % _NAMES) for e in found.discovered}
    made = replace(
        found, mentions=tuple(_mention(m, renamed) for m in found.mentions),
        claims=tuple(_claim(c, n, number % _DATES, renamed) for n, c in enumerate(found.claims)),
        discovered=tuple(renamed.values()),
    )  # fmt: skip
    title = f"{document.title} ({number})"
    return replace(item, document=replace(document, path=path, text=text, title=title), findings=made,
                   sha256=short_hash(path))  # fmt: skip


def _renamed(entity: Entity, number: int) -> Entity:
    if not number:
        return entity
    names = {lang: f"{name} {number}" for lang, name in entity.names.items()}
    return replace(entity, id=f"{entity.id}-{number}", names=names, abbreviations={}, aliases=())


def _mention(mention: Mention, renamed: Mapping[str, Entity]) -> Mention:
    new = renamed.get(mention.entity_id or "")
    return replace(mention, entity_id=new.id) if new else mention


def _claim(claim: Claim, place: int, years: int, renamed: Mapping[str, Entity]) -> Claim:
    """Every third claim tells a day some years later; who and what follow their new names."""
    subject, thing = renamed.get(claim.subject_id), renamed.get(claim.object_id or "")
    day = claim.edtf if claim.edtf and claim.edtf == claim.earliest == claim.latest else None
    if day and place % 3 == 0 and not day.endswith("-02-29"):
        day = f"{int(day[:4]) + years:04}{day[4:]}"
        claim = replace(claim, edtf=day, earliest=day, latest=day)
    people = tuple(replace(p, entity_id=renamed[p.entity_id].id) if p.entity_id in renamed else p
                   for p in claim.participants)  # fmt: skip
    return replace(claim, subject_id=subject.id if subject else claim.subject_id,
                   object_id=thing.id if thing else claim.object_id, participants=people)  # fmt: skip


def main() -> None:
    db = Path(sys.argv[1])
    mentions = int(sys.argv[2]) if len(sys.argv) > 2 else _MENTIONS
    start = time.perf_counter()
    items = originals()
    print(f"{len(items)} articles extracted: {time.perf_counter() - start:.0f} s", flush=True)
    with building(db) as conn:
        save_registry(conn, load_registry())
        drop_indexes(conn)
        for item in copies(items, mentions):
            save_document(conn, item, "a benchmark")
        create_indexes(conn)
        save_indicators(conn, shipped_indicators())
        print(f"written: {time.perf_counter() - start:.0f} s", flush=True)
    reconsolidate(db)
    print(f"consolidated: {time.perf_counter() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
