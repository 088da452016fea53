# Det assistenten sier selv. Beløp og datoer kommer ferdig formatert.

## Fakturaer
invoices-none = Jeg ser ingen ubetalte fakturaer registrert på deg.
invoices-none-of-any-kind = Jeg ser ingen fakturaer registrert på deg. Hvis det står en MyRopo-ID i et brev, kan du åpne fakturaen med den.
invoices-open = { $count ->
    [one] Du har én ubetalt faktura på { $total }.
   *[other] Du har { $count } ubetalte fakturaer på til sammen { $total }.
}
invoices-open-late = { $late ->
    [one] Én av dem har forfalt.
   *[other] { $late } av dem har forfalt.
}
invoices-open-only-late = Den har forfalt.
invoices-paid = { $count ->
    [one] Du har én betalt faktura.
   *[other] Du har { $count } betalte fakturaer.
}
invoices-paid-none = Jeg ser ingen betalte fakturaer registrert på deg.
invoices-all = { $count ->
    [one] Du har én faktura her.
   *[other] Du har { $count } fakturaer her.
}
col-invoice = Faktura
col-due = Forfallsdato
col-left = Gjenstår å betale
stage = { $stage ->
    [open] Faktura
    [reminder] Purring
    [collection] Inkasso
    [legal] Rettslig inkasso
    [paid] Betalt
    [disputed] Bestridt
   *[credited] Kreditert
}
invoice-owed = Faktura { $number } fra { $biller }: { $left } gjenstår å betale. Forfallsdatoen er { $due }.
invoice-owed-late = Faktura { $number } fra { $biller }: { $left } gjenstår å betale. Forfallsdatoen var { $due }, for { $days ->
    [one] én dag
   *[other] { $days } dager
} siden.
invoice-part-paid = Av { $total } er { $paid } betalt.
invoice-owed-plan = Faktura { $number } fra { $biller }: { $left } gjenstår å betale, fordelt på avdrag.
invoice-plan-next = Neste avdrag er på { $amount } og forfaller { $due }. { $count ->
    [one] Det er det siste.
   *[other] { $count } avdrag gjenstår.
}
invoice-plan-late = Avdraget på { $amount } forfalt { $due }. { $count ->
    [one] Det er det siste.
   *[other] { $count } avdrag gjenstår.
}
invoice-credited = Faktura { $number } fra { $biller } er kreditert, så det er ingenting å betale.
invoice-fees = Gebyrer på { $fees } er lagt til.
invoice-interest = Forsinkelsesrente på { $interest } er lagt til.
invoice-fees-interest = Gebyrer på { $fees } og forsinkelsesrente på { $interest } er lagt til.
invoice-disputed = Fakturaen er bestridt. Purringer og inkasso er satt på pause mens en medarbeider undersøker saken.
invoice-legal = Fakturaen er under rettslig inkasso og kan behandles av forliksrådet, domstolen eller namsmannen. Du kan fortsatt betale den her, og en medarbeider kan fortelle deg mer.
balance-none = Du har ingenting å betale.
balance-owed = { $count ->
    [one] { $total } gjenstår å betale på én faktura.
   *[other] Til sammen gjenstår { $total } å betale på { $count } fakturaer.
}
balance-added = Gebyrer og renter utgjør { $fees } av summen.
balance-overpaid = Det er betalt { $over } for mye. Pengene kan betales tilbake til en bankkonto.
invoice-settled = Faktura { $number } fra { $biller } er betalt. Summen var { $total }.
invoice-credit = Det er betalt { $over } for mye på faktura { $number } fra { $biller }. Det overskytende kan betales tilbake.
invoice-contact = Spørsmål om selve kjøpet besvares best av { $biller }: { $phone }.
invoice-not-found = Jeg finner ikke den fakturaen blant dine. Sjekk nummeret, eller se i fakturalisten din.
invoice-choice = { $number } · { $biller } · { $left }
col-part = Spesifikasjon
col-amount = Beløp
col-date = Dato
col-letter = Brev
part-fees = Gebyrer
part-paid = Betalt
part-over = Betalt for mye
kind-principal = Fakturabeløp
kind-reminder-fee = Purregebyr
kind-collection-fee = Inkassokostnader
kind-late-payment-compensation = Standardkompensasjon for sen betaling
kind-interest = Forsinkelsesrente
kind-due-date-change-fee = Gebyr for flyttet forfallsdato
kind-payment-plan-fee = Gebyr for betalingsplan
kind-credit = Kreditering
kind-payment = Betaling
kind-refund = Tilbakebetaling

## Kunnskap
knowledge-none = Det vet jeg ikke, og jeg vil ikke gjette. En medarbeider på kundeservice kan hjelpe deg.
knowledge-fallback = { $spoken ->
    [fi] Denne informasjonen finnes bare på finsk:
    [sv] Denne informasjonen finnes bare på svensk:
    [nb] Denne informasjonen finnes bare på norsk:
   *[en] Denne informasjonen finnes bare på engelsk:
}
notice-disruption = Merk: { $text }
notice-news = Nyhet: { $text }
notices-none = Akkurat nå er det ingen nyheter og ingen kjente driftsforstyrrelser.

