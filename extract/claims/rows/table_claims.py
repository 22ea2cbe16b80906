"""The tables of a text in, claims out where the heads of the columns say what the cells are: "Observer | Since"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import Dated, dated
from extract.claims.filled import Filled
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim, bare_date, dated_from
from extract.claims.rows.columns import STATUS, WHEN, answers, role, says_since
from extract.claims.rows.grids import Cell, Grid, grid, tables
from extract.language.tokens import fold, tokenise
from kb.model import POLARITIES, STATE_CLAIMS, Claim, Mention, Participant, Sentence

_COUNTRY, _ORG, _TREATY, _DATE = "COUNTRY", "ORG", "TREATY", "DATE"
_MEMBERSHIP = "membership"
_OF_MEMBERS = frozenset({"acceded", "membership", "observer", "suspended", "withdrew"})
_OF_BODIES = frozenset({"established", "terminated"})
_OF_PAPERS = frozenset({"signed", "adopted", "ratified", "entered_into_force", "terminated"})
_BY_STATES = {"signed": "signatory", "ratified": "party"}
_ROLLS = {"members": "membership", "observer": "observer"}
# What names may be joined by in a cell; with any other word it says more than a list.
_JOINERS = frozenset({"and", "и", "жане", "мен", "пен", "бен", "the"})
# Of so many words a cell under a head that says nothing may tell something by itself.
_NOTE = 4


@dataclass(frozen=True, slots=True)
class Topic:
    """Whom or what a table is about by its caption and its head, where that is one."""

    body: str | None = None
    country: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """`kind`: the role its head gives it; `named`: the one name that it holds, `crosses` where it is nothing else.

    `since`: states go on from its dates.
    """

    kind: str | None
    named: Mention | None
    crosses: bool = False
    since: bool = False


def with_table_claims(
    found: Sequence[Claim], text: str, filled: Sequence[Filled], memory: Memory, known: ClaimTables
) -> list[Claim]:
    """What was found before, and over it what the tables say that are understood.

    A caption or a head says what the rows tell of, and nothing without a date.
    """
    kept = list(found)
    for above, rows in tables(filled, text):
        cells = grid(text, rows) if len(rows) > 1 else None
        told = list(_claims(text, cells, _topic(above, cells, memory), known)) if cells else []
        if cells and told:
            plain = {s.start_char for s, row in cells.rows if not _has_note(cells, row)}
            heads = {sentence.start_char for sentence, _ in (*above, rows[0])}
            same = {(c.start_char, c.type, c.subject_id) for c in told}
            kept = [
                c
                for c in kept
                if c.start_char not in plain
                and (c.start_char, c.type, c.subject_id) not in same
                and (c.edtf or c.start_char not in heads)
            ]
            kept += told
    return kept


def _has_note(cells: Grid, row: Sequence[Cell]) -> bool:
    heads = zip(cells.head, row, strict=True)
    return any(role(head) is None and len(cell.words) >= _NOTE and cell.name is None for head, cell in heads)


def _topic(before: Sequence[Filled], cells: Grid | None, memory: Memory) -> Topic:
    """The one body, country and paper that the line above or the head of the key names; else what the text is about."""
    above = [m for _, mentions in before for m in mentions]
    at = cells.key if cells else None
    above += cells.head[at].mentions if cells and at is not None else ()
    body = _only(above, _ORG)
    named = body or any(m.label == _ORG for m in above)
    return Topic(body if named else memory.theme(), _only(above, _COUNTRY), _only(above, _TREATY))


def _only(mentions: Sequence[Mention], label: str) -> str | None:
    ids = {m.entity_id for m in mentions if m.label == label and m.entity_id}
    return ids.pop() if len(ids) == 1 else None


def _claims(text: str, cells: Grid, topic: Topic, known: ClaimTables) -> Iterator[Claim]:
    key = cells.key
    if key is None:
        return
    columns = [_column(head) for head in cells.head]
    for sentence, row in cells.rows:
        read = {_COUNTRY: _of_country, _ORG: _of_body, _TREATY: _of_paper}.get(row[key].name or "")
        for subject in row[key].mentions if read and row[key].name else ():
            if subject.label != row[key].name or subject.entity_id is None or read is None:
                continue
            for claim in read((text, sentence), (subject.entity_id, key), list(zip(columns, row, strict=True)), topic):
                yield _with_paper(claim, known)


def _column(head: Cell) -> Column:
    ids = {m.entity_id: m for m in head.mentions if m.entity_id}
    kind = role(head)
    named = next(iter(ids.values())) if len(ids) == 1 else None
    crosses = kind is None and head.name is not None
    return Column(kind, named, crosses, kind == _MEMBERSHIP or says_since(head))


Row = list[tuple[Column, Cell]]
Place = tuple[str, Sentence]


def _of_country(place: Place, key: tuple[str, int], row: Row, topic: Topic) -> Iterator[Claim]:
    """What a country did in the body or with the paper of the column, of the row, or of the table."""
    country, at = key
    beside = [cell for k, (_, cell) in enumerate(row) if k != at]
    body = next((_only(c.mentions, _ORG) for c in beside if c.name == _ORG), None) or topic.body
    paper = next((_only(c.mentions, _TREATY) for c in beside if c.name == _TREATY), None) or topic.paper
    for column, cell in _others(row, at):
        own = column.named
        within = own.entity_id if own and own.label == _ORG else body
        deed = own.entity_id if own and own.label == _TREATY else paper
        if column.kind in _OF_MEMBERS and within:
            yield from _dated(place, (column, cell), (column.kind, country, within))
        elif column.kind in _BY_STATES and deed:
            party = Participant(country, _BY_STATES[column.kind])
            yield from (
                replace(c, participants=(party,)) for c in _dated(place, (column, cell), (column.kind, deed, None))
            )
        elif column.crosses and own and own.label == _ORG and own.entity_id:
            yield from _crossed(place, cell, (country, own.entity_id))
    if status := _by_status(row, at):
        yield from _status(place, status, (country, body))


def _of_body(place: Place, key: tuple[str, int], row: Row, topic: Topic) -> Iterator[Claim]:
    """When a body began and ended, who is in it, whose it is and whose heir."""
    body, at = key
    for column, cell in _others(row, at):
        kind, own = column.kind, column.named
        country = own.entity_id if own and own.label == _COUNTRY else topic.country
        if kind in _OF_BODIES:
            yield from _dated(place, (column, cell), (str(kind), body, None))
        elif kind in _ROLLS and _is_roll(cell):
            members = [m.entity_id for m in cell.of(_COUNTRY) if m.entity_id]
            yield from (_claim(place, (_ROLLS[str(kind)], id_, body), Dated()) for id_ in members)
        elif kind in _OF_MEMBERS and country:
            yield from _dated(place, (column, cell), (str(kind), country, body))
        elif kind in {"parent", "successor", "predecessor"} and (other := _only(cell.mentions, _ORG)):
            pair = (other, body) if kind == "successor" else (body, other)
            yield _claim(place, ("organ_of" if kind == "parent" else "succeeded", *pair), Dated())
        elif column.crosses and own and own.label == _COUNTRY and own.entity_id:
            yield from _crossed(place, cell, (own.entity_id, body))
    if topic.country and (status := _by_status(row, at)):
        yield from _status(place, status, (topic.country, body))


def _of_paper(place: Place, key: tuple[str, int], row: Row, topic: Topic) -> Iterator[Claim]:
    """When a paper was signed, in force and ended; under "Ratified by A" that is what A did."""
    paper, at = key
    for column, cell in _others(row, at):
        own, kind = column.named, column.kind
        country = own.entity_id if own and own.label == _COUNTRY else topic.country
        if kind in _OF_PAPERS:
            party = (Participant(country, _BY_STATES[kind]),) if country and kind in _BY_STATES else ()
            yield from (replace(c, participants=party) for c in _dated(place, (column, cell), (kind, paper, None)))


def _others(row: Row, key: int) -> Iterator[tuple[Column, Cell]]:
    """The columns beside the key; where the key's head has the role, the date beside it has it too."""
    kind = row[key][0].kind
    dates = [k for k, (_, cell) in enumerate(row) if k != key and cell.dated]
    for k, (column, cell) in enumerate(row):
        if k == key:
            continue
        taken = kind in _OF_MEMBERS and dates == [k] and column.kind in {None, *WHEN}
        yield (replace(column, kind=kind) if taken else column), cell


