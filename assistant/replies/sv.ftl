# Det som assistenten säger själv. Belopp och datum kommer färdigt formaterade.

## Fakturor
invoices-none = Jag ser inga obetalda fakturor i ditt namn.
invoices-none-of-any-kind = Jag ser inga fakturor i ditt namn. Om det står ett MyRopo-id i ett brev kan du öppna fakturan med det.
invoices-open = { $count ->
    [one] Du har en obetald faktura på { $total }.
   *[other] Du har { $count } obetalda fakturor på sammanlagt { $total }.
}
invoices-open-late = { $late ->
    [one] En av dem har förfallit.
   *[other] { $late } av dem har förfallit.
}
invoices-open-only-late = Den har förfallit.
invoices-paid = { $count ->
    [one] Du har en betald faktura.
   *[other] Du har { $count } betalda fakturor.
}
invoices-paid-none = Jag ser inga betalda fakturor i ditt namn.
invoices-all = { $count ->
    [one] Du har en faktura här.
   *[other] Du har { $count } fakturor här.
}
col-invoice = Faktura
col-due = Förfallodag
col-left = Kvar att betala
stage = { $stage ->
    [open] Faktura
    [reminder] Påminnelse
    [collection] Inkasso
    [legal] Rättslig indrivning
    [paid] Betald
    [disputed] Bestridd
   *[credited] Krediterad
}
invoice-owed = Faktura { $number } från { $biller }: { $left } är kvar att betala. Förfallodagen är { $due }.
invoice-owed-late = Faktura { $number } från { $biller }: { $left } är kvar att betala. Förfallodagen var { $due }, för { $days ->
    [one] en dag
   *[other] { $days } dagar
} sedan.
invoice-part-paid = Av { $total } är { $paid } betalt.
invoice-owed-plan = Faktura { $number } från { $biller }: { $left } är kvar att betala, uppdelat på delbetalningar.
invoice-plan-next = Nästa delbetalning är på { $amount } och förfaller { $due }. { $count ->
    [one] Det är den sista.
   *[other] { $count } delbetalningar är kvar.
}
invoice-plan-late = Delbetalningen på { $amount } förföll { $due }. { $count ->
    [one] Det är den sista.
   *[other] { $count } delbetalningar är kvar.
}
invoice-credited = Faktura { $number } från { $biller } är krediterad, så det finns inget att betala.
invoice-fees = Avgifter på { $fees } har lagts till.
invoice-interest = Dröjsmålsränta på { $interest } har lagts till.
invoice-fees-interest = Avgifter på { $fees } och dröjsmålsränta på { $interest } har lagts till.
invoice-disputed = Fakturan är bestridd. Påminnelser och inkasso är pausade medan en medarbetare utreder saken.
invoice-legal = Fakturan är under rättslig indrivning och kan handläggas av en domstol eller en utsökningsmyndighet (i Sverige Kronofogden). Du kan fortfarande betala den här, och en medarbetare kan berätta mer.
balance-none = Du har inget att betala.
balance-owed = { $count ->
    [one] { $total } är kvar att betala på en faktura.
   *[other] Sammanlagt { $total } är kvar att betala på { $count } fakturor.
}
balance-added = Avgifter och ränta utgör { $fees } av summan.
balance-overpaid = Det har betalats { $over } för mycket. Pengarna kan betalas tillbaka till ett bankkonto.
invoice-settled = Faktura { $number } från { $biller } är betald. Summan var { $total }.
invoice-credit = På faktura { $number } från { $biller } har det betalats { $over } för mycket. Det överskjutande beloppet kan betalas tillbaka.
invoice-contact = Frågor om själva köpet besvaras bäst av { $biller }: { $phone }.
invoice-not-found = Jag hittar inte den fakturan bland dina. Kontrollera numret eller titta i din fakturalista.
invoice-choice = { $number } · { $biller } · { $left }
col-part = Specifikation
col-amount = Belopp
col-date = Datum
col-letter = Brev
part-fees = Avgifter
part-paid = Betalt
part-over = För mycket betalt
kind-principal = Fakturabelopp
kind-reminder-fee = Påminnelseavgift
kind-collection-fee = Inkassokostnad
kind-late-payment-compensation = Förseningsersättning
kind-interest = Dröjsmålsränta
kind-due-date-change-fee = Avgift för flyttad förfallodag
kind-payment-plan-fee = Avgift för avbetalningsplan
kind-credit = Kreditering
kind-payment = Betalning
kind-refund = Återbetalning

## Kunskap
knowledge-none = Det vet jag inte, och jag vill inte gissa. En medarbetare i kundtjänst kan hjälpa dig.
knowledge-fallback = { $spoken ->
    [fi] Den här informationen finns bara på finska:
    [nb] Den här informationen finns bara på norska:
    [sv] Den här informationen finns bara på svenska:
   *[en] Den här informationen finns bara på engelska:
}
notice-disruption = Observera: { $text }
notice-news = Nyhet: { $text }
notices-none = Just nu finns inga nyheter och inga kända störningar.