## Brev, kontakt og betaling
letters-found = { $count ->
    [one] Jeg fant ett brev.
   *[other] Jeg fant { $count } brev, det nyeste først.
}
letters-none = Jeg finner ingen brev til deg.
letters-none-invoice = Jeg finner ingen brev om faktura { $number }.
letters-open = Åpne det nyeste: { $kind }, { $date }
letter-invoice = Faktura
letter-reminder = Purring
letter-collection-notice = Inkassovarsel
letter-collection-letter = Betalingsoppfordring
letter-second-collection-letter = Andre betalingsoppfordring
letter-legal-notice = Melding om rettslig inkasso
contact-pay = Ring { $phone } hvis du har spørsmål om hvordan du betaler faktura { $number }.
contact-hours = { $state ->
    [open] Telefonlinjen er åpen nå ({ $hours }).
   *[closed] Telefonlinjen er stengt nå. Den er åpen { $hours }.
}
contact-biller = Spørsmål om det du har kjøpt, besvares av { $biller }: { $phone }, { $website }, { $email }.
payment-start = Her kan du betale { $amount } på faktura { $number } ({ $biller }). Ingenting blir betalt før du bekrefter på betalingssiden.
payment-button = Betal { $amount }
payment-received = Vi har mottatt { $amount } for faktura { $number } ({ $biller }).
payment-left-none = Ingenting gjenstår å betale.
payment-left = { $left } gjenstår å betale.
payment-failed = Betalingen på { $amount } for faktura { $number } ({ $biller }) gikk ikke gjennom. Fakturaen er uendret, og du kan prøve igjen.

## Spørsmål til kunden
# Et spørsmål som bare ett verktøy stiller, har verktøyets navn i nøkkelen.
asks-invoice = Hvilken faktura mener du?
asks-postpone-due-date-new-date = Til hvilken dato vil du flytte forfallsdatoen for faktura { $number } ({ $biller })? Du kan velge hvilken dag som helst fra { $earliest } til { $latest }.
asks-new-date = Når vil du betale det første avdraget på faktura { $number } ({ $biller })? Du kan velge hvilken dag som helst fra { $earliest } til { $latest }.
asks-instalments = Hvor mange avdrag vil du dele opp faktura { $number } ({ $biller }) i? Du kan velge høyst { $most }.
asks-cost = { $fee ->
    [free] Det koster ingenting.
   *[other] Det koster { $fee }.
}
asks-cost-at-most = { $fee ->
    [free] Planen koster ingenting.
   *[other] Planen koster høyst { $fee }.
}
copilot-postpone = Forfallsdatoen for faktura { $number } ({ $biller }) kan flyttes til { $date }.
copilot-plan = Faktura { $number } ({ $biller }) kan deles opp i { $count } avdrag.
asks-account = Det er betalt for mye på faktura { $number } ({ $biller }). Til hvilken konto skal pengene betales tilbake? Skriv kontonummeret (IBAN) og navnet på kontoeieren.
asks-person = Hvem vil du gi fullmakt for faktura { $number } ({ $biller })? Skriv navnet og e-postadressen til personen, og om personen bare skal kunne se fakturaen eller også ta hånd om den.
asks-authorization = Hvilken fullmakt for faktura { $number } ({ $biller }) vil du trekke tilbake?
asks-reason = Hva er feil med faktura { $number } ({ $biller })? Fortell med egne ord. Når du har bekreftet, settes purringer og inkasso på pause, og en medarbeider undersøker saken.
instalments = { $count ->
    [one] ett avdrag
   *[other] { $count } avdrag
}

