"""The learnt parts in, one model file out, as `extract.tagging.tagger_kk.load_model` reads it."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.tagging.network_kk import Weights
from extract.training.linear import Linear

# How much the linear part counts beside all the networks together; 0.5 to 0.6 differ by less than the noise of a
# held-out tenth.
_LINEAR_SHARE = 0.55


def save_model(
    path: Path,
    labels: Sequence[str],
    lexicon_rows: Mapping[str, Any],
    linear: Linear,
    networks: Sequence[Weights],
    parts: Sequence[str],
) -> None:
    """Writes everything, shares multiplied in, so that the tagger only adds; `parts` names the networks' rows."""
    share = _LINEAR_SHARE if networks else 1.0
    of_network = (1 - share) / max(len(networks), 1)
    transitions = np.zeros((len(labels), len(labels)))
    for (a, b), weight in linear.transitions.items():
        transitions[labels.index(a), labels.index(b)] = share * weight
    arrays: dict[str, Any] = {
        "labels": _text("\n".join(labels)),
        "lexicon": _text(json.dumps(lexicon_rows, ensure_ascii=False)),
        "networks": np.array(len(networks)),
        "parts": _text("\n".join(parts)),
        "transitions": transitions + of_network * sum(weights.transitions for weights in networks),
        "start": np.zeros(len(labels)) + of_network * sum(weights.start for weights in networks),
        **_linear_arrays(linear, labels, share),
    }
    for k, weights in enumerate(networks):
        arrays |= _network_arrays(f"net{k}.", weights, of_network)
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def _text(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)


def _linear_arrays(linear: Linear, labels: Sequence[str], share: float) -> dict[str, NDArray[Any]]:
    by_feature: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for (feature, label), weight in sorted(linear.states.items()):
        by_feature[feature].append((labels.index(label), share * weight))
    pairs = [pair for row in by_feature.values() for pair in row]
    return {
        "features": _text("\n".join(by_feature)),
        "linear_counts": np.array([len(row) for row in by_feature.values()], np.uint8),
        "linear_labels": np.array([label for label, _ in pairs], np.uint8),
        "linear_weights": np.array([weight for _, weight in pairs], np.float16),
    }


def _network_arrays(prefix: str, weights: Weights, share: float) -> dict[str, NDArray[Any]]:
    arrays: dict[str, NDArray[Any]] = {name: getattr(weights, name) for name in Weights.__slots__}
    scale = np.abs(weights.parts).max(axis=1) / 127 + 1e-12
    arrays["parts"] = np.round(weights.parts / scale[:, None]).astype(np.int8)
    for name in arrays.keys() - {"parts"}:
        factor = share if name in {"out", "out_bias"} else 1
        arrays[name] = (arrays[name] * factor).astype(np.float16)
    arrays["scale"] = scale.astype(np.float32)
    return {prefix + name: array for name, array in arrays.items()}
