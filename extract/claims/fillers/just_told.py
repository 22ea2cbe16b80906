"""A sentence in, the claim that the sentence right before it told last out."""

from extract.claims.scene import Scene
from kb.model import Claim

# Between two sentences that follow each other, in characters.
_NEXT = 2


def just_told(scene: Scene) -> Claim | None:
    """ "A was to join B. It never did": what the first of the two told; nothing where another sentence lies between."""
    last = scene.last
    near = last is not None and 0 <= scene.clauses.items[0].start - last.end_char <= _NEXT
    return last if near else None
