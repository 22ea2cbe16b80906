"""Titles that leave out their body in, linked to the known instrument of a body that the text names out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.language.tokens import fold, words_of
from extract.papers.treaty_words import Instrument
from kb.model import Mention

_STEM = 6


def link_by_title(found: Sequence[Mention], named: Sequence[Mention], known: Sequence[Instrument]) -> Iterator[Mention]:
    """`Конституционный акт` beside the Union State: the one instrument whose name goes on with a body named here."""
    ids = {m.entity_id for m in named}
    for mention in found:
        if mention.entity_id is None and mention.method.endswith("adjective"):
            fit = [k.entity.id for k in known if k.about & ids and _opens(mention, k)]
            if len(fit) == 1:
                yield replace(mention, entity_id=fit[0], score=0.8)
                continue
        yield mention


def _opens(mention: Mention, known: Instrument) -> bool:
    said = _stems(mention.text)
    aliases = [a.text for a in known.entity.aliases if a.lang == mention.lang]
    return any(_stems(name)[: len(said)] == said for name in (known.entity.names.get(mention.lang, ""), *aliases))


def _stems(name: str) -> list[str]:
    """Openings of words, which show no case."""
    return [fold(word)[: min(_STEM, max(3, len(word) - 2))] for word in words_of(name)]
