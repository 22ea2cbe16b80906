"""A quantity in its tokens in, the words nearby that say what it is about out."""

from extract.dates.tokens import LINE, NO_GAP, Token, Tokens
from extract.quantities.units import meaning

_ENDS = frozenset({",", ";", ":", ".", "(", ")", "!", "?", "«", "»", "|", "•", '"'})
_MOST_TOKENS = 14
_VOTES = "votes"
_TRIMMED = " –—-"


def about(text: str, tokens: Tokens, span: tuple[int, int], unit: str) -> str:
    """The rest of the clause; for votes the name that they belong to (`Россия – 40 голосов`, `40 votes for Russia`)."""
    first, last = span
    start, end = _clause_start(tokens, first), _clause_end(tokens, last)
    if unit == _VOTES:
        before, after = _name_before(text, tokens, start, first), _name_after(text, tokens, last, end)
        owner = after or before if _belongs(tokens, last) else before or after
        if owner:
            return owner
    head = _words(text, tokens, start, first).strip(_TRIMMED)
    tail = _words(text, tokens, last, end).strip(_TRIMMED)
    return " … ".join(part for part in (head, tail) if part)


def _belongs(tokens: Tokens, i: int) -> bool:
    """`40 votes belong to Russia`, `40 голосов у России`: the owner stands behind."""
    return any(meaning(tokens[k], "belongs") is not None for k in (i, i + 1))


def _clause_start(tokens: Tokens, first: int) -> int:
    at = first
    while at > 0 and first - at < _MOST_TOKENS and not _ends(tokens[at - 1], tokens[at]):
        at -= 1
    return at


def _clause_end(tokens: Tokens, last: int) -> int:
    at = last
    while tokens[at].text and at - last < _MOST_TOKENS and not _ends(tokens[at], tokens[at + 1]):
        at += 1
    return at


def _ends(token: Token, following: Token) -> bool:
    if following.gap == NO_GAP and following.text[:1].isdecimal():
        return False
    if token.text == ".":
        return following.gap == LINE or following.text[:1].isupper() or not following.text
    return token.text in _ENDS or (following.gap == LINE and following.text[:1].isupper() and not token.text.islower())


def _words(text: str, tokens: Tokens, start: int, end: int) -> str:
    return " ".join(text[tokens[start].start : tokens[end - 1].end].split()) if end > start else ""


def _name_before(text: str, tokens: Tokens, start: int, end: int) -> str:
    """The capitalised words nearest before the number."""
    at = end
    while at > start and not _is_name(tokens[at - 1]):
        at -= 1
    stop = at
    while at > start and _is_name(tokens[at - 1]):
        at -= 1
    return _words(text, tokens, at, stop)


def _name_after(text: str, tokens: Tokens, start: int, end: int) -> str:
    at = start
    while at < end and not _is_name(tokens[at]):
        at += 1
    stop = at
    while stop < end and _is_name(tokens[stop]):
        stop += 1
    return _words(text, tokens, at, stop)


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and meaning(token, "stop") is None
