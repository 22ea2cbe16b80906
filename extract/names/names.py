"""Names of known entities where they stand: cleaned text and lexicon in, candidates with all their readings out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extract.language.kazakh_endings import is_ending
from extract.language.tokens import Token, fold, tokenise
from extract.names.lexicon import Lexicon, Name, in_cyrillic
from kb.model import Mention, Sentence

_GAP = re.compile(r"\s*[-–—−/]?\s*|[\s\"«»“”„'’ʼ]+|,\s?")
_INSIDE_QUOTES = re.compile(r"[\"«“„]$")
# Capitals of an abbreviation: "ЕурАзЭҚ".
_LETTERS = 2
_PARTING = re.compile(r"\s[-–—−]\s")
_HYPHEN = re.compile(r"\s?[-–—−]\s?")
# `US$`, `ТС-1995`: a currency, the type of a machine.
_NOT_A_BODY = re.compile(r"[$€£]|[-–]\d")
_OPENING, _CLOSING = "«“„", "»”"
_QUOTES = re.compile(f"[{_OPENING}{_CLOSING}]")
_RUSSIAN_ENDINGS = frozenset({"а", "у", "е", "ом", "ы", "ов", "ам", "ами", "ах"})
# Russian words that are also Kazakh endings: `Грузия — не член`.
_RUSSIAN_WORDS = frozenset({"не", "на", "а"})
_SHORT_ABBREVIATION = 4
_SPLIT_WORD = 8
# Letters of the longest abbreviation, and more; a longer run of initials is none.
_MOST_DOTTED = 12
_Day = tuple[int, int, str]
_PROGRAMME, _INSTRUMENT = "PROGRAMME", "TREATY"
# "Of", «от»; and the word for the year, which a date takes and a name may leave out.
_PREPOSITION, _YEAR_WORD = 3, 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that reads as the name of one or several entities."""

    start: int
    end: int
    lang: str
    names: tuple[Name, ...]
    method: str
    lowercase: bool = False
    sentence_initial: bool = False


def find_names(
    text: str, sentences: Sequence[Sentence], lexicon: Lexicon, dates: Sequence[Mention] = ()
) -> tuple[Candidate, ...]:
    """The longest names, left to right; only inside one that begins in lower case may others lie.

    A year is part of a programme's name ("Strategy until 2025"); behind an instrument's it stands alone, as a date.
    """
    found: list[Candidate] = []
    days = sorted((d.start_char, d.end_char, d.edtf or "") for d in dates)
    for sentence in sentences:
        tokens = tokenise(text, sentence.start_char, sentence.end_char)
        inside = days[bisect_left(days, (sentence.start_char,)) : bisect_left(days, (sentence.end_char,))]
        found += _find_in_sentence(text, tokens, sentence.lang, lexicon, inside)
    return tuple(found)


def _find_in_sentence(
    text: str, tokens: list[Token], lang: str, lexicon: Lexicon, days: Sequence[_Day]
) -> Iterator[Candidate]:
    keys = [lexicon.keys(t.text, lang) for t in tokens]
    i = 0
    while i < len(tokens):
        hit = _longest(text, tokens, keys, i, lang, lexicon, days) or _dotted(text, tokens, i, lang, lexicon)
        if hit is None:
            hit = _split_word(text, tokens, i, lang, lexicon)
        if hit is None:
            i += 1
            continue
        candidate, after = hit
        yield candidate
        # A name that begins in lower case may turn out to be none: what stands inside it stays in the running.
        i = i + 1 if candidate.lowercase else after


def _longest(
    text: str,
    tokens: list[Token],
    keys: list[tuple[str, ...]],
    first: int,
    lang: str,
    lexicon: Lexicon,
    days: Sequence[_Day],
) -> tuple[Candidate, int] | None:
    best: tuple[int, list[Name]] | None = None
    walk: list[tuple[dict[str, Any], int]] = [(lexicon.root, first)]
    while walk:
        node, i = walk.pop()
        if i > first and "" in node:
            within = [d for d in days if d[0] < tokens[i - 1].end and d[1] > tokens[first].start]
            own = [n for n in node[""] if _undivided(n, tokens[first:i], text)]
            names = [n for n in own if fits(n, tokens[first:i], text) and _holds(n, tokens[first:i], within)]
            fit = _with_its_plus(names, text, tokens[i - 1].end)
            if fit and (best is None or i > best[0]):
                best = (i, fit)
            elif fit and best is not None and i == best[0]:
                best[1].extend(n for n in fit if n not in best[1])
        if i < len(tokens) and (i == first or _GAP.fullmatch(text, tokens[i - 1].end, tokens[i].start)):
            walk.extend((node[k], i + 1) for k in keys[i] if k in node)
    if best is None:
        return None
    end, names = best
    day = next((d for d in days if tokens[first].start < d[0] < tokens[end - 1].end), None)
    if day and names[0].type == _INSTRUMENT and _is_own(day[2], names, lexicon):
        return _undated(tokens, first, end, names, lang, day[0])
    return _candidate(text, tokens, first, end, names, lang, lexicon)


