"""The dates and triggers of a sentence in, which date belongs to which out, and the interval a claim takes from it."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.claims.datings.attributive_en import when_ahead
from extract.claims.datings.bounds_en import before_predicate
from extract.claims.datings.brackets_kk import in_brackets
from extract.claims.datings.colons_kk import day_ahead, day_explained
from extract.claims.datings.days_of_deeds_ru import called_its_day
from extract.claims.datings.front_days_ru import front_days
from extract.claims.datings.further_steps_ru import at_once, next_predicates
from extract.claims.datings.owned_en import (
    by_paper,
    happened_on,
    of_bracket,
    of_its_paper,
    told_of_another,
    when_behind,
)
from extract.claims.datings.owned_kk import (
    AFTER,
    FROM,
    announced_on,
    around_participle,
    of_life,
    of_title,
    only_bounds,
    when_it_had,
)
from extract.claims.datings.owned_ru import founded_by_paper, of_other
from extract.claims.datings.papers_day_en import by_signed_paper
from extract.claims.datings.relative_dates_ru import over_relative
from extract.claims.datings.roles_en import of_next_role
from extract.claims.datings.sealed_en import sealed_on
from extract.claims.datings.series_en import in_series
from extract.claims.datings.shared_dates import chained, coordinated, in_front, on_base, relative, shared
from extract.claims.datings.when_ru import told_when
from extract.claims.datings.where_ru import told_where
from extract.claims.datings.with_noun_en import happened_with
from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.endings_kk import ATTRIBUTIVE
from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.tokens import fold
from kb.model import STATE_CLAIMS, Mention

_CITATION, _TOGETHER = 4, 8
# A date in front of the sentence dates its main verb, however far that is.
_FRONTED = 6.0
_FAR, _STATE_FAR = 15.0, 7.0
_AFTER_VERB = {"en": 0.0, "ru": 0.0, "kk": 10.0}
_BEFORE_VERB = {"en": 0.5, "ru": 0.3, "kk": 0.0}
# The date in the name of an instrument dates an act only where the sentence has no other.
_ATTRIBUTE, _NOUN = 5.0, 1.0
# A date beside a verb that tells no claim is that verb's.
_TAKEN, _TAKEN_BY_ACT, _NEARER = 5.0, 8.0, 1.5
# So near and with so short words between stands a time that is said again.
_AGAIN, _SMALL = 4, 2
# A date this near behind a noun is its own.
_BESIDE = 0.6
_CLAUSE_ENDS = frozenset(",;")
# "From 1949 to 1991": both ends are said.
_BOTH = 2
# What happens to an instrument later never has the date in its name.
_NEVER_NAMED = ("terminated", "entered_into_force", "in_effect", "ratified", "withdrew", "acceded", "suspended")
# What replaces a paper of some day does so on another.
_REPLACING = "succeeded"
_AS = "as"
# A Kazakh deed that has an owner, and owns a noun itself, letters folded.
_DEEDS, _OWNER_OF = frozenset({"noun", "clause"}), ("ынын", "инин")
_YEARS = fold("жыл")
_YEARLY, _BY_NAME = (fold("жылғы"), fold("жылгы")), 3


@dataclass(frozen=True, slots=True)
class Dated:
    """EDTF and bounds as a claim carries them."""

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None


def attach_dates(clauses: Clauses, forms: Mapping[Trigger, Form], of: frozenset[str]) -> dict[Trigger, int]:
    """Trigger -> item of its date. Every date has one owner; of several the nearest stays. `of`: "of", "от"."""
    heads = {t.head for t in forms}
    others = [k for k in clauses.verbs if k not in heads and (k not in clauses.held or clauses.held[k] not in forms)]
    owned: dict[Trigger, list[tuple[float, int]]] = {}
    for k, item in enumerate(clauses.items):
        if item.kind != "date" or item.mention is None or not item.mention.edtf or _cited(clauses.items, k, forms):
            continue
        if of_title(clauses, k) or of_life(clauses, k):
            continue
        costs = [(_cost(clauses, t, form, k, of, others), abs(t.first - k), t) for t, form in forms.items()]
        cost, _, owner = min(costs, key=lambda row: row[:2], default=(_FAR, 0, None))
        if owner is not None and cost < (_STATE_FAR if owner.form == "state" else _FAR):
            owned.setdefault(owner, []).append((cost, k))
    found = {t: min(rows)[1] for t, rows in owned.items()}
    found |= _left_over(clauses, forms, found, (of, others))
    found |= _fallen_back(clauses, forms, found, (of, others))
    found |= _adjoining(clauses, forms, found)
    found |= on_base(clauses, forms, found)
    found |= chained(clauses, forms, found)
    found |= coordinated(clauses, forms, found)
    found |= relative(clauses, forms, found)
    found |= shared(clauses, forms, found)
    found |= told_when(clauses, forms, found) | told_where(clauses, forms, found)
    found |= front_days(clauses, forms, found) | next_predicates(clauses, forms, found)
    found |= over_relative(clauses, forms, found) | at_once(clauses, forms, found)
    found |= called_its_day(clauses, forms, found)
    found |= founded_by_paper(clauses, forms, found) | announced_on(clauses, forms, found)
    found |= when_it_had(clauses, forms, found) | day_ahead(clauses, forms, found)
    found |= day_explained(clauses, forms, found)
    if clauses.lang == "en":
        found |= by_paper(clauses, forms, found) | when_behind(clauses, forms, found)
        found |= when_ahead(clauses, forms, found) | sealed_on(clauses, forms)
        found |= happened_with(clauses, forms, found) | by_signed_paper(clauses, forms, found)
        found |= in_series(clauses, forms, found)
        found |= before_predicate(clauses, forms, found)
        found = {t: k for t, k in found.items() if not of_its_paper(clauses, t, forms[t], k)}
        found = {t: k for t, k in found.items() if not (of_bracket(clauses, t, k) or of_next_role(clauses, t, k))}
    found |= around_participle(clauses, forms) | in_brackets(clauses, forms)
    found = {t: k for t, k in found.items() if k >= 0}
    return {t: _finer(clauses, k, set(found.values())) for t, k in found.items()}


def _finer(clauses: Clauses, k: int, owned: Container[int]) -> int:
    """ "Two years later, in December 1993": the same time said again, to the month or day."""
    items, said = clauses.items, clauses.items[k].mention
    for n in range(k + 1, min(k + _AGAIN, len(items))):
        again = items[n].mention
        if items[n].kind == "date" and said and again and n not in owned:
            return n if (again.edtf or "").startswith(f"{said.edtf}-") else k
        if items[n].kind not in {"mark", "word"} or len(items[n].text) > _SMALL or clauses.joins(n):
            break
        if items[n].text == ";":
            break
    return k


def _adjoining(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "With the entry of X in 1998 it was renamed": the date behind a noun is the noun's, whoever else takes it."""
    owned = set(found.values())
    return {
        t: k for t, form in forms.items() if form.voice == "noun" and t not in found
        for k in owned if k > t.last and clauses.cost(t, k) < _BESIDE
    }  # fmt: skip


