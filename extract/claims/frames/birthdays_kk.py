"""A Kazakh "day of birth" of a body in, its founding out."""

from collections.abc import Iterator

from extract.claims.grammar.items import DASHES
from extract.claims.scene import Draft, Scene, Told

_BODY, _NEAR, _NO_YEAR = "ORG", 3, "X"


def born(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A-ның туған күні – 1992 жылдың 25 маусымы", "2001 жылғы 15 маусым – A-ның туған күні": of who owns it."""
    items, first = scene.clauses.items, told.trigger.first
    at = first if items[first].label == _BODY else first - 1
    while at >= 0 and items[at].kind == "word" and items[at].norm in scene.anaphors.adverbs:
        at -= 1
    if at < 0 or items[at].label != _BODY or not (scene.owning(at) or items[at].kind == "ref"):
        return
    dashed = at > 1 and items[at - 1].text in DASHES
    near = items[told.trigger.last : told.trigger.last + _NEAR] if not dashed else items[at - 2 : at - 1]
    date = next((i.mention for i in near if i.kind == "date"), None)
    if date is not None and not (date.edtf or "").startswith(_NO_YEAR):
        yield from (Draft("established", id_, None, at, date=date) for id_ in items[at].ids[-1:])