## Forslag
proposed-postpone-due-date = Se over endringen. Den gjøres når du trykker på Bekreft.
proposed-create-payment-plan = Se over avdragene, forfallsdatoene og kostnaden. Planen begynner å gjelde når du trykker på Bekreft.
proposed-change-payment-plan = Se over den nye planen. Den erstatter den nåværende når du trykker på Bekreft.
proposed-cancel-payment-plan = Kontroller når resten skal betales. Planen avsluttes når du trykker på Bekreft.
proposed-set-refund-account = Kontroller kontonummeret nøye. Pengene sendes dit når du trykker på Bekreft.
proposed-authorize-person = Kontroller hvem du gir fullmakt, og til hva. Fullmakten begynner å gjelde når du trykker på Bekreft.
proposed-revoke-authorization = Kontroller hvilken fullmakt du trekker tilbake. Den opphører når du trykker på Bekreft.
proposed-dispute-invoice = Les gjennom begrunnelsen din. Purringer og inkasso settes på pause når du trykker på Bekreft.
step-up-first = For din egen sikkerhet ber vi deg om å identifisere deg først.
step-up-text = Identifiser deg før du bekrefter. Det beskytter pengene og opplysningene dine.
step-up-label = Identifiser deg
card-title-postpone-due-date = Flytt forfallsdatoen
card-title-create-payment-plan = Betal i avdrag
card-title-change-payment-plan = Endre betalingsplanen
card-title-cancel-payment-plan = Avslutt betalingsplanen
card-title-set-refund-account = Få pengene dine tilbake
card-title-authorize-person = Gi noen fullmakt
card-title-revoke-authorization = Trekk tilbake en fullmakt
card-title-dispute-invoice = Bestrid fakturaen
card-due-date = Forfallsdato
card-payment = Betaling
card-at-once = Alt på én gang
card-next-instalment = Neste avdrag
card-rest-due = Resten forfaller
card-schedule = Avdrag
card-fee = Gebyr
card-free = Gratis
card-total = Å betale
card-account = Konto
card-holder = Kontoeier
card-refund = Du får tilbake
card-person = Navn
card-email = E-post
card-may = Fullmakt
card-allows = { $allows ->
    [view] Se fakturaen
   *[handle] Se og ta hånd om fakturaen
}
card-until = Gjelder til og med
card-reason = Begrunnelse
card-collection = Purringer og inkasso
card-paused = På pause mens saken undersøkes
card-disputed = Bestridt beløp
card-next-postpone-due-date = Når du bekrefter, gjelder den nye forfallsdatoen med en gang, og det sendes ingen purring eller inkassobrev før den.
card-next-create-payment-plan = Når du bekrefter, gjelder planen med en gang, og det sendes ingen purringer eller inkassobrev så lenge du betaler i tide.
card-next-change-payment-plan = Når du bekrefter, erstatter den nye planen den nåværende med en gang.
card-next-cancel-payment-plan = Når du bekrefter, avsluttes planen med en gang, og resten forfaller { $date }.
card-next-set-refund-account = Når du bekrefter, sendes pengene til denne kontoen.
card-next-authorize-person = Når du bekrefter, får personen tilgang til fakturaen, og du kan trekke fullmakten tilbake når som helst.
card-next-revoke-authorization = Når du bekrefter, har personen ikke lenger tilgang til fakturaen.
card-next-dispute-invoice = Når du bekrefter, settes purringer og inkasso på pause, og en medarbeider undersøker saken og svarer deg.
card-expires = Gjelder til kl. { $time }
proposal-cancelled = Ingenting ble endret.
proposal-superseded = Ingenting ble endret, fordi samtalen gikk videre til noe annet.
proposal-expired = Fristen for å bekrefte er ute. Ingenting ble endret.
card-cost = { $fee ->
    [free] Denne endringen er gratis.
   *[other] Denne endringen koster { $fee }. Det står på kortet over.
}
press-confirm = Ingenting er endret ennå. Trykk på Bekreft på kortet over, eller på Avbryt hvis du ikke vil ha endringen.

## Kvitteringer
receipt-title-postpone-due-date = Forfallsdatoen er flyttet
receipt-title-create-payment-plan = Betalingsplanen er avtalt
receipt-title-change-payment-plan = Betalingsplanen er endret
receipt-title-cancel-payment-plan = Betalingsplanen er avsluttet
receipt-title-set-refund-account = Tilbakebetalingen er på vei
receipt-title-authorize-person = Fullmakten er gitt
receipt-title-revoke-authorization = Fullmakten er trukket tilbake
receipt-title-dispute-invoice = Fakturaen er bestridt
receipt-new-date = Ny forfallsdato
receipt-text-postpone-due-date = Ferdig. Den nye forfallsdatoen for faktura { $number } ({ $biller }) er { $date }. Å betale: { $total }.
receipt-text-create-payment-plan = Ferdig. Du betaler faktura { $number } ({ $biller }) i { $instalments }, til sammen { $total }. Det første er på { $first } og forfaller { $date }.
receipt-text-change-payment-plan = Ferdig. Betalingsplanen for faktura { $number } ({ $biller }) er endret: { $instalments }, til sammen { $total }. Det neste er på { $first } og forfaller { $date }.
receipt-text-cancel-payment-plan = Ferdig. Betalingsplanen for faktura { $number } ({ $biller }) er avsluttet. Å betale: { $total }, senest { $date }.
receipt-text-set-refund-account = Ferdig. { $refund } fra faktura { $number } ({ $biller }) betales tilbake til kontoen { $account }.
receipt-text-authorize-person = Ferdig. { $name } kan nå { $allows ->
    [view] se
   *[handle] se og ta hånd om
} faktura { $number } ({ $biller }) til og med { $until }.
receipt-text-revoke-authorization = Ferdig. { $name } har ikke lenger tilgang til faktura { $number } ({ $biller }).
receipt-text-dispute-invoice = Ferdig. Faktura { $number } ({ $biller }) er bestridt. Purringer og inkasso er satt på pause, og en medarbeider undersøker saken.

