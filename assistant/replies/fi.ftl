# Mitä avustaja sanoo itse. Summat ja päivät tulevat valmiiksi muotoiltuina.

## Laskut
invoices-none = Nimelläsi ei ole avoimia laskuja.
invoices-none-of-any-kind = Nimelläsi ei näy laskuja. Jos kirjeessä on MyRopo-tunnus, voit avata laskun sen avulla.
invoices-open = { $count ->
    [one] Sinulla on yksi avoin lasku. Maksettavaa on { $total }.
   *[other] Sinulla on { $count } avointa laskua, yhteensä { $total }.
}
invoices-open-late = { $late ->
    [one] Niistä yksi on erääntynyt.
   *[other] Niistä { $late } on erääntynyt.
}
invoices-open-only-late = Se on erääntynyt.
invoices-paid = { $count ->
    [one] Sinulla on yksi maksettu lasku.
   *[other] Sinulla on { $count } maksettua laskua.
}
invoices-paid-none = Nimelläsi ei ole maksettuja laskuja.
invoices-all = { $count ->
    [one] Sinulla on täällä yksi lasku.
   *[other] Sinulla on täällä { $count } laskua.
}
col-invoice = Lasku
col-due = Eräpäivä
col-left = Maksettavaa
stage = { $stage ->
    [open] Lasku
    [reminder] Muistutus
    [collection] Perintä
    [legal] Oikeudellinen perintä
    [paid] Maksettu
    [disputed] Kiistetty
   *[credited] Hyvitetty
}
invoice-owed = Lasku { $number }, { $biller }: maksettavaa on { $left }. Eräpäivä on { $due }.
invoice-owed-late = Lasku { $number }, { $biller }: maksettavaa on { $left }. Eräpäivä oli { $due }, { $days ->
    [one] eilen
   *[other] { $days } päivää sitten
}.
invoice-part-paid = Koko summa on { $total }, ja siitä on maksettu { $paid }.
invoice-owed-plan = Lasku { $number }, { $biller }: maksettavaa on { $left }, ja maksat sen erissä.
invoice-plan-next = Seuraava erä on { $amount }, ja sen eräpäivä on { $due }. { $count ->
    [one] Se on viimeinen erä.
   *[other] Eriä on jäljellä { $count }.
}
invoice-plan-late = Erän ({ $amount }) eräpäivä oli { $due }. { $count ->
    [one] Se on viimeinen erä.
   *[other] Eriä on jäljellä { $count }.
}
invoice-credited = Lasku { $number }, { $biller }, on hyvitetty, joten siitä ei ole maksettavaa.
invoice-fees = Laskuun on lisätty kuluja { $fees }.
invoice-interest = Laskuun on lisätty viivästyskorkoa { $interest }.
invoice-fees-interest = Laskuun on lisätty kuluja { $fees } ja viivästyskorkoa { $interest }.
invoice-disputed = Lasku on kiistetty. Muistutukset ja perintä on keskeytetty siksi aikaa kun asiakaspalvelija selvittää asiaa.
invoice-legal = Lasku on oikeudellisessa perinnässä, ja sitä voi käsitellä tuomioistuin tai ulosotto. Voit silti maksaa sen täällä, ja asiakaspalvelija voi kertoa lisää.
balance-none = Sinulla ei ole maksettavaa.
balance-owed = { $count ->
    [one] Yhdestä laskusta on maksettavaa { $total }.
   *[other] Maksettavaa on { $count } laskusta yhteensä { $total }.
}
balance-added = Kulujen ja korkojen osuus on { $fees }.
balance-overpaid = Liikaa on maksettu { $over }. Ylimääräinen summa voidaan palauttaa pankkitilille.
invoice-settled = Lasku { $number }, { $biller }, on maksettu. Summa oli { $total }.
invoice-credit = Laskusta { $number } ({ $biller }) on maksettu { $over } liikaa. Ylimääräinen summa voidaan palauttaa.
invoice-contact = Ostosta koskeviin kysymyksiin vastaa parhaiten { $biller }: { $phone }.
invoice-not-found = En löydä tuota laskua laskujesi joukosta. Tarkista numero tai katso laskuluetteloasi.
invoice-choice = { $number } · { $biller } · { $left }
col-part = Erittely
col-amount = Summa
col-date = Päivä
col-letter = Kirje
part-fees = Kulut
part-paid = Maksettu
part-over = Maksettu liikaa
kind-principal = Laskun summa
kind-reminder-fee = Muistutusmaksu
kind-collection-fee = Perintäkulut
kind-late-payment-compensation = Vakiokorvaus perintäkuluista
kind-interest = Viivästyskorko
kind-due-date-change-fee = Maksu eräpäivän siirrosta
kind-payment-plan-fee = Maksu maksusuunnitelmasta
kind-credit = Hyvitys
kind-payment = Maksusuoritus
kind-refund = Palautus

## Tieto
knowledge-none = En tiedä vastausta tähän enkä halua arvailla. Asiakaspalvelija voi auttaa.
knowledge-fallback = { $spoken ->
    [nb] Tämä tieto on saatavilla vain norjaksi:
    [sv] Tämä tieto on saatavilla vain ruotsiksi:
    [fi] Tämä tieto on saatavilla vain suomeksi:
   *[en] Tämä tieto on saatavilla vain englanniksi:
}
notice-disruption = Häiriötiedote: { $text }
notice-news = Tiedote: { $text }
notices-none = Juuri nyt ei ole tiedotteita eikä tiedossa olevia häiriöitä.

