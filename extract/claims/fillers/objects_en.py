"""An English deed and its sentence in, what it is done to where another noun stands between, or that it is no body."""

from collections.abc import Iterator

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Draft, Scene, Told

_NAME, _ITS, _LISTS = "name", "its", ".lists"
_SUCCEEDED, _FOUNDED, _MEMBER = "succeeded", "established", ("membership", "acceded", "withdrew", "suspended")
_OF, _STATES, _WITH, _BETWEEN = frozenset({"of", "in", "from"}), frozenset({"place", "name"}), "with", "between"
# So far behind the verb begins "B's predecessor"; so many words may stand before a place, or before "agreement".
_NEAR, _WORDS, _PAPER = 3, 3, 6
# Adverbs between a body and "came into force".
_SMALL = 2


def forerunner_at(scene: Scene, told: Told) -> int | None:
    """ "Created B's predecessor, A": A is what was created."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "en" or told.trigger.frame != _FOUNDED or told.form.voice not in {"active", "infinitive"}:
        return None
    near = (scene.clauses.held.get(k) for k in range(last + 1, min(last + 1 + _NEAR, len(items))))
    other = next((t for t in near if t is not None), None)
    if other is None or not other.frame.startswith(_SUCCEEDED) or other.form != "state":
        return None
    named = [k for k in range(other.first, other.last + 1) if items[k].label == "ORG" and items[k].ids]
    return named[-1] if len(named) > 1 else None


def body_in_force(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "The Union, which came into force on D": what is said of a body is its beginning.

    Not of "the agreement on the Union", where the body only says which paper it is.
    """
    items, k = scene.clauses.items, told.trigger.first - 1
    if scene.lang != "en" or told.trigger.form != "verb" or told.form.voice == "noun":
        return
    passed = 0
    while k > 0 and items[k].kind == "word" and items[k].norm not in ARTICLES and passed < _SMALL:
        k, passed = k - 1, passed + 1
    before = items[k - 1 - (k > 1 and items[k - 1].norm in ARTICLES)] if k > 0 else None
    owned = before is not None and before.kind == "word" and before.norm not in ARTICLES
    if k >= 0 and not owned and items[k].label == "ORG" and items[k].kind in {"name", "ref"}:
        yield from (Draft(_FOUNDED, id_, None, k, confidence=0.7) for id_ in items[k].ids)


def elsewhere(scene: Scene, told: Told) -> bool:
    """ "Were part of the Russian Empire", "joined into a trade agreement with B": no body is what was joined."""
    items, last = scene.clauses.items, told.trigger.last
    # "Consists of A and B": there the names behind "of" are the members.
    lists = told.trigger.frame.endswith(_LISTS)
    if scene.lang != "en" or lists or not told.trigger.frame.startswith(_MEMBER):
        return False
    behind = items[last + 1 : last + 1 + _PAPER]
    of = items[last].norm in _OF or (bool(behind) and behind[0].norm in _OF)
    noun = next((i for i in behind[: _WORDS + 1] if i.kind != "word"), None)
    if (
        of
        and not lists
        and told.trigger.form == "state"
        and noun is not None
        and noun.kind in _STATES
        and noun.label != "ORG"
    ):
        return True
    paper = next((n for n, i in enumerate(behind) if i.norm in scene.anaphors.instruments), None)
    if paper is None or told.trigger.form != "verb" or any(i.kind != "word" for i in behind[:paper]):
        return False
    following = items[last + 2 + paper].norm if last + 2 + paper < len(items) else ""
    return not behind[paper].ids and following in {_WITH, _BETWEEN}


def named_anew(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "The council met in Ankara and adopted its current name": no name is said, its subject stands further off."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    held = [i.norm for i in items[first : last + 1]]
    if scene.lang != "en" or held[-1:] != [_NAME] or _ITS not in held or told.form.voice != "active":
        return
    bodies = [k for k, i in enumerate(items[:first]) if i.label == "ORG" and i.ids]
    subject = next((k for k in bodies if not scene.arguments.marks(k) & scene.marks.placed), None)
    acts = subject is not None and all(i.label != "COUNTRY" for i in items[:subject])
    if subject is not None and acts and scene.clauses.joins(first - 1):
        yield from (Draft("renamed", id_, id_, subject, confidence=0.7) for id_ in items[subject].ids[-1:])
