"""English foundings by a paper in, the day on which that paper is told to have been signed out."""

from collections.abc import Mapping

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.items import ARTICLES
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form

_FOUNDED, _MADE = ("established", "succeeded", "renamed"), ("signed", "adopted")
_BY = frozenset({"by", "under", "through", "with", "via"})
_PARTICIPLES = frozenset({"signed", "concluded", "adopted", "sealed", "agreed", "initialled"})
# Between a paper and what tells of its signing: a comma and a pronoun; so far behind the paper the signing may stand.
_SAID_OF_IT = frozenset({"participle", "passive"})
_HUNG, _FAR = frozenset({"which", "that"}), 8


def by_signed_paper(
    clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]
) -> dict[Trigger, int]:
    """ "The Treaty of A, signed on D, founded B", "B was founded by the Treaty of A, which six states signed on D"."""
    more: dict[Trigger, int] = {}
    for trigger in (t for t in forms if t not in found and t.frame.startswith(_FOUNDED) and not forms[t].mood):
        active = forms[trigger].voice == "active"
        paper = _subject(clauses, trigger) if active else _named_behind(clauses, trigger)
        paper = _opening(clauses, trigger) if paper is None and not active else paper
        signed = None if paper is None else _signing(clauses, forms, paper)
        if signed is not None and signed in found and (trigger.first < signed.first or found[signed] < trigger.first):
            more[trigger] = found[signed]
        elif paper is not None and signed is None and (day := _only_day(clauses, paper)) is not None:
            more[trigger] = day
    return more


def _opening(clauses: Clauses, trigger: Trigger) -> int | None:
    """ "By the Treaty of A, signed on D, B was set up": the paper that opens the sentence behind its preposition."""
    items = clauses.items
    k = 1 + (len(items) > 1 and items[1].norm in ARTICLES)
    opens = items[0].norm in _BY and k < trigger.first and items[k].label == "TREATY"
    return k if opens and clauses.aside(k + 1) is not None else None


def _only_day(clauses: Clauses, paper: int) -> int | None:
    """The one date of the insertion ", concluded on D," behind a paper that nobody knows."""
    held = clauses.aside(paper + 1)
    if held is None or clauses.items[paper + 2].norm not in _PARTICIPLES:
        return None
    days = [k for k in range(*held) if clauses.items[k].kind == "date"]
    return days[0] if len(days) == 1 else None


def _named_behind(clauses: Clauses, trigger: Trigger) -> int | None:
    """The paper behind "by the", right behind the verb."""
    items, k = clauses.items, trigger.last + 1
    if k >= len(items) or items[k].norm not in _BY:
        return None
    k += 1 + (k + 1 < len(items) and items[k + 1].norm in ARTICLES)
    return k if k < len(items) and items[k].label == "TREATY" else None


def _subject(clauses: Clauses, trigger: Trigger) -> int | None:
    """The paper whose insertion between two commas ends before the verb, adverbs aside."""
    items, k = clauses.items, trigger.first - 1
    while k > 0 and items[k].kind == "word" and k not in clauses.verbs and not clauses.joins(k):
        k -= 1
    held = clauses.aside(k) if items[k].text == "," else None
    paper = -1 if held is None else held[0] - 1
    return paper if paper >= 0 and items[paper].label == "TREATY" else None


def _signing(clauses: Clauses, forms: Mapping[Trigger, Form], paper: int) -> Trigger | None:
    """ ", signed …", ", which six states signed …", "signed …": the trigger that hangs on the paper."""
    items = clauses.items
    comma = paper + 1 + (items[paper + 1].text == ",")
    hung = items[comma].norm in _HUNG if comma < len(items) else False
    near = [t for t, f in forms.items() if t.frame in _MADE and not f.mood and comma <= t.first < comma + _FAR]
    told = [t for t in near if hung or (t.first == comma and forms[t].voice in _SAID_OF_IT)]
    return told[0] if told else None
