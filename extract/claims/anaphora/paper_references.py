"""A noun for a paper that is told by its body in ("the charter of the bloc"), which paper it is out."""

from collections.abc import Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.paper_relatives_en import by_name, by_which, on_which
from extract.claims.anaphora.references_kk import FOUNDED, founds_it
from extract.claims.anaphora.words import Anaphors, is_form
from extract.claims.grammar.items import ARTICLES, Item, referring
from kb.model import Mention

# From "which" back to its paper, over a preposition.
_ABOUT = 2
# So many words stand between a paper and its body: "the charter of the new organization", "the act that set it up".
_OWNER = 7
_ON, _OF, _OWNS = "on", "of", "s"
_DEFINITE, _THOSE = frozenset({"the", "this", "that"}), frozenset({"that"})
# Nouns that fit whatever founds a body; a declaration, code or protocol is what its name says.
_PLAIN = frozenset({"treaty", "agreement", "pact", "accord", "document", "instrument", "text"})
_FOUNDERS = ("treaty", "agreement", "pact", "convention", "declaration", "act", "charter", "articles", "statute")
_CHARTERS = ("charter", "statute", "constitution")
_IT, _SET = "it", "set"
_THAT, _ITSELF = frozenset({"that", "which"}), frozenset({_IT, "its"})
_THE, _MADE = "the", frozenset({"signed", "concluded", "adopted"})
# A day: of one year or month there may be several papers.
_DAY = len("2014-05-29")
# What may stand between a paper and its body beside the deed of founding.
_SMALL = frozenset({*ARTICLES, "on", "of", "for", "new", "had", "has", "by", "up", "that", "which"})


def is_founding(items: Sequence[Item], k: int, lang: str, words: Anaphors) -> bool:
    """The paper by which the body in mind was founded stands there."""
    if lang == "kk":
        return k >= FOUNDED and founds_it(items, k, words)
    norm, stems = items[k].norm, words.instruments
    paper = norm.startswith(tuple(stems)) and any(is_form(norm, s, lang, words) for s in stems)
    return paper and _founds(items, k, words)


