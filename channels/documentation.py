"""The API's documentation: what every operation answers, with an example each, errors too."""

from __future__ import annotations

import json
from typing import Any

from channels.errors import ChannelError, error_words, status_of
from channels.problems import MEDIA_TYPE, Problem, problem
from tools.ledger.errors import LedgerError

_PROBLEM_SCHEMA = {"$ref": "#/components/schemas/Problem"}
Responses = dict[int | str, dict[str, Any]]


def answers(status: int, example: Any, *errors: type[ChannelError] | type[LedgerError]) -> Responses:
    """What an operation answers.

    Args:
        status: when it succeeds.
        example: the body then; None where there is none.
        errors: what may be raised, besides a request that is not valid.
    """
    succeeded = {} if example is None else {"content": {"application/json": {"example": example}}}
    return {status: succeeded, **refusals(*errors)}


def refusals(*errors: type[ChannelError] | type[LedgerError]) -> Responses:
    """Problem responses: one per status, an example per kind of error."""
    title, _ = error_words("invalid_field", "en")
    invalid = problem(422, "invalid_request", title, "body.hash: Field required")
    by_status: dict[int, list[dict[str, Any]]] = {422: [invalid]}
    for kind in errors:
        status = status_of(kind)
        by_status.setdefault(status, []).append(problem(status, kind.code, *error_words(kind.code, "en")))
    return {status: _response(problems) for status, problems in sorted(by_status.items())}


def with_problem_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """The OpenAPI document with the schema that all problem responses share."""
    schemas = schema.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    return schema


def _response(problems: list[dict[str, Any]]) -> dict[str, Any]:
    examples = {each["code"]: {"value": json.loads(json.dumps(each))} for each in problems}
    description = "; ".join(dict.fromkeys(each["title"] for each in problems))
    return {"description": description, "content": {MEDIA_TYPE: {"schema": _PROBLEM_SCHEMA, "examples": examples}}}