def _dated(place: Place, told_in: tuple[Column, Cell], told: tuple[str, str, str | None]) -> Iterator[Claim]:
    """The claim with the one date of the cell; a state may also be only ticked."""
    column, cell = told_in
    date = _date(place, cell)
    if date is not None:
        when = dated_from(told[0], date) if column.since else dated(told[0], date)
        planned = POLARITIES[1] if answers(cell, "planned") else POLARITIES[0]
        yield replace(_claim(place, told, when), polarity=planned)
    elif told[0] in STATE_CLAIMS and answers(cell, "yes"):
        yield _claim(place, told, Dated())


def _date(place: Place, cell: Cell) -> Mention | None:
    """The one date before any bracket, or a bare year."""
    dates = [m for m in cell.of(_DATE) if m.edtf]
    opens = cell.text.find("(")
    plain = [m for m in dates if opens < 0 or cell.text.find(m.text) < opens]
    if len(plain) == 1:
        return plain[0]
    text, sentence = place
    at = text.find(cell.text, sentence.start_char, sentence.end_char) if cell.dated and not dates else -1
    return bare_date(text, at, at + len(cell.text), sentence.lang) if at >= 0 else None


def _crossed(place: Place, cell: Cell, pair: tuple[str, str]) -> Iterator[Claim]:
    """Where a country's row and a body's column cross: a tick, a status, the year since which."""
    date = _date(place, cell)
    watching, sitting = answers(cell, "observer"), answers(cell, "member") or answers(cell, "yes")
    if answers(cell, "planned") or not (date or watching or sitting):
        return
    kind = "observer" if watching else "acceded" if answers(cell, "joining") else "membership"
    yield _claim(place, (kind, *pair), dated_from(kind, date))


