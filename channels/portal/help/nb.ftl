# Ordene på hjelpesidene. Rolig og tydelig: hva det gjelder, hva man kan gjøre, og hvor man får hjelp.

skip = Gå til innholdet
language-label = Språk
country-label = Land
country-FI = Finland
country-SE = Sverige
country-NO = Norge
nav-label = Hjelp
nav-questions = Spørsmål
nav-prices = Priser
nav-stages = Trinn for trinn
nav-hours = Åpningstider
nav-news = Aktuelt

ask-heading = Trenger du mer hjelp?
ask-text = KI-assistenten svarer hele døgnet. Når du er logget inn, kan den se på fakturaene dine og hjelpe deg med å flytte en forfallsdato eller lage en betalingsplan.
ask-link = Spør KI-assistenten
ask-person = Du kan også snakke med et menneske. Se
ask-hours = åpningstidene

title-questions = Spørsmål og svar
questions-lead = Korte svar om fakturaer, purringer og betaling. Du trenger ikke å logge inn.
search-label = Hva lurer du på?
search-button = Søk
search-hint = For eksempel: flytte forfallsdatoen
search-failed = Søket virker ikke akkurat nå. Du finner alle emnene nedenfor.
found = { $count ->
    [0] Fant ikke noe svar
    [one] { $count } svar
   *[other] { $count } svar
}
none-title = Vi fant ikke noe svar på dette
none-text = Prøv med andre ord, eller se gjennom emnene nedenfor. KI-assistenten kan hjelpe deg videre, og du kan også be om å få snakke med en medarbeider.
topics-heading = Alle emner
topic-letters = Brev og inkasso
topic-fees = Gebyrer og renter
topic-due-dates = Mer tid til å betale
topic-paying = Betaling
topic-refunds = Tilbakebetaling
topic-acting-for-others = På vegne av andre
topic-disputes = Når noe er feil
topic-contact = Kontakt
topic-portal = MyRopo og innlogging
topic-companies = Bedrifter og myndigheter
topic-safety = Sikkerhet og personvern
topic-hardship = Når pengene ikke strekker til
topic-assistant = KI-assistenten
other-language = { $spoken ->
    [fi] på finsk
    [sv] på svensk
    [nb] på norsk
   *[en] på engelsk
}

path-label = Her er du
fallback = Denne artikkelen finnes ikke på norsk ennå. Den vises { $spoken ->
    [fi] på finsk
    [sv] på svensk
    [nb] på norsk
   *[en] på engelsk
}.
written-for = Slik er det i { $country ->
    [FI] Finland
    [SE] Sverige
   *[NO] Norge
}. Les om det samme i:
valid-from = Gjelder fra { $date }
sources = Kilder
related = Mer om samme emne

title-missing = Siden finnes ikke
missing-text = Adressen kan være gammel eller feilskrevet, eller artikkelen finnes ikke for dette landet. Søk her, eller gå tilbake til alle spørsmål og svar.
missing-link = Alle spørsmål og svar

title-prices = Priser i { $country ->
    [FI] Finland
    [SE] Sverige
   *[NO] Norge
}
prices-lead = Dette kan komme i tillegg når en faktura betales for sent. Betaler du innen forfall, kommer det ingenting i tillegg.
prices-valid = Prisene gjelder fra { $date }. Kilde:
prices-letter = Det er beløpet i ditt eget brev som gjelder.
part-consumer = For forbrukere
part-company = For bedrifter
table-fees = Gebyrer og renter
column-what = Hva
column-price = Pris
letter-invoice = Faktura
letter-reminder = Purring
letter-collection-notice = Inkassovarsel
letter-collection-letter = { $country ->
    [SE] Inkassokrav
   *[other] Betalingsoppfordring
}
letter-second-collection-letter = Andre betalingsoppfordring
letter-legal-notice = Rettslig inkasso
letter-follow-up = Langtidsovervåking
price-compensation = Standardkompensasjon for sen betaling
note-compensation = Legges til én gang per faktura, sammen med purringen. Den kommer i stedet for gebyrer for purring og inkassokrav.
in-compensation = inngår i kompensasjonen
note-agreed = Bare hvis et purregebyr ble avtalt da gjelden oppsto.
note-earliest = Den første tidligst { $first } dager etter forfall, den neste tidligst { $between } dager etter den første.
note-at-most = Du betaler gebyr for til sammen høyst { $number } purringer og inkassovarsler.
price-move = Flytte forfallsdatoen før forfall
price-move-late = Flytte forfallsdatoen på en forfalt faktura
note-extension = Gir minst { $days } dager til.
price-plan = Betalingsplan før forfall
price-plan-late = Betalingsplan for en forfalt faktura
price-interest = Forsinkelsesrente per år
interest-points = referanserenten + { $points } prosentpoeng
reference = { $country ->
    [FI] Referanserenten etter den finske renteloven. Den fastsettes to ganger i året.
    [SE] Referanserenten etter den svenske renteloven. Den fastsettes to ganger i året.
   *[NO] Referanserenten er Norges Banks styringsrente.
}
free = gratis
table-letters = { $country ->
    [SE] Inkassokrav
   *[other] Betalingsoppfordringer
}
column-principal = Hovedstol
column-first = Første brev
column-second = Andre brev
note-principal = Hovedstolen er det ubetalte fakturabeløpet uten renter og kostnader.
price-direct = Krav som kan tvangsinndrives direkte
note-direct = Namsmyndigheten kan drive dem inn uten dom. Størrelsen på kravet påvirker ikke prisen.
up-to = opptil { $amount }
above = over { $amount }
any-size = alle beløp
table-plans = Betalingsplan for en forfalt faktura
column-short = Opptil { $number } avdrag
column-long = Flere enn { $number }
table-caps = Så mye kan brevene høyst koste til sammen
column-most = Høyst
note-caps = Her inngår kostnadene for purringer og betalingsoppfordringer før rettslig inkasso.

