"""Train the router's head: ``python -m assistant.understanding.train`` (two minutes)."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.router import HEAD, ROUTES, SPREAD, probabilities
from knowledge.embedding import embed_questions

TEXTS = Path(__file__).parent / "training"
_BATCH = 256
_STEPS, _RATE, _DECAY = 400, 0.05, 5e-4
_HELD_OUT = 0.1

Array = NDArray[np.float32]


def load_texts(folder: Path = TEXTS) -> list[tuple[str, int]]:
    """All training messages with the index of their route, in the order of the files."""
    rows = [
        json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]
    return [(row["text"], ROUTES.index(row["route"])) for row in rows]


def fit(vectors: Array, routes: NDArray[np.int64]) -> tuple[Array, Array, Array]:
    """Multinomial logistic regression by Adam on the whole set at once; rare routes weigh somewhat more.

    Args:
        vectors: ``[messages, 384]``, unit length.
        routes: ``[messages]``, index of each one's route.

    Returns:
        mean, weights and bias, as ``probabilities`` takes them.
    """
    mean = vectors.mean(axis=0)
    wanted = np.eye(len(ROUTES), dtype=np.float32)[routes]
    rarity = np.sqrt(len(routes) / len(ROUTES) / np.bincount(routes, minlength=len(ROUTES)))[routes]
    share = (rarity / rarity.sum())[:, None].astype(np.float32)
    weights = np.zeros((vectors.shape[1], len(ROUTES)), np.float32)
    bias = np.zeros(len(ROUTES), np.float32)
    moments = [(np.zeros_like(p), np.zeros_like(p)) for p in (weights, bias)]
    # probabilities() is linear in (vectors - mean) times its spread; the gradient needs the same factor.
    inputs = (vectors - mean) * SPREAD
    for step in range(1, _STEPS + 1):
        error = (probabilities(vectors, mean, weights, bias) - wanted) * share
        for parameter, gradient, (first, second) in (
            (weights, inputs.T @ error + _DECAY * weights, moments[0]),
            (bias, error.sum(axis=0), moments[1]),
        ):
            first += 0.1 * (gradient - first)
            second += 0.001 * (gradient**2 - second)
            parameter -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return mean, weights, bias


def main() -> None:
    """Train on nine tenths, say how well the rest is told apart, then train on all and write the head."""
    texts = load_texts()
    batches = (texts[i : i + _BATCH] for i in range(0, len(texts), _BATCH))
    vectors = np.vstack([embed_questions([text for text, _ in batch]) for batch in batches])
    routes = np.array([route for _, route in texts])
    order = np.random.default_rng(0).permutation(len(texts))
    cut = int(len(texts) * _HELD_OUT)
    held_out, rest = order[:cut], order[cut:]
    right = probabilities(vectors[held_out], *fit(vectors[rest], routes[rest])).argmax(axis=1) == routes[held_out]
    mean, weights, bias = fit(vectors, routes)
    np.savez(HEAD, mean=mean, weights=weights, bias=bias)
    print(f"{len(texts)} messages; right on {right.mean():.3f} of {cut} held out; wrote {HEAD.name}")


if __name__ == "__main__":
    main()
