"""An English verb behind a semicolon and "it" in, the one country of the clause before out; what it is not left."""

from collections.abc import Iterator

from extract.claims.scene import Scene, Told

_UNKNOWN, _FRONT, _BESIDE = "x-", 4, frozenset({"from", "with", "of", "by", "to"})
_IT, _PARTING, _COUNTRY = "it", frozenset({";", ":"}), "COUNTRY"


def behind_semicolon(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A says that it is leaving; after a call it corrects itself and suspends its participation": that is A."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "en" or told.trigger.form != "verb" or told.form.voice not in {"active", "passive"}:
        return ()
    it = next((k for k in range(first - 1, 0, -1) if items[k].norm == _IT), 0)
    mark = next((k for k in range(it, 0, -1) if items[k].text in _PARTING), 0)
    if not mark or scene.clauses.heralds(it) or any(i.label == _COUNTRY for i in items[mark:first]):
        return ()
    verbs = [k for k in range(it + 2, first) if k in scene.clauses.verbs]
    # Behind "it" stands its verb; every further one must share it.
    others = any(not scene.clauses.leans(k) for k in (*verbs[1:], *([first] if verbs else [])))
    named = {id_ for i in items[:mark] if i.label == _COUNTRY for id_ in i.ids}
    return tuple(named) if len(named) == 1 and not others else ()


def unknown_ahead(scene: Scene, told: Told) -> Iterator[int]:
    """ "After a call from the State Department it suspended its part": a body nobody knows, before the pronoun."""
    items, first = scene.clauses.items, told.trigger.first
    it = next((k for k in range(first - 1, 0, -1) if items[k].norm == _IT), 0)
    begun = next((k for k in range(it, 0, -1) if items[k].kind == "mark"), _FRONT)
    if scene.lang == "en" and told.form.voice == "active":
        unknown = (k for k in range(max(begun, _FRONT), it) if _is_unknown(items[k].ids))
        # "The Economic Union it joined in 1993": what stands bare before the pronoun is what it joined.
        yield from (k for k in unknown if scene.arguments.marks(k) & _BESIDE)


def beyond_next_verb(scene: Scene, told: Told) -> Iterator[int]:
    """ "Is a partner, not a member, and has been in A since 1952": A is of the verb behind comma and "and"."""
    items, last = scene.clauses.items, told.trigger.last
    bare = scene.lang == "en" and told.trigger.form == "state" and items[last].kind == "word"
    if not bare or last + 2 >= len(items) or items[last + 1].text != "," or not scene.clauses.turns_verb(last + 2):
        return
    yield from (k for k in range(last + 2, len(items)) if items[k].label in {"ORG", "TREATY"})


def _is_unknown(ids: tuple[str, ...]) -> bool:
    return bool(ids) and all(id_.startswith(_UNKNOWN) for id_ in ids)
