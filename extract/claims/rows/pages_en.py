"""The lines of an English page in, what its labels and headings make of the rolls of names behind them out.

"Members: A, B; from 2006 also C"; "Later members" above "A – 4 July 1983"; "The bodies of X were:" above its organs.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import Dated, dated
from extract.claims.filled import Filled
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim, dated_from
from extract.claims.rows.fact_labels_en import facts_told, labelled
from extract.claims.rows.lines import lines
from extract.claims.rows.masked import BODY, COUNTRY, DATE, PAPER, Masked, masked
from extract.claims.rows.organ_asides_en import organs_aside
from extract.claims.rows.organ_rolls_en import organs_named
from extract.claims.rows.partner_pages_en import NOBODY, Partner, paper_of, partner_named, told_of_paper
from extract.claims.rows.rolls_en import Entry, Front, roll, shared_dates
from extract.language.word_record import word_record
from extract.tables import read_table
from kb.model import POLARITIES, Claim, Mention, Sentence

_LANG, _MEMBER, _JOINED, _ORGAN = "en", "membership", "acceded", "organ_of"
_STATES = frozenset({_MEMBER, _JOINED, "observer"})
_LEFT = "withdrew"
_ACTS = frozenset({_JOINED, _LEFT})
_LONGEST, _LABEL, _HEAD_WORDS, _OPENING = 1200, 260, 10, 30
_LEAD = re.compile(r"\s*(?:[•·▪●○*–—-]|\d{1,2}[.)])?\s*")
_WORD = re.compile(r"[a-z][a-z-]*", re.IGNORECASE)
_SIGNS = re.compile(f"[{BODY}{COUNTRY}{DATE}{PAPER}]")
_DASH = re.compile(r"\s[–—-]\s")
_ENDS = frozenset(".!;,")


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of labels, from data/en/pages.yml."""

    small: frozenset[str]
    barred: frozenset[str]
    weak: frozenset[str]
    sure: frozenset[str]
    grown: frozenset[str]
    unreal: frozenset[str]


@dataclass(frozen=True, slots=True)
class Section:
    """What the lines below a heading are about; `kind`: what the roll right below is, `table`: every dated row.

    `sheet`: the body of a title with nothing but labels below it so far; `partner`: the country of a heading.
    `day`: when those of the roll came.
    """

    body: str | None = None
    kind: str = ""
    table: bool = False
    near: str | None = None
    sheet: str = ""
    partner: Partner = NOBODY
    day: Mention | None = None


@cache
def _words() -> PageWords:
    return word_record(PageWords, read_table(_LANG, "pages"))


@cache
def _heads() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in read_table(_LANG, "pages")["heads"].items()}


@cache
def _announcing() -> frozenset[str]:
    return frozenset().union(*_heads().values())


@cache
def _sentences() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    rows = read_table(_LANG, "pages")["sentences"]
    return tuple(
        (kind, re.compile(p.replace("BODY", BODY), re.IGNORECASE)) for kind, some in rows.items() for p in some
    )


@cache
def _tables() -> "re.Pattern[str]":
    return re.compile("|".join(read_table(_LANG, "pages")["tables"]), re.IGNORECASE)


def with_pages(
    found: Iterable[Claim], text: str, rows: Sequence[Filled], memory: Memory, tables: ClaimTables
) -> list[Claim]:
    """What the sentences told, and over it what the lines of the page say."""
    return replaced(found, find_page_claims(text, rows, memory, tables))


def find_page_claims(text: str, rows: Sequence[Filled], memory: Memory, tables: ClaimTables) -> list[Claim]:
    """The claims of every roll of the page."""
    section, found = Section(), list[Claim]()
    before: tuple[Masked, int] | None = None
    for line in lines(text, rows, _LANG):
        if line.end - line.start > _LONGEST:
            continue
        sentence, page = line.sentence, masked(text, (line.start, line.end), line.mentions)
        if section.partner.country and (paper := paper_of(page, section.partner, memory, tables)):
            section = replace(section, partner=replace(section.partner, paper=paper))
        told = list(_told(page, sentence, section, text, memory, tables)) or list(
            _facts(page, sentence, section, text, tables)
        )
        headed = None if told else _headed(page, sentence, section)
        ahead, before = before, (page, line.end)
        if headed is not None:
            beside = ahead and "\n" not in text[ahead[1] : line.start]
            section = _dated_ahead(headed, page, ahead[0]) if ahead and beside else headed
            continue
        for organ, body in organs_aside(page, tables):
            found.append(bare_claim(text, sentence, _ORGAN, organ, body, Dated()))
        found += told
        section = _after(section, page, bool(told))
    return found