## Kirjeet, yhteystiedot ja maksaminen
letters-found = { $count ->
    [one] Löysin yhden kirjeen.
   *[other] Löysin { $count } kirjettä, uusin ensin.
}
letters-none = En löydä sinulle lähetettyjä kirjeitä.
letters-none-invoice = En löydä kirjeitä, jotka koskevat laskua { $number }.
letters-open = Avaa uusin: { $kind }, { $date }
letter-invoice = Lasku
letter-reminder = Maksumuistutus
letter-collection-notice = Ennakkoilmoitus perinnästä
letter-collection-letter = Maksuvaatimus
letter-second-collection-letter = Toinen maksuvaatimus
letter-legal-notice = Ilmoitus oikeudellisesta perinnästä
contact-pay = Laskun { $number } maksamista koskeviin kysymyksiin vastataan numerossa { $phone }.
contact-hours = { $state ->
    [open] Puhelinpalvelu on nyt avoinna ({ $hours }).
   *[closed] Puhelinpalvelu on nyt suljettu. Se on avoinna { $hours }.
}
contact-biller = Ostosta koskeviin kysymyksiin vastaa { $biller }: { $phone }, { $website }, { $email }.
payment-start = Tästä pääset maksamaan laskua { $number } ({ $biller }). Maksettava summa on { $amount }. Mitään ei veloiteta, ennen kuin vahvistat maksun maksusivulla.
payment-button = Maksa { $amount }
payment-received = Olemme saaneet maksun: { $amount }, lasku { $number } ({ $biller }).
payment-left-none = Maksettavaa ei ole enää jäljellä.
payment-left = Maksettavaa on vielä { $left }.
payment-failed = Maksu { $amount } ei onnistunut. Lasku { $number } ({ $biller }) on ennallaan, ja voit yrittää uudelleen.

## Kysymykset asiakkaalle
# Vain yhden työkalun kysymyksen avaimessa on työkalun nimi.
asks-invoice = Mitä laskua tarkoitat?
asks-postpone-due-date-new-date = Mille päivälle haluat siirtää laskun { $number } ({ $biller }) eräpäivän? Voit valita minkä tahansa päivän väliltä { $earliest }–{ $latest }.
asks-new-date = Milloin haluat maksaa laskun { $number } ({ $biller }) ensimmäisen erän? Voit valita minkä tahansa päivän väliltä { $earliest }–{ $latest }.
asks-instalments = Monessako erässä haluat maksaa laskun { $number } ({ $biller })? Eriä voi olla enintään { $most }.
asks-cost = { $fee ->
    [free] Tämä ei maksa mitään.
   *[other] Tämä maksaa { $fee }.
}
asks-cost-at-most = { $fee ->
    [free] Maksusuunnitelma ei maksa mitään.
   *[other] Maksusuunnitelma maksaa enintään { $fee }.
}
copilot-postpone = Laskun { $number } ({ $biller }) eräpäivä voidaan siirtää päivälle { $date }.
copilot-plan = Laskun { $number } ({ $biller }) voi maksaa { $count } erässä.
asks-account = Laskusta { $number } ({ $biller }) on maksettu liikaa. Mille tilille haluat palautuksen? Kirjoita tilinumero (IBAN) ja tilinomistajan nimi.
asks-person = Kenet haluat valtuuttaa laskuun { $number } ({ $biller })? Kirjoita henkilön nimi ja sähköpostiosoite. Kerro myös, saako hän vain katsoa laskua vai myös hoitaa sitä.
asks-authorization = Kenen valtuutuksen laskuun { $number } ({ $biller }) haluat perua?
asks-reason = Mikä laskussa { $number } ({ $biller }) on väärin? Kerro se omin sanoin. Kun olet vahvistanut kiistämisen, muistutukset ja perintä keskeytetään ja asiakaspalvelija selvittää asian.
instalments = { $count ->
    [one] yksi erä
   *[other] { $count } erää
}

