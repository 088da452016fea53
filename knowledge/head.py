"""A small classifier on sentence vectors: how much a text sounds like each of some classes.

One hidden layer. The search is told by one which article answers a question (``ranking.py``); it is trained by
``assistant train articles``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Floats = NDArray[Any]

# Unit vectors of the model lie close together; spread out, the head learns in fewer steps.
_SPREAD = 10.0
_HIDDEN, _DROPPED = 1024, 0.5
_EPOCHS, _BATCH, _RATE, _DECAY, _SMOOTHING = 25, 128, 2e-3, 1e-4, 0.05


@dataclass(frozen=True)
class Head:
    """A trained head.

    Attributes:
        names: of the classes.
        mean: ``[384]``, of the training texts.
        inner: ``[384, hidden]`` and ``[hidden]``: weights and bias of the hidden layer.
        outer: ``[hidden, classes]`` and ``[classes]``: weights and bias of the scores.
    """

    names: tuple[str, ...]
    mean: Array
    inner: tuple[Array, Array]
    outer: tuple[Array, Array]

    @classmethod
    def load(cls, file: Path) -> Head:
        """Read what ``save`` wrote."""
        with np.load(file) as stored:
            parts = {name: stored[name].astype(np.float32) for name in stored.files if name != "names"}
            names = tuple(stored["names"].tolist())
        return cls(names, parts["mean"], (parts["inner"], parts["inner_bias"]), (parts["outer"], parts["outer_bias"]))

    def save(self, file: Path) -> None:
        """Write it, with sixteen bits a number."""
        (inner, inner_bias), (outer, outer_bias) = self.inner, self.outer
        parts = {"inner": inner, "inner_bias": inner_bias, "outer": outer, "outer_bias": outer_bias, "mean": self.mean}
        half = {name: part.astype(np.float16) for name, part in parts.items()}
        np.savez_compressed(file, names=np.array(self.names), **half)  # type: ignore[arg-type]  # names of arrays

    def scores(self, vectors: Array) -> Array:
        """How much each text sounds like each class, ``[texts, classes]``; larger is likelier.

        Args:
            vectors: ``[texts, 384]``, unit length.
        """
        hidden = np.maximum((vectors - self.mean) * _SPREAD @ self.inner[0] + self.inner[1], 0)
        scores = hidden @ self.outer[0] + self.outer[1]
        return scores.astype(np.float32, copy=False)


def train_head(vectors: Array, classes: NDArray[np.int64], names: Sequence[str]) -> Head:
    """Train by Adam with decoupled weight decay, hidden units dropped out, labels smoothed; the same every time.

    Args:
        vectors: ``[texts, 384]``, unit length.
        classes: ``[texts]``, the index of each one's class.
        names: of the classes.
    """
    random = np.random.default_rng(0)
    mean = vectors.mean(axis=0)
    inputs = ((vectors - mean) * _SPREAD).astype(np.float32)
    wanted = np.eye(len(names), dtype=np.float32)[classes] * (1 - _SMOOTHING) + _SMOOTHING / len(names)
    parameters = [
        random.normal(0, np.sqrt(2 / inputs.shape[1]), (inputs.shape[1], _HIDDEN)).astype(np.float32),
        np.zeros(_HIDDEN, np.float32),
        random.normal(0, np.sqrt(1 / _HIDDEN), (_HIDDEN, len(names))).astype(np.float32),
        np.zeros(len(names), np.float32),
    ]
    moments = [(np.zeros_like(one), np.zeros_like(one)) for one in parameters]
    step = 0
    for epoch in range(_EPOCHS):
        order = random.permutation(len(inputs))
        for start in range(0, len(order), _BATCH):
            batch, step = order[start : start + _BATCH], step + 1
            kept = (random.random((len(batch), _HIDDEN)) > _DROPPED).astype(np.float32) / (1 - _DROPPED)
            gradients = _gradients(parameters, inputs[batch], wanted[batch], kept)
            adam(parameters, gradients, moments, step, _RATE * (1 - epoch / _EPOCHS), decay=_DECAY)
    inner, inner_bias, outer, outer_bias = parameters
    return Head(tuple(names), mean, (inner, inner_bias), (outer, outer_bias))


def _gradients(parameters: Sequence[Array], inputs: Array, wanted: Array, kept: Array) -> list[Array]:
    """Of the mean cross entropy of a batch."""
    inner, inner_bias, outer, outer_bias = parameters
    before = inputs @ inner + inner_bias
    hidden = np.maximum(before, 0) * kept
    error = (softmax(hidden @ outer + outer_bias) - wanted) / len(inputs)
    back = (error @ outer.T) * kept * (before > 0)
    return [inputs.T @ back, back.sum(axis=0), hidden.T @ error, error.sum(axis=0)]


def adam(
    parameters: Sequence[Floats],
    gradients: Sequence[Floats],
    moments: Sequence[tuple[Floats, Floats]],
    step: int,
    rate: float,
    *,
    decay: float = 0.0,
) -> None:
    """One step of Loshchilov and Hutter, "Decoupled weight decay regularization", 2019; parameters change in place.

    Args:
        parameters: to change.
        gradients: of each.
        moments: two per parameter, zero at first; they are changed too.
        step: 1 is the first.
        rate: of learning.
        decay: share of a parameter that the rate takes off it.
    """
    for parameter, gradient, (first, second) in zip(parameters, gradients, moments, strict=True):
        first += 0.1 * (gradient - first)
        second += 0.001 * (gradient**2 - second)
        direction = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        parameter -= rate * (direction + decay * parameter)


def softmax(scores: Floats) -> Floats:
    """Scores as shares that add up to 1 along the last axis; minus infinity has no share."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares
