"""What a message says about the arguments of each tool."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest

from assistant.understanding.arguments import arguments_for
from tests.assistant.support import POWER, RENT, invoice, situation
from tools.catalogue import ALL_TOOLS
from tools.context import Language

SAID: list[tuple[Language, str, str, dict[str, Any]]] = [
    ("en", "start_payment", "I want to pay 50 euros of 1001", {"invoice": "1001", "amount": "50"}),
    ("en", "start_payment", "pay 1001", {"invoice": "1001"}),
    ("en", "start_payment", "pay the 84.90 bill", {"invoice": "1001"}),
    ("en", "start_payment", "pay half of my rent", {"invoice": "1005", "amount": "222.50"}),
    ("en", "create_payment_plan", "Split 1005 into 4 instalments", {"invoice": "1005", "instalments": 4}),
    (
        "en",
        "create_payment_plan",
        "the rent in three parts, first on 10 December",
        {"invoice": "1005", "instalments": 3, "first_date": "2026-12-10"},
    ),
    ("en", "change_payment_plan", "change my plan to six instalments", {"instalments": 6}),
    ("en", "cancel_payment_plan", "end the plan for 1005", {"invoice": "1005"}),
    (
        "en",
        "set_refund_account",
        "refund 1004 to FI21 1234 5600 0007 85",
        {"invoice": "1004", "iban": "FI2112345600000785"},
    ),
    (
        "en",
        "authorize_person",
        "Let Emma Berg (emma@example.com) pay 1001 until 31 December",
        {
            "invoice": "1001",
            "name": "Emma Berg",
            "email": "emma@example.com",
            "allows": "handle",
            "until": "2026-12-31",
        },
    ),
    ("en", "revoke_authorization", "remove Emma Berg from 1001", {"invoice": "1001", "person": "Emma Berg"}),
    (
        "en",
        "dispute_invoice",
        "1003 is wrong, I left in May",
        {"invoice": "1003", "reason": "1003 is wrong, I left in May"},
    ),
    ("en", "dispute_invoice", "I want to dispute the gym bill", {"invoice": "1003"}),
    ("en", "get_contact", "who do I call about my phone bill", {"invoice": "1002"}),
    ("fi", "start_payment", "maksan 50 € laskusta 1001", {"invoice": "1001", "amount": "50"}),
    ("fi", "start_payment", "maksan laskun 1002", {"invoice": "1002"}),
    ("fi", "start_payment", "maksan puolet vuokrasta", {"invoice": "1005", "amount": "222.50"}),
    ("fi", "start_payment", "maksan 10.12.", {}),
    ("fi", "create_payment_plan", "vuokra kolmessa erässä", {"invoice": "1005", "instalments": 3}),
    (
        "fi",
        "create_payment_plan",
        "1001 kahteen osaan, ensimmäinen 10.12.",
        {"invoice": "1001", "instalments": 2, "first_date": "2026-12-10"},
    ),
    ("fi", "change_payment_plan", "muuta suunnitelma neljään erään", {"instalments": 4}),
    ("fi", "cancel_payment_plan", "peru laskun 1005 maksusuunnitelma", {"invoice": "1005"}),
    ("fi", "set_refund_account", "palautus tilille FI21 1234 5600 0007 85", {"iban": "FI2112345600000785"}),
    (
        "fi",
        "authorize_person",
        "Valtuuta Matti Virtaselle lasku 1001, matti.virtanen@example.com",
        {"invoice": "1001", "name": "Matti Virtanen", "email": "matti.virtanen@example.com"},
    ),
    ("fi", "revoke_authorization", "poista matti@example.com", {"person": "matti@example.com"}),
    (
        "fi",
        "dispute_invoice",
        "riitautan laskun 1003, en ole tilannut sitä koskaan",
        {"invoice": "1003", "reason": "*"},
    ),
    ("fi", "dispute_invoice", "haluan riitauttaa laskun 1003", {"invoice": "1003"}),
    ("fi", "list_letters", "sähkölaskun kirjeet", {"invoice": "1001"}),
    ("sv", "start_payment", "betala 20 € av 1001", {"invoice": "1001", "amount": "20"}),
    ("sv", "start_payment", "jag vill betala elräkningen", {"invoice": "1001"}),
    ("sv", "start_payment", "betala hälften av hyran", {"invoice": "1005", "amount": "222.50"}),
    ("sv", "start_payment", "betala den 10 december", {}),
    ("sv", "create_payment_plan", "dela upp hyran på fyra gånger", {"invoice": "1005", "instalments": 4}),
    (
        "sv",
        "create_payment_plan",
        "tre delbetalningar från 10 december",
        {"instalments": 3, "first_date": "2026-12-10"},
    ),
    ("sv", "change_payment_plan", "ändra planen till sex delar", {"instalments": 6}),
    ("sv", "cancel_payment_plan", "avsluta planen för 1005", {"invoice": "1005"}),
    ("sv", "set_refund_account", "SE45 5000 0000 0583 9825 7466 tack", {"iban": "SE4550000000058398257466"}),
    (
        "sv",
        "authorize_person",
        "Ge Anna Lind fullmakt att betala 1001, anna@example.com",
        {"invoice": "1001", "name": "Anna Lind", "email": "anna@example.com", "allows": "handle"},
    ),
    ("sv", "revoke_authorization", "Ta bort Anna Lind", {"person": "Anna Lind"}),
    ("sv", "dispute_invoice", "jag bestrider 1003, gymmet var stängt", {"invoice": "1003", "reason": "*"}),
    ("sv", "dispute_invoice", "jag vill bestrida fakturan 1003", {"invoice": "1003"}),
    ("sv", "get_balance", "hur mycket är kvar på 1005", {"invoice": "1005"}),
    ("nb", "start_payment", "betale 20 € av 1001", {"invoice": "1001", "amount": "20"}),
    ("nb", "start_payment", "jeg vil betale strømregningen", {"invoice": "1001"}),
    ("nb", "start_payment", "halvparten av husleien", {"invoice": "1005", "amount": "222.50"}),
    ("nb", "start_payment", "betale 10. desember", {}),
    ("nb", "create_payment_plan", "husleien i tre avdrag", {"invoice": "1005", "instalments": 3}),
    ("nb", "create_payment_plan", "fire rater fra 10. desember", {"instalments": 4, "first_date": "2026-12-10"}),
    ("nb", "change_payment_plan", "endre planen til seks avdrag", {"instalments": 6}),
    ("nb", "cancel_payment_plan", "avslutt planen for 1005", {"invoice": "1005"}),
    ("nb", "set_refund_account", "NO93 8601 1117 947 takk", {"iban": "NO9386011117947"}),
    (
        "nb",
        "authorize_person",
        "Gi Kari Dahl fullmakt til å se 1001, kari@example.com",
        {"invoice": "1001", "name": "Kari Dahl", "email": "kari@example.com", "allows": "view"},
    ),
    ("nb", "revoke_authorization", "Fjern Kari Dahl", {"person": "Kari Dahl"}),
    ("nb", "dispute_invoice", "1003 er feil, jeg sluttet i mai", {"invoice": "1003", "reason": "*"}),
    ("nb", "dispute_invoice", "jeg vil bestride regningen 1003", {"invoice": "1003"}),
    ("nb", "get_contact", "hvem ringer jeg om 1002", {"invoice": "1002"}),
]


@pytest.mark.parametrize(("language", "tool", "text", "arguments"), SAID)
def test_are_read(language: Language, tool: str, text: str, arguments: dict[str, Any]) -> None:
    expected = {name: text if value == "*" else value for name, value in arguments.items()}
    assert arguments_for(tool, situation(text, language)) == expected


@pytest.mark.parametrize("tool", [tool.name for tool in ALL_TOOLS if tool.name not in ("search_knowledge", "hand_off")])
def test_of_every_tool_are_left_out_when_nothing_is_said(tool: str) -> None:
    assert arguments_for(tool, situation("hm")) == {}


@pytest.mark.parametrize("tool", ALL_TOOLS, ids=lambda tool: str(tool.name))
def test_are_those_that_the_tool_has(tool: Any) -> None:
    text = (
        "1001 in 3 parts on 10 December, 50 €, FI21 1234 5600 0007 85, holder Ann Lee; Jo Ek jo@example.com may see it"
    )
    assert arguments_for(tool.name, situation(text)).keys() <= tool.args.keys()


def test_an_account_number_names_no_invoice() -> None:
    assert "invoice" not in arguments_for("set_refund_account", situation("FI21 1001 5600 0007 85"))


def test_half_of_the_only_open_invoice_is_rounded_up_to_a_cent() -> None:
    odd = invoice("1", total=101)
    assert arguments_for("start_payment", situation("pay half", invoices=(odd,))) == {"amount": "0.51"}
    assert arguments_for("start_payment", situation("pay half")) == {}


def test_a_number_that_two_billers_use_is_called_by_its_myropo_id() -> None:
    twin = invoice(POWER.number, "Kaiku")
    said = arguments_for("start_payment", situation(f"pay {twin.myropo_id}", invoices=(POWER, twin, RENT)))
    assert said == {"invoice": twin.myropo_id}


class TestTheInvoiceSpokenOf:
    SEEN: ClassVar = {"tool": "get_invoice", "arguments": {"invoice": "1002"}, "shown": []}

    @pytest.mark.parametrize("tool", ["postpone_due_date", "start_payment", "create_payment_plan"])
    def test_is_meant_by_a_wish_that_names_none(self, tool: str) -> None:
        assert arguments_for(tool, situation("can I have more time", subject=self.SEEN))["invoice"] == "1002"

    def test_gives_way_to_one_that_is_named(self) -> None:
        call = arguments_for("postpone_due_date", situation("more time for the gym", subject=self.SEEN))
        assert call["invoice"] == "1003"

    def test_is_not_meant_by_what_concerns_all(self) -> None:
        assert "invoice" not in arguments_for("get_balance", situation("what do I owe in total", subject=self.SEEN))
