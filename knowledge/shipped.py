"""Vectors that come with the articles, so that a first start need not compute them.

The file only saves time: a vector is looked up by a hash of its text and of the model, whatever is not in the file is
computed, and whatever is out of date in it is never asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from knowledge.embedding import Vectors

FILE = Path(__file__).parent / "vectors.npz"
# Eight bits a number keep cosines to three digits, at a quarter of the size.
_STEPS = 127


@cache
def shipped_vectors(file: Path = FILE) -> dict[str, Vectors]:
    """Vectors (384 numbers, unit length) by ``Entry.vector_key``; none when the file is missing."""
    if not file.exists():
        return {}
    with np.load(file) as stored:
        vectors = stored["vectors"].astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return dict(zip(stored["keys"].tolist(), vectors, strict=True))


def ship(vectors_by_key: Mapping[str, Vectors], file: Path = FILE) -> None:
    """Write vectors by their ``Entry.vector_key``."""
    keys = sorted(vectors_by_key)
    vectors = np.array([vectors_by_key[key] for key in keys])
    vectors = np.round(vectors / np.abs(vectors).max(axis=1, keepdims=True) * _STEPS).astype(np.int8)
    np.savez_compressed(file, keys=np.array(keys), vectors=vectors)
    shipped_vectors.cache_clear()
