"""A Russian verb of membership and its drafts in, what it tells of further bodies out: `в A — в 1992-м`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.fillers.bodies import LEAVING, MEMBER_TYPES
from extract.claims.grammar.items import DASHES
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_case

_BOUNDS, _ENDS = frozenset(",;"), frozenset(".:!?")
# Whoever became one thing may have become another.
_RANKED, _CANDIDATE = frozenset({"acceded", "observer"}), ("acceded.planned", "state")
_MEMBER, _OBSERVER = "membership", "observer"
_WITHIN = frozenset({"в", "во", "с", "со"})
_NOT, _LONGEST = "не", 8


@dataclass(frozen=True, slots=True)
class Ellipsis:
    """Items of a stretch between two commas: its body, its country and date where it has any of its own.

    `kind`: the type of claim that the stretch names itself ("a member of A – in 2020").
    """

    body: int
    country: int | None
    date: int | None
    kind: str


def further_bodies_told(scene: Scene, told: Told, made: Sequence[Draft]) -> Iterator[tuple[Told, Draft]]:
    """ "Joined A in 1992, B in 1995", "A joined B in 1992, C — D": what is told, each with its own date or none."""
    if scene.lang != "ru" or not made or made[0].type not in MEMBER_TYPES or told.form.voice == "noun":
        return
    told_of = {(d.subject_id, d.object_id) for d in made}
    for found in _ellipses(scene, told, made[0]):
        mention = None if found.date is None else scene.clauses.items[found.date].mention
        own = replace(told, date=mention or (told.date if _fronted(scene, told) else None))
        for id_ in scene.ids(found.body):
            body = scene.tables.root(id_)
            for draft in _subjects(scene, made, found.country):
                known = {draft.object_id, draft.subject_id} if found.country is None else {draft.subject_id}
                if body not in known and (draft.subject_id, body) not in told_of:
                    yield own, replace(draft, type=found.kind, object_id=body, item=-1, date=mention)


def _subjects(scene: Scene, made: Sequence[Draft], country: int | None) -> list[Draft]:
    if country is None:
        return list({d.subject_id: d for d in made}.values())
    return [replace(made[0], subject_id=id_) for id_ in scene.ids(country)]


def _fronted(scene: Scene, told: Told) -> bool:
    """The date stands in front of the verb and its subject: it is that of all that the sentence tells."""
    items = scene.clauses.items[: max(0, told.date_item)]
    return 0 <= told.date_item < told.trigger.first and not any(i.kind == "name" for i in items)


def _ellipses(scene: Scene, told: Told, draft: Draft) -> Iterator[Ellipsis]:
    items, kind, owned = scene.clauses.items, draft.type, _has_owner(scene, told, draft)
    at, dated = _clause_end(scene, told.trigger.last + 1), None
    while at < len(items):
        end = _clause_end(scene, at + 1)
        found = _ellipsis(scene, range(at + 1, end), kind, owned)
        if found is not None and found.date is None and items[at + 1].text in DASHES:
            found = replace(found, date=dated)
        alone = [k for k in range(at + 1, end) if items[k].norm not in _WITHIN]
        dated = alone[0] if len(alone) == 1 and items[alone[0]].kind == "date" else None
        if found is None and not (_passes(scene, range(at + 1, end)) or _aspires(scene, range(at + 1, end))):
            return
        if found is not None:
            yield found
        at = end


def _clause_end(scene: Scene, at: int) -> int:
    """The next comma, semicolon or conjunction, or the end of what may be told in turn.

    "In 2012 — «and» B too": behind a dash "and" joins nothing that stands before it.
    """
    items = scene.clauses.items
    while at < len(items) and items[at].text not in _BOUNDS and not _joined(scene, at):
        if items[at].text in _ENDS and items[at].depth == 0:
            return len(items)
        at += 1
    return at


def _joined(scene: Scene, at: int) -> bool:
    return scene.clauses.joins(at) and not (at and scene.clauses.items[at - 1].text in DASHES)


def _passes(scene: Scene, held: range) -> bool:
    """Names and dates alone, without a verb: another member of the row, "and B in 1995"."""
    return not any(k in scene.clauses.verbs or k in scene.clauses.held for k in held)


def _aspires(scene: Scene, held: range) -> bool:
    """ "…, a candidate of B in 2005": another rank in the row, of which the verb tells too, but no joining."""
    told = {scene.clauses.held[k] for k in held if k in scene.clauses.held}
    return bool(told) and all(scene.clauses.forms[t].voice == "noun" or (t.frame, t.form) == _CANDIDATE for t in told)


def _rank(scene: Scene, held: range, body: int, kind: str) -> str:
    """The claim of "member" or "observer" before a body where the verb is "became"."""
    if kind not in _RANKED | {_MEMBER}:
        return ""
    named = (scene.clauses.items[k].norm for k in held if k < body)
    ranks = (claim for norm in named for stem, claim in scene.anaphors.turned.items() if norm.startswith(stem))
    rank = next(ranks, "")
    return "" if kind == _MEMBER and rank != _OBSERVER else rank


def _has_owner(scene: Scene, told: Told, draft: Draft) -> bool:
    """ "A member of A since 1992, of B since 1995": the first body stands bare behind the noun that it owns."""
    items, last = scene.clauses.items, told.trigger.last
    near = range(max(1, told.trigger.first), min(last + 2, len(items)))
    own = (k for k in near if draft.object_id in {scene.tables.root(id_) for id_ in items[k].ids})
    return any(items[k].kind == "name" and items[k - 1].norm.startswith(scene.anaphors.memberly) for k in own)


def _is_bare(scene: Scene, k: int) -> bool:
    """A body that opens its stretch and may stand in the genitive."""
    items, word = scene.clauses.items, scene.clauses.items[k].text.split()[0]
    opens = items[k - 1].text in _BOUNDS or scene.clauses.joins(k - 1)
    return opens and (word.isupper() or is_case(word, "gent"))


def _ellipsis(scene: Scene, held: range, kind: str, owned: bool) -> Ellipsis | None:
    """A body behind the preposition of what is joined or left, with a dash or a date, and no verb beside it."""
    items, ordinals = scene.clauses.items, scene.anaphors.obliques
    if len(held) > _LONGEST or not _passes(scene, held) or any(items[k].norm == _NOT for k in held):
        return None
    # "Из второй он вышел в 1999 году, из первого – в 2009-м": an ordinal is one of two bodies.
    bodies = [k for k in held if items[k].label == "ORG" and (items[k].kind == "name" or items[k].norm in ordinals)]
    countries = [k for k in held if items[k].kind == "name" and items[k].label == "COUNTRY"]
    dates = [k for k in held if items[k].kind == "date"]
    if len(bodies) != 1 or len(countries) > 1 or len(dates) > 1:
        return None
    towards = scene.arguments.marks(bodies[0]) & (scene.marks.left if kind in LEAVING else scene.marks.joined)
    dashed = any(items[k].text in DASHES for k in held)
    rank = _rank(scene, held, bodies[0], kind)
    bare = owned and bool(dates) and not countries and _is_bare(scene, bodies[0])
    if not (towards or rank or bare) or not (dates or dashed):
        return None
    return Ellipsis(bodies[0], next(iter(countries), None), next(iter(dates), None), rank or kind)
