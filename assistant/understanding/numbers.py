"""Numbers that customers write: small ones in words or figures, and amounts of money."""

from __future__ import annotations

import re
from decimal import Decimal

# Nominative, genitive and the cases of "in three parts": Finnish bends its numbers.
_WORDS = {
    1: "one|yksi|yhden|yhdessä|yhteen|yhtenä|en|ett|én|et",
    2: "two|kaksi|kahta|kah(?:den|dessa|della|delle|teen|tena|deksi)|två|to",
    3: "three|kolme(?:n|a|ssa|lla|lle|en|na|ksi)?|tre",
    4: "four|neljä(?:n|ä|ssä|llä|lle|än|nä|ksi)?|fyra|fire",
    5: "five|viisi|viittä|vii(?:den|dessä|dellä|delle|teen|tenä|deksi)|fem",
    6: "six|kuusi|kuutta|kuu(?:den|dessa|della|delle|teen|tena|deksi)|sex|seks",
    7: "seven|seitsemä(?:n|ä|ssä|llä|lle|än|nä|ksi)|sju|syv",
    8: "eight|kahdeksa(?:n|a|ssa|lla|lle|an|na|ksi)|åtta|åtte|otte",
    9: "nine|yhdeksä(?:n|ä|ssä|llä|lle|än|nä|ksi)|nio|ni",
    10: "ten|kymmene(?:n|ssä|llä|lle|en|nä|ksi)|kymmentä|tio|ti",
    11: "eleven|yksitoista|yhde(?:ssätoista|ntoista)|yhteentoista|elva|elleve",
    12: "twelve|kaksitoista|kahde(?:ssatoista|ntoista)|kahteentoista|tolv",
}
COUNT = r"(?:\d{1,2}(?::\w{1,4})?|" + "|".join(_WORDS.values()) + ")"
"""A small number, without groups."""
_FIGURE = r"(?:\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d{1,6})(?:[.,]\d{2})?"
_BEFORE = r"(?:€|\beur|\bkr\.?|\bsek|\bnok|\bdkk)\s?"
_AFTER = r"\s?(?:€|(?:e|eur\w*|kr|kronor|kroner|kronaa|kruunua|sek|nok|dkk)\b|,-|:-)"
_PAY = (
    r"\b(?:pay(?:ing)?|maksa(?:a|n|isin)?|lyhen(?:nän|tää|täisin)|betalar?|betaler?)\s+"
    r"(?:(?:only|just|about|now|vain|nyt|ensin|noin|bara|nu|först|bare|nå|først)\s+)*"
)
_MONEY = re.compile(
    rf"(?<![\w.,-])(?:{_BEFORE}(?P<after>{_FIGURE})(?![\d.,]\d)|(?P<before>{_FIGURE}){_AFTER})", re.IGNORECASE
)
# "Pay 50 of it", "pay 50 now", and not "pay 2 invoices".
_BARE = re.compile(
    rf"{_PAY}(?P<bare>{_FIGURE})(?=\W*$|[,!?]|\.\s|\s+(?:of|on|for|from|off|now|today|to|towards|please|and|nyt|tänään|kiitos"
    r"|ja|siitä|laskusta|av|på|nu|idag|tack|och|nå|takk|og|til)\b)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(rf"\W*({COUNT})(?:[\s,]+(?:please|kiitos|tack|takk))?\W*", re.IGNORECASE)
_HALF = re.compile(r"\b(?:half|puolet|puolikas|hälften|halva|halvparten|halve)\b", re.IGNORECASE)


def count_of(word: str) -> int | None:
    """The number that a word or figure stands for.

    Args:
        word: what ``COUNT`` matched.
    """
    if figure := re.match(r"\d{1,2}(?!\d)", word):
        return int(figure[0])
    return next((number for number, words in _WORDS.items() if re.fullmatch(words, word, re.IGNORECASE)), None)


def bare_count(text: str) -> int | None:
    """The number that a whole message is: "3", "three please", "kolmessa"."""
    match = _BARE_NUMBER.fullmatch(text)
    return count_of(match[1]) if match else None


def read_amounts(text: str) -> list[Decimal]:
    """Amounts of money in major units: with a currency, or right after a verb of paying.

    Args:
        text: without dates and the numbers of invoices and accounts, which look the same.
    """
    found = {match.start(): match["after"] or match["before"] for match in _MONEY.finditer(text)}
    for match in _BARE.finditer(text):
        found.setdefault(match.start("bare"), match["bare"])
    return list(dict.fromkeys(_decimal(found[start]) for start in sorted(found)))


def says_half(text: str) -> bool:
    """Whether half of something is meant."""
    return _HALF.search(text) is not None


def bare_amount(text: str) -> Decimal | None:
    """The amount that a whole message is, with or without a currency."""
    match = re.fullmatch(rf"\W*(?:{_BEFORE})?({_FIGURE})(?:{_AFTER})?\W*", text, re.IGNORECASE)
    return _decimal(match[1]) if match else None


def written_amount(amount: Decimal) -> str:
    """An amount as tools take it: ``50`` or ``49.90``."""
    return str(int(amount)) if amount == int(amount) else f"{amount:.2f}"


def _decimal(figure: str) -> Decimal:
    match = re.fullmatch(r"(.*?)(?:[.,](\d{2}))?", figure)
    assert match is not None
    return Decimal(f"{re.sub(r'[^0-9]', '', match[1])}.{match[2] or '00'}")
