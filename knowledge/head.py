"""A linear head on sentence vectors: how much a text sounds like each of some classes.

Multinomial logistic regression. Two of them are trained by ``python -m assistant.understanding.train``: one on what
customers want (see ``assistant/understanding/router.py``), one on which article answers them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

# Unit vectors of the model lie close together; spread out, the head learns in fewer steps.
_SPREAD = 10.0
_STEPS, _RATE, _DECAY = 400, 0.05, 5e-4


@dataclass(frozen=True)
class Head:
    """A trained head.

    Attributes:
        names: of the classes.
        mean: ``[384]``, of the training texts.
        weights: ``[384, classes]``.
        bias: ``[classes]``.
    """

    names: tuple[str, ...]
    mean: Array
    weights: Array
    bias: Array

    @classmethod
    def load(cls, file: Path) -> Head:
        """Read what ``save`` wrote."""
        with np.load(file) as stored:
            return cls(tuple(stored["names"].tolist()), stored["mean"], stored["weights"], stored["bias"])

    def save(self, file: Path) -> None:
        """Write it."""
        np.savez_compressed(file, names=np.array(self.names), mean=self.mean, weights=self.weights, bias=self.bias)

    def scores(self, vectors: Array) -> Array:
        """How much each text sounds like each class, ``[texts, classes]``; larger is likelier.

        Args:
            vectors: ``[texts, 384]``, unit length.
        """
        scores = (vectors - self.mean) * _SPREAD @ self.weights + self.bias
        return scores.astype(np.float32, copy=False)

    def probabilities(self, vectors: Array) -> Array:
        """The share of every class for every text, ``[texts, classes]``, each row adding up to 1.

        Args:
            vectors: ``[texts, 384]``, unit length.
        """
        scores = self.scores(vectors)
        powers: Array = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: Array = powers / powers.sum(axis=1, keepdims=True)
        return shares


def train_head(vectors: Array, classes: NDArray[np.int64], names: Sequence[str]) -> Head:
    """Train on a whole set at once (Adam); rare classes weigh somewhat more.

    Args:
        vectors: ``[texts, 384]``, unit length.
        classes: ``[texts]``, the index of each one's class.
        names: of the classes.
    """
    head = Head(
        names=tuple(names),
        mean=vectors.mean(axis=0),
        weights=np.zeros((vectors.shape[1], len(names)), np.float32),
        bias=np.zeros(len(names), np.float32),
    )
    wanted = np.eye(len(names), dtype=np.float32)[classes]
    rarity = np.sqrt(len(classes) / len(names) / np.bincount(classes, minlength=len(names)))[classes]
    share = (rarity / rarity.sum())[:, None].astype(np.float32)
    moments = [(np.zeros_like(p), np.zeros_like(p)) for p in (head.weights, head.bias)]
    inputs = (vectors - head.mean) * _SPREAD
    for step in range(1, _STEPS + 1):
        error = (head.probabilities(vectors) - wanted) * share
        for parameter, gradient, (first, second) in (
            (head.weights, inputs.T @ error + _DECAY * head.weights, moments[0]),
            (head.bias, error.sum(axis=0), moments[1]),
        ):
            first += 0.1 * (gradient - first)
            second += 0.001 * (gradient**2 - second)
            parameter -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return head
