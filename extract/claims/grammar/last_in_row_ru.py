"""The items of a Russian sentence in, the same without what only says which in a row a turn is out."""

from collections.abc import Sequence

from extract.claims.grammar.items import DASHES, Item

_ORDINALS = frozenset({
    "первым", "первой", "первыми", "вторым", "второй", "вторыми", "третьим", "третьей", "следующим", "следующей",
    "следующими", "последним", "последней", "последними", "предпоследним", "предпоследней",
})  # fmt: skip
_BOUNDS, _FAR = frozenset({",", ";", ":"}), 6


def without_turns(items: Sequence[Item]) -> tuple[Item, ...]:
    """ "А вошла в 2009 году, последней, в августе 2011-го, — Б": the commas around the date part nothing."""
    kept: list[Item] = []
    dropped: set[int] = set()
    for k, item in enumerate(items):
        if k in dropped:
            continue
        closed = _closed(items, k) if item.norm in _ORDINALS else None
        if closed is None:
            kept.append(item)
        else:
            dropped |= {k + 1, closed}
    return tuple(kept)


def _closed(items: Sequence[Item], k: int) -> int | None:
    """Where the comma behind the date stands that a dash follows."""
    if not k or items[k - 1].text not in _BOUNDS or items[k + 1 : k + 2] == () or items[k + 1].text != ",":
        return None
    end = next((n for n in range(k + 2, min(k + 2 + _FAR, len(items) - 1)) if items[n].text == ","), None)
    if end is None or items[end + 1].text not in DASHES or not any(i.kind == "date" for i in items[k + 2 : end]):
        return None
    return end
