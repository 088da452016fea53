"""``assistant eval calibrate``: fit the weights of the fusion to the calibration questions.

Softmax regression over the articles and "none of them", see ``knowledge/fusion.py``. Measures are brought to one scale
while fitting, so that the pull towards small weights treats them alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import yaml

from evals.knowledge.questions import CALIBRATING, Question, load_questions
from evals.knowledge.report import out, published_as_written
from knowledge.embedding import clean, embed_question
from knowledge.fusion import ARTICLE_MEASURES, FILE, NONE_MEASURES, Fusion, Numbers
from knowledge.head import adam, softmax
from knowledge.ranking import Measured, Ranking

_STEPS, _RATE, _DECAY = 1500, 0.05, 1e-3
_HEAD = "# Weights of the measures of nearness, see fusion.py. Written by: assistant eval calibrate\n"


@dataclass(frozen=True)
class _Set:
    """Questions as arrays; rows are padded to the most candidates.

    Attributes:
        articles: ``[questions, candidates, measures]``.
        none: ``[questions, measures]``.
        there: ``[questions, candidates + 1]``, whether there is such a candidate; the last one is "none of them".
        wanted: ``[questions, candidates + 1]``, the shares that are right, each row adding up to 1.
    """

    articles: Numbers
    none: Numbers
    there: Numbers
    wanted: Numbers


def calibrate(data_dir: Path, chroma_url: str | None, on: date, threshold: float) -> None:
    """Fit the weights and write them into the fusion's file.

    Args:
        data_dir: known vectors are taken from the index in it.
        chroma_url: or on this server.
        on: the day of asking.
        threshold: probability below which the assistant says that it does not know.
    """
    ranking = Ranking(published_as_written(data_dir, chroma_url, on))
    questions = load_questions(CALIBRATING)
    fusion = fit(questions, [_measured(ranking, question, on) for question in questions], threshold)
    FILE.write_text(_HEAD + yaml.safe_dump(fusion.model_dump(), sort_keys=False), encoding="utf-8")
    out.print(f"{len(questions)} questions: {FILE.name} written")


def fit(questions: Sequence[Question], measured: Sequence[Measured], threshold: float) -> Fusion:
    """The weights under which the right answers are likeliest.

    Args:
        questions: with their answers.
        measured: the same questions, measured.
        threshold: becomes the fusion's.
    """
    data = _as_arrays(questions, measured)
    real = data.articles[data.there[:, :-1] > 0]
    scale, none_scale = real.std(axis=0) + 1e-9, data.none.std(axis=0) + 1e-9
    none_centre = data.none.mean(axis=0)
    articles, none = data.articles / scale, (data.none - none_centre) / none_scale
    parameters = [np.zeros(len(ARTICLE_MEASURES)), np.zeros(len(NONE_MEASURES)), np.zeros(1)]
    moments = [(np.zeros_like(one), np.zeros_like(one)) for one in parameters]
    for step in range(1, _STEPS + 1):
        weights, none_weights, bias = parameters
        error = (_shares(articles @ weights, none @ none_weights + bias, data.there) - data.wanted) / len(questions)
        gradients = (
            np.einsum("qc,qcm->m", error[:, :-1], articles) + _DECAY * weights,
            error[:, -1] @ none + _DECAY * none_weights,
            error[:, -1].sum(keepdims=True),
        )
        adam(parameters, gradients, moments, step, _RATE)
    weights, none_weights = parameters[0] / scale, parameters[1] / none_scale
    return Fusion(
        article=_named(ARTICLE_MEASURES, weights),
        none=_named(NONE_MEASURES, none_weights),
        none_bias=round(float(parameters[2][0] - none_weights @ none_centre), 4),
        threshold=threshold,
    )


def _measured(ranking: Ranking, question: Question, on: date) -> Measured:
    text = clean(question.text)
    versions = ranking.articles.for_reader(question.lang, question.country, on, question.audience)
    return ranking.measure(text, embed_question(text), ranking.candidates(versions, question.lang))


def _as_arrays(questions: Sequence[Question], measured: Sequence[Measured]) -> _Set:
    most = max(len(one.candidates) for one in measured)
    articles = np.zeros((len(questions), most, len(ARTICLE_MEASURES)))
    there, wanted = np.zeros((2, len(questions), most + 1))
    there[:, -1] = 1
    for row, (question, one) in enumerate(zip(questions, measured, strict=True)):
        count = len(one.candidates)
        articles[row, :count], there[row, :count] = one.articles, 1
        right = [number for number, candidate in enumerate(one.candidates) if candidate.article.id in question.right]
        wanted[row, right or [most]] = 1 / len(right or [most])
    return _Set(articles, np.array([one.none for one in measured]), there, wanted)


def _shares(scores: Numbers, none: Numbers, there: Numbers) -> Numbers:
    together = np.where(there > 0, np.concatenate([scores, none[:, np.newaxis]], axis=1), -np.inf)
    return softmax(together)


def _named(names: Sequence[str], weights: Numbers) -> dict[str, float]:
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
