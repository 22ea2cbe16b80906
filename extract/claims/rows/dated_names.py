"""Papers and bodies with a date of their own in, claims out: "the Treaty (10 October 2000)", "the CAEC (1998)"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.known import ClaimTables
from extract.claims.rows.bare_claims import bare_claim
from extract.language.tokens import fold
from kb.model import Claim

_LANGS = frozenset({"en"})
# Papers that are signed; codes and decisions are adopted.
_SIGNED = ("treaty-", "agreement-", "protocol-", "convention-", "charter-", "declaration-", "pact-")
_ADOPTED = ("decision-", "resolution-")
_BRACKET = re.compile(r"[\"”’'»]?\s*\((?:signed\s+)?(?:on\s+|of\s+|in\s+|[A-Z][a-z]+,\s+)?", re.IGNORECASE)
_UNSIGNED = frozenset({"draft", "drafts", "future", "planned", "proposed", "unsigned"})


def find_dated_names(text: str, filled: Sequence[Filled], tables: ClaimTables) -> Iterator[Claim]:
    """A paper was signed on the date that stands with its name."""
    for sentence, mentions in filled:
        if sentence.lang not in _LANGS:
            continue
        for k, (name, date) in enumerate(pairwise(mentions)):
            if name.label != "TREATY" or date.label != "DATE" or not name.entity_id or not date.edtf:
                continue
            kind = _kind(name.entity_id)
            between = text[name.end_char : date.start_char]
            said = _BRACKET.fullmatch(between)
            before = text[mentions[k - 1].end_char if k else sentence.start_char : name.start_char]
            if kind and said and "/" not in date.edtf and _UNSIGNED.isdisjoint(fold(before).split()[-3:]):
                body = tables.body_of(name.entity_id)
                yield bare_claim(text, sentence, kind, name.entity_id, body, dated(kind, date))


def _kind(entity: str) -> str:
    return "signed" if entity.startswith(_SIGNED) else "adopted" if entity.startswith(_ADOPTED) else ""
