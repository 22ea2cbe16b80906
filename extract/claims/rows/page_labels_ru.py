"""Russian lines that a label opens in, what they say of the body or paper of their page out: "Дата создания: 1997"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from extract.claims.anaphora.memory import Memory
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim, dated_from
from extract.claims.rows.sheet_units_ru import Piece, Unit
from extract.claims.rows.sheet_words_ru import SheetWords, sheet_words
from kb.model import Claim, Mention

_ORGAN, _MADE = "organ", "established"
_DATED, _OF_PAPER = frozenset({_MADE, "terminated"}), frozenset({"signed", "entered_into_force"})
_HEIRS = frozenset({"predecessor", "heir"})
_MARKS, _ENDS = frozenset({":", "–", "—"}), frozenset(",;.")
_JOINTS = frozenset({"и", "а", "также"})
_DASHES, _BRACKETS, _DEFINED = frozenset({"–", "—"}), frozenset({"(", ")", ",", "«", "»"}), 8
# What a page may say at its head that its body is, and that it is the heir of another.
_BODIES = ("организац", "объединен", "союз", "сообществ", "содружеств", "блок", "альянс", "ассоциац", "банк", "лиг")
_HEIR = ("преемник", "преемниц", "правопреемник", "правопреемниц", "наследник", "наследниц")
_LABEL_WORDS, _NEAR, _SHORTEST, _TITLE_WORDS = 5, 20, 4, 4
# Before its date a line may say "в" or the month of a year alone.
_DRESS = 2


@dataclass(frozen=True, slots=True)
class Page:
    """What the lines are about: a body or a paper, and how many lines above it was named."""

    body: str = ""
    paper: str = ""
    age: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """Type, subject, object and date of a claim."""

    kind: str
    subject: str
    body: str | None = None
    date: Mention | None = None


def find_labels(text: str, units: Sequence[Unit], memory: Memory, tables: ClaimTables) -> Iterator[Claim]:
    """ "Упразднён: 2011", "Предшественник: А", "Органы: Б; В (1992)", "Инициатор: Г" below the name of a body."""
    page, below, words, named = Page(), False, sheet_words(), ""
    for unit in units:
        page = _page(unit, page)
        kind, content = _labelled(unit, words)
        owner, owned = _owned(unit, words)
        kind, content = (_ORGAN, owned) if owner else (kind, content)
        named = owner or (named if below else "")
        listed = not kind and below and bool(unit.pieces) and unit.pieces[0].kind == "org"
        kind, content = (_ORGAN, unit.pieces) if listed else (kind, content)
        below = kind == _ORGAN and (listed or bool(named) or not content)
        if (old := _succeeds(unit)) and page.body and old != page.body and page.age < _NEAR:
            yield bare_claim(text, unit.sentence, "succeeded", page.body, old, dated_from("succeeded", None))
        about = Page(body=named) if named and kind == _ORGAN else page
        for said in _said(kind, content, about, memory, tables) if content and about.age < _NEAR else ():
            when = dated_from(said.kind, said.date)
            yield bare_claim(text, unit.sentence, said.kind, said.subject, said.body, when)


def _page(unit: Unit, page: Page) -> Page:
    """The page is about what its title names alone."""
    body, papers = unit.title, {m.entity_id for m in unit.of("treaty")}
    if body and not papers:
        return Page(body=body)
    short = unit.first and unit.last and len(unit.words) <= _TITLE_WORDS
    if defined := _defined(unit):
        return Page(body=defined)
    if short and len(papers) == 1 and {p.kind for p in unit.pieces} <= {"treaty", "word", "mark"}:
        return Page(paper=str(next(iter(papers))))
    return Page(page.body, page.paper, page.age + unit.first)


def _defined(unit: Unit) -> str:
    """ "Африканский союз (АС) — межгосударственная организация …": what a line opens with and defines."""
    at = next((k for k, p in enumerate(unit.pieces[:_DEFINED]) if p.norm in _DASHES), 0)
    named = {str(p.mention.entity_id) for p in unit.pieces[:at] if p.kind == "org" and p.mention}
    plain = all(p.kind == "org" or p.norm in _BRACKETS for p in unit.pieces[:at])
    said = unit.pieces[at + 1 : at + 1 + _DEFINED]
    defined = any(p.norm.startswith(_BODIES) for p in takewhile(lambda p: p.kind == "word", said))
    return next(iter(named)) if unit.first and plain and defined and len(named) == 1 else ""


def _succeeds(unit: Unit) -> str:
    """ "Правопреемник ОАЕ.": a sentence of the page that only says whose heir its body is."""
    words = [p for p in unit.pieces if p.kind != "mark"]
    heir = len(words) == 2 and words[0].norm.startswith(_HEIR) and not any(p.norm in _MARKS for p in unit.pieces)
    asked = any(p.norm == "?" for p in unit.pieces)
    body = words[1].mention if heir and not asked and words[1].kind == "org" else None
    return str(body.entity_id) if body is not None and not unit.bulleted else ""


def _labelled(unit: Unit, words: SheetWords) -> tuple[str, Sequence[Piece]]:
    """What the label says, and what stands behind it."""
    at = next((k for k, p in enumerate(unit.pieces) if p.norm in _MARKS), -1)
    before = unit.pieces[: max(at, 0)]
    if not before or len(before) > _LABEL_WORDS or any(p.kind != "word" for p in before):
        return "", ()
    plain = [p.norm for p in before]
    if not unit.first and not plain[0].startswith(words.labels[_ORGAN]):
        return "", ()
    kinds = [kind for kind, stems in words.labels.items() if any(w.startswith(stems) for w in plain)]
    known = (*words.label_beside, *(stem for stems in words.labels.values() for stem in stems))
    return (kinds[0], unit.pieces[at + 1 :]) if kinds and all(w.startswith(known) for w in plain) else ("", ())


def _owned(unit: Unit, words: SheetWords) -> tuple[str, Sequence[Piece]]:
    """ "Органы ОДКБ:", "Структура ЕАЭС" on a line alone: the body that the label names, and what stands behind it."""
    at = next((k for k, p in enumerate(unit.pieces) if p.norm in _MARKS), len(unit.pieces) if unit.last else -1)
    before = unit.pieces[: max(at, 0)]
    owners = [str(p.mention.entity_id) for p in before if p.kind == "org" and p.mention]
    if len(owners) != 1 or before[-1].kind != "org" or not unit.first or len(before) > _LABEL_WORDS:
        return "", ()
    plain = [p.norm for p in before[:-1]]
    stems = words.labels[_ORGAN]
    fits = any(w.startswith(stems) for w in plain) and all(w.startswith((*stems, *words.label_beside)) for w in plain)
    return (owners[0], unit.pieces[at + 1 :]) if fits else ("", ())


def _said(kind: str, content: Sequence[Piece], page: Page, memory: Memory, tables: ClaimTables) -> Iterator[Said]:
    dates = [p.mention for p in content if p.kind == "date"]
    first = next((p for p in content if p.kind not in {"word", "mark"}), None)
    fronted = first is not None and content.index(first) < _DRESS
    bodies = {str(p.mention.entity_id) for p in content if p.kind == "org" and p.mention}
    if kind in _OF_PAPER and page.paper and fronted and first and first.kind == "date":
        yield Said(kind, page.paper, tables.body_of(page.paper), first.mention)
    elif not page.body or (first is None and kind != _ORGAN):
        return
    elif kind in _DATED and fronted and first and first.kind == "date":
        yield Said(kind, page.body, None, first.mention)
    elif kind == "proposed" and fronted and first and first.kind in {"person", "country"} and first.mention:
        yield Said(kind, str(first.mention.entity_id), page.body, dates[0] if len(dates) == 1 else None)
    elif kind in _HEIRS and len(bodies) == 1 and page.body not in bodies:
        new, old = (page.body, *bodies) if kind == "predecessor" else (*bodies, page.body)
        yield Said("succeeded", new, old)
    elif kind == "former" and bodies == {page.body} and len(dates) == 1:
        yield Said("renamed", page.body, page.body, dates[0])
    elif kind == _ORGAN:
        yield from _organs(content, page.body, memory, tables)


def _organs(content: Sequence[Piece], body: str, memory: Memory, tables: ClaimTables) -> Iterator[Said]:
    """ "Совет министров; Секретариат (образован в 2006 г.)": each that is known to be an organ of the body."""
    for part in _parts(content):
        named = [p.mention.entity_id for p in part if p.kind == "org" and p.mention]
        organ = named[0] if len(named) == 1 and named[0] and tables.root(named[0]) == body else None
        organ = organ if organ != body else None
        organ = organ or _called(part, body, memory)
        dates = [p.mention for p in part if p.kind == "date"]
        date = dates[0] if len(dates) == 1 else None
        made = any(p.norm.startswith(("образован", "создан", "учрежден", "основан")) for p in part)
        if organ:
            yield Said("organ_of", organ, body, date)
            if made and date is not None:
                yield Said(_MADE, organ, None, date)


def _parts(content: Sequence[Piece]) -> Iterator[list[Piece]]:
    """What stands between commas and semicolons, with its brackets."""
    part: list[Piece] = []
    depth = 0
    for piece in content:
        depth += (piece.norm == "(") - (piece.norm == ")")
        if piece.norm in _ENDS and not depth:
            yield part
            part = []
        elif piece.norm in _JOINTS and not depth and any(p.kind == "org" for p in part):
            yield part  # "Секретариат и Объединённый штаб": behind a name "and" is no part of it.
            part = []
        else:
            part.append(piece)
    yield part


def _called(part: Sequence[Piece], body: str, memory: Memory) -> str | None:
    """The one organ of the body whose name holds all words of the part; a bracket says something else."""
    end = next((k for k, p in enumerate(part) if p.norm == "("), len(part))
    named = [p.mention.text for p in part[:end] if p.kind == "org" and p.mention]
    words = [p.norm for p in part[:end] if p.kind == "word" and len(p.norm) >= _SHORTEST]
    fits = {id_: known for id_, known in memory.organs_of(body) if words and not named and {*words} <= known}
    # "Комиссия": the one that is called so alone, not that on human rights.
    least = min(map(len, fits.values()), default=0)
    bare = [id_ for id_, known in fits.items() if len(known) == least]
    return bare[0] if len(bare) == 1 else None
