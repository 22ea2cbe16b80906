"""An agreement and a body that is one by its name in, which of them came after the other out."""

from collections.abc import Iterator

from extract.claims.scene import Draft, Scene


def succeeded_pact(scene: Scene, kind: str, ends: tuple[int | None, int | None]) -> Iterator[Draft]:
    """ "NAFTA gave way to the USMCA": successor and predecessor, of which one is called by its paper's name."""
    items, (new, old) = scene.clauses.items, ends
    if scene.lang == "kk" or new is None or old is None:
        return
    named = {items[k].label: scene.ids(k)[:1] for k in (new, old)}
    successor, predecessor = _as_body(scene, new), _as_body(scene, old)
    if set(named.get("ORG", ())) & scene.tables.pacts and successor and predecessor and successor != predecessor:
        yield Draft(kind, successor, predecessor, new)


def _as_body(scene: Scene, k: int) -> str | None:
    """The body of a paper; a body is itself."""
    ids = scene.ids(k)[:1]
    if scene.clauses.items[k].label != "TREATY":
        return next(iter(ids), None)
    return next((body for id_ in ids if (body := scene.tables.body_of(id_))), None)
