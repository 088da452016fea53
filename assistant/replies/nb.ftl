# Det assistenten sier selv. Beløp og datoer kommer ferdig formatert.

## Fakturaer
invoices-none = Jeg ser ingen åpne fakturaer registrert på deg.
invoices-none-of-any-kind = Jeg ser ingen fakturaer registrert på deg. Hvis det står en MyRopo-ID på brevet, kan du åpne fakturaen med den.
invoices-open = { $count ->
    [one] Du har én åpen faktura på { $total }.
   *[other] Du har { $count } åpne fakturaer på til sammen { $total }.
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
col-left = Igjen å betale
col-stage = Status
col-total = Sum
stage = { $stage ->
    [open] Faktura
    [reminder] Purring
    [collection] Inkasso
    [legal] Rettslig inndriving
    [paid] Betalt
    [disputed] Bestridt
   *[credited] Kreditert
}
invoice-owed = Faktura { $number } fra { $biller }: { $left } gjenstår å betale. Forfallsdatoen er { $due }.
invoice-owed-late = Faktura { $number } fra { $biller }: { $left } gjenstår å betale. Forfallsdatoen var { $due }, for { $days ->
    [one] én dag
   *[other] { $days } dager
} siden.
invoice-fees = Beløpet inkluderer { $fees } i gebyrer.
invoice-part-paid = Du har betalt { $paid } av { $total }.
invoice-settled = Faktura { $number } fra { $biller } er betalt. Summen var { $total }.
invoice-credit = Du har betalt { $over } for mye på faktura { $number } fra { $biller }. Det overskytende får du tilbake.
invoice-contact = Spørsmål om selve kjøpet besvares best av { $biller }: { $phone }.
invoice-not-found = Jeg finner ikke den fakturaen blant dine. Sjekk nummeret, eller se i fakturalisten din.
invoice-which = Hvilken faktura mener du?
invoice-choice = { $number } · { $biller } · { $left }

## Kunnskap
knowledge-none = Det vet jeg ikke, og jeg vil ikke gjette. En medarbeider på kundeservice kan hjelpe deg.
knowledge-fallback = Denne informasjonen finnes bare på engelsk:

## Utsette forfall
postpone-none = Ingen av fakturaene dine har en forfallsdato som kan flyttes nå. En medarbeider kan se på andre løsninger sammen med deg.
postpone-when = Til hvilken dato vil du flytte faktura { $number } ({ $biller })? Du kan velge hvilken dag som helst fra { $earliest } til { $latest }. { $fee ->
    [free] Det koster ingenting.
   *[other] Det koster { $fee }.
}
postpone-card = Se over endringen. Den gjøres når du trykker på Bekreft.
refused-paid = Faktura { $number } er betalt, så det er ingen forfallsdato å flytte.
refused-legal = Faktura { $number } er under rettslig inndriving, så jeg kan ikke flytte forfallsdatoen. En medarbeider kan se på saken sammen med deg.
refused-disputed = Faktura { $number } er bestridt, og inkassosaken er satt på pause mens den undersøkes. En medarbeider følger opp.
refused-credited = Faktura { $number } er kreditert, så det er ingenting å betale.
refused-limit-reached = Forfallsdatoen for faktura { $number } er flyttet så langt som { $biller } tillater. En medarbeider kan se på andre løsninger sammen med deg, for eksempel avdrag.
refused-too-early = For faktura { $number } kan den nye forfallsdatoen tidligst være { $earliest } og senest { $latest }.
refused-too-late = For faktura { $number } tillater { $biller } ny forfallsdato senest { $latest }. Passer det?
refused-same-date = { $date } er allerede forfallsdatoen for faktura { $number }. Den kan flyttes til senest { $latest }.
refused-in-the-past = { $date } er allerede passert. Du kan velge hvilken som helst dag fra { $earliest } til { $latest }.
card-title = Flytt forfallsdatoen
card-due-date = Forfallsdato
card-fee = Gebyr
card-total = Å betale
card-free = Gratis
card-next = Når du bekrefter, gjelder den nye forfallsdatoen med en gang, og det sendes ingen purring før den.
card-expires = Gjelder til kl. { $time }
receipt-title = Forfallsdatoen er flyttet
receipt-new-date = Ny forfallsdato
receipt-text = Ferdig. Den nye forfallsdatoen for faktura { $number } ({ $biller }) er { $date }. Å betale: { $total }.
proposal-cancelled = Forfallsdatoen ble ikke endret.
proposal-superseded = Endringen ble ikke gjort, fordi samtalen gikk videre til noe annet.
proposal-expired = Fristen for å bekrefte er ute. Ingenting ble endret.
press-confirm = Ingenting er endret ennå. Trykk på Bekreft på kortet over, eller på Avbryt hvis du ikke vil ha endringen.

## Mennesker
handoff = { $reason ->
    [asked_for_person] En medarbeider på kundeservice svarer deg her.
    [dispute] En medarbeider undersøker saken. Du trenger ikke å forklare på nytt: meldingen din følger med.
    [hardship] Takk for at du sier fra. En medarbeider hjelper deg med å finne en løsning.
    [fraud] En medarbeider undersøker dette først. Ikke betal før det, og gi aldri bankkodene dine til noen.
    [not_understood] Jeg forsto dessverre ikke meldingen din. En medarbeider hjelper deg.
   *[assistant_unavailable] Jeg kan dessverre ikke svare akkurat nå. En medarbeider svarer deg i stedet.
} { $position ->
    [one] Du er først i køen.
   *[other] Du er nummer { $position } i køen.
} Du kan lukke vinduet: svaret venter på deg her.
claimed = { $agent } fra kundeservice er nå med i samtalen.
handed-back = KI-assistenten er tilbake. Hva mer kan jeg hjelpe med?
closed = Samtalen er avsluttet. Du kan starte en ny når som helst.
reason = { $reason ->
    [asked_for_person] Ba om å få snakke med et menneske
    [dispute] Bestrider fakturaen
    [hardship] Betalingsproblemer
    [fraud] Mistanke om svindel
    [not_understood] Assistenten forsto ikke
   *[assistant_unavailable] Assistenten var ikke tilgjengelig
}
person-button = Snakk med en medarbeider

## Småprat og grenser
smalltalk = Hei! Jeg er MyRopos KI-assistent. Jeg kan vise fakturaene dine, forklare gebyrer og brev, flytte forfallsdatoer og sette deg i kontakt med en medarbeider.
thanks = Bare hyggelig. Er det noe mer jeg kan hjelpe deg med om fakturaene dine?
out-of-scope = Her kan jeg bare hjelpe med fakturaer og betalinger: hva du skylder, gebyrer og brev, forfallsdatoer og kontakt med en medarbeider.
not-understood = Jeg er ikke sikker på hva du mener. Er det noe av dette?
suggest-invoices = Hva skylder jeg?
suggest-postpone = Flytt en forfallsdato
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
error-message-too-long-detail = Høyst 4 000 tegn. Ingenting er tapt: kort den ned og send på nytt.
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
error-internal = Noe gikk galt hos oss
error-internal-detail = Ingenting ble endret. Prøv igjen om litt, eller be om å få snakke med en medarbeider.
