"""The items of an English sentence in, the same without its bullet or the line of place and day out."""

from extract.claims.grammar.items import DASHES, Item

_BULLETS = frozenset("•·▪◦‣●■*")
_DATELINE, _HEAD, _AGENCY = ":dateline", 4, 8


def behind_dateline(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """ "MINSK, 3 May 2001 (Agency) – The exit of A took effect yesterday": its dash parts it from what is told."""
    items = _behind_bullet(items)
    days = (k for k, i in enumerate(items[:_HEAD]) if i.mention and i.mention.method.endswith(_DATELINE))
    day = next(days, None)
    if day is None:
        return items
    dash = next((k for k in range(day + 1, min(day + _AGENCY, len(items) - 1)) if items[k].text in DASHES), None)
    return items if dash is None else items[dash + 1 :]


def _behind_bullet(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """ "• 2002: the Charter is signed", "– 2002: …": the date opens the entry, whatever stands before it."""
    marked = len(items) > 1 and (items[0].text in _BULLETS or (items[0].text in DASHES and items[1].kind == "date"))
    return items[1:] if marked else items
