"""An opening that describes the name behind its comma in an English sentence in, where that name stands out."""

from collections.abc import Sequence
from itertools import takewhile

from extract.claims.grammar.items import ARTICLES, Item

# "A trade bloc established under a treaty of 1991, A is …": so far behind the participle stands the comma.
_COMMA = 7
_INDEFINITE = frozenset({"a", "an"})
_LEADING = frozenset({*ARTICLES, "this", "that", "its", "their", "such", "another", "no", "one", "every", "each"})
# Behind these a clause of its own begins: "Treaty signed in Y as talks were going on".
_NEW_CLAUSE = frozenset({
    "and", "but", "as", "when", "while", "whereas", "that", "which", "who", "whose", "where", "after", "before",
    "because", "although", "though", "if", "unless", "so", "for",
})  # fmt: skip
_BODIES = ("organi", "bloc", "union", "alliance", "grouping", "association", "forum", "body", "community", "bank")


def fronted(items: Sequence[Item], first: int, last: int) -> int | None:
    """ "A trade bloc established in 1991, A is …": where the name stands that such an opening describes."""
    opens = (
        items[0].norm in _INDEFINITE and all(i.kind in {"word", "ref"} for i in items[:first]) if first > 1 else False
    )
    comma = next((k for k in range(last + 1, min(last + _COMMA, len(items))) if items[k].text == ","), None)
    if not opens or comma is None or any(i.label == "ORG" for i in items[last + 1 : comma]):
        return None
    at = comma + 1 + (comma + 1 < len(items) and items[comma + 1].norm in ARTICLES)
    return at if at < len(items) and items[at].kind == "name" and items[at].label == "ORG" else None


def opens_entry(items: Sequence[Item], first: int) -> bool:
    """ "Regional organization established in 1985 by A.": nothing but the words of a noun before the participle."""
    held = items[:first]
    bare = 1 < first <= _COMMA and all(i.kind in {"word", "ref"} and i.norm not in _LEADING for i in held)
    return bare and items[first - 1].norm.startswith(_BODIES)


def goes_on(items: Sequence[Item], at: int, finite: frozenset[str]) -> bool:
    """ "The charter signed in Y on D was never ratified": the verb of the noun comes, in the same clause."""
    clause = list(takewhile(lambda i: i.kind != "mark" and i.norm not in _NEW_CLAUSE, items[at:]))
    return any(i.kind == "word" and i.norm in finite for i in clause)


def behind_adverbs(items: Sequence[Item], at: int) -> Item | None:
    """ "Founded initially by A", "set up jointly in 1990": what stands behind the adverbs of a verb."""
    while at < len(items) and items[at].kind == "word" and items[at].norm.endswith("ly"):
        at += 1
    return items[at] if at < len(items) else None
