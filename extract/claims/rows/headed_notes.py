"""A name alone before its notes in, the notes with it as their subject out: "Latvia. Member of A since 1991"."""

from collections.abc import Iterator, Sequence

from extract.claims.grammar.items import Item, Member
from extract.claims.grammar.row_words import note_words
from extract.language.tokens import fold, tokenise
from kb.model import Mention, Sentence

_LANG = "en"
_HEADS = frozenset({"COUNTRY", "ORG", "TREATY"})
_LONGEST, _ARTICLE, _NOTE = 3, 4, 60
_ENDING = "ed"


def heading_name(text: str, sentence: Sentence, mentions: Sequence[Mention], kept: Mention | None) -> Mention | None:
    """The one name of a line that holds nothing else, or that of an earlier line whose notes go on."""
    if sentence.lang != _LANG:
        return None
    span = text[sentence.start_char : sentence.end_char]
    first = mentions[0] if mentions else None
    if first is not None and first.label in _HEADS and first.start_char - sentence.start_char <= _ARTICLE:
        same = all(m.entity_id == first.entity_id for m in mentions)
        inside = sum(len(list(tokenise(m.text))) for m in mentions)
        words = [t for t in tokenise(span) if t.text[0].isalnum()]
        if same and first.entity_id and len(words) - inside <= _LONGEST:
            return first
    opening = next((fold(t.text) for t in tokenise(span)), "")
    noted = _predicates(opening, "") is not None or len(span) < _NOTE
    return kept if kept is not None and noted else None


def under_head(head: Mention | None, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The name as the subject of each note: at the start, behind its colon and behind semicolons."""
    own = _own_head(items)
    if own is not None:
        subject, rest = own
        return tuple(_noted(subject, rest, opened=False))
    if head is None or not items or items[0].text in {":", "("}:
        return items
    member = Member(head.entity_id, head.label, items[0].start, items[0].start, head.text)
    subject_ = Item("name", "", head.text, items[0].start, items[0].start, head.label, (member,), head)
    return tuple(_noted(subject_, items, opened=False)) if _verb(subject_, items, 0) is not None else items


def _own_head(items: tuple[Item, ...]) -> tuple[Item, tuple[Item, ...]] | None:
    """ "NAFTA: signed in 1992; in force since 1994": the name before the colon or dash."""
    if len(items) <= _LONGEST or items[0].kind != "name" or items[0].label not in _HEADS or items[1].text != ":":
        return None
    return (items[0], items[2:]) if _verb(items[0], items, 2) is not None else None


def _noted(subject: Item, items: Sequence[Item], opened: bool) -> Iterator[Item]:
    fresh = not opened
    for k, item in enumerate(items):
        if fresh:
            verb = _verb(subject, items, k)
            if verb is not None:
                yield subject
                if verb:
                    yield Item("word", verb, verb, item.start, item.start)
            fresh = False
        yield item
        fresh = item.text == ";"


def _verb(subject: Item, items: Sequence[Item], at: int) -> str | None:
    """The auxiliary that the note lacks, "" where it has its verb; None where it is no note on the subject."""
    k = at
    while k < len(items) and items[k].norm in note_words(_LANG).opening:
        k += 1
    if k >= len(items) or items[k].kind != "word":
        return None
    verb = _predicates(items[k].norm, subject.label, items[k + 1].norm if k + 1 < len(items) else "")
    return None if verb and _goes_on(items, k) else verb


def _goes_on(items: Sequence[Item], at: int) -> bool:
    """ "Founded in 1985, it has ten members": behind the comma a subject with its own verb."""
    end = next((k for k in range(at, len(items)) if items[k].text == ";"), len(items))
    comma = next((k for k in range(at, end) if items[k].text == ","), end)
    return any(items[k].norm in note_words(_LANG).finite for k in range(comma, end))


def _predicates(word: str, label: str, following: str = "") -> str | None:
    words = note_words(_LANG)
    if word in words.active or (label == "COUNTRY" and word in words.by_country and following not in words.suffered):
        return ""
    return "was" if word in words.states or (word.endswith(_ENDING) and len(word) > len(_ENDING) + 2) else None
