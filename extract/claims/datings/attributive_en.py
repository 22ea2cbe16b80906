"""English years in front of nouns, and dates in front of "when": whose they are not, and whose they are."""

from collections.abc import Mapping

from extract.claims.datings.shared_dates import in_front
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_DETERMINERS = frozenset({"the", "its", "their", "a", "an", "his", "her", "that"})
_THINGS, _PAPER, _YEAR = frozenset({"word", "name", "ref", "place"}), "TREATY", 4
_SPACE, _OF_MEMBERS = 2, ("acceded", "withdrew", "suspended", "observer", "membership")
# So many words stand at most between the year and the noun that it dates: "the 1994 Corfu accession".
_NEAR = 3
_WHEN = frozenset({"when", "whereupon"})


def names_thing(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "In 1949, in response to the 1947 plan, six founded A": the sentence opens with a date of its own."""
    items, year = clauses.items, clauses.items[k].mention
    said = year.edtf if year else None
    if not k or k + 1 >= len(items) or not said or len(said) != _YEAR:
        return False
    # The article of a date has been taken away with what adorns it.
    adorned = items[k].start - items[k - 1].end > _SPACE
    if not adorned and items[k - 1].norm not in _DETERMINERS:
        return False
    following = items[k + 1]
    own = following.label == _PAPER and not trigger.frame.startswith(_OF_MEMBERS)
    if following.kind not in _THINGS or own or k < trigger.first <= k + _NEAR:
        return False
    return any(items[n].kind == "date" and in_front(clauses, n) for n in range(k))


def when_ahead(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "At Lomé in 2000, when A was adopted, and at Lusaka in 2001": the date right before the clause is its own."""
    items, more = clauses.items, dict[Trigger, int]()
    for trigger in (t for t in forms if t.form == "verb" and not forms[t].mood):
        opened = next((k for k in range(trigger.first - 1, 0, -1) if _bounds(clauses, k)), 0)
        at = opened - 1 - (items[opened - 1].text == ",")
        own = opened and items[opened].norm in _WHEN and at >= 0 and items[at].kind == "date"
        if own and not opened < found.get(trigger, 0) <= trigger.last + _NEAR:
            more[trigger] = at
    return more


def _bounds(clauses: Clauses, k: int) -> bool:
    """A mark, another verb, or the word itself."""
    return clauses.items[k].kind == "mark" or k in clauses.verbs or clauses.items[k].norm in _WHEN
