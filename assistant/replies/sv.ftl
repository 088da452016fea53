# Det som assistenten säger själv. Belopp och datum kommer färdigt formaterade.

## Fakturor
invoices-none = Jag ser inga öppna fakturor i ditt namn.
invoices-none-of-any-kind = Jag ser inga fakturor i ditt namn. Om det står ett MyRopo-id på brevet kan du öppna fakturan med det.
invoices-open = { $count ->
    [one] Du har en öppen faktura på { $total }.
   *[other] Du har { $count } öppna fakturor på sammanlagt { $total }.
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
col-stage = Status
col-total = Summa
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
invoice-fees = I beloppet ingår avgifter på { $fees }.
invoice-part-paid = Du har betalat { $paid } av { $total }.
invoice-settled = Faktura { $number } från { $biller } är betald. Summan var { $total }.
invoice-credit = Du har betalat { $over } för mycket på faktura { $number } från { $biller }. Du får tillbaka det överskjutande beloppet.
invoice-contact = Frågor om själva köpet besvaras bäst av { $biller }: { $phone }.
invoice-not-found = Jag hittar inte den fakturan bland dina. Kontrollera numret eller titta i din fakturalista.
invoice-which = Vilken faktura menar du?
invoice-choice = { $number } · { $biller } · { $left }

## Kunskap
knowledge-none = Det vet jag inte, och jag vill inte gissa. En medarbetare i kundtjänst kan hjälpa dig.
knowledge-fallback = Den här informationen finns bara på engelska:

## Flytta förfallodag
postpone-none = Ingen av dina fakturor har en förfallodag som kan flyttas nu. En medarbetare kan se på andra lösningar tillsammans med dig.
postpone-when = Till vilken dag vill du flytta faktura { $number } ({ $biller })? Du kan välja vilken dag som helst från { $earliest } till { $latest }. { $fee ->
    [free] Det kostar ingenting.
   *[other] Det kostar { $fee }.
}
postpone-card = Kontrollera ändringen. Den görs när du trycker på Bekräfta.
refused-paid = Faktura { $number } är betald, så det finns ingen förfallodag att flytta.
refused-legal = Faktura { $number } är under rättslig indrivning, så jag kan inte flytta förfallodagen. En medarbetare kan se på det tillsammans med dig.
refused-disputed = Faktura { $number } är bestridd, och inkassot är pausat medan den utreds. En medarbetare sköter ärendet.
refused-credited = Faktura { $number } är krediterad, så det finns inget att betala.
refused-limit-reached = Förfallodagen för faktura { $number } har flyttats så långt som { $biller } tillåter. En medarbetare kan se på andra lösningar tillsammans med dig, till exempel delbetalning.
refused-too-early = För faktura { $number } kan den nya förfallodagen vara tidigast { $earliest } och senast { $latest }.
refused-too-late = För faktura { $number } tillåter { $biller } en ny förfallodag senast { $latest }. Skulle det passa?
refused-same-date = { $date } är redan förfallodag för faktura { $number }. Den kan flyttas till senast { $latest }.
refused-in-the-past = { $date } har redan passerat. Du kan välja vilken dag som helst från { $earliest } till { $latest }.
card-title = Flytta förfallodagen
card-due-date = Förfallodag
card-fee = Avgift
card-total = Att betala
card-free = Kostnadsfritt
card-next = När du bekräftar gäller den nya förfallodagen direkt, och ingen påminnelse skickas före den.
card-expires = Gäller till kl. { $time }
receipt-title = Förfallodagen är flyttad
receipt-new-date = Ny förfallodag
receipt-text = Klart. Den nya förfallodagen för faktura { $number } ({ $biller }) är { $date }. Att betala: { $total }.
proposal-cancelled = Förfallodagen ändrades inte.
proposal-superseded = Ändringen gjordes inte, eftersom samtalet övergick till något annat.
proposal-expired = Tiden för att bekräfta har gått ut. Inget ändrades.
press-confirm = Inget är ändrat ännu. Tryck på Bekräfta på kortet ovanför, eller på Avbryt om du inte vill ha ändringen.

## Människor
handoff = { $reason ->
    [asked_for_person] En medarbetare i kundtjänst svarar dig här.
    [dispute] En medarbetare utreder det här. Du behöver inte förklara igen: ditt meddelande följer med.
    [hardship] Tack för att du berättar. En medarbetare hjälper dig att hitta en lösning.
    [fraud] En medarbetare utreder det här först. Betala inte innan dess, och lämna aldrig ut dina bankkoder till någon.
    [not_understood] Jag förstod tyvärr inte ditt meddelande. En medarbetare hjälper dig.
   *[assistant_unavailable] Jag kan tyvärr inte svara just nu. En medarbetare svarar dig i stället.
} { $position ->
    [one] Du är först i kön.
   *[other] Du är nummer { $position } i kön.
} Du kan stänga fönstret: svaret väntar på dig här.
claimed = { $agent } från kundtjänst är nu med i samtalet.
handed-back = AI-assistenten är tillbaka. Vad mer kan jag hjälpa till med?
closed = Samtalet är avslutat. Du kan börja ett nytt när som helst.
reason = { $reason ->
    [asked_for_person] Bad att få prata med en människa
    [dispute] Bestrider fakturan
    [hardship] Betalningssvårigheter
    [fraud] Misstänkt bedrägeri
    [not_understood] Assistenten förstod inte
   *[assistant_unavailable] Assistenten var inte tillgänglig
}
person-button = Prata med en medarbetare

## Småprat och gränser
smalltalk = Hej! Jag är MyRopos AI-assistent. Jag kan visa dina fakturor, förklara avgifter och brev, flytta förfallodagar och koppla dig till en medarbetare.
thanks = Varsågod. Kan jag hjälpa dig med något mer som gäller dina fakturor?
out-of-scope = Här kan jag bara hjälpa till med fakturor och betalningar: vad du ska betala, avgifter och brev, förfallodagar och kontakt med en medarbetare.
not-understood = Jag är inte säker på vad du menar. Är det något av det här?
suggest-invoices = Vad är jag skyldig?
suggest-postpone = Flytta en förfallodag
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
error-message-too-long-detail = Högst 4 000 tecken. Inget har gått förlorat: korta ner det och skicka igen.
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
error-invoice-not-found-detail = Den finns inte eller är inte din. Kontrollera numret eller ditt MyRopo-id.
error-sign-in-needed = Logga in
error-sign-in-needed-detail = Din session har gått ut. Logga in och fortsätt.
error-internal = Något gick fel hos oss
error-internal-detail = Inget ändrades. Försök igen om en stund, eller be att få prata med en medarbetare.
