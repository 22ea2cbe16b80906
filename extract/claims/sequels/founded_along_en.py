"""What an English verb founded in, what it founded along with it out: "A and, with it, a development bank, B"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Draft, Scene, Told

_FOUNDED, _AND, _BODY = "established", frozenset({"and", "plus"}), "ORG"
# An insertion and the noun that says what the second body is stand between the two.
_FAR, _WHEN = 12, frozenset({"in", "on"})


def founded_along(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """The same of the body behind "and", an insertion and a noun for it between commas; nothing where a verb stands."""
    active = told.trigger.frame == _FOUNDED and told.form.voice in {"active", "infinitive"}
    if scene.lang != "en" or not made or not active or made[-1].item < told.trigger.last:
        return
    items, at = scene.clauses.items, made[-1].item + 1
    while at < len(items) and (items[at].depth or items[at].kind == "date" or items[at].norm in _WHEN):
        at += 1
    if at >= len(items) or items[at].norm not in _AND:
        return
    k = next((n for n in range(at + 1, min(at + _FAR, len(items))) if items[n].kind in {"name", "date"}), at)
    if items[k].label != _BODY or not _stands_alone(scene, at, k):
        return
    told_of = {d.subject_id for d in made}
    yield from (replace(made[-1], subject_id=id_, item=k) for id_ in scene.ids(k) if id_ not in told_of)


def _stands_alone(scene: Scene, joint: int, k: int) -> bool:
    """Behind "and" or a comma, which no preposition and no verb goes before, and with no verb of its own."""
    items, verbs = scene.clauses.items, scene.clauses.verbs
    before = k - 1 - (items[k - 1].norm in ARTICLES)
    behind = items[k + 1] if k + 1 < len(items) else None
    own = behind is None or behind.kind == "mark" or scene.clauses.goes_on(k + 1)
    clear = not any(n in verbs or n in scene.clauses.held for n in range(joint + 1, k))
    return (items[before].text == "," or before == joint) and own and clear
