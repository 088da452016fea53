"""``assistant ledger``, and the daily run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from assistant.cli import main
from channels import ledger_commands
from channels.commands import out
from channels.daily import daily_run
from knowledge.rates import load_rates
from knowledge.tariffs import load_tariffs
from tests.conftest import TODAY
from tests.tools.support import ANNA
from tools.context import FrozenClock
from tools.database import SessionFactory, conninfo
from tools.ledger.service import LedgerService
from tools.ledger.terms import PostponementWish

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the console script, and gives its exit code and what it printed."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("TODAY", TODAY.isoformat())
    monkeypatch.setattr(out, "width", 120)

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["assistant", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out + printed.err

    return run


def change(database_url: str, statement: str) -> None:
    """Change rows behind the ledger's back."""
    with psycopg.connect(conninfo(database_url)) as connection:
        assert connection.execute(statement.encode()).rowcount == 1


class TestShow:
    def test_the_invoices_of_a_customer(self, run: Run) -> None:
        code, printed = run("ledger", "show", "anna")
        assert code == 0
        for words in ("1003", "Kuntokeskus Tähti", "reminder", "2026-11-20", "€64.90", "Owed in all: €639.60"):
            assert words in printed
        assert "2001" not in printed

    def test_of_a_company_by_the_myropo_id(self, run: Run) -> None:
        code, printed = run("ledger", "show", "mr-7040-9001")
        assert code == 0
        assert "9001" in printed
        assert "€424.30" in printed

    def test_of_somebody_without_any(self, run: Run) -> None:
        code, printed = run("ledger", "show", "nobody")
        assert (code, printed.strip()) == (0, "No invoices.")

    def test_whose_invoice_it_is_when_it_is_anothers(self, run: Run) -> None:
        assert "1005 (delegate)" in run("ledger", "show", "sofia")[1]

    def test_one_invoice_with_all_that_happened(self, run: Run) -> None:
        code, printed = run("ledger", "show", "anna", "--invoice", "1005")
        assert code == 0
        for words in ("Koivukodit", "€445.00 left", "principal", "-€400.00", "fi", "payment received by bank"):
            assert words in printed
        assert "authorized by person:anna" in printed
        assert "stage: open -> reminder" in run("ledger", "show", "anna", "--invoice", "1003")[1]

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            (("x",), "nobody is called 'x'; known are anna, erik"),
            (("anna", "--invoice", "2001"), "there is no invoice '2001'; known are 1004, 1003"),
            (("nobody", "--invoice", "1001"), "known are none"),
        ],
    )
    def test_what_does_not_exist_is_told_in_one_line(
        self, run: Run, arguments: tuple[str, ...], complaint: str
    ) -> None:
        code, printed = run("ledger", "show", *arguments)
        assert code == 2
        assert complaint in printed
        assert printed.count("\n") == 1


async def test_an_open_proposal_is_shown(sessions: SessionFactory, clock: FrozenClock) -> None:
    wish = PostponementWish(new_date=TODAY + timedelta(20))
    await LedgerService(sessions, load_tariffs()).propose(ANNA, "thread", "1001", wish, clock.now())
    with out.capture() as printed:
        async with sessions() as session:
            await ledger_commands._print_invoices(session, ANNA, clock)
    assert "postpone due date, invoice 1001" in printed.get()


class TestAdvance:
    def test_sends_what_is_due_and_says_how_many(self, run: Run) -> None:
        code, printed = run("ledger", "advance", "--to", "2027-06-01")
        assert code == 0
        for words in ("12  legal notice", "6  reminder", "36 letters were sent by 2027-06-01."):
            assert words in printed
        assert "No letter is due by 2027-06-01." in run("ledger", "advance", "--to", "2027-06-01")[1]
        assert run("ledger", "check")[0] == 0

    def test_a_day_that_has_passed_is_refused(self, run: Run) -> None:
        code, printed = run("ledger", "advance", "--to", "2026-11-21")
        assert code == 2
        assert "2026-11-21 has passed, today is 2026-11-22" in printed


class TestCheck:
    def test_sound_books_are_sound(self, run: Run) -> None:
        code, printed = run("ledger", "check")
        assert (code, printed) == (0, "15 invoices were checked, 0 differ from their log of events.\n")

    @pytest.mark.parametrize(
        ("statement", "complaint"),
        [
            ("UPDATE invoice SET stage = 'legal' WHERE number = '1001'", "stage differ"),
            ("UPDATE invoice SET version = 7 WHERE number = '1001'", "version 7, but 1 events"),
            (
                "UPDATE invoice_event SET changes = jsonb_set(changes, '{stage,0}', '\"paid\"') FROM invoice "
                "WHERE invoice.id = invoice_id AND invoice.number = '1001'",
                "event 1: stage was None, not 'paid'",
            ),
        ],
    )
    def test_each_invoice_that_differs_is_named(
        self, run: Run, database_url: str, statement: str, complaint: str
    ) -> None:
        change(database_url, statement)
        code, printed = run("ledger", "check")
        assert code == 1
        assert "1001 (MR-" in printed
        assert complaint in printed
        assert "15 invoices were checked, 1 differ" in printed


async def test_the_daily_run_sends_todays_letters_once(sessions: SessionFactory) -> None:
    clock = FrozenClock(TODAY + timedelta(30))
    assert (await daily_run(sessions, load_tariffs(), load_rates(), clock)).total() > 0
    assert (await daily_run(sessions, load_tariffs(), load_rates(), clock)).total() == 0
