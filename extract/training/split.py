"""A held-out part of a labelled file that shares no sentence with the rest, not even a rewording; pure."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from extract.tagging.iob import Sentence

# Two sentences are variants of each other if at least this share of their words is the same.
_SAME = 0.5
# Words are compared by their beginnings, since variants change endings.
_BEGINNING = 5
# Number words are compared by still shorter beginnings; variants write numbers in words or in figures.
_NUMBER_BEGINNING = 4


def hold_out(
    sentences: Sequence[Sentence], share: float, numbers: Collection[str]
) -> tuple[list[Sentence], list[Sentence]]:
    """What to train on and about `share` of the sentences to test on, all variants of one on the same side.

    The side is drawn by a hash of the group's first sentence: the same in every run, whatever else the file holds.
    """
    groups = variant_groups(sentences, numbers)
    train: list[Sentence] = []
    held: list[Sentence] = []
    for sentence, group in zip(sentences, groups, strict=True):
        text = " ".join(sentences[group].tokens)
        drawn = int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 16**8
        (held if drawn < share else train).append(sentence)
    return train, held


def variant_groups(sentences: Sequence[Sentence], numbers: Collection[str]) -> list[int]:
    """For each sentence the index of the first sentence of its group."""
    starts = {word[:_NUMBER_BEGINNING] for word in numbers}
    keys = [_key(sentence.tokens, starts) for sentence in sentences]
    parents = list(range(len(keys)))
    for a, b in _variants(keys):
        _join(parents, a, b)
    return [_root(parents, i) for i in range(len(keys))]


def _key(tokens: Sequence[str], number_starts: set[str]) -> frozenset[str]:
    words = (token.lower() for token in tokens if token.isalpha() or "-" in token[1:])
    return frozenset(
        word[:_BEGINNING]
        for word in words
        if word[:_NUMBER_BEGINNING] not in number_starts and not any(c.isdigit() for c in word)
    )


def _variants(keys: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Pairs of variants, enough to join every group."""
    first: dict[frozenset[str], int] = {}
    pairs = [(first.setdefault(key, i), i) for i, key in enumerate(keys)]
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for key, i in first.items():
        for word in key:
            holding[word].append(i)
    for key, i in first.items():
        # Sets that share half of their words share one of the rarer half of each.
        rare = sorted(key, key=lambda word: (len(holding[word]), word))[: len(key) // 2 + 1]
        others = Counter(j for word in rare for j in holding[word] if j < i)
        pairs += [(j, i) for j in others if len(key & keys[j]) >= _SAME * len(key | keys[j])]
    # Variants stand beside each other in the file; there a shortened sentence counts too.
    for i in range(1, len(keys)):
        shorter = min(len(keys[i]), len(keys[i - 1]))
        if shorter > 1 and len(keys[i] & keys[i - 1]) >= _SAME * shorter:
            pairs.append((i - 1, i))
    return pairs


def _root(parents: list[int], i: int) -> int:
    while parents[i] != i:
        parents[i] = parents[parents[i]]
        i = parents[i]
    return i


def _join(parents: list[int], a: int, b: int) -> None:
    low, high = sorted((_root(parents, a), _root(parents, b)))
    parents[high] = low
