"""A Kazakh trigger in its sentence in, whether its words say something else than they seem to out."""

from itertools import pairwise

from extract.claims.grammar.endings_kk import GENITIVE
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_ONE, _NOT, _AND = fold("бір"), fold("емес"), frozenset(map(fold, ("мен", "пен", "бен", "және")))
_AT_ONCE = frozenset(map(fold, ("бірден", "бірден-ақ", "дереу", "лезде")))
_THEMSELVES = frozenset(map(fold, ("өзі", "өздері", "өзінің", "өздерінің")))
_ARISING = frozenset(map(fold, ("пайда", "туған", "туындаған", "шыққан")))
_STATEMENTS = tuple(map(fold, ("мәлімдеме", "шешім", "қарар", "қаулы", "үндеу", "коммюнике", "хабарлама")))
_ON, _NEAR = frozenset(map(fold, ("туралы", "жөніндегі", "жөнінде"))), 4


def untold_kk(scene: Scene, told: Told) -> bool:
    """What was not done at once, two notions that are not one, what arose itself, and statements on what has a name."""
    readers = (_not_at_once, _not_one_notion, _arose_itself, _initiative_with, _statement_on, _of_period)
    return any(is_it(scene, told) for is_it in readers)


def _not_at_once(scene: Scene, told: Told) -> bool:
    """«A Б-ға бірден кірген жоқ»: that it came later is no denial."""
    before = scene.clauses.items[max(0, told.trigger.first - 1)]
    return told.polarity == "negated" and told.form.voice == "active" and before.norm in _AT_ONCE


def _not_one_notion(scene: Scene, told: Told) -> bool:
    """«A болу мен B-ны бекіту бір ұғым емес»: two deeds are not the same, and neither is denied."""
    items, last = scene.clauses.items, told.trigger.last
    near = [i.norm for i in items[last + 1 : last + 1 + _NEAR]]
    return told.form.voice == "noun" and near[:1] == [_ONE] and _NOT in near


def _arose_itself(scene: Scene, told: Told) -> bool:
    """«Өздері пайда болған A-дан кейін»: behind "themselves" the participle tells of those, and A is where."""
    items, first = scene.clauses.items, told.trigger.first
    arose = told.trigger.frame.startswith("established") and told.form.voice == "participle"
    # "A that it founded itself" is founded all the same.
    return arose and first > 0 and items[first].norm in _ARISING and items[first - 1].norm in _THEMSELVES


def _initiative_with(scene: Scene, told: Told) -> bool:
    """«A бастамасы мен B-ны түйістіру»: an initiative beside a body did not propose it."""
    held = scene.clauses.items[told.trigger.first : told.trigger.last + 1]
    return told.trigger.frame.startswith("proposed") and any(
        a.kind == "word" and b.norm in _AND for a, b in pairwise(held)
    )


def _statement_on(scene: Scene, told: Told) -> bool:
    """«A туралы бірлескен мәлімдеме қабылдады»: a statement was passed, and A is what it is about."""
    items, first = scene.clauses.items, told.trigger.first
    if not first or not told.trigger.frame.startswith(("adopted", "signed")) or told.form.voice == "noun":
        return False
    noun = items[first - 1]
    own = noun.kind == "word" and noun.norm.startswith(_STATEMENTS) and not noun.norm.endswith(GENITIVE)
    return own and any(i.norm in _ON for i in items[max(0, first - _NEAR) : first - 1])


def _of_period(scene: Scene, told: Told) -> bool:
    """«A-ның құрылуы мен дамуы (1991–1994)»: the years in brackets are those that a title speaks of."""
    lives = told.trigger.frame.startswith(("established", "terminated")) and told.form.voice == "noun"
    nouns = {t.head for t, form in scene.clauses.forms.items() if form.voice == "noun"}
    if not lives or scene.clauses.verbs - nouns:
        return False
    dates = [i for i in scene.clauses.items[told.trigger.last :] if i.kind == "date" and i.mention is not None]
    return any(i.depth and "/" in (i.mention.edtf or "") for i in dates if i.mention is not None)