def _undivided(name: Name, tokens: Sequence[Token], text: str) -> bool:
    """ "ЕАЭО – Кеден одағы негізінде …": a spaced dash behind an abbreviation parts two names, unless it is in both."""
    if len(tokens) == 1 or sum(letter.isupper() for letter in tokens[0].text) < _LETTERS:
        return True
    return _PARTING.search(name.text) is not None or not _PARTING.fullmatch(text, tokens[0].end, tokens[1].start)


def _holds(name: Name, tokens: Sequence[Token], days: Sequence[_Day]) -> bool:
    """Whether a name may hold the dates that it overlaps: a programme's anywhere, an instrument's at its end."""
    inside = all(a >= tokens[0].start and b <= tokens[-1].end + _YEAR_WORD for a, b, _ in days)
    if not days or (inside and name.type == _PROGRAMME):
        return True
    return inside and name.type == _INSTRUMENT and len(days) == 1 and days[0][1] >= tokens[-1].end


def _is_own(edtf: str, names: list[Name], lexicon: Lexicon) -> bool:
    """Not that of another in its title: "the protocol on A's accession to the treaty of 1949"."""
    starts = [lexicon.entities[n.entity_id].start_edtf or "" for n in names]
    return any(start.startswith(edtf) for start in starts)


def _undated(
    tokens: list[Token], first: int, end: int, names: list[Name], lang: str, day: int
) -> tuple[Candidate, int]:
    """The name of an instrument without the day at its end and the preposition before that: "of", «от»."""
    own = [t for t in tokens[first:end] if t.end <= day]
    if len(own) > 1 and own[-1].text.islower() and len(own[-1].text) <= _PREPOSITION:
        own.pop()
    method = "dictionary:" + names[0].kind
    lowercase = not own[0].capital and not names[0].words[0][0].islower()
    return Candidate(own[0].start, own[-1].end, lang, tuple(names), method, lowercase, first == 0), first + len(own)


def _with_its_plus(names: list[Name], text: str, end: int) -> list[Name]:
    """`ОПЕК+` is another body than `ОПЕК`; the plus of a name is no word."""
    plus = text[end : end + 1] == "+"
    own = [n for n in names if n.text.endswith("+") == plus]
    return own if own or not plus else names


def _candidate(
    text: str, tokens: list[Token], first: int, end: int, names: list[Name], lang: str, lexicon: Lexicon
) -> tuple[Candidate, int]:
    """Takes the hyphened case ending in, and says how the name was written."""
    stop = tokens[end - 1].end
    if end < len(tokens) and _has_ending(text, tokens[end - 1], tokens[end], lexicon):
        stop = tokens[end].end
        end += 1
    start = tokens[first].start
    if text[stop : stop + 1] == "+" and names[0].text.endswith("+"):
        stop += 1
    if _unclosed(text[start:stop]) and text[stop : stop + 1] in _CLOSING:
        stop += 1
    if lang == "kk" and _overclosed(text[start:stop]) and text[max(0, start - 1)] in _OPENING:
        start -= 1
    lowercase = not tokens[first].capital and not names[0].words[0][0].islower()
    method = "dictionary:" + names[0].kind
    return Candidate(start, stop, lang, tuple(names), method, lowercase, first == 0), end


def _unclosed(surface: str) -> bool:
    return _balance(surface) > 0


def _overclosed(surface: str) -> bool:
    return _balance(surface) < 0


def _balance(surface: str) -> int:
    """How many more marks open than close; nearly every name has none."""
    return sum(1 if mark in _OPENING else -1 for mark in _QUOTES.findall(surface))


def _has_ending(text: str, last: Token, after: Token, lexicon: Lexicon) -> bool:
    if not after.text.islower() or _HYPHEN.fullmatch(text, last.end, after.start) is None:
        return False
    # Russian writes the case of an abbreviation behind a hyphen only in loose speech: `ЕАЭС-ом`.
    spoken = last.upper and after.start == last.end + 1 and after.text in _RUSSIAN_ENDINGS
    apart = text[last.end : last.end + 1].isspace() and text[after.start - 1].isspace()
    return spoken or (is_ending(after.text, lexicon.endings) and not (apart and after.text in _RUSSIAN_WORDS))


