"""A Russian row of bodies without a verb in, memberships out: "В ООН — с 1992 года; в ШОС — с 2001-го"."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.items import DASHES, Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_part
from kb.model import POLARITIES, Mention

_BOUNDS, _HEADED, _SMALL, _PAIR = frozenset(",;."), ":", 2, 2
_LONGEST = 9
_MEMBER, _OBSERVER = "membership", "observer"


def rows_told(scene: Scene) -> Iterator[tuple[Told, list[Draft]]]:
    """Memberships of the country in mind that a row names with their dates, up to the first stretch with a verb."""
    if scene.lang != "ru" or not any(i.kind == "name" and i.label == "ORG" for i in scene.clauses.items):
        return
    first = _behind_head(scene)
    rows = list(_rows(scene, first))
    subject = _whose(scene, first) if rows and (len(rows) >= _PAIR or first or _led(scene)) else ()
    for kind, at, dates in rows:
        told = Told(Trigger(kind, "state", at, at, at, 0, 0), Form("active"), POLARITIES[0], None)
        pairs = zip(scene.ids(at), dates, strict=True) if len(dates) == len(scene.ids(at)) else ()
        made = [Draft(kind, id_, scene.tables.root(body), -1, date=date) for id_ in subject for body, date in pairs]
        if made:
            yield told, made


def _behind_head(scene: Scene) -> int:
    """Behind "Членство:", "Армения:" or "Участие Армении в организациях —", where no verb tells anything yet."""
    items = scene.clauses.items
    at = next((k for k, i in enumerate(items) if i.text == _HEADED), None)
    if at is None or at > _LONGEST or any(i.kind == "date" or i.label == "ORG" for i in items[:at]):
        return 0
    return 0 if any(k in scene.clauses.verbs for k in range(at)) else at + 1


def _led(scene: Scene) -> bool:
    """ "В А — с 1945 года": a single entry that opens with its preposition."""
    items = scene.clauses.items
    named = len(items) > _PAIR and items[1].label == "ORG" and items[2].text in DASHES
    return named and items[0].norm in scene.marks.standing


def _whose(scene: Scene, first: int) -> tuple[str, ...]:
    """The only country of the head, else that of the text."""
    items = scene.clauses.items
    named = [i.ids for i in items[:first] if i.label == "COUNTRY" and i.ids]
    if named:
        return named[0] if len(named) == len(named[0]) == 1 else ()
    return () if any(i.label == "COUNTRY" for i in items) else scene.memory.country(items[0].start)


def _rows(scene: Scene, first: int) -> Iterator[tuple[str, int, list[Mention | None]]]:
    """Kind, place of the body and dates of each entry, up to the first that is none."""
    items, at = scene.clauses.items, first
    while at < len(items):
        end = next((k for k in range(at, len(items)) if _ends(scene, k)), len(items))
        row = _row(scene, at, items[at:end])
        if row is None:
            return
        yield row
        at = end + 1
        while at < len(items) and scene.clauses.joins(at):
            at += 1


def _ends(scene: Scene, k: int) -> bool:
    item = scene.clauses.items[k]
    return not item.depth and (item.text in _BOUNDS or scene.clauses.joins(k))


def _row(scene: Scene, at: int, held: Sequence[Item]) -> tuple[str, int, list[Mention | None]] | None:
    """A body with its date, beside nothing but small words, a dash and what one is there."""
    plain = [(at + n, i) for n, i in enumerate(held) if not i.depth]
    bodies = [k for k, i in plain if i.kind == "name" and i.label == "ORG" and i.ids]
    dates = [i.mention for _, i in plain if i.kind == "date"]
    words = [i.norm for k, i in plain if i.kind == "word" and len(i.norm) > _SMALL]
    if len(bodies) != 1 or len(dates) > 1 or any(k in scene.clauses.verbs for k, _ in plain):
        return None
    kinds = {k for w in words for s, k in scene.anaphors.turned.items() if w.startswith(s)}
    if any(i.kind not in {"word", "mark", "date"} for k, i in plain if k not in bodies) or len(kinds) > 1:
        return None
    if any(not is_part(w, "ADJF") and not w.startswith(tuple(scene.anaphors.turned)) for w in words):
        return None
    own = [m.date for m in held[bodies[0] - at].members if m.entity_id]
    dashed = any(i.text in DASHES for _, i in plain)
    if not (dates and dashed) and not any(own):
        return None
    kind = _OBSERVER if _OBSERVER in kinds else _MEMBER
    return kind, bodies[0], [d or next(iter(dates), None) for d in own]