## Brev, kontakt och betalning
letters-found = { $count ->
    [one] Jag hittade ett brev.
   *[other] Jag hittade { $count } brev, det senaste först.
}
letters-none = Jag hittar inga brev till dig.
letters-none-invoice = Jag hittar inga brev om faktura { $number }.
letters-open = Öppna det senaste: { $kind }, { $date }
letter-invoice = Faktura
letter-reminder = Betalningspåminnelse
letter-collection-notice = Inkassovarsel
letter-collection-letter = Inkassokrav
letter-second-collection-letter = Andra inkassokravet
letter-legal-notice = Meddelande om rättslig indrivning
contact-pay = Ring { $phone } om du har frågor om hur du betalar faktura { $number }.
contact-hours = { $state ->
    [open] Telefonlinjen är öppen nu ({ $hours }).
   *[closed] Telefonlinjen är stängd nu. Den är öppen { $hours }.
}
contact-biller = Frågor om det du har köpt besvaras av { $biller }: { $phone }, { $website }, { $email }.
payment-start = Här kan du betala { $amount } på faktura { $number } ({ $biller }). Inget betalas förrän du bekräftar på betalsidan.
payment-button = Betala { $amount }
payment-received = Vi har tagit emot { $amount } för faktura { $number } ({ $biller }).
payment-left-none = Inget är kvar att betala.
payment-left = { $left } är kvar att betala.
payment-failed = Betalningen på { $amount } för faktura { $number } ({ $biller }) gick inte igenom. Fakturan är oförändrad, och du kan försöka igen.

## Frågor till kunden
# En fråga som bara ett verktyg ställer har verktygets namn i sin nyckel.
asks-invoice = Vilken faktura menar du?
asks-postpone-due-date-new-date = Till vilken dag vill du flytta förfallodagen för faktura { $number } ({ $biller })? Du kan välja vilken dag som helst från { $earliest } till { $latest }.
asks-new-date = När vill du göra den första delbetalningen på faktura { $number } ({ $biller })? Du kan välja vilken dag som helst från { $earliest } till { $latest }.
asks-instalments = I hur många delbetalningar vill du dela upp faktura { $number } ({ $biller })? Du kan välja högst { $most }.
asks-cost = { $fee ->
    [free] Det kostar ingenting.
   *[other] Det kostar { $fee }.
}
asks-cost-at-most = { $fee ->
    [free] Planen kostar ingenting.
   *[other] Planen kostar högst { $fee }.
}
copilot-postpone = Förfallodagen för faktura { $number } ({ $biller }) kan flyttas till { $date }.
copilot-plan = Faktura { $number } ({ $biller }) kan delas upp på { $count } delbetalningar.
asks-account = På faktura { $number } ({ $biller }) har det betalats för mycket. Till vilket konto ska pengarna betalas tillbaka? Skriv kontonumret (IBAN) och kontohavarens namn.
asks-person = Vem vill du ge behörighet till faktura { $number } ({ $biller })? Skriv personens namn och e-postadress, och om personen bara får se fakturan eller även sköta den.
asks-authorization = Vems behörighet till faktura { $number } ({ $biller }) vill du ta tillbaka?
asks-reason = Vad är fel med faktura { $number } ({ $biller })? Berätta med egna ord. När du har bekräftat pausas påminnelser och inkasso, och en medarbetare utreder saken.
instalments = { $count ->
    [one] en delbetalning
   *[other] { $count } delbetalningar
}

