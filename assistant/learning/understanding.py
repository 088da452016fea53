"""Train the encoder that reads messages: ``make train``, which brings the dependency group ``train``.

The upper layers learn, packed to four bits from the first step on, together with four linear heads; the word table and
the lowest layers stay. Weights are averaged over the last quarter of the steps (Izmailov et al., "Averaging weights
leads to wider optima and better generalization", 2018). One text in twenty is held out: on those the temperatures are
fitted, per language (Guo et al., "On calibration of modern neural networks", 2017), and the figures of the card are
measured.
"""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

from assistant.learning.network import Network, Parameters, Tensor, Tokenizer
from assistant.learning.texts import Example, examples, fingerprint, messages
from assistant.understanding.encoder import CARD, FILE, HEADS, SPREAD, Encoder
from assistant.understanding.weights import WeightFile
from knowledge.embedding import clean

_SHARES = {"route": 1.0, "reason": 0.5, "shape": 0.3, "language": 0.2}
_HELD_OUT = 20
_AVERAGED_FROM = 0.75
_POOL = 50


@dataclass(frozen=True)
class Recipe:
    """How it is trained.

    Attributes:
        epochs: times that every text is seen.
        batch: texts of one step.
        frozen: lowest layers that do not learn.
        rate: of learning, for the layers.
        head_rate: of learning, for the heads.
        warm: share of the steps in which the rate rises; then it falls to nothing.
        decay: of weights.
        smoothing: of labels.
        dropped: share of activations left out.
        seed: of every choice by chance.
    """

    epochs: float = 2.5
    batch: int = 48
    frozen: int = 4
    rate: float = 1.2e-4
    head_rate: float = 2e-3
    warm: float = 0.06
    decay: float = 0.01
    smoothing: float = 0.05
    dropped: float = 0.05
    seed: int = 0