## Avslag
# En grunn som bare gjelder ett verktøy, har verktøyets navn i nøkkelen. Andre datoer gjelder det første avdraget.
refused-paid = Faktura { $number } er betalt. Ingenting gjenstår å betale, så du trenger ikke å ordne noe.
refused-credited = Faktura { $number } er kreditert, så det er ingenting å betale.
refused-disputed = Faktura { $number } er bestridt. Purringer og inkasso er satt på pause mens en medarbeider undersøker saken. Den medarbeideren kan også svare på spørsmålet ditt.
refused-legal = Faktura { $number } er under rettslig inkasso, så jeg kan ikke endre noe ved den. Du kan fortsatt betale den, og en medarbeider kan se på saken sammen med deg.
refused-view-only = Du kan se faktura { $number }, men ikke ta hånd om den. Kunden som fakturaen tilhører, kan gi deg fullmakt til det.
refused-owner-only = Bare kunden som faktura { $number } tilhører, kan gjøre dette. Du kan fortsatt betale fakturaen og, der det er mulig, flytte forfallsdatoen eller avtale avdrag.
refused-has-plan = Faktura { $number } betales allerede i avdrag. Du kan endre betalingsplanen eller avslutte den.
refused-no-plan = Faktura { $number } har ingen betalingsplan. Hvis du ønsker en, kan jeg se hva som er mulig.
refused-not-allowed = { $biller } tilbyr ikke dette for faktura { $number }. En medarbeider kan se på andre løsninger sammen med deg.
refused-limit-reached = Forfallsdatoen for faktura { $number } kan ikke flyttes lenger fram, fordi { $biller } ikke tillater en senere dato. Avdrag kan være mulig, og en medarbeider kan se på andre løsninger sammen med deg.
refused-payment-unavailable = Det er ikke mulig å betale her akkurat nå, og ingenting er betalt. Prøv igjen om litt, eller betal i banken din med opplysningene på faktura { $number }.
refused-too-often = Betalingsdatoene for faktura { $number } er endret så mange ganger som { $biller } tillater. En medarbeider kan se på andre løsninger sammen med deg.
refused-postpone-due-date-too-often = Forfallsdatoen for faktura { $number } er flyttet så mange ganger som { $biller } tillater. Avdrag kan være mulig, og en medarbeider kan se på andre løsninger sammen med deg.
refused-same-date = { $due } er allerede forfallsdatoen for faktura { $number }. Den kan flyttes til senest { $latest }.
refused-too-early = Det første avdraget på faktura { $number } kan forfalle tidligst { $earliest } og senest { $latest }.
refused-too-late = Det første avdraget på faktura { $number } kan forfalle senest { $latest }. Passer det?
refused-in-the-past = Den dagen er allerede passert. For det første avdraget på faktura { $number } kan du velge hvilken dag som helst fra { $earliest } til { $latest }.
refused-postpone-due-date-has-plan = Faktura { $number } betales i avdrag, så forfallsdatoene følger betalingsplanen. Du kan endre planen i stedet, eller avslutte den.
refused-postpone-due-date-not-allowed = { $biller } tillater ikke at forfallsdatoen for faktura { $number } flyttes. Avdrag kan være mulig, og en medarbeider kan se på andre løsninger sammen med deg.
refused-postpone-due-date-too-early = For faktura { $number } kan den nye forfallsdatoen tidligst være { $earliest } og senest { $latest }.
refused-postpone-due-date-too-late = For faktura { $number } tillater { $biller } ny forfallsdato senest { $latest }. Passer det?
refused-postpone-due-date-in-the-past = Den dagen er allerede passert. For faktura { $number } kan du velge hvilken ny forfallsdato som helst fra { $earliest } til { $latest }.
refused-create-payment-plan-not-allowed = { $biller } tilbyr ikke avdrag på faktura { $number } her. En senere forfallsdato kan være mulig, og en medarbeider kan se på andre løsninger sammen med deg.
refused-too-many-instalments = Faktura { $number } kan her deles opp i høyst { $most } avdrag. En medarbeider kan se på en lengre plan sammen med deg. Passer det med { $most } avdrag?
refused-too-few-instalments = En betalingsplan har minst to avdrag. For faktura { $number } kan det være høyst { $most }.
refused-instalment-too-small = Med så mange avdrag ville hvert avdrag bli mindre enn { $biller } tillater. Faktura { $number } kan deles opp i høyst { $most }. Passer det?
refused-amount-too-small = Det som gjenstår å betale på faktura { $number }, er for lite til å deles opp i avdrag. En medarbeider kan se på andre løsninger sammen med deg.
refused-start-payment-amount-too-small = Beløpet må være større enn null. { $most } gjenstår å betale på faktura { $number }.
refused-amount-too-large = { $most } gjenstår å betale på faktura { $number }, så du trenger ikke å betale mer enn det. Vil du betale det?
refused-no-partial-payments = For faktura { $number } tar { $biller } bare imot hele beloppet, { $least }. Avdrag kan være mulig. Vil du betale hele beloppet?
refused-nothing-to-refund = Jeg ser ikke at det er betalt for mye på faktura { $number }, så det er ingenting å betale tilbake. En medarbeider kan lete etter en betaling som ikke vises her.
refused-iban-unreadable = Jeg kan ikke lese det som et kontonummer. Skriv IBAN-nummeret: Det begynner med de to bokstavene for landet, og så følger sifre.
refused-iban-length = Kontonummeret er for kort eller for langt. Et IBAN-nummer har 18 tegn i Finland, 24 i Sverige og 15 i Norge.
refused-iban-checksum = Et av tegnene i kontonummeret ser ut til å være feil, for kontrollsifrene stemmer ikke. Sammenlign det med nummeret fra banken din, og skriv det på nytt.
refused-iban-country = Pengene kan bare sendes til en konto i landet der du er kunde. Hvis du ikke har noen konto der, kan en medarbeider hjelpe deg.
refused-email-invalid = Det ser ikke ut som en e-postadresse. Skriv den på nytt, for eksempel navn@example.com.
refused-own-email = Det er din egen e-postadresse, og du ser allerede faktura { $number }. Skriv adressen til den andre personen.
refused-already-authorized = Personen har allerede fullmakt for faktura { $number }. Trekk først fullmakten tilbake hvis du vil endre den.
refused-until-in-the-past = Den dagen er allerede passert. Fullmakten kan gjelde til og med { $latest } på det lengste.
refused-until-too-late = Fullmakten kan gjelde til og med { $latest } på det lengste. Passer det?
refused-no-such-authorization = Jeg finner ikke den fullmakten for faktura { $number }, så det er ingenting å trekke tilbake.
refused-dispute-invoice-paid = Faktura { $number } er betalt, så det er ingen inkasso å sette på pause. Hvis noe var feil med den, kan en medarbeider se på saken sammen med deg.
refused-dispute-invoice-credited = Faktura { $number } er kreditert: Du trenger ikke å betale den, og det er ingenting igjen å bestride.
refused-dispute-invoice-disputed = Faktura { $number } er allerede bestridt. Purringer og inkasso er satt på pause, og en medarbeider undersøker saken.
refused-dispute-invoice-legal = Faktura { $number } er under rettslig inkasso, og da kan jeg ikke ta imot innsigelser. En medarbeider kan fortelle hvordan fakturaen kan bestrides nå.
refused-postpone-due-date-nothing-possible = Ingen av fakturaene dine har en forfallsdato som kan flyttes nå. En medarbeider kan se på andre løsninger sammen med deg.
refused-create-payment-plan-nothing-possible = Ingen av fakturaene dine kan deles opp i avdrag nå. En medarbeider kan se på andre løsninger sammen med deg.
refused-change-payment-plan-nothing-possible = Du har ingen betalingsplan som kan endres. En medarbeider kan se på andre løsninger sammen med deg.
refused-cancel-payment-plan-nothing-possible = Du har ingen betalingsplan som kan avsluttes.
refused-set-refund-account-nothing-possible = Jeg ser ikke at du har betalt for mye på noen faktura, så det er ingenting å betale tilbake. En medarbeider kan lete etter en betaling som ikke vises her.
refused-authorize-person-nothing-possible = Du har ingen egen faktura som du kan gi noen fullmakt for.
refused-revoke-authorization-nothing-possible = Du har ikke gitt noen fullmakt som kan trekkes tilbake.
refused-dispute-invoice-nothing-possible = Du har ingen faktura som kan bestrides her. En medarbeider kan se på hvilken faktura som helst sammen med deg.
refused-start-payment-nothing-possible = Ingenting gjenstår å betale på noen av fakturaene dine.

