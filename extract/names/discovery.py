"""Names that no table knows: tagged spans in, mentions with ids made from their nominative form out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.language.kazakh_endings import Endings
from extract.names.namelike import NameLike, NameWords
from extract.names.nominative import nominative, without_article
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
    """What discovery needs to know: the known entities, the Kazakh endings, words that are no names."""

    entities: Mapping[str, Entity]
    endings: Endings
    words: NameWords


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
    spans = list(_trimmed(text, tagged))
    judge = NameLike(text, sentences, (*known, *spans), tables.words)
    for mention in (*unlinked, *(m for m in spans if m.label == "PLACE" or judge.fits(m))):
        if mention.label == "PLACE":
            mentions.append(mention)
            continue
        if mention.label not in _LABELS:
            continue
        name = nominative(mention.text, mention.lang, mention.label, tables.endings)
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
        start = end - len(without_article(text[start:end], mention.lang))
        if end - start >= 2 and any(c.isupper() for c in text[start:end]):
            yield replace(mention, start_char=start, end_char=end, text=text[start:end])


def slug(name: str) -> str:
    """Lowercase ASCII of a name in any of the three languages."""
    letters = "".join(_TRANSLIT.get(c, c) for c in name.casefold())
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_SLUG].strip("-")
