"""A Russian noun for a paper without a name in, the paper that its body or its purpose makes it out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors, is_form
from extract.claims.grammar.items import Item, referring
from extract.language.russian import is_adverb, is_case, is_noun, is_part
from extract.language.tokens import fold

# So far behind "the treaty on …" stand what is done, to whom and to what.
_TITLE = 8
_MORE = 4
_TOLD_WORDS = 15
_CHARTERS, _CHARTER_IDS = ("устав", "харти", "статут"), ("charter", "statute")
_ONE = ("одно", "один", "одна", "одну", "одной")
_BODY, _PAPER, _STATE = "ORG", "TREATY", "COUNTRY"
_ABOUT = frozenset({"о", "об", "по"})
_IT = frozenset({"ним", "ней", "нею"})
_KINDS = {"договор": "treaty-", "соглашени": "agreement-", "конвенци": "convention-", "пакт": "pact-"}
_WHICH = frozenset({"котором", "которой"})
_WITH, _SAME, _SUCH = frozenset({"с", "со"}), "же", "так"
# Papers that found bodies; a declaration or code is what its name says.
_PLAIN = ("договор", "соглашени", "документ", "пакт", "конвенци", "акт", "текст")
_DOCUMENT, _OVER = "документ", ("протокол", "поправк", "меморандум")
_ABOUT_IT, _TOLD_FAR, _LISTED = frozenset({"о", "об", "к", "по"}), 80, 100
_FOUNDING = (
    "treaty-",
    "agreement-",
    "pact-",
    "convention-",
    "declaration-",
    "act-",
    "charter-",
    "articles-",
    "statute-",
)


def paper_told(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "The founding treaty of A", "the treaty on the accession of B to A", "the agreement on its end"."""
    noun = items[k].norm
    if not noun.startswith(tuple(words.instruments)) and not noun.startswith(_PLAIN):
        return None
    if k and items[k - 1].norm.startswith(words.founding):
        body = _owner_behind(items, k)
        return memory.founder(body) if body else None
    return _on_purpose(items, k, words, memory) or _on_body(items, k, words, memory)


