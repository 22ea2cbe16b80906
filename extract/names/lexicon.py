"""Entities in, a trie of their names out: what the name matcher walks along."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise, product
from typing import Any

from extract.cleaning.spelling_tables import look_alikes, synonyms
from extract.language import russian
from extract.language.kazakh_endings import Endings, bases
from extract.language.tokens import fold, tokenise, words_of
from extract.names.spelling import Spelling, build_spelling
from kb.model import Entity

_ADJECTIVE = frozenset({"ADJF", "PRTF", "NUMR"})
_NOUN = frozenset({"NOUN", "None"})
_AND = "и"
_LEMMA = "~"
_MOST_BRANCHES = 8
_QUOTED = re.compile(r"[«“\"]([^»”\"]+)[»”\"]")
_COUNTRY_STEM = 5
_LINKS = frozenset({"of", "the", "for"})
_SHORTEST_ORGAN = 2
_SHORTEST_DISGUISED = 3
_LONG_TITLE, _LONG_WORD = 5, 6
_ACCUSATIVE = ("кты", "кти")


@dataclass(frozen=True, slots=True)
class Name:
    """One way in which an entity is called. `words` are its tokens as written in the registry."""

    entity_id: str
    type: str
    lang: str
    kind: str
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """`root` is a trie: word key -> node, and under the empty key the names that end here."""

    root: dict[str, Any]
    entities: Mapping[str, Entity]
    endings: Endings
    persons: Mapping[str, tuple[Entity, ...]] = field(default_factory=dict)
    spelling: Spelling = field(default_factory=lambda: build_spelling(()))
    vocabulary: frozenset[str] = frozenset()
    pairs: tuple[tuple[str, str], ...] = ()

    def keys(self, word: str, lang: str) -> tuple[str, ...]:
        """Trie keys that a word of running text may stand for; of a capitalised English word its right spelling too."""
        found = _keys(word, lang, self.endings)
        if lang != "en" or not word[0].isupper():
            return found
        found = (*found, *(found[0].replace(a, b) for a, b in self.pairs if a in found[0]))
        if any(key in self.vocabulary for key in found):
            return found
        right = self.spelling.nearest(word)
        return (*found, right) if right else found


@dataclass(frozen=True, slots=True)
class NameTables:
    """What names are made from beside the entities: bodies of organs, nouns for bodies, British spellings."""

    endings: Endings
    parents: Mapping[str, str] = field(default_factory=dict)
    body_nouns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    pairs: Mapping[str, str] = field(default_factory=dict)


def build_lexicon(entities: Mapping[str, Entity], tables: NameTables) -> Lexicon:
    """The trie over every name of every entity that has a name in running text."""
    root: dict[str, Any] = {}
    persons: dict[str, list[Entity]] = {}
    countries = _country_words(entities.values())
    called = {entity.id: tuple(names_of(entity)) for entity in entities.values()}
    for entity in entities.values():
        names = organ_names(called[entity.id], called.get(tables.parents.get(entity.id, ""), ()))
        for name in (*_told_apart(names, countries), *_by_noun(entity, names, tables)):
            for keys in _branches(name):
                _insert(root, keys, name)
        if entity.type == "PERSON":
            for surname in surnames(entity):
                persons.setdefault(surname, []).append(entity)
    vocabulary = frozenset(fold(w) for names in called.values() for n in names if n.lang == "en" for w in n.words)
    people = {k: distinct(v) for k, v in persons.items()}
    pairs = (*tables.pairs.items(), *((b, a) for a, b in tables.pairs.items()))
    return Lexicon(root, entities, tables.endings, people, build_spelling(vocabulary), vocabulary, pairs)


def _country_words(entities: Iterable[Entity]) -> frozenset[str]:
    """Openings of countries' one-word names: enough to know a list of members at the end of a name."""
    return frozenset(
        fold(name)[:_COUNTRY_STEM]
        for entity in entities
        if entity.type == "COUNTRY"
        for name in (*entity.names.values(), *(a.text for a in entity.aliases))
        if name.isalpha()
    )


def _told_apart(names: Sequence[Name], countries: frozenset[str]) -> Iterator[Name]:
    """Leaves out "Customs Union of A, B and C" beside "Customs Union", and "Programme «X»" beside "X".

    Members named behind a name, and the kind of thing named before it, are no part of it.
    """
    texts = {n.words for n in names if n.kind != "short"}
    for name in names:
        quoted = _QUOTED.search(name.text)
        if name.type == "COUNTRY" and name.kind == "short":
            continue
        if name.type == "PROGRAMME" and quoted and words_of(quoted[1]) in texts:
            continue
        cut = next((i for i in range(1, len(name.words)) if name.words[:i] in texts and name.type == "ORG"), None)
        tail = [w for w in name.words[cut:] if w[0].isupper()] if cut else []
        if not tail or not all(fold(w)[:_COUNTRY_STEM] in countries for w in tail):
            yield name


