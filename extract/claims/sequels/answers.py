"""Claims of a text in, those of a question that the next sentence answers with yes or no as the answer says out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kb.model import STATE_CLAIMS, Claim, Sentence

_LEAD = r"^\W*(?:(?:[A-ZА-ЯЁ]|Answer|Ответ)\s*[:.]\s+)?"
# "Біздің пікірімізше, …": in whose opinion.
_OPINION = r"(?:[^\W\d_][\w ]{0,40}(?:ша|ше),\s+)?"
_NO_KK = re.compile(_LEAD + _OPINION + r"(?:[Жж]оқ|(?:[Мм]үлде(?:м)?\s+)?[Оо]лай емес|[Ее]шқашан|[Ққ]ате)\s*[,.;:!–—-]")
_YES_KK = re.compile(_LEAD + _OPINION + r"(?:[Ии]ә|[Әә]рине|(?:[Дд]әл\s+)?[Сс]олай)\s*[,.;:!–—-]")
_NO = re.compile(
    _LEAD + r"(?:No|Not at all|Never|By no means|Нет|Жоқ|Никогда|Ничуть|Нисколько|"
    r"Отнюдь(?: нет)?|Вовсе нет|Никак нет|(?:Пока|Ещё) нет)\s*[,.;!–—-]"
)
_YES = re.compile(_LEAD + r"(?:Yes|It is|It does|Indeed|Certainly|Да|Иә)\s*[,.;!–—-]")
_ASKED, _KAZAKH = "hypothetical", "kk"


def answered(text: str, sentences: Sequence[Sentence], claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "Is A an organ of B? No." denies; "Yes." confirms what is, while what may yet happen stays open."""
    said = dict(_answers(text, sentences))
    for claim in claims:
        polarity = said.get(claim.start_char) if claim.polarity == _ASKED else None
        settled = polarity == "negated" or (polarity == "asserted" and claim.type in STATE_CLAIMS)
        yield replace(claim, polarity=polarity) if polarity and settled else claim


def _answers(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, str]]:
    """Where a question begins, and what the sentence behind it says of it."""
    for asked, reply in pairwise(sentences):
        if not text[asked.start_char : asked.end_char].rstrip(' \n"”»').endswith("?"):
            continue
        answer = text[reply.start_char : reply.end_char]
        if _NO.search(answer) or (reply.lang == _KAZAKH and _NO_KK.search(answer)):
            yield asked.start_char, "negated"
        elif _YES.search(answer) or (reply.lang == _KAZAKH and _YES_KK.search(answer)):
            yield asked.start_char, "asserted"
