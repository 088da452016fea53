"""Questions with the article that answers each, or none."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from knowledge.articles import Audience
from tools.context import Language
from tools.ledger.models import Country

_FOLDER = Path(__file__).parent
MEASURING = _FOLDER / "questions.jsonl"
CALIBRATING = _FOLDER / "calibration.jsonl"


class Question(BaseModel):
    """One question.

    Attributes:
        id: unique in its file.
        lang: language code.
        country: of the customer.
        audience: what the customer is.
        text: as the customer writes it.
        expect: id of the article that answers best; None when the base must not answer.
        also_ok: ids of articles that serve the customer just as well.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    lang: Language
    country: Country
    audience: Audience
    text: str
    expect: str | None
    also_ok: tuple[str, ...] = ()

    @property
    def right(self) -> set[str]:
        """The ids of all articles that answer it."""
        return {self.expect, *self.also_ok} if self.expect else set()


def load_questions(file: Path = MEASURING) -> list[Question]:
    """All questions of a file.

    Raises:
        ValueError: a line is not a question.
    """
    return [Question.model_validate_json(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
