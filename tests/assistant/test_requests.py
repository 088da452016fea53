"""Wishes that code recognises before any model is asked."""

from __future__ import annotations

import pytest

from assistant.understanding.requests import ShortAnswer, short_answer, starts_another_wish, wants_person

ENGLISH = [
    "I want to talk to a person",
    "Can I speak with someone?",
    "let me talk to a human please",
    "could you put me through to an agent",
    "Is there a real person I can chat with?",
    "connect me to customer service",
    "I'd like to speak to your manager",
    "human please",
    "agent",
    "Customer service!",
    "please transfer me to a representative",
    "I don't want to talk to a robot, give me a human",
    "I need a human being, not a bot",
    "get me someone who can decide this",
    "can a person look at this",
    "could someone call me back?",
    "I would rather deal with a human",
    "Talk to a person",
]
FINNISH = [
    "Haluan puhua ihmisen kanssa",
    "saanko puhua jonkun kanssa",
    "Voiko joku asiakaspalvelija auttaa?",
    "yhdistä asiakaspalveluun",
    "ihminen kiitos",
    "haluaisin jutella oikean ihmisen kanssa",
    "asiakaspalvelija",
    "Asiakaspalvelu!",
    "En halua puhua robotille, haluan ihmisen",
    "voisiko joku soittaa minulle",
    "onko siellä ketään ihmistä paikalla",
    "ohjaa minut virkailijalle",
    "antakaa ihmisen hoitaa tämä",
    "saisinko yhteyden asiakaspalveluun",
    "pyydä ihminen paikalle",
    "haluan keskustella asiakaspalvelun kanssa",
    "Asiakaspalvelijalle",
]
SWEDISH = [
    "Jag vill prata med en människa",
    "kan jag få tala med någon?",
    "Koppla mig till en handläggare",
    "jag vill ha kontakt med kundtjänst",
    "kundtjänst tack",
    "människa",
    "finns det en riktig person där",
    "Får jag prata med kundservice",
    "låt mig chatta med en medarbetare",
    "jag vill inte prata med en robot, ge mig en människa",
    "kan någon ringa mig",
    "jag behöver en människa",
    "kan en människa titta på det här",
    "Skulle jag kunna bli kopplad till en rådgivare",
    "jag vill bli uppringd",
    "Prata med en person",
]
NORWEGIAN = [
    "Jeg vil snakke med et menneske",
    "kan jeg få prate med noen?",
    "Sett meg over til en saksbehandler",
    "jeg vil ha kontakt med kundeservice",
    "kundeservice takk",
    "menneske",
    "er det en ekte person der",
    "kan jeg chatte med en kundebehandler",
    "jeg ønsker å snakke med en medarbeider",
    "jeg vil ikke snakke med en robot, gi meg et menneske",
    "kan noen ringe meg",
    "jeg trenger et menneske",
    "kan et menneske se på dette",
    "koble meg til en rådgiver",
    "la meg få tale med en person",
    "Snakk med en person",
]
NO_WISH = [
    # About people, with no wish for one.
    "my representative paid it already",
    "I am the contact person of the company",
    "how do I know that I am talking to a real person?",
    "are you a human?",
    "do I have to pay for two persons",
    "my agent sold the flat",
    "does a person need to be 18 to have an invoice?",
    "I do not want to talk to anyone, just show my invoices",
    "don't call me",
    "I spoke to a person yesterday about the fee, has it been removed?",
    "I talked with customer service last week and paid",
    "what are the opening hours of customer service?",
    "Oletko sinä ihminen?",
    "en halua puhua kenenkään kanssa",
    "puhuin eilen asiakaspalvelijan kanssa maksusta",
    "milloin asiakaspalvelu on auki",
    "montako ihmistä asuu Suomessa",
    "är du en människa?",
    "Jag vill inte prata med någon",
    "jag pratade med en handläggare igår om fakturan",
    "när har kundtjänst öppet",
    "er du et menneske?",
    "jeg vil ikke snakke med noen",
    "jeg snakket med en saksbehandler i går om regningen",
    "når har kundeservice åpent",
    "I need to talk to my manager first",
    "jag måste prata med min chef först",
    "I want people to stop sending me letters",
    # About something else.
    "I want to transfer money to someone",
    "talk to me about fees",
    "What do I owe?",
    "kuka maksaa",
    "hej",
    "",
]