## Förslag
proposed-postpone-due-date = Kontrollera ändringen. Den görs när du trycker på Bekräfta.
proposed-create-payment-plan = Kontrollera delbetalningarna, deras förfallodagar och kostnaden. Planen börjar gälla när du trycker på Bekräfta.
proposed-change-payment-plan = Kontrollera den nya planen. Den ersätter den nuvarande när du trycker på Bekräfta.
proposed-cancel-payment-plan = Kontrollera när resten ska betalas. Planen upphör när du trycker på Bekräfta.
proposed-set-refund-account = Kontrollera kontonumret noga. Pengarna skickas dit när du trycker på Bekräfta.
proposed-authorize-person = Kontrollera vem du ger behörighet och till vad. Behörigheten börjar gälla när du trycker på Bekräfta.
proposed-revoke-authorization = Kontrollera vems behörighet du tar tillbaka. Den upphör när du trycker på Bekräfta.
proposed-dispute-invoice = Kontrollera dina skäl. Påminnelser och inkasso pausas när du trycker på Bekräfta.
step-up-first = För din säkerhet ber vi dig att först legitimera dig.
step-up-text = Legitimera dig innan du bekräftar. Det skyddar dina pengar och dina uppgifter.
step-up-label = Legitimera dig
card-title-postpone-due-date = Flytta förfallodagen
card-title-create-payment-plan = Dela upp betalningen
card-title-change-payment-plan = Ändra avbetalningsplanen
card-title-cancel-payment-plan = Avsluta avbetalningsplanen
card-title-set-refund-account = Få tillbaka dina pengar
card-title-authorize-person = Ge någon behörighet
card-title-revoke-authorization = Ta tillbaka en behörighet
card-title-dispute-invoice = Bestrid fakturan
card-due-date = Förfallodag
card-payment = Betalning
card-at-once = Allt på en gång
card-next-instalment = Nästa delbetalning
card-rest-due = Resten förfaller
card-schedule = Delbetalningar
card-fee = Avgift
card-free = Kostnadsfritt
card-total = Att betala
card-account = Konto
card-holder = Kontohavare
card-refund = Du får tillbaka
card-person = Namn
card-email = E-post
card-may = Behörighet
card-allows = { $allows ->
    [view] Se fakturan
   *[handle] Se och sköta fakturan
}
card-until = Gäller till och med
card-reason = Skäl
card-collection = Påminnelser och inkasso
card-paused = Pausade medan saken utreds
card-disputed = Bestritt belopp
card-next-postpone-due-date = När du bekräftar gäller den nya förfallodagen direkt, och ingen påminnelse och inget inkassokrav skickas före den.
card-next-create-payment-plan = När du bekräftar gäller planen direkt, och inga påminnelser eller inkassokrav skickas så länge du betalar i tid.
card-next-change-payment-plan = När du bekräftar ersätter den nya planen direkt den nuvarande.
card-next-cancel-payment-plan = När du bekräftar upphör planen direkt, och resten förfaller { $date }.
card-next-set-refund-account = När du bekräftar skickas pengarna till det här kontot.
card-next-authorize-person = När du bekräftar får personen tillgång till fakturan, och du kan ta tillbaka behörigheten när som helst.
card-next-revoke-authorization = När du bekräftar har personen inte längre tillgång till fakturan.
card-next-dispute-invoice = När du bekräftar pausas påminnelser och inkasso, och en medarbetare utreder saken och svarar dig.
card-expires = Gäller till kl. { $time }
proposal-cancelled = Inget ändrades.
proposal-superseded = Inget ändrades, eftersom samtalet övergick till något annat.
proposal-expired = Tiden för att bekräfta har gått ut. Inget ändrades.
card-cost = { $fee ->
    [free] Den här ändringen är kostnadsfri.
   *[other] Den här ändringen kostar { $fee }. Det står på kortet ovanför.
}
press-confirm = Inget är ändrat ännu. Tryck på Bekräfta på kortet ovanför, eller på Avbryt om du inte vill ha ändringen.

## Kvitton
receipt-title-postpone-due-date = Förfallodagen är flyttad
receipt-title-create-payment-plan = Avbetalningsplanen gäller
receipt-title-change-payment-plan = Avbetalningsplanen är ändrad
receipt-title-cancel-payment-plan = Avbetalningsplanen är avslutad
receipt-title-set-refund-account = Återbetalningen är på väg
receipt-title-authorize-person = Behörigheten är given
receipt-title-revoke-authorization = Behörigheten är återtagen
receipt-title-dispute-invoice = Fakturan är bestridd
receipt-new-date = Ny förfallodag
receipt-text-postpone-due-date = Klart. Den nya förfallodagen för faktura { $number } ({ $biller }) är { $date }. Att betala: { $total }.
receipt-text-create-payment-plan = Klart. Du betalar faktura { $number } ({ $biller }) i { $instalments }, sammanlagt { $total }. Den första är på { $first } och förfaller { $date }.
receipt-text-change-payment-plan = Klart. Avbetalningsplanen för faktura { $number } ({ $biller }) är ändrad: { $instalments }, sammanlagt { $total }. Nästa är på { $first } och förfaller { $date }.
receipt-text-cancel-payment-plan = Klart. Avbetalningsplanen för faktura { $number } ({ $biller }) är avslutad. Att betala: { $total }, senast { $date }.
receipt-text-set-refund-account = Klart. { $refund } från faktura { $number } ({ $biller }) betalas tillbaka till kontot { $account }.
receipt-text-authorize-person = Klart. { $name } kan nu { $allows ->
    [view] se
   *[handle] se och sköta
} faktura { $number } ({ $biller }) till och med { $until }.
receipt-text-revoke-authorization = Klart. { $name } har inte längre tillgång till faktura { $number } ({ $biller }).
receipt-text-dispute-invoice = Klart. Faktura { $number } ({ $biller }) är bestridd. Påminnelser och inkasso är pausade, och en medarbetare utreder saken.

