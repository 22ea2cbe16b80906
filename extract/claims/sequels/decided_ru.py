"""Claims of a text in, those out that a Russian sentence tells in the present and the next one calls a decision."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.language.russian import is_present, tense_of
from extract.language.tokens import tokenise
from kb.model import POLARITIES, STATE_CLAIMS, Claim, Sentence

_RUSSIAN = "ru"
_DECIDED = re.compile(
    r"\W*(?:(?:Такое|Это|Соответствующее|Данное) (?:решение|постановление|распоряжение) \w+|"
    r"Об этом (?:\w+ ){0,3}(?:договорились|решил|решено|объяв|заяв|сообщ|говорится|рассказал|условились))"
)


def decided(text: str, sentences: Sequence[Sentence], claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "From X on A ceases its work. This decision was taken today": the present of the first is yet to come."""
    announced = {
        first.start_char
        for first, then in pairwise(sentences)
        if then.lang == _RUSSIAN and _DECIDED.match(text, then.start_char) and _in_present(text, first)
    }
    for claim in claims:
        told = claim.start_char in announced and claim.polarity == POLARITIES[0] and claim.type not in STATE_CLAIMS
        yield replace(claim, polarity="planned") if told else claim


def _in_present(text: str, sentence: Sentence) -> bool:
    """Its verbs stand in the present, and none in the past."""
    words = [t.text for t in tokenise(text, sentence.start_char, sentence.end_char)]
    tenses = {tense_of(word) for word in words}
    return tenses.isdisjoint({"past", "done"}) and any(is_present(word) for word in words)
