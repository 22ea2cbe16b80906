"""A Russian list of many bodies of one country in, memberships out: "A is in 40 organizations, such as B and C"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.claims.grammar.items import Item
from extract.claims.grammar.triggers import Trigger
from extract.claims.grammar.verb_forms import Form
from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_case, is_noun
from extract.language.word_record import word_record
from extract.tables import read_table
from kb.model import POLARITIES, Mention

_NEAR, _NAMED = 8, 6
_HEADED, _NOT = ":", "не"
_MEMBER = "membership"


@dataclass(frozen=True, slots=True)
class Lists:
    """What tells of many bodies, and what may stand between their names."""

    belonging: frozenset[str]
    many: frozenset[str]
    measures: frozenset[str]
    naming: tuple[str, ...]
    below: tuple[str, ...]
    cement: frozenset[str]


@cache
def _words() -> Lists:
    return word_record(Lists, read_table("ru", "many_bodies"))


def many_bodies(scene: Scene) -> Iterator[tuple[Told, list[Draft]]]:
    """One membership for each body that is singled out, of the one country before or of the text's own."""
    items, words = scene.clauses.items, _words()
    if scene.lang != "ru":
        return
    many = next((k for k, i in enumerate(items) if i.norm in words.many), None)
    first = None if many is None else _singled_out(items, many)
    if many is None or first is None or not _belongs(items, many):
        return
    who = _whose(scene, many)
    told = Told(Trigger(_MEMBER, "state", many, many, many, 0, 0), Form("active"), POLARITIES[0], None)
    made = [Draft(_MEMBER, id_, body, -1, date=d) for body, d in _bodies(scene, first) for id_ in who]
    if made:
        yield told, made


def _belongs(items: Sequence[Item], many: int) -> bool:
    """ "Является членом 40 организаций", «входит в ряд структур»: said of many themselves, and not denied."""
    words = _words()
    at = next((k for k in range(many - 1, max(-1, many - _NEAR), -1) if items[k].norm in words.belonging), None)
    if at is None or any(i.norm == _NOT for i in items[max(0, at - 2) : many]):
        return False
    between = items[at + 1 : many]
    return all(i.kind == "word" and (i.norm in words.measures or not is_noun(i.norm)) for i in between)


def _singled_out(items: Sequence[Item], many: int) -> int | None:
    """Where the names begin: behind a colon, «в том числе», «среди которых»."""
    for k in range(many + 1, min(many + _NAMED, len(items) - 1)):
        if items[k].text == _HEADED:
            return k + 1
        said = " ".join(i.norm for i in items[many + 1 : k + 1] if i.kind in {"word", "ref"})
        if said.endswith(_words().naming):
            return k + 1
    return None


def _whose(scene: Scene, many: int) -> tuple[str, ...]:
    """The only country before, else, where none is named at all, the one in mind."""
    items = scene.clauses.items
    named = [i.ids for i in items[:many] if i.label == "COUNTRY" and i.ids]
    if named:
        acts = any(is_case(i.text.split()[-1], "nomn") for i in items[:many] if i.label == "COUNTRY")
        return named[0] if acts and len(named) == len(named[0]) == 1 else ()
    return () if any(i.label == "COUNTRY" for i in items) else scene.memory.country(items[0].start)


def _bodies(scene: Scene, first: int) -> Iterator[tuple[str, Mention | None]]:
    """Each named body with its own date, up to the first word that is no cement of a list."""
    items, words = scene.clauses.items, _words()
    for k in range(first, len(items)):
        item = items[k]
        if item.depth and item.kind != "name":
            continue
        if item.kind == "name" and item.label == "ORG":
            below = _bracket(items, k)
            held = item.members[:-1] if any(i.norm.startswith(words.below) for i in below) else item.members
            yield from ((m.entity_id, m.date) for m in held if m.entity_id)
        elif item.kind not in {"mark", "date"} and item.norm not in words.cement:
            return


def _bracket(items: Sequence[Item], k: int) -> Sequence[Item]:
    """What the parentheses right behind an item hold."""
    if items[k].depth or k + 1 >= len(items) or items[k + 1].text != "(":
        return ()
    end = next((n for n in range(k + 1, len(items)) if items[n].text == ")"), k)
    return items[k + 1 : end]
