"""A Russian "was transformed into A" that names no other body in, whether A began or only got its name, out."""

from collections.abc import Iterator

from extract.claims.scene import Draft, Scene, Told


def turned_into(scene: Scene, told: Told, at: int | None) -> Iterator[Draft]:
    """ "The forum was transformed into A" founds A; "it was", where the text is about A, gives it a new name."""
    if told.form.voice not in {"passive", "participle"}:
        return
    # "The treaty was transformed into A": a paper is no older name.
    paper = any(i.label == "TREATY" for i in scene.clauses.items[: told.trigger.first])
    old = None if paper or told.form.voice != "passive" else scene.memory.body(scene.clauses.items[0].start)
    for id_ in scene.ids(at)[:1]:
        kind, object_ = ("renamed", id_) if id_ == old else ("established", None)
        yield Draft(kind, id_, object_, -1 if at is None else at)
