"""A body named in an English or Russian sentence in, whether it only says whose occasion or members are meant out."""

from extract.claims.anaphora.counterparts import dealt_with
from extract.claims.anaphora.references_ru import of_occasion
from extract.claims.scene import Scene

_COMPLEMENT, _MARGIN = 7, 4
# "…, the president said at a meeting of A": how near the verb stands, and its subject's comma before it.
_TOLD_NEAR, _TELLER, _WHERE_TOLD = 6, 7, frozenset({"at", "during", "after", "before"})
# "A status enjoyed by the founders of A": whose members are compared.
_FOUNDERS = ("founders", "signatories", "participants")
_COMPARED = frozenset({"by", "unlike", "like", "than", "with", "as"})


def only_describing(scene: Scene, k: int) -> bool:
    """ "UN sanctions", "on the margins of the NATO summit": an English body that only says of what another noun is.

    "Its agreement with A": in any language the other side is no body that one joins.
    """
    item, dealings = scene.clauses.items[k], {scene.lang: scene.anaphors.dealings}
    if dealt_with(scene.text, (item.start, item.end), scene.lang, dealings):
        return True
    return scene.lang == "en" and (_on_margin(scene, k) or _of_others(scene, k) or scene.arguments.belongs(k))


def _of_others(scene: Scene, k: int) -> bool:
    """ "A status enjoyed by the four founders of A; B is an observer": an English body whose members are compared."""
    near = [i.norm for i in scene.clauses.items[max(0, k - _COMPLEMENT) : k]]
    fellows = [n for n, norm in enumerate(near) if norm in _FOUNDERS or norm in scene.anaphors.members]
    behind = fellows and near[fellows[-1] + 1 :] in (["of"], ["of", "the"])
    return bool(behind) and not _COMPARED.isdisjoint(near[: fellows[-1]])


def _on_margin(scene: Scene, k: int) -> bool:
    near = scene.clauses.items[max(0, k - _MARGIN) : k]
    return any(i.norm.startswith(scene.anaphors.occasions or "\n") for i in near)


def of_occasions(scene: Scene) -> list[int]:
    """ "During the jubilee of A the forum was joined by B": a body whose occasion it was is not joined."""
    named = [k for k, i in enumerate(scene.clauses.items) if i.kind == "name" and i.label == "ORG"]
    if scene.lang == "en":
        return [k for k in named if _on_margin(scene, k) or _told_at(scene, k)]
    return [k for k in named if scene.lang == "ru" and of_occasion(scene.clauses.items, k, scene.anaphors)]


def _told_at(scene: Scene, k: int) -> bool:
    """ "…, the president said at a meeting of A": a body at whose session something was only said."""
    items = scene.clauses.items
    for n in range(max(1, k - _TOLD_NEAR), k):
        if items[n].norm in scene.clauses.telling and items[n + 1].norm in _WHERE_TOLD:
            return any(i.text == "," for i in items[max(0, n - _TELLER) : n])
    return False
