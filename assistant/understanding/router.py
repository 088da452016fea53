"""What a message is about, in 10 ms: a small classifier on the sentence vectors of the embedding model.

Trained by ``python -m assistant.understanding.train`` on the messages in ``training/``. It decides what is clear; where
it is not sure, the language model chooses among its three best guesses.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from knowledge.embedding import clean, embed_question
from knowledge.head import Head

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


def likely_routes(text: str) -> list[Route]:
    """The routes that a message may take, likeliest first: one when that is clear, else three.

    Blocks for some 10 ms.

    Args:
        text: the customer's message; only its first 1 000 characters count.
    """
    shares = _head().probabilities(embed_question(clean(text))[np.newaxis])[0]
    order = np.argsort(-shares)
    count = 1 if shares[order[0]] >= SURE else _GUESSES
    return [ROUTES[i] for i in order[:count]]


@cache
def _head() -> Head:
    return Head.load(HEAD)
