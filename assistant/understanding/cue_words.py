"""The words of the cues, by what they are about, in four languages.

Each pattern is put together from the roles of words (what is done, to what), never from whole messages.
"""

from __future__ import annotations

import re

from assistant.understanding.encoder import Route


def _words(*languages: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{words})\b" for words in languages), re.IGNORECASE)


PLAN = (
    r"(?:plans?|instal+ments?|agreement|arrangement|(?:maksu)?suunnitelma\w*|osamaksu\w*|maksusopimu\w*|maksujärjestely\w*"
    r"|(?:maksu|kuukausi)?er[iä]\w*|(?:avbetalnings|betalnings|delbetalnings)plan\w*|(?:av|del)betalning\w*"
    r"|(?:nedbetalings|betalings|avdrags|delbetalings)(?:plan|avtale)\w*|(?:ned|del)betaling\w*|avdrag\w*|plan(?:en)?)"
)
CANCEL = (
    r"(?:cancel|end|stop|terminate|quit|drop|without|peru\w*|lopet\w+|purka\w*|pura|irtisano\w*|avsluta|avbryt\w*"
    r"|säg\w*\s+upp|ta\s+bort|slopa|avslutte?|stoppe?|si\w*\s+opp|kansellere?|avlys\w*)"
)
CHANGE = (
    r"(?:change|adjust|modify|alter|redo|renegotiate|rearrange|update|move|lower|longer|shorter|fewer|smaller|another"
    r"|muut\w+|vaihta\w*|vaihda|siirtä\w*|siirrä\w*|pienen\w+|piden\w+|ändra\w*|byta|flytta|justera|sänk\w*|förläng\w*|färre"
    r"|endre\w*|bytte|flytte?|justere|senke|forlenge|færre)"
)
# Which has its own object: "cancel my plan", not "the course was cancelled, can I have a plan".
PLAN_CANCELLED = re.compile(rf"\b{CANCEL}\W+(?:\w+\W+){{0,3}}{PLAN}\b|\b{PLAN}\W+{CANCEL}\b", re.IGNORECASE)
PLAN_CHANGED = re.compile(
    rf"\b{CHANGE}\W+(?:\w+\W+){{0,3}}{PLAN}\b|\b(?:my|current|nykyi\w+|min|nuvarande|nåværende)\s+{PLAN}\b",
    re.IGNORECASE,
)

# Questions of anybody about how something is in general: what it costs, means, takes, how it works.
COST = _words(
    r"(?:what|how\s+much)\s+(?:\w+\s+){0,5}(?:cost|fee|charge|interest)s?|is\s+there\s+(?:a|any)\s+(?:fee|charge|cost)"
    r"|(?:is|are)\s+(?:\w+\s+){1,5}(?:free|expensive)|free\s+of\s+charge",
    r"(?:mitä|paljonko|mikä)\s+(?:\w+\s+){0,3}(?:maksaa|kustantaa|hinta|kulu\w*)|(?:onko|maksaako|tuleeko)\s+(?:\w+\s+){0,4}(?:maksuton\w*|ilmai\w+|jotain|lisämaksu\w*|kulu\w*)",
    r"(?:vad|hur\s+mycket)\s+(?:\w+\s+){0,2}kosta\w*|kostar\s+det|är\s+(?:\w+\s+){1,4}(?:gratis|kostnadsfri\w*|avgiftsfri\w*)|(?:finns|tillkommer)\s+(?:det\s+)?(?:någon\s+)?avgift",
    r"(?:hva|hvor\s+mye)\s+(?:\w+\s+){0,2}koste\w*|koster\s+det|er\s+(?:\w+\s+){1,4}(?:gratis|kostnadsfri\w*|gebyrfri\w*)|(?:er|påløper)\s+det\s+(?:noe\s+|et\s+)?gebyr",
)
MEANING = _words(
    r"what\s+(?:is|are)\s+(?:an?\s+)?(?!the\b|my\b)[a-z]|how\s+does\s+(?:a|an|the)?\s*\w+\s+(?:\w+\s+)?work"
    r"|what\s+does\s+(?:\w+\s+){1,4}mean|why\s+(?:do|must|should|would)",
    r"mikä\s+on|mitä\s+(?:tarkoittaa|on)|miten\s+\w+\s+toimii|miksi\s+(?:pitää|täytyy)",
    r"vad\s+(?:är|innebär|betyder)|hur\s+fungerar|varför\s+måste",
    r"hva\s+(?:er|innebærer|betyr)|hvordan\s+(?:fungerer|virker)|hvorfor\s+må",
)
HOW_LONG = _words(
    r"how\s+(?:long|soon|fast|many\s+days)|when\s+(?:will|do|does|can)",
    r"kuinka\s+(?:kauan|nopeasti)|miten\s+(?:kauan|nopeasti)|kauanko|milloin|koska",
    r"hur\s+(?:lång\s+tid|länge|snabbt|många\s+dagar)|(?<!.)när",
    r"hvor\s+(?:lang\s+tid|lenge|raskt|fort|mange\s+dager)|(?<!.)når",
)
WAYS_TO_PAY = _words(
    r"(?:which|what)\s+(?:\w+\s+){0,2}(?:methods|cards|ways)|payment\s+methods?",
    r"maksuta(?:vat|poja|voi\w*|van)",
    r"betal(?:nings)?sätt\w*|vilka\s+(?:\w+\s+)?sätt|vilka\s+kort",
    r"betalingsm(?:åter|etoder)\w*|hvilke\s+(?:\w+\s+)?(?:måter|kort)",
)
ABOUT_IN_GENERAL: dict[Route, tuple[re.Pattern[str], ...]] = {
    "pay": (WAYS_TO_PAY,),
    "plan": (COST, MEANING, HOW_LONG),
    "postpone": (COST,),
    "bank_account": (COST, MEANING, HOW_LONG),
    "authorize": (COST, MEANING, HOW_LONG),
}

