"""Bodies that a text itself spells out and shortens, and no table knows: the two names of one entity brought together.

"The Shared Rivers Commission (SRC)": the abbreviation, declined or not, has the id of the long form.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from extract.language.kazakh_endings import Endings
from extract.names.introductions import find_introductions
from extract.names.linking import link_introduced
from kb.model import Mention, Sentence

_SPELT, _SHORT = "pattern:spelt-out", "introduced:"


def introduced_bodies(
    text: str,
    sentences: Sequence[Sentence],
    known: Sequence[Mention],
    spans: Iterable[Mention],
    fillers: Collection[str],
    endings: Endings,
) -> tuple[Mention, ...]:
    """Bodies that only a tagger or a pattern saw, with their abbreviation: "Лига озёр (ЛО)", «Одақ (ОО)»."""
    bodies = [m for m in spans if m.label == "ORG"]
    told = ((m, i) for m in bodies for i in find_introductions(text, [m], fillers))
    found = [replace(i, start=m.start_char) for m, i in told if _begins_alike(i.text, i.long_form)]
    return link_introduced(text, sentences, known, found, endings) if found else ()


def _begins_alike(short: str, long_form: str) -> bool:
    return short[0].casefold() == long_form[0].casefold()


def long_forms(mentions: Iterable[Mention]) -> dict[str, Mention]:
    """The mentions that a text explains an abbreviation with, by their wording."""
    return {m.text: m for m in mentions if m.method == _SPELT}


def meant_by(mention: Mention, spelt: Mapping[str, Mention]) -> Mention:
    """The long form that an abbreviation stands for: `КСО-ға` is "Каспий сауда одағы"; any other name is itself."""
    if not mention.method.startswith(_SHORT):
        return mention
    return spelt.get(mention.method.removeprefix(_SHORT), mention)


def short_names(mention: Mention, meant: Mention) -> dict[str, str]:
    """The abbreviation by its language, as it stands in brackets where it is introduced."""
    return {} if mention is meant else {mention.lang: mention.text}