## Avslag
# Ett skäl som bara gäller ett verktyg har verktygets namn i sin nyckel. Övriga datum gäller den första delbetalningen.
refused-paid = Faktura { $number } är betald. Inget är kvar att betala, så inget behöver ordnas.
refused-credited = Faktura { $number } är krediterad, så det finns inget att betala.
refused-disputed = Faktura { $number } är bestridd. Påminnelser och inkasso är pausade medan en medarbetare utreder saken. Den medarbetaren kan också svara på din fråga.
refused-legal = Faktura { $number } är under rättslig indrivning, så jag kan inte ändra något. Du kan fortfarande betala den, och en medarbetare kan se på den tillsammans med dig.
refused-view-only = Du får se faktura { $number }, men inte sköta den. Den kund som fakturan tillhör kan ge dig behörighet till det.
refused-owner-only = Bara den kund som faktura { $number } tillhör kan göra det här. Du kan fortfarande betala fakturan och, där det är möjligt, flytta förfallodagen eller dela upp betalningen.
refused-has-plan = Faktura { $number } betalas redan i delbetalningar. Du kan ändra avbetalningsplanen eller avsluta den.
refused-no-plan = Faktura { $number } har ingen avbetalningsplan. Om du vill ha en kan jag se vad som är möjligt.
refused-not-allowed = { $biller } erbjuder inte det här för faktura { $number }. En medarbetare kan se på andra lösningar tillsammans med dig.
refused-limit-reached = Förfallodagen för faktura { $number } kan inte flyttas längre fram, eftersom { $biller } inte tillåter ett senare datum. Delbetalning kan vara möjlig, och en medarbetare kan se på andra lösningar tillsammans med dig.
refused-payment-unavailable = Det går inte att betala här just nu, och inget har betalats. Försök igen om en stund, eller betala i din bank med uppgifterna på faktura { $number }.
refused-too-often = Betalningsdagarna för faktura { $number } har ändrats så många gånger som { $biller } tillåter. En medarbetare kan se på andra lösningar tillsammans med dig.
refused-postpone-due-date-too-often = Förfallodagen för faktura { $number } har flyttats så många gånger som { $biller } tillåter. Delbetalning kan vara möjlig, och en medarbetare kan se på andra lösningar tillsammans med dig.
refused-same-date = { $due } är redan förfallodag för faktura { $number }. Den kan flyttas till senast { $latest }.
refused-too-early = Den första delbetalningen på faktura { $number } kan förfalla tidigast { $earliest } och senast { $latest }.
refused-too-late = Den första delbetalningen på faktura { $number } kan förfalla senast { $latest }. Skulle det passa?
refused-in-the-past = Den dagen har redan passerat. För den första delbetalningen på faktura { $number } kan du välja vilken dag som helst från { $earliest } till { $latest }.
refused-postpone-due-date-has-plan = Faktura { $number } betalas i delbetalningar, så förfallodagarna följer avbetalningsplanen. Du kan ändra planen i stället, eller avsluta den.
refused-postpone-due-date-not-allowed = { $biller } tillåter inte att förfallodagen för faktura { $number } flyttas. Delbetalning kan vara möjlig, och en medarbetare kan se på andra lösningar tillsammans med dig.
refused-postpone-due-date-too-early = För faktura { $number } kan den nya förfallodagen vara tidigast { $earliest } och senast { $latest }.
refused-postpone-due-date-too-late = För faktura { $number } tillåter { $biller } en ny förfallodag senast { $latest }. Skulle det passa?
refused-postpone-due-date-in-the-past = Den dagen har redan passerat. För faktura { $number } kan du välja vilken ny förfallodag som helst från { $earliest } till { $latest }.
refused-create-payment-plan-not-allowed = { $biller } erbjuder inte delbetalning av faktura { $number } här. En senare förfallodag kan vara möjlig, och en medarbetare kan se på andra lösningar tillsammans med dig.
refused-too-many-instalments = Faktura { $number } kan här delas upp i högst { $most } delbetalningar. En medarbetare kan se på en längre plan tillsammans med dig. Skulle { $most } delbetalningar passa?
refused-too-few-instalments = En avbetalningsplan har minst två delbetalningar. För faktura { $number } kan det vara högst { $most }.
refused-instalment-too-small = Med så många delbetalningar skulle varje del bli mindre än { $biller } tillåter. Faktura { $number } kan delas upp i högst { $most }. Skulle det passa?
refused-amount-too-small = Det som är kvar att betala på faktura { $number } är för lite för att delas upp. En medarbetare kan se på andra lösningar tillsammans med dig.
refused-start-payment-amount-too-small = Beloppet måste vara större än noll. { $most } är kvar att betala på faktura { $number }.
refused-amount-too-large = { $most } är kvar att betala på faktura { $number }, så du behöver inte betala mer än så. Vill du betala det?
refused-no-partial-payments = För faktura { $number } tar { $biller } bara emot hela beloppet, { $least }. Delbetalning kan vara möjlig. Vill du betala hela beloppet?
refused-nothing-to-refund = Jag ser inte att det har betalats för mycket på faktura { $number }, så det finns inget att betala tillbaka. En medarbetare kan leta efter en betalning som inte syns här.
refused-iban-unreadable = Jag kan inte läsa det som ett kontonummer. Skriv IBAN-numret: det börjar med landets två bokstäver, och sedan följer siffror.
refused-iban-length = Kontonumret är för kort eller för långt. Ett IBAN-nummer har 18 tecken i Finland, 24 i Sverige och 15 i Norge.
refused-iban-checksum = Något tecken i kontonumret verkar vara fel, för kontrollsiffrorna stämmer inte. Jämför det med numret från din bank och skriv det igen.
refused-iban-country = Pengarna kan bara skickas till ett konto i det land där du är kund. Om du inte har något konto där kan en medarbetare hjälpa dig.
refused-email-invalid = Det ser inte ut som en e-postadress. Skriv den igen, till exempel namn@example.com.
refused-own-email = Det är din egen e-postadress, och du ser redan faktura { $number }. Skriv den andra personens adress.
refused-already-authorized = Personen har redan behörighet till faktura { $number }. Ta först tillbaka behörigheten om du vill ändra den.
refused-until-in-the-past = Den dagen har redan passerat. Behörigheten kan gälla till och med { $latest } som längst.
refused-until-too-late = Behörigheten kan gälla till och med { $latest } som längst. Skulle det passa?
refused-no-such-authorization = Jag hittar inte den behörigheten till faktura { $number }, så det finns inget att ta tillbaka.
refused-dispute-invoice-paid = Faktura { $number } är betald, så det finns inget inkasso att pausa. Om något var fel med den kan en medarbetare se på saken tillsammans med dig.
refused-dispute-invoice-credited = Faktura { $number } är krediterad: du behöver inte betala den, och det finns inget kvar att bestrida.
refused-dispute-invoice-disputed = Faktura { $number } är redan bestridd. Påminnelser och inkasso är pausade, och en medarbetare utreder saken.
refused-dispute-invoice-legal = Faktura { $number } är under rättslig indrivning, och då kan jag inte ta emot ett bestridande. En medarbetare kan berätta hur fakturan kan bestridas i det läget.
refused-postpone-due-date-nothing-possible = Ingen av dina fakturor har en förfallodag som kan flyttas nu. En medarbetare kan se på andra lösningar tillsammans med dig.
refused-create-payment-plan-nothing-possible = Ingen av dina fakturor kan delas upp i delbetalningar nu. En medarbetare kan se på andra lösningar tillsammans med dig.
refused-change-payment-plan-nothing-possible = Du har ingen avbetalningsplan som kan ändras. En medarbetare kan se på andra lösningar tillsammans med dig.
refused-cancel-payment-plan-nothing-possible = Du har ingen avbetalningsplan som kan avslutas.
refused-set-refund-account-nothing-possible = Jag ser inte att du har betalat för mycket på någon faktura, så det finns inget att betala tillbaka. En medarbetare kan leta efter en betalning som inte syns här.
refused-authorize-person-nothing-possible = Du har ingen egen faktura som du kan ge någon behörighet till.
refused-revoke-authorization-nothing-possible = Du har inte gett någon behörighet som kan tas tillbaka.
refused-dispute-invoice-nothing-possible = Du har ingen faktura som kan bestridas här. En medarbetare kan se på vilken faktura som helst tillsammans med dig.
refused-start-payment-nothing-possible = Inget är kvar att betala på någon av dina fakturor.

