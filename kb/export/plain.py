"""Any value in, text that every format can carry out: no control characters, no half of a surrogate pair."""

_KEPT = frozenset("\t\n\r")


def plain(value: object) -> str:
    """XML 1.0 forbids control characters, lone surrogates and the two noncharacters at the end of the plane."""
    return "".join(c for c in str(value) if _allowed(c))


def _allowed(c: str) -> bool:
    code = ord(c)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return c in _KEPT
    return not (0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF))
