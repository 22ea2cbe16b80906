"""An organ beside a Kazakh trigger of membership in, whether it is joined or left itself, and not its body, out."""

from extract.claims.scene import Scene, Told

_STEPS = ("acceded", "withdrew", "membership")
# How the ids of organs end that have members of their own.
_GATHERINGS = ("-ipa", "-assembly", "pace", "-ministers")


def joined_itself(scene: Scene, told: Told, at: int) -> bool:
    """ "Left the Council of Defence Ministers": named in the case of what is joined or left, or meant by "it"."""
    item = scene.clauses.items[at]
    if scene.lang != "kk" or not told.trigger.frame.startswith(_STEPS) or not item.ids:
        return False
    cases = {".dative"} if not told.trigger.frame.startswith("withdrew") else {".ablative"}
    named = item.kind == "name" or item.norm in scene.anaphors.body_pronouns
    return named and item.ids[0].endswith(_GATHERINGS) and bool(scene.arguments.marks(at) & cases)
