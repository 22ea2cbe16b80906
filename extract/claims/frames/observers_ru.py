"""A Russian trigger of observing and the bodies of its clause in, out which of them watches which."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import Item
from extract.claims.grammar.slots import BODY
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_case

_AT, _BOUNDS = frozenset({"в", "во", "при"}), frozenset({";", ":"})
_WATCHES = "observer"
# To others than the UN it is countries that one gives it to: "the Union gave her the status".
_UNIVERSAL = "un"
_GIVEN, _IT = frozenset({"ему", "ей"}), ".it"


def bodies_watching(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "The Assembly gave A the status", "A has a seat at B": where no country stands in the clause, bodies watch."""
    items = scene.clauses.items
    span = _clause(items, told)
    if any(items[k].label == "COUNTRY" for k in span):
        return
    last = scene.spoken or scene.before
    if told.trigger.frame.endswith(_IT) and last is not None and last.type == _WATCHES:
        yield from bodies_following(scene, told, last.object_id)  # "B received it on that day."
        return
    named = [k for k in span if items[k].label == "ORG" and items[k].ids]
    host = next((k for k in named if k and items[k - 1].norm in _AT), None)
    host = _giver(scene, told, named) if host is None else host
    guests = [k for k in named if k != host and items[k - 1 if k else 0].norm not in _AT]
    guests = [k for k in guests if not any(id_ in scene.tables.parents for id_ in scene.ids(k))]
    # "The UN gave A the status in its Assembly".
    parent = scene.tables.parents.get(scene.ids(host)[-1]) if host is not None else None
    hosts = {parent, *(scene.ids(host)[-1:] if host is not None else ())}
    guests = [k for k in guests if hosts.isdisjoint(scene.ids(k))]
    if host is not None and not guests and _UNIVERSAL in hosts:
        meant = _given_it(scene, told, (scene.ids(host)[-1], parent))
        yield from (Draft(_WATCHES, id_, scene.ids(host)[-1], confidence=0.7) for id_ in (meant,) if id_)
    if host is None or len(guests) != 1:
        return
    for id_ in dict.fromkeys(scene.ids(guests[0])):
        if id_ != scene.ids(host)[-1]:
            yield Draft(_WATCHES, id_, scene.ids(host)[-1], guests[0], confidence=0.8)


def bodies_following(scene: Scene, told: Told, host: str | None) -> Iterator[Draft]:
    """ "B has the same status": a body that watches what another was told to watch."""
    items = scene.clauses.items
    span = _clause(items, told)
    if host is None or any(items[k].label == "COUNTRY" for k in span):
        return
    at = scene.find(told, Slot(BODY, "before"), far=6.0)
    for id_ in dict.fromkeys(scene.ids(at)):
        if id_ != host:
            yield Draft(_WATCHES, id_, host, -1 if at is None else at, confidence=0.7)


def _given_it(scene: Scene, told: Told, others: tuple[str | None, ...]) -> str | None:
    """ "The Assembly gave it the status": the body in mind, where a pronoun in the dative stands beside the verb."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    # "The UN gave the Organization the status": no other body is nearer, but it gave nothing to itself.
    held = any(i.label == "ORG" and set(i.ids) & set(others) for i in items[first : last + 1])
    if not held and not any(i.norm in _GIVEN for i in items[max(0, first - 2) : last + 1]):
        return None
    start = items[0].start
    named = (scene.memory.body(start), *reversed(scene.memory.bodies(start)))
    fit = (id_ for id_ in named if id_ and id_ not in others and id_ not in scene.tables.parents)
    return next((id_ for id_ in fit if id_ in scene.tables.types), None)


def _clause(items: Sequence[Item], told: Told) -> range:
    first, last = told.trigger.first, told.trigger.last
    low = max((k + 1 for k in range(first) if items[k].text in _BOUNDS), default=0)
    high = min((k for k in range(last + 1, len(items)) if items[k].text in _BOUNDS), default=len(items))
    return range(low, high)


def _giver(scene: Scene, told: Told, named: Sequence[int]) -> int | None:
    """Who gives stands before an active verb, in the nominative."""
    items = scene.clauses.items
    if told.form.voice != "active":
        return None
    before = [k for k in named if k < told.trigger.head and is_case(items[k].members[0].text.split()[0], "nomn")]
    several = len(named) > 1 or any(items[k].norm in _GIVEN for k in range(told.trigger.first, told.trigger.last))
    return before[0] if several and before and before[0] == named[0] else None
