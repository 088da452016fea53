"""What a message is about, in some 10 ms: the embedding model with layers of our own training, and four heads on it.

Trained by ``assistant train understanding`` on the messages in ``training/``. The heads tell the
route that a message takes, why a person must take over, whether it stands for itself, and its language.
``understanding.json`` says from which texts the layers were made, how good they are, and their checksum.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.weights import WeightFile
from knowledge.embedding import clean, open_model
from knowledge.head import softmax
from tools.context import Language
from tools.results import HandoffReason

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
Shape = Literal["plain", "follow_up", "several"]
ROUTES: tuple[Route, ...] = get_args(Route)
SHAPES: tuple[Shape, ...] = get_args(Shape)
PLAIN: Shape = "plain"
NO_REASON = "none"
# That the assistant did not understand or was not there, or that a rule ended it, stands in no message.
_NEVER_SAID = {"not_understood", "assistant_unavailable", "beyond_policy"}
REASONS: tuple[str, ...] = (NO_REASON, *(reason for reason in get_args(HandoffReason) if reason not in _NEVER_SAID))
# Danish is answered in Norwegian, its nearest written neighbour here.
WRITTEN: dict[str, Language] = {"da": "nb", "en": "en", "fi": "fi", "nb": "nb", "sv": "sv"}
HEADS: dict[str, tuple[str, ...]] = {"route": ROUTES, "reason": REASONS, "shape": SHAPES, "language": tuple(WRITTEN)}
FILE = Path(__file__).with_name("understanding.npz")
CARD = Path(__file__).with_name("understanding.json")

# Where one route is likelier than all others together, the small language model would spoil more than it mends: see
# docs/benchmarks.md.
SURE = 0.5
_GUESSES = 3
# Vectors are of unit length; spread out, the heads tell them apart.
SPREAD = 10.0
_KEPT = 512


@dataclass(frozen=True)
class Reading:
    """What the encoder makes of a message.

    Attributes:
        routes: every route with its probability, likeliest first.
        reason: why a person must take over, None for no reason, and the probability of that.
        shape: whether the message stands for itself, follows up on what was said, or wishes several things.
        shape_share: the probability of that.
        language: the one to answer in.
        language_share: the probability of that.
    """

    routes: tuple[tuple[Route, float], ...]
    reason: HandoffReason | None
    reason_share: float
    shape: Shape
    shape_share: float
    language: Language
    language_share: float


def read(text: str, language: Language = "en") -> Reading:
    """Read a message. Blocks for some 10 ms; what was read lately is remembered.

    Args:
        text: the customer's message; only its first 1 000 characters count.
        language: of the conversation; how sure the encoder may be is measured for each.
    """
    return _read(clean(text), language)


def likely_routes(reading: Reading) -> list[Route]:
    """The routes that a message may take, likeliest first: one when that is clear, else three.

    Args:
        reading: of the message.
    """
    count = 1 if reading.routes[0][1] >= SURE else _GUESSES
    return [route for route, _ in reading.routes[:count]]


@lru_cache(_KEPT)
def _read(text: str, language: Language) -> Reading:
    encoder = _encoder()
    shares = encoder.shares(_vector(text), language)
    route, reason, shape, written = (shares[name][0] for name in HEADS)
    order = np.argsort(-route)
    named: Any = REASONS[int(reason.argmax())]
    spoken = dict.fromkeys(WRITTEN.values(), 0.0)
    for name, share in zip(HEADS["language"], written, strict=True):
        spoken[WRITTEN[name]] += float(share)
    likeliest = max(spoken, key=lambda language: spoken[language])
    return Reading(
        routes=tuple((ROUTES[i], float(route[i])) for i in order),
        reason=None if named == NO_REASON else named,
        reason_share=float(reason.max()),
        shape=SHAPES[int(shape.argmax())],
        shape_share=float(shape.max()),
        language=likeliest,
        language_share=spoken[likeliest],
    )


@lru_cache(_KEPT)
def _vector(text: str) -> NDArray[np.float32]:
    """Of one text, ``[1, 384]``: it may be read for two languages."""
    return _encoder().vectors([text])


class Encoder:
    """The encoder as it runs.

    Args:
        file: the trained layers and heads.

    Raises:
        ValueError: the heads tell other classes than this code knows; it must be trained again.
    """

    def __init__(self, file: Path = FILE) -> None:
        with np.load(file) as stored:
            parts = {name: stored[name] for name in stored.files}
        for name, classes in HEADS.items():
            if tuple(parts[f"{name}.classes"].tolist()) != classes:
                raise ValueError(f"{file.name} knows other classes of {name}: run 'assistant train understanding'")
        tensors = {name.removeprefix("layer/"): part for name, part in parts.items() if name.startswith("layer/")}
        self._heads = {name: (parts[f"{name}.weight"], parts[f"{name}.bias"]) for name in HEADS}
        self._temperatures = dict(zip(parts["languages"].tolist(), parts["temperatures"].tolist(), strict=True))
        # The engine maps a file into memory: once it has, the name may go.
        with tempfile.NamedTemporaryFile(prefix="myropo-encoder-", suffix=".bin") as whole:
            whole.write(WeightFile.read().with_tensors(tensors))
            whole.flush()
            self._model = open_model(Path(whole.name))

    def vectors(self, texts: list[str]) -> NDArray[np.float32]:
        """Vectors of cleaned texts, ``[texts, 384]``. Blocks; releases the GIL."""
        vectors: NDArray[np.float32] = self._model.query(texts)
        return vectors

    def shares(self, vectors: NDArray[np.float32], language: str) -> dict[str, NDArray[np.float32]]:
        """The probabilities of every head's classes, ``[texts, classes]`` each, in the order of ``HEADS``.

        Args:
            vectors: ``[texts, 384]``.
            language: of the texts.
        """
        scores = {name: vectors @ weight.T * SPREAD + bias for name, (weight, bias) in self._heads.items()}
        scores["route"] = scores["route"] / self._temperatures.get(language, 1.0)
        return {name: softmax(part) for name, part in scores.items()}


@cache
def _encoder() -> Encoder:
    return Encoder()