## Mennesker
handoff = { $reason ->
    [asked_for_person] En medarbeider på kundeservice svarer deg her.
    [dispute] En medarbeider undersøker saken. Du trenger ikke å forklare på nytt: Meldingen din følger med.
    [hardship] Takk for at du sier fra. En medarbeider hjelper deg med å finne en løsning.
    [fraud] En medarbeider undersøker dette først. Ikke betal før det er sjekket, og gi aldri koder eller passord til noen. Har du allerede gitt dem fra deg eller betalt, ring banken din med en gang.
    [death] Jeg kondolerer. En medarbeider går gjennom fakturaene med deg og forteller hvilke papirer som trengs. Du trenger ikke å sende noe ennå.
    [guardianship] Takk for at du sier fra. En medarbeider forteller hvilken dokumentasjon som trengs, og går gjennom fakturaene med deg. Du trenger ikke å sende papirer ennå.
    [insolvency] Takk for at du sier fra. En medarbeider ser på hva det betyr for fakturaene dine. Til da foreslår jeg verken betalinger eller betalingsplaner.
    [threat] Jeg har lest det du skrev, og jeg tar det på alvor. En medarbeider tar over herfra.
    [self_harm] Det er vondt å høre at du har det så vanskelig. Det er bra at du skriver om det. Du betyr mer enn noen faktura. { $crisis } En medarbeider på kundeservice svarer deg også her, men ikke vent på det hvis du ikke føler deg trygg.
    [legal_threat] Jeg har notert det du skriver. En medarbeider går gjennom saken og svarer deg her.
    [data_protection] En medarbeider tar seg av henvendelser om personopplysninger, og din følger med slik du skrev den. Etter loven skal du få svar innen en måned. Ikke skriv fødselsnummeret ditt her.
    [anger] Jeg beklager at det har blitt slik. En medarbeider ser på det sammen med deg.
    [identity] En medarbeider må først finne ut hvem fakturaene tilhører. Til da viser jeg ingen opplysninger om dem.
    [beyond_policy] Det kan ikke jeg avgjøre. En medarbeider ser på hva som er mulig.
    [not_understood] Jeg forsto dessverre ikke meldingen din. En medarbeider hjelper deg.
   *[assistant_unavailable] Jeg kan dessverre ikke svare akkurat nå. En medarbeider svarer deg i stedet.
} { $position ->
    [one] Du er først i køen.
   *[other] Du er nummer { $position } i køen.
} Du kan lukke vinduet: Svaret venter på deg her.
crisis-help = Hvis livet ditt er i fare, ring { $emergency } nå. { $always ->
    [yes] Du kan snakke med noen hele døgnet: { $line }, { $phone }.
   *[no] Du kan også snakke med noen: { $line }, { $phone }.
}
answer-expected = { $state ->
    [open] Kundeservice er åpen nå. Du får vanligvis svar senest { $when }.
    [unattended] Du får vanligvis svar senest { $when }.
   *[closed] Kundeservice er stengt nå og åpner { $opens }. Du får vanligvis svar senest { $when }.
}
claimed = { $agent } fra kundeservice er nå med i samtalen.
handed-back = KI-assistenten er tilbake. Hva mer kan jeg hjelpe med?
closed = Samtalen er avsluttet. Du kan starte en ny når som helst.
reason = { $reason ->
    [asked_for_person] Ba om å få snakke med et menneske
    [dispute] Bestrider fakturaen
    [hardship] Betalingsproblemer
    [fraud] Mistanke om svindel
    [death] Dødsfall
    [guardianship] Vergemål
    [insolvency] Insolvens
    [threat] Trussel mot mennesker
    [self_harm] Selvskading: haster
    [legal_threat] Truer med rettslige skritt
    [data_protection] Henvendelse om personopplysninger
    [anger] Svært sint
    [identity] Uklart hvem som skriver
    [beyond_policy] Avtale utenfor reglene
    [not_understood] Assistenten forsto ikke
   *[assistant_unavailable] Assistenten var ikke tilgjengelig
}
person-button = Snakk med en medarbeider

