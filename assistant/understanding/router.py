"""What a message is about, in 10 ms: a linear head on the sentence vectors of the embedding model.

Trained by ``python -m assistant.understanding.train`` on the messages in ``training/``. It decides what is clear; where
it is not sure, the language model chooses among its three best guesses.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding import embed_questions

Route = Literal[
    "authorize",
    "bank_account",
    "handoff",
    "invoices",
    "knowledge",
    "out_of_scope",
    "pay",
    "plan",
    "postpone",
    "smalltalk",
]
ROUTES: tuple[Route, ...] = get_args(Route)
HEAD = Path(__file__).parent / "router.npz"

# Where one route is likelier than all others together, the small language model would spoil more than it mends: see
# docs/benchmarks.md.
SURE = 0.5
_GUESSES = 3
# Unit vectors of this model lie close together; spread out, the head learns in fewer steps.
SPREAD = 10.0


def likely_routes(text: str) -> list[Route]:
    """The routes that a message may take, likeliest first: one when that is clear, else three.

    Blocks for some 10 ms.

    Args:
        text: the customer's message; only its first 1 000 characters count.
    """
    shares = probabilities(embed_questions([text]), *_head())[0]
    order = np.argsort(-shares)
    count = 1 if shares[order[0]] >= SURE else _GUESSES
    return [ROUTES[i] for i in order[:count]]


def probabilities(
    vectors: NDArray[np.float32], mean: NDArray[np.float32], weights: NDArray[np.float32], bias: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Share of every route for every vector.

    Args:
        vectors: ``[messages, 384]``, unit length.
        mean: ``[384]``, of the training texts.
        weights: ``[384, routes]``.
        bias: ``[routes]``.

    Returns:
        ``[messages, routes]``, each row adding up to 1.
    """
    scores = (vectors - mean) * SPREAD @ weights + bias
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
    return shares


@cache
def _head() -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    stored = np.load(HEAD)
    return stored["mean"], stored["weights"], stored["bias"]
