"""Russian organs with their body behind them: mentions in, `Экономический суд СНГ` as one mention each out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.language import russian
from extract.language.tokens import Token, fold, tokenise
from kb.model import Mention, Sentence

_LONGEST = 8
_INSIDE = frozenset({"NOUN", "ADJF", "PRTF", "CONJ"})
_ADJECTIVE = frozenset({"ADJF", "PRTF"})


@dataclass(frozen=True, slots=True)
class OrganWords:
    """Nouns of organs, and adjectives that make no name, both in their dictionary form.

    `known`: (body, noun) -> the only organ of it that bears the noun.
    """

    nouns: frozenset[str]
    ordinary: frozenset[str]
    known: Mapping[tuple[str, str], str] = field(default_factory=dict)


def with_body_behind(text: str, mentions: Sequence[Mention], parents: Mapping[str, str]) -> tuple[Mention, ...]:
    """An organ and, right behind it, the body it belongs to are one name."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if (
            before is not None
            and mention.lang == before.lang == "ru"
            and before.label == mention.label == "ORG"
            and mention.entity_id is not None
            and parents.get(before.entity_id or "") == mention.entity_id
            and text[before.end_char : mention.start_char].isspace()
        ):
            joined[-1] = replace(before, end_char=mention.end_char, text=text[before.start_char : mention.end_char])
        else:
            joined.append(mention)
    return tuple(joined)


def find_organ_phrases(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], words: OrganWords
) -> Iterator[Mention]:
    """Organs that no table knows, named by their body: `Банк развития ШОС`, `Фонд СВМДА`; no entity is linked."""
    bodies = {m.start_char: m for m in mentions if m.label == "ORG" and m.lang == "ru"}
    # The short name of somebody else's organ gives way: `Банк развития` is not one and the same everywhere.
    held = [m for m in mentions if not m.method.startswith("short:")]
    taken = {p for m in held for p in range(m.start_char, m.end_char)}
    for sentence in sentences:
        if sentence.lang != "ru":
            continue
        tokens = tokenise(text, sentence.start_char, sentence.end_char)
        for i, token in enumerate(tokens):
            body = bodies.get(token.start)
            owner = body is not None and may_be_owner(token)
            first = _first(text, tokens, i, taken, words) if owner else None
            if body is not None and first is not None:
                start = tokens[first].start
                surface = text[start : body.end_char]
                organ = _known(tokens[first], body, words) if first == i - 1 else None
                yield Mention("ORG", start, body.end_char, surface, "ru", organ, method="pattern:organ", score=0.7)


def _known(noun: Token, body: Mention, words: OrganWords) -> str | None:
    """`Секретариат Совещания`: the secretariat of the body that its short name stands for."""
    found = (words.known.get((body.entity_id or "", fold(lemma))) for lemma in russian.lemmas(noun.text))
    return next((organ for organ in found if organ), None)


def sole_organs(organs: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], str]:
    """(body, Russian name, id) of organs in, those that alone bear the first word of their name out."""
    found: dict[tuple[str, str], list[str]] = {}
    for body, name, id_ in organs:
        found.setdefault((body, fold(name.split()[0])), []).append(id_)
    return {key: ids[0] for key, ids in found.items() if len(ids) == 1}


def may_be_owner(token: Token) -> bool:
    """The first word of a body's name behind what belongs to it: in the genitive, or without cases."""
    return token.upper or any(case in {"gent", None} for _, case, _ in russian.readings(token.text))


def _first(text: str, tokens: Sequence[Token], body: int, taken: Collection[int], words: OrganWords) -> int | None:
    """The capitalised word that opens the organ's name, its noun among the words up to the body."""
    opening: int | None = None
    for k in range(body - 1, max(-1, body - 1 - _LONGEST), -1):
        token = tokens[k]
        if token.start in taken or not text[token.end : tokens[k + 1].start].isspace():
            break
        parts = {pos for pos, _, _ in russian.readings(token.text)}
        if not parts & _INSIDE:
            break
        if _is_organ(token, words.nouns):
            opening = k if token.capital else _capital_adjective(text, tokens, k, words)
            if opening is not None:
                break
    return opening if opening is None else _with_adjective(text, tokens, opening)


def _is_organ(token: Token, nouns: Collection[str]) -> bool:
    singular = any(pos == "NOUN" and number == "sing" for pos, _, number in russian.readings(token.text))
    return singular and any(fold(lemma) in nouns for lemma in russian.lemmas(token.text))


def _capital_adjective(text: str, tokens: Sequence[Token], noun: int, words: OrganWords) -> int | None:
    """`Валютный союз …`: the capital stands on the adjective; a word that all may bear only opens the sentence."""
    before = noun - 1
    if before < 0 or not tokens[before].capital or not _is_adjective(text, tokens, before):
        return None
    return before if before or words.ordinary.isdisjoint(russian.lemmas(tokens[0].text)) else None


def _with_adjective(text: str, tokens: Sequence[Token], first: int) -> int:
    before = first - 1
    return before if before >= 0 and tokens[before].capital and _is_adjective(text, tokens, before) else first


def _is_adjective(text: str, tokens: Sequence[Token], k: int) -> bool:
    tight = text[tokens[k].end : tokens[k + 1].start].isspace()
    return tight and any(pos in _ADJECTIVE for pos, _, _ in russian.readings(tokens[k].text))
