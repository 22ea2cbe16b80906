"""A trigger of signing and its sentence in, the countries there that signed nothing, and those that did too, out."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, readings
from extract.language.tokens import fold

_DONE_TO = frozenset({"passive", "participle"})
_OF, _IN, _DASHES = "of", frozenset({"in", "at", "в", "во", "на"}), frozenset("–—-")
# Kazakh passives, letters folded: "қабылданған", "қойылды"; "without A's part in it".
_PASSIVE = ("лган", "лген", "нган", "нген")
_LACKING = ("суынсыз", "суинсиз", "кенсиз")
_WHERE = "loct"
# Kazakh "and" behind a noun.
_WITH = frozenset(map(fold, ("мен", "бен", "пен")))
_SMALL, _ENDS = 3, frozenset(".;)")
# What parts a country from the verb that it is the subject of.
_MARKS = frozenset(",;:")


def no_parties(scene: Scene, told: Told, papers: Sequence[str]) -> list[int]:
    """The items of countries that only stand in the sentence: "signed at Minsk, though Ukraine never ratified it".

    "The treaty on its accession was signed, and A became a member": whose accession it is has signed it.
    """
    items = scene.clauses.items
    named = [k for k, i in enumerate(items) if i.label == "COUNTRY" and i.kind in {"name", "ref"}]
    own = {country for (country, _), paper in scene.tables.accessions.items() if paper in papers}
    reasons = (_acts_behind, _acts_on_it, _acts_before, _houses_meeting, _is_missing, _of_next_paper)
    found = [k for k in named if own.isdisjoint(items[k].ids) and any(reason(scene, told, k) for reason in reasons)]
    # "On the shore of A, where the treaty was signed by the three": in English who signs stands behind a passive.
    done = scene.lang == "en" and told.form.voice == "passive"
    return [*found, *(k for k, i in enumerate(items[: told.trigger.first]) if done and i.label == "PERSON")]


def _acts_behind(scene: Scene, told: Told, k: int) -> bool:
    """ "The Charter was signed in 1993, but A did not ratify it": a later clause has the country as its subject."""
    last, items = told.trigger.last, scene.clauses.items
    if k <= last or scene.arguments.marks(k) & (scene.marks.agent | scene.marks.lacking):
        return False
    parted = any(items[n].text in _MARKS or scene.clauses.adds(n) for n in range(last + 1, k))
    return parted and _next_verb(scene, k) is not None


def _acts_on_it(scene: Scene, told: Told, k: int) -> bool:
    """«D-да жасалған келісімді A ратификациялаған жоқ»: behind a paper that a participle describes acts another."""
    items, last = scene.clauses.items, told.trigger.last
    described = scene.lang == "kk" and told.form.voice == "participle" and k > last + 1
    paper = described and any(i.label == "TREATY" for i in items[last + 1 : k])
    return paper and any(n in scene.clauses.verbs for n in range(k + 1, min(k + 1 + _SMALL, len(items))))


def _next_verb(scene: Scene, k: int) -> int | None:
    """The verb behind a country that no mark parts from it: "A, however, …" is left alone."""
    items = scene.clauses.items
    for n in range(k + 1, len(items)):
        if items[n].text in _MARKS | _DASHES:
            return None
        if n in scene.clauses.verbs:
            return n
    return None


def _acts_before(scene: Scene, told: Told, k: int) -> bool:
    """ "A did not ratify the Charter signed in 1993": what was done to a paper was not done by another's subject."""
    trigger, items = told.trigger, scene.clauses.items
    if k >= trigger.first:
        return False
    if scene.lang == "kk":
        return _before_participle(scene, told, k)
    done = scene.lang == "ru" and told.form.voice in _DONE_TO and is_case(items[k].text.split()[-1], "nomn")
    verb = _next_verb(scene, k) if done else None
    return verb is not None and verb < trigger.first


def _before_participle(scene: Scene, told: Told, k: int) -> bool:
    """ "A 1993 жылы қабылданған Жарғыны ратификацияламады": a bare name apart from a Kazakh passive participle."""
    items, head = scene.clauses.items, told.trigger.head
    bare = not any(m.startswith(".") for m in scene.arguments.marks(k))
    return bare and items[head].norm.endswith(_PASSIVE) and items[k + 1].kind in {"date", "place"}