def _left_over(
    clauses: Clauses,
    forms: Mapping[Trigger, Form],
    found: Mapping[Trigger, int],
    rules: tuple[frozenset[str], Iterable[int]],
) -> dict[Trigger, int]:
    """A second date of a verb belongs to the next verb behind it that has none."""
    more: dict[Trigger, int] = {}
    for k, item in enumerate(clauses.items):
        if item.kind != "date" or k in found.values() or item.mention is None or not item.mention.edtf:
            continue
        for trigger, form in forms.items():
            if trigger in found or trigger in more or trigger.first < k or trigger.form == "state":
                continue
            if clauses.lang == "kk" and any(k < t.first < trigger.first for t in forms):
                continue
            if _cost(clauses, trigger, form, k, rules[0], rules[1]) < _FAR and not _cited(clauses.items, k, forms):
                more[trigger] = k
                break
    return more


def _fallen_back(
    clauses: Clauses,
    forms: Mapping[Trigger, Form],
    found: Mapping[Trigger, int],
    rules: tuple[frozenset[str], Iterable[int]],
) -> dict[Trigger, int]:
    """ "Signed the treaty on its accession to A on X and joined on Y": X, before the joint, is the first verb's."""
    more: dict[Trigger, int] = {}
    owned = {k: t for t, k in found.items()}
    for k, item in enumerate(clauses.items[:-1]):
        if clauses.lang == "kk" or item.kind != "date" or k in owned or item.mention is None or not item.mention.edtf:
            continue
        before = [t for t in forms if t.last < k and t not in found and t.form == "verb"]
        last = max(before, key=lambda t: t.last, default=None)
        if last is None or not clauses.joins(k + 1) or _cited(clauses.items, k, forms):
            continue
        if not any(last.last < t.first < k for t in forms) and _cost(clauses, last, forms[last], k, *rules) < _FAR:
            more[last] = k
    return more


