"""Names that no table knows: tagged spans in, mentions with ids made from their nominative form out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract import russian
from extract.kazakh_endings import Endings
from kb.model import Entity, Mention, Sentence

_LABELS = frozenset({"ORG", "PERSON", "PROGRAMME", "TREATY"})
_EDGES = " \t\n\"'«»“”„().,;:–—-"
_TRANSLIT = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ә": "a", "ғ": "g", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
}  # fmt: skip
_LONGEST_SLUG = 80


@dataclass(frozen=True, eq=False)
class Discovery:
    """What discovery needs to know: the known entities and the Kazakh endings."""

    entities: Mapping[str, Entity]
    endings: Endings


@dataclass(frozen=True, slots=True)
class Discovered:
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]


def discover(
    text: str, sentences: Sequence[Sentence], known: Sequence[Mention], tagged: Sequence[Mention], tables: Discovery
) -> Discovered:
    """Unlinked names, known mentions and tagged ones alike, each with a discovered entity."""
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    unlinked = [m for m in known if m.entity_id is None and m.label in _LABELS]
    opening = {s.start_char for s in sentences if s.lang == "ru"}
    for mention in (*unlinked, *_trimmed(text, tagged)):
        if mention.start_char in opening and mention.method == "tagger" and russian.is_common_noun(mention.text):
            continue
        if mention.label == "PLACE":
            mentions.append(mention)
            continue
        if mention.label not in _LABELS:
            continue
        name = nominative(mention.text, mention.lang)
        entity_id = "x-" + slug(name)
        if entity_id == "x-":
            continue
        entities.setdefault(entity_id, Entity(entity_id, mention.label, {mention.lang: name}, origin="discovered"))
        mentions.append(replace(mention, entity_id=entity_id))
    return Discovered(tuple(mentions), tuple(entities.values()))


def _trimmed(text: str, tagged: Sequence[Mention]) -> Iterator[Mention]:
    for mention in tagged:
        start, end = mention.start_char, mention.end_char
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES:
            end -= 1
        if end - start >= 2 and any(c.isupper() for c in text[start:end]):
            yield replace(mention, start_char=start, end_char=end, text=text[start:end])


def nominative(name: str, lang: str) -> str:
    """A name without the case ending of its head, white space folded."""
    words = re.split(r"\s+", name.strip())
    if lang == "ru":
        words = _russian_nominative(words)
    return " ".join(words)


def _russian_nominative(words: list[str]) -> list[str]:
    done = []
    for i, word in enumerate(words):
        parts = {pos for pos, _, _ in russian.readings(word)}
        done.append(russian.nominative(word))
        if "NOUN" in parts and "ADJF" not in parts:
            return done + words[i + 1 :]
    return done


def slug(name: str) -> str:
    """Lowercase ASCII of a name in any of the three languages."""
    letters = "".join(_TRANSLIT.get(c, c) for c in name.casefold())
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_SLUG].strip("-")
