"""A roll of names with their dates and notes in, what it tells of each out: "A, B (2006), C – since 2002"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.claims.rows.masked import BODY, COUNTRY, DATE, Masked
from extract.language.word_record import word_record
from extract.tables import read_table
from kb.model import Mention

_LANG = "en"
_SPLIT = re.compile(r"([,;|/&\n]|\band\b|(?<=\s)[•·▪●]|\.\s+(?=[\ue000\ue002]))(?![^()]*\))")
_BULLET = r"(?:[•·▪●○*–—-]|\d{1,2}[.)]|[a-z]\))?"
_WORDS = r"(?:[a-z-]+\s+)*"
_NOTES = r"(?:\s*\([^()]*\))*"
_ENTRY = re.compile(
    rf"\s*{_BULLET}\s*(?P<lead>{_WORDS})(?:(?P<front>{DATE})\s*[:,]?\s*[–—-]?\s*(?P<led>{_WORDS}))?"
    rf"(?P<aside>\([^()]*\)\s*)?(?P<name>[{COUNTRY}{BODY}])(?P<notes>{_NOTES})"
    rf"(?:\s*[:–—-]?\s*(?P<how>{_WORDS})(?P<tail>{DATE}))?(?P<more>{_NOTES})\s*[.:]?\s*",
    re.IGNORECASE,
)
_LOOSE = re.compile(rf"\s*(?P<how>{_WORDS})(?P<tail>{DATE})(?P<more>{_NOTES})\s*[.:]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RollWords:
    """The words of rolls, from data/en/pages.yml."""

    entry: frozenset[str]
    since: frozenset[str]
    shared: frozenset[str]
    barred: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One name; `since`: it lasts from its date on; `closed`: the date is of it alone; `told`: what its notes add."""

    name: Mention
    date: Mention | None = None
    since: bool = False
    closed: bool = False
    dropped: bool = False
    joined: bool = False
    told: tuple[tuple[str, Mention | None], ...] = ()


@cache
def _words() -> RollWords:
    return word_record(RollWords, read_table(_LANG, "pages"))


@cache
def _notes() -> Mapping[str, str]:
    return {word: kind for kind, words in read_table(_LANG, "pages")["notes"].items() for word in words}


@dataclass(frozen=True, slots=True)
class Front:
    """The date that leads an entry and those that follow it."""

    date: Mention
    since: bool = False


def roll(page: Masked, begun: int, front: Front | None = None) -> list[Entry]:
    """The entries behind a place of the line; none where something that is no entry stands between them."""
    held = iter(page.held[sum(c in _SIGNS for c in page.line[:begun]) :])
    found: list[Entry] = []
    joined = False
    for part in _SPLIT.split(page.line[begun:]):
        if part == ";":
            front = None
        own = [next(held) for c in part if c in _SIGNS]
        if not own and not any(c.isalnum() for c in part.replace("and", "")):
            joined = part == "and" or (joined and not part.strip())
            continue
        entry = _entry(part, own, front)
        if entry is not None:
            front = entry[1]
            found.append(replace(entry[0], joined=joined))
        elif not (found and _later(part, own, found)):
            return []
    return found


_SIGNS = frozenset({COUNTRY, BODY, DATE, "\ue003"})


def _entry(part: str, own: Sequence[Mention], front: Front | None) -> tuple[Entry, Front | None] | None:
    """ "Since 2006 also C (suspended in 2008)", "D – 4 July 1983": an entry, and the date that leads it."""
    told = _ENTRY.fullmatch(part)
    if told is None:
        return None
    plain = " ".join(told[g] or "" for g in ("lead", "led", "how")).lower().split()
    if not set(plain) <= _words().entry | frozenset(_notes()):
        return None
    by_sign = dict(_placed(part, own))
    name = by_sign[told.start("name")]
    entry = Entry(name, dropped=_barred(told["aside"] or ""))
    if told["front"]:
        lead = (told["lead"] or "").lower().split()
        front = Front(by_sign[told.start("front")], not _words().since.isdisjoint(lead))
    if front is not None:
        entry = replace(entry, date=front.date, since=front.since, closed=True)
    for at, note in _said(told):
        entry = _noted(entry, note, [m for k, m in by_sign.items() if at <= k < at + len(note)])
    return entry, front


def _said(told: "re.Match[str]") -> Iterator[tuple[int, str]]:
    """The parts of brackets, and the date behind a dash, each with its place."""
    for group in ("notes", "more"):
        at = told.start(group)
        for piece in re.finditer(r"[^();,]+", told[group] or ""):
            yield at + piece.start(), f"{piece[0]}"
    if told["tail"]:
        yield told.start("how"), f"{told['how']}{told['tail']}\t"


def _placed(part: str, own: Sequence[Mention]) -> Iterator[tuple[int, Mention]]:
    yield from zip((k for k, c in enumerate(part) if c in _SIGNS), own, strict=True)


def _barred(note: str) -> bool:
    return not _words().barred.isdisjoint(re.findall(r"[a-z-]+", note.lower()))


def _noted(entry: Entry, note: str, held: Sequence[Mention]) -> Entry:
    """What one note says of the name: since when it is there, or what happened later."""
    said = re.findall(r"[a-z-]+", note.lower())
    dates = [m for m in held if m.label == "DATE"]
    date = dates[0] if len(dates) == 1 else None
    kinds = list(dict.fromkeys(_notes()[w] for w in said if w in _notes()))
    if _barred(note) or len(dates) > 1:
        return replace(entry, dropped=True)
    if kinds and date is None and any(c.isdigit() for c in note):
        return entry
    if kinds:
        fresh = date is not None or kinds[0] not in {k for k, _ in entry.told}
        return replace(entry, told=(*entry.told, (kinds[0], date))) if fresh else entry
    if date is None or entry.date is not None or not set(said) <= _words().entry | _words().shared:
        return entry
    tail = note.endswith("\t")
    shared = tail or not _words().shared.isdisjoint(said)
    return replace(entry, date=date, since=not _words().since.isdisjoint(said), closed=not shared)


def _later(part: str, own: Sequence[Mention], found: list[Entry]) -> bool:
    """ "B, since 2002": a date between commas is of the name before it."""
    told = _LOOSE.fullmatch(part)
    said = (told["how"] or "").lower().split() if told else []
    if told is None or not set(said) <= _words().entry | frozenset(_notes()):
        return False
    found[-1] = _noted(found[-1], f"{told['how']}{DATE}", own[:1])
    return True


def shared_dates(entries: Sequence[Entry], acts: bool) -> list[Entry]:
    """ "A and B – since 2002", "A, B (both 1996)": the date of both; of acts "A, B (2006)" too, where all have one.

    So is that of "A, B and C (since 2009), D (since 2010)", whose "and" does not close the list.
    """
    found: list[Entry] = []
    whole = acts and bool(entries) and entries[-1].date is not None
    last: Entry | None = None
    for entry in reversed(entries):
        if entry.date is not None:
            inner = entry.joined and entry is not entries[-1]
            last = replace(entry, closed=False) if inner else entry
        elif last is not None and not entry.told and (whole or not last.closed):
            entry = replace(entry, date=last.date, since=last.since)
        found.append(entry)
    return found[::-1]
