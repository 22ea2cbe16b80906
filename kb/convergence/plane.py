"""Points of any number of coordinates in, points of a plane out."""

import numpy as np

from kb.convergence.panel import Floats


def plane(values: Floats) -> tuple[Floats, Floats]:
    """`[n, 2]` and the share of the variance on each axis: the first two principal components of `[n, k]`.

    It is the plane that keeps most of the distances. With one coordinate the second is zero.
    """
    centred = values - values.mean(axis=0)
    _, sizes, components = np.linalg.svd(centred, full_matrices=False)
    found = centred @ components[:2].T
    shares = sizes**2 / max(float((sizes**2).sum()), np.finfo(float).tiny)
    padded = np.column_stack([found, np.zeros(len(found))])[:, :2]
    return padded, np.append(shares, 0.0)[:2]
