"""A noun or pronoun of a Kazakh sentence in, whether it stands for a paper, and for which, out."""

import re
from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.pair_references import of_two
from extract.claims.anaphora.words import Anaphors
from extract.claims.grammar.items import DASHES, Item
from extract.language.tokens import fold

FOUNDED = 3
_PARTNER = 4
_CHARTER = ("charter",)
# "Its"; the endings of a singular owner.
_ITS, _GENITIVES = frozenset({fold("оның")}), frozenset(map(fold, ("ның", "нің", "дың", "дің", "тың", "тің")))
_ACCUSATIVE = ("ды", "ди", "ты", "ти", "ны", "ни")
# "Hand" in "put one's hand to": to sign.
# Endings of a genitive plural.
_MANY = tuple(map(fold, ("лардың", "лердің", "дардың", "дердің", "тардың", "тердің")))
_STATUTORY = fold("құрылтай")
_BRACKETS = frozenset("()")
_LAWFUL, _LAW, _BY_RIGHT = fold("заңды"), fold("заң"), frozenset(map(fold, ("жүзінде", "тұрғысынан", "тұрғыда")))
_ONE, _SMALL, _BANK = fold("бір"), 3, "bank"
_MORE = frozenset(map(fold, ("тағы", "басқа", "өзге", "жаңа")))
_MUCH = frozenset(map(fold, ("көп", "талай", "біраз", "бірқатар", "көптеген")))
# A noun that the noun before it owns, and endings of one that does not: genitive and other cases, letters folded.
_OWNED = re.compile("с?[ыи](?:н.*|мен)?")
_ADJECTIVES = ("тик", "тык", "лик", "лык", "дик", "дык")
_CASES = ("ын", "ин", "га", "ге", "ка", "ке", "на", "не", "да", "де", "та", "те", "ан", "ен", "ды", "ди", "ты", "ти")
_THEN = frozenset(map(fold, ("кейін", "соң", "бері", "бұрын", "әрі", "гөрі", "кейінгі", "бұрынғы")))
_SOME = frozenset(map(fold, ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "көп", "сәл")))
_BANKS, _PROTOCOL = ("банк",), "protocol"
_LEFT = ("дан", "ден", "тан", "тен", "нан", "нен")
_HAND, _ENDS = fold("қол"), frozenset({",", ";"})
# A name in the instrumental, and talks, letters folded.
_WITH, _TALKS = ("мен", "бен", "пен"), fold("келіссөз")


