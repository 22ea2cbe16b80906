"""The items of an English sentence in, the same without the line that says where and when the report is from out."""

from extract.claims.grammar.items import DASHES, Item

_DATELINE, _HEAD, _AGENCY = ":dateline", 4, 8


def behind_dateline(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """ "MINSK, 3 May 2001 (Agency) – The exit of A took effect yesterday": its dash parts it from what is told."""
    days = (k for k, i in enumerate(items[:_HEAD]) if i.mention and i.mention.method.endswith(_DATELINE))
    day = next(days, None)
    if day is None:
        return items
    dash = next((k for k in range(day + 1, min(day + _AGENCY, len(items) - 1)) if items[k].text in DASHES), None)
    return items if dash is None else items[dash + 1 :]
