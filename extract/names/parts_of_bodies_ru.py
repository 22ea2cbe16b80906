"""Russian names with a body right behind them: mentions in, `Таможенный союз Совета …` as that body's own union out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.language.tokens import fold, tokenise, words_of
from extract.names.organ_phrases import may_be_owner
from kb.model import Entity, Mention, Relation

_RU, _ORG, _PART_OF = "ru", "ORG", frozenset({"part_of", "organ_of"})
_STEM, _SHORT, _ENDING, _WITH_ADJECTIVE = 6, 3, 2, 3
# Of several of one name this one was taken, and not for a body named beside it.
_BY_CONTEXT, _NEAR = "context:", "near="

Parts = Mapping[tuple[str, tuple[str, ...]], str]


def parts_of_bodies(
    entities: Mapping[str, Entity], relations: Iterable[Relation]
) -> dict[tuple[str, tuple[str, ...]], str]:
    """(body, openings of what stands before its name) -> the part or organ of it that is called so."""
    found: dict[tuple[str, tuple[str, ...]], str] = {}
    for relation in relations:
        part, body = entities.get(relation.subject_id), entities.get(relation.object_id)
        if relation.type in _PART_OF and part is not None and body is not None and part.type == _ORG:
            owners = [_stems(name) for name in _names(body)]
            for said in map(_stems, _names(part)):
                sizes = (len(own) for own in owners if len(own) < len(said) and said[-len(own) :] == own)
                for size in sizes:
                    found.setdefault((body.id, said[:-size]), part.id)
                # `Восточноафриканский таможенный союз` is the customs union of its community.
                if len(said) == _WITH_ADJECTIVE:
                    found.setdefault((body.id, said[1:]), part.id)
    return found


def with_own_parts(text: str, mentions: Sequence[Mention], parts: Parts) -> tuple[Mention, ...]:
    """A name and, right behind it, a body that has a part of this name: the part, and one name.

    A namesake that only habit made one known is none where the body behind it is another's.
    """
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before is None or not _beside(text, before, mention):
            joined.append(mention)
            continue
        own = parts.get((str(mention.entity_id), _stems(before.text)))
        if own is None and not _by_habit(before):
            joined.append(mention)
            continue
        surface = text[before.start_char : mention.end_char]
        joined[-1] = replace(before, end_char=mention.end_char, text=surface, entity_id=own, method="pattern:organ")
    return tuple(joined)


def linked_parts(organs: Iterable[Mention], named: Sequence[Mention], parts: Parts) -> Iterator[Mention]:
    """Phrases that end with the name of a body: the part that it has of this name, where one is known."""
    bodies = {m.end_char: m for m in named if m.label == _ORG and m.entity_id}
    for organ in organs:
        body = bodies.get(organ.end_char) if organ.entity_id is None else None
        said = organ.text[: body.start_char - organ.start_char] if body is not None else ""
        own = parts.get((str(body.entity_id), _stems(said))) if body is not None else None
        yield organ if own is None else replace(organ, entity_id=own)


def _by_habit(mention: Mention) -> bool:
    return mention.method.startswith(_BY_CONTEXT) and _NEAR not in mention.method


def _beside(text: str, before: Mention, body: Mention) -> bool:
    named = before.label == body.label == _ORG and before.lang == body.lang == _RU and body.entity_id is not None
    return named and text[before.end_char : body.start_char].isspace() and may_be_owner(tokenise(body.text)[0])


def _names(entity: Entity) -> Iterator[str]:
    yield entity.names.get(_RU, "")
    yield from (alias.text for alias in entity.aliases if alias.lang == _RU)


def _stems(name: str) -> tuple[str, ...]:
    """Openings of words, which show no case."""
    return tuple(fold(word)[: min(_STEM, max(_SHORT, len(word) - _ENDING))] for word in words_of(name))
