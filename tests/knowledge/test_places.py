"""A question about another country is about that country."""

from __future__ import annotations

import pytest

from knowledge.places import country_named


@pytest.mark.parametrize(
    ("question", "country"),
    [
        ("What does a reminder cost in Sweden?", "SE"),
        ("paljonko muistutus maksaa Norjassa", "NO"),
        ("vad kostar en påminnelse i Finland", "FI"),
        ("purregebyr i Sverige", "SE"),
        ("what does a reminder cost", None),
        ("is it the same in Finland and Norway", None),
        ("do you speak Swedish", None),
        ("pratar ni finska", None),
        ("snakker dere norsk", None),
        ("puhutteko te suomea", None),
    ],
)
def test_the_one_country_that_is_named(question: str, country: str | None) -> None:
    assert country_named(question)[0] == country


def test_what_is_left_is_asked() -> None:
    assert country_named("reminder fee in Sweden?")[1].split() == ["reminder", "fee", "?"]
    assert country_named("Sverige")[1] == "Sverige"