## Människor
handoff = { $reason ->
    [asked_for_person] En medarbetare i kundtjänst svarar dig här.
    [dispute] En medarbetare utreder det här. Du behöver inte förklara igen: ditt meddelande följer med.
    [hardship] Tack för att du berättar. En medarbetare hjälper dig att hitta en lösning.
    [fraud] En medarbetare utreder det här först. Betala inte förrän det är kontrollerat, och lämna aldrig ut koder eller lösenord till någon. Har du redan lämnat ut dem eller betalat, ring din bank genast.
    [death] Jag beklagar sorgen. En medarbetare går igenom fakturorna med dig och berättar vilka handlingar som behövs. Du behöver inte skicka något än.
    [guardianship] Tack för att du berättar. En medarbetare förklarar vilket intyg som behövs och går igenom fakturorna med dig. Du behöver inte skicka några handlingar än.
    [insolvency] Tack för att du berättar. En medarbetare tittar på vad det betyder för dina fakturor. Fram till dess föreslår jag varken betalningar eller avbetalningsplaner.
    [threat] Jag har läst det du skrev och tar det på allvar. En medarbetare tar över härifrån.
    [self_harm] Jag är ledsen över att du har det så svårt. Det är bra att du skriver om det. Du är viktigare än alla fakturor. { $crisis } En medarbetare i kundtjänst svarar dig också här, men vänta inte på det om du inte känner dig trygg.
    [legal_threat] Jag har noterat det du skriver. En medarbetare går igenom ärendet och svarar dig här.
    [data_protection] En medarbetare tar hand om ärenden om personuppgifter, och din begäran följer med som du skrev den. Enligt lag ska du få svar inom en månad. Skriv inte ditt personnummer här.
    [anger] Jag beklagar att det har blivit så här. En medarbetare tittar på det tillsammans med dig.
    [identity] En medarbetare behöver först ta reda på vems fakturor det gäller. Fram till dess visar jag inga uppgifter om dem.
    [beyond_policy] Det kan jag inte besluta om. En medarbetare tittar på vad som är möjligt.
    [not_understood] Jag förstod tyvärr inte ditt meddelande. En medarbetare hjälper dig.
   *[assistant_unavailable] Jag kan tyvärr inte svara just nu. En medarbetare svarar dig i stället.
} { $position ->
    [one] Du är först i kön.
   *[other] Du är nummer { $position } i kön.
} Du kan stänga fönstret: svaret väntar på dig här.
crisis-help = Om ditt liv är i fara, ring { $emergency } nu. { $always ->
    [yes] Du kan prata med någon dygnet runt: { $line }, { $phone }.
   *[no] Du kan också prata med någon: { $line }, { $phone }.
}
answer-expected = { $state ->
    [open] Kundtjänst har öppet nu. Du får vanligtvis svar senast { $when }.
    [unattended] Du får vanligtvis svar senast { $when }.
   *[closed] Kundtjänst har stängt nu och öppnar { $opens }. Du får vanligtvis svar senast { $when }.
}
claimed = { $agent } från kundtjänst är nu med i samtalet.
handed-back = AI-assistenten är tillbaka. Vad mer kan jag hjälpa till med?
closed = Samtalet är avslutat. Du kan börja ett nytt när som helst.
reason = { $reason ->
    [asked_for_person] Bad att få prata med en människa
    [dispute] Bestrider fakturan
    [hardship] Betalningssvårigheter
    [fraud] Misstänkt bedrägeri
    [death] Dödsfall
    [guardianship] God man eller förvaltare
    [insolvency] Insolvens
    [threat] Hot mot människor
    [self_harm] Självskada: brådskande
    [legal_threat] Hotar med rättsliga åtgärder
    [data_protection] Begäran om personuppgifter
    [anger] Mycket arg
    [identity] Oklart vem som skriver
    [beyond_policy] Överenskommelse utanför reglerna
    [not_understood] Assistenten förstod inte
   *[assistant_unavailable] Assistenten var inte tillgänglig
}
person-button = Prata med en medarbetare