## Ehdotukset
proposed-postpone-due-date = Tarkista muutos. Se tehdään, kun painat Vahvista.
proposed-create-payment-plan = Tarkista erät, niiden eräpäivät ja kulut. Suunnitelma alkaa, kun painat Vahvista.
proposed-change-payment-plan = Tarkista uusi suunnitelma. Se korvaa nykyisen, kun painat Vahvista.
proposed-cancel-payment-plan = Tarkista, milloin loput olisi maksettava. Suunnitelma päättyy, kun painat Vahvista.
proposed-set-refund-account = Tarkista tilinumero huolellisesti. Raha lähetetään tälle tilille, kun painat Vahvista.
proposed-authorize-person = Tarkista, kenet valtuutat ja mihin. Valtuutus alkaa, kun painat Vahvista.
proposed-revoke-authorization = Tarkista, kenen valtuutuksen perut. Se päättyy, kun painat Vahvista.
proposed-dispute-invoice = Tarkista perustelusi. Muistutukset ja perintä keskeytetään, kun painat Vahvista.
step-up-first = Turvallisuutesi vuoksi sinua pyydetään ensin tunnistautumaan.
step-up-text = Tunnistaudu, ennen kuin vahvistat. Se suojaa rahojasi ja tietojasi.
step-up-label = Tunnistaudu
card-title-postpone-due-date = Siirrä eräpäivä
card-title-create-payment-plan = Maksa erissä
card-title-change-payment-plan = Muuta maksusuunnitelmaa
card-title-cancel-payment-plan = Lopeta maksusuunnitelma
card-title-set-refund-account = Liikamaksun palautus
card-title-authorize-person = Valtuuta toinen henkilö
card-title-revoke-authorization = Peru valtuutus
card-title-dispute-invoice = Kiistä lasku
card-due-date = Eräpäivä
card-payment = Maksaminen
card-at-once = Kaikki kerralla
card-next-instalment = Seuraava erä
card-rest-due = Loppusumman eräpäivä
card-schedule = Erät
card-fee = Kulut
card-free = Ei kuluja
card-total = Maksettavaa yhteensä
card-account = Tili
card-holder = Tilinomistaja
card-refund = Saat takaisin
card-person = Nimi
card-email = Sähköposti
card-may = Oikeus
card-allows = { $allows ->
    [view] Katsoa laskua
   *[handle] Katsoa ja hoitaa laskua
}
card-until = Viimeinen voimassaolopäivä
card-reason = Perustelu
card-collection = Muistutukset ja perintä
card-paused = Keskeytyksissä selvityksen ajan
card-disputed = Kiistetty summa
card-next-postpone-due-date = Kun vahvistat, uusi eräpäivä on heti voimassa, eikä muistutusta tai maksuvaatimusta lähetetä ennen sitä.
card-next-create-payment-plan = Kun vahvistat, suunnitelma on heti voimassa, eikä muistutuksia tai maksuvaatimuksia lähetetä, kunhan maksat erät ajallaan.
card-next-change-payment-plan = Kun vahvistat, uusi suunnitelma korvaa heti nykyisen.
card-next-cancel-payment-plan = Kun vahvistat, suunnitelma päättyy heti, ja loppusumman eräpäivä on { $date }.
card-next-set-refund-account = Kun vahvistat, raha lähetetään tälle tilille.
card-next-authorize-person = Kun vahvistat, tämä henkilö pääsee laskuun, ja voit perua valtuutuksen milloin tahansa.
card-next-revoke-authorization = Kun vahvistat, tämä henkilö ei enää pääse laskuun.
card-next-dispute-invoice = Kun vahvistat, muistutukset ja perintä keskeytetään, ja asiakaspalvelija selvittää asian ja vastaa sinulle.
card-expires = Voimassa klo { $time } asti
proposal-cancelled = Mitään ei muutettu.
proposal-superseded = Mitään ei muutettu, koska keskustelu siirtyi toiseen asiaan.
proposal-expired = Vahvistusaika on päättynyt. Mitään ei muutettu.
card-cost = { $fee ->
    [free] Tämä muutos ei maksa mitään.
   *[other] Tämä muutos maksaa { $fee }. Summa näkyy yllä olevassa kortissa.
}
press-confirm = Mitään ei ole vielä muutettu. Paina yllä olevasta kortista Vahvista. Jos et halua muutosta, paina Peruuta.

## Kuitit
receipt-title-postpone-due-date = Eräpäivä siirretty
receipt-title-create-payment-plan = Maksusuunnitelma sovittu
receipt-title-change-payment-plan = Maksusuunnitelma muutettu
receipt-title-cancel-payment-plan = Maksusuunnitelma lopetettu
receipt-title-set-refund-account = Palautus on lähdössä
receipt-title-authorize-person = Valtuutus annettu
receipt-title-revoke-authorization = Valtuutus peruttu
receipt-title-dispute-invoice = Lasku kiistetty
receipt-new-date = Uusi eräpäivä
receipt-text-postpone-due-date = Valmista. Laskun { $number } ({ $biller }) uusi eräpäivä on { $date }. Maksettavaa on { $total }.
receipt-text-create-payment-plan = Valmista. Laskun { $number } ({ $biller }) maksusuunnitelma on voimassa: { $instalments }, yhteensä { $total }. Ensimmäinen erä on { $first }, ja sen eräpäivä on { $date }.
receipt-text-change-payment-plan = Valmista. Laskun { $number } ({ $biller }) maksusuunnitelma on muutettu: { $instalments }, yhteensä { $total }. Seuraava erä on { $first }, ja sen eräpäivä on { $date }.
receipt-text-cancel-payment-plan = Valmista. Laskun { $number } ({ $biller }) maksusuunnitelma on lopetettu. Maksettavaa on { $total }, ja eräpäivä on { $date }.
receipt-text-set-refund-account = Valmista. Laskusta { $number } ({ $biller }) palautetaan { $refund } tilille { $account }.
receipt-text-authorize-person = Valmista. { $name } voi nyt { $allows ->
    [view] katsoa
   *[handle] katsoa ja hoitaa
} laskua { $number } ({ $biller }). Valtuutus on voimassa { $until } asti.
receipt-text-revoke-authorization = Valmista. { $name } ei enää pääse laskuun { $number } ({ $biller }).
receipt-text-dispute-invoice = Valmista. Lasku { $number } ({ $biller }) on kiistetty. Muistutukset ja perintä on keskeytetty, ja asiakaspalvelija selvittää asian.

