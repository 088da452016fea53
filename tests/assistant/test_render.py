"""Replies made by code from tool results."""

from __future__ import annotations

import pytest

from assistant.conversation import Reply
from assistant.replies.render import clarify, render, render_all, suggestions
from assistant.understanding.language import detect_language
from assistant.understanding.requests import wants_person
from knowledge.formats import format_date, format_money
from tests.assistant.results import FREE, RESULTS
from tests.assistant.support import day, euros, passage
from tools.context import LANGUAGES, Language
from tools.results import HandedOff, KnowledgeAnswer


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryLanguage:
    @pytest.mark.parametrize("name", RESULTS)
    def test_says_every_result(self, name: str, language: Language) -> None:
        reply = render(RESULTS[name], language)
        assert reply.language == language
        assert reply.text == reply.text.strip() != ""
        assert "{" not in reply.text
        for button in reply.quick_replies:
            assert button["label"]
            assert button["text"]
        if reply.table:
            assert {len(row) for row in reply.table["rows"]} == {len(reply.table["columns"])}

    def test_writes_its_own_language(self, language: Language) -> None:
        for name in ("all open", "which invoice", "paid", "no such invoice", "proposal", "refund", "disputed", "legal"):
            assert detect_language(render(RESULTS[name], language).text, "en") == language, name
        for name in ("how many", "who", "why", "payment", "contact", "no letters about one", "balance of all"):
            assert detect_language(render(RESULTS[name], language).text, "en") == language, name
        assert detect_language(clarify(language).text, "en") == language

    def test_writes_amounts_and_dates_in_its_own_way(self, language: Language) -> None:
        text = render(RESULTS["late invoice"], language).text
        assert format_money(euros(6490), language) in text
        assert format_date(day(-2), language) in text
        assert format_money(euros(500), language) in text

    def test_asks_for_a_date_with_the_possible_ones(self, language: Language) -> None:
        reply = render(RESULTS["which date"], language)
        assert [button["text"] for button in reply.quick_replies] == [
            format_date(day(offset), language) for offset in (14, 22, 30)
        ]
        assert format_money(euros(500), language) in reply.text
        assert format_money(FREE, language) not in render(RESULTS["which date, free"], language).text
        begin = render(RESULTS["when to begin"], language)
        assert begin.quick_replies == reply.quick_replies
        assert begin.text != reply.text

    def test_asks_for_a_number_of_instalments_that_is_possible(self, language: Language) -> None:
        def counts(name: str) -> list[str]:
            return [button["text"].split()[0] for button in render(RESULTS[name], language).quick_replies]

        assert counts("how many") == ["2", "3", "4"]
        assert counts("how many anew") == ["2", "3", "4", "5", "6", "12"]
        assert format_money(euros(2000), language) in render(RESULTS["how many"], language).text

    def test_says_what_is_agreed_about_an_invoice(self, language: Language) -> None:
        text = render(RESULTS["planned"], language).text
        assert format_money(euros(4000), language) in text
        assert format_date(day(9), language) in text
        for name in ("disputed", "legal"):
            assert wants_person(render(RESULTS[name], language).quick_replies[-1]["text"])

    def test_buttons_for_a_person_bring_one(self, language: Language) -> None:
        assert wants_person(suggestions(language)[-1]["text"])
        assert wants_person(render(RESULTS["no passage"], language).quick_replies[-1]["text"])

    def test_a_change_of_where_money_goes_is_announced_as_safe(self, language: Language) -> None:
        one, other = (render(RESULTS[name], language).text for name in ("proposal", "refund"))
        assert other.count(".") > one.count(".")


def _answer(**changes: object) -> Reply:
    """The reply to a question that one passage answers."""
    answer = KnowledgeAnswer(question="?", passages=(passage("5 €").model_copy(update=changes),))
    return render(answer, "en")


class TestKnowledge:
    def test_an_answer_is_cited(self) -> None:
        reply = render(RESULTS["passage"], "en")
        assert (reply.text, reply.citations) == (
            "5 €",
            [{"article_id": "fees", "title": "Fees", "url": "/help/en/fees"}],
        )

    def test_an_answer_in_english_is_announced_in_the_customers_language(self) -> None:
        assert "englanniksi" in render(RESULTS["fallback"], "fi").text

    def test_a_short_section_that_is_nearest_is_told_too(self) -> None:
        assert _answer(text="The upper limit\nAll costs together are limited.").text.endswith(
            "\n\nThe upper limit: All costs together are limited."
        )

    def test_a_long_section_is_left_to_the_page(self) -> None:
        assert _answer(text=f"Long\n{'word ' * 100}").text == "5 €"

    def test_a_table_that_is_nearest_is_shown(self) -> None:
        reply = _answer(
            text="Letters\nIt depends.\n\n| Principal | Letter |\n| --- | ---: |\n| up to 100 € | 14 € |\n\nAnd so on."
        )
        assert reply.text == "5 €\n\nLetters"
        assert reply.table == {
            "columns": [{"label": "Principal", "align": "left"}, {"label": "Letter", "align": "right"}],
            "rows": [["up to 100 €", "14 €"]],
        }

    def test_an_unsure_article_is_offered_and_not_told(self) -> None:
        reply = _answer(score=0.3)
        assert "5 €" not in reply.text
        assert [one["label"] for one in reply.quick_replies] == ["Fees", "Talk to a person"]
        assert reply.citations == []

    def test_another_likely_article_is_offered(self) -> None:
        other = passage("Other.", article_id="late-interest").model_copy(update={"title": "Interest", "score": 0.2})
        answer = KnowledgeAnswer(question="?", passages=(passage("5 €"), other))
        assert [one["label"] for one in render(answer, "en").quick_replies] == ["Interest"]


class TestSeveralResults:
    def test_are_one_reply_in_their_order(self) -> None:
        reply = render_all([RESULTS["invoice"], RESULTS["passage"], RESULTS["payment"]], "en")
        assert reply.text.startswith("Invoice 1001")
        assert "\n\n5 €\n\n" in reply.text
        assert reply.citations
        assert reply.link

    def test_of_the_same_kind_are_said_once(self) -> None:
        once = render(RESULTS["all open"], "en")
        assert render_all([RESULTS["all open"]] * 3, "en") == once

    def test_a_handoff_leaves_no_card_to_confirm(self) -> None:
        reply = render_all([RESULTS["proposal"], HandedOff(reason="dispute", goal="wrong")], "en")
        assert reply.handoff is not None
        assert reply.proposal is None
