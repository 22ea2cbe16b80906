"""An organ beside an English trigger of membership in, whether it is joined or left itself, and not its body, out."""

from extract.claims.grammar.items import ARTICLES
from extract.claims.scene import Scene, Told
from extract.language.tokens import fold

_STEPS = ("acceded", "withdrew", "membership")
# How the ids of organs end that have members of their own; a council's members are those of its body.
_OF_THEIR_OWN = ("-court", "-ipa", "-assembly", "pace")
# Whoever leaves the council of some ministers, or joins it, does not leave the body: told by its whole name.
_OF_MINISTERS = ("-ministers", "-troops", "-customs", "-transport", "-standardization", "-plenipotentiaries")

# "The Union" in a text about the Union's court is the Union.
_CALLED = ("court", "tribunal", "assembly", "parliament", "pace")
_LEADING, _ACTING = frozenset({"of", "from", "to", "this", "that", "its"}), "by"
_NEAR = 3


def organ_itself(scene: Scene, told: Told, at: int) -> bool:
    """ "Left the court", "never a member of the Assembly": right behind the trigger."""
    items, last = scene.clauses.items, told.trigger.last
    ids = items[at].ids
    if scene.lang != "en" or not told.trigger.frame.startswith(_STEPS) or not ids:
        return False
    led = [i.norm for i in items[max(0, at - _NEAR) : at] if i.norm not in ARTICLES][-1:]
    between = [i for i in items[last + 1 : at] if i.norm not in ARTICLES and i.norm not in _LEADING]
    called = any(word.startswith(_CALLED) for word in fold(items[at].text).split())
    beside = at > told.trigger.first and not between and led != [_ACTING]
    council = ids[0].endswith(_OF_MINISTERS) and not told.trigger.frame.startswith("membership")
    return beside and (council or (called and ids[0].endswith(_OF_THEIR_OWN)))


def organ_it(scene: Scene, told: Told) -> str | None:
    """ "A was never in the court; B left it": the organ named last in the sentence, or that opened the one before.

    So is any that somebody else has just left there: "A withdrew from its monetary union, and B pulled out of it".
    """
    items, first, last = scene.clauses.items, told.trigger.first, told.trigger.last
    if scene.lang != "en" or not told.trigger.frame.startswith(_STEPS):
        return None
    if not any(i.norm in scene.anaphors.singulars for i in items[last : last + 2]):
        return None
    named = [i for i in items[:first] if i.label == "ORG" and i.ids]
    organ = named[-1].ids[0] if named else scene.memory.topic_organ(items[first].start)
    just_told = scene.spoken is not None and bool(named) and scene.spoken.object_id == organ
    return organ if organ and (just_told or organ.endswith(_OF_THEIR_OWN)) else None
