"""Mails go out over a mail server, are tried again where it fails, and the demo keeps them in a mailbox."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from email.message import EmailMessage

import pytest
from pydantic import ValidationError
from sqlalchemy import text
from structlog.testing import capture_logs

from assistant.models.scripted import ScriptedChatModel
from assistant.settings import Settings
from channels.app import create_app
from channels.mail.outbox import MOST_ATTEMPTS
from channels.mail.posts import PostFailed, SmtpPost
from channels.mail.sending import Mails
from tests.channels.conftest import SettingsOf, Start
from tests.channels.mail_server import mail_server
from tests.channels.portal import API, Portal, assert_problem
from tests.channels.support import Office, Playbook, served

DUE_AGAIN = "UPDATE mail SET send_after = now() - interval '1 second'"


async def noted(office: Office) -> str:
    """A thread with an answer that Anna has not read."""
    thread = await office.held_by("aino")
    await office.desk.post(await office.agent("aino"), thread, "one", "Your balance is 84.90 euros")
    return thread


def over(office: Office, url: str) -> Mails:
    """Mails over a server."""
    post = SmtpPost(url)
    return Mails(office.sessions, post, sender="help@myropo.example", address="https://my.example", delay=timedelta(0))


async def row(office: Office) -> tuple[str, int]:
    async with office.sessions() as session:
        status, attempts = (await session.execute(text("SELECT status, attempts FROM mail"))).one()
        return status, attempts


class TestAMail:
    async def test_arrives_as_plain_text_from_us_to_the_customer_alone(self, office: Office) -> None:
        thread = await noted(office)
        async with mail_server() as (server, at):
            await over(office, f"smtp://{at}").send_due()
        [mail] = server.came
        assert server.recipients == ["anna@customer.example"]
        assert (mail["From"], mail["To"]) == ("MyRopo <help@myropo.example>", "anna@customer.example")
        assert mail["Subject"] == "You have an answer waiting in MyRopo"
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail.get_content_type() == "text/plain"
        body = mail.get_content()
        assert f"https://my.example/messages/{thread}" in body
        assert "84" not in body.replace(thread, "")
        assert await row(office) == ("sent", 1)

    async def test_is_sent_with_user_and_password_where_they_are_given(self, office: Office) -> None:
        await noted(office)
        async with mail_server() as (server, at):
            await over(office, f"smtp://us%40er:pa%2Fss@{at}").send_due()
        assert server.logins == [(b"us@er", b"pa/ss")]
        assert len(server.came) == 1

    async def test_shares_a_connection_with_the_next_and_none_is_opened_for_nothing(self, office: Office) -> None:
        async with mail_server() as (server, at):
            mails = over(office, f"smtp://{at}")
            await mails.send_due()
            assert server.connections == 0
            for _ in range(3):
                await noted(office)
            await mails.send_due()
            assert (server.connections, len(server.came)) == (1, 3)


class TestAServerThatFails:
    async def test_is_tried_again_later_and_not_at_once(self, office: Office) -> None:
        await noted(office)
        async with mail_server() as (server, at):
            mails = over(office, f"smtp://{at}")
            server.refuse = "451 try later"
            for _ in range(3):
                await mails.send_due()
            assert await row(office) == ("waiting", 1)
            server.refuse = None
            await office_execute(office, DUE_AGAIN)
            await mails.send_due()
            assert len(server.came) == 1
        assert await row(office) == ("sent", 2)

    async def test_is_given_up_after_eight_tries(self, office: Office) -> None:
        await noted(office)
        mails = over(office, "smtp://127.0.0.1:1")
        for attempt in range(1, MOST_ATTEMPTS + 1):
            assert await row(office) == ("waiting", attempt - 1)
            await mails.send_due()
            await office_execute(office, DUE_AGAIN)
        assert await row(office) == ("failed", MOST_ATTEMPTS)

    async def test_waits_longer_after_each_try(self, office: Office) -> None:
        await noted(office)
        mails = over(office, "smtp://127.0.0.1:1")
        minutes = []
        for _ in range(4):
            await mails.send_due()
            minutes.append(await office.count("SELECT round(extract(epoch FROM send_after - now()) / 60) FROM mail"))
            await office_execute(office, DUE_AGAIN)
        assert minutes == [1, 2, 4, 8]

    async def test_by_saying_that_the_address_does_not_exist_is_not_asked_again(self, office: Office) -> None:
        await noted(office)
        async with mail_server() as (server, at):
            server.refuse = "550 no such user"
            await over(office, f"smtp://{at}").send_due()
        assert await row(office) == ("failed", 1)

    async def test_does_not_hold_up_the_next_sweep(self, office: Office) -> None:
        await noted(office)
        connected = asyncio.Event()
        silent = await asyncio.start_server(lambda reader, writer: connected.set(), "127.0.0.1", 0)
        async with silent:
            mails = over(office, f"smtp://127.0.0.1:{silent.sockets[0].getsockname()[1]}")
            held = asyncio.create_task(mails.send_due())
            await connected.wait()
            await mails.send_due()
            assert not held.done()
            held.cancel()
        assert await row(office) == ("waiting", 1)

    async def test_gets_no_password_without_encryption_unless_it_is_this_machine(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with mail_server() as (server, at):
            monkeypatch.setattr("channels.mail.posts._HERE", ())
            with pytest.raises(PostFailed):
                await SmtpPost(f"smtp://user:secret@{at}").send(EmailMessage())
        assert server.logins == []

    async def test_that_speaks_plainly_where_it_must_not_gets_nothing(self) -> None:
        async with mail_server() as (server, at):
            with pytest.raises(PostFailed):
                await SmtpPost(f"smtps://{at}").send(EmailMessage())
        assert server.came == []


class TestHeaders:
    async def test_cannot_be_smuggled_in_even_from_the_table_and_hold_up_no_other_mail(self, office: Office) -> None:
        await noted(office)
        await office_execute(office, "UPDATE mail SET recipient = E'a@b.example\\r\\nBcc: all@evil.example'")
        await noted(office)
        async with mail_server() as (server, at):
            await over(office, f"smtp://{at}").send_due()
        assert server.recipients == ["anna@customer.example"]
        assert await office.count("SELECT count(*) FROM mail WHERE status = 'failed'") == 1


class TestSettings:
    @pytest.mark.parametrize(
        "given",
        [
            {"smtp_url": "smtp://host:25"},
            {"smtp_url": "http://host", "mail_from": "a@b.example"},
            {"smtp_url": "smtp://", "mail_from": "a@b.example"},
            {"mail_from": "a@b.example\r\nBcc: c@d.example"},
            {"public_url": "ftp://host"},
            {"attachments_url": "/tmp/files"},
            {"attachments_url": "s3://key:secret@bucket/x"},
            {"attachments_endpoint": "http://key:secret@host"},
        ],
        ids=str,
    )
    def test_that_cannot_be_meant_are_refused(self, given: dict[str, str]) -> None:
        with pytest.raises(ValidationError):
            Settings.model_validate(given)

    def test_show_no_password(self) -> None:
        given = {"smtp_url": "smtp://user:hunter2@host", "mail_from": "a@b.example"}
        assert "hunter2" not in str(Settings.model_validate(given).masked())


@pytest.mark.slow
class TestTheRunningService:
    async def test_sends_by_itself_over_the_server_of_the_settings(self, start: Start, office: Office) -> None:
        async with mail_server() as (server, at):
            given = {"smtp_url": f"smtp://{at}", "mail_from": "help@myropo.example", "mail_delay_seconds": 0}
            await start(demo=False, public_url="https://my.example/", **given)
            thread = await noted(office)
            async with asyncio.timeout(30):
                await server.arrived.wait()
            assert f"https://my.example/messages/{thread}" in server.came[0].get_content()

    async def test_of_the_demo_lists_its_mails(self, start: Start, office: Office) -> None:
        address = await start(mail_delay_seconds=0)
        thread = await noted(office)
        async with AsyncExitStack() as stack:
            anybody = await Portal(stack, address).browser()
            async with asyncio.timeout(30):
                while not (mails := (await anybody.http.get(f"{API}/demo/mails")).json()["mails"]):  # noqa: ASYNC110
                    await asyncio.sleep(0.1)
        assert [(mail["recipient"], mail["thread_id"]) for mail in mails] == [("anna@customer.example", thread)]
        assert "http://127.0.0.1:8000/messages/" in mails[0]["body"]

    async def test_has_no_mailbox_outside_of_the_demo_and_says_where_mails_go(
        self, settings_of: SettingsOf, database_url: str
    ) -> None:
        app = create_app(settings_of(), database_url, demo=False, model=ScriptedChatModel(script=Playbook()))
        with capture_logs() as logs:
            async with served(app) as address, AsyncExitStack() as stack:
                anybody = await Portal(stack, address).browser()
                assert_problem(await anybody.http.get(f"{API}/demo/mails"), 404, "http_404")
        assert [entry for entry in logs if "no mails are sent" in entry["event"]]


async def office_execute(office: Office, statement: str) -> None:
    async with office.sessions.begin() as session:
        await session.execute(text(statement))
