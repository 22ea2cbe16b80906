"""A trigger in its sentence in, the place where it was done out, as written and, where known, its entity."""

from dataclasses import dataclass

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger

_FAR = 7.0


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Prepositions before a place, endings of a place, words for "city" that belong to it."""

    before: frozenset[str]
    endings: tuple[str, ...]
    kinds: tuple[str, ...]


def place_of(clauses: Clauses, trigger: Trigger, words: PlaceWords) -> tuple[str | None, str | None]:
    """The nearest place, unless another verb is nearer: a mention, a capitalised word after "in" or in the locative."""
    found = []
    others = [t for t, form in clauses.forms.items() if t is not trigger and form.voice != "noun"]
    for k in range(len(clauses.items)):
        if not (_is_place(clauses, k, words) or _looks_placed(clauses, k, words)):
            continue
        cost = clauses.cost(trigger, k)
        # "Signed in Yalta, and A, which had joined in 1999, left": where the one was signed nobody joined or left.
        if cost < _FAR and not any(clauses.cost(other, k) < cost for other in others):
            found.append((cost, k))
    if not found:
        return None, None
    item = clauses.items[min(found)[1]]
    text = " ".join(item.text.split())
    return text, item.mention.entity_id if item.mention else None


def _is_place(clauses: Clauses, k: int, words: PlaceWords) -> bool:
    """A mention; where cases tell, one in the locative or before "in the city of"."""
    if clauses.items[k].kind != "place":
        return False
    following = clauses.items[k + 1].norm if k + 1 < len(clauses.items) else ""
    return not words.endings or clauses.items[k].norm.endswith(words.endings) or following.startswith(words.kinds)


def _looks_placed(clauses: Clauses, k: int, words: PlaceWords) -> bool:
    items = clauses.items
    item = items[k]
    if item.kind != "word" or not item.text[0].isupper() or item.text.isupper() or k == 0:
        return False
    if words.endings:
        return item.norm.endswith(words.endings)
    return items[k - 1].norm in words.before