## Småprat og grenser
smalltalk = Hei! Jeg er MyRopos KI-assistent. Jeg kan vise fakturaene og brevene dine, forklare gebyrer og hjelpe deg med å betale, flytte en forfallsdato eller betale i avdrag. Jeg kan også hjelpe deg med å få tilbake det du har betalt for mye, gi en annen fullmakt eller komme i kontakt med en medarbeider.
smalltalk-sorry = Jeg beklager at dette har vært vanskelig. Skriv kort hva du trenger, eller velg å snakke med en medarbeider nedenfor.
smalltalk-bye = Ha det bra! Jeg er her døgnet rundt hvis det er noe.
smalltalk-bot = Jeg er MyRopos KI-assistent, et dataprogram og ikke et menneske. Jeg hjelper med fakturaer og betalinger og setter deg over til et menneske når du vil.
smalltalk-fine = Takk, bare bra. Jeg er en KI, så jeg blir aldri sliten. Hva kan jeg hjelpe deg med?
smalltalk-fun = Jeg er bedre på fakturaer enn på vitser. Skal vi se på dine?
smalltalk-again = Hei igjen! Hva kan jeg hjelpe med?
language-changed = Selvfølgelig, vi fortsetter på norsk. Hva kan jeg hjelpe deg med?
thanks = Bare hyggelig. Kan jeg hjelpe deg med noe mer som gjelder fakturaene dine?
out-of-scope = Her kan jeg bare hjelpe med fakturaer og betalinger: hva du skylder, gebyrer og brev, betaling, forfallsdatoer og avdrag, tilbakebetaling, fullmakter og kontakt med en medarbeider.
not-understood = Jeg er ikke sikker på hva du mener. Er det noe av dette?
suggest-invoices = Hva skylder jeg?
suggest-pay = Jeg vil betale en faktura
suggest-postpone = Utsett forfallsdatoen
suggest-plan = Betal i avdrag
suggest-change-plan = Endre betalingsplanen
suggest-end-plan = Avslutt betalingsplanen
suggest-refund = Få tilbake det jeg har betalt for mye
suggest-fees = Hva koster en purring?

