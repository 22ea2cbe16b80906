"""Tokens in, dates that only take up what was told out: `тогда же`, `сол кезде`, `до конца месяца`."""

from extract.dates.tokens import Token, Tokens
from extract.dates.values import Piece
from extract.language.russian import is_part, tense_of

# As a shift: the time told last, whatever it was (1: but for the day), and the day, month or year in hand.
# A sitting is when the first thing of its sentence happened: "was adopted in 2002 and took effect in 2003".
TOLD, SAT, HERE = "told", "sat", "here"
_HANDED = frozenset({"year", "month"})
_SAME = "same"
_FARTHEST = 3


def moment_at(tokens: Tokens, i: int) -> Piece | None:
    """ "Then too", `в те же дни`, `дәл сол кезде`: when the last thing happened; `накануне`: the day before."""
    token = tokens[i]
    if token.has("then") and tokens[i + 1].has("too"):
        return Piece(i, i + 2, shift=(TOLD, 0, "lapse"))
    if token.has("eve") and _stands_alone(tokens[i + 1]):
        return Piece(i, i + 1, shift=("day", -1, HERE))
    if not token.has("same_moment"):
        return None
    at = next((k for k in range(i + 1, i + _FARTHEST) if not tokens[k].has("same_mark")), i + 1)
    marked = token.lang != "ru" or at > i + 1
    if token.lang == "ru" and marked and tokens[at + 1].has("sitting") and is_part(tokens[at].text.lower(), "ADJF"):
        at += 1  # "На той же минской встрече".
    if marked and tokens[at].has("sitting"):
        return Piece(i, at + 1, shift=(SAT, 0, "lapse"))
    if not marked or not tokens[at].has("moment") or _contrasts(tokens, i, at):
        return None
    return Piece(i, at + 1, shift=(TOLD, int(tokens[at].has("rough")), "lapse"))


def _contrasts(tokens: Tokens, i: int, at: int) -> bool:
    """ "At the same time, B remains a member": in front of its comma it says "however"."""
    return tokens[i].lang == "en" and i > 1 and tokens[i - 2].opens and tokens[at + 1].text == ","


def edge_in_hand(tokens: Tokens, i: int, at: int) -> Piece | None:
    """`в начале месяца`, "before the end of the year": of the one in hand; `на начало года` says how things stood."""
    if tokens[i - 1].has("as_of"):
        return None
    said = tokens[at].has("deictic") and tokens[at].name("deictic") == _SAME
    at += said
    whole = tokens[at].has("whole") and tokens[at].name("period") in _HANDED and not tokens[at + 1].is_number
    return Piece(i, at + 1, shift=(tokens[at].name("period"), 0, HERE)) if whole else None


def edge_behind(tokens: Tokens, i: int) -> Piece | None:
    """`жыл соңына дейін`, `айдың басында`: Kazakh says the part behind."""
    token = tokens[i]
    if not token.has("whole") or not tokens[i + 1].has("part") or _is_told(tokens[i - 1]):
        return None
    return Piece(i, i + 2, shift=(token.name("period"), 0, HERE))


def _is_told(before: Token) -> bool:
    """A number, a month or a pointing word says itself which year is meant."""
    return before.is_number or bool(before.entry) or before.is_dash


def _stands_alone(after: Token) -> bool:
    """No "eve of the summit": a mark, a preposition or a verb follows."""
    return after.text in {",", ".", ")"} or after.has("year_preposition") or bool(tense_of(after.text))
