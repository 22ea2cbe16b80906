"""The items of a Kazakh sentence and a name among them in, the word behind it that joins it to the subject out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item
from extract.language.tokens import fold

_ONE, _WITH = fold("бір"), tuple(map(fold, ("мен", "бен", "пен")))
# "On one day with A", "in one year".
_TIMES = tuple(map(fold, ("күнде", "күні", "мезгілде", "мезетте", "уақытта", "сәтте", "жылы", "айда", "кезеңде")))


def company_of(items: Sequence[Item], k: int, together: tuple[str, ...]) -> Item | None:
    """«Грекиямен бірге», «Грекиямен бір күнде»: what says that they did the same; nothing where no word does."""
    behind = items[k + 1] if k + 1 < len(items) else None
    if behind is None or behind.norm.startswith(together):
        return behind
    at_once = behind.norm == _ONE and k + 2 < len(items) and items[k + 2].norm.startswith(_TIMES)
    return items[k + 2] if at_once and fold(items[k].text).endswith(_WITH) else None
