"""The pieces of a line that holds nothing but countries, dates and small words in, each country with its date out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.claims.rows.sheet_units_ru import Piece
from extract.claims.rows.sheet_words_ru import SheetWords
from kb.model import Mention

_DASHES, _BARS = frozenset("–—-"), frozenset("|")
_MARKS = frozenset(',;.:*«»"') | _DASHES | _BARS
_ASIDE = "aside"
# So many words in brackets beside a date still only dress it.
_DRESS = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """`kind`: what is told of it where that is another thing than the head says; `until`: its date ends something."""

    country: str
    date: Mention | None = None
    kind: str = ""
    until: bool = False


@dataclass(slots=True)
class _Reading:
    """What was read so far: `done` is closed, `waiting` has no date yet, `lead` dates what comes behind it."""

    done: list[Entry] = field(default_factory=list)
    waiting: list[Entry] = field(default_factory=list)
    joined: bool = True
    lead: Mention | None = None
    kind: str = ""
    until: bool = False


def entries(pieces: Sequence[Piece], words: SheetWords, act: bool) -> list[Entry] | None:
    """None where something else is told; `act`: what happened to several at once has one date for all of them."""
    reading, k = _Reading(), 0
    while k < len(pieces):
        piece = pieces[k]
        if piece.norm == "(":
            end = next((n for n in range(k, len(pieces)) if pieces[n].norm == ")"), -1)
            if end < 0 or not _bracket(reading, pieces[k + 1 : end], words, act):
                return None
            k = end
        elif not _read(reading, piece, words):
            return None
        k += 1
    _flush(reading)
    return [e for e in reading.done if e.kind != _ASIDE]


def _read(reading: _Reading, piece: Piece, words: SheetWords) -> bool:
    """One piece outside brackets; False where it fits no list."""
    if piece.kind == "country" and piece.mention is not None and piece.mention.entity_id:
        reading.waiting.append(Entry(piece.mention.entity_id, reading.lead, reading.kind))
    elif piece.kind == "date":
        _date(reading, piece.mention)
    elif piece.norm == ";":
        _flush(reading)
        reading.lead, reading.kind = None, ""
    elif piece.kind == "word":
        return _word(reading, piece.norm, words)
    elif piece.norm == ",":
        reading.joined = False
    elif piece.norm not in _MARKS:
        return False
    return True


def _word(reading: _Reading, word: str, words: SheetWords) -> bool:
    if word in words.until:
        reading.until = True
        return True
    if word in words.small:
        return True
    kind = kind_of(word, words)
    # "2020 – выход Великобритании": in a list by date an entry may tell of another step.
    if kind in {"withdrew", "acceded"} and reading.lead is not None and not reading.waiting:
        reading.kind = kind
        return True
    return False


def kind_of(word: str, words: SheetWords) -> str:
    """What a word of a head says that its names are; empty where it says nothing."""
    return next((kind for kind, stems in words.heads.items() if word.startswith(stems)), "")


def _date(reading: _Reading, date: Mention | None) -> None:
    """Behind names the date of those that have none yet, else that of the names behind it."""
    undated = [e for e in reading.waiting if e.date is None]
    if undated and reading.lead is None:
        reading.done += [replace(e, date=date, until=reading.until) if e.date is None else e for e in reading.waiting]
        reading.waiting, reading.until = [], False
    else:
        _flush(reading)
        reading.lead, reading.kind = date, ""
    reading.joined = True


def _flush(reading: _Reading) -> None:
    reading.done += reading.waiting
    reading.waiting, reading.joined, reading.until = [], True, False


def _bracket(reading: _Reading, inside: Sequence[Piece], words: SheetWords, act: bool) -> bool:
    """ "(с 2006)", "(оба – 2006)", "(участие приостановлено в 2024 г.)": of the last name, or of all that wait."""
    plain = [p.norm for p in inside if p.kind == "word"]
    dates = [p.mention for p in inside if p.kind == "date"]
    if not reading.waiting:
        return not dates
    if any(w.startswith(words.aside) for w in plain):
        reading.waiting[-1] = replace(reading.waiting[-1], kind=_ASIDE)
        return True
    kinds = [kind for w in plain if (kind := kind_of(w, words)) in {"withdrew", "suspended"}]
    strange = [w for w in plain if w not in words.small | words.until | words.shared]
    if not dates or len(dates) > 1 or any(p.kind not in {"word", "mark", "date"} for p in inside):
        return not dates and not kinds and len(strange) <= _DRESS
    if kinds:
        reading.waiting.append(replace(reading.waiting[-1], date=dates[0], kind=kinds[0]))
        return True
    if len(strange) > 1:
        return False
    until = any(w in words.until for w in plain)
    share = act or (reading.joined and len(reading.waiting) > 1) or any(w in words.shared for w in plain)
    reading.waiting = list(_dated(reading.waiting, dates[0], until, share))
    _flush(reading)
    return True


def _dated(waiting: Sequence[Entry], date: Mention | None, until: bool, share: bool) -> Iterator[Entry]:
    for n, entry in enumerate(waiting):
        own = (share and entry.date is None) or n + 1 == len(waiting)
        yield replace(entry, date=date, until=until) if own and not entry.kind else entry
