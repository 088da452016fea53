"""A customer who is away is told of an answer by one mail, which does not say what the answer is."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from channels.mail.addresses import address_of
from channels.mail.notices import note_answer
from channels.mail.posts import LocalMailbox
from channels.mail.sending import Mails
from channels.message_center.models import ThreadEvent
from channels.message_center.records import Mail
from channels.message_center.repository import ThreadRepository
from tests.channels.support import Office
from tests.conftest import TODAY
from tests.tools.support import ANNA, ANONYMOUS, COMPANY, ERIK, INGRID, OLLI
from tools.context import Language, Principal
from tools.ledger.models import Authorization, Customer

SECRET = "Your invoice 1001 of 84.90 euros is credited"


class Desk:
    """Answers in Anna's thread, and the mails of it."""

    def __init__(self, office: Office, delay: timedelta = timedelta(0)) -> None:
        self.office = office
        self.mails = Mails(
            office.sessions, LocalMailbox(), sender="help@myropo.example", address="https://my.example", delay=delay
        )
        self._numbers = iter(range(1_000_000))

    async def answer(self, thread: str, words: str = SECRET, agent: str = "aino") -> int:
        """An agent's message; its number."""
        who = await self.office.agent(agent)
        return (await self.office.desk.post(who, thread, f"a{next(self._numbers)}", words)).seq

    async def rows(self) -> list[Mail]:
        async with self.office.sessions() as session:
            return list(await session.scalars(select(Mail).order_by(col(Mail.id))))

    async def statuses(self) -> list[str]:
        return [mail.status for mail in await self.rows()]

    async def read(self, thread: str, seq: int, principal: Principal = ANNA) -> None:
        await self.office.center.mark_read(principal, thread, seq)


@pytest.fixture
def desk(office: Office) -> Desk:
    return Desk(office)


class TestAnAnswerOfAPerson:
    async def test_is_told_by_a_mail_without_its_words_and_figures(self, office: Office, desk: Desk) -> None:
        thread = await office.held_by("aino")
        await desk.answer(thread)
        await desk.mails.send_due()
        [mail] = await desk.rows()
        assert (mail.status, mail.recipient) == ("sent", "anna@customer.example")
        assert f"https://my.example/messages/{thread}" in mail.body
        for word in ("1001", "84", "credited", "Anna", "Aino"):
            assert word not in mail.subject + mail.body.replace(thread, "")

    @pytest.mark.parametrize(
        ("language", "subject"),
        [
            ("en", "You have an answer waiting in MyRopo"),
            ("fi", "Sinulle on vastaus MyRopossa"),
            ("sv", "Du har fått ett svar i MyRopo"),
            ("nb", "Du har fått svar i MyRopo"),
        ],
    )
    async def test_is_told_in_the_language_of_the_thread(
        self, office: Office, desk: Desk, language: Language, subject: str
    ) -> None:
        thread = await office.held_by("aino")
        await desk.answer(thread)
        await office.center.set_language(ANNA, thread, language)
        await desk.mails.send_due()
        assert [mail.subject for mail in await desk.rows()] == [subject]

    async def test_is_told_once_however_many_messages_follow(self, office: Office, desk: Desk) -> None:
        thread = await office.held_by("aino")
        for _ in range(3):
            await desk.answer(thread)
        await desk.mails.send_due()
        await desk.answer(thread)
        await desk.mails.send_due()
        assert await desk.statuses() == ["sent"]

    async def test_is_told_again_after_the_customer_was_there(self, office: Office, desk: Desk) -> None:
        thread = await office.held_by("aino")
        seq = await desk.answer(thread)
        await desk.mails.send_due()
        await desk.read(thread, seq)
        await desk.answer(thread)
        await desk.mails.send_due()
        assert await desk.statuses() == ["sent", "sent"]

    async def test_that_is_read_in_time_needs_no_mail(self, office: Office, desk: Desk) -> None:
        thread = await office.held_by("aino")
        await desk.read(thread, await desk.answer(thread))
        await desk.answer(thread)
        await desk.mails.send_due()
        first, second = await desk.rows()
        assert (first.status, first.body, second.status) == ("dropped", "", "sent")

    async def test_that_the_customer_has_answered_needs_no_mail(self, office: Office, desk: Desk) -> None:
        thread = await office.held_by("aino")
        await desk.answer(thread)
        await office.say(thread, "Thank you!")
        await desk.mails.send_due()
        assert await desk.statuses() == ["dropped"]

    async def test_is_not_told_before_the_customer_had_a_while(self, office: Office) -> None:
        slow = Desk(office, timedelta(seconds=120))
        thread = await office.held_by("aino")
        await slow.answer(thread)
        for age, status in ((119, "waiting"), (121, "sent")):
            async with office.sessions.begin() as session:
                await session.execute(text(f"UPDATE mail SET send_after = now() - interval '{age} seconds'"))
            await slow.mails.send_due()
            assert await slow.statuses() == [status]

    async def test_that_was_not_stored_is_told_by_none(self, office: Office, desk: Desk) -> None:
        thread = await office.held_by("aino")
        async with office.sessions.begin() as session:
            row = await ThreadRepository(session).get(thread, lock=True)
            said = ThreadEvent.new("message", "agent", {"text": SECRET}, office.clock.now(), name="Aino")
            await note_answer(session, row, await ThreadRepository(session).append(row, said), said.at)
            await session.rollback()
        assert await desk.rows() == []

    async def test_that_comes_twice_is_told_once(self, office: Office, desk: Desk) -> None:
        thread = await office.held_by("aino")
        agent = await office.agent("aino")
        await office.desk.post(agent, thread, "same", SECRET)
        await office.desk.post(agent, thread, "same", SECRET)
        assert len(await desk.rows()) == 1

    async def test_is_told_by_one_of_many_processes(self, office: Office, desk: Desk) -> None:
        for principal in (ANNA, ERIK, OLLI):
            await desk.answer(await office.held_by("aino", principal))
        others = [Desk(office) for _ in range(4)]
        posts = [_Counting() for _ in others]
        for other, post in zip(others, posts, strict=True):
            other.mails = Mails(
                office.sessions, post, sender="a@b.example", address="https://my.example", delay=timedelta(0)
            )
        await asyncio.gather(*(other.mails.send_due() for other in others))
        assert sum(post.sent for post in posts) == 3
        assert await desk.statuses() == ["sent"] * 3


