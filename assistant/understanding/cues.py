"""Cues that tell the choices of one route apart: what the router leaves open, words often settle.

Each pattern is put together from the roles of words (what is done, to what) in four languages. What they do not settle
is left to the language model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.conversation import Situation
from assistant.understanding.choices import BY_NAME, CHOICES, Choice
from assistant.understanding.details import pays_in_parts, read_email, read_iban, without_identifiers
from assistant.understanding.references import find_invoices, unknown_reference
from assistant.understanding.router import Route


def _words(*languages: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{words})\b" for words in languages), re.IGNORECASE)


_PLAN = (
    r"(?:plans?|instal+ments?|agreement|arrangement|(?:maksu)?suunnitelma\w*|osamaksu\w*|maksusopimu\w*|maksujärjestely\w*"
    r"|(?:maksu|kuukausi)?er[iä]\w*|(?:avbetalnings|betalnings|delbetalnings)plan\w*|(?:av|del)betalning\w*"
    r"|(?:nedbetalings|betalings|avdrags|delbetalings)(?:plan|avtale)\w*|(?:ned|del)betaling\w*|avdrag\w*|plan(?:en)?)"
)
_CANCEL = (
    r"(?:cancel|end|stop|terminate|quit|drop|without|peru\w*|lopet\w+|purka\w*|pura|irtisano\w*|avsluta|avbryt\w*"
    r"|säg\w*\s+upp|ta\s+bort|slopa|avslutte?|stoppe?|si\w*\s+opp|kansellere?|avlys\w*)"
)
_CHANGE = (
    r"(?:change|adjust|modify|alter|redo|renegotiate|rearrange|update|move|lower|longer|shorter|fewer|smaller|another"
    r"|muut\w+|vaihta\w*|vaihda|siirtä\w*|siirrä\w*|pienen\w+|piden\w+|ändra\w*|byta|flytta|justera|sänk\w*|förläng\w*|färre"
    r"|endre\w*|bytte|flytte?|justere|senke|forlenge|færre)"
)
# Which has its own object: "cancel my plan", not "the course was cancelled, can I have a plan".
_PLAN_CANCELLED = re.compile(rf"\b{_CANCEL}\W+(?:\w+\W+){{0,3}}{_PLAN}\b|\b{_PLAN}\W+{_CANCEL}\b", re.IGNORECASE)
_PLAN_CHANGED = re.compile(
    rf"\b{_CHANGE}\W+(?:\w+\W+){{0,3}}{_PLAN}\b|\b(?:my|current|nykyi\w+|min|nuvarande|nåværende)\s+{_PLAN}\b",
    re.IGNORECASE,
)

# Questions of anybody about how something is in general: what it costs, means, takes, how it works.
_COST = _words(
    r"(?:what|how\s+much)\s+(?:\w+\s+){0,5}(?:cost|fee|charge|interest)s?|is\s+there\s+(?:a|any)\s+(?:fee|charge|cost)",
    r"(?:mitä|paljonko|mikä)\s+(?:\w+\s+){0,3}(?:maksaa|kustantaa|hinta|kulu\w*)|onko\s+(?:\w+\s+){0,2}maksutonta",
    r"(?:vad|hur\s+mycket)\s+(?:\w+\s+){0,2}kosta\w*|kostar\s+det|(?:finns|tillkommer)\s+(?:det\s+)?(?:någon\s+)?avgift",
    r"(?:hva|hvor\s+mye)\s+(?:\w+\s+){0,2}koste\w*|koster\s+det|(?:er|påløper)\s+det\s+(?:noe\s+|et\s+)?gebyr",
)
_MEANING = _words(
    r"what\s+(?:is|are)\s+(?:an?\s+)?(?!the\b|my\b)[a-z]|how\s+does\s+(?:a|an|the)?\s*\w+\s+(?:\w+\s+)?work"
    r"|what\s+does\s+(?:\w+\s+){1,4}mean|why\s+(?:do|must|should|would)",
    r"mikä\s+on|mitä\s+(?:tarkoittaa|on)|miten\s+\w+\s+toimii|miksi\s+(?:pitää|täytyy)",
    r"vad\s+(?:är|innebär|betyder)|hur\s+fungerar|varför\s+måste",
    r"hva\s+(?:er|innebærer|betyr)|hvordan\s+(?:fungerer|virker)|hvorfor\s+må",
)
_HOW_LONG = _words(
    r"how\s+(?:long|soon|fast|many\s+days)|when\s+(?:will|do|does|can)",
    r"kuinka\s+(?:kauan|nopeasti)|miten\s+(?:kauan|nopeasti)|kauanko|milloin|koska",
    r"hur\s+(?:lång\s+tid|länge|snabbt|många\s+dagar)|(?<!.)när",
    r"hvor\s+(?:lang\s+tid|lenge|raskt|fort|mange\s+dager)|(?<!.)når",
)
_WAYS_TO_PAY = _words(
    r"(?:which|what)\s+(?:\w+\s+){0,2}(?:methods|cards|ways)|payment\s+methods?",
    r"maksuta(?:vat|poja|voi\w*|van)",
    r"betal(?:nings)?sätt\w*|vilka\s+(?:\w+\s+)?sätt|vilka\s+kort",
    r"betalingsm(?:åter|etoder)\w*|hvilke\s+(?:\w+\s+)?(?:måter|kort)",
)
_ABOUT_IN_GENERAL: dict[Route, tuple[re.Pattern[str], ...]] = {
    "pay": (_WAYS_TO_PAY,),
    "plan": (_COST, _MEANING, _HOW_LONG),
    "bank_account": (_COST, _MEANING, _HOW_LONG),
    "authorize": (_COST, _MEANING, _HOW_LONG),
}

_REVOKED = _words(
    r"revoke|remove|withdraw|cancel|(?:take|taken)\s+(?:\w+\s+){0,3}(?:away|off|out|back)|delete|end|stop|no\s+longer"
    r"|not\s+(?:be\s+)?(?:allowed|able)|left\s+(?:us|the)|anymore",
    r"poista\w*|peru(?:a|uta|uttaa|n|utan|isin)?|perukaa|lopeta\w*|kumo\w+|ei\s+(?:enää|saa)|pois|päättä\w*",
    r"återkalla\w*|ta\s+(?:\w+\s+){0,3}(?:bort|tillbaka)|avsluta|upphäv\w*|ska\s+(?:\w+\s+)?bort|inte\s+längre"
    r"|måste\s+bort|radera",
    r"trekke?\s+(?:\w+\s+){0,3}tilbake|fjerne?|tilbakekall\w*|slette?|avslutte|ikke\s+lenger|skal\s+(?:\w+\s+)?ut"
    r"|oppheve?",
)

_LETTERS = _words(
    r"(?:reminder|collection|demand|your|the|my|latest|last|a|any)\s+(?:\w+\s+)?letters?|letters?\s+(?:you|that)"
    r"|(?:copy|copies)\s+of|documents?|pdf|(?:send|download)\s+(?:me\s+)?(?:\w+\s+){0,3}(?:invoice|bill|reminder)\s+again",
    r"kirje(?:en|et|itä|ttä|istä|itäni|eni)?|kopio\w*|asiakirj\w*|dokument\w*|pdf|jäljennö\w*",
    r"brev\w*|kopi(?:a|or|an)|dokument\w*|handling(?:ar|en)|pdf",
    r"brev\w*|kopi(?:er|en|ene|)|dokument\w*|pdf",
)
_CONTACT = _words(
    r"(?:tele)?phone\s+numbers?|who(?:m)?\s+(?:\w+\s+){0,3}(?:call|contact|ask|ring)|contact\s+(?:details|info\w*)"
    r"|(?:number|phone)\s+to\s+call|(?:what|which)\s+number",
    r"puhelinnumero\w*|(?:minne|mihin|kenelle|keneen)\s+(?:\w+\s+){0,3}(?:soit\w+|otan|ottaa|voin)|yhteystie\w*"
    r"|kehen\s+(?:\w+\s+)?\w+",
    r"telefonnummer\w*|vem\s+(?:\w+\s+){0,3}(?:ringa|kontakta|fråga)|var(?:t)?\s+(?:\w+\s+){0,2}ringer?|kontaktuppgift\w*",
    r"telefonnummer\w*|hvem\s+(?:\w+\s+){0,3}(?:ringe|kontakte?|spørre?)|hvor\s+(?:\w+\s+){0,2}ringer?"
    r"|kontakt(?:info\w*|opplysning\w*)",
)
_PAID = _words(
    r"paid\s+(?:invoices|bills|ones)|(?:what|which|invoices|bills)\s+(?:\w+\s+){0,2}(?:have|ve|has)\s+(?:i\s+)?(?:already\s+)?"
    r"(?:been\s+)?paid",
    r"maksetut|maksettuja|maksamani|mitkä\s+(?:\w+\s+){0,3}(?:maksettu|maksanut)",
    r"betalda\s+(?:fakturor|räkningar)|vilka\s+(?:\w+\s+){0,3}(?:betalat|betalda)",
    r"betalte\s+(?:fakturae?r?|regninger)|hvilke\s+(?:\w+\s+){0,3}betalt",
)
_BALANCE = _words(
    r"(?:how\s+much|what)\s+(?:\w+\s+){0,3}(?:owe|owing|due|outstanding|unpaid|to\s+pay)|balance|(?:left|still)\s+(?:to\s+pay|owe)"
    r"|in\s+total|outstanding",
    r"(?:paljonko|mitä|kuinka\s+paljon)\s+(?:\w+\s+){0,4}(?:velkaa|maksamatta|maksettava\w*|avoinna|auki|jäljellä)|saldo\w*"
    r"|yhteensä|velkaa\w*",
    r"(?:hur\s+mycket|vad)\s+(?:\w+\s+){0,4}(?:skyldig|obetalt|kvar|betala)|saldo\w*|totalt|sammanlagt|skuld(?:en)?",
    r"(?:hvor\s+mye|hva)\s+(?:\w+\s+){0,4}(?:skylder|utestående|ubetalt|igjen|betale)|saldo\w*|totalt|til\s+sammen"
    r"|gjeld(?:en)?",
)
_ANY = re.compile("")
_LISTED = _words(
    r"(?:list|show|see|view|which|what)\s+(?:me\s+)?(?:\w+\s+){0,3}(?:invoices|bills)|(?:all|my|any|unpaid|open)\s+"
    r"(?:\w+\s+)?(?:invoices|bills)",
    r"(?:avoimet|kaikki|erääntyneet|mitkä|omat)\s+(?:\w+\s+)?lasku\w*|laskujani|laskuja|(?:näytä|listaa|katso)\s+(?:\w+\s+)?laskuni|(?<!.)laskuni(?!.)",
    r"(?:alla|mina|vilka|öppna|obetalda|några)\s+(?:\w+\s+)?(?:fakturor|räkningar)\w*|fakturorna|räkningarna",
    r"(?:alle|mine|hvilke|åpne|ubetalte|noen)\s+(?:\w+\s+)?(?:fakturae?r?|regninger)|fakturaene|regningene",
)
_ONE = _words(
    r"(?:my|the|this|that|our|latest|last)\s+(?:\w+\s+){0,2}(?:invoice|bill)|(?:my|our|the)\s+(?:\w+\s+)?payment",
    r"lasku(?:n|ni|mme|ssa|ssani|sta|stani|lla|llani|lle|lleni)|(?:tämä|se|viime|uusin|mun|minun)\s+(?:\w+\s+)?lasku"
    r"|maksu(?:ni|mme|nsa)",
    r"(?:faktura|räkning)e?n|(?:min|vår|den\s+här|senaste)\s+(?:\w+\s+)?(?:faktura|räkning|betalning)",
    r"faktura(?:en|a)|regning(?:en|a)|(?:siste|denne|min|vår)\s+(?:\w+\s+)?(?:faktura|regning|betaling)|betaling(?:en|a)\s+min",
)

_FRAUD = _words(
    r"scam\w*|fraud\w*|phishing|identity|impersonat\w*|(?:used|using|in)\s+my\s+(?:name|identity)|stolen",
    r"huija\w*|huijau\w*|petos\w*|petok\w*|nimissäni|nimelläni|(?:minun|mun)\s+nimissä\w*|identitee\w*|varaste\w*"
    r"|tietojenkalastel\w*",
    r"bedräger\w*|bluff\w*|lurad|i\s+mitt\s+namn|identitet\w*|kapa[dt]\w*|stulit|nätfiske",
    r"svindel\w*|svindl\w*|lurt|i\s+mitt\s+navn|identitet\w*|stjålet|falsk\w*",
)
_HARDSHIP = _words(
    r"lost\s+my\s+job|unemploy\w*|laid\s+off|(?:in|very|seriously|too)\s+(?:\w+\s+)?(?:ill|sick)|hospital|cancer|died|dead"
    r"|passed\s+away|death|deceased|debts?|bankrupt\w*|bailiff|no\s+(?:money|income|food)|broke"
    r"|can(?:no|['’])?t\s+(?:afford|pay\s+(?:any|at\s+all|this\s+at\s+all))|desperate|evict\w*",
    r"työttö\w+|lomaute\w+|sairau\w*|sairas\w*|sairaala\w*|syöpä\w*|kuol\w+|menehty\w*|veloissa|velkaa\s+on"
    r"|velkaantu\w*|ulosot\w*|konkurs\w*|varaton\w*|(?:ei|eikä)\s+(?:\w+\s+)?(?:rahaa|ruokaa|tuloja)|epätoivo\w*"
    r"|(?:en|enkä)\s+(?:\w+\s+)?(?:pysty|kykene)\s+(?:\w+\s+)?maksamaan\s+(?:mitään|ollenkaan|lainkaan)",
    r"arbetslös\w*|uppsagd|förlorat\s+jobbet|sjuk\w*|sjukhus\w*|cancer|dött|dog|död\w*|avliden|avled|skulder|kronofogden"
    r"|konkurs\w*|inga\s+pengar|har\s+inte\s+råd|desperat|vräk\w*",
    r"arbeidsledig\w*|permittert|mistet\s+jobben|syk\w*|kreft|død\w*|avdød\w*|gjeld(?:en|a)?|namsmann\w*|konkurs\w*|ingen\s+penger"
    r"|ikke\s+råd|fortvil\w*|kastet\s+ut",
)
_WRONG = (
    r"(?:wrong|incorrect|mistake|error|false|disput\w*|contest\w*|object|objection|unfair|not\s+mine"
    r"|(?:never|didn['’]?t|did\s+not|haven['’]?t|not)\s+(?:\w+\s+)?(?:order\w*|bought|buy|receive\w*|got|get|use\w*|sign\w*)"
    r"|refuse\s+to\s+pay|faulty|defective|broken|väärä\w*|väärin|virhe(?!ilm)\w*|aiheet\w*|riitau\w*|kiist\w*|reklam\w*"
    r"|perusteet\w*|kohtuut\w*|(?:en|ei)\s+(?:ole\s+)?(?:\w+\s+)?(?:tilannut|tilannu|ostanut|saanut|saapunut|hyväksy|minun)"
    r"|oikaisu\w*|fel|felaktig\w*|bestrid\w*|invänd\w*|överklaga\w*|orimlig\w*|inte\s+min|orättvis\w*"
    r"|(?:inte|aldrig)\s+(?:\w+\s+)?(?:beställt|köpt|fått|använt|kommit|skrivit)|vägrar"
    r"|feil(?!meld)\w*|bestrid\w*|innsigelse\w*|urimelig\w*|ikke\s+min|nekter"
    r"|(?:ikke|aldri)\s+(?:\w+\s+)?(?:bestilt|kjøpt|fått|mottatt|brukt|kommet|skrevet))"
)
# On this route, any word for a human being, a desk or a call is a wish for one.
_PERSON = _words(
    r"humans?|persons?|people|someone|somebody|agents?|operators?|staff|manager|supervisor|support|customer\s+service"
    r"|call\w*|ring|phone|chat|talk|speak|contact",
    r"ihmi\w*|immei\w*|joku|jonkun|asiakaspalvelu\w*|asiakaspalvelij\w*|virkailij\w*|käsittelij\w*|esimie\w*|soit\w+"
    r"|takaisinsoitto\w*|puhu\w*|yhteyt\w*|yhdist\w*|chat\w*",
    r"människ\w*|person|någon|nån|handläggar\w*|kundtjänst\w*|kundservice|chef\w*|ring\w*|prata|tala|koppla|chatta?"
    r"|kontakta?",
    r"menneske\w*|noen|saksbehandler\w*|kundeservice|kundebehandler\w*|leder|sjef\w*|ringe?|snakke?|prate|kobl\w*|chatte?",
)
# A wish to dispute has its own verb, whatever else is said.
_DISPUTED = _words(
    r"disput(?:e|es|ed|ing)|contest(?:ing)?|object\s+to",
    r"riitau\w+|kiist(?:än|ää|ämme|ämään|äisin|ää|in)|reklamoi\w*|reklamaatio\w*",
    r"bestrid\w*|reklamera\w*",
    r"bestrid\w*|reklamer\w*|innsigelse\w*",
)
_LET_IN = _words(
    r"authori[sz]e\w*|(?:let|allow)\s+(?:\w+\s+){1,5}(?:see|view|handle|pay|access)|access",
    r"valtuut\w+|oikeude\w*|pääsy\w*",
    r"fullmakt\w*|behörighet\w*|tillgång|åtkomst",
    r"fullmakt\w*|tilgang|innsyn",
)
_WHY = _words(r"why|how\s+come", r"miksi|minkä\s+takia|miks", r"varför", r"hvorfor")
_DISPUTE = re.compile(rf"\b{_WRONG}\b", re.IGNORECASE)


def possible_choices(routes: Sequence[Route], situation: Situation) -> list[Choice]:
    """What a message may be about: of each route the one choice that its words settle, or else all.

    Args:
        routes: those that the message may take.
        situation: the message and what is known around it.
    """
    text = without_identifiers(situation.text)
    named = find_invoices(text, situation.invoices)
    one_named = len(named) == 1 or unknown_reference(text, situation.invoices) is not None
    has_plan = len(named) == 1 and bool(named[0].plan)
    names: list[str] = []
    for route in _likely(routes, situation.text, invoice_named=one_named):
        cue = cued_choice(situation.text, route, invoice_named=one_named, has_plan=has_plan)
        names += [cue] if cue else [choice.name for choice in CHOICES if choice.route == route]
    return [BY_NAME[name] for name in dict.fromkeys(names)]


def _likely(routes: Sequence[Route], text: str, *, invoice_named: bool) -> Sequence[Route]:
    """What words decide between guesses, or against one, since nothing else is done with them.

    Account numbers; an e-mail address that is let in somewhere; claims that are disputed in so many words; parts to pay
    in, whom to call and "why so much" about an invoice that is named.
    """
    guesses = set(routes)
    if read_iban(text):
        return ("bank_account",)
    if read_email(text) and ("authorize" in guesses or invoice_named or _LET_IN.search(text)):
        return ("authorize",)
    if "knowledge" not in guesses and _DISPUTED.search(text):
        return ("handoff",)
    if guesses & ({"pay", "plan", "knowledge"} if invoice_named else {"pay"}) and pays_in_parts(text):
        return ("plan",)
    if invoice_named and guesses & {"knowledge", "invoices"} and _CONTACT.search(text):
        return ("invoices",)
    if invoice_named and "handoff" in guesses and _WHY.search(text) and not _DISPUTE.search(text):
        return ("invoices",)
    return routes


def cued_choice(text: str, route: Route, *, invoice_named: bool = False, has_plan: bool = False) -> str | None:
    """The choice of a route that the words settle, or None where they leave it open.

    Args:
        text: the customer's words.
        route: what they are about.
        invoice_named: whether they name one of the customer's invoices.
        has_plan: whether that invoice is paid in instalments already.
    """
    text = without_identifiers(text)
    if _asks_in_general(text, route):
        return "question"
    match route:
        case "pay":
            return "pay"
        case "bank_account":
            return "refund"
        case "plan":
            return _plan_choice(text, has_plan)
        case "authorize":
            return "revoke" if _REVOKED.search(text) else "authorize"
        case "invoices":
            cues = (("letters", _LETTERS), ("contact", _CONTACT), ("balance", _BALANCE), ("paid_invoices", _PAID))
            named = (("one_invoice", _ANY),) if invoice_named else (("my_invoices", _LISTED), ("one_invoice", _ONE))
            return _first(text, (*cues, *named))
        case "handoff":
            return _handoff_choice(text)
        case _:
            return None


def _asks_in_general(text: str, route: Route) -> bool:
    """Whether a message on a route that has a tool of its own asks how something is, and wishes nothing."""
    return any(pattern.search(text) for pattern in _ABOUT_IN_GENERAL.get(route, ()))


def _plan_choice(text: str, has_plan: bool) -> str:
    if _PLAN_CANCELLED.search(text):
        return "cancel_plan"
    return "change_plan" if has_plan or _PLAN_CHANGED.search(text) else "plan"


def _handoff_choice(text: str) -> str | None:
    if _FRAUD.search(text):
        return "fraud"
    hardship, dispute = _HARDSHIP.search(text), _DISPUTE.search(text)
    if hardship and dispute:
        return None
    if hardship or dispute:
        return "hardship" if hardship else "dispute"
    return "person" if _PERSON.search(text) else None


def _first(text: str, cues: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    return next((name for name, pattern in cues if pattern.search(text)), None)
