"""What an English trigger told in, the same without what only sits in an organ out: "was elected to its Council"."""

from collections.abc import Sequence

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.scene import Draft, Scene, Told
from kb.model import POLARITIES

_MAKING = "making"
_MOODS = {"will": "planned", "would": "planned", "shall": "planned", "may": "hypothetical", "might": "hypothetical",
          "could": "hypothetical", "if": "hypothetical", "not": "negated", "never": "negated"}  # fmt: skip
_CHOSEN = frozenset({"elected", "re-elected", "reelected", "chosen", "appointed", "voted", "selected", "nominated"})


def without_boards(scene: Scene, told: Told, made: Sequence[Draft]) -> list[Draft]:
    """ "A was elected a member of the Human Rights Council of B": it is no new member of B."""
    first, last = told.trigger.first, told.trigger.last
    words = {i.norm for i in scene.clauses.items[first : last + 1]} if scene.lang == "en" and made else set()
    if words.isdisjoint(_CHOSEN) or made[0].type not in MEMBER_TYPES:
        return list(made)
    behind = (k for k in range(first, len(scene.clauses.items)) if scene.clauses.items[k].label == "ORG")
    bodies = scene.ids(next(behind, -1)) if last else ()
    organs = {scene.tables.root(id_) for id_ in bodies if scene.tables.root(id_) != id_}
    return [d for d in made if d.object_id not in organs]


def mood_before(clauses: Clauses, trigger: Trigger, polarity: str) -> str:
    """ "The treaty will enter into force, making A a member": what follows is as sure as what it follows from."""
    if clauses.lang != "en" or clauses.items[trigger.first].norm != _MAKING or polarity != POLARITIES[0]:
        return polarity
    words = [i.norm for i in clauses.items[: trigger.first]]
    return next((_MOODS[w] for w in reversed(words) if w in _MOODS), polarity)


def is_let_in_as(items: Sequence[Item], state: Trigger, triggers: Sequence[Trigger]) -> bool:
    """ "Resolved to admit A as a full member of B": what it is let in as says nothing more of A."""
    opens = state.form == "state" and state.frame == "membership" and items[state.first].norm == "as"
    return opens and any(t.frame == "acceded.admits" and t.last == state.first - 1 for t in triggers)
