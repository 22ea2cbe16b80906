"""The items of a Russian sentence in, the same without quotation marks around a few plain words out."""

from collections.abc import Sequence

from extract.claims.grammar.items import Item

_OPEN, _CLOSE = "«", "»"
_LONGEST = 4


def unquoted(items: Sequence[Item]) -> tuple[Item, ...]:
    """ "A does «not rule out» joining B": such marks only say whose words these are; a name keeps its own."""
    kept = list(items)
    for k, item in enumerate(items):
        end = _closed(items, k) if item.text == _OPEN else None
        if end is not None:
            kept[k] = kept[end] = Item("mark", "", "", 0, 0)
    return tuple(i for i in kept if i.text)


def _closed(items: Sequence[Item], at: int) -> int | None:
    """Where the mark stands that closes a few words in small letters."""
    end = next((n for n in range(at + 1, min(at + _LONGEST + 2, len(items))) if items[n].text == _CLOSE), None)
    held = items[at + 1 : end] if end is not None else ()
    return end if held and all(i.kind == "word" and i.text.islower() for i in held) else None
