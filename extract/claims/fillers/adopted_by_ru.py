"""A Russian participle of taking in, whether the name behind it says who did something to another thing out."""

from extract.claims.scene import Scene, Told
from extract.language.russian import is_case, readings

_DOER = "ablt"


def done_by(scene: Scene, told: Told) -> bool:
    """ "Обязательства, принятые Беларусью": a name in the instrumental right behind the participle was not admitted."""
    items, k = scene.clauses.items, told.trigger.last + 1
    if scene.lang != "ru" or told.form.voice not in {"participle", "passive"} or k >= len(items):
        return False
    word = items[k].text.split()[-1] if items[k].kind == "name" else ""
    cases = {case for _, case, _ in readings(word)} if word else set()
    return _DOER in cases and not is_case(word, "nomn")