def _cited(items: Sequence[Item], k: int, forms: Iterable[Trigger]) -> bool:
    """A year in parentheses beside other words is a reference to literature, unless they tell what happened then."""
    depth = items[k].depth
    if not depth or any(items[t.head].depth == depth and abs(t.head - k) < _TOGETHER for t in forms):
        return False
    return any(i.depth == depth and i.kind in {"word", "name"} for i in items[max(0, k - _CITATION) : k])


def _cost(clauses: Clauses, trigger: Trigger, form: Form, k: int, of: frozenset[str], others: Iterable[int]) -> float:
    fronted = in_front(clauses, k) and not _attributive(clauses, k, of)
    reported = form.mood and not fronted and clauses.reported(k, trigger.first)
    if reported or (k < trigger.first and clauses.parted(k, trigger.first)):
        return _FAR
    if clauses.lang == "kk" and (_next_clause(clauses, trigger, k) or _explained(clauses, trigger, k)):
        return _FAR
    if clauses.lang == "kk" and (_remembered(clauses, trigger, form, k) or only_bounds(clauses, k)):
        return _FAR
    if clauses.lang == "ru" and of_other(clauses, trigger, form, k):
        return _FAR
    cost = clauses.cost(trigger, k)
    if clauses.lang == "kk" and form.voice == "participle" and _heads_entry(clauses, k):
        return _FAR
    if trigger.form == "state" and _attributive(clauses, k, of) and clauses.lang == "kk":
        return _FAR
    if clauses.lang == "en" and (told_of_another(clauses, trigger, k) or of_its_paper(clauses, trigger, form, k)):
        return _FAR
    if clauses.lang == "en" and form.voice == "noun" and happened_on(clauses, trigger, k):
        return _NOUN if k > trigger.last else 0.0
    deed = clauses.lang == "kk" and form.voice == "noun" and _of_deed(clauses, trigger, k)
    never = trigger.frame.startswith(_NEVER_NAMED) or trigger.frame == _REPLACING
    if never and not deed and _attributive(clauses, k, of):
        return _FAR
    if form.voice != "noun":
        cost += (_AFTER_VERB if k > trigger.head else _BEFORE_VERB)[clauses.lang]
    if form.voice == "noun":
        cost += _NOUN
    between = clauses.items[k + 1 : trigger.first]
    parted = any(i.kind == "date" or (i.text == ";" and not _opens_entry(clauses, k)) for i in between)
    if trigger.first > k and in_front(clauses, k) and not parted:
        return min(cost, _FRONTED) + (_ATTRIBUTE if _attributive(clauses, k, of) else 0.0)
    if clauses.parts(k, trigger.first) or clauses.later(trigger, k):
        return _FAR
    if form.voice == "noun" and clauses.happening:
        others = [v for v in others if v < trigger.first or clauses.items[v].norm not in clauses.happening]
    near, verb = min(((clauses.between(v, k), v) for v in others), default=(cost, 0))
    if cost > _NEARER and near + _NEARER < cost:
        cost += _TAKEN_BY_ACT if verb in clauses.held else _TAKEN
    return cost + (_ATTRIBUTE if _attributive(clauses, k, of) else 0.0)


def _heads_entry(clauses: Clauses, k: int) -> bool:
    """ "2 April 1999 – A, which did not sign, left": the date of an entry is of its main verb."""
    main = any(f.voice in {"active", "converb"} for f in clauses.forms.values())
    return main and k == 0 and k + 1 < len(clauses.items) and clauses.items[k + 1].text in DASHES


