"""Russian entries of a chronicle without a verb in, who joined or left what out: "27 марта 2020 — Латвия в А"."""

from collections.abc import Iterator, Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.rows.bare_claims import bare_claim, dated_from
from extract.claims.rows.sheet_entries_ru import kind_of
from extract.claims.rows.sheet_units_ru import Piece, Unit
from extract.claims.rows.sheet_words_ru import SheetWords, sheet_words
from kb.model import Claim, Mention

_JOINED, _LEFT = "acceded", "withdrew"
_MARKS, _IN, _OUT = frozenset({"–", "—", "-", ":"}), "в", "из"
_MEMBER, _AS = (
    "член",
    frozenset({"новый", "новая", "полноправный", "участник", "участница", "й", "ый", "ой", "стал", "становится"}),
)
# What stands for the body that the page is about.
_BODIES = ("альянс", "блок", "организац", "союз", "сообществ", "содружеств", "объединен", "лиг", "клуб")


def find_short_entries(text: str, units: Sequence[Unit], memory: Memory) -> Iterator[Claim]:
    """ "7 марта 2024 — Швеция: 32-й член", "2009 – выход Грузии": the whole line is a date and this."""
    page, words = "", sheet_words()
    for unit in units:
        page = unit.title or page
        pieces = [p for p in unit.pieces if p.norm != "."]
        if len(pieces) < len(["date", "—", "name", "в"]) or pieces[0].kind != "date" or pieces[1].norm not in _MARKS:
            continue
        kind, country, body = _told(pieces[2:], words, memory)
        body = body or page or memory.body(unit.start) or ""
        if kind and country and body:
            yield bare_claim(text, unit.sentence, kind, country, body, dated_from(kind, pieces[0].mention))


def _told(rest: Sequence[Piece], words: SheetWords, memory: Memory) -> tuple[str, str, str]:
    """Type, country and, where the entry names it, body."""
    first = rest[0]
    if first.kind == "word" and kind_of(first.norm, words) in {_JOINED, _LEFT} and len(rest) > 1:
        kind, country, behind = kind_of(first.norm, words), _country(rest[1].mention, memory), rest[2:]
        return (kind, country, _body(behind)) if _closes(behind, {_IN, _OUT}) else ("", "", "")
    country, behind = _country(first.mention, memory), rest[1:]
    if behind and behind[0].norm == _IN and _closes(behind, {_IN}):
        return _JOINED, country, _body(behind)
    plain = [p for p in behind if p.norm not in _MARKS and not p.norm.isdigit() and p.norm not in _AS]
    member = bool(plain) and plain[0].norm == _MEMBER and len(plain) < len(["член", "А", "."])
    bare = all(p.kind == "org" or p.norm.startswith((_MEMBER, *_BODIES)) for p in plain)
    return (_JOINED, country, _body(plain)) if member and bare else ("", "", "")


def _country(mention: Mention | None, memory: Memory) -> str:
    """The country named, or that of the capital named."""
    if mention is None or not mention.entity_id:
        return ""
    return mention.entity_id if mention.label == "COUNTRY" else memory.capital_of(mention.entity_id) or ""


def _body(pieces: Sequence[Piece]) -> str:
    return next((str(p.mention.entity_id) for p in pieces if p.kind == "org" and p.mention), "")


def _closes(pieces: Sequence[Piece], prepositions: set[str]) -> bool:
    """Nothing, or a preposition and one body."""
    if not pieces:
        return True
    named = len(pieces) == len(["в", "А"]) and pieces[0].norm in prepositions
    return named and (pieces[1].kind == "org" or pieces[1].norm.startswith(_BODIES))
