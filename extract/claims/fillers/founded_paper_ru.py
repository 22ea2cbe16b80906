"""A Russian verb of joining «к соглашению» in, the body that was told of as founded, which that paper founds, out."""

from extract.claims.scene import Scene, Told

_TO, _JOINING = frozenset({"к", "ко"}), "присоедин"
_PAPERS = ("соглашени", "договор", "конвенци", "устав", "хартии")
_ABOUT, _FOUNDING = frozenset({"о", "об"}), ("создани", "учреждени", "образовани", "основани")
_FAR, _NEAR, _FOUNDED = 250, 4, "established"


def body_of_paper(scene: Scene, told: Told) -> str | None:
    """ "The bank was founded in 2006. Later A joined «the agreement»": whoever joins its paper joins the bank."""
    items, (first, last) = scene.clauses.items, (told.trigger.first, told.trigger.last)
    if scene.lang != "ru" or not items[told.trigger.head].norm.startswith(_JOINING):
        return None
    near = (k for k in range(max(1, first - _NEAR), min(last + 3, len(items))) if items[k - 1].norm in _TO)
    at = next((k for k in near if items[k].kind in {"word", "ref"} and items[k].norm.startswith(_PAPERS)), None)
    if at is None or items[at].ids or _about_other(scene, at):
        return None
    here, last_told = scene.before, scene.last
    near_by = last_told is not None and items[0].start - last_told.end_char <= _FAR
    founded = here.subject_id if here is not None and here.type == _FOUNDED else None
    if here is None and last_told is not None and near_by:
        # Behind a founding its members are told too.
        derived = last_told.object_id if last_told.origin == "derived" else None
        founded = last_told.subject_id if last_told.type == _FOUNDED else derived
    return scene.tables.root(founded) if founded in scene.tables.types and founded is not None else None


def _about_other(scene: Scene, at: int) -> bool:
    """ "To the agreement on tariffs": another paper; "on its founding" is the body's own."""
    behind = scene.clauses.items[at + 1 : at + 3]
    about = bool(behind) and behind[0].norm in _ABOUT
    return about and not (len(behind) > 1 and behind[1].norm.startswith(_FOUNDING))
