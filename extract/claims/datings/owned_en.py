"""English triggers and dates in: whose a date is not, and what dates a trigger that has none beside it, out."""

from collections.abc import Mapping

from extract.claims.datings.attributive_en import names_thing
from extract.claims.datings.bounds_en import (
    before_promise,
    beyond_aside,
    beyond_verb,
    ends_span,
    of_apposition,
    of_participle,
    starts_span,
)
from extract.claims.datings.lapses_en import lapse_of_relative, over_lapse
from extract.claims.datings.lists_en import of_one_listed
from extract.claims.datings.next_en import born_with_paper, opens_next
from extract.claims.datings.roles_en import of_next_role, over_aside
from extract.claims.grammar.absolutes_en import of_absolute
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

# When a country asks to be let in is not when it is to be.
_SOUGHT = "acceded.sought.planned"
_PAPERED, _EFFECT = ("signed", "adopted"), "effect"
_MADE = "established"
_DONE_TO_PAPERS = ("signed", "ratified", "adopted")
_MADE_IN = frozenset({"signed", "concluded", "adopted", "reached", "initialled"})
_PARTICIPLE = ("ed", "hit", "driven", "torn", "led", "beset", "shaken", "born", "given", "drawn", "cut")
# So near before the paper stands the date on which it was made.
_NEAR = 12
# So much of its own stands between a noun and the clause that says when.
_COMPLEMENT = 5
_WHEN, _THINGS = frozenset({"in", "on", "since"}), frozenset({"ORG", "TREATY"})
_AHEAD = frozenset({"would", "will", "intend", "intends"})
_SAYING = frozenset(
    {"said", "says", "told", "tells", "assured", "warned", "predicted", "reminded", "suggested", "insisted", "stated"}
)
# "After the end of A and the birth of B": so far before the last noun.
_LED_BY, _AFTERWARDS = 10, frozenset({"after", "following"})
# "After gaining independence in 1991, A joined B": B was joined later.
_WENT_BEFORE = frozenset({"after", "before", "since", "upon", "despite", "without", "while", "when", "following"})
_MET = frozenset({"met", "arrived", "travelled", "meeting", "gathering", "arriving"})
_NO_DEEDS = frozenset({"king", "spring", "being"})
_BEING = frozenset({"independent", "sovereign", "neutral", "free", "isolated", "landlocked"})
_HAD, _CLOSED = "had", frozenset(",;:.")


