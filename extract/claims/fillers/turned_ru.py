"""Two bodies of a Russian verb of change in, told by the prepositions before them which one the other became, out."""

from extract.claims.grammar.agreement import agrees_with_name
from extract.claims.scene import Scene, Told
from extract.language.russian import is_noun, readings

_PREPOSITION = 2
_PERSONAL, _NEAR = frozenset({"он", "она", "оно"}), 5
_INTO, _OUT_OF = frozenset({"в", "во"}), frozenset({"из"})


def becomes(scene: Scene, k: int | None) -> bool:
    """ "Её преобразовали в САДК", "преобразовать ЕврАзЭС в ЕАЭС": behind the preposition stands what came of it."""
    return scene.lang == "ru" and k is not None and bool(scene.arguments.marks(k) & _INTO)


def heir_ahead(scene: Scene, first: int, second: int) -> bool:
    """ "В ЕАЭС преобразовано ЕврАзЭС", "САДК, преобразованная из Конференции": the first of the two is the heir."""
    into, out = ([bool(scene.arguments.marks(k) & words) for k in (first, second)] for words in (_INTO, _OUT_OF))
    return into == [True, False] or (out == [False, True] and not any(into))


def other_behind(scene: Scene, told: Told, at: int) -> bool:
    """What follows the preposition that ends the trigger is something else than the body further on."""
    items, last = scene.clauses.items, told.trigger.last
    if _serves(scene, told, at):
        return True
    if len(items[last].norm) > _PREPOSITION or at <= last + 1:
        return False
    if _turned_into_other(scene, last, at):
        return True
    if told.trigger.form != "verb":
        return False
    return items[last + 1].label == "TREATY" or any(i.text == "," for i in items[last + 1 : at])


def _serves(scene: Scene, told: Told, at: int) -> bool:
    """ "Заменяет сообществу вторую инстанцию": a bare verb replaces no body that stands in the dative."""
    word = scene.clauses.items[at].text.split()[0]
    bare = told.trigger.first == told.trigger.last and told.trigger.form == "verb" and at > told.trigger.last
    cases = {case for _, case, _ in readings(word)} if bare and not word.isupper() else set()
    return "datv" in cases and not cases & {"accs", "nomn"}


def _turned_into_other(scene: Scene, last: int, at: int) -> bool:
    """ "The turning of A «в самостоятельный институт» was discussed in B": a noun of its own, not the kind of B."""
    items, bodies = scene.clauses.items, tuple(scene.anaphors.bodies)
    between = [i for i in items[last + 1 : at] if i.kind in {"word", "ref"}]
    nouns = [i for i in between if is_noun(i.norm)]
    kind = bool(nouns) and nouns[-1] is between[-1] and nouns[-1].norm.startswith(bodies)
    return items[last].norm in _INTO and len(nouns) > kind


def pronoun_of_other(scene: Scene, told: Told, k: int) -> bool:
    """ "The end of A left the fund alone: in 2015 «он» was renamed": the pronoun does not go with the name of A."""
    items, first = scene.clauses.items, told.trigger.first
    near = range(max(0, first - _NEAR), first)
    at = next((n for n in near if items[n].norm in _PERSONAL), None) if scene.lang == "ru" else None
    if at is None or k > at or items[k].kind != "name" or len(items[k].ids) != 1:
        return False
    called = scene.memory.spelt_out(items[k].ids[0], items[k].members[0].text)
    return not agrees_with_name(items[at].norm, called)
