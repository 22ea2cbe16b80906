"""An English clause that says who else has the status told of before it in, drafts of claims out."""

from collections.abc import Iterator

from extract.claims.scene import Draft, Scene, Told

_STATUS, _NEAR = "observer", 4


def status_of_others(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "A was granted observer status in B, which C has had since 2018": C is an observer of B, too."""
    last = scene.spoken or scene.before or scene.last
    if last is None or last.type != _STATUS:
        return
    items = scene.clauses.items
    held = range(told.trigger.first, told.trigger.last + 1)
    k = next((k for k in held if items[k].label == "COUNTRY" and items[k].kind == "name"), None)
    # Its own date, so that none before its comma is taken for it.
    own = next((i.mention for i in items[told.trigger.last + 1 :][:_NEAR] if i.kind == "date"), None)
    for id_ in scene.ids(k):
        if id_ != last.subject_id:
            yield Draft(_STATUS, id_, last.object_id, -1 if k is None else k, date=own, confidence=0.7)
