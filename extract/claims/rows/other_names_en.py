"""English sentences with their mentions in, what a name put in behind another tells of its change out.

"The Turkic Council (since 2021 the Organization of Turkic States)"; "EurAsEC (from 2015 the EAEU)".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_claim
from kb.model import Claim, Mention, Sentence

_LANG, _BODY, _DATE = "en", "ORG", "DATE"
_OPENING = re.compile(
    r"[\"”’'»]?(?P<mark>\s\(|,\s|\s[–—-]\s)(?:now,?\s)?(?P<turn>since|from|after|until|till|before)\s(?:the\s)?"
)
_NAMED = re.compile(r",?\s(?:on,?\s)?(?:(?:called|known\sas|named|renamed|as)\s)?(?:the\s)?[\"“‘'«]?")
_CLOSING = re.compile(r"[\"”’'»]?\s?[),;–—-]")
_NEW = frozenset({"since", "from", "after"})


def find_other_names(text: str, filled: Sequence[Filled]) -> Iterator[Claim]:
    """When the body got the name that it bears, or another one took its place."""
    for sentence, mentions in filled:
        if sentence.lang == _LANG:
            for body, date, other in zip(mentions, mentions[1:], mentions[2:], strict=False):
                if (body.label, date.label, other.label) == (_BODY, _DATE, _BODY) and date.edtf:
                    yield from _changed(text, sentence, (body, date, other))


def _changed(text: str, sentence: Sentence, names: tuple[Mention, Mention, Mention]) -> Iterator[Claim]:
    body, date, other = names
    if not (body.entity_id and other.entity_id and _CLOSING.match(text, other.end_char)):
        return
    opening = _OPENING.fullmatch(text, body.end_char, date.start_char)
    named = opening and _NAMED.fullmatch(text, date.end_char, other.start_char)
    if opening is None or not named:
        return
    if body.entity_id == other.entity_id:
        claim = bare_claim(text, sentence, "renamed", body.entity_id, body.entity_id, dated("renamed", date))
        yield replace(claim, new_name=(other if opening["turn"] in _NEW else body).text)
    elif "(" in opening["mark"]:
        # Beside a comma two bodies may be of a list.
        pair = (other, body) if opening["turn"] in _NEW else (body, other)
        heir, gone = (str(m.entity_id) for m in pair)
        yield bare_claim(text, sentence, "succeeded", heir, gone, dated("succeeded", date))
