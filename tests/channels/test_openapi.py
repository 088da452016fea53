"""The API's documentation is complete, and its examples are what the API takes and answers."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import BaseModel, TypeAdapter

from channels.app import create_app
from channels.portal import examples
from channels.problems import MEDIA_TYPE, Problem
from tools.ledger.payments import Payment
from tools.ledger.proposal_views import ProposalView, Receipt
from tools.ledger.terms import WISHES
from tools.ledger.views import AuthorizationView, ContactView, InvoiceDetails, InvoiceView, LetterView, PaymentStart

Operation = dict[str, Any]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    from assistant.settings import Settings

    settings = Settings.model_validate({"data_dir": tmp_path_factory.mktemp("openapi")})
    return create_app(settings, "postgresql://nowhere", demo=True, worker=False)


@pytest.fixture(scope="module")
def operations(app: FastAPI) -> dict[str, Operation]:
    """Every operation under /api/v1, by method and path."""
    paths = app.openapi()["paths"]
    return {
        f"{method.upper()} {path}": operation
        for path, methods in paths.items()
        if path.startswith("/api/v1/")
        for method, operation in methods.items()
    }


def _content(operation: Operation) -> list[dict[str, Any]]:
    parts = [operation.get("requestBody", {}), *operation["responses"].values()]
    return [media for part in parts for media in part.get("content", {}).values()]


def _has_example(media: dict[str, Any]) -> bool:
    return bool(media.get("example") is not None or media.get("examples"))


class TestEveryOperation:
    def test_is_there(self, operations: dict[str, Operation]) -> None:
        assert len(operations) >= 20
        assert "POST /api/v1/proposals/{proposal_id}/confirm" in operations

    def test_has_words_a_tag_and_a_documented_success(self, operations: dict[str, Operation]) -> None:
        for name, operation in operations.items():
            assert operation["summary"], name
            assert operation["description"], name
            assert operation["tags"], name
            [success] = [status for status in operation["responses"] if status.startswith("2")]
            if success != "204":
                [media] = operation["responses"][success]["content"].values()
                assert media["schema"], name

    def test_has_an_example_of_everything_that_is_sent(self, operations: dict[str, Operation]) -> None:
        for name, operation in operations.items():
            contents = _content(operation)
            assert contents, name
            assert all(_has_example(media) for media in contents), name

    def test_documents_its_errors_as_problems(self, app: FastAPI, operations: dict[str, Operation]) -> None:
        assert "Problem" in app.openapi()["components"]["schemas"]
        for name, operation in operations.items():
            if name.startswith("POST"):
                assert {"400", "403", "413"} <= set(operation["responses"]), name
        assert "HTTPValidationError" not in app.openapi()["components"]["schemas"]
        for name, operation in operations.items():
            errors = {s: answer for s, answer in operation["responses"].items() if s >= "400"}
            assert "422" in errors, name
            for status, answer in errors.items():
                assert list(answer["content"]) == [MEDIA_TYPE], name
                for example in answer["content"][MEDIA_TYPE]["examples"].values():
                    assert Problem.model_validate(example["value"]).status == int(status)

    def test_that_changes_something_wants_an_idempotency_key(self, operations: dict[str, Operation]) -> None:
        posts = {name: o for name, o in operations.items() if name.startswith("POST") and "/demo/" not in name}
        posts.pop("POST /api/v1/payments/callback")
        assert len(posts) >= 7
        for name, operation in posts.items():
            [header] = [p for p in operation["parameters"] if p["in"] == "header"]
            assert (header["name"], header["required"]) == ("Idempotency-Key", True), name
            assert {"400", "401", "409"} <= set(operation["responses"]), name


class TestExamples:
    @pytest.mark.parametrize(
        ("model", "example"),
        [
            (InvoiceView, examples.INVOICE),
            (InvoiceDetails, examples.DETAILS),
            (LetterView, examples.LETTER),
            (AuthorizationView, examples.AUTHORIZATION),
            (ContactView, examples.CONTACT),
            (ProposalView, examples.PROPOSAL),
            (Receipt, examples.RECEIPT),
            (PaymentStart, examples.PAYMENT_START),
            (Payment, {**examples.PAYMENT}),
        ],
    )
    def test_are_what_the_api_answers(self, model: type[BaseModel], example: dict[str, Any]) -> None:
        assert model.model_validate(example).model_dump(mode="json") == example

    def test_of_wishes_cover_every_kind(self) -> None:
        kinds = {WISHES.validate_python(wish).kind for wish in examples.WISHES.values()}
        known = TypeAdapter(dict[str, Any]).validate_python(WISHES.json_schema())["discriminator"]["mapping"]
        assert kinds == set(known)
