"""The Kazakh tagger: its features, its decoding, its training on a handful of sentences, and the shipped model."""

import os
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import yaml

from extract.tagging.features_kk import Lexicon, features, lexicon_of, number_kind, quotations, shape_of, split_ending
from extract.tagging.iob import Sentence, spans_of
from extract.tagging.network_kk import Weights, emissions
from extract.tagging.tagger_kk import KazakhTagger, best_paths
from extract.training.gradients import crf_gradient, forward
from extract.training.kk import measure, train
from extract.training.network import Options, encode, first_weights, train_network
from extract.training.split import hold_out
from kb.errors import TableError

MODELS = Path(__file__).parents[3] / "extract" / "models"
ROWS = yaml.safe_load((MODELS / "kk_ner.yml").read_text(encoding="utf-8"))
PLACES = ["Алматыда", "Астанада", "Таразда", "Семейде", "Орал қаласында", "Мәскеуде", "Бішкекте", "Ташкентте"]
VERBS = ["жиын өтті", "қар жауды", "мектеп ашылды", "көпір салынды", "концерт болды"]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return lexicon_of(ROWS)


@pytest.fixture(scope="module")
def shipped() -> KazakhTagger:
    return KazakhTagger(MODELS / "kk_ner.npz")


def _small_corpus() -> list[Sentence]:
    sentences = []
    for place in PLACES:
        for verb in VERBS:
            words = [*place.split(), *verb.split(), "."]
            inside = len(place.split()) - 1
            sentences.append(Sentence(tuple(words), ("B-GPE", *["I-GPE"] * inside, *["O"] * (len(words) - inside - 1))))
    return sentences


@pytest.mark.parametrize(
    ("word", "stem", "ending"),
    [
        ("қалаларда", "қала", "да+лар"),
        ("одағының", "одағ", "ның+ы"),
        ("еаэо-ның", "еаэо", "-ның"),
        ("ел", "ел", ""),
        ("қаладағы", "қала", "дағы"),
    ],
)
def test_endings_are_split(lexicon: Lexicon, word: str, stem: str, ending: str) -> None:
    assert split_ending(word, lexicon.endings) == (stem, ending)


@pytest.mark.parametrize(
    ("token", "shape"), [("Әлем", "Xx"), ("ҚР", "X"), ("2021-інші", "d-x"), ("е", "x"), ("", ""), ("№5", "№d")]
)
def test_shapes_know_every_kazakh_letter(token: str, shape: str) -> None:
    assert shape_of(token) == shape


@pytest.mark.parametrize(
    ("word", "kind"),
    [("мың", "n=large"), ("он", "n=word"), ("екінші", "n=ordinal"), ("мыңнан", "n=ending"), ("ой", "")],
)
def test_number_words(lexicon: Lexicon, word: str, kind: str) -> None:
    assert number_kind(word, split_ending(word, lexicon.endings)[0], lexicon) == kind


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("« Жас отау » қоры", [None, (0, 3), (0, 3), None, None]),
        ('" Жас отау " қоры', [None, (0, 3), (0, 3), None, None]),
        ("» Жас « отау", [None] * 4),
    ],
)
def test_quotations(lexicon: Lexicon, text: str, around: list[tuple[int, int] | None]) -> None:
    assert quotations(text.split(), lexicon) == around


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("Көлік және жол министрлігінде жиын", "head3=министрліг"),
        ("Жаңа министрлігі", "head1=министрліг"),
        ("Жаңа , министрлігі", None),
        ("Жаңа жиын", None),
    ],
)
def test_the_noun_that_closes_a_name_is_seen_from_its_start(lexicon: Lexicon, text: str, ahead: str | None) -> None:
    found = [name for name in features(text.split(), lexicon)[0] if name.startswith("head") and name[4:5].isdigit()]
    assert found == ([ahead] if ahead else [])


def test_latin_schwa_is_the_kazakh_letter(lexicon: Lexicon) -> None:
    assert features(["Əлем"], lexicon) == features(["Әлем"], lexicon)


def test_the_path_is_the_best_of_all() -> None:
    random = np.random.default_rng(3)
    scores = random.standard_normal((3, 2, 3)).astype(np.float32)
    transitions = random.standard_normal((3, 3)).astype(np.float32)
    start = random.standard_normal(3).astype(np.float32)
    paths = best_paths(scores, transitions, start, np.array([3, 2]))
    for b, length in enumerate((3, 2)):
        worth = {}
        for path in np.ndindex(*[3] * length):
            steps = sum(scores[t, b, label] for t, label in enumerate(path))
            worth[path] = start[path[0]] + steps + sum(transitions[x, y] for x, y in pairwise(path))
        assert tuple(paths[b]) == max(worth, key=lambda path: worth[path])


