"""A Kazakh trigger in its sentence in, whether its subject or its object is something that nobody names, out."""

from extract.claims.grammar.endings_kk import ACCUSATIVE, GENITIVE
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

# Words that ask, letters folded.
_ASKING = frozenset(map(fold, ("қандай", "қай", "қанша", "неше", "кім", "кімдер", "қайсы")))
_MEMBERS = tuple(map(fold, ("мүшелер", "қатысушылар", "құрылтайшылар")))
# Pronouns in the accusative, letters folded.
_IT = frozenset(map(fold, ("оны", "соны", "мұны", "бұны", "осыны", "олардын", "оларды", "екеуін")))
# Posts that somebody is nominated for, in the dative, and as what, letters folded.
_POSTS = tuple(
    map(
        fold,
        (
            "қызметіне",
            "қызметке",
            "лауазымы",
            "лауазымға",
            "төрағалығына",
            "төрағалыққа",
            "жетекшілі",
            "басшылығына",
            "басшылыққа",
            "орнына",
            "құрамына",
            "кандидат",
            "үміткер",
        ),
    )
)
_UNITES = tuple(map(fold, ("біріктір", "қамти", "қамты")))
_SHORT, _NEAR = 5, 3
# "A member", what is lost by one, and what makes one of a country.
_MEMBER, _LOST = frozenset(map(fold, ("мүше", "мүшесі"))), frozenset({"suspended", "withdrew"})
_BEING = frozenset(map(fold, ("болып", "ретінде", "болудан", "болуын", "болуды", "болуға")))


def asks_who(scene: Scene, told: Told) -> bool:
    """ "Which states are in A", "a member that breaks the rules": none of those that were named."""
    if rules_members(scene, told):
        return True
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    near = items[max(0, first - _NEAR) : last + 1] if scene.lang == "kk" else ()
    asking = [k for k, i in enumerate(near) if i.norm in _ASKING]
    countries = (*scene.anaphors.countries, *scene.anaphors.bodies)
    return any(i.norm.startswith(countries) for k in asking for i in near[k + 1 : k + 2])


def rules_members(scene: Scene, told: Told) -> bool:
    """ "A member that breaks the rules is suspended": a bare noun and a present speak of any member."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "kk" or not told.form.mood or told.trigger.frame.partition(".")[0] not in _LOST:
        return False
    near = range(max(0, first - _NEAR), last)
    return any(items[k].norm in _MEMBER and items[k + 1].norm not in _BEING for k in near)


def several_meant(scene: Scene, told: Told, ids: tuple[str, ...]) -> bool:
    """ "Its members are the founding states": a plural is no single country that was named before."""
    noun = scene.clauses.items[told.trigger.first].norm
    return scene.lang == "kk" and len(ids) == 1 and noun.startswith(_MEMBERS)


def unites_other(scene: Scene, told: Told) -> bool:
    """ "If A joins, the union will unite 40 per cent of mankind": a common noun is what it unites."""
    items, first = scene.clauses.items, told.trigger.first
    if scene.lang != "kk" or not first or not items[first].norm.startswith(_UNITES):
        return False
    return _is_object(scene, first - 1) and not items[first - 1].norm.startswith(scene.anaphors.countries)


def takes_other(scene: Scene, told: Told, k: int | None) -> bool:
    """ "The states that took on the duties laid down in A": the accusative beside the verb is what was adopted."""
    items, at = scene.clauses.items, told.trigger.first - 1
    if scene.lang != "kk" or told.form.voice == "noun" or not told.trigger.frame.startswith(("adopted", "ratified")):
        return False
    while at >= 0 and (items[at].kind in {"date", "place"} or items[at].norm in scene.anaphors.adverbs):
        at -= 1
    return k is not None and k < at and told.trigger.first == told.trigger.last and _is_object(scene, at)


def _is_object(scene: Scene, at: int) -> bool:
    item, words = scene.clauses.items[at], scene.anaphors
    # "Ресей парламенті": the possessive of a noun that ends with т looks like an accusative.
    if item.norm.startswith((*words.actors, *words.houses, *words.organs)):
        return False
    own = item.kind == "word" and len(item.norm) > _SHORT and item.norm not in _IT
    return own and item.text.endswith(ACCUSATIVE) and not item.norm.startswith(scene.anaphors.nameless)


def nominated(scene: Scene, told: Told) -> bool:
    """ "Proposed A as a candidate", "A was proposed for the post of B's head": a person, and no idea."""
    items, first = scene.clauses.items, told.trigger.first
    near = items[max(0, first - _NEAR) : first] if scene.lang == "kk" and first == told.trigger.last else ()
    return any(i.kind == "word" and i.norm.startswith(_POSTS) for i in near)


def owned_by_other(scene: Scene, told: Told) -> bool:
    """ "The rise of the new states and of the region": a noun in the genitive that is no body owns the deed."""
    items, at = scene.clauses.items, told.trigger.first - 1
    if scene.lang != "kk" or told.form.voice != "noun" or told.trigger.form != "verb":
        return False
    if at >= 0 and items[at].kind == "place":
        return fold(items[at].text).endswith(GENITIVE)
    while at >= 0 and (items[at].kind == "date" or items[at].norm in scene.anaphors.adverbs):
        at -= 1
    owner = items[at] if at >= 0 else None
    if owner is None or owner.label in {"ORG", "PROGRAMME", "TREATY"} or owner.kind not in {"word", "name"}:
        return False
    return fold(owner.text).endswith(GENITIVE) and not owner.norm.startswith(tuple(scene.anaphors.bodies))
