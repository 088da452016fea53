"""One delivery: a signed POST of one event."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Self, cast

import httpx

from channels.message_center.models import Channel, Thread, ThreadEvent
from channels.message_center.records import WebhookEndpoint
from channels.message_center.tags import Outcome, Tag
from channels.payments.signature import HEADER, sign
from channels.webhooks.addresses import BadAddress, address_of
from channels.wire.webhook import WebhookThread

DELIVERY_HEADER = "Myropo-Delivery"
TIMEOUT_SECONDS = 10.0


class DeliveryFailed(Exception):
    """The endpoint has not said that it has the event; the message says what happened instead."""


class Post:
    """Sends events.

    Args:
        http: does not follow redirects.
        private: whether loopback and private addresses are allowed.
    """

    def __init__(self, http: httpx.AsyncClient, *, private: bool) -> None:
        self._http = http
        self._private = private

    @classmethod
    @asynccontextmanager
    async def open(cls, *, private: bool) -> AsyncIterator[Self]:
        """A post that closes its connections when the context ends."""
        # Reading the certificates of all authorities takes a while.
        secured = await asyncio.to_thread(ssl.create_default_context)
        async with httpx.AsyncClient(verify=secured, trust_env=False, timeout=TIMEOUT_SECONDS) as http:
            yield cls(http, private=private)

    async def send(self, endpoint: WebhookEndpoint, thread: Thread, event: ThreadEvent) -> None:
        """Send one event.

        Raises:
            DeliveryFailed: the answer is not 2xx, or did not come within ten seconds.
        """
        told = {"endpoint": str(endpoint.id), "thread": thread_state(thread), "event": event.public()}
        body = json.dumps(told, ensure_ascii=False).encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "MyRopo-webhooks/1",
            HEADER: sign(endpoint.secret.encode(), body),
            DELIVERY_HEADER: f"{endpoint.id}:{thread.id}:{event.seq}",
        }
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                status = await self._post(endpoint.url, body, headers)
        except BadAddress as error:
            raise DeliveryFailed(str(error)) from None
        except (TimeoutError, httpx.TimeoutException):
            raise DeliveryFailed(f"no answer within {TIMEOUT_SECONDS:.0f} seconds") from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise DeliveryFailed(f"{type(error).__name__}: {error}") from None
        if not 200 <= status < 300:
            raise DeliveryFailed(f"answered with {status}")

    async def _post(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        """The status of the answer; its body is not read."""
        named = httpx.URL(url)
        # The address that was checked is the one that is connected to; a name could mean another one a moment later.
        address = await address_of(url, private=self._private)
        request = self._http.build_request(
            "POST",
            named.copy_with(host=address),
            content=body,
            headers={"Host": named.netloc.decode(), **headers},
            extensions={"sni_hostname": named.host, "timeout": httpx.Timeout(TIMEOUT_SECONDS).as_dict()},
        )
        response = await self._http.send(request, stream=True)
        await response.aclose()
        return response.status_code


def wants(kinds: list[str], event: ThreadEvent) -> bool:
    """Whether an endpoint gets an event: of the kinds that it names, or any public one. Notes stay among people."""
    if event.kind == "note":
        return False
    return event.kind in kinds if kinds else event.audience == "public"


def thread_state(thread: Thread) -> WebhookThread:
    """A thread as it is now, without its brief."""
    return {
        "id": thread.id,
        "customer": thread.customer_name,
        "country": thread.country,
        "language": thread.spoken,
        "title": thread.title,
        "channel": cast(Channel, thread.channel),
        "invoice": thread.invoice,
        "handler": thread.handler,
        "status": cast(Any, thread.status),
        "reason": cast(Any, thread.reason),
        "team_id": thread.team_id,
        "for_supervisor": thread.for_supervisor,
        "priority": cast(Any, thread.priority),
        "queued_at": _iso(thread.queued_at),
        "claimed_at": _iso(thread.claimed_at),
        "waiting_since": _iso(thread.waiting_since),
        "promised_at": _iso(thread.promised_at),
        "breached": thread.breached_at is not None,
        "snoozed_until": _iso(thread.snoozed_until),
        "tags": cast(list[Tag], thread.tags),
        "outcome": cast(Outcome | None, thread.outcome),
        "created_at": thread.created_at.isoformat(),
        "last_seq": thread.last_seq,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
