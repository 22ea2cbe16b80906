"""Spelt-out names in, those of instruments labelled as such out: "the Shared Waters Agreement (SWA)" is no body."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from extract.language.kazakh_endings import Endings
from extract.language.tokens import tokenise
from extract.names.introductions import Introduction
from extract.papers.treaty_words import TreatyWords, head_of


def with_papers(
    introduced: Iterable[Introduction], words: Mapping[str, TreatyWords], endings: Endings
) -> Iterator[Introduction]:
    """A name that its treaty noun opens or closes is one of an instrument."""
    for intro in introduced:
        tokens = tokenise(intro.long_form)
        ends = (("en", tokens[-1]), ("kk", tokens[-1]), ("en", tokens[0]), ("ru", tokens[0]))
        paper = any(head_of(token, words[lang], lang, endings) for lang, token in ends)
        yield replace(intro, label="TREATY") if paper else intro