def _founds(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """ "The founding treaty", "the treaty on its establishment": by what the body in mind was founded."""
    if k and items[k - 1].norm.startswith(words.founding):
        return True
    following = [i.norm for i in items[k + 1 : k + 1 + FOUNDED]]
    if len(following) < FOUNDED or following[0] not in words.named_by:
        return False
    own = not words.body_pronouns.keys().isdisjoint(following) or not words.owners.isdisjoint(following)
    return own and any(n.startswith(words.founded) for n in following)


def name_its_paper(found: list[Item], k: int, words: Anaphors, memory: Memory) -> None:
    """ "The Community, the treaty on which was signed in 2000": a Russian paper named by the body it founds."""
    body, at = found[k], k - _ABOUT
    if body.label != "ORG" or not body.ids or at < 0 or found[at + 1].norm not in words.named_by:
        return
    paper = memory.founder(body.ids[0]) if found[at].norm.startswith(tuple(words.instruments)) else None
    if paper is not None:
        found[at] = referring(found[at], "TREATY", (paper,))


def english_paper(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """An English noun for a paper that its year or its body makes a certain one."""
    return (
        _of_day(items, k, words, memory)
        or by_which(items, k, words, memory)
        or on_which(items, k, words, memory)
        or by_name(items, k, words, memory)
        or _of_year(items, k, words, memory)
        or _by_its_body(items, k, words, memory)
    )


def _of_day(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "The accord of 24 September 1993", "the 29 May 2014 treaty": the one instrument of that day."""
    noun = items[k].norm
    date = _day_of_noun(items, k) if noun in words.instruments else None
    if date is None or len(date.edtf or "") != _DAY:
        return None
    kinds, day = words.instruments[noun], date.edtf or ""
    paper = memory.paper_of_day(items[k].start, kinds, day)
    if paper is None and items[k + 1].norm in _MADE and (known := memory.signed_that_day(day, kinds)):
        # Of several papers of that day it may be the one in mind, but no paper of another day.
        meant = memory.instrument(items[k].start, kinds)
        return referring(items[k], "TREATY", (meant,) if meant in known else ())
    return referring(items[k], "TREATY", (paper,)) if paper else None


def _day_of_noun(items: Sequence[Item], k: int) -> Mention | None:
    near = items[k + 1 : k + 3]
    if items[k - 1].norm == _THE and near and near[0].norm in _MADE:
        # "The treaty signed in P on D".
        at = k + 2 + 2 * (k + 3 < len(items) and items[k + 3].kind == "place")
        dated = [i.kind if i.kind == "date" else i.norm for i in items[at : at + 2]] == ["on", "date"]
        return items[at + 1].mention if dated else None
    if len(near) > 1 and near[0].norm == _OF and near[1].kind == "date":
        return near[1].mention
    return items[k - 1].mention if k and items[k - 1].kind == "date" else None


def _of_year(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "The treaty of 1997", "the 1997 treaty", "that of 1997": of the papers told of, or of those of the body."""
    that = items[k].norm in _THOSE
    if not (that or (items[k].norm in words.instruments and k)):
        return None
    behind = items[k + 1 : k + 3]
    date = behind[1].mention if len(behind) > 1 and behind[0].norm == _OF and behind[1].kind == "date" else None
    if not that and items[k - 1].norm not in words.determiners:
        date = None  # "A protocol of 1999" may be another.
    if date is None and k > 1 and items[k - 1].kind == "date" and items[k - 2].norm in _DEFINITE:
        date = items[k - 1].mention
    year = (date.edtf or "") if date is not None else ""
    if len(year) != len("2014"):
        return None
    paper = memory.told_of_year(items[k].start, () if that else words.instruments[items[k].norm], year)
    return referring(items[k], "TREATY", (paper,)) if paper else None


def _by_its_body(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "The Charter of the bloc", "the treaty on the Union", "the act that founded it": an English paper by its body.

    The body stands behind the noun, with nothing between but small words and the deed that founded it.
    """
    noun = items[k].norm
    if noun in words.instruments and k > 1 and items[k - 1 - _founding_at(items, k, words)].norm == _OWNS:
        return _owned_by(items, k, words, memory)
    founding = bool(_founding_at(items, k, words))
    if noun not in words.instruments or not k or items[k - 1 - founding].norm not in words.determiners:
        return None
    at = k + 1
    while at < min(k + _OWNER, len(items)) and (items[at].norm in _SMALL or _tells_founding(items[at], words)):
        at += 1
    between = [i.norm for i in items[k + 1 : at]]
    if at == k + 1 or at >= len(items) or (between[0] not in words.named_by and not _opens_deed(items[k + 1], words)):
        return None
    body = _body_at(items, at, words, memory)
    owns = at + 1 < len(items) and items[at + 1].norm == _OWNS
    if body is None or owns:
        return None
    if items[at].norm.startswith(words.ending):
        return _ending(items[k], body, memory)
    founding = founding or any(_founds_by(n, words) for n in between)
    about = between[:2] == [_ON, _IT] and noun in _PLAIN  # "The agreement on it".
    if not founding and not about and not _ITSELF.isdisjoint(between):
        return None  # "The protocol that amended it".
    paper = memory.charter(body) if noun.startswith(_CHARTERS) else memory.founder(body)
    if paper is None or not (founding or noun.startswith(_CHARTERS) or between[0] == _ON):
        return None
    fits = paper.startswith(_FOUNDERS) if noun in _PLAIN else paper.startswith(noun)
    return referring(items[k], "TREATY", (paper,)) if fits else None


def _ending(noun: Item, body: str, memory: Memory) -> Item | None:
    """ "The treaty on its termination", where one is known."""
    paper = memory.paper_for("ending", body, ())
    fits = paper is not None and (noun.norm in _PLAIN or paper.startswith(noun.norm))
    return referring(noun, "TREATY", (paper,)) if paper is not None and fits else None


def _founding_at(items: Sequence[Item], k: int, words: Anaphors) -> int:
    """1 where "founding" stands before the noun."""
    return int(k > 1 and items[k - 1].norm.startswith(words.founding))


def _owned_by(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> Item | None:
    """ "The organization's charter", "the CIS's founding treaty"."""
    founding = _founding_at(items, k, words)
    body = _body_at(items, k - 2 - founding, words, memory)
    charter = items[k].norm.startswith(_CHARTERS)
    if body is None or not (charter or founding):
        return None
    paper = memory.charter(body) if charter else memory.founder(body)
    return referring(items[k], "TREATY", (paper,)) if paper and (founding or paper.startswith(items[k].norm)) else None


def _tells_founding(item: Item, words: Anaphors) -> bool:
    return _founds_by(item.norm, words) or item.norm in _ITSELF


def _founds_by(norm: str, words: Anaphors) -> bool:
    return norm in words.founds_it or norm.startswith(words.founded) or norm == _SET


def _opens_deed(item: Item, words: Anaphors) -> bool:
    return item.norm in _THAT or item.norm in words.founds_it


def _body_at(items: Sequence[Item], at: int, words: Anaphors, memory: Memory) -> str | None:
    """A body by its name, by a noun for it, or by a pronoun before it."""
    item = items[at] if at >= 0 else items[0]
    if any(i.norm in _ITSELF for i in items[max(0, at - 3) : at]):
        organ = memory.topic_organ(item.start)
        return organ if organ and memory.founder(organ) else memory.body(item.start)
    if item.kind == "name":
        return item.ids[0] if item.label == "ORG" and len(item.ids) == 1 else None
    return memory.body(item.start, words.bodies[item.norm]) if item.norm in words.bodies else None


def without_deeds(items: Sequence[Item], words: Anaphors) -> Sequence[Item]:
    """ "The agreement founding it was signed": what only says which paper it is tells nothing by itself."""
    dropped: set[int] = set()
    for k, item in enumerate(items[:-2]):
        if item.kind != "ref" or item.label != "TREATY" or items[k + 1].norm not in words.founds_it:
            continue
        near = range(k + 2, min(k + _OWNER, len(items)))
        end = next((n for n in near if items[n].norm in _ITSELF or items[n].label == "ORG"), k)
        dropped.update(range(k + 1, end + 1))
    return [i for k, i in enumerate(items) if k not in dropped]
