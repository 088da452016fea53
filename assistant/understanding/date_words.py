"""The words of dates in four languages, as pieces of regular expressions for ``dates.py``.

Named groups carry the meaning: ``m1`` to ``m12`` are months, ``d0`` to ``d6`` weekdays, ``n1`` to ``n14`` numbers,
``u1``, ``u7`` and ``u30`` units.
"""

from __future__ import annotations

_MONTHS = (
    "jan(?:uary|uari|uar)?|tammikuu\\w*",
    "feb(?:ruary|ruari|ruar)?|helmikuu\\w*",
    "mar(?:ch|s)?|maaliskuu\\w*",
    "apr(?:il)?|huhtikuu\\w*",
    "may|maj|mai|toukokuu\\w*",
    "june?|juni|kesäkuu\\w*",
    "july?|juli|heinäkuu\\w*",
    "aug(?:ust|usti)?|elokuu\\w*",
    "sep(?:t|tember)?|syyskuu\\w*",
    "o[ck]t(?:ober)?|lokakuu\\w*",
    "nov(?:ember)?|marraskuu\\w*",
    "de[cs](?:ember)?|joulukuu\\w*",
)
_WEEKDAYS = (
    "monday|maanantai\\w*|måndag(?:en)?|mandag(?:en)?",
    "tuesday|tiistai\\w*|tisdag(?:en)?|tirsdag(?:en)?",
    "wednesday|keskiviik\\w*|onsdag(?:en)?",
    "thursday|torstai\\w*|torsdag(?:en)?",
    "friday|perjantai\\w*|fredag(?:en)?",
    "saturday|lauantai\\w*|lördag(?:en)?|lørdag(?:en)?",
    "sunday|sunnuntai\\w*|söndag(?:en)?|søndag(?:en)?",
)
_NUMBERS = (
    "a|an|one|yhden|en|ett|én|ei|et|éi",
    "two|kahden|två|to",
    "three|kolmen|tre",
    "four|neljän|fyra|fire",
    "five|viiden|fem",
    "six|kuuden|sex|seks",
    "seven|seitsemän|sju|syv",
    "eight|kahdeksan|åtta|åtte",
    "nine|yhdeksän|nio|ni",
    "ten|kymmenen|tio|ti",
    "eleven|yhdentoista|elva|elleve",
    "twelve|kahdentoista|tolv",
    "thirteen|kolmentoista|tretton|tretten",
    "fourteen|neljäntoista|fjorton|fjorten",
)
_UNITS = {
    "days?|päivän|dagar|dag|dager": 1,
    "weeks?|viikon|veckor|vecka|uker|uke": 7,
    "months?|kuukauden|månader|månad|måneder|måned": 30,
}

MONTH = "|".join(f"(?P<m{i}>{words})" for i, words in enumerate(_MONTHS, 1))
MONTH_WORD = f"(?:{'|'.join(_MONTHS)})"
"""Any month, without groups."""
WEEKDAY = "|".join(f"(?P<d{i}>{words})" for i, words in enumerate(_WEEKDAYS))
COUNT = "|".join([r"(?P<figure>\d{1,2})", *(f"(?P<n{i}>{words})" for i, words in enumerate(_NUMBERS, 1))])
UNIT = "|".join(f"(?P<u{days}>{words})" for words, days in _UNITS.items())
NEXT = r"(?:next|ensi|nästa|neste)"
NEXT_WEEK = r"(?:next week|ensi viikolla|ensi viikon|nästa vecka|neste uke)"
NEXT_MONTH = r"(?:next month|ensi kuu\w*|nästa månad|neste måned)"
PAST = r"(?:last|every|each|viime|edellis\w+|joka|förra|varje|forrige|sist|siste|hver)"
"""What makes a weekday or the end of a month none that is still to come, or no single one."""
END = (
    r"(?:end of|last day of|slutet (?:av|på)|(?:den )?sista (?:dagen )?i|slutten av|utgangen av"
    r"|(?:den )?siste (?:dagen )?i|ut)"
)
LAST = r"(?:sista|siste)"
YEAR_END = (
    r"(?:end of (?:the |this )?year|(?:tämän )?vuoden (?:loppuun|lopussa|lopulla)|slutet (?:av|på) året"
    r"|årss(?:kiftet|lutet|lutt)|slutten av året|utgangen av året|ut året)"
)
FIRST = r"(?:first|1st|första|første)"
ORDINAL = r"(?:st|nd|rd|th|:e|:a)"
CURRENCY = r"(?:€|\$|eur(?:o|oa|os)?|kr|kronor|kroner|sek|nok)"
CLOCK = r"(?:klo|klockan|klokken|kello|kl)"