def names_of(entity: Entity) -> Iterator[Name]:
    """Names, abbreviations and aliases, each once."""
    rows = [(lang, text, "name") for lang, text in entity.names.items()]
    rows += [(lang, text, "abbreviation") for lang, text in entity.abbreviations.items()]
    rows += [(a.lang, a.text, a.kind) for a in entity.aliases]
    seen: set[tuple[str, str]] = set()
    for lang, text, kind in rows:
        if (lang, text) in seen:
            continue
        seen.add((lang, text))
        words = words_of(text)
        if words:
            yield Name(entity.id, entity.type, lang, kind, text, words)


def organ_names(names: Sequence[Name], body: Sequence[Name]) -> list[Name]:
    """An organ's names, and what is left of them without the body's name, which counts near a mention of the body.

    "Supreme Council of the EAEU" is written as two names, and read as two; Kazakh puts the body first, as one name.
    """
    kept = list(names)
    bodies = sorted((n for n in body if n.kind != "short"), key=lambda n: -len(n.words))
    for name in names:
        own = next((n for b in bodies if (n := _without_body(name, b))), None)
        if own is None:
            continue
        kept += [n for n in _by_other_names(name, own[0], bodies) if n.words not in {k.words for k in kept}]
        if own[1] and len(own[0]) >= _SHORTEST_ORGAN and name in kept and name.lang != "kk":
            kept.remove(name)
        if len(own[0]) >= _SHORTEST_ORGAN and own[0] not in {n.words for n in kept}:
            kept.append(replace(name, kind="short", text=" ".join(own[0]), words=own[0]))
    return kept


def _by_other_names(name: Name, own: tuple[str, ...], bodies: Sequence[Name]) -> Iterator[Name]:
    """ "GUUAM Parliamentary Assembly" beside that of GUAM: an English organ under another name of its body."""
    if name.lang != "en" or name.kind == "short" or not own:
        return
    for body in (b for b in bodies if b.lang == "en" and b.kind != "noun"):
        words = (*body.words, *own)
        yield replace(name, text=" ".join(words), words=words)


def _without_body(name: Name, body: Name) -> tuple[tuple[str, ...], bool] | None:
    """The organ's own words, and whether the body stands behind them as an abbreviation."""
    n, words = len(body.words), name.words
    if body.lang != name.lang or len(words) <= n:
        return None
    if name.lang != "ru" and _stems(words[:n]) == _stems(body.words):
        return words[n:], False
    if name.lang != "kk" and _stems(words[-n:]) == _stems(body.words):
        rest = list(words[:-n])
        while rest and rest[-1] in _LINKS:
            rest.pop()
        return tuple(rest), body.kind == "abbreviation"
    return None


def _stems(words: Sequence[str]) -> list[str]:
    """Openings of words: a body's name stands in the genitive behind its organ."""
    return [w if w.isupper() else fold(w)[: max(4, len(w) - 3)] for w in words]


def _by_noun(entity: Entity, names: Sequence[Name], tables: NameTables) -> Iterator[Name]:
    """The noun of an international body's name as a short name: "the League" behind "League of Arab States"."""
    if entity.type != "ORG" or entity.scope != "international":
        return
    known = {(n.lang, n.words) for n in names}
    for lang, full in entity.names.items():
        words = words_of(full)
        # A Kazakh name ends with its noun: "the court of the union" is no union.
        heads = words[-1:] if lang == "kk" else words
        forms = {form for w in heads for form in (bases(w, tables.endings) if lang == "kk" else (fold(w),))}
        for noun in tables.body_nouns.get(lang, ()):
            if fold(noun) in forms and len(words) > 1 and (lang, (noun,)) not in known:
                yield Name(entity.id, "ORG", lang, "noun", noun, (noun,))


def surnames(entity: Entity) -> set[str]:
    """Folded last words of a person's names; the first word where the name is written family name first."""
    found = set()
    for name in entity.names.values():
        words = words_of(name)
        if words:
            found.add(fold(words[-1]))
    return found