## Kieltäytymiset
# Vain yhden työkalun syyn avaimessa on työkalun nimi. Muut päivät koskevat ensimmäistä erää.
refused-paid = Lasku { $number } on maksettu. Maksettavaa ei ole jäljellä, joten mitään ei tarvitse järjestää.
refused-credited = Lasku { $number } on hyvitetty, joten siitä ei ole maksettavaa.
refused-disputed = Lasku { $number } on kiistetty. Muistutukset ja perintä on keskeytetty siksi aikaa kun asiakaspalvelija selvittää asiaa. Hän voi vastata myös kysymykseesi.
refused-legal = Lasku { $number } on oikeudellisessa perinnässä, joten en voi muuttaa sitä koskevia asioita. Voit silti maksaa sen, ja asiakaspalvelija voi katsoa asiaa kanssasi.
refused-view-only = Saat katsoa laskua { $number }, mutta et hoitaa sitä. Asiakas, jonka lasku on, voi antaa sinulle siihen oikeuden.
refused-owner-only = Tämän voi tehdä vain asiakas, jonka lasku { $number } on. Voit silti maksaa laskun. Voit myös siirtää sen eräpäivää tai sopia maksamisesta erissä, jos se on mahdollista.
refused-has-plan = Laskua { $number } maksetaan jo erissä. Voit muuttaa maksusuunnitelmaa tai lopettaa sen.
refused-no-plan = Laskulla { $number } ei ole maksusuunnitelmaa. Jos haluat sellaisen, voin katsoa, mikä on mahdollista.
refused-not-allowed = { $biller } ei tarjoa tätä laskulle { $number }. Asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-limit-reached = Laskun { $number } eräpäivää ei voi siirtää pidemmälle, sillä { $biller } ei salli myöhempää päivää. Erissä maksaminen voi olla mahdollista, ja asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-payment-unavailable = Maksaminen täällä ei juuri nyt onnistu, eikä mitään maksettu. Yritä hetken päästä uudelleen tai maksa pankissasi tiedoilla, jotka ovat laskussa { $number }.
refused-too-often = Laskun { $number } maksupäiviä on muutettu niin monta kertaa, kuin { $biller } sallii. Asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-postpone-due-date-too-often = Laskun { $number } eräpäivää on siirretty niin monta kertaa, kuin { $biller } sallii. Erissä maksaminen voi olla mahdollista, ja asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-same-date = { $due } on jo laskun { $number } eräpäivä. Sitä voi siirtää enintään päivään { $latest }.
refused-too-early = Laskun { $number } ensimmäisen erän eräpäivä voi olla aikaisintaan { $earliest } ja viimeistään { $latest }.
refused-too-late = Laskun { $number } ensimmäisen erän eräpäivä voi olla viimeistään { $latest }. Sopisiko se?
refused-in-the-past = Se päivä on jo mennyt. Laskun { $number } ensimmäisen erän eräpäiväksi voit valita minkä tahansa päivän väliltä { $earliest }–{ $latest }.
refused-postpone-due-date-has-plan = Laskua { $number } maksetaan erissä, joten sen eräpäivät tulevat maksusuunnitelmasta. Voit sen sijaan muuttaa suunnitelmaa tai lopettaa sen.
refused-postpone-due-date-not-allowed = { $biller } ei salli laskun { $number } eräpäivän siirtämistä. Erissä maksaminen voi olla mahdollista, ja asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-postpone-due-date-too-early = Laskun { $number } uusi eräpäivä voi olla aikaisintaan { $earliest } ja viimeistään { $latest }.
refused-postpone-due-date-too-late = { $biller } sallii laskun { $number } eräpäivän siirron enintään päivään { $latest }. Sopisiko se?
refused-postpone-due-date-in-the-past = Se päivä on jo mennyt. Laskun { $number } uudeksi eräpäiväksi voit valita minkä tahansa päivän väliltä { $earliest }–{ $latest }.
refused-create-payment-plan-not-allowed = { $biller } ei tarjoa täällä erissä maksamista laskulle { $number }. Myöhempi eräpäivä voi olla mahdollinen, ja asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-too-many-instalments = Laskulla { $number } voi olla täällä enintään { $most } erää. Asiakaspalvelija voi katsoa kanssasi pidempää suunnitelmaa. Sopisiko { $most } erää?
refused-too-few-instalments = Maksusuunnitelmassa on vähintään kaksi erää. Laskulla { $number } niitä voi olla enintään { $most }.
refused-instalment-too-small = Jos eriä on näin monta, erästä tulee pienempi, kuin { $biller } sallii. Laskulla { $number } eriä voi olla enintään { $most }. Sopisiko se?
refused-amount-too-small = Laskusta { $number } on jäljellä niin vähän, ettei summaa voi jakaa eriin. Asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-start-payment-amount-too-small = Summan on oltava suurempi kuin nolla. Laskusta { $number } on maksettavaa { $most }.
refused-amount-too-large = Laskusta { $number } on maksettavaa { $most }, joten enempää ei tarvitse maksaa. Haluatko maksaa sen?
refused-no-partial-payments = { $biller } hyväksyy laskusta { $number } vain koko summan, { $least }. Erissä maksaminen voi olla mahdollista. Haluatko maksaa koko summan?
refused-nothing-to-refund = En näe, että laskusta { $number } olisi maksettu liikaa, joten palautettavaa ei ole. Asiakaspalvelija voi etsiä maksua, joka ei näy täällä.
refused-iban-unreadable = En pysty lukemaan tuota tilinumeroksi. Kirjoita IBAN-numero: se alkaa maan kahdella kirjaimella, ja niiden jälkeen tulee numeroita.
refused-iban-length = Tilinumero on liian lyhyt tai liian pitkä. IBAN-numerossa on Suomessa 18, Ruotsissa 24 ja Norjassa 15 merkkiä.
refused-iban-checksum = Tilinumerossa näyttää olevan väärä merkki, sillä tarkistusnumero ei täsmää. Vertaa sitä pankkisi antamaan numeroon ja kirjoita se uudelleen.
refused-iban-country = Raha voidaan lähettää vain tilille, joka on siinä maassa, jossa olet asiakkaana. Jos sinulla ei ole siellä tiliä, asiakaspalvelija voi auttaa.
refused-email-invalid = Tuo ei näytä sähköpostiosoitteelta. Kirjoita se uudelleen, esimerkiksi nimi@example.com.
refused-own-email = Tuo on oma sähköpostiosoitteesi, ja näet laskun { $number } jo. Kirjoita toisen henkilön osoite.
refused-already-authorized = Tällä henkilöllä on jo valtuutus laskuun { $number }. Jos haluat muuttaa sitä, peru valtuutus ensin.
refused-until-in-the-past = Se päivä on jo mennyt. Valtuutus voi olla voimassa enintään { $latest } asti.
refused-until-too-late = Valtuutus voi olla voimassa enintään { $latest } asti. Sopisiko se?
refused-no-such-authorization = En löydä tuota valtuutusta laskuun { $number }, joten peruttavaa ei ole.
refused-dispute-invoice-paid = Lasku { $number } on maksettu, joten keskeytettävää perintää ei ole. Jos laskussa oli jotain väärin, asiakaspalvelija voi katsoa asiaa kanssasi.
refused-dispute-invoice-credited = Lasku { $number } on hyvitetty: sitä ei tarvitse maksaa, eikä kiistettävää ole jäljellä.
refused-dispute-invoice-disputed = Lasku { $number } on jo kiistetty. Muistutukset ja perintä on keskeytetty, ja asiakaspalvelija selvittää asiaa.
refused-dispute-invoice-legal = Lasku { $number } on oikeudellisessa perinnässä, enkä voi siinä vaiheessa ottaa kiistämistä vastaan. Asiakaspalvelija voi kertoa, miten laskun voi silloin kiistää.
refused-postpone-due-date-nothing-possible = Yhdenkään laskusi eräpäivää ei voi nyt siirtää. Asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-create-payment-plan-nothing-possible = Yhtäkään laskuasi ei voi nyt jakaa eriin. Asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-change-payment-plan-nothing-possible = Sinulla ei ole maksusuunnitelmaa, jota voisi muuttaa. Asiakaspalvelija voi katsoa kanssasi muita vaihtoehtoja.
refused-cancel-payment-plan-nothing-possible = Sinulla ei ole maksusuunnitelmaa, jonka voisi lopettaa.
refused-set-refund-account-nothing-possible = En näe, että mistään laskustasi olisi maksettu liikaa, joten palautettavaa ei ole. Asiakaspalvelija voi etsiä maksua, joka ei näy täällä.
refused-authorize-person-nothing-possible = Sinulla ei ole omaa laskua, johon voisit valtuuttaa jonkun.
refused-revoke-authorization-nothing-possible = Et ole antanut valtuutuksia, jotka voisi perua.
refused-dispute-invoice-nothing-possible = Sinulla ei ole laskua, jonka voisi kiistää täällä. Asiakaspalvelija voi katsoa kanssasi mitä tahansa laskua.
refused-start-payment-nothing-possible = Yhdestäkään laskustasi ei ole maksettavaa jäljellä.