def told_of_another(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """An English date of another verb, of a request, or of what a paper brings about.

    "The exit announced on D became effective": not the date before the verb, within the trigger.
    """
    own = (_of_opening, _of_relative, _of_speaker, _of_described, _of_words, _only_before)
    lapses = (over_lapse, lapse_of_relative, of_next_role, over_aside)
    others = (
        of_participle,
        of_apposition,
        ends_span,
        before_promise,
        beyond_verb,
        beyond_aside,
        starts_span,
        names_thing,
        of_absolute,
        *lapses,
    )
    if any(of(clauses, trigger, k) for of in (*own, *others)):
        return True
    if (
        opens_next(clauses, trigger, k)
        or of_one_listed(clauses, trigger, k)
        or trigger.frame == _SOUGHT
        or trigger.first < k < trigger.head
        or clauses.of_next_verb(trigger, k)
    ):
        return True
    # "Signed an agreement that ended A with effect from X."
    effect = any(i.norm.startswith(_EFFECT) for i in clauses.items[max(0, k - 2) : k])
    return effect and trigger.frame.startswith(_PAPERED)


def _of_speaker(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A had left B, the agency reported on D", "A, wrote a paper on D, had left B": the day on which it was said."""
    items = clauses.items
    comma = next((n for n in range(k - 1, 0, -1) if items[n].text in _CLOSED), None)
    if comma is None or items[comma].text != "," or not (k < trigger.first or comma > trigger.last):
        return False
    if k < trigger.first and not any(i.text == "," for i in items[k + 1 : trigger.first]):
        return False
    said = next((n for n in range(comma + 1, k) if items[n].norm in clauses.telling), None)
    if said is None or clauses.joins(comma + 1):
        return False
    return clauses.held.keys().isdisjoint(range(comma + 1, said)) and items[said + 1].norm not in clauses.stating


def _only_before(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "In 1992, after the end of A and the birth of B, …": what is only said to have gone before has no day of it."""
    items, first = clauses.items, trigger.first
    if trigger.form != "noun":
        return False
    opened = next((n for n in range(first - 1, max(-1, first - _LED_BY), -1) if items[n].text in _CLOSED), -1)
    own = range(max(opened + 1, first - _LED_BY), first)
    if not any(items[n].norm in _AFTERWARDS for n in own) or any(n in clauses.verbs for n in own):
        return False
    end = next((n for n in range(trigger.last + 1, len(items)) if items[n].text in _CLOSED), len(items))
    return not own.start <= k < end


def of_its_paper(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    """ "Never signed the Charter of 1993", "did not ratify the pact concluded on D": the day of the paper itself."""
    if form.mood != "negated" or not trigger.frame.startswith(_DONE_TO_PAPERS) or k <= trigger.last:
        return False
    between = [i.norm for i in clauses.items[trigger.last + 1 : k]]
    return between[-1:] == ["of"] or not _MADE_IN.isdisjoint(between)


def _of_words(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "On D the premier told reporters that A would leave B": that is when he said it.

    What a state announces is decided on that day.
    """
    that = next((n for n in range(k + 2, trigger.first) if clauses.complements(n)), trigger.first)
    told = any(i.norm in _SAYING for i in clauses.items[k:that])
    return told and any(i.norm in _AHEAD for i in clauses.items[that : trigger.first])


def _of_relative(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Its accession to A, of which it has been a partner since D, is unlikely": the date of another clause.

    So it is of a verb: "was founded by the treaty, which was revised in 1993".
    """
    items = clauses.items
    if trigger.form == "state" or k <= trigger.last:
        return False
    near = range(trigger.last + 1, k)
    at = next((n for n in near if items[n].text == "," and _relates(clauses, n + 1)), None)
    if at is None or not clauses.happening.isdisjoint(i.norm for i in items[at:k]):
        return False
    if trigger.form == "noun":
        return True
    # "Never rose above the rank of observers, which the first of them had obtained in 2003": of what is told itself.
    hung = items[at - 1].kind in {"name", "ref"} or items[at - 1].text == ")"
    closed = any(items[n].text == "," for n in range(at + 1, k))
    return hung and not closed and any(n in clauses.verbs for n in range(at, k))


def _of_described(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Joins the Union agreed a year earlier by A and B": the participle right behind the name has the date."""
    items = clauses.items
    at = k - 1 - (items[k - 1].norm in _WHEN)
    told = at - 1 > trigger.last and items[at].kind == "word" and items[at].norm.endswith(_PARTICIPLE[0])
    return told and at not in clauses.held and items[at - 1].kind in {"name", "ref"} and items[at - 1].label in _THINGS


def happened_on(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "The accession of A, which took place on D": the relative clause only says when.

    "A's entry in 1999 turned …": the noun holds its own day.
    """
    if trigger.first < k <= trigger.last:
        return True
    items = clauses.items
    at = next((n for n in range(k - 1, trigger.last, -1) if items[n].text == ","), None)
    if at is None or at - trigger.last > _COMPLEMENT or items[at + 1].norm not in clauses.turns:
        return False
    held = items[at + 2 : k]
    return any(i.norm in clauses.happening for i in held) and all(i.kind == "word" for i in held)


def _relates(clauses: Clauses, k: int) -> bool:
    """A relative pronoun, or one behind its preposition."""
    return any(i.norm in clauses.turns for i in clauses.items[k : k + 2])


def _of_opening(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "Hit by a coup in July 2023, A left": the participle that opens the sentence has the date before the comma.

    So it is of "having applied in 1996, A joined", "after leaving B in 2009, A signed".
    """
    items = clauses.items
    opens = items[0].norm.endswith(_PARTICIPLE) and 0 not in clauses.held and k < trigger.first
    opens = opens and len(items) > 1 and items[0].norm not in clauses.gathered and clauses.goes_on(1)
    if k >= trigger.first or not (opens or _went_before(clauses)):
        return False
    return any(i.text == "," for i in items[k + 1 : trigger.first]) and clauses.held.keys().isdisjoint(range(k))


def _went_before(clauses: Clauses) -> bool:
    """ "Having won a war in 1999, A joined", "after gaining X in 1991, A joined", "independent since 1991, A joined".

    Those who met on a day did there what they did.
    """
    first, second = (i.norm for i in clauses.items[:2]) if len(clauses.items) > 1 else ("", "")
    if second in clauses.gathered or second in _MET:
        return False
    doing = first in _WENT_BEFORE and second.endswith("ing") and second not in _NO_DEEDS
    return first == "having" or doing or (first in _BEING and second in _WHEN)


def by_paper(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "Signed on D an agreement which created A": what an English paper itself does happens when it is made."""
    items, more = clauses.items, born_with_paper(clauses, forms, found)
    for trigger in (t for t in forms if t not in found and t.frame == _MADE and forms[t].voice == "active"):
        papers = (k for k in range(trigger.first - 1, 1, -1) if items[k].norm in clauses.stating)
        at = next((k for k in papers if items[k - 1].label == "TREATY"), 0)
        dates = [k for k in range(max(0, at - _NEAR), trigger.first) if items[k].kind == "date"]
        if at and dates and dates[-1] < at:
            more[trigger] = dates[-1]
    return more


def when_behind(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "A became a member when its treaty took effect on D": the date of the clause that says when."""
    items, more = clauses.items, dict[Trigger, int]()
    for trigger in (t for t in forms if t not in found and t.form == "verb" and not forms[t].mood):
        behind = range(trigger.last + 1, len(items))
        end = next((k for k in behind if items[k].text in _CLOSED), len(items))
        when = next((k for k in behind if k < end and items[k].norm in clauses.whens), end)
        dates = [k for k in range(when, end) if items[k].kind == "date"]
        earlier = items[max(0, trigger.head - 1)].norm == _HAD  # "Had left when A joined in 2017."
        if len(dates) == 1 and not earlier and not any(k in clauses.held for k in range(trigger.last + 1, when)):
            more[trigger] = dates[0]
    return more


def of_bracket(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "The treaty (in force since 1975) was signed": what a bracket says of its paper dates no other verb."""
    other = clauses.held.get(k)
    deeper = clauses.items[k].depth > clauses.items[trigger.head].depth
    return other is not None and other is not trigger and other.form == "state" and deeper
