"""The only door to spaCy and the taggers: text in, tagged spans of people, bodies and places, or its parse, out.

Everything heavy is loaded at the first use of its language, so that a Russian or Kazakh text never waits for spaCy.
"""

import hashlib
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from extract.language.dependencies import Dependent
from extract.language.russian import is_part
from extract.language.tokens import tokenise
from extract.tables import check_keys, read_table
from kb.errors import TableError

_MODELS = Path(__file__).parent / "models"
# A user's stronger pipeline for a language, as `en=en_core_web_trf,ru=ru_core_news_lg`.
SETTING = "KB_SPACY"
# Russian is read with natasha's models, without natasha itself: its other parts double the time of a start.
_EMBEDDING = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_RUSSIAN = "model/slovnet_ner_news_v1.tar"
_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
# What hangs on what is asked of the model that is recorded, whoever tags: another names the relations otherwise.
_UNPARSED = ("tagger", "ner", "attribute_ruler", "lemmatizer", "senter")
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


def parse(sentence: str, lang: str) -> tuple[Dependent, ...]:
    """Which word of a sentence hangs on which, in the relations of ClearNLP; nothing for Russian and Kazakh, and for
    English where its model cannot be trusted."""
    parser = _english_parser() if lang == "en" else None
    # A line break is a word of its own to the parser.
    words = () if parser is None else parser(sentence.replace("\n", " "))
    return tuple(Dependent(w.idx, w.idx + len(w), w.head.i, w.dep_) for w in words)


def taggers() -> str:
    """What decides, beside this code, what the taggers find: a user's pipelines, and whether English has one."""
    chosen = user_pipelines()
    return f"{sorted(chosen.items())} {'en' in chosen or _english_folder() is not None}"


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
    """The pipeline of a language, None where English has none that can be trusted."""
    name = user_pipelines().get(lang)
    if name is None:
        folder = _english_folder()
        # Its recogniser has word vectors of its own and does not listen to the pipeline's.
        return None if folder is None else _load_spacy(folder, (*_UNUSED, "tok2vec"))
    try:
        return _load_spacy(name, _UNUSED)
    except OSError as error:
        raise TableError(f"{SETTING}: spaCy has no pipeline {name!r}") from error


def _load_spacy(name: str | Path, unused: Sequence[str]) -> Any:
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(name, exclude=unused)


@cache
def _english_parser() -> Any:
    folder = _english_folder()
    return None if folder is None else _load_spacy(folder, _UNPARSED)


@cache
def _english_folder() -> Path | None:
    """Where the English model lies, if every file of it is the recorded one; else that is said, once."""
    rows = read_table("en", "spacy_model")
    check_keys("en/spacy_model.yml", rows, ("package", "folder", "sha256"))
    package = find_spec(rows["package"])
    folder = Path(str(package.origin)).parent / rows["folder"] if package and package.origin else None
    wrong = rows["package"] if folder is None else wrong_file(folder, rows["sha256"])
    if wrong:
        print(f"English is read without a tagger: {wrong} is not the recorded model", file=sys.stderr)
        return None
    return folder


def wrong_file(folder: Path, sha256: Mapping[str, str]) -> str | None:
    """The first file that is missing or has another hash than the recorded one."""
    for name, recorded in sha256.items():
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != recorded:
            return str(file)
    return None


def _tag_spacy(texts: Sequence[str], lang: str) -> Iterator[list[Tagged]]:
    pipeline = _spacy(lang)
    if pipeline is None:
        yield from ([] for _ in texts)
        return
    for doc in pipeline.pipe(texts):
        yield [Tagged(_LABELS[e.label_], e.start_char, e.end_char) for e in doc.ents if e.label_ in _LABELS]


@cache
def _slovnet() -> Any:
    from slovnet import NER

    package = find_spec("natasha")
    if package is None or package.origin is None:
        raise TableError("natasha is not installed: Russian has no tagger")
    data = Path(package.origin).parent / "data"
    return NER.load(data / _RUSSIAN).navec(_word_vectors(data / _EMBEDDING))


def _word_vectors(file: Path) -> Any:
    """natasha's word vectors without their norms: only similarity of words asks for them, and to compute those of a
    quarter of a million words is a tenth of a cold start."""
    from navec.meta import Meta
    from navec.navec import META, PQ_, VOCAB, Navec
    from navec.pq import PQ
    from navec.tar import Tar
    from navec.vocab import Vocab
    from numpy import arange

    class Vectors(PQ):  # type: ignore[misc]
        def precompute(self) -> None:
            self.qdims = arange(self.qdim)

    with Tar(file) as tar:
        parts = [part.from_file(tar.load(name)) for part, name in ((Meta, META), (Vocab, VOCAB), (Vectors, PQ_))]
    return Navec(*parts)


def _tag_russian(texts: Sequence[str], lang: str) -> Iterator[list[Tagged]]:
    for markup in _slovnet().map(texts):
        spans = (s for s in markup.spans if s.type in _LABELS)
        yield [Tagged(_LABELS[s.type], s.start, s.stop) for s in spans if not _describes(markup.text[s.start : s.stop])]


def _describes(words: str) -> bool:
    """A lone participle is no name: it opens its sentence with a capital (`Учреждённый Данией союз …`)."""
    return " " not in words and is_part(words, "PRTF")


@cache
def kazakh_tagger() -> Any:
    from extract.tagging.tagger_kk import KazakhTagger

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
    from spacy.language import BaseDefaults, Language
    from spacy.util import registry

    infixes = (r"\.\.+", "…", r"(?<=\w)[,;:!?](?=\w)", r"[«»“”\"()\[\]]")
    # Everything else is as spaCy has it for a language that it knows nothing of: left to right, with capitals.
    defaults = type("KazakhDefaults", (BaseDefaults,), {"infixes": infixes})
    kazakh = type("Kazakh", (Language,), {"lang": "kk", "Defaults": defaults})
    registry.languages("kk")(kazakh)
    return kazakh


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
