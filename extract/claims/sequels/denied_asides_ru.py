"""Drafts of a Russian main clause in, the same without what takes its body out of a denial put in before it."""

from collections.abc import Iterable, Sequence

from extract.claims.grammar.clauses import Clauses
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_part
from kb.model import POLARITIES

_NEGATED = "negated"


def without_denied(
    scene: Scene, told: Told, drafts: list[Draft], made: Iterable[tuple[Told, list[Draft]]]
) -> list[Draft]:
    """ "A, no member of B, takes part in both banks": of what A is a part the main clause says by itself."""
    if scene.lang != "ru" or told.polarity != POLARITIES[0]:
        return drafts
    for other, denied in made:
        if other.polarity == _NEGATED and _aside(scene.clauses, other, told):
            drafts = [d for d in drafts if not any(_same(scene, d, n, other) for n in denied)]
    return drafts


def _aside(clauses: Clauses, denied: Told, told: Told) -> bool:
    """A participle between commas, with the verb of the main clause behind them."""
    items, first, last = clauses.items, denied.trigger.first, denied.trigger.last
    closed = next((k for k in range(last, min(told.trigger.head, len(items))) if items[k].text == ","), None)
    opened = any(items[k].text == "," for k in range(max(0, first - 3), first + 1))
    words: Sequence[str] = [items[k].norm for k in range(max(0, first - 2), last + 1)]
    return closed is not None and opened and any(is_part(w, "PRTF") for w in words)


def _same(scene: Scene, draft: Draft, denied: Draft, other: Told) -> bool:
    """The same told of the same two, and the body is named in the denial alone."""
    named = [k for k, i in enumerate(scene.clauses.items) if draft.object_id in i.ids and i.kind == "name"]
    alone = all(k <= other.trigger.last + 1 for k in named)
    told = (draft.type, draft.subject_id, draft.object_id) == (denied.type, denied.subject_id, denied.object_id)
    return told and alone