## Ihmiset
handoff = { $reason ->
    [asked_for_person] Asiakaspalvelija vastaa sinulle tässä keskustelussa.
    [dispute] Asiakaspalvelija selvittää asian. Sinun ei tarvitse selittää uudelleen: viestisi siirtyy mukana.
    [hardship] Kiitos, että kerroit. Asiakaspalvelija etsii kanssasi ratkaisua.
    [fraud] Asiakaspalvelija selvittää tämän ensin. Älä maksa ennen kuin asia on tarkistettu, äläkä koskaan anna tunnuksia tai salasanoja kenellekään. Jos olet jo antanut ne tai maksanut, soita heti pankkiisi.
    [death] Otan osaa suruusi. Asiakaspalvelija käy laskut läpi kanssasi ja kertoo, mitä asiakirjoja tarvitaan. Sinun ei tarvitse vielä lähettää mitään.
    [guardianship] Kiitos, että kerroit. Asiakaspalvelija kertoo, millainen selvitys tarvitaan, ja käy laskut läpi kanssasi. Sinun ei tarvitse vielä lähettää asiakirjoja.
    [insolvency] Kiitos, että kerroit. Asiakaspalvelija katsoo, mitä tämä merkitsee laskujesi kannalta. Siihen asti en ehdota maksuja enkä maksusuunnitelmia.
    [threat] Luin viestisi ja suhtaudun siihen vakavasti. Asiakaspalvelija jatkaa tästä.
    [self_harm] Olen pahoillani, että sinulla on näin vaikeaa. Hyvä, että kirjoitit siitä. Olet tärkeämpi kuin mikään lasku. { $crisis } Myös asiakaspalvelija vastaa sinulle tässä keskustelussa, mutta älä jää odottamaan, jos olosi on turvaton.
    [legal_threat] Olen lukenut viestisi. Asiakaspalvelija käy asian läpi ja vastaa sinulle tässä keskustelussa.
    [data_protection] Henkilötietoja koskevat pyynnöt käsittelee asiakaspalvelija, ja pyyntösi välittyy sellaisena kuin sen kirjoitit. Lain mukaan siihen on vastattava kuukauden kuluessa. Älä kirjoita henkilötunnustasi tähän.
    [anger] Olen pahoillani, että asia on mennyt näin huonosti. Asiakaspalvelija käy sen läpi kanssasi.
    [identity] Asiakaspalvelijan täytyy ensin varmistaa, kenen laskuista on kyse. Siihen asti en näytä niiden tietoja.
    [beyond_policy] Tästä en voi päättää. Asiakaspalvelija katsoo, mikä on mahdollista.
    [not_understood] En valitettavasti ymmärtänyt viestiäsi. Asiakaspalvelija auttaa.
   *[assistant_unavailable] En valitettavasti pysty nyt vastaamaan. Asiakaspalvelija vastaa sinulle.
} { $position ->
    [one] Olet jonossa ensimmäinen.
   *[other] Olet jonossa sijalla { $position }.
} Voit sulkea ikkunan: vastaus odottaa sinua täällä.
crisis-help = Jos henkesi on vaarassa, soita heti numeroon { $emergency }. { $always ->
    [yes] Voit puhua jonkun kanssa mihin vuorokaudenaikaan tahansa: { $line }, { $phone }.
   *[no] Voit myös puhua jonkun kanssa: { $line }, { $phone }.
}
answer-expected = { $state ->
    [open] Asiakaspalvelu on nyt avoinna. Vastaus tulee yleensä viimeistään { $when }.
    [unattended] Vastaus tulee yleensä viimeistään { $when }.
   *[closed] Asiakaspalvelu on nyt suljettu ja avautuu { $opens }. Vastaus tulee yleensä viimeistään { $when }.
}
claimed = { $agent } asiakaspalvelusta liittyi keskusteluun.
handed-back = Tekoälyavustaja jatkaa. Missä muussa voin auttaa?
closed = Keskustelu on päätetty. Voit aloittaa uuden milloin tahansa.
reason = { $reason ->
    [asked_for_person] Pyysi ihmistä
    [dispute] Kiistää laskun
    [hardship] Maksuvaikeuksia
    [fraud] Epäilee huijausta
    [death] Kuolemantapaus
    [guardianship] Edunvalvonta
    [insolvency] Maksukyvyttömyys
    [threat] Uhkaa ihmisiä
    [self_harm] Itsetuhoisuus: kiireellinen
    [legal_threat] Uhkaa oikeustoimilla
    [data_protection] Henkilötietopyyntö
    [anger] Hyvin vihainen
    [identity] Epäselvää, kuka kirjoittaa
    [beyond_policy] Järjestely ohjeiden ulkopuolella
    [not_understood] Avustaja ei ymmärtänyt
   *[assistant_unavailable] Avustaja ei ollut käytettävissä
}
person-button = Haluan puhua ihmiselle

