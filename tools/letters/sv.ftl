# Brevens ord. Vänligt och klart: vad det gäller, vad man kan göra och var man får hjälp; inga hot och inga förebråelser.

title-invoice = Faktura
title-reminder = Betalningspåminnelse
title-collection-notice = Inkassovarsel
title-collection-letter = { $country ->
    [NO] Betalningsuppmaning
   *[other] Inkassokrav
}
title-second-collection-letter = Andra inkassokravet
title-legal-notice = Meddelande om rättslig indrivning

intro-invoice = Här kommer en faktura från { $biller }. Den gäller: { $description }.
intro-reminder = Den här fakturan är fortfarande helt eller delvis obetald. Har du betalat de senaste dagarna behöver du inte göra något. Tack i så fall!
intro-collection-notice = Vi har påmint dig om den här fakturan. Den är fortfarande helt eller delvis obetald. Har du betalat de senaste dagarna behöver du inte göra något. Tack i så fall!
intro-collection-letter = MyRopo driver in den här fakturan på uppdrag av { $biller }. Det här brevet är det krav som skickas innan några rättsliga åtgärder vidtas. Nedan ser du vad beloppet består av.
intro-second-collection-letter = MyRopo driver in den här fakturan på uppdrag av { $biller }. Det här är det andra kravet som gäller fakturan. Nedan ser du vad beloppet består av.
intro-legal-notice = Den här fakturan har gått vidare till rättslig indrivning på uppdrag av { $biller }. Nedan ser du vad beloppet bestod av den dag brevet skickades.

label-myropo-id = MyRopo-id
label-number = Fakturanummer
label-issued = Fakturadatum
label-sent = Brevets datum
label-original-due = Ursprunglig förfallodag
label-due = { $kind ->
    [legal_notice] Förföll till betalning
   *[other] Förfallodag
}
label-total = Totalt
label-paid = Betalt hittills
label-to-pay = Att betala
label-account = Kontonummer
label-reference = { $country ->
    [SE] OCR-nummer
    [NO] KID-nummer
   *[other] Referensnummer
}

table-caption = Vad beloppet består av
column-date = Datum
column-what = Specifikation
column-amount = Belopp

line-principal = Fakturabelopp
line-reminder-fee = Påminnelseavgift
line-collection-fee = Inkassokostnad
line-late-payment-compensation = Förseningsersättning
line-interest = Dröjsmålsränta
line-due-date-change-fee = Avgift för flyttad förfallodag
line-payment-plan-fee = Avgift för avbetalningsplan
line-credit = Kreditering

heading-payment = Så betalar du
payment-text = Betala i MyRopo-portalen, där betalningen syns genast, eller i din egen bank med uppgifterna ovan. { $country ->
    [SE] OCR-numret
    [NO] KID-numret
   *[other] Referensnumret
} visar oss vilken faktura du har betalat.

heading-next = Vad som händer sedan
next-invoice = När fakturan är betald senast den { $due } är saken klar. Om betalningen dröjer skickar vi först en påminnelse. Då kan en avgift och dröjsmålsränta tillkomma.
next-reminder = När beloppet är betalt senast den { $due } är saken klar och inget mer tillkommer. Om beloppet då inte är betalt och inget annat är överenskommet { $country ->
    [NO] är nästa brev ett inkassovarsel
   *[other] går fakturan vidare till inkasso
}, och då kan kostnader tillkomma. En påminnelse ger ingen { $country ->
    [FI] anteckning om betalningsstörning
   *[other] betalningsanmärkning
}.
next-collection-notice = När beloppet är betalt senast den { $due } är saken klar och inget mer tillkommer. Om beloppet då inte är betalt och inget annat är överenskommet går fakturan vidare till inkasso, och då kan kostnader tillkomma. Det här varslet ger ingen betalningsanmärkning.
next-collection-letter = När beloppet är betalt senast den { $due } är saken klar och inget mer tillkommer. Om beloppet då inte är betalt och inget annat är överenskommet { $country ->
    [FI] skickar vi ett krav till
    [SE] kan vi ansöka om betalningsföreläggande hos Kronofogden
   *[NO] kan kravet föras till det norska förlikningsrådet (forliksrådet)
}, och då kan kostnader tillkomma. Det här brevet ger i sig ingen { $country ->
    [FI] anteckning om betalningsstörning
   *[other] betalningsanmärkning
}.
next-second-collection-letter = När beloppet är betalt senast den { $due } är saken klar och inget mer tillkommer. Om beloppet då inte är betalt och inget annat är överenskommet kan kravet föras till { $country ->
    [FI] tingsrätten eller till utsökning
    [SE] Kronofogden
   *[NO] det norska förlikningsrådet (forliksrådet)
}. Då kan kostnader tillkomma, och det kan leda till en { $country ->
    [FI] anteckning om betalningsstörning. Det här brevet ger i sig ingen anteckning.
   *[other] betalningsanmärkning. Det här brevet ger i sig ingen anmärkning.
}
next-legal-notice = { $country ->
    [FI] Kravet förs till tingsrätten eller, när lagen tillåter det, direkt till utsökning. Du får ett brev därifrån innan något beslutas eller drivs in.
    [SE] Vi ansöker om betalningsföreläggande hos Kronofogden. Kronofogden skriver till dig och frågar om du godtar kravet.
   *[NO] Kravet förs till det norska förlikningsrådet (forliksrådet) eller till utmätningsmyndigheten (namsmannen). De skriver till dig och ber om din syn på saken.
} Kostnader kan tillkomma, och det kan leda till en { $country ->
    [FI] anteckning om betalningsstörning
   *[other] betalningsanmärkning
}. Du kan fortfarande betala eller kontakta oss: ju tidigare, desto lägre kostnader.

heading-time = Om du behöver mer tid
time-text = { $kind ->
    [legal_notice] Skriv till oss i MyRopo-portalen eller ring oss. Vi går igenom tillsammans med dig hur kravet kan betalas.
   *[other] Öppna fakturan i MyRopo-portalen genom att logga in eller med MyRopo-id { $myropo_id }. Där ser du om förfallodagen kan flyttas eller beloppet delas upp, och vad det kostar. Du kan också ringa oss.
}

heading-dispute = Om du anser att något är fel
dispute-text = { $kind ->
    [legal_notice] Skriv i MyRopo-portalen vad du bestrider och varför. En medarbetare berättar hur kravet kan bestridas i det här skedet.
   *[other] Skriv i MyRopo-portalen vad du bestrider och varför. Medan en medarbetare utreder saken skickar vi inga fler brev om den. Om du bara bestrider en del betalar du resten senast på förfallodagen.
} Frågor om köpet, priset eller avtalet besvaras bäst av { $biller }.

heading-contact = Vi hjälper dig gärna
contact-text = I MyRopo-portalen kan du skriva till oss när som helst.
phone = Kundtjänst på { $spoken ->
    [fi] finska
    [sv] svenska
    [nb] norska
   *[en] engelska
}