def _houses_meeting(scene: Scene, told: Told, k: int) -> bool:
    """ "В столице Казахстана", "in the capital of Kazakhstan": whose town it was signed in."""
    items = scene.clauses.items
    at = k - 1
    while at > 0 and (items[at].norm in ARTICLES or items[at].norm == _OF):
        at -= 1
    if at < 1 or items[at].kind != "word" or not items[at].norm.startswith(tuple(scene.marks.spots)):
        return False
    if scene.lang == "ru":
        return any(case == _WHERE for _, case, _ in readings(items[at].norm))
    near = [i.norm for i in items[max(0, at - 3) : at]]
    return scene.lang == "en" and not _IN.isdisjoint(near)


def _is_missing(scene: Scene, told: Told, k: int) -> bool:
    """ "Without A", «без участия A», "A-ның қатысуынсыз": who had no part in it."""
    if scene.lang == "kk":
        return any(m.endswith(_LACKING) for m in scene.arguments.marks(k))
    near = scene.clauses.items[max(0, k - 2) : k]
    words = [i.norm for i in near if i.norm not in ARTICLES]
    return bool(words) and not scene.marks.lacking.isdisjoint(words[-1:] if scene.lang == "en" else words)


def _of_next_paper(scene: Scene, told: Told, k: int) -> bool:
    """ "In May T was signed, and in June — another treaty, with A": a dash stands for the verb of the second."""
    items, behind = scene.clauses.items, range(told.trigger.last + 1, k)
    papers = [n for n in behind if items[n].label == "TREATY"]
    return any(items[n - 1].text in _DASHES and items[n - 2].kind in {"date", "place"} for n in papers if n > 1)


def others_beside(scene: Scene, k: int) -> Iterator[int]:
    """ "Парламент A и парламент B": the countries whose houses or heads acted together with those of the one found."""
    items = scene.clauses.items
    named = [n for n, i in enumerate(items) if i.label == "COUNTRY" and i.kind in {"name", "ref"}]
    at = named.index(k) if k in named else -1
    for step in (-1, 1) if at >= 0 else ():
        here, there = at, at + step
        while 0 <= there < len(named) and _together(scene, *sorted((named[here], named[there]))):
            yield named[there]
            here, there = there, there + step


def _together(scene: Scene, first: int, second: int) -> bool:
    """Nothing but one "and" and nouns for those who act stands between: "A's Duma and the parliament of B"."""
    items, words = scene.clauses.items, scene.anaphors
    held = [items[n] for n in range(first + 1, second)]
    acting = (*words.houses, *words.agents, *words.members)
    joints = [n for n in range(first + 1, second) if scene.clauses.joins(n) or items[n].norm in _WITH]
    nouns = [i for i in held if i.label == "ORG" or (i.kind == "word" and i.norm.startswith(acting))]
    small = ARTICLES | {_OF, "s"}
    others = [i for n, i in enumerate(held, first + 1) if n not in joints and i not in nouns and i.norm not in small]
    return len(joints) == 1 and bool(nouns) and not others


def listed_behind(scene: Scene, told: Told) -> tuple[str, ...]:
    """ "The heads of five states signed it: A, B, C, D and E": the list that a number of signatories announces."""
    items, last = scene.clauses.items, told.trigger.last
    colon = next((k for k in range(last + 1, len(items) - 1) if items[k].text == ":"), len(items))
    listed = colon + 1 < len(items) and items[colon + 1].label == "COUNTRY" and len(items[colon + 1].members) > 1
    if told.form.voice not in {"active", "passive"} or not listed:
        return ()
    # A Kazakh auxiliary may stand behind the verb: "қол қойған еді: …".
    between = items[last + 1 : colon if scene.lang != "kk" else colon - 1]
    other = any(i.kind == "word" and not _is_small(scene, i.norm) for i in between)
    closed = all(i.text in _ENDS for i in items[colon + 2 : colon + 3])
    several = any(i.kind != "mark" and i.norm.startswith(scene.anaphors.members) for i in items[: told.trigger.first])
    return items[colon + 1].ids if several and closed and not other else ()


def _is_small(scene: Scene, norm: str) -> bool:
    """ "In", "the", "treaty": what may stand between the verb and its colon beside names and dates."""
    return len(norm) <= _SMALL or norm in scene.anaphors.instruments or norm.startswith(scene.anaphors.members)
