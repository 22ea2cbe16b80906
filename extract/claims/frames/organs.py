"""A trigger that calls a body an organ in, drafts of whose organ it is out."""

from collections.abc import Iterator, Sequence

from extract.claims.frames.organs_at_work_ru import AT_WORK, organ_at_work, still_at_work
from extract.claims.frames.organs_en import managed_by_other, organ_before_owner, organs_beside, parents_inside
from extract.claims.frames.organs_kk import announced_organs, housed_organs
from extract.claims.frames.organs_ru import organ_of_it, parent_inside, serves_purpose
from extract.claims.grammar.arguments import Slot
from extract.claims.grammar.items import DASHES
from extract.claims.grammar.slots import BODY
from extract.claims.scene import Draft, Scene, Told
from extract.language.tokens import fold


def organ(scene: Scene, told: Told, variant: str) -> Iterator[Draft]:
    """organ_of. Variant `lists`: the parent names its organs behind the trigger; `works`: told by what one does."""
    if variant in AT_WORK:
        yield from organ_at_work(scene, told)
        return
    if variant == "housed":
        yield from housed_organs(scene, told)
        return
    lists = variant == "lists"
    announced = list(announced_organs(scene, told))
    if announced:
        yield from _announced(scene, told, announced)
        return
    organ_slot = Slot(BODY, "any" if lists or scene.lang == "ru" else "before")
    candidates = [k for k, i in enumerate(scene.clauses.items) if i.label == "ORG"]
    organs = [k for k in candidates if any(x in scene.tables.parents for x in scene.ids(k))]
    others = [k for k in candidates if k not in organs]
    behind = told.trigger.last + 1
    plain = not organs and not lists
    if managed_by_other(scene, told):
        return
    inside = parent_inside(scene, told) if scene.lang == "ru" and plain else None
    if inside is not None or (scene.lang == "ru" and serves_purpose(scene, told)):
        yield from () if inside is None else organ_of_it(scene, told, inside)
        return
    if scene.lang == "ru" and plain and behind in candidates:
        # "A is no organ of B": the genitive behind the noun is the parent.
        yield from _organ_of(scene, told, behind)
        return
    oblique = [*scene.arguments.unacting(told.trigger, told.form), *parents_inside(scene, told, candidates)]
    at = scene.find(told, organ_slot, [*others, *oblique] if organs else oblique)
    behind += scene.lang == "kk" and behind < len(scene.clauses.items) and scene.clauses.items[behind].text in DASHES
    if scene.lang == "kk" and behind in organs and not told.trigger.frame.endswith(".lists"):
        at = behind  # "Its highest organ is the Council, its court …": the organ stands behind its kind.
    elif scene.lang == "kk" and at is not None and scene.owning(at):
        # "The bank is no organ of A": the genitive is the parent; who owns an organ alone is none itself.
        other = scene.find(told, organ_slot, [at])
        at = (at if lists else None) if other is None else other
    if (at := organ_before_owner(scene, told, at)) is None:
        yield from _organ_told_of(scene, told)
        return
    yield from _under(scene, told, organs, at)


def with_organs(scene: Scene, told: Told, made: Iterator[Draft]) -> Iterator[Draft]:
    """ "Since 2006 the Assembly of A exists": what began, and in Russian whose organ it has been since then."""
    for draft in made:
        yield draft
        yield from still_at_work(scene, told, draft)


def _under(scene: Scene, told: Told, organs: Sequence[int], at: int) -> Iterator[Draft]:
    """Of whom the organs are that stand there: of the body that is named, known to own them, or in mind."""
    lists, tables = told.trigger.frame.endswith(".lists"), scene.tables
    parent_at = scene.find(told, Slot(BODY, "any", scene.marks.joined), organs or [at])
    parent = next(iter(scene.ids(parent_at)), None)
    for id_ in dict.fromkeys((*organs_beside(scene, organs, at), *scene.ids(at))):
        known = tables.parents.get(id_)
        parent = known if known and _is_short_name(scene, parent_at) else parent
        above = parent or known or scene.memory.body(scene.clauses.items[told.trigger.first].start)
        # "Organs of A: the Assembly, the Commission": a noun of its list that no table knows owns nobody.
        unknown = lists and scene.lang == "ru" and str(above).startswith("x-")
        if above and above != id_ and not unknown:
            yield Draft("organ_of", id_, above, at)
            if lists and scene.lang == "ru":
                yield from (d for d in _listed_on(scene, organs, at, above) if d.subject_id != id_)


def _announced(scene: Scene, told: Told, organs: Sequence[int]) -> Iterator[Draft]:
    """Each organ behind the Kazakh dash is the one body's before it, or that of the body in mind."""
    lower = [k for k, i in enumerate(scene.clauses.items) if any(x in scene.tables.parents for x in i.ids)]
    above_at = scene.find(told, Slot(BODY, "before", scene.marks.joined), [*organs, *lower])
    above_at = above_at if above_at is not None and above_at < told.trigger.last else None
    named = next(iter(scene.ids(above_at)), None)
    for k in organs:
        for id_ in dict.fromkeys(scene.ids(k)):
            known = scene.tables.parents.get(id_)
            parent = known if known and _is_short_name(scene, above_at) else named
            above = parent or known or scene.memory.body(scene.clauses.items[told.trigger.first].start)
            if above and above != id_:
                yield Draft("organ_of", id_, above, k)


def _is_short_name(scene: Scene, k: int | None) -> bool:
    """ "The Union", "the Community": several are called so, and a known organ tells which is meant."""
    name = fold(scene.clauses.items[k].text) if k is not None and scene.clauses.items[k].kind == "name" else ""
    return bool(name) and " " not in name and name.startswith(tuple(scene.anaphors.bodies))


def _listed_on(scene: Scene, organs: Sequence[int], at: int, parent: str) -> Iterator[Draft]:
    """ "The organs are: A; B, founded in 1992; C": further names that are known as organs of the same body."""
    held = (k for k in organs if k > at)
    ids = ((k, id_) for k in held for id_ in scene.ids(k))
    yield from (Draft("organ_of", id_, parent, k) for k, id_ in ids if scene.tables.root(id_) == parent)


def _organ_told_of(scene: Scene, told: Told) -> Iterator[Draft]:
    """ "It serves as a branch body of A": an English pronoun for the organ that the text is about."""
    at = scene.pronoun(told)
    if scene.lang != "en" or told.trigger.frame.endswith(".lists") or at is None or at > told.trigger.first:
        return
    organ_id = scene.memory.topic_organ(scene.clauses.items[at].start)
    parent_at = scene.find(told, Slot(BODY, "after", scene.marks.joined))
    above = next(iter(scene.ids(parent_at)), None) or scene.tables.parents.get(organ_id or "")
    if organ_id and above and above != organ_id:
        yield Draft("organ_of", organ_id, above, confidence=0.7)


def _organ_of(scene: Scene, told: Told, parent_at: int) -> Iterator[Draft]:
    at = scene.find(told, Slot(BODY, "before"), [parent_at])
    for id_ in scene.ids(at)[:1] if scene.ids(parent_at) else ():
        if id_ not in scene.ids(parent_at):
            yield Draft("organ_of", id_, scene.ids(parent_at)[0], -1 if at is None else at)
