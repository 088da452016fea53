"""Uploading and reading files, for customers and agents."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import Annotated, Any, cast
from uuid import UUID

from fastapi import APIRouter, File, Query, Request, UploadFile
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from channels.agent_console.access import current_shift
from channels.attachments.names import content_disposition
from channels.attachments.service import OpenedFile, entry_of
from channels.auth.sessions import AGENT, CUSTOMER, agent_id_of, principal_of
from channels.documentation import answers, refusals
from channels.errors import (
    AttachmentEmpty,
    AttachmentNotFound,
    AttachmentRefused,
    AttachmentsUnavailable,
    AttachmentTooLarge,
    IdempotencyKeyMissing,
    IdempotencyKeyReused,
    SenderBlocked,
    SignInNeeded,
    StillRunning,
    ThreadNotFound,
    TooManyAttachments,
)
from channels.idempotency import IdempotencyKey, IdempotentRoute
from channels.runtime import runtime_of


class UploadRoute(IdempotentRoute):
    """With the keys of customers and, where a thread is named, those of agents."""

    @staticmethod
    def asker(request: Request) -> str:
        """Who uploads.

        Raises:
            SignInNeeded: nobody is signed in as one who may.
        """
        return f"agent:{agent_id_of(request)}" if _THREAD in request.query_params else str(principal_of(request))


router = APIRouter(prefix="/api/v1/attachments", tags=["attachments"], route_class=UploadRoute)

_THREAD = "thread_id"
_ID = "5f0d9a52-3f0e-4a55-9d1c-6f4f9f6c2b1e"
EXAMPLE = {
    "id": _ID,
    "name": "meter.jpg",
    "media_type": "image/jpeg",
    "size": 184220,
    "url": f"/api/v1/attachments/{_ID}",
}
_FORM = {"requestBody": {"content": {"multipart/form-data": {"example": {"file": "(the bytes of the file)"}}}}}
_READ = {
    200: {
        "description": "The file as it was sent.",
        "content": {
            "application/octet-stream": {
                "schema": {"type": "string", "format": "binary"},
                "example": "(the bytes of the file)",
            }
        },
    },
    **refusals(SignInNeeded, AttachmentNotFound, AttachmentsUnavailable),
}
# A picture is drawn, a PDF saved: whatever either holds, nothing in it runs with the rights of our pages.
_SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    # What an id names never changes; the browser of whoever may see it need not ask twice while a page is open.
    "Cache-Control": "private, max-age=600, immutable",
}


class AttachmentAnswer(BaseModel):
    """A file that can be sent with a message."""

    id: UUID
    name: str = Field(description="For display; made safe, so it may differ from the one that was sent.")
    media_type: str = Field(description="By the content: application/pdf, image/png or image/jpeg.")
    size: int = Field(description="In bytes.")
    url: str


@router.post(
    "",
    summary="Upload a file",
    status_code=201,
    openapi_extra=_FORM,
    responses=answers(
        201,
        EXAMPLE,
        SignInNeeded,
        IdempotencyKeyMissing,
        IdempotencyKeyReused,
        StillRunning,
        ThreadNotFound,
        SenderBlocked,
        AttachmentEmpty,
        AttachmentRefused,
        AttachmentTooLarge,
        TooManyAttachments,
        AttachmentsUnavailable,
    ),
)
async def upload(
    request: Request,
    key: IdempotencyKey,
    file: Annotated[UploadFile, File(description="PDF, PNG or JPEG, up to 10 MB; its content decides which.")],
    thread_id: Annotated[
        str | None, Query(alias=_THREAD, description="For agents: the conversation whose customer the file is for.")
    ] = None,
) -> AttachmentAnswer:
    """Keep a file for a day; a message that names its id sends it, and then it stays."""
    attachments, content = runtime_of(request).attachments, cast("SpooledTemporaryFile[bytes]", file.file)
    if thread_id is None:
        kept = await attachments.receive(principal_of(request), content, file.filename)
    else:
        agent = (await current_shift(request)).agent
        kept = await attachments.receive_from_agent(agent.id, thread_id, content, file.filename)
    return AttachmentAnswer.model_validate(entry_of(kept))


@router.get("/{attachment_id}", summary="Read a file", response_class=StreamingResponse, responses=cast(Any, _READ))
async def download(request: Request, attachment_id: UUID) -> StreamingResponse:
    """A file of one's own conversations, or for agents of any; pictures can be shown, a PDF is to be saved."""
    opened = await _opened(request, attachment_id)
    headers = {
        **_SAFE_HEADERS,
        "Content-Disposition": content_disposition(opened.file.name, opened.file.media_type),
        "Content-Length": str(opened.file.size),
    }
    return StreamingResponse(opened.content, media_type=opened.file.media_type, headers=headers)


async def _opened(request: Request, attachment_id: UUID) -> OpenedFile:
    """As the customer where that is who may read it, else as the agent: both may be signed in at once."""
    attachments = runtime_of(request).attachments
    if CUSTOMER in request.session:
        try:
            return await attachments.open_for_customer(principal_of(request), attachment_id)
        except AttachmentNotFound:
            if AGENT not in request.session:
                raise
    agent = (await current_shift(request)).agent
    return await attachments.open_for_agent(agent.id, attachment_id)
