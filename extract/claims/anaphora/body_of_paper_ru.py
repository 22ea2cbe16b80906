"""A Russian "which" behind its paper in, the common noun before the comma that the paper makes a certain body out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors, is_form
from extract.claims.grammar.items import Item, referring

_PAPER, _BODY, _WHOSE = "TREATY", "ORG", frozenset({"которого", "которой", "которых"})
# Between the noun and "which": the comma and the paper.
_APART = 3


def name_body_of_paper(found: list[Item], k: int, words: Anaphors, memory: Memory) -> None:
    """ "Сообщество, Договор об образовании которого …": the community that this treaty founds; so is "which"."""
    at = k - _APART
    if at < 0 or found[k].norm not in _WHOSE or found[k - 2].text != "," or found[k - 1].label != _PAPER:
        return
    noun, paper = found[at], found[k - 1].ids
    body = memory.founded(paper[0]) if len(paper) == 1 else None
    # A capital at the head of its sentence makes no place of a noun.
    plain = noun.kind == "word" or (noun.kind == "place" and at == 0)
    told = plain and any(is_form(noun.norm, stem, "ru", words) for stem in words.bodies)
    if body is None or not told or not memory.is_called(body, _kinds(noun, words)):
        return
    found[at], found[k] = referring(noun, _BODY, (body,)), referring(found[k], _BODY, (body,))
    memory.said_again(_BODY, body, found[at])


def _kinds(noun: Item, words: Anaphors) -> Sequence[str]:
    return next((kinds for stem, kinds in words.bodies.items() if is_form(noun.norm, stem, "ru", words)), ())
