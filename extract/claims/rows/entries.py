"""An entry of a chronicle in; its sentence led by the date that stands before it out."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.grammar.items import Item
from extract.language.tokens import fold, tokenise
from kb.model import Mention, Sentence

# What may stand around the date of an entry.
_LONGEST = 48
_DASHES = frozenset("–—")
# What comes, and how: Kazakh words, folded.
_STEPS = tuple(map(fold, ("сынақ", "бетбұрыс", "серпіліс", "өзгеріс", "қадам", "кезең", "толқын", "соққы", "жаңалық")))
_CAME = frozenset(map(fold, ("болды", "келді", "туды", "басталды", "жасалды", "байқалды")))


def heading_date(
    text: str, sentence: Sentence, mentions: Sequence[Mention], last: Mention | None = None
) -> Mention | None:
    """The date of a sentence that holds nothing else: `2001, 15 June.`; `last` goes on to the end of its line."""
    kept = last if last is not None and "\n" not in text[last.end_char : sentence.end_char + 1] else None
    dates = [m for m in mentions if m.label == "DATE" and m.edtf]
    if len(dates) != 1 or sentence.end_char - sentence.start_char > _LONGEST:
        return kept
    if sentence.lang == "en" and _titled(text, sentence, mentions):
        return dates[0]
    if sentence.lang == "kk" and len(mentions) == 1 and _heralds(text, sentence, dates[0]):
        return dates[0]
    if len(mentions) != 1:
        return kept
    around = (text[sentence.start_char : dates[0].start_char], text[dates[0].end_char : sentence.end_char])
    return kept if any(c.isalnum() for part in around for c in part) else dates[0]


def _heralds(text: str, sentence: Sentence, date: Mention) -> bool:
    """ "Алғашқы сынақ 1999 жылы болды.": what came then the next sentence tells."""
    words = [fold(t.text) for t in tokenise(text, sentence.start_char, sentence.end_char)]
    behind = [fold(t.text) for t in tokenise(text, date.end_char, sentence.end_char)]
    came = [w for w in behind if w[:1].isalnum()]
    return len(came) == 1 and came[0] in _CAME and any(w.startswith(_STEPS) for w in words)


def _titled(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """ "22 May 2006 – Kyiv summit.": a date at the head of its sentence, a dash, a place or nothing that is named."""
    first = mentions[0]
    headed = first.label == "DATE" and first.start_char == sentence.start_char
    dashed = text[first.end_char : sentence.end_char].lstrip()[:1] in _DASHES
    return headed and dashed and all(m.label == "PLACE" for m in mentions[1:])


def led_by(lead: Mention | None, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items behind the date and a dash, unless they have a date of their own; "2001:" is read as "2001 –"."""
    if len(items) > 1 and items[0].kind == "date" and items[1].text == ":":
        return (items[0], replace(items[1], norm="", text="—"), *items[2:])
    if lead is None or any(i.kind == "date" for i in items):
        return items
    date = Item("date", fold(lead.text), lead.text, lead.start_char, lead.end_char, lead.label, (), lead)
    return (date, Item("mark", "", "—", lead.end_char, lead.end_char), *items)


def may_be_entry(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """An entry of a chronicle, a row of dates, or an English paper with its day needs no verb."""
    labels = {m.label for m in mentions}
    if sentence.lang == "ru":
        return "DATE" in labels and not labels.isdisjoint({"ORG", "TREATY"})
    return sentence.lang == "en" and {"DATE", "TREATY"} <= labels