def _random_batch() -> tuple[Weights, np.ndarray, np.ndarray, np.ndarray]:
    random = np.random.default_rng(1)
    weights = first_weights(2, 4, Options(size=6, memory=5), random)
    words = np.vstack([random.standard_normal((4, 6)), np.zeros((1, 6))]).astype(np.float32)
    places = np.array([[0, 1], [2, 0], [3, 4]])
    return weights, words, places, places < 4


def test_training_and_tagging_compute_the_same_scores() -> None:
    weights, words, places, mask = _random_batch()
    tagged = emissions(weights, words, places, mask[..., None].astype(np.float32))
    trained = forward(weights, words[places], mask[..., None], 0.0, np.random.default_rng(0)).scores
    assert np.allclose(tagged[mask], trained[mask], atol=1e-5)


def test_the_loss_falls_along_its_gradient() -> None:
    weights, words, places, mask = _random_batch()
    scores = forward(weights, words[places], mask[..., None], 0.0, np.random.default_rng(0)).scores.astype(np.float64)
    gold = np.array([[1, 2], [0, 3], [2, 0]])
    transitions = np.random.default_rng(2).standard_normal((4, 4))
    start = np.zeros(4)
    _, d_scores, d_transitions, _ = crf_gradient(scores, gold, mask, transitions, start)
    for array, gradient, at in ((scores, d_scores, (1, 0, 2)), (transitions, d_transitions, (1, 0))):
        array[at] += 1e-5
        above = crf_gradient(scores, gold, mask, transitions, start)[0]
        array[at] -= 2e-5
        below = crf_gradient(scores, gold, mask, transitions, start)[0]
        array[at] += 1e-5
        assert (above - below) / 2e-5 == pytest.approx(gradient[at], abs=1e-6)


def test_a_network_learns_a_handful_of_sentences(lexicon: Lexicon) -> None:
    labels = ["B-GPE", "I-GPE", "O"]
    options = Options(size=16, memory=8, epochs=8, batch=8, rate=0.02)
    encoded, names = encode(_small_corpus(), labels, lexicon)
    weights = train_network(encoded, len(labels), options)
    assert len(names) == len(weights.parts)
    assert np.isfinite(weights.parts).all()


@pytest.mark.parametrize("networks", [0, 1])
def test_training_writes_a_model_that_tags(tmp_path: Path, networks: int) -> None:
    path = tmp_path / "model.npz"
    train(_small_corpus(), ROWS, networks, path)
    assert measure(path, _small_corpus())["f1"] > 0.95


def test_variants_stay_on_one_side() -> None:
    rows = ["Кеше ауылда бес үй салынды", "Кеше ауылда 5 үй салынды", "Бүгін аспан ашық болады"]
    filler = [f"{a} {b} {c}" for a in PLACES for b in ("түнде", "ерте", "кеш") for c in VERBS]
    sentences = [Sentence(tuple(r.split()), ("O",) * len(r.split())) for r in [*rows, *filler]]
    train_side, held = hold_out(sentences, 0.5, ROWS["numbers"])
    assert len(train_side) + len(held) == len(sentences)
    assert (sentences[0] in held) == (sentences[1] in held)


@pytest.mark.parametrize("content", [b"", b"not a model", b"PK\x03\x04broken"])
def test_a_file_that_is_no_model_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(content)
    with pytest.raises(TableError, match=r"model\.npz: is no tagger model"):
        KazakhTagger(path)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Қырғызстан Президенті келесі аптада Астанаға келеді .", (4, 5, "GPE")),
        ("Отырыс 2019 жылдың 5 наурызында басталды .", (1, 5, "DATE")),
        ("Білім және ғылым министрлігі жаңа ереже шығарды .", (0, 4, "ORGANISATION")),
        ("Бұл жұмысқа екі миллиард теңге бөлінді .", (2, 5, "MONEY")),
    ],
)
def test_the_shipped_model_on_plain_sentences(shipped: KazakhTagger, text: str, span: tuple[int, int, str]) -> None:
    assert span in spans_of(shipped.tag(text.split()))


def test_labels_are_valid_and_as_many_as_tokens(shipped: KazakhTagger) -> None:
    sentences = [[], ["."], ["", " ", "👍"], ["ЕАЭО-ның", "«", "Жаңа", "жол", "»", "бағдарламасы"], ["а"] * 300]
    for tokens, labels in zip(sentences, shipped.tag_sentences(sentences), strict=True):
        assert len(labels) == len(tokens)
        before = "O"
        for label in labels:
            assert label[:2] != "I-" or before[2:] == label[2:]
            before = label


def test_one_by_one_and_together_are_the_same(shipped: KazakhTagger) -> None:
    sentences = [sentence.tokens for sentence in _small_corpus()]
    assert shipped.tag_sentences(sentences) == [shipped.tag(tokens) for tokens in sentences]


def test_the_model_is_small_enough() -> None:
    assert os.path.getsize(MODELS / "kk_ner.npz") <= 20_000_000
