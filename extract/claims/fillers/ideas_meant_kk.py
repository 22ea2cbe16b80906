"""A Kazakh trigger of proposing without the name of what was proposed in, the body that the idea was about out."""

from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_IDEAS = tuple(map(fold, ("идея", "бастама", "ұсыныс", "ойды", "ойын")))
_DEEDS = ("уды", "уди", "уын", "уин", "уга", "уге")
_IT = fold("оны")
# So far back the text has to speak of founding, and so many words may stand before the idea.
_SPOKEN, _OPENING = 160, 2


def idea_meant(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "A құрылмай қалды. Бұл идеяны 1950 жылы B ұсынған": the body of whose founding the text has just spoken."""
    items, words = scene.clauses.items, scene.anaphors
    if scene.lang != "kk" or any(
        i.kind == "name" and i.label in {"ORG", "TREATY"} for i in items[: told.trigger.first]
    ):
        return ()
    # Behind a verb of the same sentence the idea is what that verb told.
    opening = min((k for k in scene.clauses.verbs if k < told.trigger.head), default=told.trigger.head)
    taken = next((k for k in range(opening) if _takes_up(scene, k)), None)
    # "Proposed to enlarge it", "to discuss the idea": the deed is what was proposed.
    if taken is None or any(i.norm.endswith(_DEEDS) for i in items[taken + 1 : told.trigger.head]):
        return ()
    start = items[0].start
    before = scene.memory.words(start - _SPOKEN, start)
    if not any(w.startswith((*words.founded, *words.founding_talk)) for w in before):
        return ()
    body = scene.memory.body(start)
    return (body,) if body and body in scene.tables.types else ()


def _takes_up(scene: Scene, k: int) -> bool:
    """ "Бұл идеяны", "идеяны" at the head of the sentence, "оны"."""
    items = scene.clauses.items
    if items[k].kind != "word":
        return False
    if items[k].norm == _IT:
        return k < _OPENING
    meant = k > 0 and items[k - 1].norm in scene.anaphors.these
    return items[k].norm.startswith(_IDEAS) and (meant or k == 0)
