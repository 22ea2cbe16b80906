"""Where the members of a body stand in lists of several shapes: a scene and a place in it in, further places out."""

from collections.abc import Iterator
from itertools import takewhile

from extract.claims.fillers.bare_lists_en import no_names
from extract.claims.fillers.bystanders_en import verb_behind
from extract.claims.fillers.lists_en import ranked_otherwise
from extract.claims.grammar.items import ARTICLES, SINGULAR
from extract.claims.scene import Draft, Scene, Told
from kb.model import Mention

_INCLUDING = frozenset({"include", "includes", "included"})
_NOW = frozenset({"now", "today", "also", "then", "still", "thus", "besides", "nowadays", "always"})
_RANKS = (
    "participant",
    "founder",
    "signator",
    "shareholder",
    "partner",
    "part",
    "rank",
    "allies",
    "observer",
    "borders",
)
_PLURAL = 5
_EXCEPT = frozenset(
    {"except", "excepting", "excluding", "barring", "minus", "save", "without", "apart", "aside", "not"}
)
_ALSO = frozenset({"also", "as", "well"})
_WERE = frozenset({"were", "are", "was", "is"})
_GIVEN, _WATCHERS = "observer.by", "observer.lists"
_LIST_ENDS, _ALL, _WITH = frozenset(",;.:"), "all", "with"


def mixed(scene: Scene, at: int, body_at: int | None) -> Iterator[int]:
    """Russian bodies in one list with countries: "A, B and the United Nations"."""
    items, k = scene.clauses.items, at + 1
    while k < len(items) and (items[k].text == "," or scene.clauses.joins(k)):
        k += 1
    named = at + 1 < k < len(items) and k != body_at and items[k].kind == "name" and items[k].label == "ORG"
    if scene.lang == "ru" and named and not scene.arguments.marks(k) & scene.marks.placed:
        yield k


def announces_bodies(scene: Scene, told: Told, body_at: int | None) -> bool:
    """ "There are three observers: A and B": an English body behind the colon watches, and is not watched."""
    ends = scene.clauses.items[told.trigger.last].text == ":"
    return scene.lang == "en" and ends and body_at is not None and body_at > told.trigger.last


def recipients(scene: Scene, told: Told) -> list[int]:
    """ "Agreed to grant observer status to A, B and the C": an English body at the end of the list is given it too."""
    items, last = scene.clauses.items, told.trigger.last
    # "The observers, namely A and the B".
    last += told.trigger.frame == _WATCHERS and items[last].label != "COUNTRY" and last + 1 < len(items)
    if scene.lang != "en" or told.trigger.frame not in {_GIVEN, _WATCHERS} or items[last].label != "COUNTRY":
        return []
    k = last + 1
    while k < len(items) and (items[k].text == "," or scene.clauses.joins(k) or items[k].norm in _ALSO | ARTICLES):
        k += 1
    return [k] if last + 1 < k < len(items) and items[k].kind == "name" and items[k].label == "ORG" else []


def collective(scene: Scene, at: int) -> Iterator[int]:
    """ "A, B and the three Baltic states": English names in one list with countries that have one name together."""
    items, pronouns = scene.clauses.items, scene.anaphors.pronouns
    for step in (-1, 1) if scene.lang == "en" else ():
        k, joined = at + step, False
        while 0 <= k < len(items) and (items[k].text == "," or scene.clauses.joins(k) or _counts(scene, k)):
            joined = joined or scene.clauses.joins(k)
            k += step
        other = items[k] if joined and 0 <= k < len(items) else items[at]
        kinds = {other.kind: other, items[at].kind: items[at]}
        both = other.label == "COUNTRY" and kinds.keys() == {"name", "ref"} and len(kinds["ref"].ids) > 1
        if both and kinds["ref"].norm not in pronouns and not scene.arguments.marks(k) & scene.marks.placed:
            yield k


def _counts(scene: Scene, k: int) -> bool:
    """An article or a number before a noun for several countries, and what such a noun opens with."""
    norm, words = scene.clauses.items[k].norm, scene.anaphors
    collective = any(norm in name.split() for name in words.collectives)
    return norm in ARTICLES or norm in words.groups or collective or norm == _ALL


