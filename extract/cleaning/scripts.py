"""Character classes for patterns, built from Unicode's own properties: an alphabet written out would miss letters."""

# Everything up to the end of the Cyrillic supplement; no text of ours has cased letters beyond it.
_LAST = 0x0530
UPPER = "".join(chr(code) for code in range(0x41, _LAST) if chr(code).isupper())
LOWER = "".join(chr(code) for code in range(0x61, _LAST) if chr(code).islower())
# Unicode blocks. The Latin ones take in the schwa and the barred o that stand for Kazakh letters.
LATIN = "A-Za-z\u00c0-\u024f\u0259\u0275"
CYRILLIC = "\u0400-\u052f"


def capitals(word: str) -> int:
    """How many capital letters the word has."""
    return sum(map(str.isupper, word))