def train(target: Path = FILE, card: Path = CARD, recipe: Recipe | None = None) -> dict[str, Any]:
    """Train, measure and write.

    Args:
        target: where layers and heads are written.
        card: where the figures are written.
        recipe: how; the usual one when None.

    Returns:
        The card: texts, recipe, figures on held-out texts, checksum.
    """
    recipe, started = recipe or Recipe(), time.monotonic()
    torch.manual_seed(recipe.seed)
    texts = examples()
    held_out = [example for example in texts if _chosen(example)]
    learned = [example for example in texts if not _chosen(example)]
    file = WeightFile.read()
    network, heads = _learn(learned, file, recipe)
    _write(target, network, heads, {})
    temperatures = _temperatures(held_out, Encoder(target))
    _write(target, network, heads, temperatures)
    figures = measure(held_out, Encoder(target))
    stated = {
        "trained": date.today().isoformat(),
        "minutes": round((time.monotonic() - started) / 60, 1),
        "texts": len(learned),
        "messages_sha256": fingerprint(messages()),
        "recipe": asdict(recipe),
        "temperatures": temperatures,
        "held_out": figures,
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
    }
    card.write_text(json.dumps(stated, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return stated


def measure(texts: Sequence[Example], encoder: Encoder) -> dict[str, Any]:
    """How well texts are read, per language: shares of right answers, and how often sure ones are right.

    Args:
        texts: not learned from.
        encoder: what reads them.
    """
    groups: dict[str, list[Example]] = defaultdict(list)
    for example in texts:
        groups[example.language].append(example)
    return {language: _measure(group, encoder, language) for language, group in sorted(groups.items())}


def _measure(group: Sequence[Example], encoder: Encoder, language: str) -> dict[str, float]:
    shares = encoder.shares(encoder.vectors([clean(example.text) for example in group]), language)
    routed = [i for i, example in enumerate(group) if len(example.routes) == 1]
    right = np.array([HEADS["route"][shares["route"][i].argmax()] in group[i].routes for i in routed])
    sure = np.array([shares["route"][i].max() for i in routed]) >= 0.8
    figures = {"texts": len(group), "route": right.mean(), "sure": sure.mean(), "right_where_sure": right[sure].mean()}
    for head in ("reason", "shape", "language"):
        told = [i for i, example in enumerate(group) if getattr(example, head) is not None]
        guesses = [HEADS[head][shares[head][i].argmax()] == getattr(group[i], head) for i in told]
        figures[head] = sum(guesses) / max(1, len(guesses))
    return {name: round(float(value), 3) for name, value in figures.items()}


def _chosen(example: Example) -> bool:
    """Whether a text is held out: by its checksum, so that more texts leave the others where they are."""
    return int(hashlib.sha256(example.text.encode()).hexdigest(), 16) % _HELD_OUT == 0


def _learn(texts: Sequence[Example], file: WeightFile, recipe: Recipe) -> tuple[Network, Parameters]:
    network, tokenizer = Network(file, recipe.frozen), Tokenizer(file)
    heads = _new_heads(file.shape.width)
    ids = [tokenizer.ids(clean(example.text)) for example in texts]
    targets = _targets(texts, recipe.smoothing)
    groups = [{"params": list(network.learned.values()), "lr": recipe.rate}]
    groups += [{"params": list(heads.values()), "lr": recipe.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=recipe.decay)
    steps = int(recipe.epochs * len(texts) / recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps, recipe.warm))
    average, started = _Average({**network.learned, **heads}), time.monotonic()
    for step, chosen in zip(range(steps), _batches(ids, recipe), strict=False):
        with torch.autocast("cpu", torch.bfloat16):
            vectors = network.vectors(*tokenizer.batch([ids[i] for i in chosen]), recipe.dropped)
        loss = _loss(vectors, heads, {name: part[chosen] for name, part in targets.items()})
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(network.learned.values()), 1.0)
        optimizer.step()
        schedule.step()
        if step >= steps * _AVERAGED_FROM:
            average.add()
        if step % 50 == 0:
            print(f"step {step} of {steps}, loss {loss.item():.3f}, {time.monotonic() - started:.0f} s", flush=True)
    average.use()
    return network, heads


def _new_heads(width: int) -> Parameters:
    heads: Parameters = {}
    for name, classes in HEADS.items():
        heads[f"{name}.weight"] = torch.zeros(len(classes), width, requires_grad=True)
        heads[f"{name}.bias"] = torch.zeros(len(classes), requires_grad=True)
    return heads


def _targets(texts: Sequence[Example], smoothing: float) -> dict[str, Tensor]:
    """Per head, ``[texts, classes]``: how likely each class is; all zero where that is not known."""
    targets = {name: torch.zeros(len(texts), len(classes)) for name, classes in HEADS.items()}
    for i, example in enumerate(texts):
        wanted: dict[str, Sequence[Any]] = {
            "route": example.routes,
            "reason": [example.reason],
            "shape": [example.shape],
            "language": [example.language],
        }
        for name, classes in HEADS.items():
            named = [classes.index(one) for one in wanted[name] if one]
            if named:
                targets[name][i] = smoothing / len(classes)
                targets[name][i, named] += (1 - smoothing) / len(named)
    return targets


def _loss(vectors: Tensor, heads: Parameters, targets: dict[str, Tensor]) -> Tensor:
    losses = []
    for name, share in _SHARES.items():
        scores = F.linear(vectors * SPREAD, heads[f"{name}.weight"], heads[f"{name}.bias"])
        losses.append(share * -(targets[name] * F.log_softmax(scores, dim=-1)).sum(-1).mean())
    return sum(losses)


def _batches(ids: Sequence[Sequence[int]], recipe: Recipe) -> Iterator[list[int]]:
    """Without end: indices of texts of about one length each, so that little is padded."""
    chance = random.Random(recipe.seed)
    pool = recipe.batch * _POOL
    while True:
        order = chance.sample(range(len(ids)), len(ids))
        batches = []
        for start in range(0, len(order), pool):
            alike = sorted(order[start : start + pool], key=lambda i: len(ids[i]))
            batches += [alike[at : at + recipe.batch] for at in range(0, len(alike), recipe.batch)]
        chance.shuffle(batches)
        yield from batches


def _rate(done: float, warm: float) -> float:
    return done / warm if done < warm else max(0.0, (1 - done) / (1 - warm))


class _Average:
    """The mean of tensors over steps."""

    def __init__(self, tensors: Parameters) -> None:
        self._tensors, self._count = tensors, 0
        self._means = {name: torch.zeros_like(tensor) for name, tensor in tensors.items()}

    def add(self) -> None:
        self._count += 1
        for name, mean in self._means.items():
            mean += (self._tensors[name].detach() - mean) / self._count

    def use(self) -> None:
        with torch.no_grad():
            for name, mean in self._means.items():
                self._tensors[name].copy_(mean)


def _temperatures(texts: Sequence[Example], encoder: Encoder) -> dict[str, float]:
    """By what the scores of routes are divided in each language, so that shares are probabilities."""
    found = {}
    for language in sorted({example.language for example in texts}):
        group = [example for example in texts if example.language == language and len(example.routes) == 1]
        vectors = encoder.vectors([clean(example.text) for example in group])
        wanted = [HEADS["route"].index(example.routes[0]) for example in group]
        scores = np.log(encoder.shares(vectors, language)["route"])
        tried = {round(t, 2): _surprise(scores / t, wanted) for t in np.arange(0.3, 2.51, 0.05)}
        found[language] = float(min(tried, key=lambda t: tried[t]))
    return found


def _surprise(scores: Any, wanted: Sequence[int]) -> float:
    shares = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return float(-shares[np.arange(len(wanted)), wanted].mean())


def _write(target: Path, network: Network, heads: Parameters, temperatures: dict[str, float]) -> None:
    parts: dict[str, Any] = {f"layer/{name}": data for name, data in network.tensors().items()}
    parts |= {name: tensor.detach().numpy() for name, tensor in heads.items()}
    parts |= {f"{name}.classes": np.array(classes) for name, classes in HEADS.items()}
    parts["languages"] = np.array(list(temperatures), dtype="U2")
    parts["temperatures"] = np.array(list(temperatures.values()), dtype=np.float32)
    np.savez(target, **parts)
