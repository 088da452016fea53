"""Short answers to the assistant's questions: language, tool, what it asked for, the words, what they add."""

from __future__ import annotations

from typing import Any

from tools.context import Language

# "*" stands for the words themselves.
ANSWERS: list[tuple[Language, str, str, str, dict[str, Any]]] = [
    # English
    ("en", "create_payment_plan", "instalments", "3", {"instalments": 3}),
    ("en", "create_payment_plan", "instalments", "four please", {"instalments": 4}),
    ("en", "create_payment_plan", "instalments", "in six parts", {"instalments": 6}),
    (
        "en",
        "create_payment_plan",
        "instalments",
        "Could we do 4 parts from 10 December?",
        {"instalments": 4, "first_date": "2026-12-10"},
    ),
    ("en", "create_payment_plan", "new_date", "10 December", {"first_date": "2026-12-10"}),
    ("en", "set_refund_account", "account", "FI21 1234 5600 0007 85", {"iban": "FI2112345600000785"}),
    ("en", "set_refund_account", "account", "it's FI2112345600000785, Ann Lee", {"iban": "FI2112345600000785"}),
    (
        "en",
        "set_refund_account",
        "account",
        "FI2112345600000785, Ann Lee",
        {"iban": "FI2112345600000785", "holder": "Ann Lee"},
    ),
    (
        "en",
        "authorize_person",
        "person",
        "Her name is Emma Berg and the address is emma@example.com",
        {"name": "Emma Berg", "email": "emma@example.com"},
    ),
    ("en", "authorize_person", "person", "Emma Berg", {"name": "Emma Berg"}),
    ("en", "authorize_person", "person", "emma@example.com", {"email": "emma@example.com"}),
    ("en", "revoke_authorization", "authorization", "emma@example.com", {"person": "emma@example.com"}),
    ("en", "start_payment", "amount", "20", {"amount": "20"}),
    ("en", "start_payment", "invoice", "the gym one", {"invoice": "1003"}),
    ("en", "dispute_invoice", "reason", "They charged me twice for the same month.", {"reason": "*"}),
    ("en", "dispute_invoice", "reason", "wrong price", {"reason": "*"}),
    # Finnish
    ("fi", "create_payment_plan", "instalments", "kolmessa", {"instalments": 3}),
    ("fi", "create_payment_plan", "instalments", "neljä kiitos", {"instalments": 4}),
    ("fi", "create_payment_plan", "instalments", "viidessä erässä", {"instalments": 5}),
    ("fi", "create_payment_plan", "new_date", "10.12.", {"first_date": "2026-12-10"}),
    ("fi", "postpone_due_date", "new_date", "maksan perjantaina", {"new_date": "2026-11-27"}),
    ("fi", "set_refund_account", "account", "tilini on FI21 1234 5600 0007 85", {"iban": "FI2112345600000785"}),
    (
        "fi",
        "authorize_person",
        "person",
        "Matti Virtaselle, matti.virtanen@example.com",
        {"name": "Matti Virtanen", "email": "matti.virtanen@example.com"},
    ),
    ("fi", "authorize_person", "person", "Liisa Koski", {"name": "Liisa Koski"}),
    ("fi", "revoke_authorization", "authorization", "Liisa Koski", {"person": "Liisa Koski"}),
    ("fi", "start_payment", "amount", "20 €", {"amount": "20"}),
    ("fi", "start_payment", "invoice", "sähkölasku", {"invoice": "1001"}),
    ("fi", "dispute_invoice", "reason", "Palvelu peruttiin jo keväällä eikä sitä käytetty.", {"reason": "*"}),
    # Swedish
    ("sv", "create_payment_plan", "instalments", "tre", {"instalments": 3}),
    ("sv", "create_payment_plan", "instalments", "fyra tack", {"instalments": 4}),
    ("sv", "create_payment_plan", "instalments", "på sex gånger", {"instalments": 6}),
    ("sv", "create_payment_plan", "new_date", "den 10 december", {"first_date": "2026-12-10"}),
    ("sv", "postpone_due_date", "new_date", "nästa fredag", {"new_date": "2026-11-27"}),
    ("sv", "set_refund_account", "account", "SE45 5000 0000 0583 9825 7466", {"iban": "SE4550000000058398257466"}),
    (
        "sv",
        "authorize_person",
        "person",
        "Anna Lind, anna@example.com",
        {"name": "Anna Lind", "email": "anna@example.com"},
    ),
    ("sv", "authorize_person", "person", "anna lind anna.lind@example.com", {"name": "Anna Lind", "email": "*lind"}),
    ("sv", "revoke_authorization", "authorization", "Anna Lind", {"person": "Anna Lind"}),
    ("sv", "start_payment", "amount", "200 kr", {"amount": "200"}),
    ("sv", "start_payment", "invoice", "hyran", {"invoice": "1005"}),
    ("sv", "dispute_invoice", "reason", "Varan kom aldrig fram", {"reason": "*"}),
    # Norwegian
    ("nb", "create_payment_plan", "instalments", "tre", {"instalments": 3}),
    ("nb", "create_payment_plan", "instalments", "fire takk", {"instalments": 4}),
    ("nb", "create_payment_plan", "instalments", "i seks avdrag", {"instalments": 6}),
    ("nb", "create_payment_plan", "new_date", "10. desember", {"first_date": "2026-12-10"}),
    ("nb", "postpone_due_date", "new_date", "neste fredag", {"new_date": "2026-11-27"}),
    ("nb", "set_refund_account", "account", "NO93 8601 1117 947", {"iban": "NO9386011117947"}),
    (
        "nb",
        "authorize_person",
        "person",
        "Kari Dahl, kari@example.com",
        {"name": "Kari Dahl", "email": "kari@example.com"},
    ),
    ("nb", "authorize_person", "person", "Kari Dahl", {"name": "Kari Dahl"}),
    ("nb", "revoke_authorization", "authorization", "kari@example.com", {"person": "kari@example.com"}),
    ("nb", "start_payment", "amount", "200 kr", {"amount": "200"}),
    ("nb", "start_payment", "invoice", "husleien", {"invoice": "1005"}),
    ("nb", "dispute_invoice", "reason", "Varen kom aldri fram", {"reason": "*"}),
]
