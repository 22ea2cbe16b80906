"""The triggers of a Kazakh sentence in, days that stand before another verb than their own out."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from extract.claims.grammar.clauses import Clauses
from extract.claims.grammar.endings_kk import WHEN
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.language.tokens import fold

_NEAR = 4
_ABOUT = frozenset(map(fold, ("туралы", "жөніндегі")))
# "At the time when", and what begins or ends then.
_WHILE = frozenset(map(fold, ("кезде", "сәтте", "уақытта", "бойда")))
_TURNS = ("established", "terminated", "succeeded", "renamed")
_FORMERLY = fold("бұрын")
# "After 1999": a date in the ablative, letters folded, and the postpositions behind it.
FROM, AFTER = ("дан", "ден", "тан", "тен", "нан", "нен"), frozenset(map(fold, ("кейін", "соң", "бұрын")))
_BOUND = (":after", ":before")
# "Of 29 May": such a date describes the noun behind it. Letters folded.
_ATTRIBUTE = ("гы", "ги")
# "Lived", "worked", letters folded.
_LIFE, _DESCRIBING = frozenset({"омир", "кызмет", "жумыс"}), ("ган", "ген", "кан", "кен")


def of_title(clauses: Clauses, k: int) -> bool:
    """ "The treaty on friendship in the 21st century": before "on" an age is of the Kazakh paper's title."""
    said = clauses.items[k].mention
    if clauses.lang != "kk" or said is None or not (said.edtf or "").endswith("XX"):
        return False
    behind = [i.norm for i in clauses.items[k + 1 :]]
    finer = any(i.kind == "date" and n != k for n, i in enumerate(clauses.items))
    return finer and not _ABOUT.isdisjoint(behind)


def of_life(clauses: Clauses, k: int) -> bool:
    """ "1979 жылға дейін өмір сүрген A-ның мұрагері": how long A lived dates nothing else."""
    near = clauses.items[k + 1 : k + 2 + _NEAR] if clauses.lang == "kk" else ()
    at = next((n for n, i in enumerate(near) if i.norm in _LIFE), 0)
    if not at or at + 2 >= len(near) or any(i.kind != "word" for i in near[:at]):
        return False
    return near[at + 1].norm.endswith(_DESCRIBING) and near[at + 2].kind == "name"


def only_bounds(clauses: Clauses, k: int) -> bool:
    """ "1999 жылдан кейін еуроаймаққа A мен B кірді": after that Kazakh date, and nobody says when."""
    if clauses.lang != "kk" or k + 1 >= len(clauses.items) or clauses.items[k + 1].norm not in AFTER:
        return False
    said = clauses.items[k].mention
    return said is not None and said.method.endswith(_BOUND) and clauses.items[k].norm.endswith(FROM)


def announced_on(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "Шығатынын 2024 жылы мәлімдеді": a plan without a day of its own has that of the verb right behind it."""
    more: dict[Trigger, int] = {}
    for trigger, form in forms.items() if clauses.lang == "kk" else ():
        at = trigger.last + 1
        planned = form.voice == "clause" and form.mood == "planned" and trigger not in found
        if not planned or at >= len(clauses.items) or clauses.items[at].kind != "date" or at in found.values():
            continue
        behind = range(at + 1, min(at + _NEAR, len(clauses.items)))
        said = next((k for k in behind if clauses.items[k].kind == "mark" or k in clauses.verbs), None)
        if said is not None and said in clauses.verbs and said not in clauses.held:
            more[trigger] = at
    return more


def when_it_had(clauses: Clauses, forms: Mapping[Trigger, Form], found: Mapping[Trigger, int]) -> dict[Trigger, int]:
    """ "Шарт 1993 жылы күшіне енгенде одақ өмірге келді": what begins or ends when something happened does so then."""
    more: dict[Trigger, int] = {}
    told = sorted(forms, key=lambda t: t.first) if clauses.lang == "kk" else []
    for when, main in pairwise(told):
        fits = when in found and main not in found and main.form == "verb" and forms[main].voice == "active"
        if not fits or forms[main].mood or not main.frame.startswith(_TURNS) or found[when] > when.last:
            continue
        items, behind = clauses.items, when.last + 1
        timed = items[when.head].norm.endswith(WHEN) or items[behind].norm in _WHILE
        between = range(behind, main.first)
        apart = any(k in clauses.verbs or items[k].kind == "date" or items[k].text in ";:" for k in between)
        if timed and not apart:
            more[main] = found[when]
    return more


def around_participle(clauses: Clauses, forms: Mapping[Trigger, Form]) -> dict[Trigger, int]:
    """ "Шартқа 2014 жылы 2000 жылы құрылған A негізінде қол қойылды": the outer date is the main verb's.

    So is the only one before "formerly": "2014 жылы бұрын құрылған A негізінде қол қойылды".
    """
    more: dict[Trigger, int] = {}
    # -1 leaves the participle without one.
    told = sorted(forms, key=lambda t: t.first) if clauses.lang == "kk" else []
    for n, inner in enumerate(told):
        if forms[inner].voice != "participle" or inner.form != "verb":
            continue
        main = next((t for t in told[n + 1 :] if t.form == "verb"), None)
        if main is None or forms[main].voice != "active":
            continue
        begun = max((t.last for t in told[:n]), default=-1)
        dates = _dates(clauses, begun + 1, inner.first)
        formerly = [k for k in range(begun + 1, inner.first) if clauses.items[k].norm == _FORMERLY]
        own = [k for k in dates if not formerly or k > formerly[-1]]
        outer = [k for k in dates if k not in own] if formerly else dates[:-1]
        if outer:
            more |= {main: outer[0]} | {inner: own[-1] if own else -1}
    return more


def _dates(clauses: Clauses, first: int, last: int) -> Sequence[int]:
    """Adverbial dates with no verb behind them."""
    items = clauses.items
    begun = max((k + 1 for k in range(first, last) if k in clauses.verbs), default=first)
    said = (k for k in range(begun, last) if items[k].kind == "date" and items[k].mention is not None)
    return [k for k in said if not items[k].norm.endswith(_ATTRIBUTE)]