## Småprat och gränser
smalltalk = Hej! Jag är MyRopos AI-assistent. Jag kan visa dina fakturor och brev, förklara avgifter och hjälpa dig att betala, flytta en förfallodag eller delbetala. Jag kan också hjälpa dig att få tillbaka det du har betalat för mycket, ge någon annan behörighet eller få kontakt med en medarbetare.
smalltalk-sorry = Jag beklagar att det här har varit krångligt. Skriv kort vad du behöver, eller välj här nedanför att prata med en medarbetare.
smalltalk-bye = Hej då, och ha det så bra! Jag finns här dygnet runt om det är något.
smalltalk-bot = Jag är MyRopos AI-assistent, ett datorprogram och ingen människa. Jag hjälper till med fakturor och betalningar och kopplar dig till en människa när du vill.
smalltalk-fine = Tack, bara bra. Jag är en AI, så jag blir aldrig trött. Vad kan jag hjälpa dig med?
smalltalk-fun = Jag är bättre på fakturor än på skämt. Ska vi titta på dina?
smalltalk-again = Hej igen! Vad kan jag hjälpa till med?
language-changed = Självklart, vi fortsätter på svenska. Hur kan jag hjälpa dig?
thanks = Varsågod. Kan jag hjälpa dig med något mer som gäller dina fakturor?
out-of-scope = Här kan jag bara hjälpa till med fakturor och betalningar: vad du ska betala, avgifter och brev, betalning, förfallodagar och delbetalning, återbetalning och behörigheter samt kontakt med en medarbetare.
not-understood = Jag är inte säker på vad du menar. Är det något av det här?
suggest-invoices = Vad är jag skyldig?
suggest-pay = Jag vill betala en faktura
suggest-postpone = Flytta en förfallodag
suggest-plan = Betala i delbetalningar
suggest-change-plan = Ändra avbetalningsplanen
suggest-end-plan = Avsluta avbetalningsplanen
suggest-refund = Få tillbaka det jag har betalat för mycket
suggest-fees = Vad kostar en påminnelse?