def _branches(name: Name) -> Iterator[tuple[str, ...]]:
    if name.lang != "ru" or name.kind == "abbreviation":
        words = tuple(fold(w) for w in name.words)
        yield words
        owned = [_owned(w) for w in words[:-1]] if name.lang == "kk" and len(words) >= _LONG_TITLE else []
        if any(owned):
            yield (*(other or w for other, w in zip(owned, words[:-1], strict=True)), words[-1])
        return
    inflecting = _inflecting(name)
    # A surname that the morphology does not know is its own dictionary form.
    own = name.type == "PERSON"
    choices = [_lemma_keys(w, own) if i in inflecting else (fold(w),) for i, w in enumerate(name.words)]
    for n, keys in enumerate(product(*choices)):
        if n >= _MOST_BRANCHES:
            return
        yield keys


def _owned(word: str) -> str:
    """The base of a Kazakh accusative inside a title, which text may give a possessive: "кеңістікті", "кеңістігін"."""
    return word[:-2] if len(word) > _LONG_WORD and word.endswith(_ACCUSATIVE) else ""


def _lemma_keys(word: str, own: bool) -> tuple[str, ...]:
    lemmas = (fold(word), *russian.lemmas(word)) if own else russian.lemmas(word)
    return tuple(dict.fromkeys(_LEMMA + lemma for lemma in lemmas))


def _inflecting(name: Name) -> set[int]:
    """Positions that take case: adjectives before the head noun and the head itself; the whole of a person's name."""
    if name.type == "PERSON":
        return set(range(len(name.words)))
    if name.type in {"PLACE", "COUNTRY"} and name.text.count("-") == len(name.words) - 1:
        # `Алма-Ате`, `Санкт-Петербурге`, `Гвинеи-Бисау`: either end may take the case.
        return {0, len(name.words) - 1}
    found: set[int] = set()
    fixed = _compounds(name)
    for i, word in enumerate(name.words):
        if i in fixed or (found and word == _AND):
            continue  # `Экономическому и валютному союзу`
        if russian.is_nominative(word, _ADJECTIVE):
            found.add(i)
        elif russian.is_nominative(word, _NOUN):
            return found | {i} | _joined(name, i)
        else:
            break
    return found or {0}


def _joined(name: Name, head: int) -> set[int]:
    """The other noun of a country of two: `Боснии и Герцеговине`, `Антигуа и Барбуды`."""
    words = name.words
    pair = name.type == "COUNTRY" and head + 3 == len(words) and words[head + 1] == _AND
    return {head + 2} if pair and russian.is_nominative(words[-1], _NOUN) else set()


def _compounds(name: Name) -> set[int]:
    """First halves of hyphened adjectives, which take no case: `Алма-Атинской`, `Центрально-Азиатского`."""
    tokens = tokenise(name.text)
    return {
        i
        for i, (one, other) in enumerate(pairwise(tokens))
        if name.text[one.end : other.start] == "-" and russian.is_nominative(other.text, _ADJECTIVE)
    }


def _insert(root: dict[str, Any], keys: tuple[str, ...], name: Name) -> None:
    node = root
    for key in keys:
        node = node.setdefault(key, {})
    names = node.setdefault("", [])
    if name not in names:
        names.append(name)


@lru_cache(maxsize=200_000)
def _keys(word: str, lang: str, endings: Endings) -> tuple[str, ...]:
    key = fold(word)
    if key.isascii() or key.isdigit():
        if lang == "en":
            return (key, *_in_place_of((key,), lang))
        other = fold(in_cyrillic(word))
        return (key,) if other == key else (key, other)
    if lang == "kk":
        # Russian names in Kazakh text stand in the nominative and take Kazakh endings.
        found = bases(word, endings)
        found += _in_place_of(found, lang)
        return found + tuple(_LEMMA + base for base in found)
    if lang == "ru":
        lemmas = russian.lemmas(word)
        return (key, *(_LEMMA + lemma for lemma in (*lemmas, *_in_place_of(lemmas, lang))))
    return (key, _LEMMA + key)


def _in_place_of(words: Iterable[str], lang: str) -> tuple[str, ...]:
    table = synonyms(lang)
    return tuple(other for word in words for other in table.get(word, ()))


def in_cyrillic(word: str) -> str:
    """`HATO` typed in Latin capitals only, in the Cyrillic ones that look the same; any other word as it is."""
    letters = look_alikes().to_cyrillic
    if not word.isupper() or len(word) < _SHORTEST_DISGUISED or any(letter not in letters for letter in word):
        return word
    return "".join(letters[letter] for letter in word)


def distinct(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities once each, in order."""
    return tuple({e.id: e for e in entities}.values())
