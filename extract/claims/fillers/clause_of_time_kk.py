"""A Kazakh clause of time ("A joined in 1998, whereupon …") in, what its main clause shares with it out."""

from collections.abc import Iterator

from extract.claims.grammar.endings_kk import WHEN
from extract.claims.scene import Scene, Told
from kb.model import Mention

_RENAMED = "renamed"
# Kazakh perfects before "after", letters folded.
_PERFECT = ("ган", "ген", "кан", "кен", "ганнан", "геннен", "каннан", "кеннен")
_BARE = "."
# Who acts in the plural, letters folded: "елдердің басшылары кездескенде".
_THEY = ("шылары", "шилери", "тары", "тери", "дары", "дери")
# A converb before its comma; passives, letters folded: "іске қосылды".
_CONVERB, _LAUNCHED = "п", ("лды", "лди", "лган", "лген", "лып", "лип", "нды", "нди")


def renamed_behind(scene: Scene, told: Told) -> str | None:
    """ "After A joined, the union took the name B": what the main clause renames is what was joined."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "kk" or last + 1 >= len(items) or items[last + 1].norm not in scene.clauses.after:
        return None
    verbs = [t for t in scene.clauses.forms if t.frame == _RENAMED and t.first > last]
    named = [
        k for t in verbs for k in range(last + 2, t.last + 1) if items[k].kind == "name" and items[k].label == "ORG"
    ]
    bare = [k for k in named if not any(m.startswith(_BARE) for m in scene.arguments.marks(k))]
    return items[bare[0]].ids[-1] if bare and items[bare[0]].ids else None


def day_before(scene: Scene, told: Told) -> Mention | None:
    """ "After A joined in 1998 the union took a name": the day of the clause of time, where the verb has none."""
    items, first = scene.clauses.items, told.trigger.first
    behind = (k for k in range(first - 1, 0, -1) if items[k].norm in scene.clauses.after)
    at = next((k for k in behind if items[k - 1].norm.endswith(_PERFECT)), None)
    if scene.lang != "kk" or at is None or any(i.kind == "date" for i in items[at:first]):
        return None
    opened = max((k for k in range(at - 1) if k in scene.clauses.verbs or items[k].text in ",;"), default=-1)
    dates = [i.mention for i in items[opened + 1 : at] if i.kind == "date"]
    return dates[0] if len(dates) == 1 else None


def earlier_actors(scene: Scene, told: Told) -> list[int]:
    """ "After the USSR had broken up A was founded": names in a Kazakh clause of time do not do what comes after it."""
    items, first = scene.clauses.items, told.trigger.first if scene.lang == "kk" else 0
    closed = max((k for k in range(1, first) if _closes_time(scene, k)), default=0)
    topic = _topic(scene, closed)
    named = [k for k in range(closed) if items[k].kind in {"name", "ref"} and k != topic]
    return named + list(_alone_before(scene, told))


def _topic(scene: Scene, closed: int) -> int | None:
    """ "The group, when the heads of A had met, was founded": a bare body before the subject of the clause of time."""
    items = scene.clauses.items
    at = next((k for k in range(closed) if items[k].kind != "date"), None)
    if at is None or items[at].kind != "name" or items[at].label != "ORG" or any(map(_case, scene.arguments.marks(at))):
        return None
    acts = any(items[k].kind == "word" and items[k].norm.endswith(_THEY) for k in range(at + 1, closed))
    bare = (k for k in range(at + 1, closed) if items[k].label == "COUNTRY" and items[k].kind == "name")
    acts = acts or any(not any(map(_case, scene.arguments.marks(k))) for k in bare)
    parted = any(items[k].text in ",;" for k in range(at, closed))
    return at if acts and not parted else None


def _case(mark: str) -> bool:
    return mark.startswith(_BARE)


def _alone_before(scene: Scene, told: Told) -> Iterator[int]:
    """ "A began to apply the code, and the union was launched": one Kazakh country founds no union alone."""
    items, first = scene.clauses.items, told.trigger.first if scene.lang == "kk" else 0
    comma = next((k for k in range(first - 1, 0, -1) if items[k].text == ","), 0)
    closed = comma and items[comma - 1].kind == "word" and items[comma - 1].norm.endswith(_CONVERB)
    named = any(i.label == "ORG" and i.kind == "name" for i in items[comma + 1 : first])
    if closed and named and items[told.trigger.head].norm.endswith(_LAUNCHED):
        yield from (k for k in range(comma) if items[k].label == "COUNTRY" and len(items[k].ids) == 1)


def _closes_time(scene: Scene, k: int) -> bool:
    """ "Ыдырағаннан кейін", "ыдырағанда"."""
    word, before = scene.clauses.items[k], scene.clauses.items[k - 1].norm
    if word.kind != "word":
        return False
    return word.norm.endswith(WHEN) or (word.norm in scene.clauses.after and before.endswith(_PERFECT))
