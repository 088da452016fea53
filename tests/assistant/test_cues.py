"""Choices that words settle, and those that are left to the model."""

from __future__ import annotations

import pytest

from assistant.replies.catalogue import say
from assistant.understanding.choices import BY_NAME, CHOICES
from assistant.understanding.cues import cued_choice, possible_choices
from assistant.understanding.details import read_instalments
from assistant.understanding.encoder import ROUTES, Route
from tests.assistant.support import POWER, day, euros, invoice, situation
from tools.catalogue import ALL_TOOLS
from tools.context import LANGUAGES, Language
from tools.ledger.instalments import Instalment

SETTLED: dict[Route, dict[str, str]] = {
    "pay": {
        "let me pay this now": "pay",
        "where do I pay the rent": "pay",
        "haluan maksaa laskun heti": "pay",
        "mihin maksan tämän": "pay",
        "jag vill betala nu": "pay",
        "hvor betaler jeg regningen": "pay",
        "which cards do you take": "question",
        "mitkä maksutavat käyvät": "question",
        "vilka betalsätt finns det": "question",
        "hvilke betalingsmåter har dere": "question",
    },
    "plan": {
        "can I pay in instalments": "plan",
        "could we split this bill": "plan",
        "the course was cancelled, can I still pay in parts": "plan",
        "please cancel my payment plan": "cancel_plan",
        "end the instalment plan": "cancel_plan",
        "I'd like fewer instalments": "change_plan",
        "change the plan to the 15th": "change_plan",
        "what does a payment plan cost": "question",
        "how does an instalment plan work": "question",
        "voinko maksaa osissa": "plan",
        "peru maksusuunnitelma": "cancel_plan",
        "haluan lopettaa osamaksun": "cancel_plan",
        "muuta maksusuunnitelmaa": "change_plan",
        "pienennä maksueriä": "change_plan",
        "mitä maksusuunnitelma maksaa": "question",
        "dela upp räkningen": "plan",
        "avsluta min avbetalningsplan": "cancel_plan",
        "säg upp delbetalningen": "cancel_plan",
        "ändra avbetalningsplanen": "change_plan",
        "vad kostar en avbetalningsplan": "question",
        "jeg vil betale i avdrag": "plan",
        "stopp betalingsplanen min": "cancel_plan",
        "si opp nedbetalingsavtalen": "cancel_plan",
        "endre betalingsplanen": "change_plan",
        "hva koster en betalingsplan": "question",
    },
    "bank_account": {
        "I paid twice, send it back": "refund",
        "my account is FI21 1234 5600 0007 85": "refund",
        "haluan rahat takaisin": "refund",
        "här är mitt kontonummer": "refund",
        "jeg vil ha pengene tilbake": "refund",
        "how long does a refund take": "question",
        "milloin saan palautuksen": "question",
        "hur lång tid tar en återbetalning": "question",
        "hvor lang tid tar en utbetaling": "question",
    },
    "authorize": {
        "my son may see my bills": "authorize",
        "valtuutan vaimoni": "authorize",
        "ge min man fullmakt": "authorize",
        "gi datteren min fullmakt": "authorize",
        "remove my ex from my invoices": "revoke",
        "she must no longer see my bills": "revoke",
        "poista isän oikeudet": "revoke",
        "peru valtuutus": "revoke",
        "ta bort min bror": "revoke",
        "återkalla fullmakten": "revoke",
        "fjern tilgangen hans": "revoke",
        "trekk fullmakten tilbake": "revoke",
        "how long is an authorisation valid": "question",
        "mikä on valtakirja": "question",
        "vad är en fullmakt": "question",
        "hva er en fullmakt": "question",
    },
    "invoices": {
        "list my unpaid bills": "my_invoices",
        "näytä avoimet laskut": "my_invoices",
        "vilka fakturor har jag": "my_invoices",
        "vis regningene mine": "my_invoices",
        "which bills have I paid": "paid_invoices",
        "maksetut laskut": "paid_invoices",
        "mina betalda räkningar": "paid_invoices",
        "betalte fakturaer": "paid_invoices",
        "how much do I owe": "balance",
        "paljonko minulla on velkaa": "balance",
        "hur mycket är jag skyldig": "balance",
        "hvor mye skylder jeg": "balance",
        "send me a copy of the letter": "letters",
        "mitä kirjeitä sain": "letters",
        "visa breven": "letters",
        "kan jeg se brevet": "letters",
        "who do I call about this": "contact",
        "mihin numeroon voin soittaa": "contact",
        "vem ska jag ringa": "contact",
        "hvem kan jeg ringe": "contact",
        "why is my bill so high": "one_invoice",
        "onko maksuni tullut perille": "one_invoice",
        "när förfaller räkningen": "one_invoice",
        "hva er gebyret på denne fakturaen": "one_invoice",
    },
    "handoff": {
        "a scammer used my name": "fraud",
        "joku on tilannut nimissäni": "fraud",
        "någon har handlat i mitt namn": "fraud",
        "jeg er utsatt for svindel": "fraud",
        "I lost my job": "hardship",
        "jäin työttömäksi": "hardship",
        "min fru har dött": "hardship",
        "jeg er arbeidsledig": "hardship",
        "this invoice is wrong": "dispute",
        "en ole tilannut tätä": "dispute",
        "jag bestrider fakturan": "dispute",
        "kravet er feil": "dispute",
        "get me a manager": "person",
        "soittakaa takaisin": "person",
        "kan nån ringa": "person",
        "kundeservice": "person",
    },
}


