"""The console's HTTP API for agents: one module per resource. What happens live goes over ``/ws/console``."""

from __future__ import annotations

from fastapi import APIRouter

from channels.agent_console import audits, blocking, canned, copilot, customers, offers, search

router = APIRouter(prefix="/api/v1/console", tags=["console"])
for resource in (search, customers, offers, copilot, canned, blocking, audits):
    router.include_router(resource.router)
