"""How likely each article is what a question asks for, from several measures of nearness.

Each article gets a score, a weighted sum of its measures; so does "none of them", from how near the question is to
questions off our topic. The scores become probabilities that add up to one (softmax). The weights are data,
``fusion.yaml``, fitted to questions that were written without sight of the articles: see ``evals/knowledge``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.head import softmax

FILE = Path(__file__).parent / "fusion.yaml"
ARTICLE_MEASURES = ("question", "questions", "passage", "sibling", "lexical", "learned")
NONE_MEASURES = ("question", "questions", "lexical", "learned")

Numbers = NDArray[np.float64]


class FusionFileError(ValueError):
    """The file of weights cannot be used."""


class Fusion(BaseModel):
    """Weights of the measures.

    Attributes:
        article: weight of each measure of an article.
        none: weight of each measure of "none of them".
        none_bias: added to the score of "none of them".
        threshold: probability that some article answers, below which the honest answer is "I do not know".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: dict[str, float]
    none: dict[str, float]
    none_bias: float
    threshold: float = Field(gt=0, lt=1)

    def probabilities(self, articles: Numbers, none: Numbers) -> Numbers:
        """The probability of every article, and last that of none of them.

        Args:
            articles: ``[articles, measures]`` in the order of ``ARTICLE_MEASURES``.
            none: ``[measures]`` in the order of ``NONE_MEASURES``.
        """
        scores = articles @ np.array([self.article[name] for name in ARTICLE_MEASURES])
        against = none @ np.array([self.none[name] for name in NONE_MEASURES]) + self.none_bias
        return softmax(np.append(scores, against))


@cache
def load_fusion(file: Path = FILE) -> Fusion:
    """Read the weights.

    Raises:
        FusionFileError: a weight is missing, unknown or no number.
    """
    try:
        fusion = Fusion.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise FusionFileError(f"{file.name}: {error}") from error
    if set(fusion.article) != set(ARTICLE_MEASURES) or set(fusion.none) != set(NONE_MEASURES):
        raise FusionFileError(f"{file.name}: wants the measures {ARTICLE_MEASURES} and {NONE_MEASURES}")
    return fusion