class TestAPerson:
    @pytest.mark.parametrize("text", [*ENGLISH, *FINNISH, *SWEDISH, *NORWEGIAN])
    def test_is_brought_when_asked_for(self, text: str) -> None:
        assert wants_person(text)
        assert wants_person(text.upper())

    @pytest.mark.parametrize("text", NO_WISH)
    def test_is_not_brought_unasked(self, text: str) -> None:
        assert not wants_person(text)

    def test_is_brought_when_the_wish_stands_after_something_else(self) -> None:
        assert wants_person("I rang customer service and nothing happened. I want to speak to a person now!")
        assert wants_person("Maksoin jo eilen.\nHaluan puhua ihmisen kanssa.")

    def test_a_long_message_is_read_quickly(self) -> None:
        assert not wants_person("talk " * 800)


class TestShortAnswers:
    @pytest.mark.parametrize(
        ("text", "answer"),
        [
            ("Yes", "yes"),
            ("yes please!", "yes"),
            ("OK", "yes"),
            ("Kyllä kiitos", "yes"),
            ("joo", "yes"),
            ("Ja tack", "yes"),
            ("ja takk.", "yes"),
            ("No", "no"),
            ("no thanks", "no"),
            ("ei kiitos", "no"),
            ("peruuta", "no"),
            ("Nej tack", "no"),
            ("nei", "no"),
            ("thank you so much!", "thanks"),
            ("ok thanks", "thanks"),
            ("Kiitos paljon", "thanks"),
            ("kiitos :)", "thanks"),
            ("Tack så mycket!", "thanks"),
            ("tusen takk", "thanks"),
            ("takk for hjelpen", "thanks"),
            ("what? no, cancel", "no"),
            ("hetkinen... ei, peru", "no"),
            ("vad? nej!", "no"),
            ("actually no, forget it", "no"),
            ("nei glem det", "no"),
            ("ei sittenkään", "no"),
            ("oh, yes please", "yes"),
        ],
    )
    def test_are_whole_messages(self, text: str, answer: ShortAnswer) -> None:
        assert short_answer(text) == answer

    @pytest.mark.parametrize(
        "text",
        [
            "yes but to 5 December",
            "no, to the 20th instead",
            "thanks, but what does it cost?",
            "ei käy, siirrä tammikuulle",
            "kyllä, mutta entä kulut",
            "nej men hur mycket är det",
            "ja, og hva med den andre?",
            "now",
            "yesterday",
            "okei mitä maksaa",
            "",
            "?",
        ],
    )
    def test_are_nothing_within_a_longer_one(self, text: str) -> None:
        assert short_answer(text) is None


class TestAnotherWish:
    @pytest.mark.parametrize(
        ("text", "tool"),
        [
            ("show me my bills", "create_payment_plan"),
            ("I'd like to pay it now", "postpone_due_date"),
            ("that was a mistake. Move the due date instead", "dispute_invoice"),
            ("can I split it", "set_refund_account"),
            ("näytä laskut", "create_payment_plan"),
            ("haluan maksaa sen nyt", "postpone_due_date"),
            ("voinko siirtää eräpäivää", "dispute_invoice"),
            ("visa fakturorna", "create_payment_plan"),
            ("jag vill betala nu", "postpone_due_date"),
            ("kan jag dela upp den", "dispute_invoice"),
            ("vis regningene", "create_payment_plan"),
            ("jeg vil betale nå", "postpone_due_date"),
            ("kan jeg dele den opp", "dispute_invoice"),
        ],
    )
    def test_begins_a_clause(self, text: str, tool: str) -> None:
        assert starts_another_wish(text, tool)

    @pytest.mark.parametrize(
        ("text", "tool"),
        [
            ("I can pay on Friday", "postpone_due_date"),
            ("could you move it to 10 December", "postpone_due_date"),
            ("I paid this bill in May", "dispute_invoice"),
            ("they never showed up", "dispute_invoice"),
            ("let her see it", "authorize_person"),
            ("maksan perjantaina", "postpone_due_date"),
            ("maksoin tämän jo", "dispute_invoice"),
            ("jag betalade redan", "dispute_invoice"),
            ("kan jag betala i tre delar", "create_payment_plan"),
            ("jeg har betalt den", "dispute_invoice"),
            ("kan jeg betale i tre avdrag", "create_payment_plan"),
            ("the electricity one", "get_invoice"),
        ],
    )
    def test_is_none_in_what_was_asked_for(self, text: str, tool: str) -> None:
        assert not starts_another_wish(text, tool)