## Fel
error-bad-frame = Det gick inte att läsa
error-bad-frame-detail = Skicka ett JSON-objekt som textram.
error-unknown-type = Okänd begäran
error-unknown-type-detail = Se protokollet för de typer som finns.
error-invalid-field = Något saknas eller är fel
error-invalid-field-detail = Kontrollera fälten i begäran.
error-too-large = Det är för stort
error-too-large-detail = Skicka mindre åt gången.
error-hello-first = Börja med en hälsning
error-hello-first-detail = Den första ramen måste vara av typen hello.
error-message-empty = Meddelandet är tomt
error-message-empty-detail = Skriv något och skicka igen.
error-message-too-long = Meddelandet är för långt
error-message-too-long-detail = Meddelandet får ha högst 4 000 tecken. Inget har gått förlorat: korta ner det och skicka igen.
error-thread-not-found = Samtalet hittades inte
error-thread-not-found-detail = Det finns inte eller är inte ditt. Börja ett nytt samtal.
error-thread-closed = Samtalet är avslutat
error-thread-closed-detail = Börja ett nytt samtal.
error-proposal-not-found = Inget att bekräfta
error-proposal-not-found-detail = Ändringen finns inte. Be om den igen.
error-proposal-expired = Tiden för att bekräfta har gått ut
error-proposal-expired-detail = Inget ändrades. Be om ändringen igen.
error-proposal-changed = Fakturan har ändrats under tiden
error-proposal-changed-detail = Inget ändrades. Fråga igen så ser du de villkor som gäller nu.
error-proposal-already-confirmed = Redan bekräftat
error-proposal-already-confirmed-detail = Ändringen är gjord en gång och görs inte igen.
error-proposal-closed = Ändringen är tillbakadragen
error-proposal-closed-detail = Inget ändrades. Be om den igen om du vill ha den.
error-not-yours = Inte ditt samtal
error-not-yours-detail = Ta över samtalet först.
error-already-claimed = Väntar inte längre
error-already-claimed-detail = Någon annan har tagit över samtalet.
error-invoice-not-found = Fakturan hittades inte
error-invoice-not-found-detail = Den finns inte eller är inte din. Kontrollera numret eller MyRopo-id:t.
error-sign-in-needed = Logga in
error-sign-in-needed-detail = Din session har gått ut. Logga in och fortsätt.
error-invoice-ambiguous = Flera fakturor har det här numret
error-invoice-ambiguous-detail = Använd det MyRopo-id som står på fakturan.
error-letter-not-found = Brevet hittades inte
error-letter-not-found-detail = Det finns inte eller är inte ditt.
error-payment-not-found = Betalningen hittades inte
error-payment-not-found-detail = Den finns inte eller är inte din.
error-payment-unavailable = Det går inte att betala just nu
error-payment-unavailable-detail = Inget har betalats. Försök igen om en stund, eller betala i din bank med uppgifterna på fakturan.
error-payment-mismatch = Beloppen stämmer inte överens
error-payment-mismatch-detail = Det belopp som rapporterades är inte det som begärdes. En medarbetare utreder saken.
error-not-found = Hittades inte
error-not-found-detail = Det finns inte eller är inte ditt.
error-method-not-allowed = Det går inte att göra här
error-method-not-allowed-detail = Den här adressen tar inte emot den sortens begäran.
error-other-site = Begäran kom från en annan webbplats
error-other-site-detail = Inget är ändrat. Öppna MyRopo och försök igen.
error-step-up-needed = Legitimera dig
error-step-up-needed-detail = Inget är ändrat ännu. Legitimera dig och bekräfta igen.
error-policy-refused = Det är inte möjligt för den här fakturan
error-policy-refused-detail = Inget ändrades. Fråga vad som är möjligt i stället, eller be att få prata med en medarbetare.
error-proposal-refused = Det här kan inte bekräftas
error-proposal-refused-detail = Inget ändrades. Be om ändringen igen.
error-ledger-error = Det gick inte att göra
error-ledger-error-detail = Inget ändrades. Försök igen, eller be att få prata med en medarbetare.
error-idempotency-key-missing = Begäran saknar nyckel
error-idempotency-key-missing-detail = Skicka huvudet Idempotency-Key med ett eget värde.
error-idempotency-key-reused = Nyckeln är redan använd
error-idempotency-key-reused-detail = Inget ändrades. Skicka en ny nyckel med en ny begäran.
error-still-running = Samma begäran pågår fortfarande
error-still-running-detail = Vänta en stund och skicka begäran igen med samma nyckel.
error-bad-signature = Signaturen stämmer inte
error-bad-signature-detail = Meddelandet godtogs inte, och inget ändrades.
error-internal = Något gick fel hos oss
error-internal-detail = Inget ändrades. Försök igen om en stund, eller be att få prata med en medarbetare.
error-too-many-messages = Det kom många meddelanden på kort tid
error-too-many-messages-detail = Inget har gått förlorat: vänta en liten stund och skicka meddelandet igen.
error-attachment-not-found = Filen hittades inte
error-attachment-not-found-detail = Den finns inte, är inte din eller skickades i ett annat samtal. Bifoga den igen.
error-attachment-refused = Den här filen går inte att skicka
error-attachment-refused-detail = Du kan skicka PDF, PNG eller JPEG. Om filen redan har ett av de formaten kan du spara den på nytt i programmet den skapades i och försöka igen.
error-attachment-empty = Filen är tom
error-attachment-empty-detail = Kontrollera filen och bifoga den igen.
error-attachment-too-large = Filen är för stor
error-attachment-too-large-detail = En fil får vara högst 10 MB. Skicka en mindre bild, eller dela upp sidorna på flera filer.
error-too-many-attachments = Det kom många filer på kort tid
error-too-many-attachments-detail = Den här filen sparades inte. Vänta en timme och bifoga den igen.
error-attachments-unavailable = Det går inte att hantera filer just nu
error-attachments-unavailable-detail = Inget sparades. Försök igen om en stund, eller skriv utan filen.
error-too-many-frames = Det gick för fort
error-too-many-frames-detail = Inget har gått förlorat: vänta några sekunder och försök igen.
error-supervisor-only = Det här får bara en teamledare göra
error-supervisor-only-detail = Be en teamledare om hjälp eller lämna över samtalet.
error-sender-blocked = Du kan inte skriva till oss just nu
error-sender-blocked-detail = Vi tar för närvarande inte emot meddelanden från dig. Du kan fortfarande ringa kundtjänst: numret står på din faktura.
error-shortcut-taken = Kortkommandot används redan
error-shortcut-taken-detail = Det används av ett annat svar för samma team och språk. Välj ett annat.
error-unknown-placeholder = Okänt fält
error-unknown-placeholder-detail = Använd bara de fält som erbjuds.
error-copilot-failed = Ingen användbar text kom tillbaka
error-copilot-failed-detail = Modellen svarade inte i tid eller ändrade en siffra, ett datum eller en referens. Försök igen eller skriv själv.
error-copilot-unavailable = Det här kräver en extern språkmodell
error-copilot-unavailable-detail = Översättning och omformulering kräver en extern språkmodell, eftersom den inbyggda skriver för dåligt.

