"""An English list of members in, whether its subject has members at all, and where the list ends, out."""

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told

_LISTS = ".lists"
# Verbs of lists, which have a subject of their own before them.
_VERBS = (
    "consist",
    "compos",
    "compris",
    "includ",
    "unit",
    "group",
    "gather",
    "brought",
    "bring",
    "made",
    "make",
    "count",
)
_BE = frozenset(
    {"is", "are", "was", "were", "been", "be", "has", "have", "had", "also", "now", "today", "then", "still", "only",
     "thus", "already", "both", "again", "that", "who", "whose", "which"}
)  # fmt: skip
_ADVERB, _AS, _WATCHING = "ly", "as", "observer"
_ASIDE, _MEMBER = 4, "member"


def strange_subject(scene: Scene, told: Told, body_at: int | None) -> bool:
    """ "The delegation consisted of A and B", "the talks included A": what stands before the verb has no members."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "en" or body_at is not None or not told.trigger.frame.endswith(_LISTS):
        return False
    if not any(i.norm.startswith(_VERBS) for i in items[first : last + 1]) or items[first].norm in ARTICLES:
        return False
    at = first - 1
    while at >= 0 and (items[at].norm in _BE or items[at].norm.endswith(_ADVERB)):
        at -= 1
    subject = items[at] if at >= 0 else None
    if subject is None or subject.kind not in {"word", "name"}:
        return False
    if subject.kind == "name":
        return subject.label == "COUNTRY"
    words = scene.anaphors
    own = (*words.bodies, *words.members, *words.pronouns, *words.countries)
    return not scene.clauses.joins(at) and not subject.norm.startswith(own)


def beyond_semicolon(scene: Scene, told: Told, who_at: int | None) -> bool:
    """ "Its members were five; a sixth, A, …": what stands behind the semicolon is on no list before it."""
    behind = range(told.trigger.last + 1, who_at if who_at is not None else 0)
    listed = scene.lang == "en" and told.trigger.frame.endswith(_LISTS)
    return listed and any(scene.clauses.items[k].text == ";" for k in behind)


def only_named(scene: Scene, told: Told) -> bool:
    """ "A members and B met": behind the noun a joint opens another subject, and no list of the members."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "en" or not told.trigger.frame.endswith(_LISTS) or last + 1 >= len(items):
        return False
    noun = items[last].norm.startswith((*scene.anaphors.members, _MEMBER))
    return noun and (scene.clauses.joins(last + 1) or items[last + 1].norm in scene.marks.governing)


def one_of_subjects(scene: Scene, told: Told, k: int) -> bool:
    """ "A and the Union State have the status of observers": the body in one row with A is not what they watch."""
    items, first = scene.clauses.items, told.trigger.first
    at = k - 1 - (items[k - 1].norm in ARTICLES)
    if scene.lang != "en" or at < 1 or not scene.clauses.joins(at) or items[at - 1].label != "COUNTRY":
        return False
    between = items[k + 1 : first]
    told_of = not between or between[0].norm in _BE or between[0].norm.endswith(_ADVERB)
    return told_of and all(i.kind == "word" and i.norm not in scene.clauses.stating for i in between)


def bodies_in_subject(scene: Scene, told: Told, who_at: int | None = None) -> list[int]:
    """ "A, B and the Union are among its observers": bodies that close the list before the verb, of those beside it."""
    items, first = scene.clauses.items, told.trigger.first
    named = [k for k in range(2, first) if items[k].label == "ORG" and items[k].kind == "name"]
    named = [k for k in named if one_of_subjects(scene, told, k)]
    return named if who_at is None else [k for k in named if who_at < k <= who_at + _ASIDE - 1]


def ranked_otherwise(scene: Scene, k: int) -> bool:
    """ "Of A and B as members and C as an observer": C is no member."""
    items = scene.clauses.items
    behind = items[k + 1 : k + 1 + _ASIDE]
    at = next((n for n, i in enumerate(behind) if i.norm.startswith(_WATCHING)), 0)
    return scene.lang == "en" and at > 0 and behind[0].norm == _AS and all(i.kind == "word" for i in behind[:at])