class TestAnAnswerOfTheAssistant:
    async def test_is_told_in_the_message_center_and_not_in_the_widget(self, office: Office, desk: Desk) -> None:
        for channel, mails in (("widget", 0), ("message_center", 1)):
            thread = await office.thread()
            async with office.sessions.begin() as session:
                (await ThreadRepository(session).get(thread)).channel = channel
            await office.talk(thread, "hello")
            assert len(await desk.rows()) == mails
        await desk.mails.send_due()
        [mail] = await desk.rows()
        assert "AI assistant" in mail.body

    async def test_that_is_a_card_is_told_once_with_its_words(self, office: Office, desk: Desk) -> None:
        thread = await office.thread()
        async with office.sessions.begin() as session:
            (await ThreadRepository(session).get(thread)).channel = "message_center"
        await office.talk(thread, "postpone 1001 to 2026-12-18")
        assert "assistant proposal" in await office.kinds(thread)
        assert len(await desk.rows()) == 1


class TestTheAddress:
    async def test_is_the_ledgers_for_people_and_companies(self, office: Office) -> None:
        async with office.sessions() as session:
            for principal in (ANNA, ERIK, INGRID):
                assert await address_of(session, principal, TODAY) == f"{principal.key}@customer.example"
            company = await office.ledger.customer(COMPANY)
            assert company is not None
            found = await address_of(session, COMPANY, TODAY)
            [row] = await session.scalars(select(Customer).where(col(Customer.name) == company.name))
            assert found == row.email

    async def test_of_a_delegate_is_the_authorized_one_while_that_holds(self, office: Office) -> None:
        async with office.sessions() as session:
            row = (await session.scalars(select(Authorization).where(col(Authorization.revoked_on).is_(None)))).first()
            assert row is not None
            delegate = Principal("delegate", str(row.id))
            assert await address_of(session, delegate, TODAY) == row.email
            later = (row.valid_until or TODAY) + timedelta(days=1)
            assert await address_of(session, delegate, later) == (None if row.valid_until else row.email)

    async def test_of_nobody_is_none(self, office: Office) -> None:
        async with office.sessions() as session:
            for nobody in (ANONYMOUS, Principal("person", "none"), Principal("delegate", "x"), Principal("service")):
                assert await address_of(session, nobody, TODAY) is None

    @pytest.mark.parametrize(
        "address",
        [
            "a@b.example\r\nbcc: all@evil.example",
            "a@b.example\nsubject: x",
            "a@b.example, c@d.example",
            "<a@b.example>",
            "anna@customer.example\u2028x",
            "a b@c.example",
            "",
        ],
    )
    async def test_that_could_carry_a_header_is_written_to_never(
        self, office: Office, desk: Desk, address: str
    ) -> None:
        thread = await office.held_by("aino")
        async with office.sessions() as reading:
            before = await address_of(reading, ANNA, TODAY)
        try:
            await _rename(office, address)
            await desk.answer(thread)
            assert await desk.rows() == []
        finally:
            await _rename(office, before or "")


class TestWithoutAMailServer:
    async def test_nothing_is_sent_and_old_mails_are_given_up(self, office: Office, desk: Desk) -> None:
        await desk.answer(await office.held_by("aino"))
        silent = Mails(office.sessions, None, sender="a@b.example", address="https://my.example", delay=timedelta(0))
        await silent.send_due()
        assert await desk.statuses() == ["waiting"]
        async with office.sessions.begin() as session:
            await session.execute(text("UPDATE mail SET send_after = now() - interval '25 hours'"))
        await silent.send_due()
        assert await desk.statuses() == ["dropped"]


class _Counting(LocalMailbox):
    def __init__(self) -> None:
        self.sent = 0

    async def send(self, message: object) -> None:
        self.sent += 1


async def _rename(office: Office, address: str) -> None:
    async with office.sessions.begin() as session:
        await session.execute(text("UPDATE customer SET email = :email WHERE id = 'anna'"), {"email": address})
