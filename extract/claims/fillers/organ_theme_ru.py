"""A Russian text in, the organ with members of its own that all of it is about out: an assembly, a bank, a fund."""

from extract.claims.scene import Scene

_OF_THEIR_OWN = ("bank", "fund", "-assembly", "-ipa")


def organ_theme(scene: Scene) -> str | None:
    """ "The Assembly of A … In 1999 its ranks were joined by B": named before any other body, and none oftener."""
    first = scene.memory.first_body() if scene.lang == "ru" else None
    return first if first and scene.memory.is_organ(first) and first.endswith(_OF_THEIR_OWN) else None
