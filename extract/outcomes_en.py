"""A trigger and the end of its clause in, where words on what came of it begin out: "but nothing came of it"."""

from extract.clauses import Clauses
from extract.triggers import Trigger


def outcome_at(trigger: Trigger, clauses: Clauses, last: int) -> int:
    """Behind a comma, or an English joint right behind a noun: "accession was discussed but did not come about"."""
    items = clauses.items
    if items[last].text == ",":
        return last + 1
    return last if clauses.lang == "en" and trigger.form != "verb" and clauses.joins(last) else len(items)
