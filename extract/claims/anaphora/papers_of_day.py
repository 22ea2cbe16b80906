"""A common noun for a paper in a sentence that names a day in, the instrument of that day that fits its words out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors, is_form
from extract.claims.grammar.items import ARTICLES, Item
from extract.claims.known import OPENING
from extract.language.russian import is_part
from extract.language.tokens import fold, tokenise

_DAY = len("2014-05-29")
# So many words of a title are looked at; shorter ones say nothing.
_TITLE, _ADJECTIVES, _LONG = 9, 2, 4
_SURE = 2
_AMENDING = frozenset({"amending", "modifying", "supplementing", "revising"})
_FORCE = frozenset({"force", "effect", "силу", fold("күшіне"), fold("күшке")})
_SIGNED = ("sign", "conclu", "adopt", "подпис", "заключ", "принят", *map(fold, ("қол", "жаса", "қабылда")))
_WHEN_WHERE = frozenset({"on", "in", "at"})
_WITH = frozenset({"with", "с", "со"})


def paper_of_its_day(items: Sequence[Item], k: int, lang: str, words: Anaphors, memory: Memory) -> str | None:
    """ "On 6 January 1995 A and B concluded an agreement on a customs union": kind, day and title say which one it is.

    Without a title ("the agreement signed in P on D") it is the only one of its kind on that day, of a body that the
    text is about.
    """
    norm = items[k].norm
    stems = words.instruments if norm.startswith(tuple(words.instruments)) else ()
    stem = None if _amends(items, k) else next((s for s in stems if is_form(norm, s, lang, words)), None)
    days = _days(items, k, words) if stem is not None else []
    if stem is None or not days:
        return None
    title = [w for w in _title(items, k, lang, words) if not w.startswith((*words.anew, *words.corresponding))]
    if title:
        return _called((title, _sides(items, k, memory)), words.instruments[stem], days, memory)
    kinds = words.instruments[stem]
    days = [day for day in days if len(day) == _DAY]
    bare = [p for day in days for p in memory.signed_that_day(day, kinds) if memory.is_about(p)] if kinds else []
    bare = bare or (_between(items, k, [p for day in days for p in memory.signed_that_day(day, kinds)], memory))
    sure = len(bare) == 1 and not _governs(items, k, words) and not (len(days) == 1 and _only_in_force(items))
    return bare[0] if sure else None


def _only_in_force(items: Sequence[Item]) -> bool:
    """ "The agreement entered into force on D": D is no day of signing, unless the sentence says so, too."""
    norms = [i.norm for i in items if i.kind == "word"]
    return any(n in _FORCE for n in norms) and not any(n.startswith(_SIGNED) for n in norms)


def _between(items: Sequence[Item], k: int, papers: Sequence[str], memory: Memory) -> list[str]:
    """ "On 25 May 1992 A and B signed a treaty": the one of that day whose title names both, and that both sign."""
    near = [i.ids for i in reversed(items[:k]) if i.label == "COUNTRY" and len(i.ids) > 1][:1]
    sides = [_openings([i]) for i in items[:k] if i.label == "COUNTRY" and i.ids in near]
    return [p for p in papers if sides and sides[-1] <= memory.title(p)]


def _amends(items: Sequence[Item], k: int) -> bool:
    """ "A protocol amending A", "the protocol for amending A": a paper that only changes one with a name."""
    return any(i.norm in _AMENDING for i in items[k + 1 : k + 1 + _SURE])


def named_of_its_day(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "The Association Agreement with A, signed by B on D": a name that is nobody's is told apart by its day."""
    days = _days(items, k, words) if items[k].label == "TREATY" and not items[k].ids else []
    said = list(_words(items[k : k + 1 + _TITLE])) if days else []
    stem = next((s for s in words.instruments if any(w.startswith(s) for w in said)), None)
    # The noun itself tells no paper from another: "the Creation Agreement".
    own = [w for w in said if stem is None or not w.startswith(stem)]
    return None if stem is None else _called((own, _sides(items, k, memory)), words.instruments[stem], days, memory)


