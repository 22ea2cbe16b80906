"""The rows of a table with their mentions in, claims out where its head says what they are: "Observer | Since"."""

from collections.abc import Iterator, Mapping, Sequence

from extract.claims.anaphora.memory import Memory
from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_claim
from extract.language.tokens import fold, tokenise
from kb.model import Claim, Mention, Sentence

_RULE = frozenset("|-: \n\t")


def find_table_claims(
    text: str, rows: Sequence[Filled], heads: Mapping[str, Sequence[str]], memory: Memory
) -> Iterator[Claim]:
    """`heads`: type -> stems that the head of a column begins with; `rows` are those of one table."""
    if len(rows) < 2:
        return
    head = text[rows[0][0].start_char : rows[0][0].end_char]
    kind = _kind(head, heads)
    if kind is None:
        return
    named = [m.entity_id for m in rows[0][1] if m.label == "ORG" and m.entity_id]
    body = named[0] if named else memory.theme()
    for sentence, mentions in rows[1:]:
        countries = [m for m in mentions if m.label == "COUNTRY" and m.entity_id]
        dates = [m for m in mentions if m.label == "DATE" and m.edtf]
        if body and countries and len(dates) == 1 and sentence.lang == rows[0][0].lang:
            yield from _row(text, sentence, countries, dates[0], (kind, body))


def _kind(head: str, heads: Mapping[str, Sequence[str]]) -> str | None:
    words = [fold(t.text) for t in tokenise(head)]
    joined = " ".join(words)
    found = [kind for kind, stems in heads.items() if any(f" {fold(s)}" in f" {joined}" for s in stems)]
    return found[0] if len(found) == 1 else None


def _row(
    text: str, sentence: Sentence, countries: Sequence[Mention], date: Mention, what: tuple[str, str]
) -> Iterator[Claim]:
    when = dated(what[0], date)
    for country in countries:
        if country.entity_id:
            yield bare_claim(text, sentence, what[0], country.entity_id, what[1], when)


def tables(sentences: Sequence[Filled], text: str) -> Iterator[list[Filled]]:
    """Rows that follow each other; the rule under the head is none."""
    rows: list[Filled] = []
    for sentence, mentions in sentences:
        if sentence.kind == "table":
            if not set(text[sentence.start_char : sentence.end_char]) <= _RULE:
                rows.append((sentence, mentions))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows
