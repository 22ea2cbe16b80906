"""A Russian page of a body's agreements, partner by partner, in, when each was signed and took effect out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import dated
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim
from extract.claims.rows.sheet_units_ru import Piece, Unit
from kb.model import Claim, Mention

_SIGNED, _FORCE, _DENIED = "signed", "entered_into_force", "не"
_KINDS = {"подпис": _SIGNED, "вступ": _FORCE, "действ": _FORCE, "силе": _FORCE}
# What else such a line says, and what makes a head one of agreements; beginnings of words.
_BESIDE = (
    "соглаш", "договор", "временн", "полноформат", "дат", "сил", "еще", "пока", "год", "торгов", "свобод", "зон", "зст",
)  # fmt: skip
_SMALL, _ABOUT = frozenset({"в", "с", "со", "о", "об", "г", "и"}), ("соглаш", "договор", "зст")
_DATE_LENGTH = len("2014-05-29")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to the agreement, and when; `denied`: it has not."""

    kind: str
    date: Mention | None
    denied: bool = False


def find_partner_papers(text: str, units: Sequence[Unit], memory: Memory, tables: ClaimTables) -> Iterator[Claim]:
    """ "Вьетнам", and below it "Подписано: 29 мая 2015 г."; or "Вьетнам – подписано …; Сербия – …" on one line."""
    body, partner, paper = "", "", ""
    for unit in units:
        body = _headed(unit) or body
        for part in _parts(unit.pieces):
            named = [p.mention.entity_id for p in part if p.kind == "country" and p.mention]
            if len(named) > 1 or (named and not _opens(part)):
                partner = ""
            elif named and named[0] != partner:
                partner, paper = str(named[0]), ""
            events = _events(part) if body and partner else None
            if events is None:
                partner = partner if named and len(part) == 1 else ""
                continue
            signed = next((e.date for e in events if e.kind == _SIGNED and e.date), None)
            paper = _paper(memory.papers_between(body, partner), signed, tables) or ("" if signed else paper)
            for event in events if paper else ():
                claim = bare_claim(text, unit.sentence, event.kind, paper, body, dated(event.kind, event.date))
                yield claim if not event.denied else replace(claim, polarity="negated")


def over_papers(found: Sequence[Claim], told: Sequence[Claim]) -> list[Claim]:
    """What such a line says of its paper was not done on that day to another one, nor told twice."""
    days = {(c.start_char, c.type, c.edtf) for c in told}
    return [c for c in found if (c.start_char, c.type, c.edtf) not in days] + list(told)


def _headed(unit: Unit) -> str:
    """ "Соглашения А о свободной торговле": the body whose agreements stand below or behind."""
    named = {m.entity_id for m in unit.of("org")}
    about = any(w.startswith(_ABOUT) for w in unit.words[:3])
    return str(next(iter(named))) if unit.first and about and len(named) == 1 and not unit.of("treaty") else ""


def _parts(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """What stands between semicolons, without the head before a colon that names no partner."""
    part: list[Piece] = []
    for piece in pieces:
        if piece.norm == ";" or (piece.norm == ":" and any(p.kind == "org" for p in part)):
            yield part
            part = []
        elif piece.norm != ".":
            part.append(piece)
    yield part


def _opens(part: Sequence[Piece]) -> bool:
    return part[0].kind == "country"


def _events(part: Sequence[Piece]) -> list[Event] | None:
    """None where anything else is said; a date is of the step said last."""
    found: list[Event] = []
    kind, denied = "", False
    for piece in part[_opens(part) :] if part else ():
        step = next((k for stem, k in _KINDS.items() if piece.norm.startswith(stem)), "")
        if piece.kind == "date":
            if not kind:
                return None
            found, kind, denied = [*found, Event(kind, piece.mention, denied)], "", False
        elif step:
            kind = step
        elif piece.norm == _DENIED:
            denied = True
        elif piece.kind not in {"mark", "place"} and piece.norm not in _SMALL and not piece.norm.startswith(_BESIDE):
            return None
    if kind and denied:
        found.append(Event(kind, None, denied=True))
    return found or None


def _paper(papers: Sequence[str], signed: Mention | None, tables: ClaimTables) -> str:
    """The one that was signed on that day, or the only one."""
    if signed is not None and signed.edtf:
        year = signed.edtf[:4]
        fits = [p for p in papers if tables.starts.get(p, "")[:_DATE_LENGTH] == signed.edtf or p.endswith(year)]
        return fits[0] if len(fits) == 1 else ""
    return papers[0] if len(papers) == 1 else ""