def _days(items: Sequence[Item], k: int, words: Anaphors) -> list[str]:
    """The days, months and years of the sentence, the nearest first; those of "the interim agreement of 2018" apart."""
    others = {n for n in range(1, len(items)) if n - 1 != k and items[n - 1].norm.startswith(tuple(words.instruments))}
    dates = ((n, i) for n, i in enumerate(items) if i.kind == "date" and i.mention and n not in others)
    dated = ((abs(n - k), i.mention.edtf or "") for n, i in dates if i.mention)
    return list(dict.fromkeys(edtf for _, edtf in sorted(dated) if edtf.replace("-", "").isdecimal()))


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who may be a party: how the words of the countries begin that the sentence names, and the country in mind.

    `ahead`: of those before the noun, who mostly signs.
    """

    words: frozenset[str]
    ahead: frozenset[str]
    country: tuple[str, ...]


def _sides(items: Sequence[Item], k: int, memory: Memory) -> _Sides:
    words = _openings(items)
    return _Sides(words, _openings(items[:k]), () if words else memory.country(items[k].start))


def _openings(items: Sequence[Item]) -> frozenset[str]:
    """How the words of the countries begin that are named there."""
    named = (m.text for i in items if i.label == "COUNTRY" for m in i.members)
    return frozenset(norm[:OPENING] for name in named for t in tokenise(name) if len(norm := fold(t.text)) >= _LONG)


def _called(
    said: tuple[Sequence[str], _Sides], kinds: Sequence[str], days: Sequence[str], memory: Memory
) -> str | None:
    """The one paper of the nearest day whose names share the most words with the title, and enough of them.

    Of several the one whose names hold a party ("the Association Agreement of Moldova"), or whose party is in mind.
    """
    title, sides = said
    for day in days:
        shared = {p: len({t[:OPENING] for t in title} & memory.title(p)) for p in memory.signed_that_day(day, kinds)}
        best = max(shared.values(), default=0)
        found = [p for p, n in shared.items() if n == best]
        if len(found) > 1:
            own = frozenset(p for c in sides.country for p in memory.papers_with(c))
            found = [p for p in found if p in own or memory.title(p) & sides.words]
            ahead = [p for p in found if memory.title(p) & sides.ahead] if len(found) > 1 else []
            found = ahead if len(ahead) == 1 else found
        # A month or a year holds many papers: the title must be told, and nearly all of it.
        vague = len(day) < _DAY and (best < _SURE or 3 * best < 2 * len(title))
        if best and not vague and (best >= _SURE or 2 * best >= len(title)):
            return found[0] if len(found) == 1 else None
    return None


def _governs(items: Sequence[Item], k: int, words: Anaphors) -> bool:
    """Whether a phrase without a long word says what the paper is on, or with whom: "the treaty on it", "with A"."""
    return k + 1 < len(items) and items[k + 1].norm in (words.named_by | _WITH) - {"of"}


def _title(items: Sequence[Item], k: int, lang: str, words: Anaphors) -> list[str]:
    """The longer words of what the paper is on, folded."""
    if lang == "kk":
        named = k > 0 and items[k - 1].norm in words.connectors
        return list(_words(reversed(items[max(0, k - 1 - _TITLE) : k - 1]))) if named else []
    at = _beyond_circumstance(items, k) if lang == "en" else k + 1
    named = at < len(items) and items[at].norm in words.named_by | _WITH
    before = _described(items, k, lang, words)
    return [*_words(before), *(_words(items[at + 1 : at + 1 + _TITLE]) if named else ())]


def _beyond_circumstance(items: Sequence[Item], k: int) -> int:
    """ "A treaty on Friday in Minsk establishing A": where the English words go on that say what the paper is on."""
    at = k + 1
    while at + 1 < len(items) and items[at].norm in _WHEN_WHERE and items[at + 1].kind in {"date", "place"}:
        at += 2
    return at


def _described(items: Sequence[Item], k: int, lang: str, words: Anaphors) -> list[Item]:
    """The English words between an article and the noun, the Russian adjectives before it."""
    before = list(reversed(items[max(0, k - _ADJECTIVES - 1) : k]))
    if lang == "ru":
        return list(takewhile(lambda i: i.kind == "word" and is_part(i.norm, "ADJF"), before))
    own = list(takewhile(lambda i: i.norm not in ARTICLES and i.norm not in words.determiners, before))
    return own if len(own) < len(before) else []


def _words(items: Iterable[Item]) -> Iterator[str]:
    """Up to a mark, a date or a place."""
    for item in items:
        if item.kind in {"mark", "date", "place"}:
            return
        if item.norm not in ARTICLES:
            yield from (norm for t in tokenise(item.text) if len(norm := fold(t.text)) >= _LONG)
