"""A Russian verb that repeats the deed of "the others" in, what was signed or ratified by them out."""

from collections.abc import Iterator

from extract.claims.scene import Draft, Scene, Told
from extract.language.russian import is_noun
from kb.model import Claim

_REST, _NEAR = ("остальн", "прочи"), 5
_PAPERS = frozenset({"signed", "ratified"})


def denied_to_rest(scene: Scene, told: Told) -> Draft | None:
    """ "A refused to sign it; the others did so": what the Russian sentence denied before of one country."""
    denied = scene.denied
    rest = scene.lang == "ru" and denied is not None and denied.type in _PAPERS and _of_rest(scene, told)
    return denied if rest else None


def done_by_rest(scene: Scene, told: Told, last: Draft | Claim) -> Iterator[Draft]:
    """ "The other fifteen countries did so on D": the paper, by whomever."""
    behind = scene.clauses.items[told.trigger.last + 1 : told.trigger.last + 2]
    # "Made it a matter of dispute": a noun behind the pronoun says what else was done.
    other = any(i.kind == "word" and is_noun(i.norm) for i in behind)
    if scene.lang == "ru" and last.type in _PAPERS and _of_rest(scene, told) and not other:
        yield Draft(last.type, last.subject_id, last.object_id, -1, confidence=0.7)


def _of_rest(scene: Scene, told: Told) -> bool:
    """ "The others" right before the verb."""
    first = told.trigger.first
    return any(i.norm.startswith(_REST) for i in scene.clauses.items[max(0, first - _NEAR) : first] if i.kind != "mark")
