"""An English deed of founding in its sentence in, which bodies and countries beside it have no part in it, out."""

from collections.abc import Iterator

from extract.claims.fillers.bystanders_en import owned_by_others, proposed_ahead
from extract.claims.fillers.organs_of_en import owns_organ
from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told

# "A free-trade zone with the EU", "a foundation for the relations of the EU": of another noun.
_OTHERS, _OF, _BY, _FAR = frozenset({"with", "between", "for", "towards", "toward", "against"}), "of", "by", 9
# Behind a verb these open what went on beside the founding; "the EU type of union" is no EU.
_BESIDE = frozenset({"during", "towards", "toward", "with", "before", "after", "for", "following"})
_KINDS = frozenset({"type", "style", "model", "kind", "like"})
_NOUNS = ("organi", "bloc", "union", "alliance", "grouping", "association", "forum", "body", "group", "council", "pact")
_DONE = frozenset({"passive", "participle"})
# "By the end of the year A had grown": the year ended.
_TIMES = frozenset(
    {"year", "month", "week", "decade", "century", "day", "summer", "winter", "spring", "autumn", "fall", "season",
     "term", "war", "period", "quarter", "summit", "session", "meeting", "talks", "conference", "process", "era",
     "presidency", "reign", "campaign", "crisis", "chairmanship", "millennium", "transition", "story", "list",
     "speech", "fighting", "conflict"}
)  # fmt: skip
_NEAR, _ANY = 4, frozenset({"a", "an"})
_NAMES = frozenset({"name", "ref"})


def sat_there(scene: Scene, told: Told) -> Iterator[int]:
    """ "At the A summit a fund was launched", "an A type of union": A only says where, or of what kind."""
    items = scene.clauses.items
    for k in range(len(items) - 1 if scene.lang == "en" else 0):
        if (
            items[k].label == "ORG"
            and items[k].kind in _NAMES
            and k not in range(told.trigger.first, told.trigger.last)
        ):
            norm = items[k + 1].norm
            if norm in scene.clauses.meetings or norm in _KINDS:
                yield k


def of_other_noun(scene: Scene, told: Told, k: int) -> bool:
    """ "The creation of a joint council with A", "was launched during the visit of A": another thing was founded."""
    items, last = scene.clauses.items, told.trigger.last
    if scene.lang != "en" or items[k].kind not in _NAMES:
        return False
    if k <= last:
        return told.form.voice in _DONE and k == told.trigger.first - 2 and owns_organ(scene, k)
    between = items[last + 1 : k]
    if told.form.voice == "noun":
        held = [i.norm for i in items[told.trigger.first : last + 1]]
        ofs = [*held, *(i.norm for i in between)].count(_OF)
        named = len(between) > 1 and between[-1 - (between[-1].norm in ARTICLES)].norm == _OF
        noun = between[-2 - (between[-1].norm in ARTICLES)].norm if named and len(between) > 2 else ""
        timed = scene.clauses.items[last].norm == _OF and any(i.norm in _TIMES for i in between)
        return timed or any(i.norm in _OTHERS for i in between) or (ofs > 1 and named and not noun.startswith(_NOUNS))
    at = k - 1 - (items[k - 1].norm in ARTICLES)
    beside = any(i.norm in _BESIDE for i in items[last + 1 : at + 1])
    return told.form.voice == "passive" and beside


def apposed_body(scene: Scene, told: Told, labels: frozenset[str]) -> int | None:
    """ "Into A, a bloc of Asian states founded in 2009": the name before the comma of the noun that it describes."""
    items, at = scene.clauses.items, told.trigger.first - 1
    if scene.lang != "en" or told.form.voice not in _DONE or told.trigger.first != told.trigger.head:
        return None
    first, noun = max(2, at - _FAR), False
    while at >= first and items[at].text != "," and (items[at].kind == "word" or items[at].label == "COUNTRY"):
        noun = noun or items[at].norm.startswith(_NOUNS)
        at -= 1
    opened = at >= 1 and items[at].text == "," and items[at + 1].norm in ARTICLES
    named = opened and noun and items[at - 1].kind == "name" and items[at - 1].label in labels and items[at - 1].ids
    return at - 1 if named and not any(scene.clauses.helped(n) for n in range(at + 1, told.trigger.first)) else None


def no_founder(scene: Scene, told: Told, k: int, body_at: int | None) -> bool:
    """ "A left B, a bloc founded in 1983", "had its roots in C and was founded in 1992": neither A nor C did it."""
    first = told.trigger.first
    if owned_by_others(scene, told, k) or proposed_ahead(scene, told, k):
        return True
    if scene.lang != "en" or body_at is None or k >= first:
        return False
    if body_at == first and told.trigger.last > first:
        return True
    return told.form.voice in _DONE and body_at < k and k != body_at + 2 and _BY not in scene.arguments.marks(k)


def of_a_kind(scene: Scene, k: int) -> bool:
    """ "A turned into a political organization": what it became is no name, but a kind of body."""
    items = scene.clauses.items
    near = [i.norm for i in items[max(0, k - _NEAR) : k]]
    return scene.lang == "en" and items[k].kind == "ref" and not _ANY.isdisjoint(near)
