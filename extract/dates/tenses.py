"""Tokens and a date in, whether what it dates is yet to come or over out: "will join in January", "вышел в апреле"."""

from extract.dates.tokens import Token, Tokens, word_list
from extract.language.russian import is_future, tense_of

AHEAD, OVER, UNKNOWN = 1, -1, 0
_PARTS = frozenset({",", ";", ":", "(", ")", "–", "—"})
_NEAR = 3
_DONE, _TO = "prtf", "to"
# What decides, of several verbs in a Russian clause: "может быть подписан" is yet to come.
_RUSSIAN = (("futr", AHEAD), ("past", OVER), ("infn", AHEAD), ("done", OVER), ("pres", AHEAD))


def tense_at(tokens: Tokens, first: int, last: int) -> int:
    """AHEAD, OVER or UNKNOWN, by the verb of its clause, else of the next clause and then of the one before."""
    start = next((k for k in range(first, 0, -1) if tokens[k].opens), 0)
    end = next((k for k in range(last, len(tokens)) if tokens[k].opens or not tokens[k].text), len(tokens))
    low = next((k + 1 for k in range(first - 1, start, -1) if tokens[k].text in _PARTS), start)
    high = next((k for k in range(last, end) if tokens[k].text in _PARTS), end)
    clauses = ((low, high), (high, end), (start, low))
    own = _described(tokens, range(max(low, first - _NEAR), first))
    return own or next((t for a, b in clauses if (t := _tense(tokens, range(a, b), last))), UNKNOWN)


def _described(tokens: Tokens, steps: range) -> int:
    """ "Подписанный 23 мая": the date of a participle is over, whatever the sentence tells."""
    return OVER if any(tokens[k].lang == "ru" and tense_of(tokens[k].text) == _DONE for k in steps) else UNKNOWN


def _tense(tokens: Tokens, steps: range, last: int) -> int:
    words = [tokens[k] for k in steps if tokens[k].text.isalpha()]
    if not words:
        return UNKNOWN
    if words[0].lang == "ru":
        return _russian(words)
    if words[0].lang == "kk":
        return _kazakh([tokens[k] for k in steps if k >= last and tokens[k].text.isalpha()] or words)
    return AHEAD if any(_looks_ahead(tokens, k) for k in steps) else _english(words, steps.start < last <= steps.stop)


def _looks_ahead(tokens: Tokens, k: int) -> bool:
    """ "Will", "due to": but no "to" before a name or an article, as in "its accession to the Union"."""
    token = tokens[k]
    if not token.has("ahead") or not token.text.islower():
        return False
    return token.text != _TO or (tokens[k + 1].text.islower() and not tokens[k + 1].has("determiner"))


def _english(words: list[Token], own: bool) -> int:
    """Who "said" so in a clause beside it says nothing of when it was: "its launch on 1 January, officials said"."""
    told = [w for w in words if own or not w.has("saying")]
    over = any(w.has("past") or (w.text.islower() and w.text.endswith("ed")) for w in told)
    present = any(w.has("present") for w in words)
    return OVER if over else AHEAD if present else UNKNOWN


def _russian(words: list[Token]) -> int:
    """A future, or an infinitive or present without a past beside it, is yet to come."""
    verbs = [w.text for w in words if w.text.islower() or w.opens]
    told = {tense_of(verb) for verb in verbs} | ({"futr"} if any(map(is_future, verbs)) else set())
    return next((tense for name, tense in _RUSSIAN if name in told), UNKNOWN)


def _kazakh(words: list[Token]) -> int:
    """By the first participle behind the date, else by the last verb; what stands behind that is passed over."""
    first = next((t for t in map(_participle, words) if t), UNKNOWN)
    return first or next((t for t in map(_ending, reversed(words)) if t), UNKNOWN)


def _participle(word: Token) -> int:
    """ "Өтетін" is yet to come, "қол қойылған" is over."""
    low = word.text.lower()
    if word.text.islower() and not word.entry and low.endswith(word_list("kk", "past_participle")):
        return OVER
    return AHEAD if low.endswith(word_list("kk", "ahead_participle")) else UNKNOWN


def _ending(word: Token) -> int:
    low = word.text.lower()
    if word.has("ahead") or low.endswith(word_list("kk", "ahead_ending")):
        return AHEAD
    return OVER if word.has("past") or low.endswith(word_list("kk", "past_ending")) else UNKNOWN
