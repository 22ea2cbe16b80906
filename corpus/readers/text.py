"""A plain text file in, its decoded text out, line ends kept."""

from corpus.readers.encodings import NotTextError, decode
from corpus.readers.front_matter import split_front_matter
from corpus.readers.reading import Reading, UnreadableError
from corpus.readers.signatures import named, signature


def read(raw: bytes) -> Reading:
    text = decoded(raw, "text")
    found, start = split_front_matter(text)
    return Reading(text, "text/plain", found, body_start=start)


def decoded(raw: bytes, expected: str) -> str:
    """The text of a file that is to hold nothing but text; `expected` is what its name promises."""
    kind = signature(raw)
    if kind and kind != expected:
        raise UnreadableError(f"of another type than its name says: it is {named(kind)}, not {expected}")
    try:
        return decode(raw)[0]
    except NotTextError as error:
        raise UnreadableError(str(error)) from error