def _next_clause(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """Behind a Kazakh verb and one of these marks stands another clause."""
    return any(i.text in _CLAUSE_ENDS for i in clauses.items[trigger.last + 1 : k])


def _remembered(clauses: Clauses, trigger: Trigger, form: Form, k: int) -> bool:
    """ "Marked ten years of its accession in 2022": the date behind a Kazakh deed is of the years that have passed."""
    counted = any(i.norm == _YEARS for i in clauses.items[trigger.last + 1 : trigger.last + 1 + _BY_NAME])
    owning = counted or clauses.items[trigger.head].norm.endswith(_OWNER_OF)
    return form.voice in _DEEDS and owning and k > trigger.last


def _explained(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "A's accession took years: it applied in 1993": a verb before the colon ends what the trigger tells."""
    colon = next((n for n in range(trigger.last + 1, k) if clauses.items[n].text == ":"), None)
    return colon is not None and any(trigger.last < n < colon for n in clauses.verbs)


def _opens_entry(clauses: Clauses, k: int) -> bool:
    """ "23 May 2006 – summit in Kyiv; Charter signed": the day of a chronicle's entry is that of all it tells."""
    return k == 0 and len(clauses.items) > 1 and clauses.items[1].text in DASHES


def _attributive(clauses: Clauses, k: int, of: frozenset[str]) -> bool:
    """The date belongs to a name; "at the summit of July 2024" says when, as the summit does."""
    items, lang = clauses.items, clauses.lang
    if lang == "kk":
        return _of_name_kk(clauses, k)
    if k > 1 and items[k - 1].norm in of:
        return items[k - 2].norm not in clauses.meetings and items[k - 2].norm != _AS
    return k > 1 and lang == "ru" and _names_year(items[k - 1], items[k])


def _of_name_kk(clauses: Clauses, k: int) -> bool:
    """ "2014 жылғы 29 мамырдағы шарт", "1975 жылғы Лагос шарты"; a summit of a day is when it happened."""
    items, following = clauses.items, clauses.items[k + 1 : k + 2 + _BY_NAME]
    if items[k].norm.endswith(ATTRIBUTIVE):
        return not any(i.norm in clauses.meetings for i in following)
    mention = items[k].mention
    year = items[k].norm.endswith(_YEARLY) and mention is not None and (mention.edtf or "").isdigit()
    # "After the coup of 2006": so no deed is dated.
    past = any(a.norm.endswith(FROM) and b.norm in AFTER for a, b in pairwise(following))
    past = past and any(i.kind == "date" for i in items[k + 1 :])  # Where another date says when.
    return year and bool(following) and (past or (following[0].kind == "name" and following[0].label == "TREATY"))


def _of_deed(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """ "2015 жылғы қаңтардағы А-ның Б-ға қосылуы": with no paper between, the date of a Kazakh noun is its own."""
    between = clauses.items[k + 1 : trigger.first]
    return bool(between) and all(i.kind == "name" and i.label != "TREATY" for i in between)


def _names_year(paper: Item, date: Item) -> bool:
    """ "Устав 1993 г.": a bare year right behind an instrument."""
    year = date.mention is not None and (date.mention.edtf or "").isdigit()
    return year and paper.label == "TREATY" and paper.kind in {"name", "ref"}


def dated(kind: str, mention: Mention | None) -> Dated:
    """An act takes the bare value of "since X" and "by X"; a state that began then holds from it on."""
    if mention is None or not mention.edtf:
        return Dated()
    edtf, state = mention.edtf, kind in STATE_CLAIMS
    ends = edtf.split("/")
    if kind == "terminated" and len(ends) == _BOTH and all(end and end[:4] in mention.text for end in ends):
        return Dated(ends[1], _upper(ends[1], mention.latest) or f"{ends[1][:4]}-01-01", mention.latest)
    # "date:since:relative": how it bounds, then where its year is from.
    rules = mention.method.split(":")
    if state and "since" in rules and "/" not in edtf:
        return Dated(f"{edtf}/..", mention.earliest, None)
    if state and "until" in rules and "/" not in edtf:
        return Dated(f"../{edtf}", None, mention.latest)
    if not state and edtf.endswith("/.."):
        bare = edtf.removesuffix("/..")
        return Dated(bare, mention.earliest, mention.latest or _upper(bare, mention.earliest))
    if not state and edtf.startswith("../"):
        return Dated(edtf.removeprefix("../"), mention.earliest, mention.latest)
    return Dated(edtf, mention.earliest, mention.latest)


def _upper(edtf: str, earliest: str | None) -> str | None:
    """The last day of a bare value whose open interval has none: known where the value is a day."""
    return earliest if edtf == earliest else None
