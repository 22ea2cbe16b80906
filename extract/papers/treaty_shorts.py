"""Instruments by their noun alone: "the Charter", `Устав`, `Жарғы` in, the instrument named before out."""

from collections.abc import Iterator, Mapping, Sequence

from extract.language import russian
from extract.language.kazakh_endings import Endings
from extract.language.tokens import Token, fold, tokenise
from extract.papers.treaty_words import COMMON_KINDS, Instrument, TreatyWords, head_of
from kb.model import Mention, Sentence

# Prepositions that open a complement which the table of joining words does not hold.
_COMPLEMENTS = {
    "en": frozenset({"with", "on", "of", "to", "between", "for", "concerning", "establishing"}),
    "ru": frozenset({"с", "со", "о", "об", "обо", "по", "между", "от"}),
    "kk": frozenset(),
}
_WHOSE = "whose"


def find_short_treaties(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    words: Mapping[str, TreatyWords],
    known: Sequence[Instrument],
    endings: Endings,
) -> tuple[Mention, ...]:
    """Capitalised treaty nouns without a complement that refer to an instrument the text has named."""
    by_id = {k.entity.id: k for k in known}
    named = [m for m in mentions if m.label in {"ORG", "TREATY"}]
    covered = {p for m in mentions for p in range(m.start_char, m.end_char)}
    found: list[Mention] = []
    for sentence in sentences:
        table, lang = words[sentence.lang], sentence.lang
        tokens = tokenise(text, sentence.start_char, sentence.end_char)
        for i, token in enumerate(tokens):
            if token.start in covered or not token.capital or token.upper or _has_complement(tokens, i, table, lang):
                continue
            if i == 0 and lang == "kk":
                # Kazakh has no article: the capital is the sentence's, the noun any paper's.
                continue
            head = head_of(token, table, lang, endings)
            if head is None or table.heads[head] in COMMON_KINDS or _plural(token, lang):
                continue
            before = [m.entity_id for m in named if m.start_char < token.start]
            if lang == "en" and i and tokens[i - 1].text.lower() == _WHOSE:
                before = before[-1:]  # "GUAM, whose Charter it signed": no body but the one right before.
            entity_id = _antecedent(before, (lang, head), table.heads[head], by_id, i == 0)
            if entity_id:
                found.append(
                    Mention(
                        "TREATY", token.start, token.end, token.text, lang, entity_id,
                        method="short:instrument", score=0.75,
                    )
                )  # fmt: skip
    return tuple(found)


def _has_complement(tokens: Sequence[Token], i: int, table: TreatyWords, lang: str) -> bool:
    """A noun that says what it is about is a name of its own, not a reference."""
    if lang == "kk":
        return i > 0 and fold(tokens[i - 1].text) in {fold(c) for c in table.connectors}
    following = tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
    return following in _COMPLEMENTS[lang]


def _plural(token: Token, lang: str) -> bool:
    if lang == "ru":
        return all(number == "plur" for _, _, number in russian.readings(token.text))
    folded = fold(token.text)
    return folded.endswith("s") if lang == "en" else any(folded.find(p, 3) > 0 for p in ("дер", "тер", "лар", "лер"))


def _antecedent(
    before: Sequence[str | None],
    head: tuple[str, str],
    kind: str,
    by_id: Mapping[str, Instrument],
    initial: bool,
) -> str | None:
    """The instrument with this noun in its name that was named last, or the one charter of the body named last."""
    for entity_id in reversed(before):
        instrument = by_id.get(str(entity_id))
        if instrument is not None:
            if head in instrument.heads:
                return entity_id
        elif kind == "charter" and not initial:
            charters = list(_charters(entity_id, by_id))
            if len(charters) == 1:
                return charters[0]
    return None


def _charters(body: str | None, by_id: Mapping[str, Instrument]) -> Iterator[str]:
    for entity_id, k in by_id.items():
        if body in k.about and k.kind == "charter" and k.action in {"", "establish"}:
            yield entity_id
