# Ordene i brevene. Vennlig og tydelig: hva det gjelder, hva man kan gjøre og hvor man får hjelp; ingen trusler og ingen bebreidelser.

title-invoice = Faktura
title-reminder = Purring
title-collection-notice = Inkassovarsel
title-collection-letter = { $country ->
    [SE] Inkassokrav
   *[other] Betalingsoppfordring
}
title-second-collection-letter = Andre betalingsoppfordring
title-legal-notice = Melding om rettslig inkasso

intro-invoice = Her er en faktura fra { $biller }. Den gjelder: { $description }.
intro-reminder = Denne fakturaen er fortsatt helt eller delvis ubetalt. Har du betalt i løpet av de siste dagene, trenger du ikke å gjøre noe. Takk i så fall!
intro-collection-notice = Vi har sendt deg en purring på denne fakturaen. Den er fortsatt helt eller delvis ubetalt. Har du betalt i løpet av de siste dagene, trenger du ikke å gjøre noe. Takk i så fall!
intro-collection-letter = MyRopo krever inn denne fakturaen på vegne av { $biller }. Dette brevet er kravet om betaling som sendes før eventuelle rettslige skritt. Nedenfor ser du hva beløpet består av.
intro-second-collection-letter = MyRopo krever inn denne fakturaen på vegne av { $biller }. Dette er det andre betalingskravet som gjelder fakturaen. Nedenfor ser du hva beløpet består av.
intro-legal-notice = Denne fakturaen har gått videre til rettslig inkasso på vegne av { $biller }. Nedenfor ser du hva beløpet besto av den dagen brevet ble sendt.

label-myropo-id = MyRopo-ID
label-number = Fakturanummer
label-issued = Fakturadato
label-sent = Brevets dato
label-original-due = Opprinnelig forfallsdato
label-due = { $kind ->
    [legal_notice] Forfallsdatoen var
   *[other] Forfallsdato
}
label-total = Totalt
label-paid = Betalt så langt
label-to-pay = Å betale
label-account = Kontonummer
label-reference = { $country ->
    [SE] OCR-nummer
    [NO] KID-nummer
   *[other] Referansenummer
}

table-caption = Hva beløpet består av
column-date = Dato
column-what = Spesifikasjon
column-amount = Beløp

line-principal = Fakturabeløp
line-reminder-fee = Purregebyr
line-collection-fee = Inkassokostnader
line-late-payment-compensation = Standardkompensasjon for sen betaling
line-interest = Forsinkelsesrente
line-due-date-change-fee = Gebyr for flyttet forfallsdato
line-payment-plan-fee = Gebyr for betalingsplan
line-credit = Kreditering

heading-payment = Slik betaler du
payment-text = Betal i MyRopo-portalen, der betalingen vises med en gang, eller i din egen bank med opplysningene ovenfor. { $country ->
    [SE] OCR-nummeret
    [NO] KID-nummeret
   *[other] Referansenummeret
} viser oss hvilken faktura du har betalt.

heading-next = Hva som skjer videre
next-invoice = Når fakturaen er betalt senest { $due }, er saken i orden. Hvis betalingen blir forsinket, sender vi først en purring. Da kan det komme gebyr og forsinkelsesrente i tillegg.
next-reminder = Når beløpet er betalt senest { $due }, er saken i orden, og det kommer ikke noe i tillegg. Hvis beløpet da ikke er betalt og ikke noe annet er avtalt, { $country ->
    [NO] er neste brev et inkassovarsel
   *[other] går fakturaen videre til inkasso
}, og da kan det komme kostnader i tillegg. En purring fører ikke til betalingsanmerkning.
next-collection-notice = Når beløpet er betalt senest { $due }, er saken i orden, og det kommer ikke noe i tillegg. Hvis beløpet da ikke er betalt og ikke noe annet er avtalt, går fakturaen videre til inkasso, og da kan det komme kostnader i tillegg. Et inkassovarsel fører ikke til betalingsanmerkning.
next-collection-letter = Når beløpet er betalt senest { $due }, er saken i orden, og det kommer ikke noe i tillegg. Hvis beløpet da ikke er betalt og ikke noe annet er avtalt, { $country ->
    [FI] sender vi ett brev til
    [SE] kan kravet sendes til den svenske Kronofogden
   *[NO] kan kravet sendes til forliksrådet
}, og da kan det komme kostnader i tillegg. Dette brevet fører ikke i seg selv til betalingsanmerkning.
next-second-collection-letter = Når beløpet er betalt senest { $due }, er saken i orden, og det kommer ikke noe i tillegg. Hvis beløpet da ikke er betalt og ikke noe annet er avtalt, kan kravet sendes til { $country ->
    [FI] den finske tingretten (käräjäoikeus) eller namsmyndigheten (ulosotto)
    [SE] den svenske Kronofogden
   *[NO] forliksrådet
}. Da kan det komme kostnader i tillegg, og det kan føre til betalingsanmerkning. Dette brevet fører ikke i seg selv til noen anmerkning.
next-legal-notice = { $country ->
    [FI] Kravet sendes til den finske tingretten (käräjäoikeus) eller, der loven tillater det, rett til namsmyndigheten (ulosotto). Du får brev derfra før noe blir avgjort eller krevd inn.
    [SE] Vi sender kravet til den svenske Kronofogden. De skriver til deg og spør om du godtar kravet.
   *[NO] Vi sender kravet til forliksrådet eller namsmannen. De skriver til deg og ber om ditt syn på saken.
} Det kan komme kostnader i tillegg, og det kan føre til betalingsanmerkning. Du kan fortsatt betale eller ta kontakt med oss: jo tidligere, desto lavere kostnader.

heading-time = Hvis du trenger mer tid
time-text = { $kind ->
    [legal_notice] Skriv til oss i MyRopo-portalen eller ring oss. Vi ser sammen med deg på hvordan kravet kan betales.
   *[other] Åpne fakturaen i MyRopo-portalen ved å logge inn eller med MyRopo-ID { $myropo_id }. Der ser du om forfallsdatoen kan flyttes eller beløpet deles opp, og hva det koster. Du kan også ringe oss.
}

heading-dispute = Hvis du mener at noe er feil
dispute-text = { $kind ->
    [legal_notice] Skriv i MyRopo-portalen hva du bestrider, og hvorfor. En medarbeider forteller deg hvordan kravet kan bestrides på dette trinnet.
   *[other] Skriv i MyRopo-portalen hva du bestrider, og hvorfor. Mens en medarbeider undersøker saken, sender vi ingen flere brev om den. Hvis du bare bestrider en del, betaler du resten innen forfall.
} Spørsmål om kjøpet, prisen eller avtalen besvares best av { $biller }.

heading-contact = Vi hjelper deg gjerne
contact-text = I MyRopo-portalen kan du skrive til oss når som helst.
phone = Kundeservice på { $spoken ->
    [fi] finsk
    [sv] svensk
    [nb] norsk
   *[en] engelsk
}
