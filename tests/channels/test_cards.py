"""A change happens by the customer's click on the card in its own thread, once, and the log tells what is true."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from assistant.conversation import Reply
from channels.errors import ThreadNotFound
from tests.channels.support import HeldModel, Office, Playbook
from tests.tools.support import ANNA, ERIK, SOFIA, day
from tools.ledger.errors import (
    LedgerError,
    ProposalAlreadyConfirmed,
    ProposalChanged,
    ProposalClosed,
    ProposalExpired,
    ProposalNotFound,
)
from tools.ledger.proposal_views import Receipt
from tools.ledger.proposals import LIFETIME

Card = dict[str, Any]


async def offered(office: Office, number: str = "1001", offset: int = 18) -> tuple[str, Card]:
    """A thread with an action card that waits for the click."""
    thread = await office.thread()
    await office.talk(thread, f"postpone {number} to {day(offset)}")
    return thread, await office.card(thread)


class TestConfirming:
    async def test_moves_the_date_and_writes_the_receipt(self, office: Office) -> None:
        thread, card = await offered(office)
        assert (await office.invoice("1001")).due_date == day(12)
        await office.center.confirm(ANNA, thread, card["id"], card["hash"])
        assert (await office.invoice("1001")).due_date == day(18)
        receipt = (await office.events(thread))[-1]
        assert (receipt.kind, receipt.author_kind, receipt.payload["proposal_id"]) == ("receipt", "system", card["id"])
        assert receipt.payload["receipt"]["invoice"]["number"] == "1001"
        assert await office.statuses(thread) == ["confirmed"]

    async def test_by_a_double_click_happens_once(self, office: Office) -> None:
        thread, card = await offered(office, "1003", 20)
        clicks = [office.center.confirm(ANNA, thread, card["id"], card["hash"]) for _ in range(5)]
        answers = await asyncio.gather(*clicks, return_exceptions=True)
        assert sum(isinstance(answer, Receipt) for answer in answers) == 1
        assert sum(isinstance(answer, ProposalAlreadyConfirmed) for answer in answers) == 4
        assert (await office.kinds(thread)).count("system receipt") == 1

    async def test_names_the_card_as_it_was_shown(self, office: Office) -> None:
        thread, card = await offered(office)
        await office.center.confirm(ANNA, thread, f"{{{card['id'].upper()}}}", card["hash"])
        assert (await office.events(thread))[-1].payload["proposal_id"] == card["id"]

    async def test_is_possible_while_a_person_holds_the_thread_only_for_a_card_that_is_open(
        self, office: Office
    ) -> None:
        thread, card = await offered(office)
        await office.talk(thread, "I want to talk to a human being")
        with pytest.raises(ProposalClosed):
            await office.center.confirm(ANNA, thread, card["id"], card["hash"])
        assert (await office.invoice("1001")).due_date == day(12)


class TestRefusedClicks:
    async def refused(self, office: Office, wanted: type[LedgerError], thread: str, id: str, hash: str) -> None:
        before = await office.picture()
        with pytest.raises(wanted):
            await office.center.confirm(ANNA, thread, id, hash)
        assert await office.picture() == before

    async def test_another_customers_proposal_is_not_found(self, office: Office) -> None:
        thread, card = await offered(office, "1005", 10)
        for principal in (ERIK, SOFIA):
            other = await office.thread(principal)
            for attempt in (
                office.center.confirm(principal, other, card["id"], card["hash"]),
                office.center.cancel(principal, other, card["id"]),
            ):
                with pytest.raises(ProposalNotFound):
                    await attempt
            with pytest.raises(ThreadNotFound):
                await office.center.confirm(principal, thread, card["id"], card["hash"])
        assert await office.statuses(thread) == ["open"]

    async def test_another_threads_proposal_is_not_found(self, office: Office) -> None:
        _, card = await offered(office)
        other = await office.thread()
        await self.refused(office, ProposalNotFound, other, card["id"], card["hash"])
        with pytest.raises(ProposalNotFound):
            await office.center.cancel(ANNA, other, card["id"])

    @pytest.mark.parametrize("hash", ["", "0" * 64, "\x00", "\ud800"])
    async def test_a_wrong_hash_is_a_changed_proposal(self, office: Office, hash: str) -> None:
        thread, card = await offered(office)
        await self.refused(office, ProposalChanged, thread, card["id"], hash)

    @pytest.mark.parametrize("id", ["", "nonsense", "\x00", "0" * 32, "-" * 36])
    async def test_an_id_that_means_nothing_is_not_found(self, office: Office, id: str) -> None:
        thread, card = await offered(office)
        await self.refused(office, ProposalNotFound, thread, id, card["hash"])

    async def test_an_expired_one_is_refused(self, office: Office) -> None:
        thread, card = await offered(office)
        office.clock.advance(LIFETIME)
        await self.refused(office, ProposalExpired, thread, card["id"], card["hash"])

    async def test_one_whose_ground_has_changed_is_refused(self, office: Office) -> None:
        thread, card = await offered(office)
        await office.counter.change("1001", stage="legal")
        await self.refused(office, ProposalChanged, thread, card["id"], card["hash"])

    async def test_one_that_another_card_has_replaced_is_refused(self, office: Office) -> None:
        thread, card = await offered(office)
        await office.talk(thread, f"postpone 1001 to {day(20)}")
        await self.refused(office, ProposalClosed, thread, card["id"], card["hash"])
        newer = await office.card(thread)
        await office.center.confirm(ANNA, thread, newer["id"], newer["hash"])
        assert (await office.invoice("1001")).due_date == day(20)


class TestCancelling:
    async def test_closes_the_card_and_says_so(self, office: Office) -> None:
        thread, card = await offered(office)
        await office.center.cancel(ANNA, thread, card["id"])
        event = (await office.events(thread))[-1]
        assert (event.kind, event.payload["status"]) == ("proposal_closed", "cancelled")
        with pytest.raises(ProposalClosed):
            await office.center.confirm(ANNA, thread, card["id"], card["hash"])
        with pytest.raises(ProposalClosed):
            await office.center.cancel(ANNA, thread, card["id"])
        assert (await office.invoice("1001")).due_date == day(12)

    async def test_comes_too_late_after_confirming(self, office: Office) -> None:
        thread, card = await offered(office)
        await office.center.confirm(ANNA, thread, card["id"], card["hash"])
        with pytest.raises(ProposalAlreadyConfirmed):
            await office.center.cancel(ANNA, thread, card["id"])

    async def test_and_confirming_at_once_do_not_both_win(self, office: Office) -> None:
        thread, card = await offered(office)
        clicks = (office.center.confirm(ANNA, thread, card["id"], card["hash"]),)
        await asyncio.gather(*clicks, office.center.cancel(ANNA, thread, card["id"]), return_exceptions=True)
        last = (await office.kinds(thread))[-1]
        moved = (await office.invoice("1001")).due_date == day(18)
        assert last == ("system receipt" if moved else "system proposal_closed")


class TestWords:
    async def test_no_cancels_the_card(self, office: Office) -> None:
        thread, _ = await offered(office)
        await office.talk(thread, "no")
        assert await office.statuses(thread) == ["cancelled"]
        assert (await office.events(thread))[-1].payload["status"] == "cancelled"

    @pytest.mark.parametrize("words", ["yes", "confirm", "ok please", "do it", "joo"])
    async def test_yes_confirms_nothing(self, office: Office, words: str) -> None:
        thread, _ = await offered(office)
        await office.talk(thread, words)
        assert await office.statuses(thread) == ["open"]
        assert (await office.invoice("1001")).due_date == day(12)
        assert "system receipt" not in await office.kinds(thread)

    async def test_a_question_in_between_leaves_the_card_open(self, office: Office) -> None:
        thread, _ = await offered(office)
        await office.talk(thread, "tell me something about the biller")
        assert await office.statuses(thread) == ["open"]

    async def test_another_wish_replaces_the_card_and_says_so(self, office: Office) -> None:
        thread, first = await offered(office)
        await office.talk(thread, f"postpone 1002 to {day(10)}")
        assert await office.statuses(thread) == ["superseded", "open"]
        closed = [event.payload for event in await office.events(thread) if event.kind == "proposal_closed"]
        assert [(c["proposal_id"], c["status"]) for c in closed] == [(first["id"], "superseded")]


class TestClicksWhileATurnRuns:
    """The card that a turn has read may be clicked before its reply is written."""

    async def held(self, office: Office, thread: str, words: str) -> tuple[HeldModel, asyncio.Task[Any]]:
        model = HeldModel(script=Playbook())
        await office.say(thread, words)
        turn = asyncio.create_task(office.turn(model).take(thread))
        await model.asked.wait()
        return model, turn

    async def test_a_confirmed_card_is_not_called_withdrawn(self, office: Office) -> None:
        thread, card = await offered(office)
        model, turn = await self.held(office, thread, f"postpone 1002 to {day(10)}")
        await office.center.confirm(ANNA, thread, card["id"], card["hash"])
        model.released.set()
        assert await turn is not None
        assert await office.statuses(thread) == ["confirmed", "open"]
        assert "system proposal_closed" not in await office.kinds(thread)

    async def test_a_cancelled_card_is_closed_once(self, office: Office) -> None:
        thread, card = await offered(office)
        model, turn = await self.held(office, thread, f"postpone 1002 to {day(10)}")
        await office.center.cancel(ANNA, thread, card["id"])
        model.released.set()
        await turn
        assert (await office.kinds(thread)).count("system proposal_closed") == 1

    async def test_a_discarded_reply_leaves_no_card_behind_that_nobody_saw(self, office: Office) -> None:
        thread = await office.thread()
        model, turn = await self.held(office, thread, f"postpone 1001 to {day(18)}")
        await office.say(thread, "wait, no")
        model.released.set()
        assert await turn is None
        assert await office.statuses(thread) == ["superseded"]
        assert await office.kinds(thread) == ["customer message", "customer message"]

    async def test_a_discarded_reply_says_of_the_card_it_replaced_that_it_is_withdrawn(self, office: Office) -> None:
        thread, card = await offered(office)
        model, turn = await self.held(office, thread, f"postpone 1001 to {day(20)}")
        await office.say(thread, "and another thing")
        model.released.set()
        assert await turn is None
        assert "open" not in await office.statuses(thread)
        closed = [event.payload for event in await office.events(thread) if event.kind == "proposal_closed"]
        assert [(c["proposal_id"], c["status"]) for c in closed] == [(card["id"], "superseded")]

    async def test_no_in_words_after_the_click_does_not_stop_the_thread(self, office: Office) -> None:
        thread, card = await offered(office)
        await office.say(thread, "no")
        state = await office.log.read_turn(thread)
        assert state is not None
        turn = office.turn()
        situation = await turn._situation(state)
        await office.center.confirm(ANNA, thread, card["id"], card["hash"])
        assert await office.log.commit_reply(state, Reply("", "en", cancel_proposal=card["id"]), situation)
        assert await office.statuses(thread) == ["confirmed"]
        assert not (await office.row(thread)).awaits_assistant
