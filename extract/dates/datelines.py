"""Tokens in, whether a date says where and when a report is from out: "ASTANA, 29 May 2014 (Agency) – …"."""

from extract.dates.grammar import Found
from extract.dates.tokens import LINE, NO_GAP, Token, Tokens

_MOST_WORDS, _HEAD, _SMALL, _MINUTES = 4, 10, 3, 2
_DOT = "."
# Beginnings of words.
_MADE = ("подготовлен", "опубликован", "обновлен", "обновлён", "размещен", "размещён", "публикаци")
# A report opens its text, at most behind a title.
_OPENING = 40
_CLOSES = frozenset({".", ")", "(", "/", ":", "]", "|", ""})
_OPENS = frozenset({".", "(", "/", "[", ")", "|"})


def is_dateline(tokens: Tokens, item: Found, chronicle: bool) -> bool:
    """A full date beside a place and nothing else, or alone in its line at the head of what is no `chronicle`."""
    if item.high is not None or item.low.day is None or item.low.shift is not None:
        return False
    first, last = _undressed(tokens, item.first), item.last
    if _starts_line(tokens, first):
        named = _place_behind(tokens, last)
        clock = _past_clock(tokens, last)
        end = clock or last
        ended = tokens[end + (tokens[end].text == ".")].gap == LINE or (clock and tokens[end].text in _OPENS)
        alone = (first or clock or _counts_from_now(tokens, last)) and ended
        return not chronicle and item.first < _OPENING and (named or bool(alone))
    told = _place_before(tokens, first) or _made_then(tokens, first) or _closes_head(tokens, last)
    return _ends(tokens, last) and told


def _closes_head(tokens: Tokens, last: int) -> bool:
    """ "Пресс-релиз А, 15 мая 2025 года", and in the next line "Сегодня …": the first line ends with its day."""
    ended = tokens[last + (tokens[last].text == _DOT)].gap == LINE
    alone = last < _OPENING and not any(tokens[k].gap == LINE for k in range(1, last))
    return ended and alone and _counts_from_now(tokens, last)


def _counts_from_now(tokens: Tokens, last: int) -> bool:
    """A Russian date over a text that says "вчера" or "тридцать лет назад" is the day of that text."""
    if tokens[last].lang != "ru":
        return False
    return any(tokens[k].has("today") or tokens[k].has("ago") for k in range(last, min(last + _OPENING, len(tokens))))


def _made_then(tokens: Tokens, first: int) -> bool:
    """ "Справка подготовлена 30 января 2025 г.", "Опубликовано: …": a line at the head that says when it was made."""
    begun = next((k for k in range(first, max(-1, first - _SMALL - 1), -1) if _starts_line(tokens, k)), first)
    said = any(tokens[k].text.lower().startswith(_MADE) for k in range(begun, first))
    return said and begun < _OPENING and tokens[begun].lang == "ru"


def _past_clock(tokens: Tokens, last: int) -> int:
    """ "21.10.2014, 14:35": where the hour and minutes behind a date end, 0 where there are none."""
    at = last + (tokens[last].text in {",", "|"} or tokens[last].is_dash)
    timed = tokens[at].text.isdigit() and tokens[at + 1].text in {":", "."} and tokens[at + 2].text.isdigit()
    near = all(tokens[at + n].gap == NO_GAP for n in (1, 2)) and len(tokens[at + 2].text) == _MINUTES
    return at + 3 if timed and near else 0


def opens_entry(tokens: Tokens, item: Found) -> bool:
    """A date that stands first in its sentence and apart from what follows, as in a chronicle: "2001, 15 June – …"."""
    behind = tokens[item.last]
    apart = behind.text in {".", ":", ""} or (behind.is_dash and behind.gap != NO_GAP) or behind.gap == LINE
    return tokens[item.first].opens and apart


def _starts_line(tokens: Tokens, i: int) -> bool:
    return i == 0 or tokens[i].gap == LINE


def _undressed(tokens: Tokens, first: int) -> int:
    """Where the date begins with its weekday: "Thursday, 29 May 2014"."""
    at = first - 1
    at -= tokens[at].text == ","
    return at if first > 0 and at >= 0 and tokens[at].has("weekday") else first


def _ends(tokens: Tokens, last: int) -> bool:
    """Also behind «г.», whose dot closes the line: «24 декабря 2014 г. Вчера …»."""
    behind = tokens[last]
    if tokens[last - 1].text == _DOT and (behind.text[:1].isupper() or behind.is_number):
        return True
    return behind.text in _CLOSES or behind.gap == LINE or (behind.is_dash and behind.gap != NO_GAP)


def _place_before(tokens: Tokens, first: int) -> bool:
    """ "ASTANA, ", "(Rio de Janeiro, ", "Press release. Nur-Sultan, ": capital words up to the head of the line."""
    at = first - 1
    at -= tokens[at].text in {",", "(", "."} or (tokens[at].is_dash and tokens[at].gap != NO_GAP)
    words = 0
    while at >= 0 and words <= _MOST_WORDS and _names(tokens[at]):
        words += tokens[at].text[0].isupper()
        at -= 1
        if tokens[at + 1].gap == LINE:
            break
    whole = at < 0 or tokens[at + 1].gap == LINE or (tokens[at].text in _OPENS and _near_head(tokens, at))
    return 0 < words <= _MOST_WORDS and whole and tokens[at + 1].text[0].isupper()


def _place_behind(tokens: Tokens, last: int) -> bool:
    """ "29 May 2014, Astana. ", "29 May 2014, Astana –": the place behind the date."""
    at = last + 1
    if tokens[last].text != ",":
        return False
    while at <= last + _MOST_WORDS and tokens[at].text and _names(tokens[at]) and tokens[at].gap != LINE:
        at += 1
    return at > last + 1 and (_ends(tokens, at) or tokens[at].gap == LINE)


def _names(token: Token) -> bool:
    """A capital word, or a short one or hyphen inside a name."""
    word = token.text[:1].isupper() and not token.has("year_preposition") and not token.has("month")
    small = token.text.isalpha() and len(token.text) <= _SMALL and not token.entry
    return word or small or (token.is_dash and token.gap == NO_GAP)


def _near_head(tokens: Tokens, at: int) -> bool:
    """Whether the line begins a few words before."""
    return any(_starts_line(tokens, k) for k in range(max(0, at - _HEAD), at + 1))
