"""What one trigger told in, the same of further subjects and bodies out: "A joined B in 1999, C in 2000"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.fillers.bodies import MEMBER_TYPES
from extract.claims.fillers.company_en import beside
from extract.claims.fillers.papers_kk import in_genitive
from extract.claims.scene import Draft, Scene, Told
from extract.claims.sequels.founded_along_en import founded_along
from extract.claims.sequels.gapping import bodies_in_turn, elliptic, gapped, names_in_turn, pairs_in_turn
from extract.claims.sequels.gapping_en import further_bodies_dated
from extract.claims.sequels.pairs_behind_en import of_pairs, pairs_behind
from extract.claims.sequels.turns_ru import turns
from kb.model import STATE_CLAIMS, Mention

_OF_PAPERS = frozenset({"signed", "ratified", "adopted", "entered_into_force", "in_effect"})
_ADMITTED = "adopted.or_admitted"
_JOINED_IN_TURN = frozenset({"acceded", "withdrew", "membership", "observer", "suspended"})
# So far behind its subject stands what it became.
_TURNED = 5
_TOLD = frozenset({"active", "passive"})


def further(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts again for subjects whose verb is left out."""
    yield from beside(scene, told, made)
    if not made or (scene.lang == "en" and told.polarity == "negated"):
        return  # What one did not do, the next one with a date of its own did.
    pairs = list(_pairs_before(scene, told, made))
    if pairs:
        yield from pairs
        return
    behind = pairs_behind(scene, told, made)
    yield from of_pairs(scene, made, behind)
    first = made[0] if scene.lang == "kk" else replace(made[0], item=max(d.item for d in made))
    for k, date in gapped(scene.clauses, told, first):
        if scene.owning(k) and scene.clauses.items[k].label == "TREATY" and in_genitive(scene.clauses.items[k]):
            continue  # "The protocol prolonging the treaty": the Kazakh genitive owns a noun.
        if scene.owning(k) and scene.clauses.items[k].label == "ORG" and told.form.voice in _TOLD:
            continue  # "A's own court began its work on D": A owns what began.
        if (scene.lang == "kk" and scene.arguments.framed(k)) or any(k == pair.country for pair in behind):
            continue  # "Within A in 2010 B was founded": A only frames it.
        days = scene.days(k) | _in_turn(scene, k)
        for id_ in scene.ids(k):
            if id_ == first.object_id:
                continue
            kind = _turned(scene, made[0].type, k)
            body = scene.tables.body_of(id_) if kind in _OF_PAPERS else first.object_id
            # "The assembly of A sits in B since 2006, the court of C since 2012": each is an organ of its own body.
            body = scene.tables.parents.get(id_, body) if kind == "organ_of" else body
            day = days.get(id_) or date
            yield replace(made[0], type=kind, subject_id=id_, object_id=body, date=day, item=k, participants=())
    yield from _other_bodies(scene, told, made)
    yield from founded_along(scene, told, made)
    yield from turns(scene, told, made)


def _in_turn(scene: Scene, at: int) -> dict[str, Mention]:
    """ "…, B and C in 2007 and 2013 respectively": each name of the list with its own date."""
    items, ids = scene.clauses.items, scene.ids(at)
    ends = {"name", "ref"}
    last = next((k for k in range(at + 1, len(items)) if items[k].kind in ends or items[k].text == ";"), len(items))
    dates = [i.mention for i in items[at + 1 : last] if i.kind == "date" and i.mention]
    turns = any(i.norm in scene.clauses.respective for i in items[at + 1 : last])
    return dict(zip(ids, dates, strict=True)) if turns and len(ids) == len(dates) > 1 else {}


def _turned(scene: Scene, kind: str, at: int) -> str:
    """ "A became an observer in 2018, B a full member in 2019": what B became is said beside it."""
    turned = scene.anaphors.turned if kind in {"acceded", "observer"} else {}
    for item in scene.clauses.items[at + 1 : at + 1 + _TURNED]:
        if item.kind in {"date", "name"} or item.text in {",", ";"}:
            break
        kind = next((str(other) for stem, other in turned.items() if item.norm.startswith(stem)), kind)
    return kind


def _other_bodies(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "In 2001 the SCO, in 2015 the EAEU it joined": bodies before one Kazakh verb, each with its own date."""
    if scene.lang == "en" and made[0].type in MEMBER_TYPES and told.form.voice != "noun":
        yield from _bodies_behind(scene, told, made)
        return
    admitted = told.trigger.frame == _ADMITTED and made[0].type in MEMBER_TYPES
    if not (told.trigger.frame in _JOINED_IN_TURN or admitted) or (scene.lang == "ru" and made[0].item < 0):
        return
    for k, date in bodies_in_turn(scene.clauses, told) if scene.lang != "kk" else ():
        bodies = [scene.tables.root(id_) for id_ in scene.ids(k)[:1]]
        yield from (
            replace(d, object_id=id_, date=date)
            for id_ in bodies
            for d in made
            if id_ not in {d.subject_id, d.object_id}
        )
    if scene.lang != "kk":
        return
    turns = names_in_turn(scene.clauses, "ORG", told.trigger)
    for k, date in (*turns, *elliptic(scene.clauses, "ORG", told.trigger.last + 1)):
        for id_ in dict.fromkeys(map(scene.tables.root, scene.ids(k))):
            inside = scene.marks.standing if made[0].type in STATE_CLAIMS else frozenset()
            if scene.arguments.marks(k) & (scene.marks.joined | scene.marks.left | inside) and id_ != made[0].object_id:
                yield from (replace(d, object_id=id_, date=date) for d in made if d.subject_id != id_)


def _pairs_before(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "A to B, C to D acceded": what a Kazakh verb tells of the countries and bodies before the last comma."""
    towards = scene.marks.joined | scene.marks.left
    if scene.lang != "kk" or told.trigger.frame not in _JOINED_IN_TURN or told.form.voice == "noun":
        return
    for country, body, date in pairs_in_turn(scene.clauses, told.trigger, "COUNTRY", "ORG"):
        if not scene.arguments.marks(body) & towards or country == made[0].item:
            continue
        for who in scene.ids(country):
            for what in map(scene.tables.root, scene.ids(body)[:1]):
                yield replace(made[0], subject_id=who, object_id=what, date=date, item=country)


def _bodies_behind(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[Draft]:
    """ "Has belonged to A since 1991 and to B since 1995": each further body with its own date."""
    items = scene.clauses.items
    named = [
        k
        for k, i in enumerate(items)
        if i.label == "ORG" and made[0].object_id in {scene.tables.root(id_) for id_ in i.ids}
    ]
    at = next((k for k in named if k > told.trigger.first), None)
    for k, date in () if at is None else further_bodies_dated(scene.clauses, told, at):
        for id_ in map(scene.tables.root, scene.ids(k)):
            yield from (replace(d, object_id=id_, date=date) for d in made if id_ not in {d.subject_id, d.object_id})