def replaced(found: Iterable[Claim], page: Sequence[Claim]) -> list[Claim]:
    """What a roll says of a name stands for what its sentence was read to say of the same."""
    told = {(c.start_char, c.subject_id) for c in page if c.type in _STATES}
    same = {(c.start_char, c.subject_id, c.type) for c in page}
    kept = [
        c
        for c in found
        if c.polarity != POLARITIES[0]
        or (
            not (c.type in _STATES and (c.start_char, c.subject_id) in told)
            and (c.start_char, c.subject_id, c.type) not in same
        )
    ]
    return kept + list(page)


def _headed(page: Masked, sentence: Sentence, last: Section) -> Section | None:
    """ "ABOUT X", "Later members", "X: dates of membership", "The bodies of X were:": what the lines below tell."""
    line = page.line.strip()
    words = _WORD.findall(line)
    partner = partner_named(page) if sentence.kind == "title" and not last.kind and not last.table else None
    if partner is not None:
        return Section(last.body, near=last.near, partner=partner)
    if labelled(page) and not line.endswith(":"):
        return Section(last.body, near=last.near, sheet=last.sheet) if ":" not in line else None
    if len(words) > _HEAD_WORDS or COUNTRY in line or DATE in line or PAPER in line or line[-1:] in _ENDS:
        return None
    kind = _kind(line.rstrip(":?"), last.kind)
    bodies = list(dict.fromkeys(str(m.entity_id) for m in page.of(BODY) if not str(m.entity_id).startswith("x-")))
    marked = line.endswith((":", "?")) or sentence.kind == "table"
    if not (sentence.kind == "title" or (kind and marked)):
        return None
    body = bodies[0] if len(bodies) == 1 else None
    table = bool(_tables().search(line)) or (last.table and not body and line.endswith(":"))
    return Section(body or last.body, "" if table else kind, table, body, body or (last.sheet if kind else ""))


def _dated_ahead(section: Section, page: Masked, before: Masked) -> Section:
    """ "On D the members of A rose to ten. The newcomers:": body and day of a bare head stand right before it."""
    said = {w.lower() for w in _WORD.findall(before.line)}
    grown = bool(said & _words().grown) and not said & _words().unreal
    if section.kind != _JOINED or section.table or BODY in page.line or not grown:
        return section
    days, bodies = before.of(DATE), {str(m.entity_id) for m in before.of(BODY)}
    body = next(iter(bodies)) if len(bodies) == 1 else section.body
    return replace(section, body=body, near=body, day=days[0] if len(days) == 1 else None)


def _after(section: Section, page: Masked, told: bool) -> Section:
    """The roll goes on below its lines; prose ends it, and may turn to another body."""
    first = page.of(BODY)[:1]
    opens = bool(first) and 0 <= page.line.find(BODY) < _OPENING
    near = str(first[0].entity_id) if opens and not told else section.near
    listed = told or labelled(page) or near == section.sheet
    return replace(section, kind=section.kind if told else "", near=near, sheet=section.sheet if listed else "")


def _kind(label: str, above: str = "") -> str:
    """ "Status of observer" -> observer; a label with other words announces nothing, "Later" only below a roll."""
    words = {w.lower() for w in _WORD.findall(_LEAD.sub("", label, count=1))}
    said = words & _announcing()
    kinds = [kind for kind, some in _heads().items() if said & some]
    known = words - said <= _words().small
    sure = bool(above) or BODY in label or bool(said - _words().weak) or bool(words & _words().sure)
    return kinds[0] if kinds and known and sure and not words & _words().barred else ""


