# Hjälpsidornas ord. Lugnt och klart: vad det gäller, vad man kan göra och var man får hjälp.

skip = Gå till innehållet
language-label = Språk
country-label = Land
country-FI = Finland
country-SE = Sverige
country-NO = Norge
nav-label = Hjälp
nav-questions = Frågor
nav-prices = Priser
nav-stages = Steg för steg
nav-hours = Öppettider
nav-news = Aktuellt

ask-heading = Behöver du mer hjälp?
ask-text = AI-assistenten svarar dygnet runt. När du har loggat in kan den titta på dina fakturor och hjälpa dig att flytta en förfallodag eller lägga upp en { $country ->
    [FI] betalningsplan
   *[other] avbetalningsplan
}.
ask-link = Fråga AI-assistenten
ask-person = Du kan också prata med en människa. Se
ask-hours = öppettiderna

title-questions = Frågor och svar
questions-lead = Korta svar om fakturor, påminnelser och betalningar. Du behöver inte logga in.
search-label = Vad vill du veta?
search-button = Sök
search-hint = Till exempel: flytta förfallodagen
search-failed = Sökningen fungerar inte just nu. Alla ämnen finns här nedanför.
found = { $count ->
    [0] Inget svar hittades
    [one] { $count } svar
   *[other] { $count } svar
}
none-title = Vi hittade inget svar på det
none-text = Pröva med andra ord, eller titta bland ämnena här nedanför. AI-assistenten kan hjälpa dig vidare, och du kan också be att få prata med en medarbetare.
topics-heading = Alla ämnen
topic-letters = Brev och indrivning
topic-fees = Avgifter och ränta
topic-due-dates = Mer tid att betala
topic-paying = Att betala
topic-refunds = Återbetalning
topic-acting-for-others = Sköta ärenden åt någon annan
topic-disputes = När något är fel
topic-contact = Kontakt
topic-portal = MyRopo och inloggning
topic-companies = Företag och myndigheter
topic-safety = Säkerhet och personuppgifter
topic-hardship = När pengarna inte räcker
topic-assistant = AI-assistenten
other-language = { $spoken ->
    [fi] på finska
    [sv] på svenska
    [nb] på norska
   *[en] på engelska
}

path-label = Här är du
fallback = Den här artikeln finns ännu inte på svenska. Den visas { $spoken ->
    [fi] på finska
    [sv] på svenska
    [nb] på norska
   *[en] på engelska
}.
written-for = Så här är det i { $country ->
    [FI] Finland
    [NO] Norge
   *[SE] Sverige
}. Läs om samma sak i:
valid-from = Gäller från den { $date }
sources = Källor
related = Mer om samma ämne

title-missing = Sidan finns inte
missing-text = Adressen kan vara gammal eller felskriven, eller så finns artikeln inte för det här landet. Sök här, eller gå tillbaka till alla frågor och svar.
missing-link = Alla frågor och svar

title-prices = Priser i { $country ->
    [FI] Finland
    [NO] Norge
   *[SE] Sverige
}
prices-lead = Det här kan tillkomma när en faktura betalas för sent. Betalar du senast på förfallodagen tillkommer ingenting.
prices-valid = Priserna gäller från den { $date }. Källa:
prices-letter = Det är beloppet i ditt eget brev som gäller.
part-consumer = För konsumenter
part-company = För företag
table-fees = Avgifter och ränta
column-what = Vad
column-price = Pris
letter-invoice = Faktura
letter-reminder = Betalningspåminnelse
letter-collection-notice = Inkassovarsel
letter-collection-letter = { $country ->
    [FI] Betalningskrav
    [NO] Betalningsuppmaning
   *[SE] Inkassokrav
}
letter-second-collection-letter = { $country ->
    [FI] Andra betalningskravet
   *[other] Andra inkassokravet
}
letter-legal-notice = Rättslig indrivning
letter-follow-up = Långtidsbevakning
price-compensation = Förseningsersättning
note-compensation = Läggs till en gång per faktura, i påminnelsen. Den ersätter avgifterna för påminnelse och inkassokrav.
in-compensation = ingår i ersättningen
note-agreed = Bara om en påminnelseavgift avtalades när skulden uppstod.
note-earliest = Den första tidigast { $first } dagar efter förfallodagen, den andra tidigast { $between } dagar efter den första.
note-at-most = Avgift tas ut för sammanlagt högst { $number } påminnelser och inkassovarsel.
price-move = Flytta förfallodagen innan den har passerat
price-move-late = Flytta förfallodagen för en försenad faktura
note-extension = Ger minst { $days } dagar till.
price-plan = { $country ->
    [FI] Betalningsplan
   *[other] Avbetalningsplan
} före förfallodagen
price-plan-late = { $country ->
    [FI] Betalningsplan
   *[other] Avbetalningsplan
} för en försenad faktura
price-interest = Dröjsmålsränta per år
interest-points = referensräntan + { $points } procentenheter
reference = { $country ->
    [FI] Referensräntan enligt den finska räntelagen. Den fastställs två gånger om året.
    [NO] Referensräntan är Norges Banks styrränta.
   *[SE] Referensräntan enligt räntelagen. Den fastställs två gånger om året.
}
free = gratis
table-letters = { $country ->
    [FI] Betalningskrav
   *[other] Inkassokrav
}
column-principal = Kapitalbelopp
column-first = Första brevet
column-second = Andra brevet
note-principal = Kapitalbeloppet är det obetalda fakturabeloppet utan ränta och kostnader.
price-direct = Direkt utsökbar fordran
note-direct = Kan drivas in genom utsökning utan dom. Beloppets storlek påverkar inte priset.
up-to = högst { $amount }
above = över { $amount }
any-size = alla belopp
table-plans = { $country ->
    [FI] Betalningsplan
   *[other] Avbetalningsplan
} för en försenad faktura
column-short = Högst { $number } delbetalningar
column-long = Fler än { $number }
table-caps = Så mycket får breven högst kosta sammanlagt
column-most = Högst
note-caps = Här ingår kostnaderna för påminnelser och betalningskrav före den rättsliga indrivningen.