def bracketed(scene: Scene, told: Told, at: int) -> Iterator[int]:
    """Kazakh members named in several pairs of brackets: "made up of a core (A and B) and a rim (C)"."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or not items[at].depth or at > first or told.trigger.frame != "membership.lists":
        return
    begun = max((k for k in range(at) if k in scene.clauses.verbs), default=0)
    for k in range(begun, at):
        if items[k].depth and items[k].kind == "name" and items[k].label == "COUNTRY":
            yield k


def dated_names(scene: Scene, at: int | None) -> bool:
    """ "A — 1984, B — 1995", in Kazakh also ": A 1984, B 1995": each name stands before its date."""
    items, at = scene.clauses.items, at or 0
    behind = [i.kind for i in items[at + 1 : at + 3]]
    if scene.lang == "kk" and at and items[at - 1].text == ":":
        return behind[:1] == ["date"]
    return behind == ["mark", "date"]


def no_list(scene: Scene, told: Told, at: int) -> bool:
    """The trigger lists no members: another verb stands before the name, or it lists other things."""
    if _joined_or_left(scene, told):
        return True
    other = _told_between(scene, told, at) or _other_list(scene, told, at) or no_names(scene, told, at)
    return other or _of_one(scene, told, at)


def _joined_or_left(scene: Scene, told: Told) -> bool:
    """ "The founding members were joined by A": an English "were" whose participle follows lists nobody."""
    items, last = scene.clauses.items, told.trigger.last
    helped = items[last].norm in _WERE and last + 1 < len(items) and items[last + 1].kind == "word"
    return scene.lang == "en" and helped and items[last + 1].norm.endswith("ed")


def _of_one(scene: Scene, told: Told, at: int) -> bool:
    """ "A is a bloc of B and its allies": behind a Russian noun of kind one name alone is no list."""
    held = scene.lang == "ru" and told.trigger.form == "state" and at == told.trigger.last
    return held and len(scene.clauses.items[at].members) == 1


def _told_between(scene: Scene, told: Told, at: int) -> bool:
    """ "The members of A changed: B joined": a Russian verb of its own stands before the name."""
    held = range(told.trigger.last + 1, at)
    return scene.lang == "ru" and any(k in scene.clauses.held and k in scene.clauses.verbs for k in held)


def _other_list(scene: Scene, told: Told, at: int) -> bool:
    """ "The reasons included the wish to check A": an English list of other things than members."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "en" or items[first].norm not in _INCLUDING:
        return False
    before = next((i for i in reversed(items[:first]) if not i.norm.endswith("ly") and i.norm not in _NOW), None)
    meant = (*scene.anaphors.members, *scene.anaphors.bodies, *_RANKS)
    other = before is not None and before.kind == "word" and before.norm.endswith("s") and len(before.norm) >= _PLURAL
    return (other and before is not None and not before.norm.startswith(meant)) or any(
        i.norm == "to" for i in items[told.trigger.last + 1 : at]
    )


def listed(scene: Scene, kind: str, body_id: str, at: int) -> Iterator[Draft]:
    """Further names of a long list, each with the date that stands beside it, else the one before it."""
    date = None
    for k in range(at + 1, len(scene.clauses.items)):
        item = scene.clauses.items[k]
        if item.norm == _WITH and scene.clauses.items[k - 1].text == ",":
            return  # "A and B as full members, with C as an observer"
        if scene.lang == "en" and (item.norm in _EXCEPT or verb_behind(scene, k)):
            return  # "All states of the Gulf - A and B - except C"
        if k in scene.clauses.verbs or item.text in {";", "."} or item.depth < scene.clauses.items[at].depth:
            return
        if item.kind == "date":
            date = item.mention
        elif item.kind == "name" and item.label == "COUNTRY":
            if k + 1 < len(scene.clauses.items) and scene.clauses.items[k + 1].norm in SINGULAR:
                return
            if ranked_otherwise(scene, k):
                return
            own = _date_behind(scene, k) or date
            for id_ in item.ids:
                yield Draft("acceded" if own and kind == "membership" else kind, id_, body_id, k, date=own)


def _date_behind(scene: Scene, k: int) -> Mention | None:
    """ "…, C — in 2023": the date between a name and the next comma."""
    behind = takewhile(lambda i: i.text not in _LIST_ENDS and i.kind != "name", scene.clauses.items[k + 1 :])
    return next((i.mention for i in behind if i.kind == "date"), None)


def further_bodies(scene: Scene, body_at: int | None, body_id: str) -> list[str]:
    """ "A member of the CIS, the CSTO and the SCO": bodies of the list behind the first."""
    if body_at is None or scene.clauses.items[body_at].label != "ORG":
        return []
    named = (scene.tables.root(id_) for id_ in scene.ids(body_at)[1:])
    return [id_ for id_ in dict.fromkeys(named) if id_ != body_id]


def whole_list(scene: Scene, body_at: int | None, body_id: str) -> list[str]:
    """ "In A and B it took no part": each body of a Russian list, where nobody is named beside it."""
    return [body_id, *(further_bodies(scene, body_at, body_id) if scene.lang == "ru" else ())]