def _told(
    page: Masked, sentence: Sentence, section: Section, text: str, memory: Memory, tables: ClaimTables
) -> Iterator[Claim]:
    """The claims of a line: a label with its roll, or a roll below its heading."""
    kind, begun = _label(page, sentence, section.kind)
    if not kind and (section.kind or section.table) and COUNTRY not in page.line[:begun]:
        kind, begun = section.kind or _JOINED, 0
    body = _body(page.line[:begun], page, section, sentence, memory) if kind else None
    if not kind or not body:
        return
    if kind == _ORGAN:
        whole = tables.root(body)
        for organ in organs_named(page, begun, memory.organs_of(whole)):
            yield bare_claim(text, sentence, _ORGAN, organ, whole, Dated())
        return
    dates = page.of(DATE)[: page.line[:begun].count(DATE)]
    entries = shared_dates(roll(page, begun, Front(dates[0]) if dates else None), kind == _JOINED)
    entries = entries if begun else [replace(e, date=e.date or section.day) for e in entries]
    if section.table and not begun and not all(e.date for e in entries):
        return
    for entry in entries:
        if entry.name.label == "COUNTRY":
            yield from _of_entry(text, sentence, kind, entry, body)


def _facts(page: Masked, sentence: Sentence, section: Section, text: str, tables: ClaimTables) -> Iterator[Claim]:
    """What the labels of a fact sheet, or the lines below a partner's name, tell."""
    for kind, subject, thing, date in facts_told(page, section.sheet) if section.sheet else ():
        yield bare_claim(text, sentence, kind, subject, thing, dated(kind, date))
    paper = section.partner.paper
    for kind, date in told_of_paper(page) if paper else ():
        claim = bare_claim(text, sentence, kind, paper, tables.body_of(paper), dated(kind, date))
        yield claim if date else replace(claim, polarity="negated")


def _label(page: Masked, sentence: Sentence, above: str) -> tuple[str, int]:
    """What the words before the colon, or before a dash and a name, announce, and where they end."""
    line = page.line
    colon = line.find(":")
    if 0 < colon <= _LABEL:
        label = line[:colon]
        bare = COUNTRY not in label and PAPER not in label and label.count(DATE) <= _dates(label)
        kind = (_kind(label, above) if bare else "") or next((k for k, p in _sentences() if p.search(label)), "")
        return kind, colon + 1 if kind else 0
    dash = _DASH.search(line, len((_LEAD.match(line) or [""])[0]))
    first = _SIGNS.search(line.replace(BODY, "O"))
    if dash and first and dash.end() == first.start() and (kind := _kind(line[: dash.start()], above)):
        return kind, dash.end()
    if sentence.kind == "title" and first and first[0] == COUNTRY and (kind := _kind(line[: first.start()], above)):
        return kind, first.start()
    return "", 0


def _dates(label: str) -> int:
    """How many dates a label may hold: "Left the organization in 1999:"."""
    return int(_kind(label) in _ACTS)


def _body(label: str, page: Masked, section: Section, sentence: Sentence, memory: Memory) -> str | None:
    """The body of the label, of the page, or the one in mind where its text has turned to another."""
    named = [m for m in page.of(BODY)[: label.count(BODY)] if m.entity_id]
    if named:
        return str(named[-1].entity_id)
    if section.body and section.near in {None, section.body}:
        return section.body
    return memory.body(sentence.start_char) or section.body


def _of_entry(text: str, sentence: Sentence, kind: str, entry: Entry, body: str) -> Iterator[Claim]:
    """A member from a bare date on has joined on it; what its notes add is told beside."""
    member = str(entry.name.entity_id)
    if not entry.dropped and not _said_beside(kind, entry):
        joined = kind == _MEMBER and entry.date is not None and not entry.since
        own = _JOINED if joined else kind
        when = dated(own, entry.date) if own == _JOINED else dated_from(own, entry.date)
        yield bare_claim(text, sentence, own, member, body, _ended(when) if own == _LEFT else when)
    for more, date in entry.told:
        yield bare_claim(text, sentence, more, member, body, dated(more, date))


def _said_beside(kind: str, entry: Entry) -> bool:
    """ "Former members: A (until 2009)", "Later members: B (left in 2009)": only what the note says has a date."""
    told = {more for more, _ in entry.told}
    return entry.date is None and (kind in told or (kind == _JOINED and bool(told)))


def _ended(when: Dated) -> Dated:
    """ "Former members: A (1999–2005)": it left in the last year."""
    _, _, end = (when.edtf or "").partition("/")
    return replace(when, edtf=end, earliest=None) if end[:1].isdigit() else when