title-stages = Från faktura till { $country ->
    [FI] indrivning i Finland
    [NO] inkasso i Norge
   *[SE] inkasso i Sverige
}
stages-lead = Det här händer när en faktura inte betalas. Du kan betala i varje steg, och ju tidigare du hör av dig, desto mindre kostar det.
stages-valid = Tidsplan och belopp gäller från den { $date }. Ett brev kan också komma senare.
stage-day = { $day ->
    [one] { $day } dag försenad
   *[other] { $day } dagar försenad
}
stage-when = När
stage-deadline = Ny förfallodag
stage-costs = Kostnad
stage-can = Vad du kan göra
stage-more = Läs mer:
when-invoice = Fram till förfallodagen
when-letter = { $days } dagar efter { $after ->
    [reminder] påminnelsens
    [collection_notice] inkassovarslets
    [collection_letter] kravets
    [second_collection_letter] det andra kravets
   *[invoice] fakturans
} förfallodag
when-follow-up = När den rättsliga indrivningen inte har lett till betalning
deadline = { $days } dagar efter brevet
who-consumer = Konsument
who-company = Företag
at-most = högst { $amount }
can-invoice = Betalar du senast på förfallodagen är saken klar. Behöver du mer tid kan du redan nu be om en ny förfallodag eller om att få dela upp betalningen.
can-reminder = Betala hela beloppet senast på den nya förfallodagen. Du kan fortfarande flytta förfallodagen, dela upp betalningen eller bestrida kravet.
can-collection-notice = Betala hela beloppet senast på den nya förfallodagen. Det här är det sista brevet före inkasso. Du kan fortfarande komma överens om mer tid eller bestrida kravet.
can-collection-letter = Betala hela beloppet senast på den nya förfallodagen. Du kan fortfarande få mer tid, dela upp betalningen eller bestrida kravet.
can-second-collection-letter = Betalar du eller kommer överens med oss om en betalningsplan nu behöver kravet inte gå vidare till rättslig indrivning. Är det fel kan du bestrida det.
can-legal-notice = Betala, eller prata med en medarbetare i kundtjänst. Bestrider du kravet, svara i tid på brevet från domstolen eller myndigheten. Kostnaderna kan växa, och det kan leda till en { $country ->
    [FI] anteckning om betalningsstörning
   *[other] betalningsanmärkning
}.
can-follow-up = Betala allt eller en del, eller prata med en medarbetare om ett sätt att betala som passar din situation.

title-hours = Öppettider i { $country ->
    [FI] Finland
    [NO] Norge
   *[SE] Sverige
}
line-phone = Telefon
line-message-center = Meddelandecentralen
line-phone-text = Rätt nummer står på din faktura eller i ditt brev.
line-message-center-text = Skriv till oss i MyRopo. AI-assistenten svarar först, och en medarbetare när du ber om det.
open-now = Öppet nu
closed-now = Stängt nu
opens = Öppnar { $moment }
answer-by = Skriver du nu svarar en medarbetare vanligen senast { $moment }.
week-of = En vanlig vecka, { $line }
day = Dag
clock = Tid
closed = stängt
busiest-heading = Mest att göra
busiest-text = Flest ringer kl. { $times }. Andra tider kommer du oftast fram snabbare.
other-heading = Dagar med andra öppettider
other-lead = Under de närmaste åtta veckorna:
other-none = Inga dagar med andra öppettider under de närmaste åtta veckorna.
always-heading = Alltid öppet
always-text = MyRopo och AI-assistenten är öppna dygnet runt, alla dagar.
hours-zone = Tiderna är lokal tid i det valda landet.
hours-more = Läs mer

title-news = Nyheter och störningar
news-lead = Det som är nytt, och det som inte fungerar just nu.
kind-news = Nyhet
kind-disruption = Störning
since = Sedan den { $date }
until = { $from } – { $date }
news-empty-title = Inga kända störningar
news-empty-text = Just nu finns inga nyheter. Om något inte fungerar för dig, fråga AI-assistenten eller ring numret på din faktura.
