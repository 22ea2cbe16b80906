"""A trigger in its sentence in, the place where it was done out, as written and, where known, its entity."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.triggers import Trigger
from extract.language.russian import is_noun

_FAR = 7.0


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Prepositions before a place, endings of a place, words for "city" that belong to it.

    `elsewhere`: small words behind which nothing was done there; `owned`: nouns that a city describes; `turning`: what
    opens a clause of another deed.
    """

    before: frozenset[str]
    endings: tuple[str, ...]
    kinds: tuple[str, ...]
    elsewhere: frozenset[str] = frozenset()
    owned: tuple[str, ...] = ()
    turning: frozenset[str] = frozenset()


def place_of(clauses: Clauses, trigger: Trigger, words: PlaceWords) -> tuple[str | None, str | None]:
    """The nearest place, unless another verb is nearer: a mention, a capitalised word after "in" or in the locative."""
    found = []
    others = [t for t, form in clauses.forms.items() if t is not trigger and form.voice != "noun"]
    for k in range(len(clauses.items)):
        if not (_is_place(clauses, k, words) or _looks_placed(clauses, k, words)):
            continue
        if _elsewhere(clauses.items, k, words) or _of_next_deed(clauses, trigger, k, words):
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


def _elsewhere(items: Sequence[Item], k: int, words: PlaceWords) -> bool:
    """ "Before the attacks on A", "if A gives up", «после A», "A келісімі": the place is of something else.

    So is a Russian one that hangs on the noun before it («силы Центральной Азии»), and a Kazakh house of two names.
    """
    before = items[k - 1] if k else None
    if before is not None and before.kind == "word" and before.norm in words.elsewhere:
        return True
    following = items[k + 1].norm if k + 1 < len(items) else ""
    if words.owned and following.startswith(words.owned):
        return True
    if words.endings:
        named = before is not None and before.kind == "word" and before.text[:1].isupper() and k > 1
        return items[k].kind == "word" and named
    return bool(words.elsewhere) and _hangs_on_noun(items, k, words)


def _hangs_on_noun(items: Sequence[Item], k: int, words: PlaceWords) -> bool:
    """A Russian place right behind a noun, with no preposition before that."""
    before = items[k - 1] if k else None
    if before is None or before.label == "ORG":
        return before is not None
    if before.kind != "word" or not is_noun(before.norm):
        return False
    return not before.norm.startswith(words.kinds) and words.before.isdisjoint(i.norm for i in items[max(0, k - 3) : k])


def _of_next_deed(clauses: Clauses, trigger: Trigger, k: int, words: PlaceWords) -> bool:
    """«Было подписано A, а 20 января в Москве — B»: behind "whereas" and before a dash it is where B was signed."""
    items = clauses.items
    if k < trigger.last or k + 1 >= len(items) or items[k + 1].text not in DASHES:
        return False
    return any(items[n].text == "," and items[n + 1].norm in words.turning for n in range(trigger.last + 1, k))