## Rupattelu ja rajat
smalltalk = Hei! Olen MyRopon tekoälyavustaja. Voin näyttää laskusi ja kirjeesi, selittää kuluja ja auttaa, kun haluat maksaa laskun, siirtää eräpäivää tai maksaa erissä. Voin auttaa myös liikamaksun palautuksessa ja toisen henkilön valtuuttamisessa sekä ohjata sinut asiakaspalvelijalle.
smalltalk-sorry = Olen pahoillani, että tämä on ollut hankalaa. Kerro parilla sanalla, mitä tarvitset, tai pyydä ihmistä alla olevasta painikkeesta.
smalltalk-bye = Hei hei, ja mukavaa jatkoa! Olen täällä kellon ympäri, jos tulee kysyttävää.
smalltalk-bot = Olen MyRopon tekoälyavustaja, tietokoneohjelma enkä ihminen. Autan laskuissa ja maksuissa ja ohjaan sinut ihmiselle aina, kun haluat.
smalltalk-fine = Kiitos, hyvin menee. Olen tekoäly, joten en väsy koskaan. Miten voin auttaa laskuissasi?
smalltalk-fun = Laskut sujuvat minulta paremmin kuin vitsit. Katsotaanko sinun laskujasi?
smalltalk-again = Hei taas! Missä voin auttaa?
language-changed = Toki, jatketaan suomeksi. Miten voin auttaa?
thanks = Ole hyvä. Voinko auttaa vielä muussa laskuihisi liittyvässä asiassa?
out-of-scope = Voin auttaa täällä vain laskuihin ja maksamiseen liittyvissä asioissa: mitä on maksettavana, kulut ja kirjeet, maksaminen, eräpäivät ja erät, palautukset ja valtuutukset sekä yhteys asiakaspalvelijaan.
not-understood = En ole varma, mitä tarkoitat. Onko kyse jostakin näistä?
suggest-invoices = Paljonko minulla on maksettavaa?
suggest-pay = Haluan maksaa laskun
suggest-postpone = Siirrä eräpäivä
suggest-plan = Haluan maksaa erissä
suggest-change-plan = Muuta maksusuunnitelmaa
suggest-end-plan = Lopeta maksusuunnitelma
suggest-refund = Haluan takaisin sen, mitä olen maksanut liikaa
suggest-fees = Mitä muistutus maksaa?

