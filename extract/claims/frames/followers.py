"""A body founded or a paper signed before, in English, and who "followed" in; what that one joined out."""

from collections.abc import Iterator

from extract.claims.grammar.row_words import row_words
from extract.claims.scene import Draft, Scene, Told
from kb.model import Claim, Mention

_FOLLOW, _NEAR, _YEAR, _BY = "follow", 4, 4, "by"
_GOING_ON = frozenset({"and", "in", "on", "at", "as", "with", "when", "while", "which"})
# "A became B in 1992, and C followed in 1994": C joined B.
NEXT_BODIES = frozenset({"succeeded", "renamed"})
_DONE_TO_PAPERS = frozenset({"signed", "adopted"})
_CAME = frozenset({"came", "comes"})
_STATE, _JOINED = (
    "COUNTRY",
    {"acceded": "acceded", "membership": "acceded", "observer": "observer", "withdrew": "withdrew"},
)


def followed(scene: Scene, told: Told, last: Draft | Claim, k: int | None) -> Iterator[Draft]:
    """ "A and B founded C. D followed in 1995": the accession of the country that stands at `k`."""
    yield from _paper_followed(scene, told, last)
    body = _joined_later(scene, told, last)
    if body is None or k is None or scene.clauses.items[k].label != "COUNTRY":
        return
    days = scene.days(k)
    yield from (Draft("acceded", id_, body, k, date=days.get(id_), confidence=0.7) for id_ in scene.ids(k))


def _paper_followed(scene: Scene, told: Told, last: Draft | Claim) -> Iterator[Draft]:
    """ "The treaty was signed in April. Its charter followed on 23 May": the same was done to the charter."""
    items, trigger = scene.clauses.items, told.trigger
    paper = items[trigger.first - 1] if trigger.first else None
    dated = any(i.kind == "date" for i in items[trigger.last + 1 : trigger.last + _NEAR])
    follows = scene.lang == "en" and items[trigger.head].norm.startswith(_FOLLOW) and trigger.form == "verb"
    if follows and dated and paper is not None and paper.label == "TREATY" and last.type in _DONE_TO_PAPERS:
        yield from (
            Draft(last.type, id_, scene.tables.body_of(id_), trigger.first - 1, confidence=0.7) for id_ in paper.ids
        )


def led_by_bodies(scene: Scene, told: Told, last: Draft | Claim | None) -> list[Draft]:
    """ "A was set up in 2000, followed in 2002 by B": the English "by" leads to what was founded next."""
    items, trigger = scene.clauses.items, told.trigger
    if scene.lang != "en" or last is None or last.type != "established" or told.form.voice != "participle":
        return []
    near = range(trigger.last + 1, min(trigger.last + 2 + _NEAR, len(items)))
    by = next((k for k in near if items[k].norm == _BY), None)
    k = (
        None
        if by is None
        else next((n for n in range(by + 1, min(by + 3, len(items))) if items[n].label == "ORG"), None)
    )
    behind = items[k + 1] if k is not None and k + 1 < len(items) else None
    if k is None or (behind is not None and behind.kind == "word" and behind.norm not in _GOING_ON):
        return []  # "By an A directive" is no body.
    return [Draft(last.type, id_, None, k, confidence=0.7) for id_ in scene.ids(k)]


def _joined_later(scene: Scene, told: Told, last: Draft | Claim) -> str | None:
    """What was founded before, or whose founding paper was signed in an earlier year."""
    items, trigger = scene.clauses.items, told.trigger
    if scene.lang != "en" or not items[trigger.head].norm.startswith(_FOLLOW):
        return None
    behind = items[trigger.last + 1 : trigger.last + _NEAR]
    day = next((i.mention.edtf for i in behind if i.kind == "date" and i.mention), None)
    if day is None:
        return None
    if last.type in {"established", *NEXT_BODIES}:
        return last.subject_id
    then = last.edtf if isinstance(last, Claim) else last.date.edtf if last.date else None
    later = last.type == "signed" and then is not None and day[:_YEAR] > then[:_YEAR]
    return last.object_id if later and scene.tables.founds.get(last.subject_id) == last.object_id else None


def joined_next(scene: Scene, told: Told, last: Draft | Claim, k: int | None) -> Iterator[Draft]:
    """ "A joined B in 1992; C followed in 1995, D in 2003": behind a country's step the body is its next one."""
    kind = _JOINED.get(last.type)
    if (
        k is None
        or kind is None
        or not _comes_next(scene, told)
        or scene.lang != "en"
        or scene.tables.types.get(last.subject_id) != _STATE
    ):
        return
    at = last.item if isinstance(last, Draft) else -1
    subjects = scene.ids(at) if last.subject_id in scene.ids(at) else (last.subject_id,)
    rows: list[tuple[int, Mention | None]] = [(k, None), *_bodies_behind(scene, told)]
    for body, day in rows:
        for id_ in map(scene.tables.root, scene.ids(body)[:1]):
            if scene.clauses.items[body].label == "ORG" and id_ != last.object_id:
                yield from (Draft(kind, who, id_, -1, date=day, confidence=0.6) for who in dict.fromkeys(subjects))


def _comes_next(scene: Scene, told: Told) -> bool:
    """ "Followed", "came next"; who "followed suit" acts itself."""
    first, last = scene.clauses.items[told.trigger.first], scene.clauses.items[told.trigger.last]
    return last.norm.startswith(_FOLLOW) or first.norm in _CAME


def _bodies_behind(scene: Scene, told: Told) -> Iterator[tuple[int, Mention]]:
    """ "C followed in 1995, and D only in 2003": further bodies, each with its date and nothing but small words."""
    items, body = scene.clauses.items, -1
    for k in range(told.trigger.last + 1, len(items)):
        item = items[k]
        if item.label == "ORG" and item.ids and item.kind == "name":
            body = k
        elif item.kind == "date" and body >= 0 and item.mention is not None:
            yield body, item.mention
            body = -1
        elif item.kind not in {"date", "mark"} and item.norm not in row_words("en").between and item.norm != "and":
            return


def beyond_date(scene: Scene, told: Told, k: int) -> bool:
    """ "C followed in 1995, D in 2003": behind the date of the English verb stands another step."""
    between = scene.clauses.items[told.trigger.last + 1 : k]
    follows = scene.clauses.items[told.trigger.last].norm.startswith(_FOLLOW)
    follows = follows or scene.clauses.items[told.trigger.first].norm in _CAME
    return (
        scene.lang == "en"
        and follows
        and any(i.kind == "date" for i in between)
        and any(i.text == "," for i in between)
    )
