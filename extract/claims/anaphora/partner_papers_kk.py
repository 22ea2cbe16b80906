"""A Kazakh noun for a paper beside the name of a partner in, which instrument it is out."""

from collections.abc import Iterator, Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.anaphora.words import Anaphors, is_form
from extract.claims.grammar.items import Item
from extract.claims.known import OPENING
from extract.language.tokens import fold, tokenise

# So far before its noun a partner stands; shorter words say nothing of what the paper is on.
_NEAR, _LONG, _YEAR = 8, 4, len("2014")
_WITH, _ALIKE = ("мен", "бен", "пен"), frozenset({"йемен"})
_BETWEEN, _INTERIM = fold("арасындағы"), fold("уақытша")
# Words before the noun that do not say what the paper is on, letters folded.
_SMALL = tuple(map(fold, (
    "туралы", "жөнінде", "арадағы", "арасындағы", "жасалған", "жасаған", "жасасқан", "қойылған", "қойған", "толық",
    "формат", "жаңа", "осындай", "мұндай", "ұқсас", "екіжақты", "халықаралық", "тиісті", "алғашқы", "аталған",
    "ұзақ", "бірге", "тағы",
)))  # fmt: skip


def partner_paper(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """ "Сербиямен арадағы құжат", "Еуропалық одақпен қауымдастық туралы келісім": the one that the two concluded.

    Empty where there is a partner, and nobody knows the paper; None where there is no partner.
    """
    kinds = _kinds(items[k], words)
    if kinds is None:
        return None
    found = _partner(items, k)
    if found is None:
        return _called_with(items, k, words, memory)
    at, (body, country) = found
    country = country or next(iter(memory.one_country(items[k].start)), "")
    bodies = (body,) if body else memory.bodies(items[k].start)
    known = [p for b in bodies for p in memory.papers_between(b, country) if p.startswith(kinds or "")]
    return _only(known, (items, k), [w for i in items[at + 1 : k + 1] for w in _telling(i, words)], memory)


def _called_with(items: Sequence[Item], k: int, words: Anaphors, memory: Memory) -> str | None:
    """A name that holds its partner: "Еуропалық одақпен қауымдастық туралы келісім", of the country told of."""
    parts = [fold(t.text) for t in tokenise(items[k].text)] if items[k].kind == "name" else []
    if not any(w.endswith(_WITH) and len(w) > _LONG for w in parts):
        return None
    near = [i for i in items[:k] if i.kind == "name" and i.label == "COUNTRY"]
    countries = near[0].ids if len(near) == 1 else () if near else memory.one_country(items[k].start)
    known = memory.papers_with(countries[0]) if len(countries) == 1 else []
    said = list(_telling(items[k], words))
    known = [p for p in known if all(w[:OPENING] in memory.title(p) for w in said)]
    return _only(known, (items, k), said, memory)


def _only(known: Sequence[str], place: tuple[Sequence[Item], int], said: Sequence[str], memory: Memory) -> str:
    """The one of them that fits what is said of it, and the years beside it; empty where there are more or none."""
    known = [p for p in known if _fits(said, memory.title(p))]
    interim = _INTERIM in said
    known = [p for p in known if (_INTERIM[:OPENING] in memory.title(p)) == interim] or known
    years = list(_years(*place))[:1]
    # A year before its day somebody may still have refused to sign it.
    known = [p for p in known if not years or int(memory.signed_on(p)[:_YEAR] or 0) <= int(years[0]) + 1]
    return known[0] if len(known) == 1 else ""


def _kinds(item: Item, words: Anaphors) -> tuple[str, ...] | None:
    """What the ids of such papers begin with; None where the item is no noun for one paper."""
    if item.label == "TREATY" and item.kind == "name" and not item.ids:
        norms = [fold(t.text) for t in tokenise(item.text)][-1:]
    else:
        norms = [item.norm] if item.kind == "word" else []
    stems = words.instruments if norms and norms[0].startswith(tuple(words.instruments)) else ()
    stem = next((s for s in stems if is_form(norms[0], s, "kk", words)), None)
    return None if stem is None else tuple(words.instruments[stem])


def _partner(items: Sequence[Item], k: int) -> tuple[int, tuple[str, str]] | None:
    """Where the last party stands, and the body and the country; either may be left to the text before."""
    near = range(max(0, k - _NEAR), k)
    named = [n for n in near if items[n].kind == "name" and items[n].label in {"ORG", "COUNTRY"} and items[n].ids]
    marks = [n for n in near if items[n].kind == "mark"]
    named = [n for n in named if n > max(marks, default=-1)]
    if not named or any(len(items[n].ids) != 1 for n in named) or len(named) > 2:
        return None
    beside = [n for n in named if _accompanies(items, n)]
    ids = {items[n].label: items[n].ids[0] for n in named}
    if not beside or len(ids) != len(named):
        return None
    subjects = [i for i in items[:k] if i.kind == "name" and i.label == "COUNTRY"]
    if len(subjects) > 1 or (subjects and "COUNTRY" not in ids and items[named[-1]].label != "ORG"):
        return None
    return named[-1], (ids.get("ORG", ""), ids.get("COUNTRY", "") or "".join(subjects[0].ids if subjects else ()))


def _accompanies(items: Sequence[Item], n: int) -> bool:
    """ "Сербиямен", "А мен Сербия", "Сербия арасындағы": the name of one of two parties."""
    text = fold(items[n].text)
    joined = n > 0 and items[n - 1].norm in _WITH
    between = n + 1 < len(items) and items[n + 1].norm in {_BETWEEN, *_WITH}
    return (text.endswith(_WITH) and text not in _ALIKE) or joined or between


def _telling(item: Item, words: Anaphors) -> Iterator[str]:
    """The words that say what the paper is on."""
    spoken = (fold(t.text) for t in tokenise(item.text)) if item.kind in {"word", "ref", "name"} else ()
    yield from (w for w in spoken if len(w) >= _LONG and not w.startswith((*_SMALL, *words.instruments)))


def _fits(said: Sequence[str], title: frozenset[str]) -> bool:
    """At least half of what is said of the paper stands in its names."""
    told = [w for w in said if w != _INTERIM]
    return 2 * sum(w[:OPENING] in title for w in told) >= len(told)


def _years(items: Sequence[Item], k: int) -> Iterator[str]:
    """The years of the sentence, the nearest first."""
    dated = sorted((abs(n - k), i.mention.edtf or "") for n, i in enumerate(items) if i.kind == "date" and i.mention)
    yield from (edtf[:_YEAR] for _, edtf in dated if edtf[:_YEAR].isdecimal())