## Virheet
error-bad-frame = Viestiä ei voitu lukea
error-bad-frame-detail = Lähetä yksi JSON-olio tekstikehyksenä.
error-unknown-type = Tuntematon pyyntö
error-unknown-type-detail = Katso protokollasta, mitä tyyppejä on.
error-invalid-field = Jotain puuttuu tai on väärin
error-invalid-field-detail = Tarkista pyynnön kentät.
error-too-large = Viesti on liian suuri
error-too-large-detail = Lähetä vähemmän kerrallaan.
error-hello-first = Aloita tervehdyksellä
error-hello-first-detail = Ensimmäisen kehyksen tyypin on oltava hello.
error-message-empty = Viesti on tyhjä
error-message-empty-detail = Kirjoita jotain ja lähetä uudelleen.
error-message-too-long = Viesti on liian pitkä
error-message-too-long-detail = Viestissä voi olla enintään 4 000 merkkiä. Mitään ei kadonnut: lyhennä ja lähetä uudelleen.
error-thread-not-found = Keskustelua ei löydy
error-thread-not-found-detail = Keskustelua ei ole, tai se ei ole sinun. Aloita uusi keskustelu.
error-thread-closed = Keskustelu on päätetty
error-thread-closed-detail = Aloita uusi keskustelu.
error-proposal-not-found = Vahvistettavaa ei ole
error-proposal-not-found-detail = Tätä muutosta ei ole. Pyydä sitä uudelleen.
error-proposal-expired = Vahvistusaika on päättynyt
error-proposal-expired-detail = Mitään ei muutettu. Pyydä muutosta uudelleen.
error-proposal-changed = Lasku on muuttunut sillä välin
error-proposal-changed-detail = Mitään ei muutettu. Pyydä uudelleen, niin näet nykyiset ehdot.
error-proposal-already-confirmed = Jo vahvistettu
error-proposal-already-confirmed-detail = Muutos on tehty kerran, eikä sitä tehdä uudelleen.
error-proposal-closed = Muutos on peruttu
error-proposal-closed-detail = Mitään ei muutettu. Pyydä muutosta uudelleen, jos haluat sen.
error-not-yours = Ei sinun keskustelusi
error-not-yours-detail = Ota keskustelu ensin itsellesi.
error-already-claimed = Ei enää jonossa
error-already-claimed-detail = Joku muu on ottanut tämän keskustelun.
error-invoice-not-found = Laskua ei löydy
error-invoice-not-found-detail = Laskua ei ole, tai se ei ole sinun. Tarkista numero tai MyRopo-tunnus.
error-sign-in-needed = Kirjaudu sisään
error-sign-in-needed-detail = Istuntosi on päättynyt. Kirjaudu ja jatka.
error-invoice-ambiguous = Samalla numerolla on useita laskuja
error-invoice-ambiguous-detail = Käytä MyRopo-tunnusta, joka on painettu laskuun.
error-letter-not-found = Kirjettä ei löydy
error-letter-not-found-detail = Kirjettä ei ole, tai se ei ole sinun.
error-payment-not-found = Maksua ei löydy
error-payment-not-found-detail = Maksua ei ole, tai se ei ole sinun.
error-payment-unavailable = Maksaminen ei juuri nyt onnistu
error-payment-unavailable-detail = Mitään ei maksettu. Yritä hetken päästä uudelleen tai maksa pankissasi laskun tiedoilla.
error-payment-mismatch = Summat eivät täsmää
error-payment-mismatch-detail = Ilmoitettu summa ei ole sama kuin pyydetty. Asiakaspalvelija selvittää asian.
error-not-found = Ei löydy
error-not-found-detail = Sitä ei ole, tai se ei ole sinun.
error-method-not-allowed = Tätä ei voi tehdä tässä
error-method-not-allowed-detail = Tämä osoite ei ota vastaan tällaista pyyntöä.
error-other-site = Pyyntö tuli toiselta sivustolta
error-other-site-detail = Mitään ei muutettu. Avaa MyRopo suoraan ja yritä uudelleen.
error-step-up-needed = Tunnistaudu
error-step-up-needed-detail = Mitään ei ole vielä muutettu. Tunnistaudu ja vahvista uudelleen.
error-policy-refused = Tämä ei ole mahdollista tälle laskulle
error-policy-refused-detail = Mitään ei muutettu. Kysy, mikä on mahdollista, tai pyydä asiakaspalvelijaa.
error-proposal-refused = Tätä ei voi vahvistaa
error-proposal-refused-detail = Mitään ei muutettu. Pyydä muutosta uudelleen.
error-ledger-error = Tätä ei voitu tehdä
error-ledger-error-detail = Mitään ei muutettu. Yritä uudelleen tai pyydä asiakaspalvelijaa.
error-idempotency-key-missing = Pyynnöstä puuttuu avain
error-idempotency-key-missing-detail = Lähetä otsake Idempotency-Key ja siinä oma arvosi.
error-idempotency-key-reused = Avain on jo käytetty
error-idempotency-key-reused-detail = Mitään ei muutettu. Lähetä uuden pyynnön mukana uusi avain.
error-still-running = Sama pyyntö on vielä kesken
error-still-running-detail = Odota hetki ja lähetä pyyntö uudelleen samalla avaimella.
error-bad-signature = Allekirjoitus ei täsmää
error-bad-signature-detail = Viestiä ei hyväksytty, eikä mitään muutettu.
error-internal = Meillä tapahtui virhe
error-internal-detail = Mitään ei muutettu. Yritä hetken päästä uudelleen tai pyydä asiakaspalvelijaa.
error-too-many-messages = Viestejä tuli paljon lyhyessä ajassa
error-too-many-messages-detail = Mitään ei kadonnut: odota hetki ja lähetä viesti uudelleen.
error-attachment-not-found = Tiedostoa ei löydy
error-attachment-not-found-detail = Tiedostoa ei ole, se ei ole sinun tai se on lähetetty toisessa keskustelussa. Liitä se uudelleen.
error-attachment-refused = Tätä tiedostoa ei voi lähettää
error-attachment-refused-detail = Voit lähettää PDF-, PNG- ja JPEG-tiedostoja. Jos tiedosto on jo tällainen, tallenna se uudelleen ohjelmalla, jolla se tehtiin, ja yritä vielä kerran.
error-attachment-empty = Tiedosto on tyhjä
error-attachment-empty-detail = Tarkista tiedosto ja liitä se uudelleen.
error-attachment-too-large = Tiedosto on liian suuri
error-attachment-too-large-detail = Tiedoston koko saa olla enintään 10 Mt. Lähetä pienempi kuva tai jaa sivut useaan tiedostoon.
error-too-many-attachments = Tiedostoja tuli paljon lyhyessä ajassa
error-too-many-attachments-detail = Tätä tiedostoa ei tallennettu. Odota tunti ja liitä se uudelleen.
error-attachments-unavailable = Tiedostoja ei voi juuri nyt käsitellä
error-attachments-unavailable-detail = Mitään ei tallennettu. Yritä hetken päästä uudelleen tai kirjoita ilman tiedostoa.
error-too-many-frames = Tämä kävi liian nopeasti
error-too-many-frames-detail = Mitään ei kadonnut: odota muutama sekunti ja yritä uudelleen.
error-supervisor-only = Vain esihenkilö voi tehdä tämän
error-supervisor-only-detail = Pyydä apua esihenkilöltä tai siirrä keskustelu hänelle.
error-sender-blocked = Kirjoittaminen ei juuri nyt onnistu
error-sender-blocked-detail = Emme toistaiseksi ota vastaan viestejäsi. Voit silti soittaa asiakaspalveluun: numero on laskussasi.
error-shortcut-taken = Pikakoodi on jo käytössä
error-shortcut-taken-detail = Saman tiimin toisella samankielisellä vastauksella on sama pikakoodi. Valitse toinen.
error-unknown-placeholder = Tuntematon täyttökohta
error-unknown-placeholder-detail = Käytä vain tarjolla olevia täyttökohtia.
error-copilot-failed = Käyttökelpoista tekstiä ei saatu
error-copilot-failed-detail = Malli ei vastannut ajoissa tai se muutti lukua, päivämäärää tai viitettä. Yritä uudelleen tai kirjoita itse.
error-copilot-unavailable = Tähän tarvitaan ulkoinen kielimalli
error-copilot-unavailable-detail = Kääntämiseen ja muotoiluun tarvitaan ulkoinen kielimalli, sillä sisäänrakennettu kirjoittaa liian heikosti.

