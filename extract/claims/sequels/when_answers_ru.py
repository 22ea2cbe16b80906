"""Claims of a text in, those of a Russian question out as its answer dates them: `Когда вступили? — В 2015-м`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.claims.datings.owned import dated
from extract.language.russian import is_future, tense_of
from extract.language.tokens import tokenise
from kb.model import POLARITIES, Claim, Mention, Sentence

_RUSSIAN, _DATE, _ASKED = "ru", "DATE", "hypothetical"
_WHEN = re.compile(
    r"\W*(?:(?:А|И|Так|Ну|Скажите|Напомните)\W+)*(?:[Кк]огда|[ВвСс] как(?:ом|ого) (?:году|месяце|года|месяца)|"
    r"[СсCc] каких пор|[Кк]ак давно|[Дд]авно ли)\b"
)
# What may open an answer before its date; "уже" and "да" say that what was asked has happened.
_OPENING = re.compile(r"\W*(?:(?:ещё|еще|только|лишь|кажется|по-моему|где-то|примерно|официально)\W+)*", re.IGNORECASE)
_DONE = re.compile(r"\W*(?:(?:Да|Конечно|Разумеется)\W+)?(?:[Уу]же (?P<verb>\w+)|Да\b)")
_PREPOSITION = re.compile(r"(?:в|во|с|со)\s+", re.IGNORECASE)


def when_answered(
    text: str, filled: Sequence[tuple[Sentence, Sequence[Mention]]], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """ "When did A join B? — In 2015", "Has A joined B? — It has, in May": with the day, and as a fact."""
    days = dict(_answers(text, filled))
    for claim in claims:
        found = claim.start_char in days and claim.polarity in {_ASKED, POLARITIES[0]} and not claim.edtf
        when = dated(claim.type, days[claim.start_char]) if found else None
        if when is None:
            yield claim
        else:
            yield replace(claim, polarity=POLARITIES[0], edtf=when.edtf, earliest=when.earliest, latest=when.latest)


def _answers(text: str, filled: Sequence[tuple[Sentence, Sequence[Mention]]]) -> Iterator[tuple[int, Mention]]:
    """Where a question begins, and the date of the sentence that answers it."""
    for (asked, _), (reply, mentions) in pairwise(filled):
        question = text[asked.start_char : asked.end_char]
        if asked.lang != _RUSSIAN or not question.rstrip(' \n"”»').endswith("?"):
            continue
        first = next((m for m in mentions if m.label == _DATE), None)
        if first is not None and _dates(text[reply.start_char : first.start_char], question):
            yield asked.start_char, first


def _dates(before: str, question: str) -> bool:
    """The answer opens with its date, or says first that it has come true; `before`: what stands before the date."""
    begun = 0
    if not _WHEN.match(question):
        done = _DONE.match(before)
        already = done is not None and tense_of(done["verb"] or "") in {"past", "done"}
        if done is None or not (already or (done["verb"] is None and _is_over(question))):
            return False
        begun = done.end()
    elif not _is_over(question):
        return False
    opened = _OPENING.match(before, begun)
    rest = before[opened.end() if opened else begun :]
    return not _PREPOSITION.sub("", rest, count=1).strip(" ,")


def _is_over(question: str) -> bool:
    """It asks about what is or was: `вступил`, `состоит`, and nothing to come."""
    words = [t.text for t in tokenise(question)]
    told = any(tense_of(w) in {"past", "done", "pres"} for w in words)
    return told and not any(is_future(w) for w in words)
