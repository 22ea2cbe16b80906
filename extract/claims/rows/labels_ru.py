"""Lines of a Russian profile that hold a label and a date in, what they tell of the page's own subject out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extract.claims.datings.owned import dated
from extract.claims.filled import Filled
from extract.claims.rows.bare_claims import bare_claim
from extract.language.tokens import fold, tokenise
from extract.tables import read_table
from kb.model import Claim, Mention

_RUSSIAN, _LONGEST, _FEW = "ru", 80, 1
_BESIDE = frozenset({"DATE", "PLACE", "COUNTRY"})
_OF_BODIES = frozenset({"established", "terminated"})
_NAMED = {True: "ORG", False: "TREATY"}


@cache
def _labels() -> Mapping[str, str]:
    """Label, folded -> type of claim."""
    return {fold(label): kind for kind, labels in read_table(_RUSSIAN, "labels").items() for label in labels}


def find_labels(text: str, rows: Sequence[Filled], bodies: Mapping[str, str]) -> Iterator[Claim]:
    """ "Date of founding: X", "Dissolution Y" below the name that opens the page; `bodies`: paper -> its body."""
    told = [(s, held) for s, held in rows if s.lang == _RUSSIAN]
    head = _heading(text, told)
    for sentence, held in told if head is not None else ():
        span = (sentence.start_char, sentence.end_char)
        dates = [m for m in held if m.label == "DATE" and m.edtf]
        if head is None or span[0] < head.start_char or span[1] - span[0] > _LONGEST:
            continue
        if len(dates) != 1 or any(m.label not in _BESIDE for m in held):
            continue
        kind = _labels().get(_words(text, span, held))
        if kind is None or head.label != _NAMED[kind in _OF_BODIES] or not head.entity_id:
            continue
        yield bare_claim(text, sentence, kind, head.entity_id, bodies.get(head.entity_id), dated(kind, dates[0]))


def _heading(text: str, rows: Sequence[Filled]) -> Mention | None:
    """The name of a body or paper that the first line with one holds, and little else."""
    sentence, held = next(((s, m) for s, m in rows if any(x.label in _NAMED.values() for x in m)), (None, ()))
    if sentence is None or len(_words(text, (sentence.start_char, sentence.end_char), held).split()) > _FEW:
        return None
    return next((m for m in held if m.label in _NAMED.values() and m.entity_id), None)


def _words(text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> str:
    """The words of a line outside its mentions, folded."""
    taken = [range(m.start_char, m.end_char) for m in mentions]
    tokens = (t for t in tokenise(text, *span) if t.text[0].isalnum())
    return " ".join(fold(t.text) for t in tokens if not any(t.start in r for r in taken))
