"""Two lines below each other in, whether they are labels or rows of a page rather than one sentence out."""

import re

# "Founded: 1992", "Штаб-квартира: Минск".
LABEL = re.compile(r"(?P<words>[^\W\d_](?:[^\W_]|[ ’'()/-]){1,40}):\s+\S")
# "Latvia – 1 May 2004", "Бахрейн (2011)": a name, and nothing behind its date.
ROW = re.compile(r"[^\W\d_][^.!?;:]{1,60}?\s*(?:[–—-]\s|\()[^.!?:]{0,60}\d{4}[^\W_]{0,5}\.?\)?[,;]?$")
# Words of a heading above rows.
HEADING_WORDS = 4


def in_rows(above: str, line: str) -> bool:
    """Both lines are labels, or the lower one stands below a few words or is a row below another."""
    if not line[:1].isupper() or not above[:1].isupper():
        return False
    # "Signed: 1 October 2019" ends with its date.
    if _is_label(above) and (_is_label(line) or above[-1].isdigit()):
        return True
    heads = len(above.split()) <= HEADING_WORDS and above[-1:].isalpha()
    if heads and _is_label(line):
        return True
    return ROW.match(line) is not None and (heads or ROW.match(above) is not None)


def _is_label(line: str) -> bool:
    found = LABEL.match(line)
    return found is not None and len(found["words"].split()) <= HEADING_WORDS
