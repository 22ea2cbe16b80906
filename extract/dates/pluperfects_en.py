"""English tokens and a date in, whether it is that of "which A had proposed in 2006", before the story in hand, out."""

from extract.dates.tokens import Tokens

_HAD, _REACH = "had", 14
_RELATES = frozenset({"that", "which", "who", "whom", "as", "where"})
_CLOSED = frozenset({".", ";", ":", "!", "?", "—", "–", "("})


def went_before(tokens: Tokens, first: int) -> bool:
    """A relative clause with "had" and no other before the date: what is told later is not counted from it."""
    if tokens[first].lang != "en":
        return False
    had = False
    for k in range(first - 1, max(-1, first - _REACH), -1):
        text = tokens[k].text
        # Behind a comma the sentence goes on with its own verb.
        if text in _CLOSED or tokens[k + 1].opens or (text == "," and not had):
            return False
        had = had or text == _HAD
        if text in _RELATES:
            return had
    return False