def fits(name: Name, tokens: Sequence[Token], text: str) -> bool:
    """Whether quotes and the letters' case let these words be that name, not a common noun."""
    surface = text[tokens[0].start : tokens[-1].end]
    if len(tokens) > 1 and (
        _closes_more(surface, text, tokens, name.lang) or surface.count(",") > name.text.count(",")
    ):
        return False
    if name.kind == "abbreviation":
        return _fits_abbreviation(name, tokens) and not _NOT_A_BODY.match(text, tokens[-1].end)
    if len(tokens) == 1:
        return _as_capital(name.words[0], tokens[0])
    if _as_capital(name.words[0], tokens[0]):
        return True
    quoted = _INSIDE_QUOTES.search(text, max(0, tokens[0].start - 1), tokens[0].start) is not None
    return quoted or len(tokens) >= 2


def _closes_more(surface: str, text: str, tokens: Sequence[Token], lang: str) -> bool:
    """More marks close than open; in `«X» ұйымы` the mark before the name opens what closes inside it."""
    return _overclosed(surface) and not (lang == "kk" and text[max(0, tokens[0].start - 1)] in _OPENING)


def _as_capital(word: str, token: Token) -> bool:
    return token.capital or not word[0].isupper()


def _fits_abbreviation(name: Name, tokens: Sequence[Token]) -> bool:
    written = "".join(t.text for t in tokens)
    wanted = "".join(name.words)
    if written.isascii() and not wanted.isascii():
        # `HATO` in Latin capitals, which the lexicon has looked up in Cyrillic.
        written = in_cyrillic(written)
    if len(wanted) <= _SHORT_ABBREVIATION:
        stem = written[: len(wanted)]
        return stem == wanted and (written[len(wanted) :].islower() or written == wanted)
    capitals = sum(c.isupper() for c in written)
    return written[0].isupper() and (capitals >= 2 or len(wanted) > _SHORT_ABBREVIATION + 1)


def _dotted(text: str, tokens: list[Token], first: int, lang: str, lexicon: Lexicon) -> tuple[Candidate, int] | None:
    """`Е.А.Э.С.`: single capitals with dots between are read as one abbreviation; two letters may be initials."""
    end = first
    while end < min(len(tokens), first + _MOST_DOTTED) and len(tokens[end].text) == 1 and tokens[end].capital:
        if end > first and text[tokens[end - 1].end : tokens[end].start].strip() != ".":
            break
        end += 1
    if end - first < 2 or (end - first == 2 and (lang != "en" or _like_initials(text, tokens, end))):
        return None
    joined = Token("".join(t.text for t in tokens[first:end]), tokens[first].start, tokens[end - 1].end)
    names = [n for n in lexicon.root.get(fold(joined.text), {}).get("", []) if n.kind == "abbreviation"]
    if not names:
        return None
    stop = joined.end + (text[joined.end : joined.end + 1] == ".")
    return Candidate(joined.start, stop, lang, tuple(names), "dictionary:dotted"), end


def _like_initials(text: str, tokens: list[Token], end: int) -> bool:
    """Two letters in front of a capitalised word, or not closed by a dot."""
    last = tokens[end - 1].end
    if text[last : last + 1] != "." or text[tokens[end - 2].end : tokens[end - 1].start] != ".":
        return True
    return end < len(tokens) and tokens[end].capital and tokens[end].start - last <= 2


def _spelt(word: str, name: Name) -> tuple[str, ...]:
    """Spellings under which a word cut in two counts: an abbreviation letter by letter, a name in any case."""
    return (word,) if name.kind == "abbreviation" else (name.text,) if len(name.words) == 1 else ()


def _split_word(
    text: str, tokens: list[Token], first: int, lang: str, lexicon: Lexicon
) -> tuple[Candidate, int] | None:
    """`Kyrgyz stan`, `Евр-АзЭС`: a long capitalised name, or an abbreviation, that a conversion has cut in two."""
    if first + 1 >= len(tokens) or not tokens[first].capital:
        return None
    gap, tail = text[tokens[first].end : tokens[first + 1].start], tokens[first + 1].text
    word = tokens[first].text + tail
    whole_word = gap == " " and tail.islower() and len(word) >= _SPLIT_WORD
    if not (whole_word or (gap == "-" and not tail.islower() and not tail.isdigit())):
        return None
    for key in lexicon.keys(word, lang):
        kind = "name" if whole_word else "abbreviation"
        names = [n for n in lexicon.root.get(key, {}).get("", []) if n.kind == kind and n.text in _spelt(word, n)]
        if names:
            return Candidate(
                tokens[first].start, tokens[first + 1].end, lang, tuple(names), "dictionary:split"
            ), first + 2
    return None
