"""An English trigger and a date in, whether a clause behind "two years after" parts them out."""

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger

_SIDES, _COUNTED = frozenset({"after", "before"}), ":lapse"
# "A full two days after": so many words and the unit that they count.
_COUNT, _UNITS = 5, ("day", "week", "month", "year", "decade")


def lapse_of_relative(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Created a force, which put to sea that autumn": what is counted is of the relative clause that holds it."""
    items, mention = clauses.items, clauses.items[k].mention
    if clauses.lang != "en" or not mention or not mention.method.endswith(_COUNTED) or k < trigger.last:
        return False
    comma = next((n for n in range(k - 1, trigger.last, -1) if items[n].text in {",", ";"}), None)
    if comma is None or items[comma].text != "," or items[comma + 1].norm not in clauses.turns:
        return False
    held = items[comma + 2 : k]
    return not any(i.norm in clauses.happening for i in held) and not any(clauses.joins(n) for n in range(comma + 2, k))


def over_lapse(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Two years after it had joined A in 1993, B joined C": the first date is of C alone, the year of A.

    "A joined in 1986, nine years before it left": what is counted is no date of the joining.
    """
    items = clauses.items
    if clauses.lang != "en" or len(items) <= k + 1:
        return False
    mention = items[k].mention
    if k and items[k + 1].norm in _SIDES and mention and mention.method.endswith(_COUNTED):
        # The first comma ends the clause that it dates.
        return trigger.first < k or any(i.text == "," for i in items[k + 1 : trigger.first])
    if _counts_from(clauses, trigger, k):
        return True
    if items[0].kind != "date" or items[1].norm not in _SIDES:
        return False
    comma = next((n for n in range(2, len(items)) if items[n].text == ","), len(items))
    return (k == 0 and trigger.first < comma) or (0 < k < comma < trigger.first)


def _counts_from(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "On D, one day after the union came into being, …": the day is that of what followed."""
    items, near = clauses.items, range(k + 2, min(k + 2 + _COUNT, trigger.first))
    side = next((n for n in near if items[n].norm in _SIDES and items[n - 1].norm.startswith(_UNITS)), None)
    return items[k + 1].text == "," and side is not None and all(i.text != "," for i in items[side : trigger.first])