REVOKED = _words(
    r"revoke|remove|withdraw|cancel|(?:take|taken)\s+(?:\w+\s+){0,3}(?:away|off|out|back)|delete|end|stop|no\s+longer"
    r"|not\s+(?:be\s+)?(?:allowed|able)|left\s+(?:us|the)|anymore",
    r"poista\w*|peru(?:a|uta|uttaa|n|utan|isin)?|perukaa|lopeta\w*|kumo\w+|ei\s+(?:enää|saa)|pois|päättä\w*",
    r"återkalla\w*|ta\s+(?:\w+\s+){0,3}(?:bort|tillbaka)|avsluta|upphäv\w*|ska\s+(?:\w+\s+)?bort|inte\s+längre"
    r"|måste\s+bort|radera",
    r"trekke?\s+(?:\w+\s+){0,3}tilbake|fjerne?|tilbakekall\w*|slette?|avslutte|ikke\s+lenger|skal\s+(?:\w+\s+)?ut"
    r"|oppheve?",
)

LETTERS = _words(
    r"(?:reminder|collection|demand|your|the|my|latest|last|a|any)\s+(?:\w+\s+)?letters?|letters?\s+(?:you|that)"
    r"|(?:copy|copies)\s+of|documents?|pdf|(?:send|download)\s+(?:me\s+)?(?:\w+\s+){0,3}(?:invoice|bill|reminder)\s+again",
    r"kirje(?:en|et|itä|ttä|istä|itäni|eni)?|kopio\w*|asiakirj\w*|dokument\w*|pdf|jäljennö\w*",
    r"brev\w*|kopi(?:a|or|an)|dokument\w*|handling(?:ar|en)|pdf",
    r"brev\w*|kopi(?:er|en|ene|)|dokument\w*|pdf",
)
SHOWN = _words(
    r"show|see|view|open|download|send\s+me|(?:can|could|may)\s+i\s+(?:have|get)",
    r"näytä\w*|nähdä|katsoa|avaa|lataa|lähettä(?:kää|isit\w*)|saisinko|saanko",
    r"visa|se|öppna|ladda|skicka|få",
    r"vis|vise|se|åpne|laste|send|få",
)
CONTACT = _words(
    r"(?:tele)?phone\s+numbers?|who(?:m)?\s+(?:\w+\s+){0,3}(?:call|contact|ask|ring)|contact\s+(?:details|info\w*)"
    r"|(?:number|phone)\s+to\s+call|(?:what|which)\s+number",
    r"puhelinnumero\w*|(?:minne|mihin|kenelle|keneen)\s+(?:\w+\s+){0,3}(?:soit\w+|otan|ottaa|voin)|yhteystie\w*"
    r"|kehen\s+(?:\w+\s+)?\w+",
    r"telefonnummer\w*|vem\s+(?:\w+\s+){0,3}(?:ringa|kontakta|fråga)|var(?:t)?\s+(?:\w+\s+){0,2}ringer?|kontaktuppgift\w*",
    r"telefonnummer\w*|hvem\s+(?:\w+\s+){0,3}(?:ringe|kontakte?|spørre?)|hvor\s+(?:\w+\s+){0,2}ringer?"
    r"|kontakt(?:info\w*|opplysning\w*)",
)
PAID = _words(
    r"paid\s+(?:invoices|bills|ones)|(?:what|which|invoices|bills)\s+(?:\w+\s+){0,2}(?:have|ve|has)\s+(?:i\s+)?(?:already\s+)?"
    r"(?:been\s+)?paid",
    r"maksetut|maksettuja|maksamani|mitkä\s+(?:\w+\s+){0,3}(?:maksettu|maksanut)",
    r"betalda\s+(?:fakturor|räkningar)|vilka\s+(?:\w+\s+){0,3}(?:betalat|betalda)",
    r"betalte\s+(?:fakturae?r?|regninger)|hvilke\s+(?:\w+\s+){0,3}betalt",
)
BALANCE = _words(
    r"(?:how\s+much|what)\s+(?:\w+\s+){0,3}(?:owe|owing|due|outstanding|unpaid|to\s+pay)|balance|(?:left|still)\s+(?:to\s+pay|owe)"
    r"|in\s+total|outstanding",
    r"(?:paljonko|mitä|kuinka\s+paljon)\s+(?:\w+\s+){0,4}(?:velkaa|maksamatta|maksettava\w*|avoinna|auki|jäljellä)|saldo\w*"
    r"|yhteensä|velkaa\w*",
    r"(?:hur\s+mycket|vad)\s+(?:\w+\s+){0,4}(?:skyldig|obetalt|kvar|betala)|saldo\w*|totalt|sammanlagt|skuld(?:en)?",
    r"(?:hvor\s+mye|hva)\s+(?:\w+\s+){0,4}(?:skylder|utestående|ubetalt|igjen|betale)|saldo\w*|totalt|til\s+sammen"
    r"|gjeld(?:en)?",
)
ANY = re.compile("")
LISTED = _words(
    r"(?:list|show|see|view|which|what)\s+(?:me\s+)?(?:\w+\s+){0,3}(?:invoices|bills)|(?:all|my|any|unpaid|open)\s+"
    r"(?:\w+\s+)?(?:invoices|bills)",
    r"(?:avoimet|kaikki|erääntyneet|mitkä|omat)\s+(?:\w+\s+)?lasku\w*|laskujani|laskuja|(?:näytä|listaa|katso)\s+(?:\w+\s+)?laskuni|(?<!.)laskuni(?!.)",
    r"(?:alla|mina|vilka|öppna|obetalda|några)\s+(?:\w+\s+)?(?:fakturor|räkningar)\w*|fakturorna|räkningarna",
    r"(?:alle|mine|hvilke|åpne|ubetalte|noen)\s+(?:\w+\s+)?(?:fakturae?r?|regninger)|fakturaene|regningene",
)
ONE = _words(
    r"(?:my|the|this|that|our|latest|last)\s+(?:\w+\s+){0,2}(?:invoice|bill)|(?:my|our|the)\s+(?:\w+\s+)?payment",
    r"lasku(?:n|ni|mme|ssa|ssani|sta|stani|lla|llani|lle|lleni)|(?:tämä|se|viime|uusin|mun|minun)\s+(?:\w+\s+)?lasku"
    r"|maksu(?:ni|mme|nsa)",
    r"(?:faktura|räkning)e?n|(?:min|vår|den\s+här|senaste)\s+(?:\w+\s+)?(?:faktura|räkning|betalning)",
    r"faktura(?:en|a)|regning(?:en|a)|(?:siste|denne|min|vår)\s+(?:\w+\s+)?(?:faktura|regning|betaling)|betaling(?:en|a)\s+min",
)

