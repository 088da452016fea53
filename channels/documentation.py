"""The API's documentation: what every operation answers, with an example each, errors too."""

from __future__ import annotations

import json
from typing import Any

from channels.errors import ChannelError, error_words, status_of
from channels.problems import MEDIA_TYPE, Problem, http_body, problem
from tools.ledger.errors import LedgerError

_PROBLEM_SCHEMA = {"$ref": "#/components/schemas/Problem"}
# A body that cannot be read, another site's page, a body that is too large.
_TURNED_AWAY = (400, 403, 413)
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
    title, detail = error_words("invalid_field", "en")
    invalid = problem(422, "invalid_request", title, detail, errors=["body.hash: Field required"])
    by_status: dict[int, list[dict[str, Any]]] = {422: [invalid]}
    for kind in errors:
        status = status_of(kind)
        by_status.setdefault(status, []).append(problem(status, kind.code, *error_words(kind.code, "en")))
    return {status: _response(problems) for status, problems in sorted(by_status.items())}


def with_problem_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """The OpenAPI document with what all operations share: the schema of problems, and how POSTs are turned away."""
    schemas = schema.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    for operations in schema["paths"].values():
        if post := operations.get("post"):
            for status in _TURNED_AWAY:
                post["responses"].setdefault(str(status), _response([http_body(status, "en")]))
    return schema


def _response(problems: list[dict[str, Any]]) -> dict[str, Any]:
    examples = {each["code"]: {"value": json.loads(json.dumps(each))} for each in problems}
    description = "; ".join(dict.fromkeys(each["title"] for each in problems))
    return {"description": description, "content": {MEDIA_TYPE: {"schema": _PROBLEM_SCHEMA, "examples": examples}}}
