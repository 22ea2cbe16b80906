"""A Russian verb of giving way in, which body does so out: the subject of the verb before, not what that governs."""

from extract.claims.fillers.shared_subjects_ru import shared_subject
from extract.claims.grammar.slots import BODY
from extract.claims.grammar.subjects_ru import no_subjects
from extract.claims.scene import Scene, Told

_BY = "by"


def subject_before(scene: Scene, told: Told, variant: str, at: int | None) -> int | None:
    """ "A acquired an Assembly, but a year later gave way to B": A, where the name at `at` cannot be the subject."""
    items, head = scene.clauses.items, told.trigger.head
    own = scene.lang == "ru" and variant == _BY and told.form.voice == "active"
    if not own or at is None or at > told.trigger.first or at not in set(no_subjects(items, items[head].norm)):
        return at
    subject = shared_subject(scene, told)
    return at if subject is None or items[subject].label not in BODY else subject
