"""A Kazakh body with "(until D – B)" behind it in, that B was renamed or succeeded then out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_claim
from kb.model import Claim

# Other brackets may stand between: "(ағылш. …)".
_OPENING = re.compile(r"[»”\"]?\s*(?:\([^()]*\)\s*)?\(")
_UNTIL = re.compile(r"(?:\s*дейін)?\s*[–—-]\s*[«“\"]?")
_THROUGH, _NEAR = "дейін", 4


def find_former_names(text: str, filled: Sequence[Filled]) -> Iterator[Claim]:
    """ "A (until 2011 – B)": one body bears two names; one with another id is the heir of B."""
    for sentence, mentions in filled:
        for k, (date, then) in enumerate(pairwise(mentions if sentence.lang == "kk" else ())):
            between = text[date.end_char : then.start_char]
            until = _THROUGH in text[date.start_char : then.start_char] and _UNTIL.fullmatch(between)
            if not until or (date.label, then.label) != ("DATE", "ORG"):
                continue
            near = (m for m in reversed(mentions[max(0, k - _NEAR) : k]) if m.label == "ORG")
            now = next((m for m in near if _OPENING.fullmatch(text[m.end_char : date.start_char])), None)
            if now is not None and now.entity_id and then.entity_id and date.edtf:
                kind = "renamed" if now.entity_id == then.entity_id else "succeeded"
                yield bare_claim(text, sentence, kind, now.entity_id, then.entity_id, dated(kind, date))
