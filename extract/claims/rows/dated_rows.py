"""Rows of names and dates that no verb joins in, claims out: "UN (1992), OSCE (1992)", "members: A in 1996"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.grammar.items import DASHES, Item, ListWords, read_items
from extract.claims.grammar.row_words import RowWords, row_words
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim
from kb.model import POLARITIES, Claim, Mention, Sentence

_ALONE = ListWords(frozenset(), frozenset())
_LANGS, _OF_PAPERS = frozenset({"en"}), frozenset({"signed", "adopted"})
_INNER = frozenset(",;()&") | DASHES
_BEFORE = frozenset(".:;") | DASHES
_CLOSING = frozenset(".;:")
_BODY, _COUNTRY = "ORG", "COUNTRY"
_JOINED, _SHARED = frozenset({"and", "&"}), ("all", "both")
_LEAST, _ASIDE, _HEAD_WORDS, _HEAD_LENGTH = 2, 9, 8, 240


@dataclass(frozen=True, slots=True)
class Part:
    """A name or a date of a row; `closed`: a date in parentheses, which is of the name before it alone."""

    entity: str | None
    date: Mention | None = None
    closed: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What the entries below are about: a country, or a body and what happened to it."""

    country: str | None = None
    body: str | None = None
    kind: str = ""


def find_rows(text: str, filled: Sequence[Filled], memory: Memory, tables: ClaimTables) -> Iterator[Claim]:
    """One claim for each name of a row, with its own date."""
    head = Head()
    for sentence, mentions in filled:
        if sentence.lang not in _LANGS:
            continue
        undated = head == Head() and not any(m.label == "DATE" for m in mentions)
        if undated and _is_prose(sentence, mentions):
            continue
        words = row_words(sentence.lang)
        items = read_items(text, (sentence.start_char, sentence.end_char), mentions, _ALONE) if mentions else ()
        if undated:
            head = _head(items, words, memory)
            continue
        for run, label in _runs(items, words):
            for kind, subject, body, date in _told(text, items, run, label, head, words, memory):
                yield _claim(text, sentence, kind, subject, tables.root(body), date)
        head = _kept(head, items) or _head(items, words, memory)


