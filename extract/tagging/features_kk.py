"""What the Kazakh tagger sees of a sentence: tokens in, feature names out; training and tagging share it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

# A stem keeps at least this many letters, or short words lose all of themselves.
_SHORTEST_STEM = 3
_LONGEST_ENDING = 5
# Marks further apart than this are two quotations whose inner marks were lost.
_LONGEST_QUOTATION = 12
# A name is rarely longer than this many words before its closing noun.
_FARTHEST_HEAD = 6
_START, _END = ("<", "<"), (">", ">")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of the features; of each layer of endings the longest that fits is taken."""

    endings: tuple[frozenset[str], ...]
    heads: frozenset[str]
    numbers: frozenset[str]
    large: frozenset[str]
    ordinal_starts: tuple[str, ...]
    ordinal_endings: tuple[str, ...]
    opening: frozenset[str]
    closing: frozenset[str]
    letters: Mapping[int, str]


def lexicon_of(rows: Mapping[str, Any]) -> Lexicon:
    """The lexicon from the rows of its table."""
    lists = (rows[name] for name in ("relational", "case", "possessive", "plural"))
    endings = tuple(frozenset(row) for row in lists)
    return Lexicon(
        endings=endings,
        heads=frozenset(split_ending(head, endings)[0] for head in rows["heads"]),
        numbers=frozenset(rows["numbers"]),
        large=frozenset(rows["large"]),
        ordinal_starts=tuple(rows["ordinal_starts"]),
        ordinal_endings=tuple(rows["ordinal_endings"]),
        opening=frozenset(rows["opening"]),
        closing=frozenset(rows["closing"]),
        letters=str.maketrans(rows["letters"]),
    )


@dataclass(frozen=True, slots=True)
class Word:
    """A token by itself: feature names at its own place, beside it, two away, and for the network."""

    stem: str
    ending: str
    own: tuple[str, ...]
    near: tuple[str, ...]
    far: tuple[str, ...]
    parts: tuple[str, ...]
    # What features of several tokens are made of: the stem or kind of number, and the shape.
    joint: tuple[str, str]
    # Its stem where it may close a name, `|` where it is a mark, which no name goes across.
    closes: str


def split_ending(lower: str, layers: Sequence[frozenset[str]]) -> tuple[str, str]:
    """Stem and endings: `елдерінің` -> `ел`-like stem and `нің+і+дер`; an ending behind a hyphen stands alone."""
    head, hyphen, tail = lower.rpartition("-")
    if hyphen and head and len(tail) <= 4:
        return head, "-" + tail
    stem, found = lower, []
    for endings in layers:
        for size in range(min(_LONGEST_ENDING, len(stem) - _SHORTEST_STEM), 0, -1):
            if stem[-size:] in endings:
                found.append(stem[-size:])
                stem = stem[:-size]
                break
    return stem, "+".join(found)