title-stages = Fra faktura til inkasso i { $country ->
    [FI] Finland
    [SE] Sverige
   *[NO] Norge
}
stages-lead = Dette skjer når en faktura ikke blir betalt. Du kan betale på alle trinn, og jo tidligere du tar kontakt, desto mindre koster det.
stages-valid = Tidsplan og beløp gjelder fra { $date }. Et brev kan også komme senere.
stage-day = { $day ->
    [one] { $day } dag over forfall
   *[other] { $day } dager over forfall
}
stage-when = Når
stage-deadline = Ny forfallsdato
stage-costs = Kostnader
stage-can = Hva du kan gjøre
stage-more = Les mer:
when-invoice = Fram til forfall
when-letter = { $days } dager etter forfall på { $after ->
    [reminder] purringen
    [collection_notice] inkassovarselet
    [collection_letter] betalingsoppfordringen
    [second_collection_letter] den andre betalingsoppfordringen
   *[invoice] fakturaen
}
when-follow-up = Når rettslig inkasso ikke har ført til betaling
deadline = { $days } dager etter brevet
who-consumer = Forbruker
who-company = Bedrift
at-most = høyst { $amount }
can-invoice = Betaler du innen forfall, er saken i orden. Trenger du mer tid, kan du be om en ny forfallsdato eller en betalingsplan allerede nå.
can-reminder = Betal hele beløpet innen den nye forfallsdatoen. Du kan fortsatt flytte forfallsdatoen, avtale en betalingsplan eller bestride kravet.
can-collection-notice = Betal hele beløpet innen den nye forfallsdatoen. Dette er det siste brevet før inkasso. Du kan fortsatt avtale mer tid eller bestride kravet.
can-collection-letter = Betal hele beløpet innen den nye forfallsdatoen. Du kan fortsatt avtale mer tid eller en betalingsplan, eller bestride kravet.
can-second-collection-letter = Betaler du eller avtaler en betalingsplan nå, trenger ikke kravet å gå videre til rettslig inkasso. Er det feil, kan du bestride det.
can-legal-notice = Betal, eller snakk med en medarbeider på kundeservice. Bestrider du kravet, svarer du på brevet fra domstolen eller myndigheten innen fristen. Kostnadene kan øke, og du kan få en betalingsanmerkning.
can-follow-up = Betal alt eller en del, eller snakk med en medarbeider om en måte å betale på som passer for deg.

title-hours = Åpningstider i { $country ->
    [FI] Finland
    [SE] Sverige
   *[NO] Norge
}
line-phone = Telefon
line-message-center = Meldingssenteret
line-phone-text = Riktig nummer står på fakturaen eller i brevet ditt.
line-message-center-text = Skriv til oss i MyRopo. KI-assistenten svarer først, og en medarbeider når du ber om det.
open-now = Åpent nå
closed-now = Stengt nå
opens = Åpner { $moment }
answer-by = Skriver du nå, svarer en medarbeider vanligvis senest { $moment }.
week-of = En vanlig uke, { $line }
day = Dag
clock = Tid
closed = stengt
busiest-heading = Mest pågang
busiest-text = Flest ringer kl. { $times }. Ellers kommer du som regel raskere fram.
other-heading = Dager med andre åpningstider
other-lead = I løpet av de neste åtte ukene:
other-none = Ingen dager med andre åpningstider de neste åtte ukene.
always-heading = Alltid åpent
always-text = MyRopo og KI-assistenten er tilgjengelige hele døgnet, alle dager.
hours-zone = Klokkeslettene er lokal tid i det valgte landet.
hours-more = Les mer

title-news = Nyheter og driftsmeldinger
news-lead = Hva som er nytt, og hva som ikke virker akkurat nå.
kind-news = Nyhet
kind-disruption = Driftsforstyrrelse
since = Fra { $date }
until = { $from } – { $date }
news-empty-title = Ingen kjente driftsforstyrrelser
news-empty-text = Det er ingen nyheter akkurat nå. Hvis noe ikke virker for deg, kan du spørre KI-assistenten eller ringe nummeret på fakturaen.