@pytest.mark.parametrize(
    ("route", "text", "choice"),
    [(route, text, choice) for route, said in SETTLED.items() for text, choice in said.items()],
)
def test_words_settle_a_choice(route: Route, text: str, choice: str) -> None:
    assert cued_choice(text, route) == choice
    assert cued_choice(text.upper(), route) == choice


@pytest.mark.parametrize(
    ("route", "text"),
    [
        ("invoices", "has anything come this week"),
        ("handoff", "sort this out"),
        ("handoff", "I lost my job and this bill is wrong too"),
        ("knowledge", "what does a reminder cost"),
    ],
)
def test_words_may_leave_it_open(route: Route, text: str) -> None:
    assert cued_choice(text, route) is None


class TestPossibleChoices:
    def test_are_all_of_a_route_that_is_open(self) -> None:
        names = [choice.name for choice in possible_choices(["handoff"], situation("sort this out"))]
        assert names == ["person", "hardship", "fraud"]

    def test_have_a_dispute_where_a_word_of_one_is_said(self) -> None:
        names = [choice.name for choice in possible_choices(["handoff"], situation("I lost my job, and it is wrong"))]
        assert names == ["person", "dispute", "hardship", "fraud"]

    def test_are_fraud_where_it_is_told(self) -> None:
        told = situation("somebody ordered this in my name")
        assert [choice.name for choice in possible_choices(["invoices", "handoff"], told)] == ["fraud"]

    def test_are_one_for_each_route_that_words_settle(self) -> None:
        asked = situation("what does a payment plan cost")
        assert [choice.name for choice in possible_choices(["plan", "knowledge", "smalltalk"], asked)] == [
            "question",
            "smalltalk",
        ]

    def test_is_the_invoice_that_was_named(self) -> None:
        assert [c.name for c in possible_choices(["invoices"], situation("1001 sum"))] == ["one_invoice"]

    def test_is_another_plan_where_there_is_one(self) -> None:
        planned = invoice("1006", plan=(Instalment(due_date=day(9), amount=euros(4000)),))
        asked = situation("pay 1006 in six parts", invoices=(POWER, planned))
        assert [choice.name for choice in possible_choices(["plan"], asked)] == ["change_plan"]

    def test_are_decided_by_an_account_number_or_an_address(self) -> None:
        routes: list[Route] = ["knowledge", "bank_account", "authorize"]
        account, address = situation("FI21 1234 5600 0007 85"), situation("jo@example.com then")
        assert [choice.name for choice in possible_choices(routes, account)] == ["refund"]
        assert [choice.name for choice in possible_choices(routes, address)] == ["authorize"]

    @pytest.mark.parametrize(
        ("guess", "text", "choice"),
        [
            ("pay", "jag vill bestrida fakturan", "dispute"),
            ("out_of_scope", "kan jag bestrida hyran", "dispute"),
            ("invoices", "kiistän tämän laskun", "dispute"),
            ("postpone", "I object to this bill", "dispute"),
            ("out_of_scope", "ge min pappa tillgång, pelle@x.example Pelle Lind", "authorize"),
            ("out_of_scope", "please authorise jo@x.example", "authorize"),
            ("knowledge", "could I pay the electricity bill in parts", "plan"),
            ("pay", "maksaisin mieluummin osissa", "plan"),
            ("knowledge", "what is the phone number on the gym invoice", "contact"),
            ("out_of_scope", "show me the reminder letter for the gym", "letters"),
            ("handoff", "WHY THE HELL is the gym bill so big, you crooks", "one_invoice"),
        ],
    )
    def test_are_decided_by_words_that_have_one_use(self, guess: Route, text: str, choice: str) -> None:
        assert [each.name for each in possible_choices([guess], situation(text))] == [choice]

    def test_in_general_questions_stay_questions(self) -> None:
        asked = situation("how does one dispute a claim in Finland")
        assert [each.name for each in possible_choices(["knowledge"], asked)] == ["question"]

    def test_exist_for_every_route_and_every_tool(self) -> None:
        assert {choice.route for choice in CHOICES} == set(ROUTES)
        assert {choice.tool for choice in CHOICES if choice.tool} == {tool.name for tool in ALL_TOOLS}
        assert len(BY_NAME) == len(CHOICES)


class TestButtons:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize(
        ("key", "route", "choice"),
        [
            ("suggest-plan", "plan", "plan"),
            ("suggest-change-plan", "plan", "change_plan"),
            ("suggest-end-plan", "plan", "cancel_plan"),
            ("suggest-pay", "pay", "pay"),
            ("suggest-refund", "bank_account", "refund"),
            ("suggest-invoices", "invoices", "balance"),
        ],
    )
    def test_say_what_they_are_for(self, language: Language, key: str, route: Route, choice: str) -> None:
        assert cued_choice(say(key, language), route) == choice

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_with_numbers_of_instalments_are_read(self, language: Language) -> None:
        for count in range(2, 13):
            assert read_instalments(say("instalments", language, count=count)) == count
