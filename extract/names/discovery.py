"""Names that no table knows: tagged spans in, mentions with ids made from their nominative form out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.language.kazakh_endings import Endings
from extract.language.tokens import fold, tokenise
from extract.names.coordinated import taken_apart
from extract.names.long_names import long_forms, meant_by, short_names
from extract.names.namelike import NameLike, NameWords
from extract.names.nobodies import NoBodies, NoBodyJudge
from extract.names.nominative import nominative, without_article
from extract.names.parts_of_names import called_in_part
from kb.model import Entity, Mention, Sentence

_PERSON = "PERSON"
_LABELS = frozenset({"ORG", _PERSON, "PROGRAMME", "TREATY"})
_EDGES = " \t\n\"'«»“”„().,;:–—-"
_TRANSLIT = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ә": "a", "ғ": "g", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
}  # fmt: skip
_LONGEST_SLUG, _STEM, _SHORTEST = 80, 4, 3
_OWNER = re.compile(r"['’]s$")
_LAST_BRACKET = re.compile(r"\([^()]*\)?$")


@dataclass(frozen=True, eq=False)
class Discovery:
    """What discovery needs to know: the known entities, the Kazakh endings, words that are no names."""

    entities: Mapping[str, Entity]
    endings: Endings
    words: NameWords
    nobodies: NoBodies
    titles: tuple[frozenset[str], ...] = ()

    def may_be_known(self, mention: Mention) -> bool:
        """ "Free Trade Agreement": a title every word of which a known instrument bears, too, may mean that one."""
        if not mention.method.startswith("pattern:treaty"):
            return False
        stems = title_stems([mention.text])
        return any(stems <= title for title in self.titles)


def title_stems(names: Iterable[str]) -> frozenset[str]:
    """Openings of the words of titles, which show no case; short words and figures say nothing."""
    words = (fold(t.text) for name in names for t in tokenise(name) if t.text.isalpha())
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST)


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
    unlinked = [
        m for m in known if m.entity_id is None and m.label in _LABELS - {_PERSON} and not tables.may_be_known(m)
    ]
    spelt = long_forms(unlinked)
    whole = trimmed(text, tagged)
    spans = [m for span in whole for m in taken_apart(span, tables.words.bodies, tables.nobodies.heads)]
    nobody = NoBodyJudge(text, sentences, (*known, *spans), tables.nobodies)
    judge = NameLike(text, sentences, (*known, *spans), tables.words)
    for mention in (*unlinked, *(m for m in spans if m.label == "PLACE" or judge.fits(m))):
        if mention.label == "PLACE":
            mentions.append(mention)
            continue
        if mention.label not in _LABELS or nobody.finds(mention):
            continue
        if body := called_in_part(mention, known, tables.entities):
            mentions.append(replace(mention, entity_id=body))
            continue
        meant = meant_by(mention, spelt)
        name = nominative(meant.text, meant.lang, meant.label, tables.endings)
        entity_id = "x-" + slug(name)
        if entity_id == "x-":
            continue
        before = entities.get(entity_id) or Entity(entity_id, meant.label, {meant.lang: name}, origin="discovered")
        entities[entity_id] = replace(before, abbreviations={**short_names(mention, meant), **before.abbreviations})
        mentions.append(replace(mention, entity_id=entity_id))
    return Discovered(tuple(mentions), tuple(entities.values()))


def trimmed(text: str, tagged: Sequence[Mention]) -> Iterator[Mention]:
    """Tagged spans without quotation marks, articles and stops at their edges."""
    for mention in tagged:
        start, end = mention.start_char, mention.end_char
        bracket = _LAST_BRACKET.search(text, start, end)
        if bracket is not None and bracket.start() > start:
            end = bracket.start()  # `Водный союз (ВС)` is one name, its abbreviation another.
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES:
            end -= 1
        if mention.label == _PERSON and mention.lang == "en" and (owner := _OWNER.search(text[start:end])):
            end = start + owner.start()
        start = end - len(without_article(text[start:end], mention.lang))
        if end - start >= 2 and any(c.isupper() for c in text[start:end]):
            yield replace(mention, start_char=start, end_char=end, text=text[start:end])


def slug(name: str) -> str:
    """Lowercase ASCII of a name in any of the three languages."""
    letters = "".join(_TRANSLIT.get(c, c) for c in name.casefold())
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_SLUG].strip("-")
