"""An English claim of membership in its clauses in, further bodies with their own dates out: "to A in X, to B in Y"."""

from collections.abc import Iterator

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.row_words import row_words
from extract.claims.scene import Told
from kb.model import Mention

_LONGEST_ASIDE = 8


def further_bodies_dated(clauses: Clauses, told: Told, body_at: int) -> Iterator[tuple[int, Mention]]:
    """Bodies behind the first one and its date, or behind the first one where the date stood in front of the verb."""
    begun = _begins(clauses, told, body_at)
    parts = list(_parts(clauses, begun)) if begun is not None else []
    if not parts:
        return
    items = clauses.items
    fronted = told.date_item < told.trigger.first
    if items[parts[0]].kind == "date" and not fronted and items[parts[-1]].kind == "date":
        return
    step = 0
    while step + 1 < len(parts):
        one, other = items[parts[step]], items[parts[step + 1]]
        if one.kind == other.kind:
            return
        body, date = (parts[step], other) if other.kind == "date" else (parts[step + 1], one)
        if _acts(clauses, parts[step + 1] + 1):
            return
        if date.mention is not None:
            yield body, date.mention
        step += 2


def _acts(clauses: Clauses, at: int) -> bool:
    """ "Left A in 2009, and B in 2010 was told": a word behind the date says that the body is a subject."""
    item = clauses.items[at] if at < len(clauses.items) else None
    return item is not None and item.kind == "word" and not clauses.joins(at)


def _begins(clauses: Clauses, told: Told, body_at: int) -> int | None:
    """Where the row goes on behind the first body and its date."""
    if told.date_item < 0 or body_at <= told.trigger.first:
        return None
    last = max(told.trigger.last, body_at, told.date_item)
    if told.trigger.last < told.date_item < body_at:
        return body_at + 1
    if body_at < told.date_item:
        between = clauses.items[body_at + 1 : told.date_item]
        if any(i.kind in {"name", "date"} and i.label != "COUNTRY" for i in between):
            return None
    return last + 1


def _parts(clauses: Clauses, at: int) -> Iterator[int]:
    """Bodies and dates with nothing but marks, joints, small words and insertions between them."""
    items = clauses.items
    joined = False
    while at < len(items):
        item = items[at]
        if item.kind == "date" or (item.label == "ORG" and item.ids):
            if not joined:
                return
            yield at
        elif item.text == ",":
            joined = True
            at = _past_aside(clauses, at) or at
        elif item.norm == "and":
            joined = True
        elif item.kind != "word" or item.norm not in row_words(clauses.lang).between or at in clauses.held:
            at = _past_company(clauses, at)
            if not at:
                return
        at += 1


def _past_company(clauses: Clauses, at: int) -> int:
    """ "…, together with B, and …": who did the same, up to the mark or joint behind; nowhere where more is told."""
    items = clauses.items
    if items[at].norm not in row_words(clauses.lang).company:
        return 0
    for k in range(at + 1, min(at + _LONGEST_ASIDE, len(items))):
        if items[k].text == "," or items[k].norm == "and":
            return k - 1
        if (items[k].kind != "word" and items[k].label != "COUNTRY") or k in clauses.verbs:
            return 0
    return 0


def _past_aside(clauses: Clauses, comma: int) -> int:
    """The comma that closes an insertion without names of bodies, dates or verbs: ", after long talks, in 1986"."""
    items = clauses.items
    for k in range(comma + 1, min(comma + _LONGEST_ASIDE, len(items))):
        if items[k].text == ",":
            return k if k > comma + 1 else 0
        plain = items[k].kind == "word" or items[k].label == "COUNTRY"
        if not plain or k in clauses.verbs or k in clauses.held or clauses.joins(k):
            return 0
    return 0
