"""A Kazakh trigger of membership in, whether another thing than the body in mind is joined or left, out."""

from itertools import takewhile

from extract.claims.scene import Scene, Told
from extract.language.tokens import fold, tokenise

# Nouns of what belongs to a body, behind which the verb needs its owner: "құрамына", "қатарынан", letters folded.
_RANKS = tuple(map(fold, ("құрам", "қатар", "сапы", "отбасы")))
_BELONGING = frozenset({"acceded", "withdrew", "membership"})
_LEAST = 5
_MEMBERS = frozenset(map(fold, ("мүше", "мүшесі", "қатысушысы", "бақылаушысы")))
_THERE = frozenset(map(fold, ("бар", "болды", "болған", "болатын")))
# "Өтті" is "passed" and "was held", letters folded.
_HELD = tuple(map(fold, ("өтті", "өткен", "өтіп", "өтпе", "өтеді", "өту")))
# So far before the sentence may the last step have been told, in characters, and its goal before its verb, in words.
_EARLIER, _GOAL = 400, 3
_STEPS = tuple(map(fold, ("кір", "қосыл", "енді", "еніп", "енген", "енуге", "өтті")))


def goes_elsewhere(scene: Scene, told: Told) -> bool:
    """The Kazakh sentence, or the one before it, says that something else was joined than a body."""
    if scene.lang != "kk":
        return False
    return (
        _unknown(scene, told)
        or _counted(scene, told)
        or _of_other(scene, told)
        or _fronted(scene, told)
        or _as_before(scene, told)
    )


def only_met(scene: Scene, told: Told, at: int) -> bool:
    """ "The Council was held in Moscow": only who is passed into stands in the dative."""
    items, (first, head) = scene.clauses.items, (told.trigger.first, told.trigger.head)
    passed = told.trigger.frame == "acceded" and first == at and items[head].norm.startswith(_HELD)
    return passed and ".dative" not in scene.arguments.marks(at)


def counts_members(scene: Scene, told: Told) -> bool:
    """ "The body that A leads has 27 members": behind a number the noun counts members and names none."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or first == 0 or first != told.trigger.last or items[first].norm not in _MEMBERS:
        return False
    owned = first + 1 < len(items) and items[first + 1].norm in _THERE
    return owned and _is_number(scene, items[first - 1].norm)


def enters_country(scene: Scene, told: Told) -> bool:
    """ "The states that were part of the USSR": a bare country before the ranks is what was entered."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or not first or told.trigger.frame.partition(".")[0] not in _BELONGING:
        return False
    whole = items[first - 1]
    bare = whole.kind == "name" and not any(m.startswith(".") for m in scene.arguments.marks(first - 1))
    return bare and whole.label == "COUNTRY" and items[first].norm.startswith(_RANKS[0])


def _unknown(scene: Scene, told: Told) -> bool:
    """ "Is a member of UNESCO": a capitalised owner that nobody knows is no body that was named before."""
    items, first = scene.clauses.items, told.trigger.first
    owner = items[first - 1] if first > 1 and items[first].norm in _MEMBERS else None
    capital = owner is not None and owner.kind == "word" and owner.text[:1].isupper()
    return capital and owner is not None and owner.norm.endswith(tuple(scene.anaphors.owner))


def _counted(scene: Scene, told: Told) -> bool:
    """ "Joined 73 organizations", "is in some hundred bodies": a number makes them many, though the noun is single."""
    items, first = scene.clauses.items, told.trigger.first
    near = list(takewhile(lambda i: i.kind == "word", reversed(items[max(0, first - _LEAST) : told.trigger.last + 1])))
    bodies = tuple(scene.anaphors.bodies)
    at = next((k for k, i in enumerate(near) if i.norm.startswith(bodies)), None)
    # "Ten countries joined the union": a number of those who join is none of bodies.
    own = () if at is None else takewhile(lambda i: not i.norm.startswith(scene.anaphors.countries), near[at + 1 :])
    return any(_is_number(scene, i.norm) for i in own)


def _is_number(scene: Scene, norm: str) -> bool:
    return norm[:1].isdigit() or norm in scene.anaphors.counts or norm in scene.anaphors.numerals


def _of_other(scene: Scene, told: Told) -> bool:
    """ "Entered the ranks of the government": a noun that is no body owns what was entered."""
    items, first = scene.clauses.items, told.trigger.first
    ranked = first > 0 and told.trigger.first < told.trigger.last and items[first].norm.startswith(_RANKS)
    owner = items[first - 1]
    return ranked and owner.kind == "word" and owner.norm.startswith(scene.anaphors.companies)


def _fronted(scene: Scene, told: Told) -> bool:
    """ "The zone A and B wish to join": a common noun in the dative before who joins is what is joined."""
    items, at = scene.clauses.items, told.trigger.first - 1
    small = scene.anaphors.adverbs
    while at >= 0 and (items[at].label == "COUNTRY" or items[at].kind in {"date", "place"} or items[at].norm in small):
        at -= 1
    goal = items[at] if 0 <= at < told.trigger.first - 1 else None
    if goal is None or goal.kind != "word" or told.trigger.form != "verb" or told.trigger.frame != "acceded":
        return False
    they = goal.norm.startswith(tuple(scene.anaphors.groups)) or goal.norm in scene.anaphors.pronouns
    return not they and len(goal.norm) > _LEAST and goal.norm.endswith(scene.marks.dative)


def _as_before(scene: Scene, told: Told) -> bool:
    """ "A joined the customs zone. B opposes C's joining": the goal told last goes on to be meant."""
    items = scene.clauses.items
    if told.trigger.frame != "acceded":
        return False
    start = items[0].start
    words = list(tokenise(scene.text, max(0, start - _EARLIER), start))
    for k in range(len(words) - 1, 0, -1):
        if not fold(words[k].text).startswith(_STEPS):
            continue
        ahead = words[max(0, k - _GOAL) : k]
        goals = [w for w in ahead if fold(w.text).endswith(scene.marks.dative)]
        if goals:
            return fold(goals[-1].text).startswith(scene.anaphors.joinable)
    return False