## Meddelandecentral och e-post
thread-begun = Ditt meddelande har kommit fram. AI-assistenten svarar vanligtvis inom en minut, och du kan när som helst be att få prata med en medarbetare.
mail-subject = Du har fått ett svar i MyRopo
mail-body = Hej!

    { $who ->
        [assistant] MyRopos AI-assistent har svarat på ditt meddelande.
       *[person] Kundtjänst har svarat på ditt meddelande.
    } För att skydda din integritet visas svaret inte i det här mejlet. Logga in för att läsa det:

    { $link }

    Det här mejlet har skickats automatiskt, och svar på det läses inte.

    MyRopo

## När mindre är möjligt
limited-today = I dag fungerar jag med vissa begränsningar: jag förstår knappar och korta meddelanden bäst.
articles-only = Jag kan inte se dina egna ärenden just nu. Så här står det på våra hjälpsidor:
one-at-a-time = Jag kan förbereda en ändring i taget: berätta om den andra när du har svarat på den här.
suggest-list = Visa mina obetalda fakturor
suggest-paid = Visa mina betalda fakturor
suggest-one = Visa en av mina fakturor
suggest-letters = Visa mina brev
suggest-contact = Vem kan jag ringa?
suggest-authorize = Ge någon annan behörighet
suggest-revoke = Ta tillbaka en behörighet
suggest-dispute = En faktura är fel
suggest-hardship = Jag kan inte betala alls
suggest-fraud = Jag misstänker bedrägeri

## I väntan på en medarbetare
queue-place = { $position ->
    [one] Du är först i kön.
   *[other] Du är nummer { $position } i kön.
}
queue-late = Det tar längre tid än vi lovade, och det beklagar vi. Du behåller din plats i kön.
wait-changed = { $state ->
    [closed] Vi hann tyvärr inte svara dig innan vi stängde. Du behåller din plats i kön.
   *[unattended] Ingen i kundtjänst kan svara just nu. Du behåller din plats i kön.
}
left-queue = Du har lämnat kön. Nu är jag här igen och hjälper dig gärna.
returned = { $agent } är inte längre tillgänglig. Du behåller din plats i kön, och nästa lediga medarbetare svarar dig.
transferred = Ditt samtal fortsätter med { $to }. Du behöver inte förklara allt igen.
transferred-to-team = Ditt samtal går vidare till ett annat team i kundtjänst. Du behöver inte förklara allt igen.
escalated = En teamledare i kundtjänst tittar på ärendet och svarar dig här.
merged = Vi har slagit ihop dina två samtal. Vi svarar dig i det andra.
rating-request = Hur gick det? Det räcker med ett tryck.
rating-assistant = AI-assistent
