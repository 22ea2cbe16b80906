"""A Russian page in parts with heads in, claims of the lists below and behind these heads out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import Dated, dated
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim, dated_from
from extract.claims.rows.sheet_entries_ru import Entry, entries, kind_of
from extract.claims.rows.sheet_units_ru import OWNED_BY, Piece, Unit, body_of
from extract.claims.rows.sheet_words_ru import SheetWords, sheet_words
from kb.edtf_bounds import bounds
from kb.model import STATE_CLAIMS, Claim

_MEMBER, _LEFT, _OF_PAPER = "membership", "withdrew", "ratified"
_UNHEADED = frozenset({"country", "date", "person"})
_ACTS = frozenset({"acceded", "withdrew", "suspended"})
# A head that says two of these is not one about either.
_STEPS = frozenset({"acceded", "withdrew", "observer"})
_HEAD_WORDS, _STRANGE = 8, 1
_COLON, _ENTRY = ":", frozenset({"country", "date"})


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines below are: what is told, and of which body; `paper`: what the countries below ratified."""

    kind: str
    body: str
    paper: str = ""


def find_sheets(text: str, units: Sequence[Unit], memory: Memory, tables: ClaimTables) -> list[Claim]:
    """ "Члены: А (с 2006), Б", "Присоединение к В", and below it "А – 20 декабря 1998 г." on a line of its own."""
    words, page, beside, head = sheet_words(), "", "", None
    found: list[Claim] = []
    for unit in units:
        page = unit.title or page
        # "Члены А: …. Наблюдатели: …": a second list on its line is of the same body.
        beside = "" if unit.first else beside
        own, content = _headed(unit, words, page or beside, memory)
        over = own or head
        if own is not None and not content:
            head = own
            continue
        told = entries(content, words, _at_once(over.kind, content)) if over is not None else None
        beside = over.body if told and over is not None else beside
        head = over if told and not (own is not None and unit.last) else None
        found += [c for entry in told or () if over is not None for c in _claims(text, unit, over, entry, tables)]
    return found


def over_sheets(found: Sequence[Claim], told: Sequence[Claim]) -> list[Claim]:
    """What a list says of a country stands for what its sentence was read to say of the same."""
    known = {(c.start_char, c.subject_id) for c in told}
    kinds = _ACTS | STATE_CLAIMS
    kept = [c for c in found if c.type not in kinds or (c.start_char, c.subject_id) not in known]
    same = {(c.type, c.subject_id, c.edtf, c.start_char) for c in kept}
    return kept + [c for c in told if (c.type, c.subject_id, c.edtf, c.start_char) not in same]


def _at_once(kind: str, content: Sequence[Piece]) -> bool:
    """ "Присоединились: А и Б (2008), В (2010)": each date is of all names since the one before; so of observers."""
    dates = [k for k, p in enumerate(content) if p.kind == "date"]
    names = [k for k, p in enumerate(content) if p.kind == "country"]
    return (
        kind in _ACTS
        or kind == _OF_PAPER
        or (kind == "observer" and len(dates) > 1 and bool(names) and dates[-1] > names[-1])
    )


def _headed(unit: Unit, words: SheetWords, page: str, memory: Memory) -> tuple[Head | None, Sequence[Piece]]:
    """The head that a unit is or begins with, and what stands behind it."""
    at = _head_end(unit)
    before, behind = unit.pieces[:at], unit.pieces[at + 1 :]
    whole = at == len(unit.pieces)
    if whole and not unit.first:
        return None, unit.pieces
    plain = [p.norm for p in before if p.kind == "word" and not p.norm.isdigit()]
    if not plain or len(plain) > _HEAD_WORDS or any(p.kind in _UNHEADED for p in before):
        return None, unit.pieces
    kinds = [kind for kind in words.heads if any(kind_of(w, words) == kind for w in plain)]
    papers = {str(p.mention.entity_id) for p in before if p.kind == "treaty" and p.mention and p.mention.entity_id}
    if (_OF_PAPER in kinds) != (len(papers) == 1):
        return None, unit.pieces
    known = (*words.beside, *(stem for stems in words.heads.values() for stem in stems), *OWNED_BY)
    strange = [w for w in plain if w not in words.small and not w.startswith(known)]
    if (
        not kinds
        or len({*kinds} & _STEPS) > 1
        or len(strange) > _STRANGE
        or any(w.startswith(words.barred) for w in plain)
    ):
        return None, unit.pieces
    body = next(iter(papers), "") or body_of(before) or page or (memory.body(unit.start) if unit.first else "")
    return (Head(kinds[0], body, next(iter(papers), "")), behind) if body else (None, unit.pieces)


def _head_end(unit: Unit) -> int:
    """Where the colon, or the dash behind the words of a head, stands; else its end."""
    depth, pieces = 0, unit.pieces
    for k, piece in enumerate(pieces):
        depth += (piece.norm == "(") - (piece.norm == ")")
        if not depth and (piece.norm == _COLON or (piece.norm in {"–", "—"} and k)):
            return k if any(p.kind in _ENTRY for p in pieces[k:]) or k + 1 == len(pieces) else len(pieces)
        if piece.kind in _ENTRY:
            break
    return len(pieces)


def _claims(text: str, unit: Unit, head: Head, entry: Entry, tables: ClaimTables) -> Iterator[Claim]:
    kind, date = entry.kind or head.kind, entry.date
    if head.paper:
        if date is not None and kind == _OF_PAPER:
            yield bare_claim(text, unit.sentence, kind, head.paper, tables.body_of(head.paper), dated(kind, date))
        return
    span = date is not None and "/" in (date.edtf or "").strip("./")
    if entry.kind == "suspended" or (span and kind in {_LEFT, "acceded"}):
        when = Dated() if entry.kind else dated(_MEMBER, date)
        yield bare_claim(text, unit.sentence, _MEMBER, entry.country, head.body, when)
    if kind == "acceded" and span:
        return
    yield bare_claim(text, unit.sentence, kind, entry.country, head.body, _when(kind, entry, span))


def _when(kind: str, entry: Entry, span: bool) -> Dated:
    """ "До 2005 года" ends a state; of who left, a span says both when it was in and when it left."""
    date = entry.date
    if date is None or not date.edtf:
        return Dated()
    if kind == _LEFT and span:
        last = date.edtf.split("/")[1]
        return Dated(last, *bounds(last))
    if entry.until and kind in STATE_CLAIMS and not span:
        bare = date.edtf.replace("../", "").replace("/..", "")
        return Dated(f"../{bare}", None, date.latest)
    return dated(kind, date) if span else dated_from(kind, date)