def _on_body(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "The treaty on the union", with nothing that says which union: what founded the one in mind."""
    behind, following = items[k + 1 : k + 3], items[k + 3] if k + 3 < len(items) else None
    if len(behind) < 2 or behind[0].norm not in _ABOUT or not items[k].norm.startswith(_PLAIN):
        return None
    if behind[1].norm in _WHICH:
        return _on_which(items, k, memory)
    kinds = _called(behind[1], words)
    if kinds is None or _is_described(following) or (following is not None and following.norm in _WITH):
        return None
    body = memory.body(items[k].start, kinds)
    paper = memory.founder(body) if body and not memory.is_organ(body) else None
    return paper if paper and paper.startswith(_FOUNDING) else None


def _on_which(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """ "Банк, соглашение о котором подписано в 2014 году": what founds the body before the comma."""
    before = items[k - 2] if k > 1 and items[k - 1].text == "," else None
    if before is None or before.label != _BODY or len(before.ids) != 1 or memory.is_organ(before.ids[0]):
        return None
    kind = next((id_ for stem, id_ in _KINDS.items() if items[k].norm.startswith(stem)), "\n")
    paper = memory.founder(before.ids[0]) or memory.sole_paper(before.ids[0], kind)
    return paper if paper and paper.startswith(_FOUNDING) else None


def _called(item: Item, words: Anaphors) -> Sequence[str] | None:
    """What the name of a body must hold that is called by this common noun."""
    if item.kind != "word" or not item.text.islower():
        return None
    return next((kinds for s, kinds in words.bodies.items() if is_form(item.norm, s, "ru", words)), None)


def paper_of_body(items: Sequence[Item], k: int, kinds: Sequence[str], memory: Memory) -> str | None:
    """A bare "the Treaty" where no paper was named: the one that founds the body of the sentence or the text."""
    item, following = items[k], items[k + 1] if k + 1 < len(items) else None
    if not item.text[0].isupper() or not item.norm.startswith(_PLAIN) or _is_described(following):
        return None
    if item.norm.startswith(_DOCUMENT):
        return None  # Whatever was signed is a document: no name of a treaty.
    named = [i.ids[-1] for i in items[:k] if i.kind == "name" and i.label == _BODY and i.ids]
    body = named[-1] if named else memory.body(item.start)
    paper = memory.founder(body) if body and not memory.is_organ(body) else None
    if paper is None or not paper.startswith(_FOUNDING):
        return None
    return paper if not kinds or paper.startswith(tuple(kinds)) else None


def of_other_paper(items: Sequence[Item], k: int, memory: Memory) -> bool:
    """ "A protocol on applying the Treaty was signed. The document …": the protocol, not what it is about."""
    named = memory.named_at(items[k].start)
    if not items[k].norm.startswith(_DOCUMENT) or named == items[k].start:
        return False
    if _charter_since(items[k].start, named, memory):
        return True
    listed = memory.last_named("TREATY", items[k].start)
    if len({id_ for _, id_ in listed}) > 1 and listed[1][0] - listed[0][0] < _LISTED:
        return True  # Of two papers in a row nobody knows which one.
    before = memory.words(named - _TOLD_FAR, named)[-_TITLE:]
    at = next((n for n, word in enumerate(before) if word.startswith(_OVER)), len(before))
    return not _ABOUT_IT.isdisjoint(before[at + 1 : at + 2])


def _charter_since(start: int, named: int, memory: Memory) -> bool:
    """ "They adopted an act. The draft Charter is ready. The document …": a charter nobody knows came last."""
    last = next((id_ for _, id_ in memory.papers_named(start)), "")
    if last.startswith(_CHARTER_IDS):
        return False
    # "The protocol on amending the Charter" bears the word in its own name.
    strange = [c for c in _CHARTERS if not any(c.startswith(t) or t.startswith(c) for t in memory.title(last))]
    return any(word.startswith(tuple(strange)) for word in memory.words(named, start)[-_TOLD_WORDS:])


def another_paper_told(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "The agreement with Mongolia", "a similar document": another paper than the one in mind, known or not."""
    # Asked of every word: most begin like none of the nouns.
    norm, stems = items[k].norm, (*words.instruments, *words.papers)
    if not norm.startswith(stems) or not any(is_form(norm, stem, "ru", words) for stem in stems):
        return None
    if further(items, k):
        return replace(items[k], kind="ref", label=_PAPER, members=())
    partners, alike = _partners(items, k), _is_alike(items, k, words)
    if not partners and not alike:
        return None
    start = items[k].start
    paper = memory.paper_with(partners, start) if partners else _twin(items, k, memory)
    if paper is None:
        return replace(items[k], kind="ref", label=_PAPER, members=())
    memory.meant(paper, start)
    return referring(items[k], _PAPER, (paper,))


def further(items: Sequence[Item], k: int) -> bool:
    """«Ещё три документа», «ещё одна структура»: so many more are others than the one in mind."""
    near = items[max(0, k - _MORE) : k]
    at = next((n for n, i in enumerate(near) if i.norm == "еще"), len(near))
    counts = near[at + 1 : at + 2]
    if counts and counts[0].norm.startswith(_ONE) and items[k - 1] is counts[0]:
        return True  # «Ещё одно соглашение».
    return bool(counts) and (counts[0].norm.isdigit() or is_part(counts[0].norm, "NUMR") or counts[0].norm == "ряд")


def _partners(items: Sequence[Item], k: int) -> tuple[str, ...]:
    """Whom a paper is with: the names behind the first "with", over what the paper is about."""
    behind = list(takewhile(lambda i: i.kind in {"word", "name", "ref"}, items[k + 1 : k + 1 + _TITLE]))
    at = next((n for n, i in enumerate(behind) if i.norm in _WITH), len(behind))
    if any(i.kind == "name" or is_part(i.norm, "VERB") or is_part(i.norm, "PRTS") for i in behind[:at]):
        return ()
    if any(is_adverb(i.norm) for i in behind[max(0, at - 1) : at]):
        return ()  # "Ratified it together with A".
    if [i.norm for i in behind[at + 1 : at + 2]] and behind[at + 1].norm in _IT:
        own = (i.ids for i in reversed(items[:k]) if i.label == _STATE and len(i.ids) == 1)
        return next(own, ())  # "Вьетнам: соглашение с ним".
    partner = next((i for i in behind[at + 1 :] if i.kind == "name"), None)
    described = behind[at + 1 : behind.index(partner)] if partner is not None else ()
    fits = partner is not None and partner.label in {_BODY, _STATE} and all(is_case(i.norm, "ablt") for i in described)
    return partner.ids if fits and partner is not None else ()


def _is_alike(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "A similar agreement", "just such a document"."""
    before = [i.norm for i in items[max(0, k - 2) : k]]
    same = before[-1:] == [_SAME] and before[0].startswith(_SUCH)
    return same or (bool(before) and before[-1].startswith(words.alike or "\n"))


def _twin(items: Sequence[Item], k: int, memory: Memory) -> str | None:
    """What is similar to a treaty by which one country joined is that of the country which acts here."""
    last = memory.instrument(items[k].start)
    states = [i.ids[0] for i in reversed(items[:k]) if i.label == _STATE and len(i.ids) == 1]
    return memory.twin_of(last, states[0]) if last and states else None


def named_by_deed(item: Item, words: Anaphors, memory: Memory) -> Item:
    """ "The Treaty on the Establishment of the Community": a name that nobody knows, of the body in mind."""
    if item.kind != "name" or item.label != _PAPER or item.ids:
        return item
    told = [fold(word) for word in item.text.split()]
    about = next((n for n, word in enumerate(told) if word in _ABOUT), len(told))
    deed = told[about + 1 :]
    if not deed or not told[0].startswith(_PLAIN) or not deed[0].startswith((*words.creating, *words.ending)):
        return item
    if any(not word.startswith(tuple(words.bodies)) for word in deed[1:]):
        return item
    body = memory.body(item.start)
    paper = memory.paper_for(_deed(deed[0], words), body, ()) if body else None
    return replace(referring(item, _PAPER, (paper,) if paper else ()), kind="name")


def without_false_founding(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "The founding act of A" before the name of another body than the one whose paper bears these words."""
    item, body = items[k], _owner_behind(items, k)
    if item.kind != "name" or item.label != _PAPER or not fold(item.text).startswith(words.founding) or not body:
        return None
    paper = memory.founder(body)
    return referring(item, _PAPER, (paper,)) if paper else None


def unplaced(item: Item, words: Anaphors) -> Item:
    """ "Under the Treaty": a capital makes a noun for papers no place."""
    if item.kind != "place" or not fold(item.text).startswith(tuple(words.instruments)):
        return item
    bare = any(is_form(fold(item.text), stem, "ru", words) for stem in words.instruments)
    return replace(item, kind="word") if bare else item


def _owner_behind(items: Sequence[Item], k: int) -> str | None:
    following = items[k + 1] if k + 1 < len(items) else None
    if following is None or following.label != _BODY or not following.ids:
        return None
    return following.ids[0]


def _on_purpose(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "The treaty on the entry of A into B": by which A joined; on the founding or the end of B."""
    behind = items[k + 1 : k + 1 + _TITLE]
    if len(behind) < 2 or behind[0].norm not in _ABOUT:
        return None
    deed = _deed(behind[1].norm, words)
    if not deed:
        return None
    bodies = [i.ids[0] for i in behind if i.label == _BODY and i.ids]
    body = bodies[0] if bodies else _founded_by_noun(behind[2:], deed, words, memory, items[k].start)
    states = [i.ids[-1] for i in behind if i.label == _STATE and i.ids]
    states += [i.ids[-1] for i in reversed(items[:k]) if i.label == _STATE and len(i.ids) == 1]
    states += memory.country(items[k].start)
    paper = memory.paper_for(deed, body, states[:1]) if body else None
    if paper and deed == "joining":
        memory.meant(paper, items[k].start)
    return paper


def _founded_by_noun(behind: Sequence[Item], deed: str, words: Anaphors, memory: Memory, at: int) -> str | None:
    """ "On the founding of the bank": a bank; "of a zone": nothing that could come to mind."""
    noun = next(iter(behind), None)
    if deed != "founding" or noun is None or noun.kind != "word" or not is_noun(noun.norm):
        return memory.body(at)
    kinds = _called(noun, words)
    return None if kinds is None else memory.body(at, kinds)


def _deed(word: str, words: Anaphors) -> str:
    """What a paper is for, by the noun behind "on"."""
    rows = (("joining", words.joining), ("ending", words.ending), ("founding", words.creating))
    return next((name for name, row in rows if word.startswith(row)), "")


def _is_described(following: Item | None) -> bool:
    """ "The treaty on tariffs", "a treaty of lease": some other one."""
    if following is None or following.kind == "date":
        return False
    if following.norm in _ABOUT or following.kind == "name":
        return True
    return following.kind == "word" and is_noun(following.norm) and is_case(following.norm, "gent")
