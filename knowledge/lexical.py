"""Which entries share words with a question: BM25 on pieces of words.

Four letters at a time, within words, serve languages that join and inflect words (*muistutusmaksusta*, *inkassokravet*)
and forgive misspellings; no stemmer and no list of words is needed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray

# It tells every step of the build to whoever listens to debugging.
logging.getLogger("bm25s").setLevel(logging.WARNING)
_LETTERS = 4
_WORD = re.compile(r"\w+")


class LexicalIndex:
    """BM25 over some texts.

    Args:
        texts: to be found, by their place.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._size = len(texts)
        self._model = bm25s.BM25()
        if texts:
            self._model.index([pieces(text) for text in texts], show_progress=False)

    def scores(self, question: str) -> NDArray[np.float32]:
        """How much each text shares with a question; ``[texts]``, zero for nothing."""
        # Pieces that no text has would raise.
        known = [piece for piece in pieces(question) if self._size and piece in self._model.vocab_dict]
        if not known:
            return np.zeros(self._size, np.float32)
        return np.asarray(self._model.get_scores(known), np.float32)


def pieces(text: str) -> list[str]:
    """The pieces of four letters of every word, its edges marked by spaces: " era", "eräp", "räpä", ..."""
    found = []
    for word in _WORD.findall(text.casefold()):
        edged = f" {word} "
        found += [edged[start : start + _LETTERS] for start in range(max(1, len(edged) - _LETTERS + 1))]
    return found