def _by_status(row: Row, key: int) -> tuple[Cell, Cell | None] | None:
    """The cell that says the status, and that which says since when."""
    cells = [(column.kind, cell) for k, (column, cell) in enumerate(row) if k != key]
    status = [cell for kind, cell in cells if kind == STATUS]
    since = [cell for kind, cell in cells if kind in WHEN]
    return (status[0], since[0] if len(since) == 1 else None) if len(status) == 1 else None


def _status(place: Place, said: tuple[Cell, Cell | None], pair: tuple[str, str | None]) -> Iterator[Claim]:
    cell, since = said
    kind = "observer" if answers(cell, "observer") else "membership" if answers(cell, "member") else None
    if kind and pair[1] and not answers(cell, "planned"):
        date = _date(place, since) if since else _date(place, cell)
        yield _claim(place, (kind, pair[0], pair[1]), dated_from(kind, date))


def _is_roll(cell: Cell) -> bool:
    """Only names: "all but Georgia" is none, and a count is none."""
    named = {fold(token.text) for m in cell.mentions for token in tokenise(m.text)}
    return bool(cell.of(_COUNTRY)) and all(word in named | _JOINERS or not word.isalnum() for word in cell.words)


def _claim(place: Place, told: tuple[str, str, str | None], when: Dated) -> Claim:
    text, sentence = place
    return bare_claim(text, sentence, *told, when)


def _with_paper(claim: Claim, known: ClaimTables) -> Claim:
    """A paper with the body that it founds or is about."""
    if claim.type not in _OF_PAPERS or claim.object_id:
        return claim
    return replace(claim, object_id=known.body_of(claim.subject_id))
