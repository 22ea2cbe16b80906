"""The lines of a Kazakh page in, what its labels and headings make of the names and dates behind them out.

"Мүшелері: A, B (2006)", "Құрылған жылы: 1985", "Бақылаушылар" above "A – 2012 жылдан".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import Dated, dated
from extract.claims.filled import Filled
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim, bare_date
from extract.claims.rows.lines import Line, lines
from extract.claims.rows.page_items_kk import items_of, page_words, starts, words_between
from extract.language.tokens import fold
from extract.tables import read_table
from kb.model import Claim, Mention

_LANG = "kk"
_LABEL = re.compile(r"\s*(?:[•·▪●○*]|\d{1,2}[.)])?\s*(?P<label>[^\W\d_][^:–—\n]{2,80}?)\s*(?::|\s[–—-]\s)\s*")
# A bare year is no date elsewhere.
_YEAR = re.compile(r"\s*((?:1[89]|20)\d\d)\s*(?:ж\.?|жыл[^\W\d_]*)?\s*\.?\s*")
_LABEL_WORDS, _HEAD_WORDS, _PROSE = 6, 10, 160
_OF_STATES = frozenset({"membership", "acceded", "observer", "withdrew", "suspended"})
_OF_BODY = frozenset({"established", "terminated"})
# An organ that the registry does not know is one that the roll knows better.
_UNKNOWN = "x-"
_SIGNED = ("treaty-", "agreement-", "protocol-", "convention-", "charter-", "declaration-", "pact-")


@dataclass(frozen=True, slots=True)
class Section:
    """The body that the last heading names, and the kind of the roll that the lines right below it are."""

    body: str | None = None
    kind: str = ""


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(map(fold, some)) for kind, some in read_table("kk", "pages")["heads"].items()}


@cache
def _beside() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(map(fold, some)) for kind, some in read_table("kk", "pages")["beside"].items()}


def with_pages(
    found: Iterable[Claim], text: str, rows: Sequence[Filled], memory: Memory, tables: ClaimTables
) -> list[Claim]:
    """What the sentences told, and over it what the lines of the page say."""
    return replaced(found, find_page_claims(text, rows, memory, tables))


def find_page_claims(text: str, rows: Sequence[Filled], memory: Memory, tables: ClaimTables) -> Iterator[Claim]:
    """The claims of every label and of every roll below a heading."""
    section = Section()
    for line in lines(text, rows, _LANG):
        label = _LABEL.match(line.text) if text[max(0, line.start - 1) : line.start] in {"", "\n"} else None
        end = label.end() if label else 0
        kind = _kind(line, line.start, line.start + label.end("label")) if label else ""
        body = _body(line, line.start + end, section, memory) if kind else None
        if not kind and section.kind and items_of(line, 0):
            kind, body, end = section.kind, section.body, 0
        if kind and body and len(line.text.strip()) > end:
            yield from _told(text, line, end, (kind, body), memory, tables)
        else:
            section = _headed(line, section)


def replaced(found: Iterable[Claim], told_by_lines: Iterable[Claim]) -> list[Claim]:
    """What a label says of a member stands for what its sentence was read to say of it and the same body."""
    page = list(told_by_lines)
    told = {(c.start_char, c.subject_id, c.object_id) for c in page if c.type in _OF_STATES}
    same = {(c.start_char, c.subject_id, c.type) for c in page}
    rolls = {(c.start_char, c.type, c.object_id) for c in page if c.type == "organ_of"}
    kept = [
        c
        for c in found
        if not (c.subject_id.startswith(_UNKNOWN) and (c.start_char, c.type, c.object_id) in rolls)
        and not (c.type in _OF_STATES and (c.start_char, c.subject_id, c.object_id) in told)
        and (c.start_char, c.subject_id, c.type) not in same
    ]
    return kept + page


def _kind(line: Line, first: int, end: int) -> str:
    """ "Мүше мемлекеттер" -> membership; a label with words that are in no table announces nothing."""
    named = [m for m in line.mentions if m.start_char < end and m.end_char > first]
    if any(m.label != "ORG" for m in named):
        return ""
    words = words_between(line, named, first, end)
    known = page_words()
    kind = next((k for k, some in _heads().items() if any(w.startswith(some) for w in words)), "")
    if not kind or len(words) > _LABEL_WORDS or any(w.startswith(known.barred) for w in words):
        return ""
    if kind in _beside() and not any(w.startswith(_beside()[kind]) for w in words):
        return ""
    every = (*known.small, *(stem for some in _heads().values() for stem in some))
    return kind if all(w.startswith(every) for w in words) else ""


def _body(line: Line, end: int, section: Section, memory: Memory) -> str | None:
    """The body that the label names, else that of the heading, else the one in mind."""
    named = [m for m in line.mentions if m.label == "ORG" and m.entity_id and m.end_char <= end]
    return str(named[-1].entity_id) if named else section.body or memory.body(line.start)


def _headed(line: Line, last: Section) -> Section:
    """A short line without a full stop names the body, or the kind, of what stands below; prose ends both."""
    bare = line.text.strip()
    if not bare:
        return last
    if len(bare) > _PROSE or (bare[-1] in ".!;," and not any(m.label == "DATE" for m in line.mentions)):
        return Section()
    if any(m.label in {"COUNTRY", "DATE", "TREATY"} for m in line.mentions):
        return Section(last.body)
    named = {str(m.entity_id) for m in line.mentions if m.label == "ORG" and m.entity_id}
    words = words_between(line, line.mentions, line.start, line.end)
    body = named.pop() if len(named) == 1 and len(words) <= _HEAD_WORDS else None
    kind = _kind(line, line.start, line.end)
    return Section(body or (None if named else last.body), kind if kind in _OF_STATES else "")


def _told(
    text: str, line: Line, end: int, what: tuple[str, str], memory: Memory, tables: ClaimTables
) -> Iterator[Claim]:
    kind, body = what
    if kind in _OF_STATES:
        for who, own, date, since in items_of(line, end, bodies=kind == "observer"):
            yield bare_claim(text, line.sentence, *_member(kind, own, date, since, (who, body)))
    elif kind in _OF_BODY:
        yield from _life(text, line, end, what)
    elif kind == "signed":
        yield from _paper(text, line, end, tables)
    elif kind == "organ_of":
        yield from _organs(text, line, end, body, memory, tables)


def _member(
    kind: str, own: str, date: Mention | None, since: bool, pair: tuple[str, str]
) -> tuple[str, str, str, Dated]:
    """A member from a bare date on has joined on it; a former one left when its note says so."""
    if kind == "withdrew":
        return (kind, *pair, dated(kind, date))
    told = own or ("acceded" if kind == "membership" and date is not None and not since else kind)
    when = dated(told, date)
    begins = told in {"membership", "observer"} and when.edtf and "/" not in when.edtf
    return (told, *pair, Dated(f"{when.edtf}/..", when.earliest, None) if begins else when)


def _life(text: str, line: Line, end: int, what: tuple[str, str]) -> Iterator[Claim]:
    """ "Құрылған жылы: 1985", with a place at most beside the date."""
    held = [m for m in line.mentions if m.start_char >= line.start + end]
    dates = [m for m in held if m.label == "DATE" and m.edtf]
    words = words_between(line, held, line.start + end, line.end)
    known = page_words()
    year = _YEAR.fullmatch(line.text, end)
    if year and not held:
        dates = [bare_date(text, line.start + year.start(1), line.start + year.end(1), _LANG)]
    if len(dates) == 1 and all(w in known.entry or len(w) == 1 for w in words) and {m.label for m in held} <= {
        "DATE", "PLACE",
    }:  # fmt: skip
        yield bare_claim(text, line.sentence, what[0], what[1], None, dated(what[0], dates[0]))


def _paper(text: str, line: Line, end: int, tables: ClaimTables) -> Iterator[Claim]:
    """ "Негізгі құжаты: A (12.03.1977; …)": what bears a bare date in brackets was signed on it."""
    held = [m for m in line.mentions if m.start_char >= line.start + end]
    for name, date in pairwise(held):
        id_ = name.entity_id or ""
        between, behind = text[name.end_char : date.start_char], text[date.end_char : line.end].lstrip()
        if (
            name.label == "TREATY"
            and id_.startswith(_SIGNED)
            and date.label == "DATE"
            and between.strip() in {"(", ","}
            and (behind[:1] in {")", ";", ""} and date.edtf)
        ):
            yield bare_claim(text, line.sentence, "signed", id_, tables.body_of(id_), dated("signed", date))


def _organs(text: str, line: Line, end: int, body: str, memory: Memory, tables: ClaimTables) -> Iterator[Claim]:
    """ "Органдары: Кеңес, Комитет, Сот": each part between commas that names an organ of the body, and nothing else."""
    whole = tables.root(body)
    organs = memory.organs_of(whole)
    for first, part in starts(text[line.start + end : line.end]):
        bare = part.strip(" .;")
        words = [w for w in fold(bare).split() if w]
        at = line.start + end + first
        known = [m.entity_id for m in line.mentions if m.label == "ORG" and at <= m.start_char < at + len(part)]
        known = [id_ for id_ in known if id_ and tables.root(id_) == whole and id_ != whole]
        # A name that only this body's organ can bear: all its words are of it, and of no other organ.
        fit = [id_ for id_, own in organs if words and all(any(o.startswith(w) for o in own) for w in words)]
        short = min(fit, key=lambda id_: len(dict(organs)[id_]), default=None) if bare[:1].isupper() else None
        one = known[0] if known else short if len(fit) == 1 else None
        if one:
            yield bare_claim(text, line.sentence, "organ_of", one, whole, Dated())
