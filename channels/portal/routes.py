"""The portal's HTTP API: one module per resource, the services of the conversation behind all of them."""

from __future__ import annotations

from fastapi import APIRouter

from channels.portal import access, account, invoices, letters, payments, proposals, public, threads

api = APIRouter(prefix="/api/v1")
for resource in (account, invoices, letters, proposals, access, payments, public, threads):
    api.include_router(resource.router)
