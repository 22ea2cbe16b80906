"""Claims of a text in, those whose plan a Russian clause takes back denied out: `но до подписания дело не дошло`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kb.model import Claim, Mention, Sentence

_RUSSIAN, _PLANNED, _DENIED, _NAMED = "ru", "planned", "negated", frozenset({"ORG", "TREATY"})
# "Not yet" leaves the plan as it is, and "does not come to it" may still.
_NEVER = r"(?:(?:так и|тогда|тоже|опять|всё-таки|все-таки) )?не (?:дош|пош|двину|продвину|зашл)\w+"
_MATTER = r"(?:дело|вопрос|процесс|работа|переговоры)"
_TURN = r"(?:[,;:—–.!]|^) ?(?:(?:но|однако|а|впрочем|увы|правда|зато)\b,? ?)?(?:\w+,? ){0,2}?"
_NOTHING = re.compile(
    _TURN
    + rf"(?:(?:до|дальше|далее) (?:\w+ ){{1,4}}?{_MATTER} {_NEVER}"
    + rf"|{_MATTER} {_NEVER} (?:до|дальше|далее)\b"
    + r"|этого (?:так и )?не (?:произошло|случилось|последовало)"
    + r"|из (?:этого|этой затеи|затеи|замысла) (?:так и )?ничего не (?:вышло|получилось)"
    + r"|(?:замысел|затея|намерени[ея]|планы?|идея) (?:так и )?(?:не (?:осуществил|воплотил|реализовал|удал)"
    + r"|остал\w+ (?:на бумаге|нереализован|неосуществл[её]н)|провалил|рухнул))",
    re.IGNORECASE,
)


def came_to_nothing(
    text: str, filled: Sequence[tuple[Sentence, Sequence[Mention]]], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """ "A wished to join B; its parliament agreed, but it never came to signing": A did not join B."""
    undone = set(_undone(text, filled))
    for claim in claims:
        told = claim.start_char in undone and claim.polarity == _PLANNED and claim.origin == "text"
        yield replace(claim, polarity=_DENIED) if told else claim


def _undone(text: str, filled: Sequence[tuple[Sentence, Sequence[Mention]]]) -> Iterator[int]:
    """Where the sentences begin of which such a clause speaks: their own, or one behind that names nothing else."""
    rows = [(sentence, held) for sentence, held in filled if sentence.lang == _RUSSIAN]
    for sentence, _ in rows:
        if _NOTHING.search(text[sentence.start_char + 1 : sentence.end_char]):
            yield sentence.start_char
    for (first, _), (then, held) in pairwise(rows):
        found = _NOTHING.search(text[then.start_char : then.end_char])
        end = then.start_char + (found.start() if found else 0)
        own = found is None or any(m.label in _NAMED and m.start_char < end for m in held)
        if not own and "\n" not in text[first.end_char : then.start_char]:
            yield first.start_char
