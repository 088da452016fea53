"""Supervisors manage webhooks; nothing is sent into the operator's own network."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import httpx
import pytest

from channels.client import demo_cookie
from channels.webhooks.addresses import BadAddress, UnknownHost, address_of
from tests.channels.conftest import Start
from tests.channels.receiver import Receiver
from tests.channels.support import Office

PATH = "/api/v1/console/webhooks"


@contextmanager
def names(monkeypatch: pytest.MonkeyPatch, **known: list[str]) -> Iterator[None]:
    """A name service that knows these names only."""
    resolve = socket.getaddrinfo

    def look_up(host: str, *args: Any, **kwargs: Any) -> Any:
        name = host.removesuffix(".example")
        if name == host:
            return resolve(host, *args, **kwargs)
        if name not in known:
            raise socket.gaierror("unknown")
        return [found for address in known[name] for found in resolve(address, *args, **kwargs)]

    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", look_up)
        yield


class TestWhereWebhooksGo:
    @pytest.mark.parametrize(
        "host",
        [
            "127.0.0.1",
            "localhost",
            "10.0.0.8",
            "172.16.3.4",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "2130706433",
            "0x7f.1",
            "[::1]",
            "[::]",
            "[fe80::1]",
            "[fd00::1]",
            "[::ffff:127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
        ],
    )
    async def test_is_never_the_own_network(self, host: str) -> None:
        with pytest.raises(BadAddress, match="not a public address"):
            await address_of(f"http://{host}/hook", private=False)

    @pytest.mark.parametrize(
        "url",
        [
            "ftp://a.example/",
            "file:///etc/passwd",
            "//a.example",
            "http://",
            "http://a:b@a.example/",
            "http://a:99999/",
        ],
    )
    async def test_is_http_without_credentials(self, url: str) -> None:
        with pytest.raises(BadAddress):
            await address_of(url, private=True)

    async def test_is_a_public_address_whatever_the_name_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with names(monkeypatch, good=["93.184.216.34"], bad=["10.1.2.3"], both=["93.184.216.34", "127.0.0.1"]):
            assert await address_of("https://good.example/hook", private=False) == "93.184.216.34"
            for name in ("bad", "both"):
                with pytest.raises(BadAddress, match="not a public address"):
                    await address_of(f"https://{name}.example/hook", private=False)
            with pytest.raises(UnknownHost):
                await address_of("https://nobody.example/hook", private=False)

    async def test_may_be_the_own_network_where_the_operator_says_so(self) -> None:
        assert await address_of("http://127.0.0.1:8080/hook", private=True) == "127.0.0.1"


class Console:
    """A member of customer service with the HTTP API."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def add(self, url: str, *kinds: str, **more: object) -> httpx.Response:
        """POST an endpoint."""
        body = {"url": url, "kinds": [*kinds], **more}
        return await self._http.post(PATH, json=body, headers={"Idempotency-Key": uuid4().hex})

    async def listed(self) -> list[dict[str, Any]]:
        """What there is."""
        answer = await self._http.get(PATH)
        assert answer.status_code == 200
        return list(answer.json()["webhooks"])

    async def remove(self, webhook_id: str) -> int:
        """DELETE an endpoint."""
        return (await self._http.delete(f"{PATH}/{webhook_id}")).status_code


@pytest.fixture
async def address(start: Start) -> str:
    """The application, which may send to loopback."""
    return await start(webhooks_private=True)


async def signed_in(address: str, agent_id: str) -> Console:
    """An agent's console."""
    cookie = await demo_cookie(address, agent=agent_id)
    return Console(httpx.AsyncClient(base_url=address, headers={"Cookie": cookie}, trust_env=False))


@pytest.fixture
async def maria(address: str) -> AsyncIterator[Console]:
    """A supervisor."""
    console = await signed_in(address, "maria")
    yield console
    await console._http.aclose()


@pytest.mark.slow
class TestManaging:
    async def test_shows_the_secret_once_and_delivers_with_it(self, maria: Console, office: Office) -> None:
        async with Receiver.open() as receiver:
            added = await maria.add(receiver.url, "message")
            assert added.status_code == 201
            [listed] = await maria.listed()
            assert listed == {k: v for k, v in added.json().items() if k != "secret"} | {"failing": []}
            assert listed["active"]
            await office.say(await office.thread(), "hello")
            await receiver.until(lambda: receiver.taken)
            receiver.taken[0].verify(added.json()["secret"])
            assert receiver.taken[0].told["event"]["payload"]["text"] == "hello"

    async def test_shows_what_fails(self, maria: Console, office: Office) -> None:
        async with Receiver.open() as receiver:
            receiver.answer = lambda _: 418
            await maria.add(receiver.url)
            thread = await office.thread()
            await office.say(thread, "hello")
            await receiver.until(lambda: receiver.came)
            while not (failing := (await maria.listed())[0]["failing"]):
                pass
            assert (failing[0]["thread_id"], failing[0]["error"]) == (thread, "answered with 418")

    async def test_removes(self, maria: Console, office: Office) -> None:
        await office.thread()
        webhook_id = (await maria.add("https://hooks.example/x")).json()["id"]
        assert await maria.remove(webhook_id) == 204
        assert await maria.listed() == []
        assert await maria.remove(webhook_id) == 404
        assert await office.count("SELECT count(*) FROM webhook_cursor") == 0

    async def test_refuses_what_can_never_be_delivered(self, maria: Console) -> None:
        assert (await maria.add("ftp://hooks.example/x")).status_code == 400
        assert (await maria.add("https://user:pass@hooks.example/x")).status_code == 400
        assert (await maria.add("https://hooks.example/x", "note")).status_code == 422
        assert (await maria.add("https://hooks.example/x", secret="mine")).status_code == 422
        assert await maria.listed() == []

    async def test_is_for_supervisors_and_written_down(self, maria: Console, address: str, office: Office) -> None:
        aino = await signed_in(address, "aino")
        refused = await aino.add("https://hooks.example/x")
        assert (refused.status_code, refused.json()["code"]) == (403, "supervisor_only")
        await maria.add("https://hooks.example/x")
        assert await office.count("SELECT count(*) FROM agent_action WHERE action = 'webhook_added'") == 1
        await aino._http.aclose()

    async def test_refuses_the_own_network_by_default(self, start: Start) -> None:
        console = await signed_in(await start(), "maria")
        refused = await console.add("http://127.0.0.1:1/hook")
        assert (refused.status_code, refused.json()["detail"]) == (400, "url: 127.0.0.1 is not a public address")
        await console._http.aclose()