def shape_of(token: str) -> str:
    """`Xx`, `X`, `d-x`, …: runs of capitals, small letters and digits; other signs as they are."""
    kinds = ["X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in token]
    runs = kinds[:1] + [b for a, b in pairwise(kinds) if a != b]
    return "".join(runs[:8])


def number_kind(lower: str, stem: str, lexicon: Lexicon) -> str:
    """Which kind of number word it is, or nothing."""
    if lower in lexicon.numbers:
        return "n=large" if lower in lexicon.large else "n=word"
    if stem in lexicon.numbers:
        return "n=ending"
    ordinal = lower.startswith(lexicon.ordinal_starts) and lower.endswith(lexicon.ordinal_endings)
    return "n=ordinal" if ordinal else ""


def word_of(token: str, lexicon: Lexicon) -> Word:
    """Everything that a token says without its neighbours."""
    token = token.translate(lexicon.letters)
    lower = token.lower()
    stem, ending = split_ending(lower, lexicon.endings)
    shape, number = shape_of(token), number_kind(lower, stem, lexicon)
    kinds = ((number,) if number else ()) + (("year",) if token.isdigit() and "1700" < token < "2100" else ())
    far = (f"w={lower}", f"t={stem}", f"h={shape}", *kinds)
    near = (*far, f"e={ending}", *((f"s3={lower[-3:]}", f"p4={lower[:4]}") if len(lower) > 3 else ()))
    edges = (*_edges("p", lower, range(2, 7)), *_edges("s", lower, range(1, 6)))
    own = (*far, f"e={ending}", *edges, *_signs(token, lower))
    joint = f"d{min(len(token), 5)}" if token.isdigit() else number or stem
    closes = stem if stem in lexicon.heads else "" if token.isalnum() or any(map(str.isalnum, token)) else "|"
    return Word(stem, ending, own, near, far, _parts(token, lower, own), (joint, shape + ending[:3]), closes)


def _edges(name: str, lower: str, sizes: range) -> list[str]:
    first = name == "p"
    return [f"{name}{n}={lower[:n] if first else lower[-n:]}" for n in sizes if len(lower) >= n + (not first)]


def _signs(token: str, lower: str) -> Iterator[str]:
    if not token.isalpha():
        if any(c.isdigit() for c in token):
            yield f"d={_digits_folded(lower)}"
        if token.isdigit():
            yield f"digits={min(len(token), 6)}"
        if "-" in token[1:-1]:
            head, _, tail = lower.rpartition("-")
            yield f"head={head}"
            yield f"tail={tail}"
    if token.isupper() and len(token) > 1:
        yield "capitals"


def _digits_folded(lower: str) -> str:
    return "".join("0" if c.isdigit() else c for c in lower)


def _parts(token: str, lower: str, own: Sequence[str]) -> tuple[str, ...]:
    padded = f"<{lower if token.isalpha() else _digits_folded(lower)}>"
    grams = dict.fromkeys(padded[i : i + n] for n in (3, 4) for i in range(len(padded) - n + 1))
    return (*own, *grams)


def quotations(tokens: Sequence[str], lexicon: Lexicon) -> list[tuple[int, int] | None]:
    """For each token the places of the marks around it; a straight mark opens and closes."""
    around: list[tuple[int, int] | None] = [None] * len(tokens)
    opened: int | None = None
    for i, token in enumerate(tokens):
        if token in lexicon.opening or (token == '"' and opened is None):
            opened = i
        elif opened is not None and (token in lexicon.closing or token == '"'):
            if i - opened <= _LONGEST_QUOTATION:
                around[opened + 1 : i] = [(opened, i)] * (i - opened - 1)
            opened = None
    return around


def joint_features(words: Sequence[Word], marks: Sequence[tuple[int, int] | None]) -> Iterator[list[str]]:
    """Features of several tokens at once, and of the quotation that a token stands in."""
    joints = [_START, _START, *(word.joint for word in words), _END, _END]
    for i, mark in enumerate(marks):
        (a, a_), (b, b_), (c, c_), (d, d_), (e, e_) = joints[i : i + 5]
        found = [
            f"bc={b}|{c}", f"cd={c}|{d}", f"bd={b}|{d}", f"ab={a}|{b}", f"de={d}|{e}", f"cd_={c_}|{d}",
            f"bcd_={b_}|{c_}|{d_}", f"abc_={a_}|{b_}|{c_}", f"cde_={c_}|{d_}|{e_}",
        ]  # fmt: skip
        if mark:
            found += _quoted(words, i, mark)
        found += _ahead(words, i)
        yield found


def _ahead(words: Sequence[Word], i: int) -> Iterator[str]:
    """The next noun that may close a name, how far it is, and how the token looks that it may belong to."""
    for distance, word in enumerate(words[i + 1 : i + 1 + _FARTHEST_HEAD], start=1):
        if word.closes:
            if word.closes != "|":
                yield f"head{min(distance, 3)}={word.closes}"
                yield f"heads={word.closes}|{words[i].joint[1]}"
                yield f"headw={word.closes}|{words[i].joint[0]}"
            return


def _quoted(words: Sequence[Word], i: int, mark: tuple[int, int]) -> Iterator[str]:
    opened, closed = mark
    yield f"q={min(i - opened, 3)}"
    yield f"ql={min(closed - opened - 1, 5)}"
    after, before = words[closed + 1 : closed + 3], words[max(opened - 1, 0) : opened]
    yield f"q+1={after[0].joint[0]}" if after else "q+1"
    yield f"q-1={before[0].joint[0]}" if before else "q-1"
    if after:
        yield f"qe={after[0].ending}"
    if len(after) > 1:
        yield f"q+2={after[1].joint[0]}"


def placed(word: Word, offset: int) -> list[str]:
    """The feature names that a word lends to the token `offset` places before it."""
    if offset == 0:
        return ["always", *word.own]
    names = word.near if abs(offset) == 1 else word.far
    return [f"{offset:+}{name}" for name in names]


def flags(i: int, mark: tuple[int, int] | None) -> tuple[str, ...]:
    """What the network is told of a token's place: the first of its sentence, quoted, in a short quotation."""
    quoted = () if mark is None else ("quoted", "quoted-short") if mark[1] - mark[0] < 5 else ("quoted",)
    return ("first", *quoted) if i == 0 else quoted


def features(tokens: Sequence[str], lexicon: Lexicon) -> list[list[str]]:
    """All features of the linear part, token by token, as the trainer wants them."""
    words = [word_of(token, lexicon) for token in tokens]
    rows = [list(row) for row in joint_features(words, quotations(tokens, lexicon))]
    for i, row in enumerate(rows):
        for offset in (-2, -1, 0, 1, 2):
            if 0 <= i + offset < len(words):
                row += placed(words[i + offset], offset)
            else:
                row.append(f"{offset:+}none")
    return rows