FRAUD = _words(
    r"scam\w*|fraud\w*|phishing|identity|impersonat\w*|(?:used|using|in)\s+my\s+(?:name|identity)",
    r"huija\w*|huijau\w*|petos\w*|petok\w*|nimissäni|nimelläni|(?:minun|mun)\s+nimissä\w*|identitee\w*"
    r"|tietojenkalastel\w*",
    r"bedräger\w*|bluff\w*|lurad|i\s+mitt\s+namn|identitet\w*|kapa[dt]\w*|nätfiske",
    r"svindel\w*|svindl\w*|lurt|i\s+mitt\s+navn|identitet\w*|falsk\w*",
)
HARDSHIP = _words(
    r"lost\s+my\s+job|unemploy\w*|laid\s+off|(?:in|very|seriously|too)\s+(?:\w+\s+)?(?:ill|sick)|hospital|cancer|died|dead"
    r"|passed\s+away|death|deceased|debts?|bankrupt\w*|bailiff|no\s+(?:money|income|food)|(?:am|['’]?m|are|flat|completely|totally)\s+broke"
    r"|can(?:no|['’])?t\s+(?:afford|pay\s+(?:any|at\s+all|this\s+at\s+all))|desperate|evict\w*",
    r"työttö\w+|lomaute\w+|sairau\w*|sairas\w*|sairaala\w*|syöpä\w*|kuol\w+|menehty\w*|veloissa|velkaa\s+on"
    r"|velkaantu\w*|ulosot\w*|konkurs\w*|varaton\w*|(?:ei|eikä)\s+(?:\w+\s+)?(?:rahaa|ruokaa|tuloja)|epätoivo\w*"
    r"|(?:en|enkä)\s+(?:\w+\s+)?(?:pysty|kykene)\s+(?:\w+\s+)?maksamaan\s+(?:mitään|ollenkaan|lainkaan)",
    r"arbetslös\w*|uppsagd|förlorat\s+jobbet|sjuk\w*|sjukhus\w*|cancer|dött|dog|död\w*|avliden|avled|skulder|kronofogden"
    r"|konkurs\w*|inga\s+pengar|har\s+inte\s+råd|desperat|vräk\w*",
    r"arbeidsledig\w*|permittert|mistet\s+jobben|syk\w*|kreft|død\w*|avdød\w*|gjeld(?:en|a)?|namsmann\w*|konkurs\w*|ingen\s+penger"
    r"|ikke\s+råd|fortvil\w*|kastet\s+ut",
)
WRONG = (
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
PERSON = _words(
    r"humans?|persons?|people|someone|somebody|agents?|operators?|staff|manager|supervisor|support|customer\s+service"
    r"|call\w*|ring|phone|chat|talk|speak|contact",
    r"ihmi\w*|immei\w*|joku|jonkun|asiakaspalvelu\w*|asiakaspalvelij\w*|virkailij\w*|käsittelij\w*|esimie\w*|soit\w+"
    r"|takaisinsoitto\w*|puhu\w*|yhteyt\w*|yhdist\w*|chat\w*",
    r"människ\w*|person|någon|nån|handläggar\w*|kundtjänst\w*|kundservice|chef\w*|ring\w*|prata|tala|koppla|chatta?"
    r"|kontakta?",
    r"menneske\w*|noen|saksbehandler\w*|kundeservice|kundebehandler\w*|leder|sjef\w*|ringe?|snakke?|prate|kobl\w*|chatte?",
)
# A wish to dispute has its own verb, whatever else is said.
DISPUTED = _words(
    r"disput(?:e|es|ed|ing)|contest(?:ing)?|object\s+to",
    r"riitau\w+|kiist(?:än|ää|ämme|ämään|äisin|ää|in)|reklamoi\w*|reklamaatio\w*",
    r"bestrid\w*|reklamera\w*",
    r"bestrid\w*|reklamer\w*|innsigelse\w*",
)
LET_IN = _words(
    r"authori[sz]e\w*|(?:let|allow)\s+(?:\w+\s+){1,5}(?:see|view|handle|pay|access)|access",
    r"valtuut\w+|oikeude\w*|pääsy\w*",
    r"fullmakt\w*|behörighet\w*|tillgång|åtkomst",
    r"fullmakt\w*|tilgang|innsyn",
)
MORE_TIME = _words(
    r"extensions?|more\s+time|postpon\w+|later\s+(?:due\s+)?date",
    r"lisäaika\w*|lykkäys\w*|lykätä|maksuaika\w*|pidennys\w*",
    r"anstånd\w*|uppskov\w*|mer\s+tid|förläng\w*\s+(?:\w+\s+)?(?:tid|förfallo\w*)",
    r"(?:betalings)?utsettelse\w*|mer\s+tid|utsatt\s+(?:frist|forfall)",
)
# Spoken to the model, and not about an invoice.
ORDERS = _words(
    r"(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}(?:rules|instructions|policy|policies|prompt)",
    r"(?:unohda|ohita|sivuuta)\s+(?:\w+\s+){0,3}(?:säännöt|sääntösi|ohjeet|ohjeesi)",
    r"(?:ignorera|glöm|bortse\s+från)\s+(?:\w+\s+){0,3}(?:regler\w*|instruktion\w*|anvisning\w*)",
    r"(?:ignorer|glem|se\s+bort\s+fra)\s+(?:\w+\s+){0,3}(?:regle\w*|instruks\w*)",
)
WHY = _words(r"why|how\s+come", r"miksi|minkä\s+takia|miks", r"varför", r"hvorfor")
DISPUTE = re.compile(rf"\b{WRONG}\b", re.IGNORECASE)
