"""An English list of members in, whether the names behind it are no list of them out."""

from extract.claims.grammar.items import ARTICLES, DASHES, SINGULAR
from extract.claims.scene import Scene, Told

_MEMBERS = frozenset({"members", "countries", "states", "nations", "parties", "republics"})
# What may stand between "members of A" and the first of their names.
_LEADING = frozenset({*ARTICLES, ",", ":", "(", *DASHES, "including", "include", "includes", "included", "such", "as",
                      "like", "namely", "notably", "are", "were", "both", "especially", "particularly", "among", "them",
                      "today", "now", "currently", "only", "of"})  # fmt: skip
_OWNS, _COMMA = "s", ","


def no_names(scene: Scene, told: Told, at: int) -> bool:
    """ "Approved by A's members, B's minister said": what stands behind the comma has something else to tell."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "en":
        return False
    if len(items[at].ids) == 1 and at + 1 < len(items) and items[at + 1].norm == _OWNS:
        return True
    bare = items[last].norm in _MEMBERS and items[first].label == "ORG"
    between = items[last + 1 : at]
    if bare and (at < last or any((i.norm or i.text) not in _LEADING and i.kind != "date" for i in between)):
        return True
    led = (at == last and items[last - 1].text == _COMMA) or (bare and [i.text for i in between] == [_COMMA])
    return led and (len(items[at].ids) == 1 or _goes_on(scene, at))


def _goes_on(scene: Scene, at: int) -> bool:
    """ "After a vote of A's members, B left": no mark closes what stands behind the comma."""
    items = scene.clauses.items
    following = items[at + 1] if at + 1 < len(items) else None
    return following is not None and (following.norm in SINGULAR or following.kind != "mark" or following.text == "(")
