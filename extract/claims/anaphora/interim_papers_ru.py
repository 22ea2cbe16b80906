"""A Russian "временное", "постоянное" in, which of the two agreements of two sides it means out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import Item, referring
from extract.claims.known import OPENING
from extract.language.russian import readings

_PAPER, _STATE, _BODY = "TREATY", "COUNTRY", "ORG"
_NOUN = "соглашени"
# Endings of a neuter adjective; behind it these parts of speech have it for themselves.
_NEUTER, _OWNING = ("ое", "ого", "ому", "ым", "ом"), frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})


def interim_paper(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> Item | None:
    """ "It will replace the interim one", "the permanent agreement was signed": of a body and its partner in mind."""
    if lang != "ru" or not words.interim:
        return None
    at = k - 1 if items[k].norm.startswith(_NOUN) else k
    if at < 0 or not items[at].norm.startswith((*words.interim, *words.lasting_papers)):
        return None
    if not items[at].norm.endswith(_NEUTER) or (at == k and _has_noun(items, k)):
        return None
    papers = _papers_in_mind(items, k, memory)
    interim = items[at].norm.startswith(words.interim)
    fit = [p for p in papers if (words.interim[0][:OPENING] in memory.title(p)) == interim]
    return referring(items[k], _PAPER, (fit[0],)) if len(fit) == 1 and len(papers) > 1 else None


def _has_noun(items: Sequence[Item], k: int) -> bool:
    following = items[k + 1] if k + 1 < len(items) else None
    if following is None or following.kind != "word":
        return following is not None and following.kind == "name"
    return any(pos in _OWNING for pos, _, _ in readings(following.norm)[:1])


def _papers_in_mind(items: Sequence[Item], k: int, memory: Memory) -> list[str]:
    """What the sides concluded whose paper was named last, else those that the sentence names."""
    last = memory.instrument(items[k].start)
    states = [i.ids[-1] for i in items if i.label == _STATE and len(i.ids) == 1]
    partner = memory.partner_of(last) if last else None
    named = next((i.ids[0] for i in items if i.kind == "name" and i.label == _BODY and i.ids), None)
    body = memory.body_of(last) if last and partner else named or memory.body(items[k].start)
    partner = partner or (states[0] if states else next(iter(memory.country(items[k].start)), None))
    return memory.papers_between(body, partner) if body and partner else []