## Feil
error-bad-frame = Det kunne ikke leses
error-bad-frame-detail = Send ett JSON-objekt som tekstramme.
error-unknown-type = Ukjent forespørsel
error-unknown-type-detail = Se protokollen for typene som finnes.
error-invalid-field = Noe mangler eller er feil
error-invalid-field-detail = Sjekk feltene i forespørselen.
error-too-large = Det er for stort
error-too-large-detail = Send mindre om gangen.
error-hello-first = Start med en hilsen
error-hello-first-detail = Den første rammen må være av typen hello.
error-message-empty = Meldingen er tom
error-message-empty-detail = Skriv noe og send på nytt.
error-message-too-long = Meldingen er for lang
error-message-too-long-detail = Meldingen kan ha høyst 4 000 tegn. Ingenting er tapt: Kort den ned og send på nytt.
error-thread-not-found = Fant ikke samtalen
error-thread-not-found-detail = Den finnes ikke eller er ikke din. Start en ny samtale.
error-thread-closed = Samtalen er avsluttet
error-thread-closed-detail = Start en ny samtale.
error-proposal-not-found = Ingenting å bekrefte
error-proposal-not-found-detail = Endringen finnes ikke. Be om den på nytt.
error-proposal-expired = Fristen for å bekrefte er ute
error-proposal-expired-detail = Ingenting ble endret. Be om endringen på nytt.
error-proposal-changed = Fakturaen er endret i mellomtiden
error-proposal-changed-detail = Ingenting ble endret. Spør på nytt for å se vilkårene som gjelder nå.
error-proposal-already-confirmed = Allerede bekreftet
error-proposal-already-confirmed-detail = Endringen er gjort én gang og gjøres ikke på nytt.
error-proposal-closed = Endringen er trukket tilbake
error-proposal-closed-detail = Ingenting ble endret. Be om den på nytt hvis du vil ha den.
error-not-yours = Ikke din samtale
error-not-yours-detail = Overta samtalen først.
error-already-claimed = Venter ikke lenger
error-already-claimed-detail = Noen andre har overtatt samtalen.
error-invoice-not-found = Fant ikke fakturaen
error-invoice-not-found-detail = Den finnes ikke eller er ikke din. Sjekk nummeret eller MyRopo-ID-en.
error-sign-in-needed = Logg inn
error-sign-in-needed-detail = Økten din er utløpt. Logg inn og fortsett.
error-invoice-ambiguous = Flere fakturaer har dette nummeret
error-invoice-ambiguous-detail = Bruk MyRopo-ID-en som står på fakturaen.
error-letter-not-found = Fant ikke brevet
error-letter-not-found-detail = Det finnes ikke eller er ikke ditt.
error-payment-not-found = Fant ikke betalingen
error-payment-not-found-detail = Den finnes ikke eller er ikke din.
error-payment-unavailable = Det er ikke mulig å betale akkurat nå
error-payment-unavailable-detail = Ingenting er betalt. Prøv igjen om litt, eller betal i banken din med opplysningene på fakturaen.
error-payment-mismatch = Beløpene stemmer ikke overens
error-payment-mismatch-detail = Beløpet som ble rapportert, er ikke det som ble bedt om. En medarbeider undersøker saken.
error-not-found = Ikke funnet
error-not-found-detail = Det finnes ikke eller er ikke ditt.
error-method-not-allowed = Det er ikke mulig her
error-method-not-allowed-detail = Denne adressen tar ikke imot denne typen forespørsel.
error-other-site = Forespørselen kom fra et annet nettsted
error-other-site-detail = Ingenting er endret. Åpne MyRopo og prøv på nytt.
error-step-up-needed = Identifiser deg
error-step-up-needed-detail = Ingenting er endret ennå. Identifiser deg og bekreft på nytt.
error-policy-refused = Det er ikke mulig for denne fakturaen
error-policy-refused-detail = Ingenting ble endret. Spør hva som er mulig i stedet, eller be om å få snakke med en medarbeider.
error-proposal-refused = Dette kan ikke bekreftes
error-proposal-refused-detail = Ingenting ble endret. Be om endringen på nytt.
error-ledger-error = Det lot seg ikke gjøre
error-ledger-error-detail = Ingenting ble endret. Prøv igjen, eller be om å få snakke med en medarbeider.
error-idempotency-key-missing = Forespørselen mangler nøkkel
error-idempotency-key-missing-detail = Send HTTP-feltet Idempotency-Key med en egen verdi.
error-idempotency-key-reused = Nøkkelen er allerede brukt
error-idempotency-key-reused-detail = Ingenting ble endret. Send en ny nøkkel med en ny forespørsel.
error-still-running = Den samme forespørselen pågår fortsatt
error-still-running-detail = Vent litt og send forespørselen på nytt med den samme nøkkelen.
error-bad-signature = Signaturen stemmer ikke
error-bad-signature-detail = Meldingen ble ikke godtatt, og ingenting ble endret.
error-internal = Noe gikk galt hos oss
error-internal-detail = Ingenting ble endret. Prøv igjen om litt, eller be om å få snakke med en medarbeider.
error-too-many-messages = Det kom mange meldinger på kort tid
error-too-many-messages-detail = Ingenting har gått tapt: Vent litt og send meldingen på nytt.
error-attachment-not-found = Fant ikke filen
error-attachment-not-found-detail = Den finnes ikke, er ikke din eller ble sendt i en annen samtale. Legg den ved på nytt.
error-attachment-refused = Denne filen kan ikke sendes
error-attachment-refused-detail = Du kan sende PDF, PNG eller JPEG. Har filen allerede et av disse formatene, kan du lagre den på nytt i programmet den ble laget i, og prøve igjen.
error-attachment-empty = Filen er tom
error-attachment-empty-detail = Kontroller filen, og legg den ved på nytt.
error-attachment-too-large = Filen er for stor
error-attachment-too-large-detail = En fil kan være på høyst 10 MB. Send et mindre bilde, eller del sidene på flere filer.
error-too-many-attachments = Det kom mange filer på kort tid
error-too-many-attachments-detail = Denne filen ble ikke lagret. Vent en time, og legg den ved på nytt.
error-attachments-unavailable = Vi kan ikke håndtere filer akkurat nå
error-attachments-unavailable-detail = Ingenting ble lagret. Prøv igjen om litt, eller skriv uten filen.
error-too-many-frames = Det gikk for fort
error-too-many-frames-detail = Ingenting har gått tapt: Vent noen sekunder og prøv igjen.
error-supervisor-only = Dette kan bare en teamleder gjøre
error-supervisor-only-detail = Spør en teamleder, eller send samtalen videre.
error-sender-blocked = Du kan ikke skrive til oss akkurat nå
error-sender-blocked-detail = Vi tar for tiden ikke imot meldinger fra deg. Du kan fortsatt ringe kundeservice: Nummeret står på fakturaen.
error-shortcut-taken = Hurtigkoden er i bruk
error-shortcut-taken-detail = Et annet svar for samme team og språk bruker den. Velg en annen.
error-unknown-placeholder = Ukjent felt
error-unknown-placeholder-detail = Bruk bare feltene som tilbys.
error-copilot-failed = Det kom ingen brukbar tekst tilbake
error-copilot-failed-detail = Modellen svarte ikke i tide, eller den endret et tall, en dato eller en referanse. Prøv igjen, eller skriv selv.
error-copilot-unavailable = Dette krever en ekstern språkmodell
error-copilot-unavailable-detail = Oversettelse og omskriving krever en ekstern språkmodell, fordi den innebygde skriver for dårlig.