def _is_prose(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Too long for the few words of a head, names left out: such a sentence need not be cut into items."""
    named = sum(m.end_char - m.start_char for m in mentions)
    return sentence.end_char - sentence.start_char - named > _HEAD_LENGTH


def overruled(found: Sequence[Claim], rows: Sequence[Claim]) -> list[Claim]:
    """What a row of names and dates says stands for what its sentence was read to say of the same.

    "The agreement (signed in 1995, 1999, 2010)": of a paper the sentence may have said that and more.
    """
    known = {(c.type, c.subject_id, c.edtf, c.start_char) for c in found if c.type in _OF_PAPERS}
    rows = [r for r in rows if (r.type, r.subject_id, r.edtf, r.start_char) not in known]
    kinds = {kind: "acceded" if kind == "membership" else kind for kind in (c.type for c in (*found, *rows))}
    told = {(kinds[c.type], c.subject_id, c.object_id, c.start_char) for c in rows}
    kept = [
        c
        for c in found
        if c.polarity != POLARITIES[0] or (kinds[c.type], c.subject_id, c.object_id, c.start_char) not in told
    ]
    return kept + list(rows)


def _head(items: Sequence[Item], words: RowWords, memory: Memory) -> Head:
    """ "Latvia.", "Observers of the SCO:": a line without a verb of its own over what follows."""
    names = [i for i in items if i.kind == "name"]
    plain = [i for i in items if i.kind == "word"]
    if len(plain) > _HEAD_WORDS or any(i.kind == "date" for i in items):
        return Head()
    kinds = {words.kinds[i.norm] for i in plain if i.norm in words.kinds}
    labels = {i.label for i in names}
    if labels == {_COUNTRY} and len(names) == 1:
        return Head(country=next(iter(names[0].ids), None))
    if len(kinds) == 1 and labels == {_BODY} and not any(i.norm in words.barred for i in plain):
        return Head(body=next(iter(names[0].ids), None), kind=kinds.pop())
    return Head()


def _kept(head: Head, items: Sequence[Item]) -> Head | None:
    """The head stays while short entries with dates follow."""
    plain = [i for i in items if i.kind == "word"]
    lasting = any(i.kind == "date" for i in items) and len(plain) <= 2 * _HEAD_WORDS
    return head if head != Head() and lasting else None


def _runs(items: Sequence[Item], words: RowWords) -> Iterator[tuple[range, str]]:
    """The stretches of names of one label, dates and small words alone."""
    for label in (_BODY, _COUNTRY):
        first = 0
        while first < len(items):
            last = first
            while last < len(items) and (step := _step(items, last, label, words)):
                last += step
            if any(i.label == label for i in items[first:last]) and any(
                i.kind == "date" or any(m.date for m in i.members) for i in items[first:last]
            ):
                yield range(first, last), label
            first = last + 1


def _step(items: Sequence[Item], k: int, label: str, words: RowWords) -> int:
    """How many items the row goes on with, none where it ends."""
    item = items[k]
    if item.kind == "date" or (item.kind == "name" and item.label == label):
        return 1
    if item.kind == "word":
        return int(item.norm in words.small or (item.norm in words.kinds and item.norm not in words.verbs))
    if item.text == ":" and k and items[k - 1].label == label:
        return 1
    if item.text not in _INNER:
        return 0
    if item.text == "," and k and items[k - 1].label == label:
        return 1 + _aside(items, k)
    return 1


def _aside(items: Sequence[Item], comma: int) -> int:
    """ "B, long kept waiting, in 1999": how many words between two commas stand before the date of a name."""
    end = comma + 1
    while end < len(items) and items[end].kind == "word" and end - comma <= _ASIDE:
        end += 1
    if end < len(items) and items[end].text == "," and end > comma + 1:
        behind = [i.kind for i in items[end + 1 : end + 3]]
        return end - comma if "date" in behind and "name" not in behind[:1] else 0
    return 0


def _parts(text: str, items: Sequence[Item], run: range, label: str) -> list[Part]:
    found: list[Part] = []
    joined = False
    for k in run:
        item = items[k]
        if item.label == label and item.kind == "name":
            member = item.members[0]
            day = next((m.date for m in item.members if m.date), None)
            found.append(Part(member.entity_id, None, joined=joined))
            if day is not None:
                shared = any(w in text[member.end : day.start_char].split("(")[-1] for w in _SHARED)
                found.append(Part(None, day, closed=not shared))
            joined = False
        elif item.kind == "date" and item.mention:
            found.append(Part(None, item.mention, closed=bool(item.depth)))
            joined = False
        joined = joined or item.norm in _JOINED
    return found


def _pairs(parts: Sequence[Part]) -> list[tuple[str, Mention | None]]:
    """Each name with its date: the one behind it, or in front where the row opens with a date."""
    fronted = bool(parts) and parts[0].date is not None
    found: list[tuple[str, Mention | None]] = []
    waiting: list[str] = []
    last: list[str] = []
    date: Mention | None = None
    for k, part in enumerate(parts):
        if part.entity is not None:
            if fronted or (date is not None and not waiting and not last):
                found.append((part.entity, date))
            else:
                waiting, last = [*waiting, part.entity], []
        elif part.date is None:
            return []
        elif fronted:
            date = part.date
        elif waiting:
            own = waiting[-1:] if part.closed else waiting
            found += [(name, None) for name in waiting if name not in own]
            found += [(name, part.date) for name in own]
            waiting, last, date = [], own, None
        elif _fronts(parts, k):
            date, last = part.date, []
        else:
            found += [(name, part.date) for name in last]
    return found + [(name, None) for name in waiting]


def _fronts(parts: Sequence[Part], k: int) -> bool:
    """ "…, WTO in 2000 and, in 2009, NATO": the last name stands behind its date."""
    return not parts[k].closed and k + 2 == len(parts) and parts[k + 1].entity is not None


def _told(
    text: str, items: Sequence[Item], run: range, label: str, head: Head, words: RowWords, memory: Memory
) -> Iterator[tuple[str, str, str, Mention | None]]:
    """Type, member, body and date of each pair; none where something else is told of them."""
    pairs = _pairs(_parts(text, items, run, label))
    dates = [date for _, date in pairs if date is not None]
    begun = max((k for k in range(run[0]) if items[k].text in ".;"), default=-1) + 1
    before = [i for i in items[begun : run[0]] if i.kind == "word"]
    around = [*before, *(items[k] for k in run if items[k].kind == "word")]
    alone = _stands_alone(items, run)
    if not dates or not alone or any(i.norm in words.barred for i in around):
        return
    kinds = list(dict.fromkeys(words.kinds[i.norm] for i in around if i.norm in words.kinds))
    if len(kinds) > 1:
        return
    kind = kinds[0] if kinds else ""
    headed = head != Head() or (kind and run[0] > 0 and items[run[0] - 1].text == ":" and len(before) < _LEAST + 1)
    if len(dates) < _LEAST and not headed:
        return
    start = items[run[0]].start
    if label == _BODY:
        named = [id_ for i in items[: run[0]] if i.label == _COUNTRY for id_ in i.ids]
        country = named[-1] if len(set(named)) == 1 else None if named else head.country or _before(memory, start)
        yield from ((kind or "acceded", country, body, date) for body, date in pairs if country)
    else:
        named = [i.ids[0] for i in items[: run[0]] if i.label == _BODY and i.ids and not i.depth]
        body = named[0] if named else head.body or memory.body(start)
        kind = kind or head.kind
        yield from ((kind, country, body, date) for country, date in pairs if body and kind)


def _before(memory: Memory, start: int) -> str | None:
    return next(iter(memory.country(start)), None)


def _stands_alone(items: Sequence[Item], run: range) -> bool:
    """Nothing governs the row: the sentence begins and ends with it, or a colon stands before and a mark behind it."""
    begun, end = run[0], run[-1] + 1
    closed = end == len(items) or items[end].text in _CLOSING or items[end - 1].text in _CLOSING
    if begun == 0 or items[begun - 1].text not in _BEFORE:
        return begun == 0 and closed
    return closed or items[end - 1].kind == "mark" or items[end].kind == "mark"


def _claim(text: str, sentence: Sentence, kind: str, subject: str, body: str, date: Mention | None) -> Claim:
    span = date is not None and "/" in (date.edtf or "")
    since = date is not None and "since" in date.method.split(":")
    kind = "membership" if kind == "acceded" and (span or since or date is None) else kind
    return bare_claim(text, sentence, kind, subject, body, dated(kind, date))