## Viestikeskus ja sähköpostit
thread-begun = Viestisi on perillä. Tekoälyavustaja vastaa yleensä minuutissa, ja voit pyytää asiakaspalvelijaa milloin tahansa.
mail-subject = Sinulle on vastaus MyRopossa
mail-body = Hei!

    { $who ->
        [assistant] MyRopon tekoälyavustaja on vastannut viestiisi.
       *[person] Asiakaspalvelu on vastannut viestiisi.
    } Yksityisyytesi suojaamiseksi vastaus ei näy tässä sähköpostissa. Voit lukea sen kirjautumalla sisään:

    { $link }

    Tämä on automaattinen viesti. Siihen lähetettyjä vastauksia ei lueta.

    MyRopo

## Kun vähempi on mahdollista
limited-today = Huomaathan, että toimin tänään rajoitetusti: ymmärrän parhaiten painikkeita ja lyhyitä viestejä.
articles-only = En voi juuri nyt katsoa omia asioitasi. Ohjesivuillamme sanotaan näin:
one-at-a-time = Voin valmistella yhden muutoksen kerrallaan: kerro toisesta, kun olet vastannut tähän.
suggest-list = Näytä maksamattomat laskuni
suggest-paid = Näytä maksetut laskuni
suggest-one = Näytä yksi laskuistani
suggest-letters = Näytä kirjeeni
suggest-contact = Kenelle voin soittaa?
suggest-authorize = Valtuuta toinen henkilö
suggest-revoke = Peru valtuutus
suggest-dispute = Laskussa on virhe
suggest-hardship = En pysty maksamaan lainkaan
suggest-fraud = Epäilen huijausta

## Asiakaspalvelijaa odotettaessa
queue-place = { $position ->
    [one] Olet jonossa ensimmäinen.
   *[other] Olet jonossa sijalla { $position }.
}
queue-late = Vastaaminen kestää pidempään kuin lupasimme. Pahoittelemme. Paikkasi jonossa säilyy.
wait-changed = { $state ->
    [closed] Emme valitettavasti ehtineet vastata sinulle ennen sulkemisaikaa. Paikkasi jonossa säilyy.
   *[unattended] Asiakaspalvelussa ei ole juuri nyt ketään vastaamassa. Paikkasi jonossa säilyy.
}
left-queue = Poistuit jonosta. Olen taas täällä ja autan mielelläni.
returned = { $agent } ei ole enää paikalla. Paikkasi jonossa säilyy, ja seuraava vapaa asiakaspalvelija vastaa sinulle.
transferred = Keskustelusi jatkuu: seuraavaksi vastaa { $to }. Sinun ei tarvitse selittää mitään uudelleen.
transferred-to-team = Keskustelusi siirtyi asiakaspalvelussa toiselle tiimille. Sinun ei tarvitse selittää mitään uudelleen.
escalated = Asiakaspalvelun esihenkilö perehtyy asiaan ja vastaa sinulle tässä keskustelussa.
merged = Tämä keskustelu on yhdistetty toiseen keskusteluusi. Vastaamme sinulle siellä.
rating-request = Miten asiointi sujui? Yksi napautus riittää.
rating-assistant = Tekoälyavustaja