## Meldingssenter og e-post
thread-begun = Meldingen din har kommet frem. KI-assistenten svarer vanligvis innen ett minutt, og du kan når som helst be om å få snakke med en medarbeider.
mail-subject = Du har fått svar i MyRopo
mail-body = Hei!

    { $who ->
        [assistant] MyRopos KI-assistent har svart på meldingen din.
       *[person] Kundeservice har svart på meldingen din.
    } Av hensyn til personvernet vises ikke svaret i denne e-posten. Logg inn for å lese det:

    { $link }

    Denne e-posten er sendt automatisk, og svar på den blir ikke lest.

    MyRopo

## Når mindre er mulig
limited-today = I dag fungerer jeg med visse begrensninger: Jeg forstår knapper og korte meldinger best.
articles-only = Jeg kan ikke se på dine egne saker akkurat nå. Dette står på hjelpesidene våre:
one-at-a-time = Jeg kan forberede én endring om gangen: Fortell om den andre når du har svart på denne.
suggest-list = Vis mine ubetalte fakturaer
suggest-paid = Vis mine betalte fakturaer
suggest-one = Vis en av fakturaene mine
suggest-letters = Vis brevene mine
suggest-contact = Hvem kan jeg ringe?
suggest-authorize = Gi en annen person fullmakt
suggest-revoke = Trekk tilbake en fullmakt
suggest-dispute = En faktura er feil
suggest-hardship = Jeg kan ikke betale i det hele tatt
suggest-fraud = Jeg mistenker svindel

## Mens kunden venter på en medarbeider
queue-place = { $position ->
    [one] Du er først i køen.
   *[other] Du er nummer { $position } i køen.
}
queue-late = Det tar lengre tid enn vi lovet, og det beklager vi. Du beholder plassen din i køen.
wait-changed = { $state ->
    [closed] Vi rakk dessverre ikke å svare deg før vi stengte. Du beholder plassen din i køen.
   *[unattended] Ingen på kundeservice kan svare akkurat nå. Du beholder plassen din i køen.
}
left-queue = Du har forlatt køen. Nå er jeg her igjen og hjelper deg gjerne.
returned = { $agent } er ikke lenger tilgjengelig. Du beholder plassen din i køen, og neste ledige medarbeider svarer deg.
transferred = Samtalen din fortsetter med { $to }. Du trenger ikke å forklare alt på nytt.
transferred-to-team = Samtalen din går videre til et annet team på kundeservice. Du trenger ikke å forklare alt på nytt.
escalated = En teamleder på kundeservice ser på saken og svarer deg her.
merged = Vi har slått sammen de to samtalene dine. Vi svarer deg i den andre.
rating-request = Hvordan gikk det? Ett trykk er nok.
rating-assistant = KI-assistent
