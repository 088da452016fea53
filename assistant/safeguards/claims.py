"""The claims gate: a model's own words may not say that something was done or will be done.

Only a receipt says that something was changed, and only the thread's state says that a person was called. A model that
writes "I have moved your due date" has moved nothing: no tool it has can.
"""

from __future__ import annotations

import re

# Verbs of doing, as far as the form that follows "I have" or "has been".
_CHANGED = (
    r"(?:moved|changed|postponed|extended|updated|rescheduled|cancell?ed|removed|waived|confirmed|approved|arranged"
    r"|refunded|registered|credited|stopped|paused|set\s+up)"
)
_DONE = (
    rf"(?:{_CHANGED}|paid|sent|forwarded|transferred|connected|notified|informed|asked|requested|contacted|handed|passed"
    r"|recorded|noted|made|done|taken|ordered)"
)
_MUUTETTU = r"(?:siirretty|muutettu|pidennetty|lykätty|peruttu|poistettu|hyvitetty|vahvistettu|hyväksytty|palautettu)"
_TEHNYT = (
    r"(?:siirtänyt|muuttanut|pidentänyt|lykännyt|perunut|poistanut|hyvittänyt|vahvistanut|hyväksynyt|maksanut|lähettänyt"
    r"|välittänyt|yhdistänyt|ilmoittanut|pyytänyt|tehnyt|järjestänyt|kirjannut)"
)
_SIIRSIN = (
    r"(?:siirsin|muutin|pidensin|lykkäsin|peruin|poistin|hyvitin|vahvistin|lähetin|välitin|yhdistin|järjestin"
    r"|siirrän|muutan|lähetän|välitän|yhdistän|järjestän)"
)
_FLYTTAT = (
    r"(?:flytta|ändra|skjuti|förläng|uppdatera|avbruti|avbokat|ta(?:git)?\s+bort|bekräfta|ordna|godkän|krediter|återbetala"
    r"|betala|skicka|koppla|meddela|registrera|kontakta|begär)\w*"
)
_FLYTTET = (
    r"(?:flytte|endre|utset|utsatt|forleng|oppdater|avbrut|kanseller|fjern|bekrefte|ordne|godkjen|krediter|refunder"
    r"|tilbakebetal|betal|send|kobl|sett|meld|registrer|kontakt|be(?:dt|stilt))\w*"
)

_CLAIM = re.compile(
    rf"""
    \b(?:I|we)(?:['’]ve|\s+have)?\s+(?:\w+ly\s+|now\s+|already\s+|just\s+)*{_DONE}\b
    | \b(?:has|have)\s+(?:\w+\s+)?been\s+(?:\w+ly\s+|now\s+)?{_CHANGED}\b
    | \b(?:is|are)\s+(?:now|hereby)\s+{_CHANGED}\b
    | \b(?:I|we)(?:['’]ll|\s+will|['’]m\s+going\s+to)\b(?!\s+(?:need|be\s+(?:happy|glad))\b)
    | \b(?:someone|a\s+person|an\s+agent)\s+will\b
    | \b(?:I\s+am|I['’]m)\s+(?:now\s+)?(?:connecting|transferring|moving|changing|forwarding|sending)\b

    | \b(?:olen|olemme)\s+(?:\w+\s+){{0,2}}{_TEHNYT}\b | \b{_SIIRSIN}\b
    | \b(?:on|ovat)\s+(?:nyt\s+|jo\s+)?{_MUUTETTU}\b | \b(?:siirretään|muutetaan)\s+nyt\b
    | \b(?:otan|otamme)\s+(?:\w+\s+)?yhteyttä\b | \bsinuun\s+otetaan\b

    | \b(?:jag|vi)\s+har\s+(?:nu\s+|redan\s+)?{_FLYTTAT}
    | \b(?:har|är)\s+(?:nu\s+)?(?:flyttat?s?|flyttad|ändrats?|ändrad|förlängd)\b
    | \b(?:jag|vi)\s+(?:ska|kommer\s+att)\b | \b(?:jag|vi)\s+(?:kopplar|flyttar|ändrar|skickar)\b

    | \b(?:jeg|vi)\s+har\s+(?:nå\s+|allerede\s+)?{_FLYTTET}
    | \b(?:er|ble|blitt)\s+(?:nå\s+)?(?:flyttet|endret|utsatt|forlenget|slettet|kansellert)\b
    | \b(?:jeg|vi)\s+(?:skal|kommer\s+til\s+å)\b | \b(?:jeg|vi)\s+(?:kobler|flytter|endrer|sender|setter)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "I have not moved anything", "mitään ei ole siirretty".
_DENIAL = re.compile(r"\b(?:not|nothing|cannot|can['’]t|never|mitään|inte|inget|ingenting|ikke)\b", re.IGNORECASE)


def claims_action(words: str) -> bool:
    """Whether a sentence of a model's words says that something was done, or promises that it will be.

    Args:
        words: the words about to be sent.
    """
    sentences = re.split(r"(?<=[.!?])\s+|\n+", words)
    return any(_CLAIM.search(sentence) and not _DENIAL.search(sentence) for sentence in sentences)
