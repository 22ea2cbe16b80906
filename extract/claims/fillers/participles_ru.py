"""A Russian participle behind a comma in, which of the papers in front of it it is about out."""

from collections.abc import Sequence

from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item
from extract.claims.scene import Scene, Told
from extract.language.russian import forms_of, is_part
from extract.language.tokens import fold

_DECLINED = frozenset({"NOUN", "PRTF"})
_TREATY = "TREATY"
_ADDING, _SAID_OF = frozenset({"и"}), "ablt"


def paper_described(scene: Scene, told: Told, k: int | None) -> tuple[int | None, tuple[str, ...]]:
    """ "The protocol on joining the Treaty on A, signed on X": where the paper stands that the participle goes with.

    Also its ids where it only stands inside the name of another: "the treaty on the accession of B to the Treaty on A".
    """
    items, part = scene.clauses.items, scene.clauses.items[told.trigger.first].norm
    if k is None or scene.lang != "ru" or items[k].label != _TREATY or not items[k].members:
        return k, ()
    head, *rest = items[k].members[-1].text.split()
    if head.isupper() or _go_together(head, part):
        # "A and B, signed (singular) on X": of the last alone.
        single = len(items[k].ids) > 1 and all(number == "sing" for _, number, _ in _kinds(part))
        return k, items[k].ids[-1:] if single else ()
    inner = next((w for w in rest if _is_paper(w, scene.anaphors) and _go_together(w, part)), None)
    founder = scene.tables.founders.get(scene.tables.body_of(items[k].ids[-1]) or "") if inner else None
    if founder is not None:
        return k, (founder,)
    return _before(items, k, part), ()


def describes_other(scene: Scene, told: Told, k: int | None) -> bool:
    """ "A replaced an earlier treaty, signed in 2000 and ratified in 2001", "A and a protocol, signed …": not of A."""
    items, clauses = scene.clauses.items, scene.clauses
    if scene.lang != "ru" or told.form.voice != "participle" or k is None or k > told.trigger.first:
        return False
    comma = _opening_comma(items, told.trigger.first)
    noun = items[comma - 1] if comma else None
    if noun is None or noun.kind != "word" or not noun.norm.startswith(_papers(scene.anaphors)) or comma - 1 <= k:
        return False
    if {case for case, _, _ in _kinds(items[told.trigger.first].norm)} == {_SAID_OF}:
        return False  # "A is a treaty signed in 2014."
    between = range(k + 1, comma - 1)
    return any(n in clauses.verbs or items[n].norm in _ADDING for n in between)


def of_next_clause(scene: Scene, told: Told, k: int | None) -> bool:
    """ "They ratified it on X, and B suspended the treaty on A": behind comma and "and" another verb has that paper."""
    items, clauses, last = scene.clauses.items, scene.clauses, told.trigger.last
    if scene.lang != "ru" or told.form.voice != "active" or k is None or k <= last:
        return False
    joint = next((n for n in range(last + 1, k - 1) if items[n].text == "," and clauses.adds(n + 1)), k)
    verb = next((n for n in range(joint, k) if n in clauses.verbs), 0)
    # "Signed, but also ratified A" has one subject, and one paper.
    return any(items[n].kind in {"name", "place", "ref"} for n in range(joint, verb))


def _opening_comma(items: Sequence[Item], first: int) -> int:
    """Where the comma stands before a participle, or before the one that "and" joins it to."""
    if first and items[first - 1].text == ",":
        return first - 1
    if not first or items[first - 1].norm not in _ADDING:
        return 0
    commas = (n for n in range(first - 2, 0, -1) if items[n].text == ",")
    at = next(commas, 0)
    return at if any(is_part(i.norm, "PRTF") for i in items[at + 1 : at + 3]) else 0


def _papers(words: Anaphors) -> tuple[str, ...]:
    return tuple(words.instruments)


def _before(items: Sequence[Item], k: int, part: str) -> int:
    """A paper further in front that the participle goes with, with no mark between; else the one it stands behind."""
    for n in range(k - 1, -1, -1):
        if items[n].kind == "mark":
            break
        if items[n].label == _TREATY and items[n].ids and _go_together(items[n].members[-1].text.split()[0], part):
            return n
    return k


def _is_paper(word: str, words: Anaphors) -> bool:
    return fold(word).startswith(tuple(words.instruments))


def _go_together(noun: str, part: str) -> bool:
    """Case, number and, in the singular, gender are the same in some reading; so they may be of an unknown word."""
    kinds = [_kinds(word) for word in (noun, part)]
    return not all(kinds) or not kinds[0].isdisjoint(kinds[1])


def _kinds(word: str) -> set[tuple[str | None, str | None, str | None]]:
    known = (row for row in forms_of(word) if row[0] in _DECLINED)
    return {(case, number, gender if number == "sing" else None) for _, case, gender, number in known}
