"""A list behind a colon in which each date stands before its names in, the names with their dates out."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.items import Item
from kb.model import Mention


def behind_dates(items: Sequence[Item], at: int) -> Iterator[tuple[str, int, Mention | None]]:
    """Names of a list in which each date stands before the names that it dates."""
    date: Mention | None = None
    for k in range(at + 1, len(items)):
        if items[k].text == ".":
            return
        if items[k].kind == "date":
            date = items[k].mention
        elif items[k].kind == "name" and items[k].label == "COUNTRY":
            yield from ((m.entity_id, k, m.date or date) for m in items[k].members if m.entity_id)