def founds_it(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Оны құру туралы шарт": the Kazakh paper that founded the body named before."""
    body, deed, joint = (i.norm for i in items[k - FOUNDED : k])
    paper = items[k].norm.startswith(tuple(words.instruments)) and joint in words.connectors
    meant = body in words.owners or (body.startswith(tuple(words.bodies)) and body.endswith(_ACCUSATIVE))
    return paper and meant and deed.startswith(words.founded)


def founding_of(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "A was founded on the basis of a treaty signed in 2014": that of the body so founded."""
    behind = items[k + 1 : k + 2]
    if not behind or behind[0].norm not in words.founding or not items[k].norm.startswith(tuple(words.instruments)):
        return None
    named = [n for n, i in enumerate(items) if i.kind == "name" and i.label == "ORG" and i.ids]
    later = [n for n in named if n > k]
    at = later[0] if later and later[0] == k + 2 else named[0] if named else None
    begun = k + 2 if at is None or at < k else at + 1
    if at is None or not any(i.norm.startswith(words.founded) for i in items[begun : begun + 2]):
        return None
    paper = memory.founder(items[at].ids[-1])
    kinds = next(kinds for stem, kinds in words.instruments.items() if items[k].norm.startswith(stem))
    return paper if paper and (not kinds or paper.startswith(kinds)) else None


def charter_of_it(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "Its charter", "the organization's charter": the Kazakh noun is owned by a word for the body in mind."""
    norm = items[k].norm
    charters = [stem for stem, kinds in words.instruments.items() if tuple(kinds) == _CHARTER and norm.startswith(stem)]
    body = _owner(items, k - 1, words, memory) if charters and k else None
    return memory.charter(body) if body else None


def statute_of_it(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "Its founding treaty": the Kazakh noun behind an adjective of founding is of the body that owns it."""
    founding = k > 1 and items[k - 1].norm == _STATUTORY and items[k].norm.startswith(tuple(words.instruments))
    body = _owner(items, k - 2, words, memory) if founding else None
    return memory.founder(body) if body else None


def gathering(item: Item, body: str | None, words: Anaphors, memory: Memory) -> str | None:
    """ "The group": behind a bank that its states have founded too, another body that was named before."""
    if not body or not item.norm.startswith(words.gatherings or "\n") or not memory.is_called(body, _BANKS):
        return body
    others = (id_ for id_ in reversed(memory.bodies(item.start)) if not memory.is_called(id_, _BANKS))
    return next(others, body)


def paper_left(item: Item, kinds: Sequence[str], memory: Memory) -> str | None:
    """ "Six states signed the protocol, A and B left the treaty": what it is about, where none joins by it."""
    last = memory.instrument(item.start) if kinds and item.norm.endswith(_LEFT) else None
    return last if last and last.startswith(_PROTOCOL) and not memory.enters(last) else None


def _owner(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """The body that a Kazakh name, noun or pronoun in the genitive stands for."""
    if items[k].kind == "name" and items[k].label == "ORG" and items[k].ids:
        return items[k].ids[-1] if fold(items[k].text).endswith(tuple(_GENITIVES)) else None
    owner = items[k].norm
    stem = next((s for s in words.bodies if owner.startswith(s) and owner[len(s) :] in _GENITIVES), None)
    if stem is None and owner not in _ITS:
        return None
    kinds = words.bodies[stem] if stem is not None else ()
    called = memory.body_called(items[k].start, stem) if stem is not None and not kinds else None
    return called or memory.body(items[k].start, kinds)


def each_of_them(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> tuple[str, ...]:
    """ "Joined none of these bodies": a Kazakh pronoun behind the genitive plural, for all that were named."""
    owner = items[k - 1].norm if k and items[k].norm.startswith(words.none_of or "\n") else ""
    bodies = owner.startswith(tuple(words.bodies)) and owner.endswith(_MANY)
    named = memory.bodies(items[k].start) if bodies else ()
    states = tuple(id_ for id_ in named if not id_.endswith(_BANK))
    return states or named


def with_other(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Agreement with Iran": a Kazakh paper beside a country in the instrumental is one of its own."""
    if not items[k].norm.startswith(words.nameless):
        return False
    near = [i for i in items[max(0, k - _PARTNER) : k] if i.kind == "name" and i.label == "COUNTRY"]
    return any(fold(i.text).endswith(_WITH) for i in near) or _of_talks(items, k)


def _of_talks(items: Sequence[Item], k: int) -> bool:
    """ "Talks with A began in 1999, the agreement was signed in 2026": of those talks, and no paper told before."""
    partners = (n for n in range(k - 1) if items[n].kind == "name" and items[n].label in {"COUNTRY", "ORG"})
    return any(items[n + 1].norm.startswith(_TALKS) and fold(items[n].text).endswith(_WITH) for n in partners)


def other_kk(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Yet another paper", "the payment union": one more, or one with a name of its own, is none that was named."""
    before, norm = items[k - 1] if k else None, items[k].norm
    if before is not None and before.norm in _MUCH:
        return True  # "Did not ratify many papers".
    if before is None or before.kind != "word" or before.norm == _ONE or before.norm.isdigit():
        return before is not None and (before.norm == _ONE or before.norm.isdigit())  # "73 organizations"
    if before.norm in words.counts and norm.startswith(tuple(words.bodies)):
        return True  # "Of the two organizations".
    if (
        before.norm in words.counts
        and k > 1
        and items[k - 2].norm in _MORE
        and norm.startswith(tuple(words.instruments))
    ):
        return True  # "Two more treaties" are none that was named.
    stem = next((s for s in words.bodies if norm.startswith(s)), None)
    owned = stem is not None and _OWNED.fullmatch(norm[len(stem) :]) is not None
    if k > 1 and items[k - 2].label == "ORG" and before.norm.endswith(_ADJECTIVES):
        return False  # "GUAM's consultative forum" is GUAM.
    small = words.adverbs | words.pronouns | words.these | words.meant
    return owned and len(before.norm) > _SMALL and before.norm not in small and not before.norm.endswith(_CASES)


def defined(items: Sequence[Item], k: int, words: Anaphors) -> tuple[str, str] | None:
    """ "A — a paper that B signed": the bare noun that closes a Kazakh definition is the name before the dash."""
    norm, closed = items[k].norm, k + 1 == len(items) or items[k + 1].kind == "mark"
    dash = next((n for n in range(k - 1, 0, -1) if items[n].text in DASHES), 0) if closed else 0
    at = next((n for n in range(dash - 1, -1, -1) if not items[n].depth and items[n].text not in _BRACKETS), 0)
    head = items[at]
    # Nothing stands before it but the joint of its clause.
    opens = at == 0 or items[at - 1].kind == "mark" or len(items[at - 1].norm) < _SMALL
    if not dash or not opens or head.kind != "name" or not head.ids or head.label not in {"ORG", "TREATY"}:
        return None
    stems = words.bodies if head.label == "ORG" else {*words.instruments, *words.papers}
    others = any(i.kind == "name" and i.label == head.label for i in items[dash:k])
    return (head.label, head.ids[-1]) if norm in stems and not others else None


def is_lawful(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Заңды күшіне ие болды", "заң жүзінде": "lawful" looks like "law" in the accusative, "legally" holds it."""
    behind = items[k + 1].norm if k + 1 < len(items) else ""
    legally = items[k].norm == _LAW and behind in _BY_RIGHT
    return legally or (items[k].norm == _LAWFUL and behind.startswith(words.lawful))


def opposed_body(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "The former was founded in 1949, and A left it": the pronoun goes on with the one of two that was meant."""
    named = max((n for n in range(k) if items[n].kind == "name" and items[n].label == "ORG"), default=-1)
    at = next((n for n in range(k - 1, named, -1) if items[n].norm in words.ordinals), None)
    one = of_two(items, at, words, memory) if at is not None else None
    return one.ids[0] if one is not None and one.label == "ORG" and one.ids else None


def kazakh_paper(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """The Kazakh pronoun stands for a paper: that is signed, or a paper is the subject of what was told before it."""
    ends = (n for n in range(k + 1, len(items)) if items[n].text in _ENDS)
    if any(i.norm == _HAND for i in items[k + 1 : next(ends, len(items))]):
        return memory.instrument(items[k].start)
    named = [i for i in items[:k] if i.kind == "name" and i.label in {"ORG", "TREATY"}]
    return named[0].ids[0] if len(named) == 1 and named[0].label == "TREATY" and named[0].ids else None


def of_time(items: Sequence[Item], k: int) -> bool:
    """ "Одан кейін", "одан үш жыл бұрын": the Kazakh pronoun stands for a time."""
    near = [i.norm for i in items[k + 1 : k + 1 + _PARTNER]]
    return near[:1] != [] and (near[0] in _THEN or (near[0] in _SOME and not _THEN.isdisjoint(near)))


def of_drafts(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "Brought in several bills, none of which was passed": behind a noun of papers the Kazakh pronoun is of them."""
    small = k + 1 < len(items) and items[k].norm.startswith(words.each_of)
    named = max((n for n in range(k) if items[n].label == "COUNTRY"), default=-1)
    return small and any(i.kind == "word" and i.norm.startswith(words.drafts) for i in items[named + 1 : k])
